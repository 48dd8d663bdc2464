"""Strokes aligned and distributed; a group counts as one. `places` are indices of strokes in drawing order.

What is aligned is the ink: the box around the curves and their widths.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import reduce
from typing import Literal

from taureau.document.arranging import exchanged
from taureau.document.drawing import Drawing, Stroke
from taureau.document.groups import chosen_items
from taureau.geometry import Affine, Box, bounds

Edge = Literal["left", "centre", "right", "top", "middle", "bottom"]
Axis = Literal["across", "down"]
Spacing = Literal["gaps", "centres"]
_NOTHING = 1e-9  # px; what is off by less is where it should be
_SHARES: Mapping[Edge, tuple[Axis, float]] = {
    "left": ("across", 0.0),
    "centre": ("across", 0.5),
    "right": ("across", 1.0),
    "top": ("down", 0.0),
    "middle": ("down", 0.5),
    "bottom": ("down", 1.0),
}


@dataclass(frozen=True)
class _Item:
    places: range
    low: float  # px, its ends along the axis
    high: float

    @property
    def middle(self) -> float:
        return (self.low + self.high) / 2


def ink_box(stroke: Stroke) -> Box:
    """Return the box around a stroke with its width."""
    return bounds(stroke.curve).grown(stroke.widest / 2)


def aligned(
    drawing: Drawing,
    places: Collection[int],
    edge: Edge,
    *,
    inside: tuple[str, ...] = (),
    to_sheet: bool = False,
) -> Drawing:
    """Return the drawing with an edge or the middle of each chosen item at that of the box around all of them.

    With `to_sheet`, or where only one item is chosen, at that of the sheet. Within the group `inside` its members are
    items of their own.
    """
    axis, share = _SHARES[edge]
    items = _items(drawing, places, axis, inside)
    if not items:
        return drawing
    low, high = min(item.low for item in items), max(item.high for item in items)
    if to_sheet or len(items) == 1:
        low, high = 0.0, _side(drawing, axis)
    at = low + share * (high - low)
    return _moved(drawing, axis, {item: at - (item.low + share * (item.high - item.low)) for item in items})


def distributed(
    drawing: Drawing,
    places: Collection[int],
    axis: Axis,
    spacing: Spacing = "gaps",
    *,
    inside: tuple[str, ...] = (),
    to_sheet: bool = False,
) -> Drawing:
    """Return the drawing with equal gaps between the chosen items, or equal steps between their centres.

    The outermost two stay, or with `to_sheet` go to the edges of the sheet. Fewer than three items, or than two with
    `to_sheet`, stay as they are.
    """
    items = sorted(_items(drawing, places, axis, inside), key=lambda item: (item.middle, item.places.start))
    if len(items) < (2 if to_sheet else 3):
        return drawing
    first, last = items[0], items[-1]
    low, high = (0.0, _side(drawing, axis)) if to_sheet else (first.low, last.high)
    shifts: dict[_Item, float] = {}
    if spacing == "gaps":
        gap = (high - low - sum(item.high - item.low for item in items)) / (len(items) - 1)
        at = low
        for item in items:
            shifts[item] = at - item.low
            at += item.high - item.low + gap
    else:
        start = low + (first.high - first.low) / 2
        step = (high - (last.high - last.low) / 2 - start) / (len(items) - 1)
        shifts = {item: start + number * step - item.middle for number, item in enumerate(items)}
    return _moved(drawing, axis, shifts)


def _items(drawing: Drawing, places: Collection[int], axis: Axis, inside: tuple[str, ...]) -> list[_Item]:
    strokes = [*drawing.strokes]
    found = []
    for item in chosen_items(drawing, places, inside):
        box = reduce(Box.union, (ink_box(strokes[place]) for place in item))
        found.append(_Item(item, *((box.left, box.right) if axis == "across" else (box.top, box.bottom))))
    return found


def _side(drawing: Drawing, axis: Axis) -> float:
    return drawing.width if axis == "across" else drawing.height


def _moved(drawing: Drawing, axis: Axis, shifts: Mapping[_Item, float]) -> Drawing:
    """Return the drawing with each item moved along the axis by px; strokes that stay are the same objects."""
    strokes = [*drawing.strokes]
    moved: dict[int, Stroke] = {}
    for item, by in shifts.items():
        if abs(by) > _NOTHING:
            shift = Affine.translate(by, 0) if axis == "across" else Affine.translate(0, by)
            moved |= {place: strokes[place].transformed(shift) for place in item.places}
    return exchanged(drawing, moved)
