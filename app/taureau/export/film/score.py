"""The timing of a film: which part of which stroke is visible at a time.

Lines come one after the other in the drawing's order, as a hand would draw them: each takes as long as its length asks
for, begins and ends gently, and a short pause follows. Then what lies beneath them appears: areas from the topmost
down, so that each is seen where it stays visible and nowhere else, and tone in its order.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from taureau.document import Drawing, Stroke

EASE = (0.4, 0.1, 0.5, 1.0)  # control points x1, y1, x2, y2 of a stroke's progress, as CSS and Lottie state them
SHORTEST, LONGEST = 3.0, 12.0  # s that a drawing takes where no duration is given
_PACE = 2.2  # s in which a line as long as the sheet's diagonal is drawn
_LEAST = 0.15  # s that the shortest line takes
_PAUSE = 0.1  # s between two lines
_DOT = 0.06  # s that a dot takes to appear
_DOT_STEP = 0.02  # s from one dot to the next
_FADE = 0.8  # s in which an area appears
_FADE_STEP = 0.25  # s from one area to the next
_GROUND_SHARE = 0.6  # of the time of the lines, that what lies beneath them takes at most
_DOTTY = 0.5  # widths; what is smaller is a dot
_STEPS_A_SEGMENT = 8  # in which a length is measured


@dataclass(frozen=True)
class Cue:
    """When a stroke is drawn: from `start` to `end`, s."""

    stroke: Stroke
    start: float
    end: float

    @property
    def fades(self) -> bool:
        """Whether the stroke appears as a whole, as areas and dots do."""
        return fades(self.stroke)

    def share(self, time: float) -> float:
        """The share of its length that is visible, or of its opacity where it fades, 0 … 1."""
        return eased((time - self.start) / (self.end - self.start))


@dataclass(frozen=True)
class Score:
    """The cues of the visible strokes, in the order in which they are drawn."""

    cues: tuple[Cue, ...]
    hold: float  # s that the finished drawing stays

    @property
    def drawn(self) -> float:
        """When the last stroke is complete, s."""
        return max((cue.end for cue in self.cues), default=0.0)

    @property
    def lines_drawn(self) -> float:
        """When the last stroke that does not fade is complete, s; `drawn` without any."""
        return max((cue.end for cue in self.cues if not cue.fades), default=self.drawn)

    @property
    def seconds(self) -> float:
        return self.drawn + self.hold

    @cached_property
    def _ends(self) -> tuple[float, ...]:
        return tuple(cue.end for cue in self.cues)

    def finished(self, time: float) -> int:
        """The number of strokes that are complete."""
        return int(np.searchsorted(self._ends, time, side="right"))


def fades(stroke: Stroke) -> bool:
    """Return whether a stroke appears as a whole instead of along its length."""
    return stroke.filled or float(np.ptp(stroke.curve.points, axis=0).max()) < _DOTTY * stroke.width


def score_of(drawing: Drawing, *, seconds: float | None = None, hold: float = 0.0) -> Score:
    """Return the timing of a drawing's visible strokes, which takes `seconds` without the hold.

    Without `seconds` it takes what its lines ask for, from SHORTEST to LONGEST.
    """
    diagonal = math.hypot(drawing.width, drawing.height)
    shown = [layer for layer in drawing.layers if layer.visible]
    lines = _cues((stroke for layer in shown if not layer.ground for stroke in layer.strokes), diagonal)
    ground = _cues(_ground_order([stroke for layer in shown if layer.ground for stroke in layer.strokes]), diagonal)
    drawn = max((cue.end for cue in lines), default=0.0)
    if lines and ground:
        takes = max(cue.end for cue in ground)
        ground = _paced(ground, min(1.0, _GROUND_SHARE * drawn / takes), drawn + _PAUSE)
    cues = lines + ground
    natural = max((cue.end for cue in cues), default=0.0)
    if not cues:
        return Score((), hold)
    wanted = min(max(natural, SHORTEST), LONGEST) if seconds is None else seconds
    return Score(tuple(_paced(cues, wanted / natural)), hold)


def _ground_order(strokes: list[Stroke]) -> Iterator[Stroke]:
    for filled, run in groupby(strokes, lambda stroke: stroke.filled):
        together = list(run)
        yield from reversed(together) if filled else together


def _cues(strokes: Iterable[Stroke], diagonal: float) -> list[Cue]:
    """The cues of strokes in their order, as long as a hand takes."""
    cues: list[Cue] = []
    start = end = 0.0
    for stroke in strokes:
        if not fades(stroke):
            start = max(start, end)  # a line waits for what appears before it
        takes, step = _takes(stroke, diagonal)
        end = start + takes
        cues.append(Cue(stroke, start, end))
        start += step
    return cues


def _paced(cues: list[Cue], pace: float, start: float = 0.0) -> list[Cue]:
    """The cues with all times multiplied, then later by `start`, s."""
    return [Cue(cue.stroke, start + cue.start * pace, start + cue.end * pace) for cue in cues]


def eased(share: float) -> float:
    """Return the progress after a share of the time, both 0 … 1, by the Bézier curve of EASE."""
    return float(np.interp(share, _TIMES, _PROGRESS))


def _takes(stroke: Stroke, diagonal: float) -> tuple[float, float]:
    """The seconds that a stroke takes, and those until the next one begins."""
    if stroke.filled:
        return _FADE, _FADE_STEP
    if fades(stroke):
        return _DOT, _DOT_STEP
    takes = max(_LEAST, _PACE * stroke.curve.length(_STEPS_A_SEGMENT) / diagonal)
    return takes, takes + _PAUSE


def _bezier(u: NDArray[np.float64], first: float, second: float) -> NDArray[np.float64]:
    return 3 * (1 - u) ** 2 * u * first + 3 * (1 - u) * u**2 * second + u**3


_STEPS = np.linspace(0.0, 1.0, 257)
_TIMES, _PROGRESS = _bezier(_STEPS, EASE[0], EASE[2]), _bezier(_STEPS, EASE[1], EASE[3])
