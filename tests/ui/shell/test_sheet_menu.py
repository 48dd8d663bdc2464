"""The context menus: what they offer over a stroke, over the empty sheet, and by the menu key."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from taureau.document import grouped

from tests.ui.sheets import ROWS, click, place, selected, strokes


def open_menu(window, at: QPoint | None, qtbot) -> QMenu:
    """The menu at a point of the canvas, or that of the menu key."""
    window.refresh.flush()
    reason = QContextMenuEvent.Reason.Keyboard if at is None else QContextMenuEvent.Reason.Mouse
    where = at or window.canvas.rect().center()
    QApplication.sendEvent(window.canvas, QContextMenuEvent(reason, where, window.canvas.mapToGlobal(where)))
    (menu,) = (one for one in window.canvas.findChildren(QMenu) if one.isVisible())
    return menu


def texts(menu: QMenu) -> list[str]:
    return [action.text().replace("&", "") for action in menu.actions() if not action.isSeparator()]


def test_over_a_stroke_it_is_selected_and_its_verbs_are_offered(rows, qtbot):
    click(rows, 60, 10)
    menu = open_menu(rows, place(rows, 60, 50), qtbot)
    assert selected(rows) == {4}
    assert {"Cut", "Duplicate", "Delete", "To the front", "Align", "Reverse lines", "Select similar"} <= set(
        texts(menu)
    )
    assert "Group" not in texts(menu)  # of one stroke
    assert "Ungroup" not in texts(menu)
    next(action for action in menu.actions() if action.text() == "&Delete").trigger()
    assert len(strokes(rows)) == 5
    menu.close()


def test_a_selected_stroke_keeps_the_selection(rows, qtbot):
    rows.session.selection.select([0, 4])
    menu = open_menu(rows, place(rows, 60, 10), qtbot)
    assert selected(rows) == {0, 4}
    assert {"Group", "Join ends"} <= set(texts(menu))
    menu.close()


def test_a_group_is_selected_as_a_whole(rows, qtbot):
    rows.session.sheet.set_drawing(grouped(ROWS, {0, 1})[0])
    menu = open_menu(rows, place(rows, 60, 20), qtbot)
    assert selected(rows) == {0, 1}
    assert "Ungroup" in texts(menu)
    menu.close()


def test_over_the_empty_sheet_are_the_verbs_of_the_sheet(rows, qtbot):
    menu = open_menu(rows, place(rows, 60, 75), qtbot)
    assert {"Select all strokes", "Paper", "Fit into the window"} <= set(texts(menu))
    assert "Delete" not in texts(menu)
    menu.close()


def test_the_menu_key_is_for_the_selection_wherever_the_mouse_is(rows, qtbot):
    menu = open_menu(rows, None, qtbot)
    assert "Select all strokes" in texts(menu)
    menu.close()
    rows.session.selection.select([4])
    menu = open_menu(rows, None, qtbot)
    assert "Delete" in texts(menu)
    assert selected(rows) == {4}
    menu.close()


def test_strokes_move_to_another_open_layer(rows, qtbot):
    menu = open_menu(rows, place(rows, 60, 50), qtbot)
    layers = next(action.menu() for action in menu.actions() if action.text() == "Move to la&yer")
    assert texts(layers) == ["Above", "Hidden", "Below"]  # not to the locked one
    layers.actions()[2].trigger()
    assert [len(layer.strokes) for layer in rows.session.sheet.drawing.layers] == [3, 1, 1, 1]
    menu.close()


def test_the_menus_that_it_borrows_outlive_it(rows, qtbot):
    menu = open_menu(rows, place(rows, 60, 50), qtbot)
    menu.close()
    qtbot.wait(1)
    assert texts(rows.arrange_menu.align)[0] == "Left edges"
    assert rows.verbs.similar_menu.isEnabled()


def test_over_a_node_are_the_verbs_of_nodes(rows, qtbot):
    QTest.keyClick(rows, Qt.Key.Key_N)
    click(rows, 60, 50)
    menu = open_menu(rows, place(rows, 100, 50), qtbot)
    assert "Split" in texts(menu)
    assert rows.toolbox.node.nodes.selected == {(4, 1)}
    menu.close()


@pytest.mark.parametrize("tool", ["select", "pen"])
def test_no_menu_during_a_gesture(rows, tool, qtbot):
    rows.canvas.input.set_tool(getattr(rows.toolbox, tool))
    QTest.mousePress(rows.canvas, Qt.MouseButton.LeftButton, pos=place(rows, 60, 10))
    where = place(rows, 60, 50)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, where, rows.canvas.mapToGlobal(where))
    QApplication.sendEvent(rows.canvas, event)
    assert [one for one in rows.canvas.findChildren(QMenu) if one.isVisible()] == []
    QTest.mouseRelease(rows.canvas, Qt.MouseButton.LeftButton, pos=place(rows, 60, 10))
