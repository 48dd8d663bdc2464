"""The dialog of preferences and the user's presets, through clicks and keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QInputDialog, QLineEdit
from taureau.document import Unit
from taureau.jobs.preset_file import read_preset
from taureau.session.preferences import ALL, GRID_SPACING, MOTION, SHOW_GRID, SNAP, SNAP_TO_NODES, TOUCH_DRAWS

from tests.ui.sheets import row

LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def dialog(window, qtbot):
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window, Qt.Key.Key_Comma, CTRL)
    qtbot.waitUntil(window.pages.preferences.isVisible)
    return window.pages.preferences


def click(box) -> None:
    QTest.mouseClick(box, LEFT, pos=QPoint(8, box.height() // 2))


def test_what_is_chosen_applies_and_is_stored_and_goes_back(window, dialog, settings):
    kept = set(settings.allKeys())
    QTest.mouseClick(dialog.unit.button("pt"), LEFT)
    QTest.mouseClick(dialog.appearance.button("dark"), LEFT)
    for preference in (MOTION, SHOW_GRID, TOUCH_DRAWS):
        click(dialog.boxes[preference])
    dialog.spacing.setFocus()
    dialog.spacing.selectAll()
    QTest.keyClicks(dialog.spacing, "1 in")
    QTest.keyClick(dialog.spacing, Qt.Key.Key_Return)
    assert window.preferences.unit is Unit.PT
    assert window.canvas.theme.dark or window.verbs.appearances["dark"].isChecked()
    assert (window.canvas.draw_in, window.canvas.touch_draws, window.verbs.grid.isChecked()) == (False, True, True)
    assert window.preferences.value(GRID_SPACING) == 96.0
    changed = {"units/length", "window/appearance", "window/motion", "window/grid", "touch/draws", "grid/spacing"}
    assert set(settings.allKeys()) - kept == changed
    QTest.mouseClick(dialog.reset, LEFT)
    assert {one.key for one in ALL} & set(settings.allKeys()) == set()
    assert (dialog.unit.value, dialog.appearance.value, dialog.spacing.text()) == ("", "system", "5.00 mm")
    assert window.canvas.draw_in


def test_menu_and_dialog_agree(window, dialog):
    window.verbs.snap.trigger()
    assert not dialog.boxes[SNAP].isChecked()
    assert not dialog.boxes[SNAP_TO_NODES].isEnabled()
    click(dialog.boxes[SNAP])
    assert window.verbs.snap.isChecked()
    assert dialog.boxes[SNAP_TO_NODES].isEnabled()


def test_drawings_begin_on_the_chosen_paper(window, dialog):
    dialog.paper.setFocus()
    QTest.keyClick(dialog.paper, Qt.Key.Key_End)
    window.editing.insert([row(10)])
    assert window.session.sheet.drawing.paper == "#23282b"
    window.session.sheet.undo_stack.undo()
    QTest.mouseClick(dialog.reset, LEFT)
    window.editing.insert([row(10)])
    assert window.session.sheet.drawing.paper is None


def enter_name(window, qtbot, name: str) -> None:
    qtbot.waitUntil(lambda: window.findChild(QInputDialog) is not None)
    dialog = window.findChild(QInputDialog)
    field = dialog.findChild(QLineEdit)
    field.selectAll()
    QTest.keyClicks(field, name)
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.findChild(QInputDialog) is None)


def named(window, name: str):
    return next(action for action in window.preset_menu.actions() if action.text() == name)


def test_settings_of_a_run_are_saved_by_name(window, qtbot):
    draw, menu = window.ask_panel.draw, window.preset_menu
    first = draw.choices()
    draw.amount.choose("number")
    draw.strokes.set_value(33)
    draw.line_width.set_value(2.5)
    draw.seed.setValue(5)
    named(window, "&Save these settings…").trigger()
    enter_name(window, qtbot, " Lino & cut ")
    qtbot.waitUntil(lambda: menu.actions()[0].text() == "Lino && cut")
    saved = draw.choices()
    draw.show_choices(first)
    assert draw.choices() == first
    named(window, "Lino && cut").trigger()
    assert draw.choices() == saved
    menu._rename_menu.actions()[0].trigger()
    enter_name(window, qtbot, "Linocut")
    qtbot.waitUntil(lambda: menu.actions()[0].text() == "Linocut")
    menu._delete_menu.actions()[0].trigger()
    qtbot.waitUntil(lambda: menu.actions()[0].text() != "Linocut")
    window.message_line.message.do()
    qtbot.waitUntil(lambda: menu.actions()[0].text() == "Linocut")


def test_settings_of_a_run_are_written_to_a_file_and_read(window, qtbot, tmp_path, monkeypatch):
    path = tmp_path / "preset.json"

    async def ask(*_: object):
        return path

    for name in ("ask_for_preset", "ask_where_to_save_preset"):
        monkeypatch.setattr(f"taureau.ui.draw.preset_menu.{name}", ask)
    draw = window.ask_panel.draw
    first = draw.choices()
    draw.amount.choose("number")
    draw.strokes.set_value(33)
    named(window, "Save as a &file…").trigger()
    qtbot.waitUntil(path.exists)
    assert read_preset(path).strokes == 33  # as `taureau batch --preset-file` reads it
    draw.show_choices(first)
    named(window, "&Open a file…").trigger()
    qtbot.waitUntil(lambda: draw.choices().strokes == 33)
    path.write_text('{"strokes": 0}')
    named(window, "&Open a file…").trigger()
    qtbot.waitUntil(lambda: window.message_line.message is not None)
    assert window.message_line.message.text.startswith(f"{path}: strokes must be a whole number from 1 to 256")
