"""The sheet: the photo underneath, the strokes on top."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFocusEvent, QImage, QPainter, QPaintEvent, QPen, QTransform
from PySide6.QtWidgets import QWidget

from taureau.document import AS_DRAWN, Drawing
from taureau.session import Marked
from taureau.ui.canvas.backdrop import Backdrop
from taureau.ui.canvas.film import Develop, Film, InkFilm
from taureau.ui.canvas.highlights import paint_becoming, paint_halos, paint_locks
from taureau.ui.canvas.ink import Ink, Line
from taureau.ui.canvas.input import Handling
from taureau.ui.canvas.view_transform import View
from taureau.ui.canvas.viewport import MARGIN
from taureau.ui.tools import Hand
from taureau.ui.widgets.theme import GRID, LIGHT, Theme

Level = Literal["below the ink", "above the ink"]
Paint = Callable[[QPainter, View], None]  # in px of the canvas, antialiased
_BY_TAB = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
_FOR_A_WHILE = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)  # it comes back soon
_FULL = 150  # lines, times device pixels per px, of a sheet that is stretched while it is zoomed
_MANY = 24  # lines, of which more are kept on a film of their own
_SETTLED = 120  # ms without a zoom, after which the sheet is painted exactly again
_FRAME = 16  # ms between two frames while a stroke is drawn in


class Canvas(Handling):
    """Shows what it is given; what is done to it by hand is the tools' matter."""

    panels_asked = Signal()  # Tab was pressed by somebody who works here, rather than on the way to the next control

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("canvas")
        self.setAccessibleName("Sheet")
        self.setAccessibleDescription("The photo and the strokes drawn over it")
        self.setMinimumSize(200, 200)
        self.draw_in = True
        self.look = AS_DRAWN  # that the drawing shown is in, for what is drawn beside it
        self._theme: Theme = LIGHT
        self.backdrop = Backdrop()
        self._behind, self._halos, self._inked, self._moved = Film(), Film(), InkFilm(), InkFilm()
        self._haloed: list[Line] = []  # what the film of halos shows
        self._moved_by: QTransform | None = None  # the map of the sheet that many lines are previewed under
        self._hurry = QTimer(self, interval=_SETTLED, singleShot=True)  # runs while a full sheet is zoomed
        self._hurry.timeout.connect(self.update)
        self._ink = Ink()
        self._marked = Marked()
        self._painters: dict[Level, list[Paint]] = {"below the ink": [], "above the ink": []}
        self._focus_ring = False
        self._inviting = False
        self._caption = ""
        self._frames = QTimer(self, interval=_FRAME)
        self._frames.timeout.connect(self._next_frame)
        self.set_tool(Hand(self))

    # What is shown.

    def set_photo(self, image: QImage | None) -> None:
        self.backdrop.set_photo(image)
        self._redraw()

    def set_photo_opacity(self, opacity: float) -> None:
        self.backdrop.opacity = opacity
        self._redraw()

    def set_drawing(self, drawing: Drawing | None, *, draw_in: bool = False) -> None:
        """With `draw_in`, and unless motion is switched off, new strokes appear along their length."""
        self._moved_by = None
        self._ink.set_drawing(drawing, draw_in=draw_in and self.draw_in)
        if self._ink.moving:
            self._frames.start()
        self.update()

    def lines(self, places: Collection[int]) -> list[Line]:
        """The lines of the drawing's strokes at these places, as far as they are visible."""
        return [line for line in self._ink.settled if line.place in places]

    def show_instead(self, lines: Mapping[int, Sequence[Line]]) -> None:
        """Preview: other lines, or none, in place of the strokes at these places, until another drawing is set."""
        self._moved_by = None
        self._ink.set_instead(lines)
        self.update()

    def show_moved(self, places: Collection[int], by: QTransform, thicker: float) -> None:
        """Preview the strokes at these places under a map of the sheet, their widths so many times as large."""
        lines = self.lines(places)
        if len(lines) <= _MANY:
            self.show_instead({line.place: (line.under(by, thicker),) for line in lines})
            return
        self._moved_by = by
        self._ink.set_instead(dict.fromkeys(places, ()))
        self._moved.set_lines(lines, self._develop_lines)
        self.update()

    def set_marked(self, marked: Marked) -> None:
        """Which strokes are selected or frozen, and which would go."""
        if marked.leaving != self._marked.leaving:
            self._inked.clear()
        self._marked = marked
        self.update()

    def set_caption(self, text: str) -> None:
        """A few words at the foot of the window on what is shown; none where there is nothing to say."""
        self._caption = text
        self.update()

    @property
    def marked(self) -> Marked:
        return self._marked

    @property
    def theme(self) -> Theme:
        return self._theme

    def set_theme(self, theme: Theme) -> None:
        if theme != self._theme:
            self._theme = self.backdrop.theme = theme
            self._redraw()

    def set_inviting(self, inviting: bool) -> None:
        """Show that a picture held over the window may be dropped."""
        self._inviting = inviting
        self.update()

    def add_painter(self, level: Level, paint: Paint) -> None:
        """Have something painted at each repaint, between photo and strokes or above both; `update()` asks for one."""
        self._painters[level].append(paint)
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() not in _FOR_A_WHILE:
            self._focus_ring = event.reason() in _BY_TAB
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _FOR_A_WHILE:
            self._focus_ring = False
        self.update()

    def focusNextPrevChild(self, following: bool) -> bool:
        """Tab hides the panels or shows them; whoever came here by Tab, as the ring tells, goes on by it."""
        if not following or self._focus_ring:
            return super().focusNextPrevChild(following)
        self.panels_asked.emit()
        return True

    # Painting.

    def set_view(self, view: View, *, fitted: bool = False) -> None:
        if view.scale != self._view.scale and len(self._ink.lines) * self.devicePixelRatioF() > _FULL:
            self._hurry.start()
        super().set_view(view, fitted=fitted)

    def set_sheet(self, size: QSizeF) -> None:
        if size != self._sheet:
            self._redraw()
        super().set_sheet(size)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._show_backdrop(painter)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_others(painter, "below the ink")
        self._show_halos(painter)
        still, loose = self._ink.parted()
        self._inked.set_lines(still, self._develop_ink)
        self._show_film(painter, self._inked, self._develop_ink)
        if self._moved_by is not None:
            self._show_under(painter, self._moved_by)
        painter.save()
        self._onto_sheet(painter, self._view)
        self._ink.paint(painter, self._marked.leaving, QColor(self._theme.mark), lines=loose)
        paint_becoming(painter, self._marked, self._theme)
        painter.restore()
        paint_locks(painter, self._ink.lines, self._marked, self._theme, self._view)
        self._paint_others(painter, "above the ink")
        self._tool.paint(painter, self._view)
        if self._gesture is not None:
            self._gesture.paint(painter, self._view)
        if self._caption:
            self._paint_caption(painter)
        if self._focus_ring or self._inviting:
            painter.setPen(QPen(QColor(self._theme.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        painter.end()

    def paint_lines(self, painter: QPainter, lines: Iterable[Line]) -> None:
        """Paint lines as the drawing's own are painted, upon the sheet."""
        painter.save()
        self._onto_sheet(painter, self._view)
        for line in lines:
            line.paint(painter)
        painter.restore()

    def _onto_sheet(self, painter: QPainter, view: View) -> None:
        """From here on in px of the document, and nothing beside the sheet."""
        painter.setClipRect(view.sheet_rect(self._sheet), Qt.ClipOperation.IntersectClip)
        painter.translate(view.x, view.y)
        painter.scale(view.scale, view.scale)

    def _paint_others(self, painter: QPainter, level: Level) -> None:
        for paint in self._painters[level]:
            painter.save()
            paint(painter, self._view)
            painter.restore()

    def _paint_caption(self, painter: QPainter) -> None:
        size = self.fontMetrics().size(0, self._caption)
        pill = QRectF(0, 0, size.width() + 3 * GRID, size.height() + GRID)
        pill.moveCenter(QPointF(round(self.width() / 2), self.height() - MARGIN / 2 - pill.height() / 2))
        painter.setPen(QPen(QColor(self._theme.edge), 1))
        painter.setBrush(QColor(self._theme.panel))
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
        painter.setPen(QColor(self._theme.text))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, self._caption)

    # Films: what is kept from one repaint to the next.

    def _show_film(self, painter: QPainter, film: Film, develop: Develop) -> None:
        hurried = self._hurry.isActive()
        film.show(painter, self.size(), self.devicePixelRatioF(), self._view, develop, hurried=hurried)

    def _show_backdrop(self, painter: QPainter) -> None:
        if self._hurry.isActive():  # the stretched film may not reach everywhere
            painter.fillRect(self.rect(), QColor(self._theme.desk))
            painter.fillRect(self._view.sheet_rect(self._sheet), QColor(self._theme.paper))
        self._show_film(painter, self._behind, self._develop_backdrop)

    def _show_halos(self, painter: QPainter) -> None:
        haloed = [line for line in self._ink.lines if line.place in self._marked.selected]
        if haloed != self._haloed:
            self._haloed = haloed
            self._halos.clear()
        if len(haloed) > _MANY:
            self._show_film(painter, self._halos, self._develop_halos)
        elif haloed:
            painter.save()
            self._develop_halos(painter, QRectF(self.rect()), self._view)
            painter.restore()

    def _show_under(self, painter: QPainter, by: QTransform) -> None:
        """The film of many lines under a map of the sheet."""
        view = self._view
        to_sheet = QTransform.fromTranslate(-view.x, -view.y) * QTransform.fromScale(1 / view.scale, 1 / view.scale)
        painter.save()
        painter.setClipRect(view.sheet_rect(self._sheet), Qt.ClipOperation.IntersectClip)
        painter.setTransform(to_sheet * by * to_sheet.inverted()[0], True)
        self._show_film(painter, self._moved, self._develop_lines)
        painter.restore()

    def _develop_backdrop(self, painter: QPainter, area: QRectF, view: View) -> None:
        sheet = QRectF() if self._sheet.isEmpty() else view.sheet_rect(self._sheet)
        self.backdrop.paint(painter, area, sheet, self.devicePixelRatioF())

    def _develop_halos(self, painter: QPainter, area: QRectF, view: View) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(view.x, view.y)
        painter.scale(view.scale, view.scale)  # beside the sheet, too: what lies there can be taken back
        paint_halos(painter, self._haloed, self._marked, self._theme, view.scale)

    def _develop_ink(self, painter: QPainter, area: QRectF, view: View) -> None:
        self._develop(painter, area, view, self._inked)

    def _develop_lines(self, painter: QPainter, area: QRectF, view: View) -> None:
        self._develop(painter, area, view, self._moved)

    def _develop(self, painter: QPainter, area: QRectF, view: View, film: InkFilm) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if film is self._inked:
            self._onto_sheet(painter, view)
        else:  # what lies beside the sheet may be moved upon it
            painter.translate(view.x, view.y)
            painter.scale(view.scale, view.scale)
        within = QRectF(view.to_sheet(area.topLeft()), view.to_sheet(area.bottomRight()))
        leaving, tint = self._marked.leaving, QColor(self._theme.mark)
        self._ink.paint(painter, leaving, tint, lines=film.lines, within=within)

    def _redraw(self) -> None:
        """What lies behind is another, and so may be the sheet's edge."""
        for film in (self._behind, self._halos, self._inked):
            film.clear()
        self.update()

    def _next_frame(self) -> None:
        if not self._ink.moving:
            self._frames.stop()
        self.update()
