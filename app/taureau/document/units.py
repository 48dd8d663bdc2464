"""Units of length: conversion to px of a drawing, text to length, length to text."""

from __future__ import annotations

import math
import re
from enum import StrEnum

from taureau.wording import tr_noop

_PX = {"mm": 96 / 25.4, "in": 96.0, "px": 1.0, "pt": 96 / 72}
_DECIMALS = {"mm": 1, "in": 2, "px": 1, "pt": 1}  # of positions and sizes; widths have one more
_NAMES = {"mm": tr_noop("millimetres"), "in": tr_noop("inches"), "px": tr_noop("pixels"), "pt": tr_noop("points")}
_SPELLINGS = {"cm": 960 / 25.4, "inch": 96.0, "inches": 96.0, '"': 96.0, "″": 96.0}  # px; read, never written
_LENGTH = re.compile(r"""([-+−]?\s*(?:\d+[.,]?\d*|[.,]\d+))\s*([a-zA-Z"″]*)""")


class Unit(StrEnum):
    """A unit of length; a px is 1/96 inch."""

    MM = "mm"
    INCH = "in"
    PX = "px"
    PT = "pt"

    @property
    def px(self) -> float:
        """The number of px in one unit."""
        return _PX[self]

    @property
    def plural(self) -> str:
        """The unit's name, such as "millimetres"."""
        return _NAMES[self]

    def decimals(self, *, fine: bool = False) -> int:
        """Return the number of decimals shown; `fine`: for the widths of strokes."""
        return _DECIMALS[self] + fine


def length_text(px: float, unit: Unit, *, fine: bool = False) -> str:
    """Return a length with its unit, such as "12.5 mm"; `fine`: with one more decimal, for widths of strokes."""
    return f"{number_text(px, unit, fine=fine)} {unit}"


def size_text(width: float, height: float, unit: Unit) -> str:
    """Return a width and a height in px with their unit, such as "210.0 × 297.0 mm"."""
    return f"{number_text(width, unit)} × {length_text(height, unit)}"


def number_text(px: float, unit: Unit, *, fine: bool = False) -> str:
    """Return a length in a unit, without its name; a negative one has a minus sign, and 0 has none."""
    decimals = unit.decimals(fine=fine)
    value = round(px / unit.px, decimals) + 0.0
    return f"{value:.{decimals}f}".replace("-", "−")


def parsed_length(text: str, unit: Unit) -> float | None:
    """Return the px of a length such as "12 mm" or "1,5"; None for other text. A bare number is in `unit`."""
    found = _LENGTH.fullmatch(text.strip()) if len(text) < 100 else None
    if found is None:
        return None
    name = found[2].lower()
    factor = unit.px if not name else _PX.get(name, _SPELLINGS.get(name))
    number = float(found[1].replace("−", "-").replace(",", ".").replace(" ", ""))
    return number * factor if factor is not None and math.isfinite(number) else None
