"""Planning and writing the files of an export."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from taureau.document import DocumentError, Drawing, vanishes, write_whole
from taureau.export.composition import Composition, composed
from taureau.export.errors import ExportError
from taureau.export.machines import PenPath, check_holders, pen_paths, program
from taureau.export.paper import PAPER_COLOR
from taureau.export.pdf_file import pdf_bytes
from taureau.export.picture_file import picture_bytes
from taureau.export.plotter import Progress, is_silent
from taureau.export.request import FORMATS, Export, Format
from taureau.export.svg_file import svg_bytes
from taureau.wording import said, tr_noop

_NAME_LENGTH = 40  # characters of a layer's name in a file's
_NOT_IN_NAMES = re.compile(r"[^\w.-]+")


@dataclass(frozen=True)
class Sheet:
    """The content of one file."""

    path: Path
    drawing: Drawing  # on its page, px of 1/96 inch

    @property
    def stroke_count(self) -> int:
        return sum(len(layer.strokes) for layer in self.drawing.layers if layer.visible)


@dataclass(frozen=True)
class Plan:
    """A checked export that is ready to be written; only the disk can still refuse it."""

    export: Export
    composition: Composition
    sheets: tuple[Sheet, ...]

    @property
    def stroke_count(self) -> int:
        return sum(sheet.stroke_count for sheet in self.sheets)

    @cached_property
    def pen_paths(self) -> tuple[PenPath, ...]:
        """What each pen draws; raises ExportError where that leaves the bed of the machine."""
        export, composition = self.export, self.composition
        return pen_paths(
            composition.drawing,
            export.plotting_machine,
            first=export.from_stroke,
            first_pen=composition.first_pen,
            bounded=export.bounded,
        )

    @property
    def painted(self) -> str | None:
        """The colour of the paper in the files; None where they hold the lines alone."""
        export, drawing = self.export, self.composition.drawing
        if export.plots or export.transparent:
            return None
        color = drawing.paper or PAPER_COLOR
        if export.with_paper is not None or export.pixels:
            return color if export.with_paper is not False else None
        shown = (stroke for layer in drawing.layers if layer.visible for stroke in layer.strokes)
        return color if any(vanishes(stroke.color, PAPER_COLOR) for stroke in shown) else None


def format_of(path: Path) -> Format:
    """The format given by a file's suffix; raises ExportError for an unknown one."""
    suffix = path.suffix.lower().removeprefix(".")
    for known in FORMATS:
        if suffix == known:
            return known
    raise ExportError(
        said("'{name}' names no format: end it with .svg, .pdf, .png, .webp, .gcode or .hpgl", name=path.name)
    )


def planned(drawing: Drawing, export: Export, path: Path, progress: Progress = lambda share: None) -> Plan:
    """Plan the export to `path`; with one file per layer, the layer's name is added to the file's.

    `progress` is told how much of the sorting for short travel is done. Raises ExportError where the request cannot
    be met.
    """
    composition = composed(drawing, export, progress)
    plan = Plan(export, composition, _sheets(composition.drawing, export, path))
    if export.bounded and not plan.pen_paths:
        raise ExportError(tr_noop("there is nothing to plot: no visible layer has a stroke that a pen can draw"))
    if export.programs and not export.layer_files:
        check_holders(plan.pen_paths, export.plotting_machine)
    return plan


def _sheets(laid: Drawing, export: Export, path: Path) -> tuple[Sheet, ...]:
    if not export.layer_files:
        return (Sheet(path, laid),)
    sheets = tuple(
        Sheet(
            path.with_name(f"{path.stem}-{_file_name(number, layer.name)}{path.suffix}"), replace(laid, layers=(layer,))
        )
        for number, layer in enumerate(laid.layers, 1)
        if layer.strokes and not (export.programs and is_silent(layer))
    )
    if not sheets:
        raise ExportError(tr_noop("there is nothing to export: no visible layer has a stroke"))
    return sheets


def write(plan: Plan) -> None:
    """Make the content of all files, then write each atomically; raises ExportError."""
    made = [(sheet.path, file_bytes(sheet.drawing, plan)) for sheet in plan.sheets]
    written: list[Path] = []
    for path, data in made:
        try:
            write_whole(path, data)
        except DocumentError as error:
            raise ExportError(f"{error}{_so_far(written)}") from error
        written.append(path)


def file_bytes(drawing: Drawing, plan: Plan) -> bytes:
    """The bytes of one file, the same for the same drawing and request; raises ExportError."""
    export, composition = plan.export, plan.composition
    if export.format == "svg":
        return svg_bytes(drawing, export, plan.painted)
    if export.format == "pdf":
        return pdf_bytes(drawing, plan.painted)
    if export.programs:
        paths = [path for path in plan.pen_paths if path.layer in drawing.layers]
        if export.layer_files:  # each is put into the first holder
            paths = [replace(path, pen=1) for path in paths]
        return program(paths, export.plotting_machine)
    size, dpi = composition.pixel_size, composition.dpi
    return picture_bytes(drawing, size, dpi, kind=export.format, transparent=plan.painted is None)


def _file_name(number: int, name: str) -> str:
    safe = _NOT_IN_NAMES.sub("-", name).strip("-.")[:_NAME_LENGTH].strip("-.")
    return f"{number}-{safe}" if safe else str(number)


def _so_far(written: Sequence[Path]) -> str:
    if not written:
        return ""
    return f" Written before: {', '.join(path.name for path in written)}."
