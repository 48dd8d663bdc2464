"""The share that an encoder gives each label: one bar for the photo, one for the drawing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from taureau.ui.widgets.theme import GRID, LIGHT, Theme

_ROW = 6 * GRID  # px for a label, with its bars
_BAR = 6  # px
_NUMBER = 5 * GRID  # px for "100 %"


class BeliefBars(QWidget):
    """Labels keep the order in which they were typed, so that bars do not move."""

    def __init__(self) -> None:
        super().__init__()
        self._theme = LIGHT
        self._labels: Sequence[str] = ()
        self._photo: Mapping[str, float] = {}
        self._drawing: Mapping[str, float] = {}
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_shares(self, labels: Sequence[str], photo: Mapping[str, float], drawing: Mapping[str, float]) -> None:
        """Shares are 0 … 1; an empty mapping shows no bars."""
        if tuple(labels) != tuple(self._labels):
            self._labels = tuple(labels)
            self.updateGeometry()
        self._photo, self._drawing = photo, drawing
        self.setAccessibleName(". ".join(self._spoken(label) for label in self._labels))
        self.update()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(20 * GRID, _ROW * len(self._labels))

    def minimumSizeHint(self) -> QSize:
        return QSize(14 * GRID, _ROW * len(self._labels))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index, label in enumerate(self._labels):
            top = index * _ROW
            painter.setPen(QColor(self._theme.text))
            name = painter.fontMetrics().elidedText(label, Qt.TextElideMode.ElideRight, self.width())
            painter.drawText(QRectF(0, top, self.width(), 2 * GRID), Qt.AlignmentFlag.AlignVCenter, name)
            self._bar(painter, top + 2 * GRID, self._photo.get(label), self._theme.faint)
            self._bar(painter, top + 3 * GRID + GRID // 2, self._drawing.get(label), self._theme.text)
        painter.end()

    def _bar(self, painter: QPainter, top: int, share: float | None, color: str) -> None:
        """Paint one bar with its percentage; nothing without a share."""
        if share is None:
            return
        height = GRID + GRID // 2
        groove = QRectF(0, top + (height - _BAR) / 2, self.width() - _NUMBER, _BAR)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.line))
        painter.drawRoundedRect(groove, _BAR / 2, _BAR / 2)
        groove.setWidth(max(_BAR, groove.width() * share))
        painter.setBrush(QColor(color))
        painter.drawRoundedRect(groove, _BAR / 2, _BAR / 2)
        painter.setPen(QColor(self._theme.muted))
        number = QRectF(self.width() - _NUMBER, top, _NUMBER, height)
        painter.drawText(number, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, f"{100 * share:.0f} %")

    def _spoken(self, label: str) -> str:
        parts = [label]
        for what, shares in (("photo", self._photo), ("drawing", self._drawing)):
            if label in shares:
                parts.append(f"{what} {100 * shares[label]:.0f} %")
        return ", ".join(parts)
