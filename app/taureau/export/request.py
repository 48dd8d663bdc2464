"""The request of an export, for the command line and the window."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import Literal, get_args

from taureau.document import AS_DRAWN, LOOKS
from taureau.export.errors import ExportError
from taureau.export.machines import Machine, default_machine
from taureau.export.marks import MARKS, Marks
from taureau.export.paper import MAX_MM, Margins, Orientation, Paper, check_paper
from taureau.wording import said, tr_noop

Format = Literal["svg", "pdf", "png", "webp", "gcode", "hpgl"]
Profile = Literal["web", "inkscape", "illustrator", "plotter"]  # for whom an SVG is
Side = Literal["longer", "width", "height"]
Area = Literal["sheet", "ink"]  # the whole sheet of the drawing, or the box around what is drawn
FORMATS: tuple[Format, ...] = get_args(Format)
PROFILES: tuple[Profile, ...] = get_args(Profile)
PIXELS: tuple[Format, ...] = ("png", "webp")
PROGRAMS: tuple[Format, ...] = ("gcode", "hpgl")  # of plotters

DPI = 300.0  # of pictures, unless another is asked for
MAX_PX = 100_000  # of a side; how many pixels a picture may have is for its format to say
MAX_DPI = 4800.0
MAX_DECIMALS = 6


@dataclass(frozen=True)
class Export:
    """What to export and how; raises ExportError for values that are out of range or contradict each other.

    The picture is the drawing's sheet, or the box around its ink; it lies centred within the margins of the page.
    Without a size it keeps its own on a page that fits it, and fills any other.
    """

    format: Format = "svg"
    profile: Profile = "inkscape"  # of an SVG
    side: Side = "longer"  # which side of the picture the size is of
    size_mm: float | None = None
    size_px: int | None = None  # of a PNG, a WebP, or an SVG for the web
    paper: Paper = "fit"
    orientation: Orientation = "auto"
    margins: Margins = field(default_factory=Margins)
    area: Area = "sheet"  # a selection is measured by its ink
    selection: frozenset[int] | None = None  # places in drawing order, from 0; None: all strokes
    hidden: bool = False  # keep hidden layers, hidden, in an SVG
    layer_files: bool = False  # a file for each layer, all on the same page
    pens: bool = True  # for a plotter: a layer for each pen; else the drawing's own layers
    sort_travel: bool = False  # for a plotter: strokes of a layer in an order, and directions, that save way
    machine: Machine | None = None  # that plots; None: the usual one of the format, for an SVG without a limit
    hatch_fills: bool = False  # for a plotter: areas as hatching, instead of left out
    hatch_spacing_mm: float | None = None  # between its lines on paper; None: by the pen's width
    marks: Marks | None = None  # for a plotter: registration marks around the drawing, with each pen
    from_stroke: int = 1  # of a plot that was interrupted: the first stroke to be plotted
    look: str = AS_DRAWN  # one of LOOKS: other pens, the same lines
    pen_mm: float | None = None  # the width of all strokes on paper; None: as drawn
    dpi: float | None = None  # of a PNG or WebP; None: DPI, or what size_mm and size_px make
    transparent: bool = False  # PNG or WebP without the paper
    with_paper: bool | None = None  # SVG or PDF with an area in the paper's colour; None: where ink would vanish
    decimals: int = 3  # of an SVG's numbers

    @property
    def pixels(self) -> bool:
        return self.format in PIXELS

    @property
    def plots(self) -> bool:
        return self.programs or (self.format == "svg" and self.profile == "plotter")

    @property
    def programs(self) -> bool:
        """Whether it writes commands of a machine."""
        return self.format in PROGRAMS

    @property
    def bounded(self) -> bool:
        """Whether the bed of a machine limits it."""
        return self.plots and (self.programs or self.machine is not None)

    @property
    def plotting_machine(self) -> Machine:
        """The machine that is chosen, or the usual one."""
        return self.machine or default_machine(self.format)

    def __post_init__(self) -> None:
        for name, value, most in (
            ("The size", self.size_mm, MAX_MM),
            ("The pen's width", self.pen_mm, MAX_MM),
            ("The spacing of the hatching", self.hatch_spacing_mm, MAX_MM),
            ("The resolution", self.dpi, MAX_DPI),
            ("The size in px", self.size_px, MAX_PX),
        ):
            if value is not None and not 0 < value <= most:
                raise ExportError(f"{name} must be more than 0 and at most {most:g}, not {value:g}")
        check_paper(self.paper)
        for margin in (self.margins.top, self.margins.right, self.margins.bottom, self.margins.left):
            if not (math.isfinite(margin) and 0 <= margin <= MAX_MM):
                raise ExportError(f"a margin must be from 0 to {MAX_MM:g} mm, not {margin:g}")
        if not 0 <= self.decimals <= MAX_DECIMALS:
            raise ExportError(f"the decimals must be from 0 to {MAX_DECIMALS}, not {self.decimals}")
        if self.look not in LOOKS:
            raise ExportError(f"there is no look {self.look!r}: choose {', '.join(LOOKS)}")
        self._check_size()
        self._check_format()

    def _check_size(self) -> None:
        if self.size_px is None:
            return
        if self.pixels:
            if self.paper != "fit":
                raise ExportError("a size in px is for a page that fits the drawing: give a resolution instead")
            if self.size_mm is not None and self.dpi is not None:
                raise ExportError("of size in mm, size in px and dpi two make the third: leave one of them out")
        elif self.format != "svg" or self.profile != "web":
            raise ExportError("a size in px is for PNG, WebP and SVG for the web: give a size in mm")
        elif self.size_mm is not None:
            raise ExportError("give the size in mm or in px, not both: on the web one px is 1/96 inch")

    def _check_format(self) -> None:
        if not self.pixels and self.dpi is not None:
            raise ExportError("a resolution is for PNG and WebP: the others are lines, sharp at any")
        if not self.pixels and self.transparent:
            raise ExportError("only PNG and WebP can be transparent or not: the others hold the lines alone")
        if self.with_paper and (self.plots or self.transparent):
            what = "a plotter draws lines" if self.plots else "a transparent picture has none"
            raise ExportError(f"{what}: leave the paper out")
        self._check_machine()
        if self.sort_travel and not self.plots:
            raise ExportError("sorting by travel is for the plotter profile: elsewhere the drawing's order stays")
        if self.hatch_fills and not self.plots:
            raise ExportError(tr_noop("hatching of areas is for G-code, HPGL and the plotter profile"))
        if self.hatch_spacing_mm is not None and not self.hatch_fills:
            raise ExportError(tr_noop("a spacing of the hatching is for areas that are hatched: choose both"))
        if self.marks is not None and (self.marks not in MARKS or not self.plots):
            raise ExportError(
                said(
                    "registration marks are for G-code, HPGL and the plotter profile, and one of {known}",
                    known=", ".join(MARKS),
                )
            )
        if self.hidden and (self.format != "svg" or self.plots):
            raise ExportError("hidden layers can only be kept in an SVG for the web, Inkscape or Illustrator")
        if self.hidden and self.layer_files:
            raise ExportError("a file for each layer has no place for hidden ones: leave one of the two out")

    def _check_machine(self) -> None:
        if not self.plots and (self.machine is not None or self.from_stroke != 1):
            raise ExportError("a machine and a stroke to start from are for G-code, HPGL and the plotter profile")
        if self.programs and self.plotting_machine.language != self.format:
            machine = self.plotting_machine
            raise ExportError(
                said(
                    "{name} reads {language}: choose another machine, or that format",
                    name=machine.name,
                    language=machine.language.upper(),
                )
            )
        if self.from_stroke < 1:
            raise ExportError(f"strokes are numbered from 1, and it cannot start from {self.from_stroke}")
