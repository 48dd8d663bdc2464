"""The divider: left of it the canvas shows the photo, right of it the drawing."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractSlider

from taureau.session.language import tr
from taureau.ui.canvas.canvas import Canvas
from taureau.ui.canvas.view_transform import ViewTransform
from taureau.ui.widgets.theme import GRID, LIGHT, Theme

_WIDTH = 3 * GRID  # px that can be dragged
_KNOB = 1.5 * GRID  # px, radius
_PER_MILLE = 1000


class Divider(QAbstractSlider):
    """A slider over the canvas; a double click centres it."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._theme: Theme = LIGHT
        self._grip: float | None = None  # px from the line to the mouse while it is dragged
        self.setAccessibleName(tr("Divider between photo and drawing"))
        self.setToolTip(
            tr("Left of the line the photo, right of it the drawing. Drag it, or move it with the arrow keys.")
        )
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setRange(0, _PER_MILLE)  # of the sheet's width
        self.setSingleStep(_PER_MILLE // 50)
        self.setPageStep(_PER_MILLE // 10)
        self.setValue(_PER_MILLE // 2)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.SplitHCursor)
        self.valueChanged.connect(self._update_geometry)
        canvas.viewport.changed.connect(self._update_geometry)
        canvas.add_painter("above the ink", self._paint_photo)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, 8 * GRID)

    def setVisible(self, visible: bool) -> None:
        super().setVisible(visible)
        self._update_geometry()

    def _sheet(self) -> QRectF:
        return self._canvas.view.sheet_rect(self._canvas.viewport.sheet)

    @property
    def line(self) -> float:
        """The position in canvas px."""
        sheet = self._sheet()
        return sheet.left() + sheet.width() * self.value() / _PER_MILLE

    def _update_geometry(self) -> None:
        sheet = self._sheet().intersected(QRectF(self._canvas.rect()))
        self.setGeometry(round(self.line) - _WIDTH // 2, round(sheet.top()), _WIDTH, max(1, round(sheet.height())))
        self._canvas.update()

    # Mouse and keyboard.

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._grip = self._x(event) - self.line
            self.setSliderDown(True)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is not None:
            sheet = self._sheet()
            self.setValue(round(_PER_MILLE * (self._x(event) - self._grip - sheet.left()) / max(1.0, sheet.width())))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grip = None
        self.setSliderDown(False)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.setValue(_PER_MILLE // 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
            self._canvas.setFocus()
        else:
            super().keyPressEvent(event)

    def _x(self, event: QMouseEvent) -> float:
        return self.mapTo(self._canvas, event.position()).x()

    # Painting.

    def _paint_photo(self, painter: QPainter, view: ViewTransform) -> None:
        if self.isHidden():
            return
        sheet = self._sheet()
        before = QRectF(sheet.topLeft(), QPointF(self.line, sheet.bottom()))
        painter.setClipRect(before)
        self._canvas.backdrop.paint_photo(painter, sheet, self.devicePixelRatioF())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QPointF(self.width() / 2, self.height() / 2)
        color = QColor(self._theme.accent if self.hasFocus() else self._theme.text)
        painter.setPen(QPen(QColor(self._theme.panel), 4))
        painter.drawLine(QPointF(middle.x(), 0), QPointF(middle.x(), self.height()))
        painter.setPen(QPen(color, 2))
        painter.drawLine(QPointF(middle.x(), 0), QPointF(middle.x(), self.height()))
        painter.setPen(QPen(color, 1.5))
        painter.setBrush(QColor(self._theme.panel))
        painter.drawEllipse(middle, _KNOB - 1, _KNOB - 1)
        for way in (-1, 1):  # an arrow on either side
            tip = middle + QPointF(way * 7, 0)
            painter.drawLine(tip, tip + QPointF(-way * 3, -3))
            painter.drawLine(tip, tip + QPointF(-way * 3, 3))
        painter.end()
