"""The paper's colour: chosen, undone, kept in the file; and ink that shows on it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QColorDialog, QLineEdit
from taureau.document import CHALK, INK, load_svg

from tests.ui.timeline.test_sequence import grown  # noqa: F401 - a fixture

BOARD = "#23282b"
CTRL = Qt.KeyboardModifier.ControlModifier


def paper_color(window) -> QColor:
    view = window.canvas.view
    return window.canvas.grab().toImage().pixelColor(QPoint(round(view.x) + 4, round(view.y) + 4))


def colors(window) -> set[str]:
    return {stroke.color for stroke in window.session.sheet.shown.strokes}


def choose(window, color: str) -> None:
    """As the mouse does it: the menu comes up, and its item is clicked."""
    menu = window.paper_menu
    menu.popup(window.mapToGlobal(QPoint(9, 9)))
    at = menu.actionGeometry(menu.papers[color]).center()
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)


def test_paper_is_chosen_by_one_undoable_step(grown):  # noqa: F811
    assert paper_color(grown) == QColor("#fbf8f1")
    choose(grown, "#f3e6c8")
    assert paper_color(grown) == QColor("#f3e6c8")
    assert grown.verbs.undo.text() == "&Undo Cream paper"
    assert grown.paper_menu.papers["#f3e6c8"].isChecked()
    QTest.keyClick(grown, Qt.Key.Key_Z, CTRL)
    assert paper_color(grown) == QColor("#fbf8f1")
    assert grown.paper_menu.papers[None].isChecked()


def test_ink_becomes_chalk_on_a_board_and_ink_again_on_white(grown):  # noqa: F811
    grown.session.selection.marks.select(list(grown.session.sheet.drawing.strokes)[2:4])
    steps = grown.session.sheet.undo_stack.count()
    choose(grown, BOARD)
    assert colors(grown) == {CHALK}
    assert grown.session.sheet.undo_stack.count() == steps + 1
    assert grown.session.selection.marked.selected == {2, 3}
    assert grown.message_line.isVisible()
    choose(grown, "#ffffff")
    assert colors(grown) == {INK}
    QTest.keyClick(grown, Qt.Key.Key_Z, CTRL)
    QTest.keyClick(grown, Qt.Key.Key_Z, CTRL)
    assert colors(grown) == {INK}
    assert grown.session.sheet.drawing.paper is None


def test_a_halo_shows_on_a_board(grown):  # noqa: F811
    choose(grown, BOARD)
    plain = grown.canvas.grab().toImage()
    grown.session.selection.select_all()
    marked = grown.canvas.grab().toImage()
    pixels = [(x, y) for y in range(0, plain.height(), 3) for x in range(0, plain.width(), 3)]
    changed = [marked.pixelColor(x, y) for x, y in pixels if marked.pixel(x, y) != plain.pixel(x, y)]
    clearly = [color for color in changed if color.red() > QColor(BOARD).red() + 60]
    assert len(clearly) > len(changed) / 2


def test_another_colour_is_typed_and_saved(grown, tmp_path, qtbot):  # noqa: F811
    grown.paper_menu.other.trigger()
    dialog = grown.findChild(QColorDialog)
    assert not dialog.isModal()
    field = next(one for one in dialog.findChildren(QLineEdit) if one.text().startswith("#"))
    field.selectAll()
    QTest.keyClicks(field, "#aabbcc")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert grown.session.sheet.drawing.paper == "#aabbcc"
    assert grown.paper_menu.other.isChecked()
    qtbot.waitUntil(lambda: grown.findChild(QColorDialog) is None)
    path = tmp_path / "on-blue.svg"
    grown.files._tasks.start(grown.session.file.save(path))
    qtbot.waitUntil(path.exists)
    assert load_svg(path).paper == "#aabbcc"


def test_what_is_drawn_anew_lies_on_the_same_paper(grown, sketch, qtbot):  # noqa: F811
    choose(grown, BOARD)
    seen = []
    grown.session.sheet.changed.connect(lambda: seen.append((grown.session.sheet.shown.paper, *sorted(colors(grown)))))
    QTest.keyClick(grown, Qt.Key.Key_Return, CTRL | Qt.KeyboardModifier.ShiftModifier)
    sketch.go_on()
    qtbot.waitUntil(lambda: not grown.session.run.active)
    assert grown.session.sheet.drawing.paper == BOARD
    assert set(seen) == {(BOARD, CHALK)}


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_paper_is_the_same_in_light_and_dark(grown, appearance, theme):  # noqa: F811
    choose(grown, "#c4c4c0")
    appearance.set_mode(theme)
    assert paper_color(grown) == QColor("#c4c4c0")
    appearance.set_mode("light")
