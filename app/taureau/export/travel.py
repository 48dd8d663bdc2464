"""Less way for a plotter's lifted pen: strokes of a layer in another order, and some drawn from their other end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from taureau.document import Drawing, Stroke
from taureau.export.pens import is_silent
from taureau.geometry import Points

_ROUNDS = 20  # of improvement, at most; few are ever needed
_MOST = 600  # strokes of a layer that are improved upon; the nearest-neighbour order is good for more


def sorted_for_travel(drawing: Drawing) -> Drawing:
    """The drawing with each plotted layer sorted, the pen coming from where the layer before left it, first from the
    page's corner. No stroke changes its layer, and no layer travels further than before."""
    at = np.zeros(2)
    layers = []
    for layer in drawing.layers:
        if not is_silent(layer) and layer.strokes:
            layer = replace(layer, strokes=_shorter(layer.strokes, at))
            at = layer.strokes[-1].curve.end
        layers.append(layer)
    return replace(drawing, layers=tuple(layers))


def travel(strokes: Sequence[Stroke], start: Points) -> float:
    """The way of the lifted pen through these strokes as they come, from `start` on, px."""
    legs = np.array([stroke.curve.start for stroke in strokes]) - np.array(
        [start, *(stroke.curve.end for stroke in strokes[:-1])]
    )
    return float(np.hypot(*legs.T).sum())


def _shorter(strokes: tuple[Stroke, ...], start: Points) -> tuple[Stroke, ...]:
    ends = np.array([[stroke.curve.start, stroke.curve.end] for stroke in strokes])  # [N, 2, 2]: from, to
    order, turned = _nearest_first(ends, start)
    if len(strokes) <= _MOST:
        _improve(order, turned, ends, start)
    better = tuple(
        replace(strokes[place], curve=strokes[place].curve.reversed()) if flip else strokes[place]
        for place, flip in zip(order.tolist(), turned.tolist(), strict=True)
    )
    return better if travel(better, start) < travel(strokes, start) else strokes


def _nearest_first(ends: NDArray[np.float64], start: Points) -> tuple[NDArray[np.intp], NDArray[np.bool_]]:
    """An order in which each stroke is the one that begins, or ends, nearest to where the pen is."""
    left = ends.copy()
    order, turned = np.zeros(len(ends), dtype=np.intp), np.zeros(len(ends), dtype=np.bool_)
    at = start
    for step in range(len(ends)):
        distances = np.hypot(*(left - at).transpose(2, 0, 1))  # [N, 2]
        place, end = np.unravel_index(np.argmin(distances), distances.shape)
        order[step], turned[step] = place, end == 1
        at = ends[place, 1 - end]
        left[place] = np.inf
    return order, turned


def _improve(order: NDArray[np.intp], turned: NDArray[np.bool_], ends: NDArray[np.float64], start: Points) -> None:
    """Turn whole stretches round, strokes and all, in place, as long as that saves way (2-opt)."""
    placed = np.where(turned[:, None, None], ends[order][:, ::-1], ends[order])  # [N, 2, 2], as drawn
    for _ in range(_ROUNDS):
        better = False
        for first in range(len(order)):
            before = start if first == 0 else placed[first - 1, 1]
            into, out = placed[first, 0], placed[first:, 1]
            after = placed[first + 1 :, 0]
            saved = np.hypot(*(into - before).T) - np.hypot(*(out - before).T)  # [stretches], by their last stroke
            saved[:-1] += np.hypot(*(after - out[:-1]).T) - np.hypot(*(after - into).T)
            best = int(np.argmax(saved))
            if saved[best] > 1e-6:
                stretch = slice(first, first + best + 1)
                order[stretch] = order[stretch][::-1]
                turned[stretch] = ~turned[stretch][::-1]
                placed[stretch] = placed[stretch][::-1, ::-1].copy()
                better = True
        if not better:
            return
