"""Strokes moved, scaled and turned by hand and key, each as one step that undo knows by name."""

from __future__ import annotations

import math

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QSizeF, Qt
from PySide6.QtTest import QTest
from taureau.document import Drawing, Layer, Stroke
from taureau.geometry import Curve
from taureau.session import Phase
from taureau.ui.tools.transform_frame import ROTATE, FrameHandle

from tests.ui.sheets import CTRL, LEFT, NONE, ROWS, SHIFT, click, drag, place, selected, strokes
from tests.ui.strokes.test_strokes import paused  # noqa: F401 - a fixture


def pull(window, handle: FrameHandle, x: float, y: float, modifier=NONE, *, release=True) -> None:
    """Drag a handle of the frame by so many px of the sheet."""
    view, canvas = window.canvas.view, window.canvas
    start = window.toolbox.select.handles[handle].toPoint()
    end = start + QPoint(round(x * view.scale), round(y * view.scale))
    QTest.mousePress(canvas, LEFT, modifier, start)
    QTest.mouseMove(canvas, end)
    if release:
        QTest.mouseRelease(canvas, LEFT, modifier, end)


def points(window, number: int) -> np.ndarray:
    return strokes(window)[number].curve.points


def test_what_is_dragged_moves_and_undo_knows_it(rows):
    drag(rows, (60, 10), (70, 15))
    assert selected(rows) == {0}
    exact = (np.array((place(rows, 70, 15) - place(rows, 60, 10)).toTuple())) / rows.canvas.view.scale
    assert points(rows, 0) == pytest.approx(points_of(0) + exact)
    assert rows.verbs.undo.text() == "&Undo move 1 stroke"
    assert all(one is other for one, other in zip(strokes(rows)[1:], list(ROWS.strokes)[1:], strict=True))
    QTest.keyClick(rows, Qt.Key.Key_Z, CTRL)
    assert rows.session.sheet.drawing is ROWS
    QTest.keyClick(rows, Qt.Key.Key_Z, CTRL | SHIFT)
    assert points(rows, 0) == pytest.approx(points_of(0) + exact)


def points_of(number: int) -> np.ndarray:
    return list(ROWS.strokes)[number].curve.points


def test_several_move_together_from_anywhere_inside_their_frame(rows):
    rows.session.selection.select([0, 5])
    drag(rows, (60, 25), (60, 30))
    moved = points(rows, 0) - points_of(0)
    assert moved[0] == pytest.approx((0, 5), abs=0.5)
    assert points(rows, 5) == pytest.approx(points_of(5) + moved[0])
    assert selected(rows) == {0, 5}
    assert rows.verbs.undo.text() == "&Undo move 2 strokes"


def test_among_the_first_strokes_only_they_stay_those_looked_at(rows):
    rows.session.sheet.show_first(2)
    drag(rows, (60, 10), (70, 15))
    assert rows.session.sheet.level == 2
    assert rows.session.sheet.drawing.stroke_count == 6
    assert points(rows, 0)[0] == pytest.approx((30, 15), abs=0.5)


def test_ctrl_holds_to_one_direction(rows):
    drag(rows, (60, 10), (80, 15), CTRL)
    moved = points(rows, 0) - points_of(0)
    assert (moved[:, 1] == 0).all()
    assert moved[0, 0] == pytest.approx(20, abs=0.5)


def test_escape_leaves_everything_as_it_was(rows):
    rows.session.selection.select([0])
    plain = rows.canvas.grab().toImage()
    drag(rows, (60, 10), (70, 40), release=False)
    assert rows.canvas.grab().toImage() != plain
    assert rows.session.sheet.drawing is ROWS
    QTest.keyClick(rows.canvas, Qt.Key.Key_Escape)
    assert selected(rows) == {0}
    QTest.mouseRelease(rows.canvas, LEFT, NONE, place(rows, 70, 40))
    assert rows.session.sheet.drawing is ROWS
    assert rows.session.sheet.undo_stack.count() == 0
    assert rows.canvas.grab().toImage() == plain


def test_what_is_seen_while_dragging_is_what_comes_of_it(rows):
    rows.session.selection.select([0, 1])
    canvas, corner = rows.canvas, FrameHandle(1, 1)
    pull(rows, corner, -10, 20, release=False)
    rows.session.selection.marks.select([])
    rows.session.selection.changed.emit()  # without halos, and without the frame that comes back
    canvas.input.gesture.paint = lambda painter, view: None  # and without the figures beside the mouse
    seen = canvas.grab().toImage()
    rows.session.selection.select([0, 1])
    end = rows.toolbox.select.handles[corner].toPoint()
    scale = canvas.view.scale
    QTest.mouseRelease(canvas, LEFT, NONE, end + QPoint(round(-10 * scale), round(20 * scale)))
    rows.session.selection.clear()
    assert canvas.grab().toImage() == seen


def test_a_corner_scales_about_the_opposite_one(rows):
    rows.session.selection.select([0, 5])  # 20…100, 10…60
    pull(rows, FrameHandle(1, 1), -40, 25)
    assert points(rows, 0)[[0, -1]] == pytest.approx(np.array([(20, 10), (60, 10)]), abs=0.3)
    assert points(rows, 5)[[0, -1]] == pytest.approx(np.array([(20, 85), (60, 85)]), abs=0.3)
    assert strokes(rows)[0].width == pytest.approx(2.0 * math.sqrt(0.5 * 1.5), rel=0.01)
    assert rows.verbs.undo.text() == "&Undo scale 2 strokes"


def test_a_side_scales_one_way_and_shift_about_the_middle(rows):
    rows.session.selection.select([0, 5])
    pull(rows, FrameHandle(1, 0.5), 20, 13, SHIFT)
    assert points(rows, 0)[[0, -1]] == pytest.approx(np.array([(0, 10), (120, 10)]), abs=0.5)


def test_ctrl_keeps_the_proportions(rows):
    rows.session.selection.select([0, 5])
    pull(rows, FrameHandle(1, 1), -40, 0, CTRL)
    assert points(rows, 5)[[0, -1]] == pytest.approx(np.array([(20, 35), (60, 35)]), abs=0.3)
    assert strokes(rows)[0].width == pytest.approx(1.0, abs=0.02)


def test_widths_stay_where_they_should(rows, qtbot):
    qtbot.mouseClick(rows.toolbox.widths, LEFT)
    rows.session.selection.select([0, 5])
    pull(rows, FrameHandle(1, 1), -40, 0, CTRL)
    assert strokes(rows)[0].width == 2.0
    assert points(rows, 5)[-1] == pytest.approx((60, 35), abs=0.3)


def test_a_level_line_can_only_be_stretched_along_itself(rows):
    rows.session.selection.select([0])
    handles = set(rows.toolbox.select.handles)
    assert {(handle.across, handle.down) for handle in handles - {ROTATE}} <= {(0, 0.5), (1, 0.5)}


def test_the_knob_turns_and_ctrl_in_steps(rows):
    rows.session.selection.select([0, 5])
    center = np.array((60, 35))
    knob = rows.toolbox.select.handles[ROTATE]
    arm = rows.canvas.view.to_sheet(knob)
    length = 35 - arm.y()
    pull(rows, ROTATE, length, length, CTRL)  # from noon to three o'clock
    expected = center + (points_of(0) - center) @ np.array([[0, 1], [-1, 0]])
    assert points(rows, 0) == pytest.approx(expected, abs=1e-6)
    assert strokes(rows)[0].width == pytest.approx(2.0)
    assert rows.verbs.undo.text() == "&Undo turn 2 strokes"


def test_just_outside_a_corner_it_turns_too(rows):
    rows.session.selection.select([0, 5])
    frame, view = rows.toolbox.select.frame, rows.canvas.view
    outside = frame.rect(view).bottomRight().toPoint() + QPoint(12, 12)
    QTest.mousePress(rows.canvas, LEFT, NONE, outside)
    QTest.mouseMove(rows.canvas, outside + QPoint(-30, 30))
    QTest.mouseRelease(rows.canvas, LEFT, NONE, outside + QPoint(-30, 30))
    assert rows.verbs.undo.text() == "&Undo turn 2 strokes"


def test_arrow_keys_nudge_what_is_selected_and_else_the_sheet(rows):
    canvas, before = rows.canvas, rows.canvas.view
    click(rows, 60, 10)
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    QTest.keyClick(canvas, Qt.Key.Key_Down, SHIFT)
    assert points(rows, 0) == pytest.approx(points_of(0) + np.array((1, 10)))
    assert canvas.view == before
    QTest.keyClick(rows, Qt.Key.Key_Escape)
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.view != before


def test_in_a_paused_run_its_preview_is_edited(paused):  # noqa: F811
    session, window = paused.session, paused
    before = strokes(window)
    start = before[0].curve.at(0.5)[0]
    click(window, *start)
    (chosen,) = selected(window)
    drag(window, start, start + np.array((0, 10)))
    assert session.run.state.phase is Phase.PAUSED
    assert session.run.edited
    moved = strokes(window)[chosen].curve.points - before[chosen].curve.points
    assert moved[0] == pytest.approx((0, 10), abs=0.5)
    assert session.sheet.undo_stack.count() == 0


def test_a_drag_pauses_a_run(with_photo, sketch, qtbot):
    with_photo.verbs.motion.setChecked(False)
    qtbot.mouseClick(with_photo.ask_panel.button, LEFT)
    sketch.go_on(1)
    qtbot.waitUntil(lambda: with_photo.session.sheet.preview is not None)
    start = strokes(with_photo)[0].curve.at(0.5)[0]
    drag(with_photo, start, start + np.array((5, 5)))
    assert with_photo.session.run.state.phase is Phase.PAUSED
    assert with_photo.session.run.edited


def test_a_drawing_that_changes_under_the_hand_is_left_alone(rows):
    rows.session.selection.select([0])
    drag(rows, (60, 10), (70, 40), release=False)
    rows.session.sheet.undo_stack.undo()
    rows.session.sheet.replace(ROWS.__class__(120, 80, ROWS.layers[:1]), "else")
    now = rows.session.sheet.drawing
    QTest.mouseRelease(rows.canvas, LEFT, NONE, place(rows, 70, 40))
    assert rows.session.sheet.drawing is now


def test_cursors_tell_what_a_press_would_do(rows):
    rows.session.selection.select([0, 5])
    canvas = rows.canvas
    handles = rows.toolbox.select.handles
    shapes = {
        FrameHandle(1, 1): Qt.CursorShape.SizeFDiagCursor,
        FrameHandle(1, 0): Qt.CursorShape.SizeBDiagCursor,
        FrameHandle(0.5, 1): Qt.CursorShape.SizeVerCursor,
        FrameHandle(0, 0.5): Qt.CursorShape.SizeHorCursor,
        ROTATE: Qt.CursorShape.BitmapCursor,
    }
    for handle, shape in shapes.items():
        QTest.mouseMove(canvas, handles[handle].toPoint())
        assert canvas.cursor().shape() is shape
    QTest.mouseMove(canvas, place(rows, 60, 25))
    assert canvas.cursor().shape() is Qt.CursorShape.SizeAllCursor


@pytest.mark.parametrize("height", [80, 79, 40])
def test_the_knob_that_turns_stays_in_the_canvas_of_tall_drawings(rows, height):
    """Whether there is room above the frame, below it, or neither."""
    viewport = rows.canvas.viewport
    tall = Drawing(20, 80, (Layer("a", (Stroke(Curve.line((5, 80 - height), (15, 80)), 1.0),)),))
    rows.session.sheet.set_drawing(tall)
    viewport.fit()
    for factor in (1.0, 1.3, 4.0):
        viewport.zoom(factor)
        rows.session.selection.select([0])
        knob = rows.toolbox.select.handles[ROTATE]
        seen = rows.toolbox.select.frame.rect(rows.canvas.view).intersects(rows.canvas.rect().toRectF())
        assert rows.canvas.rect().contains(knob.toPoint()) or not seen
        assert rows.toolbox.select.frame.handle_at(rows.canvas.view, QSizeF(rows.canvas.size()), knob) == ROTATE
