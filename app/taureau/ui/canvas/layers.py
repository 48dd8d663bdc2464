"""The layers of the canvas that are kept on films: backdrop, halos and strokes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QTransform

from taureau.document import Drawing
from taureau.ui.canvas.backdrop import Backdrop
from taureau.ui.canvas.film import Film, InkFilm, Surface
from taureau.ui.canvas.highlights import paint_halos
from taureau.ui.canvas.ink import Ink, Line
from taureau.ui.canvas.view_transform import ViewTransform
from taureau.ui.widgets.theme import Theme

_MANY = 24  # lines, beyond which halos and previews get a film


def to_document(painter: QPainter, view: ViewTransform) -> None:
    """Make the painter paint in document coordinates."""
    painter.translate(view.x, view.y)
    painter.scale(view.scale, view.scale)


def clip_to_sheet(painter: QPainter, on: Surface) -> None:
    painter.setClipRect(on.sheet_rect, Qt.ClipOperation.IntersectClip)


def paint_beside(painter: QPainter, view: ViewTransform, sheet: QRectF, lines: Iterable[Line], color: QColor) -> None:
    """Paint the parts of lines that lie beside the sheet, in one colour; `sheet`: its rectangle in canvas px."""
    page = QRectF(view.to_sheet(sheet.topLeft()), view.to_sheet(sheet.bottomRight()))
    beside = [line for line in lines if not page.contains(line.bounds)]
    if sheet.isEmpty() or not beside:
        return
    outside = QPainterPath()
    outside.addRect(painter.clipBoundingRect() if painter.hasClipping() else QRectF(painter.viewport()))
    outside.addRect(sheet)
    painter.save()
    painter.setClipPath(outside, Qt.ClipOperation.IntersectClip)
    to_document(painter, view)
    for line in beside:
        pen = QPen(line.pen)
        pen.setColor(color)
        painter.setPen(pen)
        painter.setBrush(color if line.stroke.filled else Qt.BrushStyle.NoBrush)
        painter.drawPath(line.path)
    painter.restore()


class BackdropLayer:
    """Desk, paper and photo."""

    def __init__(self, backdrop: Backdrop) -> None:
        self._backdrop = backdrop
        self._film = Film()

    def clear(self) -> None:
        self._film.clear()

    def paint(self, painter: QPainter, on: Surface) -> None:
        theme = self._backdrop.theme
        if on.zooming:  # a stretched film may not cover the canvas
            painter.fillRect(QRectF(0, 0, on.size.width(), on.size.height()), QColor(theme.desk))
            painter.fillRect(on.sheet_rect, QColor(theme.paper))

        def render(onto: QPainter, area: QRectF, view: ViewTransform) -> None:
            sheet = QRectF() if on.sheet.isEmpty() else view.sheet_rect(on.sheet)
            self._backdrop.paint(onto, area, sheet, on.ratio)

        self._film.show(painter, on, render)


class HaloLayer:
    """Halos of the selected strokes."""

    def __init__(self) -> None:
        self._film = Film()
        self._lines: list[Line] = []  # on the film

    def clear(self) -> None:
        self._film.clear()

    def paint(self, painter: QPainter, on: Surface, lines: list[Line], theme: Theme) -> None:
        def render(onto: QPainter, area: QRectF, view: ViewTransform) -> None:
            onto.setRenderHint(QPainter.RenderHint.Antialiasing)
            to_document(onto, view)  # unclipped: strokes beside the sheet can be selected too
            paint_halos(onto, lines, theme, view.scale)

        if lines != self._lines:
            self._lines = lines
            self._film.clear()
        if len(lines) > _MANY:
            self._film.show(painter, on, render)
        elif lines:
            painter.save()
            render(painter, QRectF(), on.view)
            painter.restore()


class InkLayer:
    """The strokes, or previews in their place."""

    def __init__(self) -> None:
        self.ink = Ink()
        self._faded: Collection[int] = frozenset()
        self._static = InkFilm()
        self._beside = InkFilm()  # what lies beside the sheet, in another colour
        self._moved = InkFilm()  # many lines that are previewed under a transform
        self._moved_lines: list[Line] = []
        self._transform: QTransform | None = None

    def clear(self) -> None:
        self._static.clear()
        self._beside.clear()

    def set_drawing(self, drawing: Drawing | None, *, draw_in: bool) -> None:
        self._transform = None
        self.ink.set_drawing(drawing, draw_in=draw_in)

    def set_faded(self, faded: Collection[int]) -> None:
        """Paint the strokes with these indices as proposed for removal."""
        if faded != self._faded:
            self._faded = faded
            self._static.clear()

    def replace(self, lines: Mapping[int, Sequence[Line]]) -> None:
        """Preview other lines in place of the strokes with these indices."""
        self._transform = None
        self.ink.replace(lines)

    def transform(self, lines: list[Line], transform: QTransform, width_factor: float) -> None:
        """Preview these lines of the drawing under a map of the sheet; the widths of many lines stay as they are."""
        if len(lines) <= _MANY:
            self.replace({line.index: (line.transformed(transform, width_factor),) for line in lines})
        else:
            self._transform, self._moved_lines = transform, lines
            self.ink.replace({line.index: () for line in lines})

    def paint(self, painter: QPainter, on: Surface, tint: QColor, beside: QColor) -> None:
        """Paint the lines that do not change from films, the others above them.

        `tint` is the colour of faded strokes, `beside` that of what lies beside the sheet: it belongs to the drawing.
        """
        static, changing = self.ink.split()
        self._show(painter, on, self._static, static, tint, clipped=True)
        if self._transform is not None:
            view = on.view
            to_sheet = QTransform.fromTranslate(-view.x, -view.y) * QTransform.fromScale(1 / view.scale, 1 / view.scale)
            painter.save()
            clip_to_sheet(painter, on)
            painter.setTransform(to_sheet * self._transform * to_sheet.inverted()[0], True)
            self._show(painter, on, self._moved, self._moved_lines, tint, clipped=False)
            painter.restore()
        painter.save()
        clip_to_sheet(painter, on)
        to_document(painter, on.view)
        self.ink.paint(painter, self._faded, tint, lines=changing)
        painter.restore()
        self._paint_beside(painter, on, beside)

    def _paint_beside(self, painter: QPainter, on: Surface, color: QColor) -> None:
        page = QRectF(0, 0, on.sheet.width(), on.sheet.height())
        lines = [line for line in self.ink.lines if not page.contains(line.bounds)]

        def render(onto: QPainter, area: QRectF, view: ViewTransform) -> None:
            onto.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_beside(onto, view, view.sheet_rect(on.sheet), lines, color)

        self._beside.set_lines(lines, render)
        if lines:
            self._beside.show(painter, on, render)

    def _show(
        self, painter: QPainter, on: Surface, film: InkFilm, lines: list[Line], tint: QColor, *, clipped: bool
    ) -> None:
        """Show lines from a film, clipped to the sheet unless the film is to be moved."""

        def render(onto: QPainter, area: QRectF, view: ViewTransform) -> None:
            onto.setRenderHint(QPainter.RenderHint.Antialiasing)
            if clipped:
                onto.setClipRect(view.sheet_rect(on.sheet), Qt.ClipOperation.IntersectClip)
            to_document(onto, view)
            within = QRectF(view.to_sheet(area.topLeft()), view.to_sheet(area.bottomRight()))
            self.ink.paint(onto, self._faded, tint, lines=film.lines, within=within)

        film.set_lines(lines, render)
        film.show(painter, on, render)
