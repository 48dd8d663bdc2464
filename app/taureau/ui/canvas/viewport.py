"""Zoom, pan and fit: the part of the sheet that the canvas shows."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, QRectF, QSizeF, Signal

from taureau.ui.canvas.view_transform import ViewTransform
from taureau.ui.widgets.theme import GRID

WHEEL_STEP = 1.2  # zoom factor of one notch
MARGIN = 4.0 * GRID  # px around a fitted sheet


class Viewport(QObject):
    """The sizes of sheet and canvas, and the view transform between them."""

    changed = Signal()  # the view transform was set
    sheet_changed = Signal()  # the sheet has another size; emitted before it is fitted

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sheet = QSizeF()
        self._size = QSizeF()
        self._view = ViewTransform()
        self._fitted = True
        self._footer = 0.0

    @property
    def view(self) -> ViewTransform:
        return self._view

    @property
    def fitted(self) -> bool:
        """True while the sheet is fitted into the canvas, and stays fitted when the canvas is resized."""
        return self._fitted

    @property
    def sheet(self) -> QSizeF:
        """The size of the document in px; empty while there is none."""
        return self._sheet

    def set_view(self, view: ViewTransform, *, fitted: bool = False) -> None:
        self._view, self._fitted = view, fitted
        self.changed.emit()

    def set_sheet(self, size: QSizeF) -> None:
        """Set the size of the document in px; a new size is fitted into the canvas."""
        if size != self._sheet:
            self._sheet = size
            self.sheet_changed.emit()
            self.fit()

    def resize(self, size: QSizeF) -> None:
        """Set the size of the canvas in px; a fitted sheet is fitted again."""
        self._size = size
        if self._fitted:
            self.fit()

    def set_footer(self, height: float) -> None:
        """Keep a fitted sheet clear of a widget of this height (px) at the bottom of the canvas."""
        if height != self._footer:
            self._footer = height
            if self._fitted:
                self.fit()

    def fit(self) -> None:
        """Show the whole sheet, as large as the canvas allows."""
        if not self._sheet.isEmpty():
            area = QSizeF(self._size.width(), self._size.height() - self._footer)
            self.set_view(ViewTransform.fit(self._sheet, area, MARGIN), fitted=True)

    def show_area(self, area: QRectF) -> None:
        """Show a part of the sheet, document px, as large as the canvas allows."""
        if not self._sheet.isEmpty() and area.isValid():
            room = QSizeF(self._size.width(), self._size.height() - self._footer)
            view = ViewTransform.fit(area.size(), room, MARGIN)
            self.set_view(view.moved(area.topLeft() * -view.scale))

    def actual_size(self) -> None:
        """Show the sheet at scale 1."""
        if not self._sheet.isEmpty():
            self.set_view(ViewTransform.actual_size(self._sheet, self._size))

    def zoom(self, factor: float, at: QPointF | None = None) -> None:
        """Zoom about a point of the canvas, its centre by default."""
        centre = QPointF(self._size.width() / 2, self._size.height() / 2)
        self.set_view(self._view.zoomed(factor, centre if at is None else at))

    def pan(self, by: QPointF) -> None:
        """Move the sheet by canvas px."""
        self.set_view(self._view.moved(by))
