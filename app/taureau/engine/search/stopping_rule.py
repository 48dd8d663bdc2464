"""When a drawing has enough strokes."""

from __future__ import annotations

from collections.abc import Sequence


class StoppingRule:
    """Decides when a drawing whose number of strokes is not given has enough of them.

    It has once the last three strokes gained less, on average, than a fraction ε of the progress so far. Simple
    subjects reach that after few strokes, detailed ones keep gaining for longer.
    """

    _HINT, _EVERYTHING = 0.06, 0.0072  # ε at both ends of the detail setting
    _LAST = 3

    def __init__(self, detail: float) -> None:
        """`detail`: 0 (a hint) … 1 (everything)."""
        self._fraction = self._HINT * (self._EVERYTHING / self._HINT) ** detail

    def threshold(self, progress: float) -> float:
        """Return the gain below which growth stops at this progress."""
        return self._fraction * max(progress, 0.0)

    def reached(self, gains: Sequence[float], progress: float) -> bool:
        last = gains[-self._LAST :]
        return len(last) == self._LAST and sum(last) < len(last) * self.threshold(progress)

    def spare(self, gains: Sequence[float], progress: float) -> int:
        """Return how many of the last strokes gained too little, keeping at least one."""
        worthy = [number for number, gain in enumerate(gains, 1) if gain >= self.threshold(progress)]
        return len(gains) - max(worthy, default=1) if gains else 0

    def count(self, gains: Sequence[float]) -> int:
        """Return how many strokes a drawing has where it stops, if it grows by strokes of these gains."""
        progress = 0.0
        for number, gain in enumerate(gains, 1):
            progress += gain
            if self.reached(gains[:number], progress):
                return number - self.spare(gains[:number], progress)
        return len(gains)
