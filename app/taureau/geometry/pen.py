"""The protocol of pens, which receive a curve's path: screen, SVG, PDF and recorder."""

from __future__ import annotations

from typing import Protocol

Point = tuple[float, float]  # x, y; y runs down


class Pen(Protocol):
    """Receives one `move_to`, then one `curve_to` per segment."""

    def move_to(self, point: Point, /) -> None:
        """Lift the pen and set it down at `point`, which begins a new line."""

    def curve_to(self, control_1: Point, control_2: Point, end: Point, /) -> None:
        """Draw a cubic Bézier from where the pen is to `end`."""
