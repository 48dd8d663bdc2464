"""The tool that selects: clicks, rectangles, what is out of reach; and the bar that takes tools up."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from taureau.session import Phase

from tests.ui.sheets import CTRL, LEFT, NONE, ROWS, SHIFT, click, drag, place, selected


def test_a_rectangle_catches_what_it_touches(rows):
    drag(rows, (90, 15), (110, 55))
    assert selected(rows) == {1, 4}  # neither the locked nor the hidden one
    drag(rows, (110, 70), (90, 58), SHIFT)
    assert selected(rows) == {1, 4, 5}
    drag(rows, (105, 2), (115, 75))
    assert selected(rows) == set()


def test_while_dragging_the_caught_are_seen_and_the_rectangle_too(rows):
    canvas = rows.canvas
    plain = canvas.grab().toImage()
    drag(rows, (105, 5), (95, 23), release=False)
    assert canvas.marked.selected == {0, 1}
    assert selected(rows) == set()
    assert canvas.grab().toImage() != plain
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas.marked.selected == frozenset()
    assert canvas.grab().toImage() == plain
    QTest.mouseRelease(canvas, LEFT, NONE, place(rows, 95, 23))
    assert selected(rows) == set()


def test_a_tremble_is_a_click(rows):
    at = place(rows, 60, 20)
    QTest.mousePress(rows.canvas, LEFT, NONE, at)
    QTest.mouseMove(rows.canvas, at + QPoint(2, 2))
    QTest.mouseRelease(rows.canvas, LEFT, NONE, at + QPoint(2, 2))
    assert selected(rows) == {1}


@pytest.mark.parametrize("y", [30, 40])
def test_hidden_and_locked_layers_are_out_of_reach(rows, y):
    click(rows, 60, y)
    assert selected(rows) == set()


def test_all_and_inverse_leave_them_out_too(rows):
    QTest.keyClick(rows, Qt.Key.Key_A, CTRL)
    assert selected(rows) == {0, 1, 4, 5}
    click(rows, 60, 50)
    QTest.keyClick(rows, Qt.Key.Key_I, CTRL | SHIFT)
    assert selected(rows) == {0, 1, 5}


def test_a_rectangle_pauses_the_run_that_moves_the_strokes(with_photo, sketch, qtbot):
    qtbot.mouseClick(with_photo.ask_panel.button, LEFT)
    sketch.go_on(1)
    qtbot.waitUntil(lambda: with_photo.session.sheet.preview is not None)
    drag(with_photo, (0, 0), (120, 80))
    assert with_photo.session.run.state.phase is Phase.PAUSED
    assert selected(with_photo) == set(range(with_photo.session.sheet.preview.stroke_count))


def test_the_cursor_says_what_can_be_taken_hold_of(rows):
    canvas = rows.canvas
    for y, shape in ((20, Qt.CursorShape.PointingHandCursor), (30, Qt.CursorShape.ArrowCursor)):
        QTest.mouseMove(canvas, place(rows, 60, y))
        assert canvas.cursor().shape() is shape


def test_tools_are_taken_up_by_key_click_and_menu(with_photo, qtbot):
    case, canvas = with_photo.toolbox, with_photo.canvas
    assert canvas.input.tool is case.select
    QTest.keyClick(with_photo, Qt.Key.Key_H)
    assert canvas.input.tool is case.hand
    assert [button.isChecked() for button in case.bar.buttons if button.accessibleName() == "Hand"] == [True]
    qtbot.mouseClick(case.bar.buttons[0], LEFT)
    assert canvas.input.tool is case.select
    assert canvas.hasFocus()
    hand = next(action for action in with_photo.verbs.tools.actions() if action.text() == "&Hand")
    hand.trigger()
    assert canvas.input.tool is case.hand
    assert not any(button.toolTip() == "" or button.accessibleName() == "" for button in case.bar.buttons)


def test_the_bar_is_there_with_a_sheet_only(window, photo_file, open_in_window):
    assert not window.toolbox.bar.isVisible()
    open_in_window(photo_file)
    assert window.toolbox.bar.isVisible()


def test_space_held_anywhere_moves_the_sheet(rows):
    canvas, before = rows.canvas, rows.canvas.view
    rows.setFocus()
    QTest.keyPress(rows, Qt.Key.Key_Space)
    drag(rows, (60, 20), (70, 30))
    QTest.keyRelease(rows, Qt.Key.Key_Space)
    assert canvas.view != before
    assert selected(rows) == set()
    assert rows.session.sheet.drawing is ROWS
