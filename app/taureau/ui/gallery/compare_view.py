"""Two drawings, one left and one right of a line that is dragged across them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy

from taureau.session.gallery.gallery import Gallery
from taureau.session.language import tr
from taureau.store.search import Summary
from taureau.ui.gallery.entry_texts import about
from taureau.ui.widgets.theme import GRID, LIGHT, Theme

_PER_MILLE = 1000
_KNOB = 1.5 * GRID  # px, radius
_MARGIN = 3 * GRID  # px around the drawings


class CompareView(QAbstractSlider):
    """A slider whose value is where the line is, in thousandths of the width; arrow keys move it, too."""

    def __init__(self, gallery: Gallery) -> None:
        super().__init__()
        self._gallery = gallery
        self._theme: Theme = LIGHT
        self._pair: tuple[Summary, Summary] | None = None  # left, right
        self._pictures: dict[str, QImage] = {}  # by id, at the size that they are shown at
        self._side = 0  # device pixels of those
        self.setAccessibleName(tr("Line between two drawings"))
        self.setToolTip(tr("Drag the line, or move it with the arrow keys"))
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setRange(0, _PER_MILLE)
        self.setSingleStep(_PER_MILLE // 50)
        self.setPageStep(_PER_MILLE // 10)
        self.setValue(_PER_MILLE // 2)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.SplitHCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.valueChanged.connect(self.update)

    def compare(self, left: Summary, right: Summary) -> None:
        """Show two drawings."""
        self._pair = (left, right)
        self._pictures = {}
        self.setValue(_PER_MILLE // 2)
        self._draw()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(40 * GRID, 30 * GRID)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self._move_to(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self._move_to(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.setSliderDown(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._draw()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(self._theme.paper))
        if self._pair is not None:
            line = round(self.width() * self.value() / _PER_MILLE)
            left = QRect(0, 0, line, self.height())
            for entry, half in zip(self._pair, (left, self.rect().adjusted(line, 0, 0, 0)), strict=True):
                painter.setClipRect(half)
                self._paint_drawing(painter, entry)
            painter.setClipping(False)
            self._paint_names(painter, *self._pair)
            self._paint_line(painter, line)
        painter.end()

    def _move_to(self, event: QMouseEvent) -> None:
        self.setValue(round(_PER_MILLE * event.position().x() / max(1, self.width())))

    def _room(self) -> QRectF:
        return QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)

    def _draw(self) -> None:
        """Ask for both pictures, as sharp as they are shown."""
        room = self._room()
        side = round(min(room.width(), room.height()) * self.devicePixelRatioF())
        if self._pair is None or side <= 0:
            return
        self._side = side
        for entry in self._pair:
            self._gallery.draw(entry.id, side, partial(self._take, entry.id, side))

    def _take(self, entry_id: str, side: int, image: QImage) -> None:
        if side == self._side:
            self._pictures[entry_id] = image
            self.update()

    def _paint_drawing(self, painter: QPainter, entry: Summary) -> None:
        picture = self._pictures.get(entry.id)
        if picture is None or picture.isNull():
            return
        room = self._room()
        scale = min(room.width(), room.height()) / max(picture.width(), picture.height())
        place = QRectF(0, 0, picture.width() * scale, picture.height() * scale)
        place.moveCenter(room.center())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(place, picture)

    def _paint_names(self, painter: QPainter, left: Summary, right: Summary) -> None:
        painter.setPen(QColor(self._theme.quiet))
        room = self.rect().adjusted(GRID, GRID // 2, -GRID, 0)
        half = room.width() // 2 - 2 * GRID
        for entry, side in ((left, Qt.AlignmentFlag.AlignLeft), (right, Qt.AlignmentFlag.AlignRight)):
            text = f"{entry.name} · {about(entry)}"
            text = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, half)
            painter.drawText(room, side | Qt.AlignmentFlag.AlignTop, text)

    def _paint_line(self, painter: QPainter, x: int) -> None:
        color = QColor(self._theme.mark)
        painter.setPen(QPen(color, 2 if self.hasFocus() else 1))
        painter.drawLine(QPoint(x, 0), QPoint(x, self.height()))
        painter.setBrush(QColor(self._theme.paper))
        middle = QPointF(x, self.height() / 2)
        painter.drawEllipse(middle, _KNOB, _KNOB)
        for sign in (-1, 1):
            tip = middle + QPointF(sign * 7, 0)
            painter.drawLine(tip, tip + QPointF(-sign * 4, -4))
            painter.drawLine(tip, tip + QPointF(-sign * 4, 4))
