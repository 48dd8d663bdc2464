"""The one undo command: a drawing takes the place of another."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QUndoCommand

from taureau.document import Drawing

OF_ITS_OWN = -1  # the number of a step that takes in no other


class Replace(QUndoCommand):
    """Hands `new` to `put` when done, `old` when undone; unchanged strokes are shared between the two.

    One that follows with the same `step` becomes one with it.
    """

    def __init__(
        self,
        old: Drawing | None,
        new: Drawing | None,
        label: str,
        put: Callable[[Drawing | None], None],
        step: int = OF_ITS_OWN,
    ) -> None:
        super().__init__(label)
        self._old, self._new, self._put, self._step = old, new, put, step

    def id(self) -> int:
        return self._step

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, Replace):
            return False
        self._new = other._new
        self.setText(other.text())
        return True

    def redo(self) -> None:
        self._put(self._new)

    def undo(self) -> None:
        self._put(self._old)
