"""Undo: the command that replaces a drawing by another, and the merging of consecutive changes."""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable

from PySide6.QtGui import QUndoCommand

from taureau.document import Drawing

OF_ITS_OWN = -1  # the number of a step that is never merged
_PAUSE = 1.0  # s without a change, after which a new step begins
_numbers = itertools.count()


class Replace(QUndoCommand):
    """Calls `put` with `new` on redo and with `old` on undo; unchanged strokes are shared between the two.

    Consecutive commands with the same `step` are merged.
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
    """Numbers changes by the undo step that they belong to."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._what: object = None
        self._number = next(_numbers)
        self._last = -_PAUSE
        self._held = False

    def hold(self) -> None:
        """Begin a drag: all changes are one step."""
        self._held = True
        self._number = next(_numbers)

    def release(self) -> None:
        """End the drag."""
        self._held = False
        self._what = None

    def number(self, what: object) -> int:
        """Return the step of a change to `what` made now: that of the previous change if both are one step."""
        now = self._clock()
        if not self._held and (what != self._what or now - self._last > _PAUSE):
            self._number = next(_numbers)
        self._what, self._last = what, now
        return self._number
