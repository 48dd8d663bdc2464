"""The export dialog through real clicks and keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QFileDialog, QLineEdit
from taureau.document import MM_PER_PX, Layer, load_svg
from taureau.ui.widgets.theme import DARK, LIGHT

from tests.export.drawings import DRAWING
from tests.ui.export.handling import LEFT, called_up, choose, type_into


def test_a_pdf_from_opening_to_writing(opened, qtbot, tmp_path):
    dialog = opened.pages.export
    assert not dialog.isModal()
    assert dialog.name.text() == "bull-inkscape"
    assert dialog.summary.text() == "52.9 × 39.7 mm, 4 strokes"
    choose(dialog.settings.format, "pdf")
    assert (dialog.name.text(), dialog.ending.text()) == ("bull", ".pdf")
    dialog.settings.page.side.setFocus()
    QTest.keyClick(dialog.settings.page.side, Qt.Key.Key_Down)
    assert dialog.settings.page.length.isEnabled()
    type_into(dialog.settings.page.length, "160")
    type_into(dialog.settings.page.margin, "10")
    qtbot.waitUntil(lambda: dialog.summary.text() == "180.0 × 140.0 mm, 4 strokes", timeout=60_000)
    dialog.name.setFocus()
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not dialog.isVisible(), timeout=60_000)
    assert (tmp_path / "bull.pdf").read_bytes().startswith(b"%PDF-")
    assert opened.message_line.isVisible()
    assert opened.message_line.message.text == "Exported bull.pdf: 180.0 × 140.0 mm, 4 strokes."
    assert not opened.session.file.modified


def test_what_has_no_meaning_is_not_in_sight(opened):
    settings = opened.pages.export.settings

    strokes, page = settings.strokes, settings.page
    controls = {
        "profile": settings.profile,
        "resolution": settings.dpi,
        "decimals": strokes.decimals,
        "transparent": strokes.transparent,
        "pens": strokes.pens,
        "order": strokes.sort_travel,
        "look": strokes.look,
        "turned": page.orientation,
        "page size": page.width_field,
        "machine": strokes.machine.machine,
        "bed": strokes.machine.bed_width,
        "files": strokes.files,
        "layer files": strokes.layer_files,
        "more": strokes.details,
    }

    def in_sight() -> set[str]:
        return {name for name, control in controls.items() if control.isVisible()}

    assert in_sight() == {"profile", "decimals", "look", "layer files"}
    choose(settings.profile, "plotter")
    plotter = {"pens", "order", "turned", "machine", "more"}
    assert in_sight() == {"profile", "decimals", "layer files"} | plotter
    choose(settings.format, "gcode")
    assert in_sight() == {"bed", "files"} | plotter
    choose(settings.format, "hpgl")
    assert in_sight() == {"bed", "files"} | plotter
    choose(settings.format, "webp")
    assert in_sight() == {"resolution", "transparent", "look", "layer files"}
    page.paper.setCurrentIndex(page.paper.findData("a4"))
    assert in_sight() == {"resolution", "transparent", "look", "layer files", "turned"}
    assert page.side.itemText(0) == "Fill the page"
    page.paper.setCurrentIndex(page.paper.findData("custom"))
    assert in_sight() == {"resolution", "transparent", "look", "layer files", "turned", "page size"}


def test_a_plotters_page_and_pen_are_proposed_and_taken_back(opened):
    settings = opened.pages.export.settings

    def proposed() -> tuple[str, float, float]:
        choices = settings.choices(Path())
        return choices.paper, choices.margin_mm, choices.pen_mm

    choose(settings.profile, "plotter")
    assert proposed() == ("a4", 15, 0.5)
    choose(settings.format, "pdf")
    assert proposed() == ("fit", 0, 0)
    type_into(settings.strokes.pen, "0.3")
    choose(settings.format, "svg")
    assert proposed() == ("fit", 0, 0.3)


def test_a_plotters_file(opened, qtbot, tmp_path):
    dialog = opened.pages.export
    choose(dialog.settings.profile, "plotter")
    QTest.mouseClick(dialog.settings.strokes.sort_travel, LEFT, pos=QPoint(8, 8))
    assert dialog.settings.strokes.sort_travel.isChecked()
    type_into(dialog.settings.strokes.pen, "0.5")
    QTest.mouseClick(dialog.export, LEFT)
    qtbot.waitUntil(lambda: not dialog.isVisible(), timeout=60_000)
    read = load_svg(tmp_path / "bull-plotter.svg")
    assert [layer.name for layer in read.layers][:2] == ["#141414 0.5 mm", "#aa0000 0.5 mm"]
    assert next(read.strokes).width * MM_PER_PX == pytest.approx(0.5, abs=0.001)


def test_refusals_say_why_and_nothing_can_be_written(opened, qtbot):
    dialog = opened.pages.export
    dialog.settings.page.paper.setCurrentIndex(dialog.settings.page.paper.findData("a5"))
    dialog.settings.page.side.setCurrentIndex(1)
    type_into(dialog.settings.page.length, "500")
    qtbot.waitUntil(lambda: "too large, for the page leaves 210.0 × 148.0 mm" in dialog.problem.text(), timeout=60_000)
    assert dialog.problem.isVisible()
    assert not dialog.export.isEnabled()
    type_into(dialog.settings.page.length, "100")
    qtbot.waitUntil(dialog.export.isEnabled, timeout=60_000)
    assert not dialog.problem.isVisible()


def test_a_file_that_is_there_is_named_before_it_is_replaced(opened, qtbot, tmp_path):
    dialog = opened.pages.export
    (tmp_path / "mine.svg").write_text("old")
    type_into(dialog.name, "mine")
    qtbot.waitUntil(lambda: dialog.summary.text().endswith("replaces mine.svg"), timeout=60_000)
    type_into(dialog.name, "bull")
    qtbot.waitUntil(lambda: "is the drawing itself" in dialog.problem.text(), timeout=60_000)


def test_an_ending_that_is_typed_chooses_the_format(opened, qtbot, tmp_path):
    dialog = opened.pages.export
    type_into(dialog.name, "mine.webp")
    assert (dialog.settings.format.value, dialog.name.text(), dialog.ending.text()) == ("webp", "mine", ".webp")
    QTest.mouseClick(dialog.export, LEFT)
    qtbot.waitUntil(lambda: not dialog.isVisible(), timeout=60_000)
    with Image.open(tmp_path / "mine.webp") as picture:
        assert picture.format == "WEBP"


def test_the_selection_and_the_drawing_are_followed(opened, qtbot):
    dialog, session = opened.pages.export, opened.session
    assert not dialog.settings.strokes.selected.isEnabled()
    session.selection.select_next()
    qtbot.waitUntil(dialog.settings.strokes.selected.isEnabled, timeout=60_000)
    assert dialog.settings.strokes.selected.text() == "Selected strokes only (1)"
    QTest.mouseClick(dialog.settings.strokes.selected, LEFT, pos=QPoint(8, 8))
    qtbot.waitUntil(lambda: dialog.summary.text().endswith("1 stroke"), timeout=60_000)
    session.selection.clear()
    qtbot.waitUntil(lambda: "no visible stroke is chosen" in dialog.problem.text(), timeout=60_000)
    QTest.mouseClick(dialog.settings.strokes.selected, LEFT, pos=QPoint(8, 8))
    qtbot.waitUntil(lambda: dialog.summary.text().endswith("4 strokes"), timeout=60_000)
    assert not dialog.settings.strokes.selected.isEnabled()
    session.sheet.replace(session.sheet.drawing.__class__(100, 100, (Layer("a", DRAWING.layers[1].strokes),)), "other")
    qtbot.waitUntil(
        lambda: dialog.summary.text() == "26.5 × 26.5 mm, 1 stroke, 1 over the edge of the page", timeout=60_000
    )


def test_the_last_choices_come_back_and_reset_forgets_them(opened, qtbot, settings):
    dialog = opened.pages.export
    choose(dialog.settings.format, "png")
    type_into(dialog.settings.dpi, "150")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    dialog.settings.dpi.setValue(9)
    called_up(opened, qtbot)
    assert (dialog.settings.format.value, dialog.settings.dpi.value()) == ("png", 150)
    QTest.mouseClick(dialog.reset, LEFT)
    assert dialog.settings.format.value == "svg"
    QTest.mouseClick(dialog.close_button, LEFT)
    settings.setValue("export/choices", "{ nonsense")
    called_up(opened, qtbot)
    assert dialog.settings.format.value == "svg"


def test_another_folder(opened, qtbot, tmp_path):
    dialog = opened.pages.export
    (tmp_path / "prints").mkdir()
    QTest.mouseClick(dialog.where, LEFT)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QFileDialog), timeout=60_000)
    chooser = QApplication.activeModalWidget()
    field = chooser.findChild(QLineEdit)
    field.setText(str(tmp_path / "prints"))
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.where.text() == "prints", timeout=60_000)
    QTest.mouseClick(dialog.export, LEFT)
    qtbot.waitUntil(
        lambda: (tmp_path / "prints" / "bull-inkscape.svg").exists() and not dialog.isVisible(), timeout=60_000
    )


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_the_preview_paints_the_page(opened, theme):
    dialog = opened.pages.export
    dialog.set_theme(theme)
    picture = dialog.preview.grab().toImage()
    assert picture.pixelColor(2, 2) == QColor(theme.desk)
    middle = picture.width() // 2
    column = [picture.pixelColor(middle, y) for y in range(picture.height())]
    assert QColor("#ffffff") in column
    assert any(color.lightness() < 60 for color in column)  # the arch
    assert "52.9 by 39.7 millimetres" in dialog.preview.accessibleDescription()


def test_every_control_is_reached_by_keyboard_and_has_a_name(opened):
    dialog = opened.pages.export
    choose(dialog.settings.profile, "plotter")
    dialog.name.setFocus()
    reached = set()
    for _ in range(80):
        reached.add(QApplication.focusWidget())
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    wanted = [
        widget
        for kind in (QAbstractButton, QLineEdit, QComboBox)
        for widget in dialog.findChildren(kind)
        if widget.isVisible() and widget.isEnabled() and widget.objectName() != "qt_spinbox_lineedit"
    ]
    assert len(wanted) > 12
    for widget in wanted:
        name = widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")
        assert name, widget
        if isinstance(widget, QAbstractButton) and widget.group() is not None:
            assert any(other in reached for other in widget.group().buttons()), name  # arrows lead to the others
        else:
            assert widget in reached, name


def test_chalk_on_black_is_exported_with_its_paper_unless_it_is_unchecked(opened, qtbot):
    dialog, box = opened.pages.export, opened.pages.export.settings.strokes.with_paper
    assert box.isVisible()
    assert not box.isChecked()
    opened.editing.set_paper("#23282b", "black")
    qtbot.waitUntil(box.isChecked, timeout=60_000)
    assert dialog.exporting.plan.painted == "#23282b"
    QTest.mouseClick(box, LEFT, pos=QPoint(8, box.height() // 2))
    qtbot.waitUntil(lambda: dialog.exporting.plan.painted is None, timeout=60_000)
    choose(dialog.settings.format, "png")
    assert not box.isVisible()
    QTest.mouseClick(dialog.reset, LEFT)
    qtbot.waitUntil(box.isChecked, timeout=60_000)
