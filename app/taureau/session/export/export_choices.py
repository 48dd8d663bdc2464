"""The choices for the next export, in the dialog's units."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any, Literal, get_args

from taureau.document import AS_DRAWN, LOOKS
from taureau.export import (
    DPI,
    ORIENTATIONS,
    PAPERS,
    PLOTTER_MARGIN_MM,
    PLOTTER_PAPER,
    PLOTTER_PEN_MM,
    PROFILES,
    Area,
    Export,
    Format,
    Margins,
    Orientation,
    Paper,
    Profile,
    Side,
)

WINDOW_FORMATS: tuple[Format, ...] = ("svg", "pdf", "png", "webp")  # programs of machines are for the command line
OwnSide = Literal["own"] | Side
DEFAULT_SIZE = 120.0  # mm, where a size is asked for
DEFAULT_DECIMALS = 3


@dataclass(frozen=True)
class ExportChoices:
    """Values that the chosen format ignores are kept here and left out of the request."""

    format: Format = "svg"
    profile: Profile = "inkscape"
    side: OwnSide = "own"  # "own": the drawing's own size, or as large as the page allows
    size_mm: float = DEFAULT_SIZE
    area: Area = "sheet"
    paper: Paper = "fit"
    orientation: Orientation = "auto"
    margin_mm: float = 0.0
    look: str = AS_DRAWN
    pen_mm: float = 0.0  # 0: as drawn
    dpi: float = DPI
    decimals: int = DEFAULT_DECIMALS
    transparent: bool = False
    with_paper: bool | None = None  # None: where ink would vanish
    selected: bool = False  # selected strokes only
    layer_files: bool = False
    pens: bool = True
    sort_travel: bool = False
    path: Path = field(default_factory=lambda: Path("drawing.svg"))

    def request(self, selection: frozenset[int]) -> Export:
        """Return the export request; raises ExportError if the choices contradict each other."""
        pixels = self.format in ("png", "webp")
        return Export(
            format=self.format,
            profile=self.profile,
            side="longer" if self.side == "own" else self.side,
            size_mm=None if self.side == "own" else self.size_mm,
            area=self.area,
            paper=self.paper,
            orientation=self.orientation,
            margins=Margins.even(self.margin_mm),
            selection=selection if self.selected else None,
            look=self.look,
            pen_mm=self.pen_mm or None,
            dpi=self.dpi if pixels else None,
            transparent=self.transparent and pixels,
            with_paper=None if self.plots or pixels else self.with_paper,
            decimals=self.decimals,
            layer_files=self.layer_files,
            pens=self.pens,
            sort_travel=self.sort_travel and self.plots,
        )

    @property
    def plots(self) -> bool:
        return self.format == "svg" and self.profile == "plotter"

    def with_proposals(self) -> ExportChoices:
        """Return the choices with the page, margins and pen proposed for a plotter, or without them for all else.

        What the user has chosen otherwise stays.
        """
        before, after = (_PLAIN, _PLOTTER) if self.plots else (_PLOTTER, _PLAIN)
        untouched = self.side == "own" and all(_alike(getattr(self, name), value) for name, value in before.items())
        return replace(self, **after) if untouched else self

    def as_text(self) -> str:
        """Return the choices to store in the settings, without those that belong to one drawing."""
        return json.dumps({name: getattr(self, name) for name in _names()})

    @classmethod
    def from_text(cls, text: str) -> ExportChoices:
        """Return the stored choices; invalid values in a settings file are ignored."""
        try:
            kept = json.loads(text)
        except (ValueError, RecursionError):
            kept = {}
        fresh = cls()
        if not isinstance(kept, dict):
            return fresh
        return replace(fresh, **{name: kept[name] for name in _names() if _makes_sense(name, kept.get(name), fresh)})


_PLOTTER: dict[str, Any] = {"paper": PLOTTER_PAPER, "margin_mm": PLOTTER_MARGIN_MM, "pen_mm": PLOTTER_PEN_MM}
_PLAIN: dict[str, Any] = {name: ExportChoices.__dataclass_fields__[name].default for name in _PLOTTER}
_ALIKE_MM = 0.02  # what a length in inches loses in its field


def _alike(one: Any, other: Any) -> bool:
    return one == other if isinstance(one, str) else math.isclose(one, other, abs_tol=_ALIKE_MM)


_WORDS: dict[str, tuple[str, ...]] = {
    "format": WINDOW_FORMATS,
    "profile": PROFILES,
    "side": ("own", *get_args(Side)),
    "area": get_args(Area),
    "paper": PAPERS,
    "orientation": ORIENTATIONS,
    "look": tuple(LOOKS),
}


def _names() -> list[str]:
    return [one.name for one in fields(ExportChoices) if one.name not in ("path", "selected", "with_paper")]


def _makes_sense(name: str, value: Any, fresh: ExportChoices) -> bool:
    if name in _WORDS:
        return value in _WORDS[name]
    if type(value) is not type(getattr(fresh, name)):
        return False
    return not isinstance(value, float) or math.isfinite(value)
