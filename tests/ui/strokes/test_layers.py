"""The list of layers by mouse and by key: every change is one step, and what is locked or hidden is out of reach."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMenu, QToolButton
from taureau.document import Drawing, Layer
from taureau.ui.strokes.layer_delegate import HEIGHT, eye_zone, lock_zone, name_zone

from tests.ui.sheets import ROWS
from tests.ui.strokes.test_strokes import click_stroke, selected
from tests.ui.timeline.test_sequence import grown  # noqa: F401 - a fixture

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def layered(grown):  # noqa: F811
    """Sixteen strokes on three layers: eight below, then five, then three."""
    session = grown.session
    strokes = tuple(session.sheet.drawing.strokes)
    layers = (Layer("low", strokes[:8]), Layer("middle", strokes[8:13]), Layer("high", strokes[13:]))
    session.sheet.replace(Drawing(session.sheet.drawing.width, session.sheet.drawing.height, layers), "lay")
    grown.activateWindow()
    return grown


def layers(window) -> list[str]:
    """Bottom first."""
    return [layer.name for layer in window.session.sheet.drawing.layers]


def listed(window) -> list[str]:
    model = window.strokes_panel.layers.model
    return [model.row(row).spoken for row in range(model.rowCount())]


def row(window, number: int):
    view = window.strokes_panel.layers.view
    return view.visualRect(view.model().index(number, 0))


def press(window, key, modifier=NONE) -> None:
    view = window.strokes_panel.layers.view
    view.setFocus()
    QTest.keyClick(view, key, modifier)


def click(window, at: QPoint) -> None:
    QTest.mouseClick(window.strokes_panel.layers.view.viewport(), LEFT, NONE, at)


def button(window, action: QAction) -> QToolButton:
    buttons = window.strokes_panel.layers.findChildren(QToolButton)
    return next(one for one in buttons if one.defaultAction() is action)


def undone(window, name: str) -> None:
    """The last step has this name, and undoing it is possible by key."""
    assert window.verbs.undo.text() == f"&Undo {name}"
    QTest.keyClick(window, Qt.Key.Key_Z, CTRL)


def test_the_panel_comes_with_a_drawing_and_goes_by_its_switch(with_photo, settings, sketch, qtbot):
    assert not with_photo.strokes_panel.isVisible()
    sketch.go_on()
    qtbot.mouseClick(with_photo.ask_panel.button, LEFT)
    qtbot.waitUntil(lambda: with_photo.session.sheet.drawing is not None and not with_photo.session.run.active)
    assert with_photo.strokes_panel.isVisible()
    with_photo.verbs.strokes.trigger()
    assert not with_photo.strokes_panel.isVisible()
    assert settings.value("window/strokes") == "false"


@pytest.mark.parametrize("end", ["finished", "kept", "discarded"])
def test_the_layer_controls_can_be_used_after_every_run(with_photo, sketch, qtbot, end):
    window, parts, style = with_photo, with_photo.strokes_panel.layers, with_photo.strokes_panel.stroke_style
    window.session.sheet.set_drawing(ROWS)
    window.session.draw.start_over(window.ask_panel.choices)
    sketch.go_on(2)
    qtbot.waitUntil(lambda: window.session.sheet.preview is not None)
    match end:
        case "kept":
            window.session.run.keep()
        case "discarded":
            window.session.run.discard()
    sketch.go_on()
    qtbot.waitUntil(lambda: not window.session.run.active)
    assert all(part.isEnabled() for part in (parts.view, parts.add, parts.rename, parts.toggle_lock, style))


def test_the_topmost_comes_first_and_is_told_in_words(layered):
    assert listed(layered) == ["Layer high, 3 strokes", "Layer middle, 5 strokes", "Layer low, 8 strokes"]
    view = layered.strokes_panel.layers.view
    spoken = QAccessible.queryAccessibleInterface(view)
    assert spoken.text(QAccessible.Text.Name) == "Layers"
    assert spoken.child(0).text(QAccessible.Text.Name) == "Layer high, 3 strokes"


def test_eye_and_lock_are_clicked_each_one_step(layered):
    click(layered, eye_zone(row(layered, 1)).center())
    assert listed(layered)[1] == "Layer middle, 5 strokes, hidden"
    undone(layered, "hide layer middle")
    click(layered, lock_zone(row(layered, 0)).center())
    assert listed(layered)[0] == "Layer high, 3 strokes, locked"
    undone(layered, "lock layer high")
    assert listed(layered)[0] == "Layer high, 3 strokes"


def test_keys_choose_hide_lock_and_move(layered):
    press(layered, Qt.Key.Key_Home)
    assert layered.pen.layer == 2
    press(layered, Qt.Key.Key_Down)
    assert layered.pen.layer == 1
    press(layered, Qt.Key.Key_Space)
    assert not layered.session.sheet.drawing.layers[1].visible
    press(layered, Qt.Key.Key_L)
    assert layered.session.sheet.drawing.layers[1].locked
    press(layered, Qt.Key.Key_Up, ALT)
    assert layers(layered) == ["low", "high", "middle"]
    assert layered.pen.layer == 2
    press(layered, Qt.Key.Key_Up, ALT)  # it is on top already
    assert layers(layered) == ["low", "high", "middle"]
    undone(layered, "raise layer middle")
    assert layered.pen.layer == 1


def test_a_name_is_typed_in_place(layered, qtbot):
    view = layered.strokes_panel.layers.view
    press(layered, Qt.Key.Key_Home)
    press(layered, Qt.Key.Key_F2)
    field = view.findChild(QLineEdit)
    QTest.keyClicks(field, "outline")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: layers(layered) == ["low", "middle", "outline"])
    qtbot.waitUntil(lambda: view.findChild(QLineEdit) is None)
    QTest.mouseDClick(view.viewport(), LEFT, NONE, name_zone(row(layered, 2)).center())
    field = view.findChild(QLineEdit)
    QTest.keyClicks(field, "x")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: view.findChild(QLineEdit) is None)
    assert layers(layered) == ["low", "middle", "outline"]
    undone(layered, "rename layer high")


def test_dragged_a_layer_lies_elsewhere_and_escape_lets_it_be(layered):
    view = layered.strokes_panel.layers.view.viewport()
    start = name_zone(row(layered, 0)).center()
    below = start + QPoint(0, 2 * HEIGHT + HEIGHT // 2)
    for key, names in ((Qt.Key.Key_Escape, ["low", "middle", "high"]), (None, ["high", "low", "middle"])):
        QTest.mousePress(view, LEFT, NONE, start)
        QTest.mouseMove(view, start + QPoint(0, HEIGHT))
        QTest.mouseMove(view, below)
        if key is not None:
            QTest.keyClick(layered.strokes_panel.layers.view, key)
        QTest.mouseRelease(view, LEFT, NONE, below)
        assert layers(layered) == names
    assert layered.pen.layer == 0
    undone(layered, "lower layer high")


def test_layers_are_added_removed_and_moved_by_buttons(layered):
    parts = layered.strokes_panel.layers
    press(layered, Qt.Key.Key_End)
    QTest.mouseClick(button(layered, parts.add), LEFT)
    assert layers(layered) == ["low", "Layer 4", "middle", "high"]
    assert layered.pen.layer == 1
    QTest.mouseClick(button(layered, parts.down), LEFT)
    assert layers(layered) == ["Layer 4", "low", "middle", "high"]
    assert not parts.down.isEnabled()
    QTest.mouseClick(button(layered, parts.up), LEFT)
    QTest.mouseClick(button(layered, parts.up), LEFT)
    assert layers(layered) == ["low", "middle", "Layer 4", "high"]
    press(layered, Qt.Key.Key_Home)
    QTest.mouseClick(button(layered, parts.remove), LEFT)
    assert layered.session.sheet.drawing.stroke_count == 13
    undone(layered, "remove layer high")
    assert layered.session.sheet.drawing.stroke_count == 16
    for _ in range(3):
        QTest.mouseClick(button(layered, parts.remove), LEFT)
    assert len(layers(layered)) == 1
    assert not parts.remove.isEnabled()


def test_selected_strokes_are_brought_to_the_chosen_layer(layered):
    parts = layered.strokes_panel.layers
    assert not parts.move_here.isEnabled()
    click_stroke(layered, 2)
    press(layered, Qt.Key.Key_Home)
    QTest.mouseClick(button(layered, parts.move_here), LEFT)
    assert [len(layer.strokes) for layer in layered.session.sheet.drawing.layers] == [7, 5, 4]
    assert selected(layered) == {15}
    undone(layered, "move 1 stroke to layer high")


def test_what_is_locked_or_hidden_is_out_of_reach(layered):
    press(layered, Qt.Key.Key_End)
    press(layered, Qt.Key.Key_L)
    click_stroke(layered, 2)
    assert 2 not in selected(layered)
    click(layered, eye_zone(row(layered, 0)).center())
    QTest.keyClick(layered.canvas, Qt.Key.Key_A, CTRL)
    assert selected(layered) == {8, 9, 10, 11, 12}
    click(layered, lock_zone(row(layered, 1)).center())
    assert selected(layered) == set()


def test_the_menu_of_a_layer_has_every_verb(layered):
    parts = layered.strokes_panel.layers
    parts.view.customContextMenuRequested.emit(row(layered, 0).center())
    menu = next(one for one in parts.findChildren(QMenu) if one.isVisible())
    at = menu.actionGeometry(parts.toggle_lock).center()
    QTest.mouseClick(menu, LEFT, NONE, at)
    assert layered.session.sheet.drawing.layers[layered.pen.layer].locked
    assert parts.toggle_lock.text() == "&Open to changes"
