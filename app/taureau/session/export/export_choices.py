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
    FORMATS,
    MARKS,
    ORIENTATIONS,
    PAPERS,
    PLOTTER_MARGIN_MM,
    PLOTTER_PEN_MM,
    PROFILES,
    PROGRAMS,
    Area,
    Export,
    ExportError,
    Format,
    Margins,
    Marks,
    Orientation,
    PaperName,
    Profile,
    Side,
    proposed_paper,
)
from taureau.session.export.machine_choices import MachineChoices
from taureau.session.export.stored_choices import restored

CUSTOM = "custom"  # a page of the user's own size
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
    paper: PaperName | Literal["custom"] = "fit"
    page_width_mm: float = 210.0  # of a custom page, which lies as it is given where the orientation is "auto"
    page_height_mm: float = 297.0
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
    machine: MachineChoices = field(default_factory=MachineChoices)  # that plots
    hatch_fills: bool = False  # areas of a plot, where there are some
    hatch_spacing_mm: float = 0.0  # 0: by the pen's width
    marks: Marks | Literal["none"] = "none"  # registration marks of a plot
    from_stroke: int = 1  # of a plot that was interrupted
    path: Path = field(default_factory=lambda: Path("drawing.svg"))

    def request(self, selection: frozenset[int], *, areas: bool = False) -> Export:
        """Return the export request; `areas`: whether the drawing has some that can be hatched.

        Raises ExportError if the choices contradict each other, and where the machine file cannot be read.
        """
        hatched = self.hatch_fills and self.plots and areas
        pixels = self.format in ("png", "webp")
        return Export(
            format=self.format,
            profile=self.profile,
            side="longer" if self.side == "own" else self.side,
            size_mm=None if self.side == "own" else self.size_mm,
            area=self.area,
            paper=(self.page_width_mm, self.page_height_mm) if self.paper == "custom" else self.paper,
            orientation=self.orientation,
            margins=Margins.even(self.margin_mm),
            selection=selection if self.selected else None,
            machine=self.machine.machine(self.format) if self.plots else None,
            hatch_fills=hatched,
            hatch_spacing_mm=self.hatch_spacing_mm or None if hatched else None,
            marks=None if self.marks == "none" or not self.plots else self.marks,
            from_stroke=self.from_stroke if self.plots else 1,
            look=AS_DRAWN if self.plots else self.look,
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
    def programs(self) -> bool:
        """Whether commands of a machine are written."""
        return self.format in PROGRAMS

    @property
    def plots(self) -> bool:
        return self.programs or (self.format == "svg" and self.profile == "plotter")

    def with_proposals(self, before: ExportChoices) -> ExportChoices:
        """Return the choices with the page, margins and pen that are proposed for them.

        What the user has changed of those proposed for the choices `before` stays.
        """
        proposed, old = self._proposals(), before._proposals()
        untouched = self.side == "own" and all(_alike(getattr(self, name), value) for name, value in old.items())
        return replace(self, **proposed) if untouched else self

    def _proposals(self) -> dict[str, Any]:
        if not self.plots:
            return {name: getattr(_FRESH, name) for name in _PROPOSED}
        try:
            paper = proposed_paper(self.machine.machine(self.format))
        except ExportError:  # of a machine file, which the request refuses
            paper = proposed_paper(None)
        return dict(zip(_PROPOSED, (paper, PLOTTER_MARGIN_MM, PLOTTER_PEN_MM), strict=True))

    def as_text(self) -> str:
        """Return the choices to store in the settings, without those that belong to one drawing."""
        return json.dumps({name: getattr(self, name) for name in _names()} | {"machine": self.machine.as_table()})

    @classmethod
    def from_text(cls, text: str) -> ExportChoices:
        """Return the stored choices; invalid values in a settings file are ignored."""
        try:
            kept = json.loads(text)
        except (ValueError, RecursionError):
            kept = {}
        machine = MachineChoices.from_table(kept.get("machine")) if isinstance(kept, dict) else MachineChoices()
        return replace(restored(cls(), kept, _names(), _WORDS), machine=machine)


_FRESH = ExportChoices()
_PROPOSED = ("paper", "margin_mm", "pen_mm")
_OF_ONE_DRAWING = ("path", "selected", "with_paper", "from_stroke")
_ALIKE_MM = 0.02  # what a length in inches loses in its field
_WORDS: dict[str, tuple[str, ...]] = {
    "format": FORMATS,
    "profile": PROFILES,
    "side": ("own", *get_args(Side)),
    "area": get_args(Area),
    "paper": (*PAPERS, CUSTOM),
    "orientation": ORIENTATIONS,
    "look": tuple(LOOKS),
    "marks": ("none", *MARKS),
}


def _alike(one: Any, other: Any) -> bool:
    return one == other if isinstance(one, str) else math.isclose(one, other, abs_tol=_ALIKE_MM)


def _names() -> list[str]:
    return [one.name for one in fields(ExportChoices) if one.name not in ("machine", *_OF_ONE_DRAWING)]
