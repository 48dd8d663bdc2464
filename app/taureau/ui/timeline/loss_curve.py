"""A small plot of the loss during a run."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from taureau.session.language import tr
from taureau.ui.widgets.theme import LIGHT, Theme
from taureau.wording import tr_noop

_EXPLANATION = tr_noop("Loss: how far the drawing still is from the photo, as the encoder sees it. Lower is closer.")


class LossCurve(QWidget):
    """Plots (step, loss) pairs over all steps of the run."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Loss curve"))
        self.setToolTip(tr(_EXPLANATION))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._theme: Theme = LIGHT
        self._losses: list[tuple[int, float]] = []
        self._total = 0
        self._running = False

    def sizeHint(self) -> QSize:
        return QSize(192, 48)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def set_losses(self, losses: Sequence[tuple[int, float]], total: int, *, running: bool) -> None:
        self._losses, self._total, self._running = list(losses), total, running
        if len(losses) > 1:
            summary = tr("From {value:.3g} to {value_:.3g}.", value=losses[0][1], value_=losses[-1][1])
            self.setToolTip(f"{tr(_EXPLANATION)}\n{summary}")
            self.setAccessibleDescription(summary)
        self.update()

    def points(self) -> QPolygonF:
        """Return the plot in widget px; empty with fewer than two values."""
        if len(self._losses) < 2:
            return QPolygonF()
        values = [loss for _, loss in self._losses]
        low, high = min(values), max(values)
        span = (high - low) or 1.0
        first = self._losses[0][0]
        steps = max(self._total, self._losses[-1][0]) - first or 1
        width, height = self.width() - 8, self.height() - 12
        return QPolygonF(
            [
                QPointF(4 + width * (step - first) / steps, 6 + height * (high - loss) / span)
                for step, loss in self._losses
            ]
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        points = self.points()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._theme.line), 1))
        painter.drawLine(QPointF(4, self.height() - 5.5), QPointF(self.width() - 4, self.height() - 5.5))
        if not points.isEmpty():
            pen = QPen(QColor(self._theme.muted), 1.5)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            painter.drawPolyline(points)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._theme.accent if self._running else self._theme.muted))
            painter.drawEllipse(points.last(), 3, 3)
        painter.end()
