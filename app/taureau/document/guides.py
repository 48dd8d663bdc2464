"""Guides: lines that help to draw and are not drawn; edits of them, and their form in SVG, which is Inkscape's."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from taureau.document.svg.terms import MAX_COORDINATE, SODIPODI
from taureau.geometry import Affine, decimal_text, rounded_number

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_READ_DECIMALS = 6  # of a px; y is counted from the other edge in the file, and must come back as it was


@dataclass(frozen=True)
class Guide:
    """A line without ends through a point, at right angles to its normal; document coordinates, px."""

    x: float
    y: float
    normal: tuple[float, float]

    @classmethod
    def across(cls, y: float) -> Guide:
        """Return a horizontal guide."""
        return cls(0.0, y, (0.0, 1.0))

    @classmethod
    def down(cls, x: float) -> Guide:
        """Return a vertical guide."""
        return cls(x, 0.0, (1.0, 0.0))

    @property
    def horizontal(self) -> bool:
        return self.normal[0] == 0

    @property
    def vertical(self) -> bool:
        return self.normal[1] == 0

    def distance(self, x: float, y: float) -> float:
        """Return the distance of a point from the line."""
        across, down = self.normal
        return abs((x - self.x) * across + (y - self.y) * down) / math.hypot(across, down)

    def moved_to(self, x: float, y: float) -> Guide:
        """Return the guide through another point; an upright or level one keeps its point on the edge."""
        return Guide(0.0 if self.horizontal else x, 0.0 if self.vertical else y, self.normal)

    def scaled(self, affine: Affine) -> Guide:
        """Return the guide under a map that neither rotates nor translates."""
        across, down = self.normal
        slanted = across != 0 and down != 0
        normal = (across * affine.d, down * affine.a) if slanted else self.normal
        return Guide(self.x * affine.a, self.y * affine.d, normal)


def guide_lines(guides: Sequence[Guide], height: float, precision: int) -> Iterator[str]:
    """Yield an SVG element for each guide of a sheet of this height; in the file y is counted upwards."""
    for number, guide in enumerate(guides, 1):
        position = f"{decimal_text(guide.x, precision)},{decimal_text(height - guide.y, precision)}"
        across, down = (decimal_text(part, _READ_DECIMALS) for part in (guide.normal[0], -guide.normal[1]))
        yield f'    <sodipodi:guide id="guide{number}" position="{position}" orientation="{across},{down}"/>'


def read_guides(root: Element, scale: tuple[float, float], height: float) -> tuple[Guide, ...]:
    """Return the valid guides of an SVG; `scale`: px in a user unit, `height`: of the sheet, px."""
    view = root.find(f"{{{SODIPODI}}}namedview")
    found = [] if view is None else [_read(one, scale, height) for one in view.iterfind(f"{{{SODIPODI}}}guide")]
    return tuple(guide for guide in found if guide is not None)


def _read(element: Element, scale: tuple[float, float], height: float) -> Guide | None:
    point, normal = _pair(element.get("position", "")), _pair(element.get("orientation", ""))
    if point is None or normal is None or normal == (0, 0):
        return None
    x, y = point[0] * scale[0], height - point[1] * scale[1]
    across, down = abs(normal[0]), -normal[1] if normal[0] >= 0 else normal[1]
    if across == 0 or down == 0:  # one line has many normals
        across, down = float(across != 0), float(down != 0)
    x, y, across, down = (rounded_number(value, _READ_DECIMALS) for value in (x, y, across, down))
    return Guide(0.0 if across == 0 else x, 0.0 if down == 0 else y, (across, down))


def _pair(text: str) -> tuple[float, float] | None:
    try:
        first, second = (float(part) for part in text[:200].split(","))
    except ValueError:
        return None
    return (first, second) if max(abs(first), abs(second)) <= MAX_COORDINATE else None
