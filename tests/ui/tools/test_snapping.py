"""Snapping, guides, grid and rulers through real mouse events."""

from __future__ import annotations

import itertools

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from taureau.document import Drawing, Guide, Layer, Unit
from taureau.session.preferences import GRID_SPACING, SHOW_GRID, SHOW_RULERS, SNAP
from taureau.ui.canvas.rulers import figure_step

from tests.ui.sheets import ALT, CTRL, LEFT, NONE, click, drag, place, row, selected, strokes


@pytest.fixture
def two(rows):
    """Two lines 30 px apart, the second of which begins 20 px from the edge."""
    rows.session.sheet.set_drawing(Drawing(120, 80, (Layer("One", (row(10), row(60))),)))
    return rows


def start_of(window, index: int) -> tuple[float, float]:
    return tuple(strokes(window)[index].curve.start.tolist())


def test_an_end_that_comes_near_another_lies_on_it(two):
    near = 60 + 3 / two.canvas.view.scale
    drag(two, (60, 10), (60, near - 0.2))
    assert start_of(two, 0) == pytest.approx((20, 60), abs=1e-9)
    assert two.verbs.undo.text() == "&Undo move 1 stroke"


def test_alt_suspends_it_and_so_does_the_switch(two):
    drag(two, (60, 10), (60, 59.8), ALT)
    free = start_of(two, 0)
    assert free[1] != 60
    assert free[1] == pytest.approx(59.8, abs=0.5)
    two.session.sheet.undo_stack.undo()
    QTest.keyClick(two.canvas, Qt.Key.Key_Percent)
    assert not two.preferences.value(SNAP)
    drag(two, (60, 10), (60, 59.8))
    assert start_of(two, 0) == free


def test_what_was_snapped_to_is_shown(two):
    two.session.selection.select([0])
    plain = two.canvas.grab().toImage()
    drag(two, (60, 10), (60, 59.8), release=False)
    gesture = two.canvas.input.gesture
    assert gesture.snap.snap.kind == "end"
    snapped = two.canvas.grab().toImage()
    gesture.snap.paint = lambda painter, view: None
    assert snapped != two.canvas.grab().toImage() != plain
    QTest.keyClick(two.canvas, Qt.Key.Key_Escape)


def test_held_to_one_direction_it_snaps_along_it(two):
    drag(two, (60, 10), (60, 0.3), CTRL)
    assert start_of(two, 0) == pytest.approx((20, 0), abs=1e-9)


def test_lines_drawn_begin_and_end_on_ends(two):
    two.canvas.input.set_tool(two.toolbox.pen)
    drag(two, (20.3, 10.2), (20.3, 59.8))
    curve = strokes(two)[-1].curve
    assert curve.start.tolist() == pytest.approx([20, 10])
    assert curve.end.tolist() == pytest.approx([20, 60])


def test_a_node_snaps_to_a_guide(two):
    two.editing.guides.add(Guide.down(30))
    two.canvas.input.set_tool(two.toolbox.node)
    click(two, 60, 10)
    drag(two, (20, 10), (30.4, 16))
    assert start_of(two, 0)[0] == pytest.approx(30, abs=1e-9)


def test_a_corner_that_is_scaled_snaps_to_the_page(two):
    two.session.selection.select([0, 1])
    from taureau.ui.tools.transform_frame import FrameHandle

    view, canvas = two.canvas.view, two.canvas
    start = two.toolbox.select.handles[FrameHandle(1, 0.5)].toPoint()
    QTest.mousePress(canvas, LEFT, NONE, start)
    QTest.mouseMove(canvas, start + QPoint(round(20.4 * view.scale), 0))
    QTest.mouseRelease(canvas, LEFT, NONE, start + QPoint(round(20.4 * view.scale), 0))
    assert strokes(two)[0].curve.end.tolist() == pytest.approx([120, 10], abs=1e-6)


def test_the_grid_is_snapped_to_while_it_is_shown(two):
    two.preferences.set_value(GRID_SPACING, 7.0)
    plain = two.canvas.grab().toImage()
    QTest.keyClick(two.canvas, Qt.Key.Key_NumberSign)
    assert two.preferences.value(SHOW_GRID)
    assert two.canvas.grab().toImage() != plain
    drag(two, (60, 10), (61.2, 27.9))
    assert start_of(two, 0)[1] == pytest.approx(28, abs=1e-9)


def test_a_guide_is_dragged_out_moved_and_dragged_back(two):
    two.preferences.set_value(SHOW_RULERS, True)
    two.refresh.flush()
    QTest.qWait(1)
    ruler, canvas = two.ruled_canvas.across, two.canvas
    target = ruler.mapFromGlobal(canvas.mapToGlobal(place(two, 60, 25)))
    QTest.mousePress(ruler, LEFT, NONE, QPoint(200, 5))
    QTest.mouseMove(ruler, target)
    QTest.mouseRelease(ruler, LEFT, NONE, target)
    (guide,) = two.session.sheet.drawing.guides
    assert guide.y == pytest.approx(25, abs=0.5)
    assert two.verbs.undo.text() == "&Undo add a guide"
    drag(two, (110, guide.y), (110, 33))
    (guide,) = two.session.sheet.drawing.guides
    assert guide.y == pytest.approx(33, abs=0.5)
    assert selected(two) == set()
    above = canvas.mapFromGlobal(ruler.mapToGlobal(QPoint(200, 5)))
    QTest.mousePress(canvas, LEFT, NONE, place(two, 110, guide.y))
    QTest.mouseMove(canvas, above)
    QTest.mouseRelease(canvas, LEFT, NONE, above)
    assert two.session.sheet.drawing.guides == ()
    two.session.sheet.undo_stack.undo()
    assert two.session.sheet.drawing.guides == (guide,)


def test_guides_are_removed_and_hidden(two):
    two.editing.guides.add(Guide.across(25))
    two.refresh.flush()
    plain = two.canvas.grab().toImage()
    two.verbs.guides.trigger()
    assert two.canvas.grab().toImage() != plain
    two.verbs.clear_guides.trigger()
    assert two.session.sheet.drawing.guides == ()


def test_the_rulers_follow_view_mouse_and_unit(two, qtbot):
    two.preferences.set_value(SHOW_RULERS, True)
    ruler = two.ruled_canvas.across
    looks = [ruler.grab().toImage()]
    two.canvas.viewport.zoom(2.0)
    looks.append(ruler.grab().toImage())
    QTest.mouseMove(two.canvas, QPoint(100, 100))
    looks.append(ruler.grab().toImage())
    two.preferences.set_unit(Unit.PX)
    looks.append(ruler.grab().toImage())
    assert all(one != other for one, other in itertools.pairwise(looks))
    assert two.ruled_canvas.corner.text() == "px"


@pytest.mark.parametrize(
    ("px", "unit", "step"),
    [
        (100, Unit.PX, 1),
        (1, Unit.PX, 100),
        (3, Unit.MM, 50),
        (8, Unit.MM, 10),
        (600, Unit.INCH, 0.125),
        (96, Unit.INCH, 1),
        (12, Unit.INCH, 10),
    ],
)
def test_figures_stand_apart(px, unit, step):
    assert figure_step(px, unit) == step


def test_the_view_goes_to_selection_and_drawing(two):
    two.session.selection.select([0])
    two.refresh.flush()
    QTest.keyClick(two.canvas, Qt.Key.Key_3)
    middle = pytest.approx((two.canvas.width() / 2, two.canvas.height() / 2), abs=2)
    assert two.canvas.view.to_canvas(QPoint(60, 10)).toTuple() == middle
    two.session.selection.clear()
    two.refresh.flush()
    QTest.keyClick(two.canvas, Qt.Key.Key_4)
    assert two.canvas.view.to_canvas(QPoint(60, 35)).toTuple() == middle
    QTest.keyClick(two.canvas, Qt.Key.Key_5)
    assert two.canvas.viewport.fitted
