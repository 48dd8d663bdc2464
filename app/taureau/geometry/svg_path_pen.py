"""A pen that writes SVG path data."""

from __future__ import annotations

from taureau.geometry.decimals import decimal_text
from taureau.geometry.pen import Point


class SvgPathPen:
    """Collects absolute path data, `M x,y C x,y x,y x,y …`, its numbers rounded to `decimals` places.

    Segments that follow one another share one `C`, as SVG allows.
    """

    def __init__(self, decimals: int = 3) -> None:
        self._decimals = decimals
        self._words: list[str] = []
        self._in_curve = False

    def move_to(self, point: Point) -> None:
        self._words.append(f"M{self._pair(point)}")
        self._in_curve = False

    def curve_to(self, control_1: Point, control_2: Point, end: Point) -> None:
        command = "" if self._in_curve else "C"
        self._words += [command + self._pair(control_1), self._pair(control_2), self._pair(end)]
        self._in_curve = True

    @property
    def data(self) -> str:
        """The `d` attribute of the path so far."""
        return " ".join(self._words)

    def _pair(self, point: Point) -> str:
        return f"{decimal_text(point[0], self._decimals)},{decimal_text(point[1], self._decimals)}"
