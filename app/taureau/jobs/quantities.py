"""Numbers of strokes and lengths, as options and settings give them; cheap to import, for the command line's help."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

from taureau.engine.presets import AUTO_LIMIT

Unit = Literal["px", "%", "mm"]


@dataclass(frozen=True)
class StrokeCount:
    """How many strokes to draw: exactly `most`, or, with `auto`, as many as it takes up to that."""

    most: int | None  # None: the usual number
    auto: bool

    @property
    def setting(self) -> int | str | None:
        """The same as a setting of a job: a number, or "auto:MAX"."""
        return f"auto:{self.most}" if self.auto else self.most


def stroke_count(text: str) -> StrokeCount:
    """Parse `16`, `auto` or `auto:40`; raises ValueError."""
    text = text.strip().lower()
    try:
        if text == "auto":
            return StrokeCount(AUTO_LIMIT, auto=True)
        if text.startswith("auto:"):
            return StrokeCount(int(text.removeprefix("auto:")), auto=True)
        return StrokeCount(int(text), auto=False)
    except ValueError:
        raise ValueError(f"{text!r} is not a number, auto, or auto:MAX") from None


@dataclass(frozen=True)
class Length:
    """A length on the sheet."""

    value: float
    unit: Unit  # px of the photo, % of the sheet's longer side, or mm on paper

    def px(self, longer: float, px_per_mm: float) -> float:
        """Return the length in px of a sheet whose longer side has `longer` px."""
        return self.value * {"px": 1.0, "%": longer / 100, "mm": px_per_mm}[self.unit]


def length(text: str) -> Length:
    """Parse `3`, `3px`, `1.2%` or `0.5mm`; raises ValueError."""
    text = text.strip().lower()
    units: tuple[Unit, ...] = ("px", "%", "mm")
    unit = next((unit for unit in units if text.endswith(unit)), None)
    value = float(text if unit is None else text.removesuffix(unit))
    if not 0 < value < math.inf:
        raise ValueError(f"{text!r} is not above 0")
    return Length(value, unit or "px")
