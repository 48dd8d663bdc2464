"""The sheet: the photo underneath, the strokes on top."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QFocusEvent, QImage, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.document import Drawing
from app.session import Marked
from app.ui.backdrop import Backdrop
from app.ui.handling import Handling
from app.ui.ink import Ink, Line
from app.ui.looking import MARGIN
from app.ui.marking import paint_becoming, paint_halos, paint_locks
from app.ui.theme import GRID, LIGHT, Theme
from app.ui.tools import Hand
from app.ui.view import View

Level = Literal["below the ink", "above the ink"]
Paint = Callable[[QPainter, View], None]  # in px of the canvas, antialiased
_FRAME = 16  # ms between two frames while a stroke is drawn in


class Canvas(Handling):
    """Shows what it is given; what is done to it by hand is the tools' matter."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("canvas")
        self.setAccessibleName("Sheet")
        self.setAccessibleDescription("The photo and the strokes drawn over it")
        self.setMinimumSize(200, 200)
        self.draw_in = True
        self._theme: Theme = LIGHT
        self.backdrop = Backdrop()
        self._below: QPixmap | None = None  # the backdrop, as long as it stays the same
        self._below_sheet = QRectF()
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
        self._ink.set_drawing(drawing, draw_in=draw_in and self.draw_in)
        if self._ink.moving:
            self._frames.start()
        self.update()

    def lines(self, places: Collection[int]) -> list[Line]:
        """The lines of the drawing's strokes at these places, as far as they are visible."""
        return [line for line in self._ink.settled if line.place in places]

    def show_instead(self, lines: Mapping[int, Sequence[Line]]) -> None:
        """Preview: other lines, or none, in place of the strokes at these places, until another drawing is set."""
        self._ink.set_instead(lines)
        self.update()

    def set_marked(self, marked: Marked) -> None:
        """Which strokes are selected or frozen, and which would go."""
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
        self._focus_ring = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._focus_ring = False
        self.update()

    # Painting.

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._below = None
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._backdrop_now())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_others(painter, "below the ink")
        painter.save()
        self._onto_sheet(painter)
        paint_halos(painter, self._ink.lines, self._marked, self._theme, self._view.scale)
        self._ink.paint(painter, self._marked.leaving, QColor(self._theme.mark))
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
        self._onto_sheet(painter)
        for line in lines:
            line.paint(painter)
        painter.restore()

    def _onto_sheet(self, painter: QPainter) -> None:
        """From here on in px of the document, and nothing beside the sheet."""
        painter.setClipRect(self._view.sheet_rect(self._sheet))
        painter.translate(self._view.x, self._view.y)
        painter.scale(self._view.scale, self._view.scale)

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

    def _backdrop_now(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        sheet = QRectF() if self._sheet.isEmpty() else self._view.sheet_rect(self._sheet)
        if self._below is None or self._below.devicePixelRatio() != ratio or self._below_sheet != sheet:
            self._below, self._below_sheet = QPixmap(self.size() * ratio), sheet
            self._below.setDevicePixelRatio(ratio)
            painter = QPainter(self._below)
            self.backdrop.paint(painter, QRectF(self.rect()), sheet, ratio)
            painter.end()
        return self._below

    def _redraw(self) -> None:
        self._below = None
        self.update()

    def _next_frame(self) -> None:
        if not self._ink.moving:
            self._frames.stop()
        self.update()
