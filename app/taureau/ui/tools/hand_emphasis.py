"""How hard a hand presses, or how slowly it draws, along a line."""

from __future__ import annotations

import numpy as np

from taureau.document import Emphasis
from taureau.ui.canvas.tool import Pointer

_SPEED = 0.9  # px of the canvas per ms, at which a hand is neither fast nor slow
_WINDOW = 60.0  # ms over which speeds are averaged
_SMOOTH = 5  # samples


class HandEmphasis:
    """Collects the pointer's samples of one line; a tablet's pressure counts, of a mouse the slowness."""

    def __init__(self) -> None:
        self._samples: list[Pointer] = []

    def add(self, at: Pointer) -> None:
        self._samples.append(at)

    @property
    def emphasis(self) -> Emphasis | None:
        """Return the emphasis along the line; None where too little is known."""
        points = np.array([one.on_canvas.toTuple() for one in self._samples], dtype=np.float64)
        along = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(points, axis=0).T))])
        if len(points) < 3 or along[-1] <= 0:
            return None
        pressures = [one.pressure for one in self._samples]
        if all(pressure is not None for pressure in pressures):
            heavy = np.array(pressures, dtype=np.float64)
        else:
            times = np.array([one.time for one in self._samples], dtype=np.float64)
            if times[-1] <= times[0]:
                return None
            before, after = (np.interp(times + shift, times, along) for shift in (-_WINDOW / 2, _WINDOW / 2))
            spans = np.minimum(times + _WINDOW / 2, times[-1]) - np.maximum(times - _WINDOW / 2, times[0])
            heavy = 1 / (1 + (after - before) / np.maximum(spans, 1.0) / _SPEED)
        reach = min(_SMOOTH, len(heavy)) // 2
        smooth = np.convolve(
            np.pad(heavy, reach, mode="edge"), np.full(2 * reach + 1, 1 / (2 * reach + 1)), mode="valid"
        )
        return tuple(zip((along / along[-1]).tolist(), smooth.tolist(), strict=True))
