"""`taureau export DRAWING.svg -o OUT`: the drawing for other programs, for print, or for a plotter."""

from __future__ import annotations

import argparse
import math
from dataclasses import replace
from pathlib import Path

from taureau.cli.drawing_files import is_same_file, load_drawing
from taureau.cli.errors import BadInputError
from taureau.cli.export_options import AS_IT_IS
from taureau.cli.output import complain, say
from taureau.cli.progress import counted, share_shown
from taureau.document import DocumentError, Drawing, joinable, one_line
from taureau.export import (
    PLOTTER_MARGIN_MM,
    PLOTTER_PEN_MM,
    PROGRAMS,
    Export,
    ExportError,
    Format,
    Margins,
    Paper,
    Plan,
    Side,
    format_of,
    planned,
    proposed_paper,
    size_of,
    write,
)
from taureau.export.machines import (
    AXIDRAW,
    MACHINES,
    Machine,
    default_machine,
    duration_text,
    load_machine,
    plotting_seconds,
)
from taureau.flow import DEFAULT_FLOW
from taureau.jobs.settings import JobSettings, SettingError


def export(chosen: argparse.Namespace) -> int:
    """Write the files and print one line for each."""
    try:
        kind: Format = chosen.format or format_of(chosen.output)
        request = request_from(chosen, kind)
        _check_one_line(chosen)
        drawing = _drawing_for(request, chosen)
        shown = share_shown("sorting", drawing.stroke_count if request.sort_travel else 0)
        with shown as progress:
            plan = planned(drawing, request, chosen.output, progress)
        if not plan.stroke_count:
            raise BadInputError(f"there is nothing to export: {chosen.drawing} has no visible stroke")
        _spare_the_drawing(chosen.drawing, plan)
        times = plotting_seconds(plan.pen_paths, request.plotting_machine) if request.plots else ()
        _say_what_is_off(plan)
        write(plan)
    except (ExportError, DocumentError) as error:
        raise BadInputError(str(error)) from error
    for sheet in plan.sheets:
        say(f"{sheet.path}: {counted(sheet.stroke_count, 'stroke')}, {_measures(plan)}")
    if times:
        say(_time_text(times, plan))
    return 0


def request_from(chosen: argparse.Namespace, kind: Format) -> Export:
    """The request for the chosen options; raises BadInputError or ExportError."""
    if chosen.profile is not None and kind != "svg":
        raise BadInputError(f"--profile is for SVG, and {chosen.output} is {kind.upper()}: leave it out")
    plots = chosen.profile == "plotter" or kind in PROGRAMS
    if chosen.keep_layers and not plots:
        raise BadInputError(
            "--keep-layers is for --profile plotter, G-code and HPGL: elsewhere layers stay as they are"
        )
    side, size_mm = _size(chosen)
    machine = machine_from(chosen, kind)
    paper = _paper(chosen, machine, plots=plots, sized=size_mm is not None)
    return Export(
        format=kind,
        profile=chosen.profile or "inkscape",
        side=side,
        size_mm=size_mm,
        size_px=chosen.size_px,
        paper=paper,
        orientation=chosen.orientation,
        margins=_margins(chosen.margin_mm, proposed=plots and paper != "fit"),
        area="ink" if chosen.crop else "sheet",
        selection=None if chosen.strokes is None else places_of(chosen.strokes),
        hidden=chosen.hidden,
        layer_files=chosen.layers_as_files,
        pens=not chosen.keep_layers,
        sort_travel=chosen.sort_travel,
        machine=machine,
        hatch_fills=chosen.hatch_fills,
        hatch_spacing_mm=chosen.hatch_spacing_mm,
        marks=chosen.marks,
        from_stroke=chosen.from_stroke,
        look=chosen.look,
        pen_mm=_pen_mm(chosen.pen_mm, plots=plots),
        dpi=chosen.dpi,
        transparent=chosen.transparent,
        with_paper=chosen.paper,
        decimals=chosen.precision,
    )


def machine_from(chosen: argparse.Namespace, kind: Format) -> Machine | None:
    """The machine for the chosen options; None for an SVG where none of them is given. Raises as `request_from`."""
    if chosen.machine_file is not None:
        machine = load_machine(chosen.machine_file)
    elif chosen.machine is not None:
        machine = MACHINES[chosen.machine]
    elif kind in PROGRAMS or any(value is not None for value in (chosen.bed, chosen.origin, chosen.tolerance_mm)):
        machine = default_machine(kind if kind in PROGRAMS else AXIDRAW.language)
    else:
        return None
    if chosen.bed is not None:
        bed = size_of(chosen.bed)
        if bed is None:
            raise BadInputError(f"--bed must be a size as in 300x218, not {chosen.bed[:40]!r}")
        machine = replace(machine, bed=bed)
    if chosen.origin is not None:
        machine = replace(machine, origin=chosen.origin)
    return machine if chosen.tolerance_mm is None else replace(machine, tolerance=chosen.tolerance_mm)


def _paper(chosen: argparse.Namespace, machine: Machine | None, *, plots: bool, sized: bool) -> Paper:
    """The page that is named, or else proposed: a plotter has one, unless the drawing's size is named."""
    if chosen.page is not None:
        named: Paper = chosen.page
        return named
    return proposed_paper(machine) if plots and not sized else "fit"


def _margins(text: str | None, *, proposed: bool) -> Margins:
    if text is None:
        return Margins.even(PLOTTER_MARGIN_MM if proposed else 0.0)
    return margins_of(text)


def _pen_mm(named: float | str | None, *, plots: bool) -> float | None:
    if named == AS_IT_IS or (named is None and not plots):
        return None
    return PLOTTER_PEN_MM if named is None else float(named)


def margins_of(text: str) -> Margins:
    """Margins such as "10" or "10,20,10,20"; raises BadInputError."""
    try:
        parts = [float(part) for part in text.split(",")]
    except ValueError:
        parts = []
    if len(parts) not in (1, 4) or not all(map(math.isfinite, parts)):
        raise BadInputError(f"--margin-mm must be one number, or four as in 10,20,10,20, not {text!r}")
    return Margins.even(parts[0]) if len(parts) == 1 else Margins(*parts)


def places_of(text: str) -> frozenset[int]:
    """Indices from 0 of strokes numbered from 1, such as "1,4-7"; raises BadInputError."""
    places: set[int] = set()
    for part in text.split(","):
        first, dash, last = part.strip().partition("-")
        if (
            not first.isdecimal()
            or (dash and not last.isdecimal())
            or not 1 <= int(first) <= int(last or first) <= 10**6
        ):
            raise BadInputError(f"--strokes must be numbers from 1 on, as in 1,4-7, not {text!r}")
        places.update(range(int(first) - 1, int(last or first)))
    return frozenset(places)


def _drawing_for(request: Export, chosen: argparse.Namespace) -> Drawing:
    """The drawing, checked to contain the requested strokes; raises BadInputError."""
    drawing, _ = load_drawing(chosen.drawing, areas=request.hatch_fills)
    if not drawing.stroke_count:
        raise BadInputError(f"there is nothing to export: no line could be read from {chosen.drawing}")
    last = max(request.selection or (0,)) + 1
    if last > drawing.stroke_count:
        strokes = counted(drawing.stroke_count, "stroke")
        raise BadInputError(f"{chosen.drawing} has only {strokes}: --strokes names number {last}")
    return drawing if chosen.pen_downs is None else _joined(drawing, chosen)


def _check_one_line(chosen: argparse.Namespace) -> None:
    """Raise BadInputError for options of --one-line that have no meaning."""
    try:
        JobSettings(pen_downs=chosen.pen_downs, flow=chosen.flow)
    except SettingError as error:
        raise BadInputError(error.as_options) from error
    if chosen.pen_downs is not None and chosen.strokes is not None:
        raise BadInputError("--strokes numbers what --one-line joins: export these strokes first, then join them")


def _joined(drawing: Drawing, chosen: argparse.Namespace) -> Drawing:
    """The drawing as few lines, and a word on what is not joined; raises BadInputError."""
    flow = DEFAULT_FLOW if chosen.flow is None else chosen.flow
    beside = drawing.stroke_count - len(joinable(drawing))
    try:
        result = one_line(drawing, flow=flow, pen_downs=chosen.pen_downs)
    except ValueError as error:
        raise BadInputError(str(error)) from error
    if beside:
        complain(f"{counted(beside, 'stroke')} of tone, of areas or locked {'is' if beside == 1 else 'are'} not joined")
    return result


def _size(chosen: argparse.Namespace) -> tuple[Side, float | None]:
    if chosen.width_mm is not None:
        return "width", chosen.width_mm
    return ("longer", chosen.size_mm) if chosen.height_mm is None else ("height", chosen.height_mm)


def _spare_the_drawing(drawing: Path, plan: Plan) -> None:
    for sheet in plan.sheets:
        if is_same_file(sheet.path, drawing):
            raise BadInputError("the export would overwrite the drawing: choose another name for it")


def _say_what_is_off(plan: Plan) -> None:
    areas, unseen = plan.composition.areas, plan.composition.unseen
    if areas:
        complain(
            f"{counted(areas, 'area')} {'is' if areas == 1 else 'are'} not plotted: --hatch-fills draws "
            f"{'it' if areas == 1 else 'them'} as hatching"
        )
    if unseen:
        complain(f"{counted(unseen, 'stroke')} that cannot be seen {'is' if unseen == 1 else 'are'} not plotted")
    over = plan.composition.over_the_edge
    if over:
        runs = "runs" if over == 1 else "run"
        complain(f"{counted(over, 'stroke')} {runs} over the edge of the page")


def _time_text(times: tuple[float, ...], plan: Plan) -> str:
    """The estimate, such as "about 12 min 30 s with 1 pen on AxiDraw V3"; of several pens also one by one."""
    whole = (
        f"about {duration_text(sum(times))} with {counted(len(times), 'pen')} on {plan.export.plotting_machine.name}"
    )
    if len(times) == 1:
        return whole
    named = zip(plan.pen_paths, times, strict=True)
    return f"{whole}: {', '.join(f'{path.layer.name} {duration_text(time)}' for path, time in named)}"


def _measures(plan: Plan) -> str:
    composition = plan.composition
    size = f"{composition.width_mm:.1f} × {composition.height_mm:.1f} mm"
    if not plan.export.pixels:
        return size
    width, height = composition.pixel_size
    return f"{width} × {height} px, {size}"
