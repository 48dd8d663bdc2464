"""The rules of place: where a row goes relative to another. y runs down."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from taureau.engine.things.rows import GAP, Row, opened
from taureau.engine.things.sentence import Place


def _fitted(row: Row, width: float, height: float) -> Row:
    """Return a row no larger than this."""
    return row.scaled(min(1.0, width / row.box.width, height / row.box.height))


def _beside(row: Row, other: Row, side: int) -> Row:
    a, b = row.box, other.box
    distance = b.width / 2 + a.width / 2 + GAP * max(a.width, b.width)
    return row.at(center=b.center[0] + side * distance, bottom=b.bottom)


def _on(row: Row, other: Row) -> Row:
    """Stand on the upper edge."""
    b = other.box
    return _fitted(row, 0.8 * b.width, 1.2 * b.height).at(center=b.center[0], bottom=b.top + 0.04 * b.height)


def _riding(row: Row, other: Row) -> Row:
    """Sit on the back, which lies below the head."""
    b = other.box
    small = _fitted(row, 0.7 * b.width, 1.1 * b.height)
    return small.at(center=b.center[0], bottom=b.top + 0.5 * b.height)


def _under(row: Row, other: Row) -> Row:
    """Stand at the foot, in front of the lower half; a trunk in the middle stays visible."""
    b = other.box
    several = len(row.boxes) > 1
    small = _fitted(opened(row, 0.3 * row.box.width) if several else row, 1.1 * b.width, 0.42 * b.height)
    aside = 0.0 if several else -0.22 * b.width
    return small.at(center=b.center[0] + aside, bottom=b.bottom + 0.06 * b.height)


def _below(row: Row, other: Row) -> Row:
    b = other.box
    return row.at(center=b.center[0], bottom=b.bottom + GAP * max(row.box.height, b.height) + row.box.height)


def _above(row: Row, other: Row) -> Row:
    b = other.box
    return row.at(center=b.center[0], bottom=b.top - GAP * max(row.box.height, b.height))


def _in_front(row: Row, other: Row) -> Row:
    """Stand lower, over the lower part."""
    b = other.box
    small = _fitted(row, 0.85 * b.width, 0.6 * b.height)
    return small.at(center=b.center[0] + 0.15 * b.width, bottom=b.bottom + 0.18 * b.height)


def _behind(row: Row, other: Row) -> Row:
    """Stand higher, so that half of it can be seen."""
    a, b = row.box, other.box
    seen = row.scaled(max(1.0, 0.9 * b.height / a.height, 0.5 * b.width / a.width))
    return seen.at(center=b.center[0] - 0.15 * b.width, bottom=b.bottom - 0.45 * b.height)


def _between(row: Row, opened: Row) -> Row:
    half = (len(opened.boxes) + 1) // 2
    left, right = Row(opened.boxes[:half]).box, Row(opened.boxes[half:]).box
    return row.at(center=(left.right + right.left) / 2, bottom=opened.box.bottom)


def _inside(row: Row, other: Row) -> Row:
    b = other.box
    small = _fitted(row, 0.5 * b.width, 0.5 * b.height)
    return small.at(center=b.center[0], bottom=b.center[1] + 0.08 * b.height + small.box.height / 2)


def rising(row: Row, other: Row) -> Row:
    """Stand in a vessel, and rise out of it."""
    b = other.box
    small = row.scaled(min(0.9 * b.width / row.box.width, 1.3 * b.height / row.box.height))
    return small.at(center=b.center[0], bottom=b.top + min(0.5 * b.height, 0.35 * small.box.height))


def seated(row: Row, other: Row) -> Row:
    """Sit on a seat, before its back."""
    b = other.box
    small = _fitted(row, 0.6 * b.width, 0.9 * b.height)
    return small.at(center=b.center[0], bottom=b.top + 0.6 * b.height)


RULES: Mapping[Place, Callable[[Row, Row], Row]] = {  # the row, and the one it is related to
    "on": _on,
    "riding": _riding,
    "under": _under,
    "below": _below,
    "above": _above,
    "beside": lambda row, other: _beside(row, other, -1),
    "left": lambda row, other: _beside(row, other, -1),
    "right": lambda row, other: _beside(row, other, 1),
    "front": _in_front,
    "behind": _behind,
    "between": _between,
    "in": _inside,
}

AWAY: Mapping[Place, tuple[int, int]] = {  # where a row is moved on to while others are in its way
    "below": (0, 1),
    "above": (0, -1),
    "beside": (-1, 0),
    "left": (-1, 0),
    "right": (1, 0),
}
