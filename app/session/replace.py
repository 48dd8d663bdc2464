"""The one undo command: a drawing takes the place of another."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QUndoCommand

from app.document import Drawing


class Replace(QUndoCommand):
    """Hands `new` to `put` when done, `old` when undone; unchanged strokes are shared between the two."""

    def __init__(
        self, old: Drawing | None, new: Drawing | None, label: str, put: Callable[[Drawing | None], None]
    ) -> None:
        super().__init__(label)
        self._old, self._new, self._put = old, new, put

    def redo(self) -> None:
        self._put(self._new)

    def undo(self) -> None:
        self._put(self._old)
