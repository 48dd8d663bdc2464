"""A slider through the strokes in their order, shown as bars as high as their gains."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QFont, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QWidget

from taureau.session import counted
from taureau.session.language import tr
from taureau.ui.widgets.theme import GRID, LIGHT, Theme
from taureau.wording import tr_noop

_EXPLANATION = tr_noop("Each bar is a stroke, as high as what it added. Drag to see the drawing with fewer strokes.")
_GROWING = tr_noop("Each bar is a stroke, as high as what it added. Below the dashed line the next would hardly show.")
_MAX_STEP = 4.0 * GRID  # px from one bar to the next
_TOP, _BOTTOM = 10.0, 13.0  # px above the highest bar and below the bars
_MIN_HEIGHT = 3.0  # px, of a bar
_CAPTION = 10.0 * GRID  # px for the caption of the threshold
_UNKNOWN = 0.35  # height of a bar without a known gain, as a share of the highest


class Scrubber(QAbstractSlider):
    """A slider from 1 to the number of strokes; disabled while a drawing grows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Strokes shown"))
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setPageStep(4)
        self._theme: Theme = LIGHT
        self._gains: list[float | None] = []
        self._threshold: float | None = None
        self._highest = 1e-9  # of the gains and the threshold
        self._reached = False
        self._slots = 0  # strokes that there is room for
        self._growing = False

    def sizeHint(self) -> QSize:
        return QSize(40 * GRID, 6 * GRID)

    def minimumSizeHint(self) -> QSize:
        return QSize(16 * GRID, 5 * GRID)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def set_growing(self, gains: Sequence[float | None], threshold: float | None, wanted: int | None) -> None:
        """Show a drawing that grows until a stroke gains less than `threshold`, or to `wanted` strokes."""
        self._growing, self._reached = True, False
        self._slots = wanted or max(16, 2 ** math.ceil(math.log2(max(1, len(gains)))))
        self._set(gains, threshold, len(gains))
        self.setEnabled(False)
        self.setToolTip(tr(_GROWING))

    def set_sequence(
        self, gains: Sequence[float | None], shown: int, threshold: float | None = None, *, reached: bool = False
    ) -> None:
        """Show a drawing of which the first `shown` strokes are visible; `reached`: it stopped at the threshold."""
        self._growing, self._reached = False, reached
        self._slots = len(gains)
        self._set(gains, threshold, shown)
        self.setEnabled(len(gains) > 1)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(tr(_EXPLANATION))

    def bar(self, index: int) -> QRectF:
        """Return the bar of a stroke in widget px."""
        step = self._step
        width = max(1.0, min(0.6 * step, 1.25 * GRID))
        left, foot = GRID + step * index + (step - width) / 2, self.height() - _BOTTOM
        height = max(_MIN_HEIGHT, self._height(self._gains[index]))
        return QRectF(left, foot - height, width, height)

    def _set(self, gains: Sequence[float | None], threshold: float | None, shown: int) -> None:
        self._gains, self._threshold = list(gains), threshold
        self._highest = max([*(one for one in gains if one is not None), threshold or 0.0, 1e-9])
        self.blockSignals(True)  # the value comes from outside
        self.setRange(min(1, len(gains)), len(gains))
        self.setValue(shown)
        self.blockSignals(False)
        self.setAccessibleDescription(tr("{value} of {counted}", value=self.value(), counted=counted(len(gains))))
        self.update()

    # Mouse; the keys are those of QAbstractSlider.

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self.setValue(self._value_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self.setValue(self._value_at(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.setSliderDown(False)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()

    def _value_at(self, x: float) -> int:
        return math.floor((x - GRID) / self._step) + 1

    # Painting.

    @property
    def _step(self) -> float:
        caption = 0 if self._threshold is None else _CAPTION
        return min(_MAX_STEP, (self.width() - 2 * GRID - caption) / max(1, self._slots))

    def _height(self, gain: float | None) -> float:
        """Return the height of a bar in px; a square root makes the small gains of late strokes visible."""
        part = _UNKNOWN if gain is None else math.sqrt(max(0.0, gain) / self._highest)
        return part * (self.height() - _TOP - _BOTTOM)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._gains:
            return
        theme, shown, count = self._theme, self.value(), len(self._gains)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        foot = self.height() - _BOTTOM + 3.5
        painter.setPen(QPen(QColor(theme.line), 1))
        painter.drawLine(QPointF(GRID, foot), QPointF(GRID + self._step * self._slots, foot))
        painter.setPen(Qt.PenStyle.NoPen)
        for index in range(count):
            newest = self._growing and index == count - 1
            painter.setBrush(QColor(theme.accent if newest else theme.text if index < shown else theme.edge))
            bar = self.bar(index)
            painter.drawRoundedRect(bar, min(2.0, bar.width() / 2), min(2.0, bar.width() / 2))
        if self._threshold is not None:
            self._paint_threshold(painter)
        if not self._growing:
            self._paint_handle(painter, GRID + self._step * shown, foot, away=shown < count)
        painter.end()

    def _paint_threshold(self, painter: QPainter) -> None:
        """Paint the threshold as a dashed line, with a dot at its end if the run stopped there."""
        y = round(self.height() - _BOTTOM - self._height(self._threshold)) + 0.5
        right = GRID + self._step * self._slots
        pen = QPen(QColor(self._theme.muted), 1)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.drawLine(QPointF(GRID, y), QPointF(right, y))
        font = QFont(self.font())
        font.setPixelSize(11)
        painter.setFont(font)
        painter.setPen(QColor(self._theme.muted))
        beside = QRectF(right + GRID, y - GRID, _CAPTION, 2 * GRID)
        painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter, tr("stopped here") if self._reached else tr("enough"))
        if self._reached:
            painter.setPen(QPen(QColor(self._theme.muted), 1.5))
            painter.setBrush(QColor(self._theme.panel))
            painter.drawEllipse(QPointF(right, y), 3.5, 3.5)

    def _paint_handle(self, painter: QPainter, x: float, foot: float, *, away: bool) -> None:
        """`away`: the slider is not at its end."""
        color = QColor(self._theme.accent if away or self.hasFocus() else self._theme.muted)
        if away:
            painter.setPen(QPen(color, 1.5))
            painter.drawLine(QPointF(x, _TOP / 2), QPointF(x, foot))
        painter.setPen(QPen(color, 2 if self.hasFocus() else 1))
        painter.setBrush(QColor(self._theme.field))
        painter.drawEllipse(QPointF(x, foot), 5.5, 5.5)
