"""What is painted around strokes: halos of the selected, locks of the frozen, and what strokes would become."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from taureau.session import Marked
from taureau.ui.canvas.ink import Line, stroke_pen
from taureau.ui.canvas.painter_pen import painter_path
from taureau.ui.canvas.view_transform import View
from taureau.ui.widgets.icons import pixmap
from taureau.ui.widgets.theme import Theme

_HALO = 4.0  # window px on either side of a selected stroke
_RIM = 1.5  # window px of paper between the two
_CORE = 0.5  # of its width, at which the line shows that strokes would become
_LOCK = 10  # window px
_BADGE = 8.0  # window px, radius of the disc that the lock lies on


def paint_halos(painter: QPainter, lines: Iterable[Line], marked: Marked, theme: Theme, scale: float) -> None:
    """Below the ink, in document coordinates; `scale`: window px per document px.

    A rim of paper parts them from the ink, which may be of their own colour.
    """
    color = QColor(theme.mark)
    color.setAlphaF(0.6)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    chosen = [line for line in lines if line.place in marked.selected]
    for tint, beyond in ((color, _HALO), (QColor(theme.paper), _RIM)):
        for line in chosen:
            pen = QPen(line.pen)
            pen.setColor(tint)
            pen.setWidthF(line.pen.widthF() + 2 * beyond / scale)
            painter.setPen(pen)
            painter.drawPath(line.path)


def paint_becoming(painter: QPainter, marked: Marked, theme: Theme) -> None:
    """Above the ink, in document coordinates: the lines that strokes would become."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for stroke in marked.becoming:
        pen = stroke_pen(stroke)
        pen.setColor(QColor(theme.mark))
        pen.setWidthF(_CORE * stroke.width)
        painter.setPen(pen)
        painter.drawPath(painter_path(stroke.curve))


def paint_locks(painter: QPainter, lines: Iterable[Line], marked: Marked, theme: Theme, view: View) -> None:
    """Above the ink, in window px."""
    lock = pixmap("lock", theme.quiet, _LOCK, painter.device().devicePixelRatioF())
    for line in lines:
        if line.place in marked.frozen:
            middle = view.to_window(line.path.pointAtPercent(0.5))
            painter.setPen(QPen(QColor(theme.quiet), 1))
            painter.setBrush(QColor(theme.paper))
            painter.drawEllipse(middle, _BADGE, _BADGE)
            painter.drawPixmap(middle - QPointF(_LOCK / 2, _LOCK / 2), lock)
