"""Drawings for pen plotters: one numbered layer per pen, and strokes ordered for short pen-up travel."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from taureau.document import MM_PER_PX, Drawing, Layer, Stroke
from taureau.export.errors import ExportError
from taureau.geometry import Point, Points, decimal_text
from taureau.geometry.nearest import RemainingPoints
from taureau.wording import said

Progress = Callable[[float], None]  # told how much is done, 0 … 1

_WIDTH_DECIMALS = 2  # of a mm, by which pens are told apart
_STEPS_PER_WORD = 256  # strokes placed before progress is reported
_FAINTEST = 0.0005  # opacity of a stroke that an SVG still shows
_MAX_PASSES = 20  # of 2-opt; few are ever needed
_MAX_IMPROVED = 600  # strokes of a layer that 2-opt is run on; with more, the nearest-neighbour order must do


def by_pen(drawing: Drawing) -> Drawing:
    """Return the drawing with one layer per colour and width, in the order in which these pens are first used.

    Layers whose names begin with % are not plotted; they stay as they are, after the others.
    """
    pens: dict[str, list[Stroke]] = {}
    for layer in drawing.layers:
        for stroke in () if is_silent(layer) else layer.strokes:
            pens.setdefault(pen_name(stroke), []).append(stroke)
    layers = tuple(Layer(name, tuple(strokes)) for name, strokes in pens.items())
    return replace(drawing, layers=layers + tuple(layer for layer in drawing.layers if is_silent(layer)))


def numbered(drawing: Drawing) -> Drawing:
    """Return the drawing with a number after each %: plotter software knows a layer by the first digits of its label.

    The other layers are numbered when they are written.
    """
    layers = (
        replace(layer, name=f"%{number}-{layer.name[1:]}") if is_silent(layer) else layer
        for number, layer in enumerate(drawing.layers, 1)
    )
    return replace(drawing, layers=tuple(layers))


def is_silent(layer: Layer) -> bool:
    """Return whether plotters skip this layer."""
    return layer.name.startswith("%")


def pen_name(stroke: Stroke) -> str:
    """Return the name of the pen that draws a stroke, such as "#141414 0.5 mm"."""
    return f"{stroke.color} {decimal_text(stroke.width * MM_PER_PX, _WIDTH_DECIMALS)} mm"


def without_unseen(drawing: Drawing) -> Drawing:
    """Return the drawing without areas, and without the strokes that cannot be seen, for a pen would draw them."""
    layers = (
        replace(layer, strokes=tuple(one for one in layer.strokes if one.opacity >= _FAINTEST and not one.filled))
        for layer in drawing.layers
    )
    return replace(drawing, layers=tuple(layers))


def middle_lines(drawing: Drawing) -> Drawing:
    """Return the drawing with strokes of constant width and plain ink, for the pen in the plotter has its own."""
    layers = (
        replace(layer, strokes=tuple(replace(one, profile=None, pen=None) for one in layer.strokes))
        for layer in drawing.layers
    )
    return replace(drawing, layers=tuple(layers))


def sorted_for_travel(drawing: Drawing, progress: Progress = lambda share: None, start: Point = (0.0, 0.0)) -> Drawing:
    """Return the drawing with the strokes of each plotted layer ordered, and reversed where that is shorter.

    The pen starts at `start`, px, and each layer where the last one ended. No layer travels further than before.
    Groups are dissolved, for the order pays no heed to them.
    `progress` is told how much of each layer is done, 0 … 1.
    """
    at = np.array(start)
    layers = []
    for layer in drawing.layers:
        if not is_silent(layer) and layer.strokes:
            strokes = _shorter(layer.strokes, at, progress)
            loose = tuple(replace(stroke, groups=()) if stroke.groups else stroke for stroke in strokes)
            layer = replace(layer, strokes=loose)
            at = layer.strokes[-1].curve.end
        layers.append(layer)
    return replace(drawing, layers=tuple(layers))


def resumed(drawing: Drawing, first: int) -> Drawing:
    """Return the drawing from its plotted stroke number `first` on, from 1; raises ExportError where it has fewer."""
    passed, layers = 0, []
    for layer in drawing.layers:
        if not is_silent(layer):
            kept = layer.strokes[max(0, first - 1 - passed) :]
            passed += len(layer.strokes)
            layer = replace(layer, strokes=kept)
        layers.append(layer)
    if first > passed:
        raise ExportError(
            said("the plot has only {passed} strokes: it cannot start from number {first}", passed=passed, first=first)
        )
    return replace(drawing, layers=tuple(layers))


def travel(strokes: Sequence[Stroke], start: Points) -> float:
    """Return the length of the pen-up moves between these strokes, from `start`, px."""
    legs = np.array([stroke.curve.start for stroke in strokes]) - np.array(
        [start, *(stroke.curve.end for stroke in strokes[:-1])]
    )
    return float(np.hypot(*legs.T).sum())


def _shorter(strokes: tuple[Stroke, ...], start: Points, progress: Progress) -> tuple[Stroke, ...]:
    ends = np.array([[stroke.curve.start, stroke.curve.end] for stroke in strokes])  # [N, 2, 2]: from, to
    order, turned = _nearest_first(ends, start, progress)
    if len(strokes) <= _MAX_IMPROVED:
        _improve(order, turned, ends, start)
    better = tuple(
        strokes[place].reversed() if flip else strokes[place]
        for place, flip in zip(order.tolist(), turned.tolist(), strict=True)
    )
    return better if travel(better, start) < travel(strokes, start) else strokes


def _nearest_first(
    ends: NDArray[np.float64], start: Points, progress: Progress
) -> tuple[NDArray[np.intp], NDArray[np.bool_]]:
    """Return the order of the nearest-neighbour tour, and which strokes are drawn from their other end."""
    left = RemainingPoints(ends.reshape(-1, 2))  # point 2 · stroke + end
    order, turned = np.zeros(len(ends), dtype=np.intp), np.zeros(len(ends), dtype=np.bool_)
    x, y = start.tolist()
    places = ends.tolist()
    for step in range(len(ends)):
        if step % _STEPS_PER_WORD == 0:
            progress(step / len(ends))
        place, end = divmod(left.nearest(x, y), 2)
        order[step], turned[step] = place, end == 1
        x, y = places[place][1 - end]
        left.remove(2 * place)
        left.remove(2 * place + 1)
    progress(1.0)
    return order, turned


def _improve(order: NDArray[np.intp], turned: NDArray[np.bool_], ends: NDArray[np.float64], start: Points) -> None:
    """Reverse stretches of strokes in place as long as that shortens the tour (2-opt)."""
    placed = np.where(turned[:, None, None], ends[order][:, ::-1], ends[order])  # [N, 2, 2], as drawn
    for _ in range(_MAX_PASSES):
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
