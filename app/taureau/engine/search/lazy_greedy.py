"""Lazy greedy selection: the best of many, repeatedly, without scoring all of them each time."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

BATCH = 8  # scored in one pass of the encoder


class LazySearch:
    """Finds the best of some items whose scores fall, approximately, with each item that is taken.

    An earlier score then bounds the present one from above, and only items that may be the best are scored again
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
        """Return the present scores of the best item and of all that reach `alike` of its score, and of some others.

        Items that cannot exceed that share of `floor` are left out. `checkpoint` is called before each batch is
        scored, and may raise.
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
        """Exclude an item from now on."""
        self._bound[one] = -np.inf

    def put_back(self, one: int) -> None:
        self._bound[one] = np.inf
