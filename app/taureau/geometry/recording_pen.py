"""A pen that records its calls."""

from __future__ import annotations

from taureau.geometry.curve import Curve
from taureau.geometry.pen import Pen, Point

Call = tuple[str, tuple[Point, ...]]  # "move_to" with one point, or "curve_to" with three


class RecordingPen:
    """Records every call, to replay it onto another pen or to build curves from it."""

    def __init__(self) -> None:
        self.calls: list[Call] = []

    def move_to(self, point: Point) -> None:
        self.calls.append(("move_to", (point,)))

    def curve_to(self, control_1: Point, control_2: Point, end: Point) -> None:
        self.calls.append(("curve_to", (control_1, control_2, end)))

    def replay(self, pen: Pen) -> None:
        """Draw everything again, onto `pen`."""
        for name, points in self.calls:
            if name == "move_to":
                pen.move_to(points[0])
            else:
                pen.curve_to(*points)

    def curves(self) -> tuple[Curve, ...]:
        """One curve for each `move_to` with segments; raises ValueError for a segment without a `move_to`."""
        lines: list[list[Point]] = []
        for name, points in self.calls:
            if name == "move_to":
                lines.append([])
            elif not lines:
                raise ValueError("a curve needs a move_to before its first curve_to")
            lines[-1].extend(points)
        return tuple(Curve(line) for line in lines if len(line) > 1)
