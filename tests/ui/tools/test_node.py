"""Nodes, handles and lines by mouse and key, each change one step by name."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from taureau.geometry.nodes import is_smooth, node_count

from tests.ui.sheets import CTRL, LEFT, NONE, ROWS, SHIFT, click, drag, place, selected, strokes

START, END = (20, 10), (100, 10)  # of the first line
FIRST = next(iter(ROWS.strokes))


@pytest.fixture
def noded(rows):
    """The node tool taken up, the first line selected."""
    QTest.keyClick(rows, Qt.Key.Key_N)
    click(rows, 60, 10)
    assert selected(rows) == {0}
    return rows


def curve(window, number: int = 0):
    return strokes(window)[number].curve


def chosen(window) -> set[tuple[int, int]]:
    return set(window.toolbox.node.nodes.selected)


def double_click(window, x: float, y: float) -> None:
    QTest.mouseDClick(window.canvas, LEFT, NONE, place(window, x, y))


def test_a_node_is_dragged_with_its_handle(noded):
    drag(noded, START, (20, 25))
    assert curve(noded).points[0] == pytest.approx((20, 25), abs=0.3)
    assert curve(noded).points[1] == pytest.approx((20 + 80 / 3, 25), abs=0.3)
    assert (curve(noded).points[2:] == FIRST.curve.points[2:]).all()
    assert noded.verbs.undo.text() == "&Undo move 1 node"
    assert chosen(noded) == {(0, 0)}
    assert selected(noded) == {0}
    QTest.keyClick(noded, Qt.Key.Key_Z, CTRL)
    assert noded.session.sheet.drawing is ROWS


def test_several_nodes_are_chosen_by_shift_and_rectangle_and_dragged_together(noded):
    click(noded, *START)
    click(noded, *END, SHIFT)
    assert chosen(noded) == {(0, 0), (0, 1)}
    drag(noded, END, (100, 15))
    assert curve(noded).points[0] == pytest.approx((20, 15), abs=0.3)
    assert noded.verbs.undo.text() == "&Undo move 2 nodes"
    drag(noded, (110, 5), (90, 25))
    assert chosen(noded) == {(0, 1)}
    drag(noded, (10, 5), (30, 25), SHIFT)
    assert chosen(noded) == {(0, 0), (0, 1)}
    QTest.keyClick(noded.canvas, Qt.Key.Key_Escape)
    assert chosen(noded) == set()
    assert selected(noded) == {0}


def test_a_rectangle_without_nodes_selects_strokes(noded):
    drag(noded, (50, 45), (70, 65))
    assert selected(noded) == {4, 5}


def test_a_handle_bends_the_line(noded):
    drag(noded, (20 + 80 / 3, 10), (40, 30))
    assert curve(noded).points[1] == pytest.approx((40, 30), abs=0.3)
    assert (curve(noded).points[[0, 2, 3]] == FIRST.curve.points[[0, 2, 3]]).all()
    assert noded.verbs.undo.text() == "&Undo move a handle"


def test_the_line_itself_goes_with_the_mouse(noded):
    drag(noded, (60, 10), (60, 22))
    assert curve(noded).at(0.5)[0] == pytest.approx((60, 22), abs=0.3)
    assert (curve(noded).points[[0, -1]] == FIRST.curve.points[[0, -1]]).all()
    assert noded.verbs.undo.text() == "&Undo bend a line"


def test_escape_in_the_middle_leaves_the_line_alone(noded):
    plain = noded.canvas.grab().toImage()
    drag(noded, (60, 10), (60, 22), release=False)
    assert noded.canvas.grab().toImage() != plain
    QTest.keyClick(noded.canvas, Qt.Key.Key_Escape)
    QTest.mouseRelease(noded.canvas, LEFT, NONE, place(noded, 60, 22))
    assert noded.session.sheet.drawing is ROWS
    assert noded.canvas.grab().toImage() == plain


def test_a_double_click_on_the_line_adds_a_node_and_on_a_node_turns_it(noded):
    double_click(noded, 60, 10)
    assert node_count(curve(noded)) == 3
    assert curve(noded).at(1.0)[0] == pytest.approx((60, 10), abs=0.3)
    assert chosen(noded) == {(0, 1)}
    assert noded.verbs.undo.text() == "&Undo add a node"
    drag(noded, (60, 10), (60, 30))
    assert is_smooth(curve(noded), 1)
    double_click(noded, 60, 30)
    assert not is_smooth(curve(noded), 1)
    assert noded.verbs.undo.text() == "&Undo make 1 node corner"
    QTest.keyClick(noded.canvas, Qt.Key.Key_S, SHIFT)
    assert is_smooth(curve(noded), 1)
    QTest.keyClick(noded.canvas, Qt.Key.Key_C, SHIFT)
    assert not is_smooth(curve(noded), 1)


def test_ctrl_moves_one_handle_alone(noded):
    double_click(noded, 60, 10)
    x, y = curve(noded).points[2]
    drag(noded, (x, y), (x, y + 10), CTRL)
    assert not is_smooth(curve(noded), 1)
    QTest.keyClick(noded, Qt.Key.Key_Z, CTRL)
    drag(noded, (x, y), (x, y + 10))
    assert is_smooth(curve(noded), 1)


def test_delete_takes_nodes_first_and_a_stroke_that_would_keep_one(noded):
    double_click(noded, 60, 10)
    QTest.keyClick(noded.canvas, Qt.Key.Key_Delete)
    assert node_count(curve(noded)) == 2
    assert noded.verbs.undo.text() == "&Undo delete 1 node"
    click(noded, *START)
    QTest.keyClick(noded.canvas, Qt.Key.Key_Backspace)
    assert noded.session.sheet.drawing.stroke_count == 5
    QTest.keyClick(noded, Qt.Key.Key_Z, CTRL)
    noded.session.selection.select([1])
    QTest.keyClick(noded.canvas, Qt.Key.Key_Delete)  # no node is chosen: the stroke
    assert noded.verbs.undo.text() == "&Undo delete 1 stroke"


def test_arrow_keys_move_nodes_in_one_step(noded):
    click(noded, *START)
    QTest.keyClick(noded.canvas, Qt.Key.Key_Down)
    QTest.keyClick(noded.canvas, Qt.Key.Key_Left, SHIFT)
    assert curve(noded).points[0] == pytest.approx((10, 11))
    assert noded.session.sheet.undo_stack.count() == 1


def test_all_nodes_are_chosen_at_once(noded):
    QTest.keyClick(noded.canvas, Qt.Key.Key_A, CTRL)
    assert chosen(noded) == {(0, 0), (0, 1)}
    assert selected(noded) == {0}


@pytest.mark.parametrize("y", [30, 40])
def test_locked_and_hidden_strokes_have_no_nodes(noded, y):
    drag(noded, (20, y), (20, y + 4))
    assert noded.session.sheet.drawing is ROWS
    assert selected(noded) == set()


def test_handles_are_seen_of_one_stroke_and_nodes_of_all(noded):
    def picture() -> np.ndarray:
        image = noded.canvas.grab().toImage()
        return np.array(image.constBits()).reshape(image.height(), -1, 4)

    def around(x, y) -> np.ndarray:
        at = place(noded, x, y)
        return picture()[at.y() - 5 : at.y() + 6, at.x() - 5 : at.x() + 6]

    node, handle = around(20, 50), around(20 + 80 / 3, 50)
    noded.session.selection.select([4])
    assert (around(20, 50) != node).any()
    with_handle = around(20 + 80 / 3, 50)
    assert (with_handle != handle).any()
    noded.session.selection.select([4, 5])
    assert (around(20 + 80 / 3, 50) != with_handle).any()


def test_buttons_do_what_the_keys_do_to_chosen_nodes(noded):
    buttons = noded.toolbox.nodes
    assert [button.isVisible() for button in buttons.buttons] == [True] * 5
    assert not any(button.isEnabled() for button in buttons.buttons)
    double_click(noded, 60, 10)
    assert node_count(curve(noded)) == 3
    drag(noded, (60, 10), (60, 25))
    QTest.mouseClick(buttons.corner, LEFT)
    assert not is_smooth(curve(noded), 1)
    QTest.mouseClick(buttons.smooth, LEFT)
    assert is_smooth(curve(noded), 1)
    QTest.mouseClick(buttons.delete, LEFT)
    assert node_count(curve(noded)) == 2
    assert not buttons.delete.isEnabled()
    QTest.keyClick(noded, Qt.Key.Key_V)
    assert not buttons.smooth.isVisible()
