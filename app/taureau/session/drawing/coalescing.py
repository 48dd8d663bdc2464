"""Changes that one undo takes back together: those of one drag, or made in quick succession."""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable

_PAUSE = 1.0  # s without a change, after which another is a step of its own
_numbers = itertools.count()


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
