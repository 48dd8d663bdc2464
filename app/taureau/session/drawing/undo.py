"""Undo: the one command, by which a drawing replaces another, and what makes several changes one step."""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable

from PySide6.QtGui import QUndoCommand

from taureau.document import Drawing

OF_ITS_OWN = -1  # the number of a step that takes in no other
_PAUSE = 1.0  # s without a change, after which another is a step of its own
_numbers = itertools.count()


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


class OneStep:
    """Gives changes the number of the step they belong to."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._what: object = None
        self._number = next(_numbers)
        self._last = -_PAUSE
        self._held = False

    def hold(self) -> None:
        """A drag begins."""
        self._held = True
        self._number = next(_numbers)

    def let_go(self) -> None:
        """The drag is at its end."""
        self._held = False
        self._what = None

    def number(self, what: object) -> int:
        """Of a change now to `what`: the number of the change before where both are one step."""
        now = self._clock()
        if not self._held and (what != self._what or now - self._last > _PAUSE):
            self._number = next(_numbers)
        self._what, self._last = what, now
        return self._number
