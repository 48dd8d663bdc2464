"""The pen of the screen: curves draw themselves into a QPainterPath."""

from __future__ import annotations

from PySide6.QtGui import QPainterPath

from taureau.geometry import Curve, Point


class PainterPen:
    """Collects what is drawn in `path`."""

    def __init__(self) -> None:
        self.path = QPainterPath()

    def move_to(self, point: Point, /) -> None:
        self.path.moveTo(*point)

    def curve_to(self, control_1: Point, control_2: Point, end: Point, /) -> None:
        self.path.cubicTo(*control_1, *control_2, *end)


def painter_path(curve: Curve) -> QPainterPath:
    pen = PainterPen()
    curve.draw(pen)
    return pen.path
