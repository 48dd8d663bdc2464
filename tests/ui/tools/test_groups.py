"""Groups under the mouse, and lines dragged out of the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QDrag, QGuiApplication
from PySide6.QtTest import QTest
from taureau.document import grouped, load_svg, svg_to_drawing
from taureau.session.edit.transfer import offered, only
from taureau.ui.tools.drag_out import drag_out

from tests.ui.sheets import ALT, CTRL, LEFT, NONE, ROWS, SHIFT, click, drag, place, selected, strokes


@pytest.fixture
def pair(bench):
    """The lines at y = 10 and 20 are a group."""
    bench.open(grouped(ROWS, {0, 1})[0])
    return bench


def test_a_click_and_a_rectangle_select_groups_as_a_whole(pair):
    click(pair, 60, 10)
    assert selected(pair) == {0, 1}
    click(pair, 60, 50, SHIFT)
    assert selected(pair) == {0, 1, 4}
    drag(pair, (105, 16), (95, 24))
    assert selected(pair) == {0, 1}


def test_ctrl_takes_one_line_and_a_double_click_goes_inside(pair):
    click(pair, 60, 20, CTRL)
    assert selected(pair) == {1}
    click(pair, 60, 70)
    QTest.mouseClick(pair.canvas, LEFT, NONE, place(pair, 60, 10))
    QTest.mouseDClick(pair.canvas, LEFT, NONE, place(pair, 60, 10))
    assert selected(pair) == {0}
    click(pair, 60, 20)
    assert selected(pair) == {1}
    click(pair, 60, 50)
    click(pair, 60, 20)
    assert selected(pair) == {0, 1}


def test_a_group_moves_as_a_whole_from_any_of_its_lines(pair):
    drag(pair, (60, 20), (60, 30))
    assert [stroke.curve.start[1] for stroke in strokes(pair)[:2]] == pytest.approx([20, 30], abs=0.6)
    assert {stroke.groups for stroke in strokes(pair)[:2]} == {("group1",)}


def test_the_node_tool_takes_single_lines(pair):
    pair.canvas.input.set_tool(pair.toolbox.node)
    click(pair, 60, 20)
    assert selected(pair) == {1}


def test_what_is_selected_is_offered_as_svg_picture_and_file(pair, monkeypatch):
    held = []
    monkeypatch.setattr(QDrag, "exec", lambda self, *_: held.append(self.mimeData()))
    click(pair, 60, 50)
    drag_out(pair, pair.session)
    (data,) = held
    (line,) = svg_to_drawing(bytes(data.data("image/svg+xml").data())).strokes
    assert line.curve.start.tolist() == [20, 50]
    (url,) = data.urls()
    assert url.fileName() == pair.session.file.name
    assert list(load_svg(url.toLocalFile()).strokes) == [line]
    assert data.imageData().width() == 1024
    assert data.imageData().hasAlphaChannel()


def test_ctrl_and_alt_drag_out_and_changes_nothing(pair, monkeypatch):
    dragged = []
    monkeypatch.setattr(QDrag, "exec", lambda self, *_: dragged.append(self.mimeData().urls()))
    drag(pair, (60, 50), (70, 70), CTRL | ALT)
    assert len(dragged) == 1
    assert selected(pair) == {4}
    assert not pair.session.sheet.undo_stack.canUndo()
    assert pair.canvas.input.gesture is None


def test_a_copy_is_offered_as_svg_and_picture(pair):
    click(pair, 60, 50)
    assert pair.editing.copy()
    data = QGuiApplication.clipboard().mimeData()
    assert data.hasFormat("image/svg+xml")
    assert data.hasImage()
    assert data.data("image/svg+xml") == QByteArray(data.text().encode())


def test_nothing_visible_is_no_picture(qapp):
    assert offered(only(ROWS, ())).imageData().isNull()
