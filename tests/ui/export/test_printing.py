"""Printing into a PDF file, and the preview."""

from __future__ import annotations

from dataclasses import replace

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtTest import QTest
from taureau.document import Drawing, Layer
from taureau.ui.export.printing import print_drawing

from tests.ui.sheets import CTRL, ROWS, row

SIZE = (120 * 0.75, 80 * 0.75)  # pt, of the drawing at its true size
STROKES = 5  # visible ones


def printed(path, drawing: Drawing, *, fitted: bool) -> pypdfium2.PdfPage:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageOrientation(QPageLayout.Orientation.Landscape)
    print_drawing(drawing, printer, fitted=fitted)
    document = pypdfium2.PdfDocument(path)
    assert len(document) == 1
    return document[0]


def ink(page: pypdfium2.PdfPage) -> tuple[float, float]:
    """The width and height of what is drawn, pt."""
    boxes = [one.get_bounds() for one in page.get_objects()]
    return max(b[2] for b in boxes) - min(b[0] for b in boxes), max(b[3] for b in boxes) - min(b[1] for b in boxes)


def test_it_is_printed_true_to_size_in_lines(qapp, tmp_path):
    page = printed(tmp_path / "a.pdf", ROWS, fitted=False)
    assert page.get_size() == pytest.approx((842, 595), abs=1)
    kinds = {one.type for one in page.get_objects()}
    assert kinds == {pypdfium2.raw.FPDF_PAGEOBJ_PATH}
    assert ink(page)[0] == pytest.approx((100 - 20 + 2) * 0.75, abs=2.5)


def test_fitted_it_fills_the_page(qapp, tmp_path):
    edges = Drawing(120, 80, (Layer("One", (row(1), row(79))),))
    width, height = ink(printed(tmp_path / "a.pdf", edges, fitted=True))
    assert width / height == pytest.approx(82 / 80, rel=0.05)
    assert 0.75 * 595 < height <= 595


def test_dark_paper_is_printed_and_light_is_the_printers(qapp, tmp_path):
    def darkness(paper: str | None) -> float:
        page = printed(tmp_path / "a.pdf", replace(ROWS, paper=paper), fitted=True)
        return 1 - sum(page.render(scale=0.2).to_pil().convert("L").tobytes()) / 255 / (842 * 595 * 0.04)

    assert darkness("#202020") > 0.5
    assert darkness("#f0e0c0") == pytest.approx(darkness(None))


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_where_nothing_can_be_written_it_is_said(qapp, tmp_path):
    with pytest.raises(OSError, match="cannot print"):
        printed(tmp_path / "none" / "a.pdf", ROWS, fitted=True)


def test_the_preview_by_its_keys(rows, qtbot):
    rows.activateWindow()
    rows.refresh.flush()
    QTest.keyClick(rows, Qt.Key.Key_P, CTRL)
    preview = rows.findChild(QPrintPreviewDialog)
    qtbot.waitUntil(preview.isVisible)
    fitted = preview.grab().toImage()
    preview.fitted.trigger()
    qtbot.wait(50)
    assert preview.grab().toImage() != fitted
    preview.reject()
    qtbot.waitUntil(lambda: rows.findChild(QPrintPreviewDialog) is None)
