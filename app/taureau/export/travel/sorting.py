"""The strokes of a plot ordered, turned and, where they are closed, begun so that the lifted pen has a short way."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np

from taureau.document import Drawing, Stroke
from taureau.export.plotter import Progress, is_silent
from taureau.export.travel.beginnings import Beginnings
from taureau.export.travel.greedy import greedy_tour
from taureau.export.travel.improving import LocalSearch
from taureau.geometry import Point, Points
from taureau.geometry.neighbours import Indices

_REPEATS = 3  # at most, of choosing where closed strokes begin and shortening the tour again
_KICKS, _KICKS_EACH, _MOST_KICKS = 100, 3, 1500  # whatever the strokes, more for each of them, and at most


def sorted_for_travel(drawing: Drawing, progress: Progress = lambda share: None, start: Point = (0.0, 0.0)) -> Drawing:
    """Return the drawing with the strokes of each plotted layer in an order, and a direction, for short travel.

    The pen starts at `start`, px, and each layer where the last one ended; closed strokes begin where that is best. No
    layer travels further than before. Groups are dissolved, for the order pays no heed to them. The work depends on
    the strokes alone, never on time, so that the same drawing always gets the same order. `progress` is told how much
    of all is done, 0 … 1, and may raise CancelledError to end it.
    """
    at, done, whole = np.array(start), 0, sum(len(layer.strokes) for layer in drawing.layers if not is_silent(layer))
    layers = []
    for layer in drawing.layers:
        if not is_silent(layer) and layer.strokes:
            low, high = done / whole, (done + len(layer.strokes)) / whole
            strokes = _shorter(layer.strokes, at, _part(progress, low, high))
            loose = tuple(replace(stroke, groups=()) if stroke.groups else stroke for stroke in strokes)
            layer, at, done = replace(layer, strokes=loose), loose[-1].curve.end, done + len(layer.strokes)
        layers.append(layer)
    return replace(drawing, layers=tuple(layers))


def travel(strokes: Sequence[Stroke], start: Points) -> float:
    """Return the length of the pen-up moves between these strokes, from `start`, px."""
    legs = np.array([stroke.curve.start for stroke in strokes]) - np.array(
        [start, *(stroke.curve.end for stroke in strokes[:-1])]
    )
    return float(np.hypot(*legs.T).sum())


def _shorter(strokes: tuple[Stroke, ...], start: Points, progress: Progress) -> tuple[Stroke, ...]:
    progress(0.0)
    beginnings = Beginnings([stroke.curve for stroke in strokes])
    ends = beginnings.ends(start)
    first = _part(progress, 0.0, 0.5)
    tour = _improved(ends, greedy_tour(ends, _part(first, 0.0, 0.2)), _part(first, 0.2, 1.0))
    if beginnings.any_closed:
        for _ in range(_REPEATS):
            tour = beginnings.settle(tour, start)
            ends = beginnings.ends(start)
            before, tour = tour, _improved(ends, tour, lambda share: progress(0.5))
            if np.array_equal(before, tour):
                break
    search = LocalSearch(ends, tour)
    search.shake(min(_KICKS + _KICKS_EACH * len(strokes), _MOST_KICKS), _part(progress, 0.5, 1.0))
    tour = beginnings.settle(search.tour.entered_ends(), start)
    better = tuple(_as_entered(strokes[end // 2 - 1], end, beginnings) for end in tour[1:].tolist())
    return better if travel(better, start) < travel(strokes, start) else strokes


def _improved(ends: Points, tour: Indices, progress: Progress) -> Indices:
    search = LocalSearch(ends, tour)
    search.run(progress)
    return search.tour.entered_ends()


def _as_entered(stroke: Stroke, end: int, beginnings: Beginnings) -> Stroke:
    """Return a stroke drawn from this end, or, closed, from where it begins now."""
    at = beginnings.parameter(end // 2 - 1)
    if at:
        return stroke.between(at, at + stroke.curve.segment_count)
    return stroke.reversed() if end % 2 else stroke


def _part(progress: Progress, low: float, high: float) -> Callable[[float], None]:
    """Return what to tell the share of a part of the work that goes from one share of it to another."""
    return lambda share: progress(low + (high - low) * share)
