"""Who has the keyboard: what is typed stays in its field, and choices in panels leave the keys to the sheet."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QLineEdit, QWidget
from taureau.ui.strokes.layer_delegate import name_zone

from tests.ui.sheets import LEFT, NONE, strokes

KEYS = "vnpehfdmtl.,-+=01 "  # of tools, views and layers, without a modifier


def fields(window) -> list[QWidget]:
    """Every visible field that takes text."""
    found = [*window.findChildren(QLineEdit), *window.findChildren(QAbstractSpinBox)]
    return [one for one in found if one.isVisible() and one.isEnabled()]


def watched(window) -> list[str]:
    """Names of the actions that are triggered from now on."""
    done: list[str] = []
    for action in window.findChildren(QAction):
        action.triggered.connect(lambda _=False, action=action: done.append(action.text()))
    return done


def test_what_is_typed_in_any_field_triggers_no_shortcut(rows, qtbot):
    qtbot.waitUntil(rows.isActiveWindow)
    rows.ask_panel.draw.fold.click()
    rows.sees_panel.section.heading.click()
    qtbot.wait(1)
    done = watched(rows)
    assert len(fields(rows)) > 6
    for field in fields(rows):
        field.setFocus()
        QTest.keyClicks(field, KEYS)
        assert not done, (field.accessibleName(), done)
    view = rows.strokes_panel.layers.view
    row = view.visualRect(view.model().index(0, 0))
    for press in (QTest.mouseClick, QTest.mouseDClick):
        press(view.viewport(), LEFT, NONE, name_zone(row).center())
    QTest.keyClicks(view.findChild(QLineEdit), KEYS)
    QTest.keyClick(view.findChild(QLineEdit), Qt.Key.Key_Return)
    assert not done
    qtbot.waitUntil(lambda: rows.session.sheet.drawing.layers[-1].name == KEYS.strip())


def test_no_control_of_the_window_takes_the_keyboard_by_a_click_but_fields(rows, qtbot):
    rows.ask_panel.draw.fold.click()
    qtbot.wait(1)
    takers = [
        widget
        for widget in rows.findChildren(QWidget)
        if widget.window() is rows and widget.focusPolicy() & Qt.FocusPolicy.ClickFocus
    ]
    others = [one for one in takers if not isinstance(one, QLineEdit | QAbstractSpinBox)]
    assert set(others) == {rows.canvas, rows.zones}


@pytest.mark.parametrize("first", ["field", "sheet"])
def test_after_a_choice_in_a_panel_arrow_keys_nudge_the_strokes(rows, qtbot, first):
    qtbot.waitUntil(rows.isActiveWindow)
    (rows.ask_panel.source.words.field if first == "field" else rows.canvas).setFocus()
    subject = rows.ask_panel.source.subject
    QTest.mouseClick(subject.button("none"), LEFT)
    assert QApplication.focusWidget() is rows.canvas
    QTest.keyClick(rows.canvas, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    before = strokes(rows)[0].curve.points.copy()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert subject.value == "none"
    assert (strokes(rows)[0].curve.points - before).tolist() == [[1, 0]] * len(before)


def test_a_click_beside_the_controls_of_a_panel_and_enter_in_a_field_give_the_keys_to_the_sheet(rows, qtbot):
    qtbot.waitUntil(rows.isActiveWindow)
    for field in (rows.strokes_panel.stroke_style.width_row.field, rows.ask_panel.draw.detail.field):
        field.setFocus()
        QTest.keyClick(field, Qt.Key.Key_Return)
        assert QApplication.focusWidget() is rows.canvas
        field.setFocus()
        QTest.mouseClick(rows.time_line, LEFT, NONE, QPoint(4, 4))
        assert QApplication.focusWidget() is rows.canvas


def test_a_new_name_of_a_layer_gives_the_keys_back_to_the_sheet(rows, qtbot):
    qtbot.waitUntil(rows.isActiveWindow)
    rows.canvas.setFocus()
    view = rows.strokes_panel.layers.view
    QTest.keyClick(rows.canvas, Qt.Key.Key_F2)
    QTest.keyClicks(view.findChild(QLineEdit), "outline")
    QTest.keyClick(view.findChild(QLineEdit), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is rows.canvas)
