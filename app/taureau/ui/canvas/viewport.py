"""Looking at a sheet: zoomed, moved, fitted into the window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QNativeGestureEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from taureau.ui.canvas.view_transform import View
from taureau.ui.widgets.theme import GRID

WHEEL_STEP = 1.2  # zoom of one notch
MARGIN = 4.0 * GRID  # px around a fitted sheet


class Looking(QWidget):
    """Knows the sheet's size and how it lies in the window; the wheel zooms at the cursor."""

    view_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet = QSizeF()
        self._view = View()
        self._fitted = True
        self._foot = 0.0  # px that are covered at the foot of the window

    @property
    def view(self) -> View:
        return self._view

    @property
    def fitted(self) -> bool:
        """True while the sheet is fitted into the window, however large that becomes."""
        return self._fitted

    @property
    def sheet(self) -> QSizeF:
        """The document's size in px; empty while there is none."""
        return self._sheet

    def set_view(self, view: View, *, fitted: bool = False) -> None:
        self._view, self._fitted = view, fitted
        self.update()
        self.view_changed.emit()

    def set_sheet(self, size: QSizeF) -> None:
        """The document's size in px; a new size is fitted into the window."""
        if size != self._sheet:
            self._sheet = size
            self.fit()

    def set_foot(self, height: float) -> None:
        """Keep a fitted sheet clear of so many px at the foot of the window, where something lies."""
        if height != self._foot:
            self._foot = height
            if self._fitted:
                self.fit()

    def fit(self) -> None:
        if not self._sheet.isEmpty():
            area = QSizeF(self.width(), self.height() - self._foot)
            self.set_view(View.fit(self._sheet, area, MARGIN), fitted=True)

    def actual_size(self) -> None:
        if not self._sheet.isEmpty():
            self.set_view(View.actual_size(self._sheet, QSizeF(self.size())))

    def zoom(self, factor: float, at: QPointF | None = None) -> None:
        """Zoom about a point of the window, its middle by default."""
        self.set_view(self._view.zoomed(factor, QRectF(self.rect()).center() if at is None else at))

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.zoom(WHEEL_STEP ** (event.angleDelta().y() / 120), event.position())
        event.accept()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent) and event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture:
            self.zoom(1 + event.value(), event.position())
            return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self._fitted:
            self.fit()
