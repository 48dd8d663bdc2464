"""Printing: the drawing on a printer's page, in lines, and the preview that leads to it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QAction, QColor, QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog, QPrintPreviewWidget
from PySide6.QtWidgets import QToolBar, QWidget

from taureau.document import Drawing, is_dark, size_text
from taureau.session import Preferences
from taureau.session.language import tr
from taureau.session.preferences import PRINT_FITTED
from taureau.ui.canvas.ink import Line

_PX_PER_INCH = 96.0  # of a drawing
_SIZE = (960, 720)  # px, of the preview


def page_area(drawing: Drawing, printer: QPrinter, *, fitted: bool) -> QRectF:
    """Return where the drawing lies on the page, in the printer's pixels: centred, at its size or as large as fits."""
    room = printer.pageRect(QPrinter.Unit.DevicePixel)
    scale = printer.resolution() / _PX_PER_INCH
    if fitted:
        scale = min(room.width() / drawing.width, room.height() / drawing.height)
    area = QRectF(0, 0, drawing.width * scale, drawing.height * scale)
    area.moveCenter(QPointF(room.width() / 2, room.height() / 2))
    return area


def print_drawing(drawing: Drawing, printer: QPrinter, *, fitted: bool) -> None:
    """Print the visible layers as lines; paper that light ink needs is printed, too.

    Raises OSError when the printer, or the file that is printed into, cannot be written to.
    """
    painter = QPainter()
    if not painter.begin(printer):
        raise OSError(f"cannot print to {printer.outputFileName() or printer.printerName()}")
    area = page_area(drawing, printer, fitted=fitted)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipRect(area)
    if drawing.paper is not None and is_dark(drawing.paper):
        painter.fillRect(area, QColor(drawing.paper))
    painter.translate(area.topLeft())
    painter.scale(area.width() / drawing.width, area.height() / drawing.height)
    strokes = [stroke for layer in drawing.layers if layer.visible for stroke in layer.strokes]
    for index, stroke in enumerate(strokes):
        Line.of(index, stroke).paint(painter)
    painter.end()


class PrintPreview(QPrintPreviewDialog):
    """Qt's preview, with its page setup and its way to the printer, and a switch between true size and fitted."""

    def __init__(self, drawing: Drawing, name: str, preferences: Preferences, parent: QWidget) -> None:
        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self._printer.setDocName(name)
        wide = drawing.width > drawing.height
        orientation = QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait
        self._printer.setPageOrientation(orientation)
        super().__init__(self._printer, parent)
        self.setWindowTitle(tr("Print {name}", name=name))
        self._drawing, self._preferences = drawing, preferences
        self.resize(*_SIZE)
        size = size_text(drawing.width, drawing.height, preferences.unit)
        self.fitted = QAction(tr("Fit to the page"), self)
        self.fitted.setCheckable(True)
        self.fitted.setChecked(preferences.value(PRINT_FITTED))
        self.fitted.setToolTip(tr("As large as the page allows; else at true size, {size}", size=size))
        self.fitted.toggled.connect(self._fit)
        for bar in self.findChildren(QToolBar):
            bar.addAction(self.fitted)
        self.paintRequested.connect(self._paint)

    def _fit(self, fitted: bool) -> None:
        self._preferences.set_value(PRINT_FITTED, fitted)
        for preview in self.findChildren(QPrintPreviewWidget):
            preview.updatePreview()

    def _paint(self, printer: QPrinter) -> None:
        print_drawing(self._drawing, printer, fitted=self.fitted.isChecked())
