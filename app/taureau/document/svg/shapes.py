"""The outlines of SVG's shapes as curves, in the shape's own units."""

from __future__ import annotations

import math
import re
from itertools import islice
from typing import TYPE_CHECKING

from taureau.document.errors import DocumentError
from taureau.document.svg.path import SvgPath, too_many_segments
from taureau.document.svg.terms import MAX_SEGMENTS
from taureau.document.svg.tree import local_name
from taureau.document.svg.units import Viewport, length, numbers
from taureau.geometry import Curve
from taureau.wording import tr_noop

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

SHAPES = frozenset({"path", "line", "polyline", "polygon", "rect", "circle", "ellipse"})
_KAPPA = 4 / 3 * (math.sqrt(2) - 1)  # the handle's length for a quarter of a unit circle
_TOKEN = re.compile(r"[a-df-zA-DF-Z]|[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_MOST_TOKENS = 8 * MAX_SEGMENTS  # no segment takes more than a letter and seven numbers


class ShapeReader:
    """Converts shape elements to curves, each once, within the limits for one file."""

    def __init__(self) -> None:
        self._curves: dict[tuple[Element, Viewport], tuple[Curve, ...]] = {}
        self._tokens = 0

    def curves(self, element: Element, viewport: Viewport) -> tuple[Curve, ...]:
        """One curve for each open or closed line of the shape; none where SVG says that it is not drawn.

        A path is drawn up to its first mistake. Raises DocumentError for numbers that are not finite, and
        beyond the limit of segments.
        """
        key = (element, viewport)
        found = self._curves.get(key)
        if found is None:
            found = self._curves[key] = self._read(element, viewport)
        return found

    def path_curves(self, data: str) -> tuple[Curve, ...]:
        """One curve for each line of path data; raises DocumentError, as `curves`."""
        path = SvgPath()
        path.parse(self._bounded(data))
        try:
            return path.curves()
        except ValueError as error:
            raise too_large_a_number() from error

    def _read(self, element: Element, viewport: Viewport) -> tuple[Curve, ...]:
        name = local_name(element)
        path = SvgPath()
        try:
            if name == "path":
                path.parse(self._bounded(element.get("d", "")))
            elif name in ("polyline", "polygon"):
                _draw_corners(path, numbers(self._bounded(element.get("points", ""))), closed=name == "polygon")
            else:
                sizes = _Sizes(element, viewport)
                draw = {"line": _draw_line, "rect": _draw_rect}.get(name, _draw_ellipse)
                draw(path, sizes)
            return path.curves()
        except ValueError as error:
            raise too_large_a_number() from error

    def _bounded(self, text: str) -> str:
        self._tokens += sum(1 for _ in islice(_TOKEN.finditer(text), _MOST_TOKENS + 1))
        if self._tokens > _MOST_TOKENS:
            raise too_many_segments()
        return text


def too_large_a_number() -> DocumentError:
    return DocumentError(
        tr_noop("The SVG has a shape with a number that is too large; remove that shape and open it again.")
    )


class _Sizes:
    """The lengths of a shape, 0 where they are not given."""

    def __init__(self, element: Element, viewport: Viewport) -> None:
        self._element = element
        self._wholes = {"x": viewport.width, "w": viewport.width, "y": viewport.height, "h": viewport.height}
        self._diagonal = viewport.diagonal

    def get(self, name: str) -> float | None:
        whole = self._wholes.get(name[0], self._wholes.get(name[1:2], self._diagonal))
        return length(self._element.get(name, ""), whole)

    def __getitem__(self, name: str) -> float:
        return self.get(name) or 0.0


def _draw_corners(path: SvgPath, values: list[float], closed: bool) -> None:
    corners = list(zip(values[::2], values[1::2], strict=False))  # an odd number at the end belongs to no corner
    if len(corners) < 2:
        return
    path.move(corners[0])
    for corner in corners[1:]:
        path.line(corner)
    if closed:
        path.closed()


def _draw_line(path: SvgPath, sizes: _Sizes) -> None:
    path.move((sizes["x1"], sizes["y1"]))
    path.line((sizes["x2"], sizes["y2"]))


def _draw_rect(path: SvgPath, sizes: _Sizes) -> None:
    left, top, width, height = (sizes[name] for name in ("x", "y", "width", "height"))
    if width <= 0 or height <= 0:
        return
    rx, ry = sizes.get("rx"), sizes.get("ry")
    rx, ry = (ry if rx is None else rx) or 0.0, (rx if ry is None else ry) or 0.0
    rx, ry = min(max(rx, 0.0), width / 2), min(max(ry, 0.0), height / 2)
    right, bottom = left + width, top + height
    if not (rx and ry):
        _draw_corners(path, [left, top, right, top, right, bottom, left, bottom], closed=True)
        return
    path.move((left + rx, top))
    for corner_x, corner_y, x, y in (
        (right, top, -1, 1),
        (right, bottom, -1, -1),
        (left, bottom, 1, -1),
        (left, top, 1, 1),
    ):
        along_x, along_y = (corner_x + x * rx, corner_y), (corner_x, corner_y + y * ry)
        begin, end = (along_x, along_y) if x * y < 0 else (along_y, along_x)
        if path.current_point != begin:
            path.line(begin)
        _draw_quarter(path, begin, (corner_x, corner_y), end)
    path.closed()


def _draw_ellipse(path: SvgPath, sizes: _Sizes) -> None:
    x, y = sizes["cx"], sizes["cy"]
    round_ = sizes.get("r")
    rx, ry = sizes.get("rx"), sizes.get("ry")
    rx = round_ if round_ is not None else ry if rx is None else rx
    ry = round_ if round_ is not None else rx if ry is None else ry
    if rx is None or ry is None or rx <= 0 or ry <= 0:
        return
    ends = [(x + rx, y), (x, y + ry), (x - rx, y), (x, y - ry), (x + rx, y)]
    corners = [(x + rx, y + ry), (x - rx, y + ry), (x - rx, y - ry), (x + rx, y - ry)]
    path.move(ends[0])
    for begin, corner, end in zip(ends, corners, ends[1:], strict=False):
        _draw_quarter(path, begin, corner, end)
    path.closed()


def _draw_quarter(
    path: SvgPath, begin: tuple[float, float], corner: tuple[float, float], end: tuple[float, float]
) -> None:
    """A quarter of an ellipse from `begin` to `end`, both on the sides that meet at `corner`."""
    first, second = ((x + (corner[0] - x) * _KAPPA, y + (corner[1] - y) * _KAPPA) for x, y in (begin, end))
    path.cubic(first, second, end)
