"""The transform from document px to canvas px: a scale and a translation."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF

MIN_SCALE, MAX_SCALE = 0.02, 64.0  # canvas px per document px


@dataclass(frozen=True)
class ViewTransform:
    """Maps a document point to `scale` times the point plus (x, y), in canvas px."""

    scale: float = 1.0
    x: float = 0.0
    y: float = 0.0

    @classmethod
    def fit(cls, sheet: QSizeF, area: QSizeF, margin: float) -> ViewTransform:
        """Return the transform that centres the whole sheet in the area, as large as the margin (px) allows."""
        room_x, room_y = max(1.0, area.width() - 2 * margin), max(1.0, area.height() - 2 * margin)
        scale = _clamped(min(room_x / sheet.width(), room_y / sheet.height()))
        return cls(scale)._centred(sheet, area)

    @classmethod
    def actual_size(cls, sheet: QSizeF, area: QSizeF) -> ViewTransform:
        """Return the transform of scale 1 that centres the sheet in the area."""
        return cls(1.0)._centred(sheet, area)

    def zoomed(self, factor: float, at: QPointF) -> ViewTransform:
        """Zoom by a factor; the document point under the canvas point `at` stays there."""
        scale = _clamped(self.scale * factor)
        grown = scale / self.scale
        return ViewTransform(scale, at.x() + (self.x - at.x()) * grown, at.y() + (self.y - at.y()) * grown)

    def moved(self, by: QPointF) -> ViewTransform:
        """Translate by canvas px."""
        return ViewTransform(self.scale, self.x + by.x(), self.y + by.y())

    def to_canvas(self, point: QPointF) -> QPointF:
        return QPointF(point.x() * self.scale + self.x, point.y() * self.scale + self.y)

    def to_sheet(self, point: QPointF) -> QPointF:
        return QPointF((point.x() - self.x) / self.scale, (point.y() - self.y) / self.scale)

    def sheet_rect(self, sheet: QSizeF) -> QRectF:
        """The rectangle of the sheet in canvas px."""
        return QRectF(self.x, self.y, sheet.width() * self.scale, sheet.height() * self.scale)

    def _centred(self, sheet: QSizeF, area: QSizeF) -> ViewTransform:
        x = (area.width() - sheet.width() * self.scale) / 2
        y = (area.height() - sheet.height() * self.scale) / 2
        return ViewTransform(self.scale, round(x), round(y))


def _clamped(scale: float) -> float:
    return min(MAX_SCALE, max(MIN_SCALE, scale))
