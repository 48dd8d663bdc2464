"""A preview of the page: paper, margins, and the strokes exactly as they will be written, or as they are plotted."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QWidget

from taureau.document import Unit, length_text, number_text
from taureau.export import PAPER_COLOR, Composition, Plan
from taureau.export.machines import on_page
from taureau.session import Plotting, Preferences
from taureau.session.language import tr
from taureau.session.preferences import UNIT
from taureau.ui.canvas.backdrop import paint_paper
from taureau.ui.canvas.stroke_painting import paint_stroke
from taureau.ui.canvas.view_transform import ViewTransform
from taureau.ui.export.playback import Playback
from taureau.ui.export.plot_film import PlotFilm
from taureau.ui.widgets.theme import GRID, LIGHT, Theme

_MARGIN = 4.0 * GRID  # px around the page, for its dimensions
_CHECK = GRID  # px, a square of the chequerboard
_BEYOND = 40  # of 255, the shade of what a machine does not reach
_TRAVEL = "#7a766c"  # of the lifted pen's way


class ExportPreview(QWidget):
    """Shows an export plan, read-only, and once its plot is played the plot."""

    def __init__(self, preferences: Preferences, playback: Playback) -> None:
        super().__init__()
        self._preferences, self._playback = preferences, playback
        self.setAccessibleName(tr("Preview"))
        self.setMinimumSize(240, 240)
        self._theme: Theme = LIGHT
        self._plan: Plan | None = None
        self._plotting: Plotting | None = None
        self._film: PlotFilm | None = None
        self._refused: Plan | None = None
        self._empty = ""  # what is said where there is nothing to show
        preferences.changed.connect(
            lambda key: self.set_plan(self._plan, self._plotting, refused=self._refused) if key == UNIT.key else None
        )
        playback.changed.connect(self.update)

    def set_plan(self, plan: Plan | None, plotting: Plotting | None, *, refused: Plan | None = None) -> None:
        """Show a plan, and how it is plotted; without one what a machine refuses, with its bed."""
        if plotting is not self._plotting:
            self._film = PlotFilm(plan, plotting) if plan is not None and plotting is not None else None
        self._plan, self._plotting, self._refused = plan, plotting, refused
        self._empty = tr("As it is, nothing can be written.")
        self.setAccessibleDescription(
            _spoken(plan.composition, self._preferences.unit) if plan else tr("Nothing can be exported yet")
        )
        self.update()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.desk))
        if self._plan is not None:
            self._paint_page(painter, self._plan)
        elif self._refused is not None:
            self._paint_page(painter, self._refused)
        else:
            painter.setPen(QColor(self._theme.muted))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._empty)
        painter.end()

    def _paint_page(self, painter: QPainter, plan: Plan) -> None:
        composition = plan.composition
        drawing = composition.drawing
        size = QSizeF(drawing.width, drawing.height)
        view = _fitted(size, QSizeF(self.size()))
        page = view.sheet_rect(size)
        paint_paper(painter, page, self._theme)
        painter.fillRect(page, QColor(plan.painted or PAPER_COLOR))
        if plan.export.transparent:
            _paint_squares(painter, page)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(page)
        painter.translate(view.x, view.y)
        painter.scale(view.scale, view.scale)
        self._paint_frame(painter, composition, view.scale)
        if self._watched is None:
            _paint_strokes(painter, plan, view.scale)
        painter.restore()
        if self._watched is not None:
            self._paint_film(painter, self._watched, page)
        if self._plan is None:
            self._paint_bed(painter, plan, page)
        self._paint_measures(painter, page, composition)

    def _paint_bed(self, painter: QPainter, plan: Plan, page: QRectF) -> None:
        """Paint the edge of the machine's bed, and over what lies beyond it."""
        machine, drawing = plan.export.plotting_machine, plan.composition.drawing
        corners = on_page(np.array([(0.0, 0.0), machine.bed]), machine, drawing.height) * (page.width() / drawing.width)
        bed = QRectF(QPointF(*corners[0].tolist()), QPointF(*corners[1].tolist())).normalized()
        beyond, reached = QPainterPath(), QPainterPath()
        beyond.addRect(page)
        reached.addRect(bed.translated(page.topLeft()))
        shade = QColor(self._theme.mark)
        shade.setAlpha(_BEYOND)
        painter.save()
        painter.setClipRect(page)
        painter.fillPath(beyond.subtracted(reached), shade)
        painter.setPen(QPen(QColor(self._theme.mark), 1.0))
        painter.drawPath(reached)
        painter.restore()

    @property
    def _watched(self) -> PlotFilm | None:
        return None if self._playback.at_rest else self._film

    def _paint_film(self, painter: QPainter, film: PlotFilm, page: QRectF) -> None:
        seconds = self._playback.seconds
        if not film.paint(painter, page, seconds, QColor(self._theme.mark)):
            QTimer.singleShot(0, self, self.update)  # the rest of it
        pens = self._plotting.pens if self._plotting is not None else ()
        if len(pens) > 1:
            number = film.pen_at(seconds)
            words = tr("Pen {number} of {len}: {name}", number=number + 1, len=len(pens), name=pens[number].name)
            painter.setPen(QColor(self._theme.text))
            above = QRectF(page.left(), page.top() - 3 * GRID, page.width(), 2 * GRID)
            painter.drawText(above, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, words)

    def _paint_frame(self, painter: QPainter, composition: Composition, scale: float) -> None:
        """Paint a dotted line at the margins."""
        page, free = composition.drawing, composition.free
        if free.left <= 0 and free.top <= 0 and free.right >= page.width and free.bottom >= page.height:
            return
        pen = QPen(QColor("#b7b2a6"), 1 / scale, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawRect(QRectF(free.left, free.top, free.width, free.height))

    def _paint_measures(self, painter: QPainter, page: QRectF, composition: Composition) -> None:
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        font = painter.font()
        font.setPixelSize(11)
        painter.setFont(font)
        below = QRectF(page.left(), page.bottom() + GRID, page.width(), 2 * GRID)
        centre = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip
        painter.drawText(below, centre, length_text(composition.drawing.width, self._preferences.unit))
        painter.save()
        painter.translate(page.left() - 2 * GRID, page.center().y())
        painter.rotate(-90)
        beside = QRectF(-page.height() / 2, -GRID, page.height(), 2 * GRID)
        painter.drawText(beside, centre, length_text(composition.drawing.height, self._preferences.unit))
        painter.restore()


def _paint_strokes(painter: QPainter, plan: Plan, scale: float) -> None:
    drawing = plan.composition.drawing
    for stroke in (stroke for layer in drawing.layers if layer.visible for stroke in layer.strokes):
        painter.setOpacity(stroke.opacity)
        paint_stroke(painter, stroke)
    painter.setOpacity(1.0)
    if plan.export.plots and plan.sheets:
        _paint_travel(painter, plan, scale)


def _fitted(page: QSizeF, area: QSizeF) -> ViewTransform:
    """Return the transform that fits a page of any size, unlike ViewTransform.fit."""
    room_x, room_y = max(1.0, area.width() - 2 * _MARGIN), max(1.0, area.height() - 2 * _MARGIN)
    scale = min(room_x / page.width(), room_y / page.height())
    return ViewTransform(
        scale, round((area.width() - page.width() * scale) / 2), round((area.height() - page.height() * scale) / 2)
    )


def _paint_squares(painter: QPainter, page: QRectF) -> None:
    """Paint a chequerboard for transparency."""
    painter.save()
    painter.setClipRect(page)
    color = QColor("#e4e3e0")
    for row in range(int(page.height() // _CHECK) + 1):
        for column in range(row % 2, int(page.width() // _CHECK) + 1, 2):
            painter.fillRect(QRectF(page.left() + column * _CHECK, page.top() + row * _CHECK, _CHECK, _CHECK), color)
    painter.restore()


def _paint_travel(painter: QPainter, plan: Plan, scale: float) -> None:
    """Paint the travel of the lifted pen, from the corner that the machine counts from through all layers."""
    pen = QPen(QColor(_TRAVEL), 1 / scale, Qt.PenStyle.DotLine)
    painter.setPen(pen)
    machine, height = plan.export.plotting_machine, plan.composition.drawing.height
    at = QPointF(*on_page(np.zeros((1, 2)), machine, height)[0].tolist())
    for layer in plan.composition.drawing.layers:
        for stroke in () if layer.name.startswith("%") else layer.strokes:
            painter.drawLine(at, QPointF(*stroke.curve.start.tolist()))
            at = QPointF(*stroke.curve.end.tolist())


def _spoken(composition: Composition, unit: Unit) -> str:
    page = composition.drawing
    width, height = number_text(page.width, unit), number_text(page.height, unit)
    return tr(
        "The page of {width} by {height} {plural} with the drawing on it",
        width=width,
        height=height,
        plural=tr(unit.plural),
    )
