"""Rulers at the upper and the left edge of the canvas; guides are dragged out of them."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QWidget

from taureau.document import Unit
from taureau.session import Preferences
from taureau.session.language import tr
from taureau.session.preferences import SHOW_RULERS, UNIT
from taureau.ui.canvas.canvas import Canvas
from taureau.ui.canvas.tool import Gesture
from taureau.ui.widgets.parts import label
from taureau.ui.widgets.theme import LIGHT, Theme

_WIDTH = 20  # px
_APART = 64.0  # px at least between two figures
_CLOSE = 5.0  # px at least between two ticks
_LADDER = (1.0, 2.0, 5.0, 10.0)
_PARTS = (10, 5, 4, 2)  # that the distance between two figures is divided into


def figure_step(px: float, unit: Unit) -> float:
    """Return the distance of two figures in units, when a unit is `px` px long on the screen."""
    least = _APART / px
    if unit is Unit.INCH and least <= 1:
        return float(2.0 ** math.ceil(math.log2(least)))  # 1, 1/2, 1/4 …
    magnitude = 10.0 ** math.floor(math.log10(least))
    return next(step * magnitude for step in _LADDER if step * magnitude >= least * (1 - 1e-9))


class Ruler(QWidget):
    """Follows the view, and marks the mouse; a press begins a gesture of the canvas."""

    def __init__(self, canvas: Canvas, preferences: Preferences, *, horizontal: bool) -> None:
        super().__init__()
        self._canvas, self._preferences, self._horizontal = canvas, preferences, horizontal
        self._theme: Theme = LIGHT
        self._mouse: float | None = None
        self.begin_guide: Callable[[], Gesture] | None = None
        self.setAccessibleName(tr("Ruler across") if horizontal else tr("Ruler down"))
        self.setToolTip(tr("Drag a guide out of the ruler; drag it back to remove it."))
        self.setCursor(Qt.CursorShape.SplitVCursor if horizontal else Qt.CursorShape.SplitHCursor)
        (self.setFixedHeight if horizontal else self.setFixedWidth)(_WIDTH)
        canvas.viewport.changed.connect(self.update)
        canvas.input.pointed.connect(self._mark)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def _mark(self, at: QPointF | None) -> None:
        mouse = None if at is None else at.x() if self._horizontal else at.y()
        if mouse != self._mouse:
            self._mouse = mouse
            self.update()

    # The guide that is dragged out.

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.begin_guide is not None:
            self._canvas.setFocus()
            self._canvas.input.begin(self.begin_guide())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._canvas.input.mouse_move(self._on_canvas(event))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._canvas.input.mouse_release(self._on_canvas(event))

    def _on_canvas(self, event: QMouseEvent) -> QMouseEvent:
        at = QPointF(self._canvas.mapFromGlobal(event.globalPosition()))
        return QMouseEvent(
            QEvent.Type(event.type()), at, event.globalPosition(), event.button(), event.buttons(), event.modifiers()
        )

    # Painting.

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme, length = self._theme, self.width() if self._horizontal else self.height()
        painter.fillRect(self.rect(), QColor(theme.panel))
        if not self._horizontal:  # as the other one, turned
            painter.translate(0, length)
            painter.rotate(-90)
        font = painter.font()
        font.setPixelSize(10)
        painter.setFont(font)
        painter.setPen(QPen(QColor(theme.line), 1))
        painter.drawLine(QPointF(0, _WIDTH - 0.5), QPointF(length, _WIDTH - 0.5))
        if not self._canvas.viewport.sheet.isEmpty():
            self._paint_scale(painter, length)
        if self._mouse is not None:
            painter.setPen(QPen(QColor(theme.accent), 1))
            x = self._along(self._mouse, length)
            painter.drawLine(QPointF(x, 0), QPointF(x, _WIDTH))
        painter.end()

    def _along(self, position: float, length: int) -> float:
        """Return a position on the canvas along the ruler as it is painted; the left one is painted from below."""
        return math.floor(position) + 0.5 if self._horizontal else length - math.floor(position) - 0.5

    def _paint_scale(self, painter: QPainter, length: int) -> None:
        view, unit = self._canvas.view, self._preferences.unit
        px = view.scale * unit.px
        step = figure_step(px, unit)
        parts = next((parts for parts in _PARTS if step * px / parts >= _CLOSE and self._divides(step, parts)), 1)
        origin = view.x if self._horizontal else view.y
        tick = step / parts
        metrics = painter.fontMetrics()
        for number in range(math.floor(-origin / (tick * px)), math.ceil((length - origin) / (tick * px)) + 1):
            x = self._along(origin + number * tick * px, length)
            figured = number % parts == 0
            painter.setPen(QPen(QColor(self._theme.muted if figured else self._theme.edge), 1))
            high = _WIDTH - 1 if figured else _WIDTH // 3 if parts % 2 or number % (parts // 2) else _WIDTH // 2
            painter.drawLine(QPointF(x, _WIDTH - 1 - high * 0.7), QPointF(x, _WIDTH - 1))
            if figured:
                text = f"{number * tick:g}".replace("-", "−")
                painter.setPen(QColor(self._theme.muted))
                painter.drawText(QPointF(x + 3, metrics.ascent()), text)

    @staticmethod
    def _divides(step: float, parts: int) -> bool:
        """Return whether a step divided so has short decimals: 2 and its parts of an inch not into 5."""
        return parts in (2, 4) or step >= 1 or abs(step * 10 - round(step * 10)) < 1e-9


class RuledCanvas(QWidget):
    """The canvas with its rulers, which a preference shows."""

    def __init__(self, canvas: Canvas, preferences: Preferences) -> None:
        super().__init__()
        self.across = Ruler(canvas, preferences, horizontal=True)
        self.down = Ruler(canvas, preferences, horizontal=False)
        self.corner = label("", "caption", centred=True, tooltip=tr("The unit of the rulers and of every length"))
        self.corner.setFixedSize(_WIDTH, _WIDTH)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.addWidget(self.corner, 0, 0)
        grid.addWidget(self.across, 0, 1)
        grid.addWidget(self.down, 1, 0)
        grid.addWidget(canvas, 1, 1)
        preferences.follow(SHOW_RULERS, self._show)
        preferences.follow(UNIT, lambda _: self._show_unit(preferences.unit))

    def set_theme(self, theme: Theme) -> None:
        for ruler in (self.across, self.down):
            ruler.set_theme(theme)

    def _show(self, shown: bool) -> None:
        for part in (self.across, self.down, self.corner):
            part.setVisible(shown)

    def _show_unit(self, unit: Unit) -> None:
        self.corner.setText(unit)
        for ruler in (self.across, self.down):
            ruler.update()
