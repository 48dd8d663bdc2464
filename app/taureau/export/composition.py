"""The layout of a drawing on its page, which every format writes and the window previews."""

from __future__ import annotations

from dataclasses import dataclass, replace

from taureau.document import MM_PER_PX, DocumentError, Drawing, Layer, Stroke, bare, in_look, rounded
from taureau.export.errors import ExportError
from taureau.export.hatched_areas import with_hatched_areas
from taureau.export.marks import with_marks
from taureau.export.paper import paper_mm
from taureau.export.plotter import (
    Progress,
    by_pen,
    is_plotted,
    middle_lines,
    numbered,
    resumed,
    without_areas,
    without_unseen,
)
from taureau.export.proposals import PLOTTER_PEN_MM, reached
from taureau.export.request import DPI, Export
from taureau.export.travel import sorted_for_travel
from taureau.geometry import Affine, Box, bounds, bounds_of
from taureau.wording import said, tr_noop

_PX_PER_INCH = 96.0  # user units of a drawing
_PT = 72 / _PX_PER_INCH  # points in a px
_SLACK_MM = 0.05  # by which a picture may be larger than what the margins leave, for sizes are rounded
_EDGE_MM = 0.1  # by which ink may run over the page's edge before it is worth a word


@dataclass(frozen=True)
class Composition:
    """A drawing whose sheet is the page, px of 1/96 inch."""

    drawing: Drawing
    picture: Box  # where what was exported lies on the page, px
    free: Box  # what the margins leave, px
    dpi: float  # of a picture in pixels
    first_pen: int = 1  # of a plot; those before it have drawn all that they draw
    areas: int = 0  # that are neither plotted nor hatched
    unseen: int = 0  # strokes that are not plotted, because they cannot be seen

    @property
    def width_mm(self) -> float:
        return self.drawing.width * MM_PER_PX

    @property
    def height_mm(self) -> float:
        return self.drawing.height * MM_PER_PX

    @property
    def pixel_size(self) -> tuple[int, int]:
        """Width and height in pixels, at least one each."""
        sides = (self.drawing.width, self.drawing.height)
        width, height = (max(1, round(side / _PX_PER_INCH * self.dpi)) for side in sides)
        return width, height

    @property
    def over_the_edge(self) -> int:
        """The number of strokes that cross the edge of the page."""
        page = Box(0, 0, self.drawing.width, self.drawing.height).grown(_EDGE_MM / MM_PER_PX)
        return sum(not _lies_within(stroke, page) for stroke in self.drawing.strokes)


def composed(drawing: Drawing, export: Export, progress: Progress = lambda share: None) -> Composition:
    """Lay out the drawing on its page; raises ExportError if it does not fit or there is nothing to export.

    `progress` is told how much of the sorting for short travel is done, 0 … 1.
    """
    try:
        return _composed(drawing, export, progress)
    except DocumentError as error:  # a number that no file holds
        raise ExportError(str(error)) from error


def _composed(drawing: Drawing, export: Export, progress: Progress) -> Composition:
    chosen = _chosen(in_look(bare(drawing), export.look), export)
    areas = unseen = 0
    if export.plots:
        visible = without_unseen(chosen)
        lines = visible if export.hatch_fills else without_areas(visible)
        unseen = chosen.stroke_count - visible.stroke_count
        areas = visible.stroke_count - lines.stroke_count
        chosen = middle_lines(lines)
    area, brim = _area(chosen, export)
    factor, dpi = _scale(area, brim, export)
    picture = area.width * factor + 2 * brim, area.height * factor + 2 * brim
    page, free = _page(picture, export)
    if export.plots:
        _check_pen(chosen, factor, page, export)
    across, down = free.center
    x, y = area.center
    affine = Affine.translate(across - x * factor, down - y * factor) @ Affine.scale(factor)
    laid = replace(chosen.transformed(affine), width=page[0], height=page[1])
    if export.pen_mm is not None:
        laid = _with_pen(laid, export.pen_mm / MM_PER_PX)
    if export.hatch_fills:
        laid = _hatched(laid, export)
    if export.plots:
        laid = numbered(by_pen(laid) if export.pens else laid)
    if export.sort_travel:
        machine_below = export.programs and export.plotting_machine.origin == "bottom-left"
        laid = sorted_for_travel(laid, progress, (0.0, laid.height if machine_below else 0.0))
    if export.marks is not None:
        laid = with_marks(laid, export.marks, export.plotting_machine if export.bounded else None)
    all_pens = _pen_count(laid)
    if export.from_stroke > 1:
        laid = resumed(laid, export.from_stroke)
    first_pen = 1 + all_pens - _pen_count(laid)
    if export.format == "svg":
        laid = _as_written(laid, export)
    box = Box(across - picture[0] / 2, down - picture[1] / 2, across + picture[0] / 2, down + picture[1] / 2)
    return Composition(laid, box, free, dpi, first_pen, areas, unseen)


def _pen_count(drawing: Drawing) -> int:
    return sum(map(is_plotted, drawing.layers))


def _lies_within(stroke: Stroke, page: Box) -> bool:
    """Whether a stroke lies on the page; its exact box is only computed where its control points leave the page."""
    points = stroke.curve.points
    hull = Box(*points.min(0).tolist(), *points.max(0).tolist()).grown(stroke.widest / 2)
    return _holds(page, hull) or _holds(page, bounds(stroke.curve).grown(stroke.widest / 2))


def _holds(page: Box, box: Box) -> bool:
    return page.contains(box.left, box.top) and page.contains(box.right, box.bottom)


def user_units(drawing: Drawing, export: Export) -> Drawing:
    """The drawing in the user units of the requested SVG: px, or points for Illustrator."""
    return drawing.transformed(Affine.scale(_PT)) if export.profile == "illustrator" else drawing


def _chosen(drawing: Drawing, export: Export) -> Drawing:
    """The drawing with the requested strokes and layers alone."""
    layers: list[Layer] = []
    place = 0
    for layer in drawing.layers:
        strokes = layer.strokes
        if export.selection is not None:
            strokes = tuple(stroke for number, stroke in enumerate(strokes, place) if number in export.selection)
        place += len(layer.strokes)
        emptied = export.selection is not None and not strokes
        if (layer.visible or export.hidden) and not emptied:
            layers.append(replace(layer, strokes=strokes))
    return replace(drawing, layers=tuple(layers))


def _area(drawing: Drawing, export: Export) -> tuple[Box, float]:
    """The part of the drawing's plane that is exported, and the unscaled border around it on the page, px."""
    strokes = [stroke for layer in drawing.layers if layer.visible for stroke in layer.strokes]
    if export.selection is not None and not strokes:
        raise ExportError(tr_noop("there is nothing to export: no visible stroke is chosen"))
    if export.area == "sheet" and export.selection is None:
        return Box(0, 0, drawing.width, drawing.height), 0.0
    if export.pen_mm is not None:
        box, brim = bounds_of(stroke.curve for stroke in strokes), export.pen_mm / MM_PER_PX / 2
    else:
        boxes = [bounds(stroke.curve).grown(stroke.widest / 2) for stroke in strokes]
        box, brim = (None if not boxes else _around(boxes)), 0.0
    if box is None:
        raise ExportError(tr_noop("there is nothing to export: the drawing has no visible stroke"))
    return box, brim


def _around(boxes: list[Box]) -> Box:
    whole = boxes[0]
    for box in boxes[1:]:
        whole = whole.union(box)
    return whole


def _scale(area: Box, brim: float, export: Export) -> tuple[float, float]:
    """The scale of the drawing on the page, and the resolution in dpi."""
    asked = _asked_mm(export)
    if asked is None and export.paper == "fit":
        return 1.0, export.dpi or DPI
    sides = area.width, area.height
    if asked is not None:
        wide = area.width >= area.height
        first = export.side == "width" or (export.side == "longer" and wide)
        side, wanted = sides[0 if first else 1], asked / MM_PER_PX
        if wanted <= 2 * brim:
            raise ExportError(
                said("the pen of {pen_mm:g} mm is too wide for this size: take a finer one", pen_mm=export.pen_mm)
            )
        factor = (wanted - 2 * brim) / side if side > 0 else 1.0
    else:
        room = _free_mm(area, export)
        ratios = [(mm / MM_PER_PX - 2 * brim) / side for mm, side in zip(room, sides, strict=True) if side > 0]
        factor = min(ratios, default=1.0)
        if factor <= 0:
            raise ExportError(tr_noop("the margins leave no room on the page: make them smaller"))
    dpi = export.dpi or DPI
    if export.size_px is not None and export.size_mm is not None:
        dpi = export.size_px / export.size_mm * 25.4
    return factor, dpi


def _asked_mm(export: Export) -> float | None:
    """The requested length, mm; a length in pixels is converted by the resolution."""
    if export.size_mm is not None or export.size_px is None:
        return export.size_mm
    return export.size_px * 25.4 / ((export.dpi or DPI) if export.pixels else _PX_PER_INCH)


def _free_mm(area: Box, export: Export) -> tuple[float, float]:
    """The size of the area inside the margins of a page, mm."""
    width, height = paper_mm(export.paper, export.orientation, wide=_lies_wide(area, export))
    return width - export.margins.across, height - export.margins.down


def _lies_wide(area: Box, export: Export) -> bool:
    """Whether the page lies wide: as the picture does, where the machine reaches such a page."""
    wide = area.width > area.height
    paper = export.paper
    if not export.bounded or export.orientation != "auto" or paper == "fit" or not isinstance(paper, str):
        return wide
    machine, margins = export.plotting_machine, export.margins
    if reached(paper, machine, margins, wide=wide) or not reached(paper, machine, margins, wide=not wide):
        return wide
    return not wide


def _page(picture: tuple[float, float], export: Export) -> tuple[tuple[float, float], Box]:
    """The page's width and height and those of the area inside its margins, px."""
    wide, high = picture
    margins = export.margins
    left, top = margins.left / MM_PER_PX, margins.top / MM_PER_PX
    if export.paper == "fit":
        page = wide + margins.across / MM_PER_PX, high + margins.down / MM_PER_PX
        return page, Box(left, top, left + wide, top + high)
    free = _free_mm(Box(0, 0, wide, high), export)
    if any(side * MM_PER_PX > room + _SLACK_MM for side, room in zip(picture, free, strict=True)):
        raise ExportError(
            said(
                "the drawing of {size} mm is too large, for the page leaves {room} mm: make it smaller",
                size=f"{wide * MM_PER_PX:.1f} × {high * MM_PER_PX:.1f}",
                room=f"{max(free[0], 0):.1f} × {max(free[1], 0):.1f}",
            )
        )
    page = (free[0] + margins.across) / MM_PER_PX, (free[1] + margins.down) / MM_PER_PX
    return page, Box(left, top, left + free[0] / MM_PER_PX, top + free[1] / MM_PER_PX)


def _check_pen(drawing: Drawing, factor: float, page: tuple[float, float], export: Export) -> None:
    """Raise ExportError for a pen that is wider than the page."""
    drawn = (stroke.width * factor for stroke in drawing.strokes)
    widest = max(drawn, default=0.0) if export.pen_mm is None else export.pen_mm / MM_PER_PX
    if widest >= min(page):
        sides = " × ".join(f"{side * MM_PER_PX:.1f}" for side in page)
        pen = f"{widest * MM_PER_PX:.1f}"
        raise ExportError(
            said("the pen of {pen} mm is wider than the page of {sides} mm: take a finer one", pen=pen, sides=sides)
        )


def _with_pen(drawing: Drawing, width: float) -> Drawing:
    layers = (
        replace(layer, strokes=tuple(replace(stroke, width=width) for stroke in layer.strokes))
        for layer in drawing.layers
    )
    return replace(drawing, layers=tuple(layers))


def _hatched(drawing: Drawing, export: Export) -> Drawing:
    """The drawing with hatching instead of areas, of its finest line's width where no pen is named."""
    widths = [stroke.width for stroke in drawing.strokes if not stroke.filled]
    pen = min(widths, default=PLOTTER_PEN_MM / MM_PER_PX) if export.pen_mm is None else export.pen_mm / MM_PER_PX
    spacing = None if export.hatch_spacing_mm is None else export.hatch_spacing_mm / MM_PER_PX
    return with_hatched_areas(drawing, pen, spacing)


def _as_written(drawing: Drawing, export: Export) -> Drawing:
    """The drawing rounded as it will be written."""
    written = rounded(user_units(drawing, export), export.decimals)
    return written.transformed(Affine.scale(1 / _PT)) if export.profile == "illustrator" else written
