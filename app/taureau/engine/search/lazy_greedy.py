"""The best of many, one after the other, without measuring all of them each time."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

BATCH = 8  # measured at once, in one pass of the encoder


class LazySearch:
    """Finds the best of some things whose scores fall, near enough, with each that is taken.

    A score measured earlier then bounds the present one from above, and only what may still be best is measured again
    (Minoux, "Accelerated greedy algorithms for maximizing submodular set functions", 1978).
    """

    def __init__(self, count: int) -> None:
        self._bound = np.full(count, np.inf)

    def scores(
        self,
        measure: Callable[[list[int]], Sequence[float]],
        *,
        alike: float = 1.0,
        floor: float = -np.inf,
        checkpoint: Callable[[], None] = lambda: None,
    ) -> dict[int, float]:
        """The present scores of the best thing and of all that reach `alike` of its score; of some others too.

        What can reach no more than that share of `floor` is left out. `checkpoint` is called before each batch is
        measured, and may raise.
        """
        measured: dict[int, float] = {}
        while True:
            best = max([floor, *measured.values()])
            order = np.argsort(-self._bound, kind="stable").tolist()
            promising = [one for one in order if self._bound[one] > alike * best and one not in measured]
            if not promising:
                return measured
            checkpoint()
            some = promising[:BATCH]
            for one, score in zip(some, measure(some), strict=True):
                measured[one] = self._bound[one] = float(score)

    def take(self, one: int) -> None:
        """Ask about this thing no more."""
        self._bound[one] = -np.inf

    def put_back(self, one: int) -> None:
        self._bound[one] = np.inf
