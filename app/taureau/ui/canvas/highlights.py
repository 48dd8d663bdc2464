"""Marks on strokes: halos of the selected, locks of the frozen, and the result of a proposed merge."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from taureau.session import Marked
from taureau.ui.canvas.ink import Line
from taureau.ui.canvas.stroke_painting import painter_path, stroke_pen
from taureau.ui.canvas.view_transform import ViewTransform
from taureau.ui.widgets.icons import pixmap
from taureau.ui.widgets.theme import Theme

_HALO = 4.0  # canvas px on either side of a selected stroke
_RIM = 1.5  # canvas px of paper between stroke and halo
_CORE = 0.5  # share of the stroke's width that a proposed stroke is painted with
_LOCK = 10  # canvas px
_BADGE = 8.0  # canvas px, radius of the disc behind the lock


def paint_halos(painter: QPainter, lines: Iterable[Line], theme: Theme, scale: float) -> None:
    """Paint halos of the lines below the strokes, in document coordinates; `scale`: canvas px per document px.

    A rim of paper separates the halo from the stroke, which may have the same colour.
    """
    color = QColor(theme.mark)
    color.setAlphaF(0.6)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    lines = list(lines)
    for tint, beyond in ((color, _HALO), (QColor(theme.paper), _RIM)):
        for line in lines:
            pen = QPen(line.pen)
            pen.setColor(tint)
            pen.setWidthF(line.pen.widthF() + 2 * beyond / scale)
            painter.setPen(pen)
            painter.drawPath(line.path)


def paint_proposed(painter: QPainter, marked: Marked, theme: Theme) -> None:
    """Paint the strokes that a merge would make, above the others, in document coordinates."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for stroke in marked.becoming:
        pen = stroke_pen(stroke)
        pen.setColor(QColor(theme.mark))
        pen.setWidthF(_CORE * stroke.width)
        painter.setPen(pen)
        painter.drawPath(painter_path(stroke.curve))


def paint_locks(painter: QPainter, lines: Iterable[Line], marked: Marked, theme: Theme, view: ViewTransform) -> None:
    """Paint a lock on each frozen stroke, above the strokes, in canvas px."""
    lock = pixmap("lock", theme.quiet, _LOCK, painter.device().devicePixelRatioF())
    for line in lines:
        if line.index in marked.frozen:
            middle = view.to_canvas(line.path.pointAtPercent(0.5))
            painter.setPen(QPen(QColor(theme.quiet), 1))
            painter.setBrush(QColor(theme.paper))
            painter.drawEllipse(middle, _BADGE, _BADGE)
            painter.drawPixmap(middle - QPointF(_LOCK / 2, _LOCK / 2), lock)
