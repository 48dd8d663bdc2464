"""The pen that curves draw themselves onto; screen, SVG and recorder are all pens."""

from __future__ import annotations

from typing import Protocol

Point = tuple[float, float]  # x, y; y runs down


class Pen(Protocol):
    """What a curve calls to draw itself: one `move_to` first, then one `curve_to` for each segment."""

    def move_to(self, point: Point, /) -> None:
        """Lift the pen and set it down at `point`, which begins a new line."""

    def curve_to(self, control_1: Point, control_2: Point, end: Point, /) -> None:
        """Draw a cubic Bézier from where the pen is to `end`."""
