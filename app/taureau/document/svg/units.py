"""SVG lengths and viewports."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from taureau.document.errors import DocumentError
from taureau.document.svg.terms import MAX_COORDINATE
from taureau.document.units import Unit
from taureau.geometry import Affine, Box
from taureau.wording import tr_noop

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

NUMBER = r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?"
_NUMBERS = re.compile(NUMBER)
_LENGTH = re.compile(rf"({NUMBER})\s*([a-zA-Z]+|%|)")
_PX = {  # px in one unit; em and ex stand on a font of 16 px
    "": 1.0,
    **{str(unit): unit.px for unit in Unit},
    "cm": 96 / 2.54,
    "q": 96 / 101.6,
    "pc": 16.0,
    "em": 16.0,
    "rem": 16.0,
    "ex": 8.0,
}
_NEARLY_ONE = 1e-6  # a scale this close to 1 is 1, for sizes in mm are rounded and coordinates must not move


def numbers(text: str) -> list[float]:
    """All the numbers in a text, whatever stands between them."""
    return [float(found) for found in _NUMBERS.findall(text)]


def length(text: str, whole: float) -> float | None:
    """A length in px; percentages are of `whole`. None where the text is no length."""
    found = _LENGTH.fullmatch(text.strip()) if len(text) < 1000 else None
    if not found:
        return None
    return px(float(found[1]), found[2].lower(), whole)


def px(value: float, unit: str, whole: float) -> float | None:
    """A value in a unit, lower case, as px; percentages are of `whole`. None where the unit is no length's."""
    if unit == "%":
        return value * whole / 100
    return value * _PX[unit] if unit in _PX else None


@dataclass(frozen=True)
class Viewport:
    """The viewport of an `<svg>` or `<symbol>`, in the units of its content."""

    width: float
    height: float

    @property
    def box(self) -> Box:
        """The reference box of transforms: it begins at the origin, wherever the viewBox does."""
        return Box(0, 0, self.width, self.height)

    @property
    def diagonal(self) -> float:
        """The reference length of percentages along neither x nor y."""
        return math.hypot(self.width, self.height) / math.sqrt(2)


def view_box(element: Element) -> tuple[float, float, float, float] | None:
    """The element's viewBox, x, y, width and height; None where it has no proper one."""
    values = numbers(element.get("viewBox", "")[:200])
    if len(values) != 4 or not all(map(math.isfinite, values)) or values[2] <= 0 or values[3] <= 0:
        return None
    return values[0], values[1], values[2], values[3]


def sheet_size(root: Element) -> tuple[float, float] | None:
    """The size of the sheet in px; None where the file gives neither a size nor a viewBox."""
    sides = (length(root.get(name, ""), math.nan) for name in ("width", "height"))
    width, height = (side if side is not None and side > 0 else None for side in sides)
    box = view_box(root)
    if box:
        scale = width / box[2] if width else height / box[3] if height else 1.0
        width, height = width or box[2] * scale, height or box[3] * scale
    if width is None or height is None:
        return None
    if max(width, height) > MAX_COORDINATE:
        raise DocumentError(tr_noop("The SVG's sheet is too large; give it a smaller size and open it again."))
    if box and abs(width / box[2] - 1) < _NEARLY_ONE and abs(height / box[3] - 1) < _NEARLY_ONE:
        return box[2], box[3]
    return width, height


def fitted(element: Element, width: float, height: float) -> tuple[Affine, Viewport]:
    """The map from the element's viewBox to `width` × `height` px, and the viewport inside."""
    box = view_box(element)
    if box is None:
        return Affine(), Viewport(width, height)
    left, top, box_width, box_height = box
    scale_x, scale_y = width / box_width, height / box_height
    words = element.get("preserveAspectRatio", "").split()[:3] or ["xMidYMid"]
    if words[0] != "none":
        scale_x = scale_y = max(scale_x, scale_y) if "slice" in words else min(scale_x, scale_y)
    shares = {"Min": 0.0, "Mid": 0.5, "Max": 1.0}
    x = (width - box_width * scale_x) * shares.get(words[0][1:4], 0.5)
    y = (height - box_height * scale_y) * shares.get(words[0][5:8], 0.5)
    return Affine(scale_x, 0, 0, scale_y, x - left * scale_x, y - top * scale_y), Viewport(box_width, box_height)
