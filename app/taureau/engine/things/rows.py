"""Rows: the boxes of things that stand side by side."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from taureau.engine.things.kinds import hangs, size
from taureau.engine.things.thing import Thing
from taureau.geometry import Box

GAP = 0.14  # of the larger of two neighbours' widths, between them
_CROWD = 0.3  # exponent: things of a group of N are smaller by N to this
_HUNG = 0.55  # of a row's height: the sky's things hang so high
_IN_A_ROW = 4  # more than these stand in several rows


@dataclass(frozen=True)
class Row:
    """The boxes of a group's things around one another, in the order of the group."""

    boxes: tuple[Box, ...]

    @property
    def box(self) -> Box:
        return around(self.boxes)

    def scaled(self, factor: float) -> Row:
        return Row(tuple(Box(*(factor * side for side in _sides(box))) for box in self.boxes))

    def moved(self, x: float, y: float) -> Row:
        return Row(tuple(Box(b.left + x, b.top + y, b.right + x, b.bottom + y) for b in self.boxes))

    def at(self, *, center: float, bottom: float) -> Row:
        box = self.box
        return self.moved(center - box.center[0], bottom - box.bottom)


def row_of(group: Sequence[Thing], proportions: Mapping[str, float]) -> Row:
    """Return the things of a group side by side on one ground; many stand in several rows."""
    sizes, hung = [], []
    total = sum(thing.count for thing in group)
    for thing in group:
        longer = size(thing) / total**_CROWD
        ratio = proportions[thing.phrase]
        sizes += [(longer * min(1.0, ratio), longer * min(1.0, 1 / ratio))] * thing.count
        hung += [hangs(thing)] * thing.count
    highest = max(height for _, height in sizes)
    lift = [_HUNG * highest if up and not all(hung) else 0.0 for up in hung]
    across = total if total <= _IN_A_ROW else math.ceil(math.sqrt(1.6 * total))
    boxes: list[Box] = []
    ground = 0.0
    for start in range(0, total, across):
        line: list[Box] = []
        x = 0.0
        for (width, height), up in zip(sizes[start : start + across], lift[start : start + across], strict=True):
            x += GAP * max(width, line[-1].width) if line else 0.0
            line.append(Box(x, ground - up - height, x + width, ground - up))
            x += width
        boxes += [Box(box.left - x / 2, box.top, box.right - x / 2, box.bottom) for box in line]
        ground += highest * (1 + GAP)
    return Row(tuple(boxes))


def opened(row: Row, width: float) -> Row:
    """Return a row with a gap in its middle that something of this width fits into."""
    half = (len(row.boxes) + 1) // 2
    left, right = Row(row.boxes[:half]), Row(row.boxes[half:])
    gap = width * (1 + 2 * GAP)
    return Row(left.boxes + right.moved(left.box.right + gap - right.box.left, 0).boxes)


def around(boxes: Sequence[Box]) -> Box:
    whole = boxes[0]
    for box in boxes[1:]:
        whole = whole.union(box)
    return whole


def _sides(box: Box) -> tuple[float, float, float, float]:
    return box.left, box.top, box.right, box.bottom
