"""How the sheet lies in the window: a scale and a shift."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF

MIN_SCALE, MAX_SCALE = 0.02, 64.0  # window px per document px


@dataclass(frozen=True)
class View:
    """The map from document px to window px: times `scale`, then plus (x, y)."""

    scale: float = 1.0
    x: float = 0.0
    y: float = 0.0

    @classmethod
    def fit(cls, sheet: QSizeF, area: QSizeF, margin: float) -> View:
        """The whole sheet in the middle of the area, as large as the margin allows."""
        room_x, room_y = max(1.0, area.width() - 2 * margin), max(1.0, area.height() - 2 * margin)
        scale = _bounded(min(room_x / sheet.width(), room_y / sheet.height()))
        return cls(scale)._centred(sheet, area)

    @classmethod
    def actual_size(cls, sheet: QSizeF, area: QSizeF) -> View:
        """One window px for one document px, the sheet in the middle of the area."""
        return cls(1.0)._centred(sheet, area)

    def zoomed(self, factor: float, at: QPointF) -> View:
        """Zoom by a factor; what lies under the window's point `at` stays there."""
        scale = _bounded(self.scale * factor)
        grown = scale / self.scale
        return View(scale, at.x() + (self.x - at.x()) * grown, at.y() + (self.y - at.y()) * grown)

    def moved(self, by: QPointF) -> View:
        return View(self.scale, self.x + by.x(), self.y + by.y())

    def to_window(self, point: QPointF) -> QPointF:
        return QPointF(point.x() * self.scale + self.x, point.y() * self.scale + self.y)

    def to_sheet(self, point: QPointF) -> QPointF:
        return QPointF((point.x() - self.x) / self.scale, (point.y() - self.y) / self.scale)

    def sheet_rect(self, sheet: QSizeF) -> QRectF:
        """Where the sheet lies in the window."""
        return QRectF(self.x, self.y, sheet.width() * self.scale, sheet.height() * self.scale)

    def _centred(self, sheet: QSizeF, area: QSizeF) -> View:
        x = (area.width() - sheet.width() * self.scale) / 2
        y = (area.height() - sheet.height() * self.scale) / 2
        return View(self.scale, round(x), round(y))


def _bounded(scale: float) -> float:
    return min(MAX_SCALE, max(MIN_SCALE, scale))
