"""Edit › One line…: what the strokes become is shown while the flow is turned, then done as one step, or left."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from taureau.document import Drawing, Layer, Stroke, save_svg
from taureau.geometry import Curve

from tests.session.sketches import SteppedSketch

LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def apart(tmp_path):
    """Four waves in a drawing without a photo."""
    strokes = tuple(Stroke(Curve([(10, y), (40, y - 9), (80, y + 9), (110, y)]), 2.0) for y in (15, 30, 45, 60))
    save_svg(Drawing(120, 80, (Layer("a", strokes),)), tmp_path / "waves.svg")
    return tmp_path / "waves.svg"


@pytest.fixture
def joining(window, open_in_window, sketch, qtbot, apart):
    """A window that has found one line through the waves."""
    sketch.go_on()
    open_in_window(apart)
    window.verbs.one_line.trigger()
    qtbot.waitUntil(lambda: not window.tidying.waiting)
    return window


def test_the_line_is_shown_before_it_is_drawn(joining, sketch):
    bar = joining.tidy_bar
    assert bar.isVisible()
    assert bar.summary.text() == "4 strokes would become one line"
    assert joining.tidying.marked.leaving == {0, 1, 2, 3}
    assert len(joining.tidying.marked.becoming) == 1
    assert joining.canvas.marked.becoming == joining.tidying.marked.becoming
    assert joining.session.sheet.drawing.stroke_count == 4
    assert (sketch.joinings[-1].flow, sketch.joinings[-1].pen_downs, sketch.joinings[-1].source) == (50, 1, None)


def test_drawn_as_one_undoable_step(joining, qtbot):
    qtbot.mouseClick(joining.tidy_bar.apply, LEFT)
    assert joining.session.sheet.drawing.stroke_count == 1
    assert not joining.tidy_bar.isVisible()
    assert joining.verbs.undo.text() == "&Undo join the lines"
    QTest.keyClick(joining, Qt.Key.Key_Z, CTRL)
    assert joining.session.sheet.drawing.stroke_count == 4


def test_flow_and_number_of_lines_are_followed(joining, sketch, qtbot):
    bar = joining.tidy_bar
    first = joining.tidying.marked.becoming
    QTest.keyClick(bar.slider, Qt.Key.Key_End)
    assert not bar.apply.isEnabled()
    assert bar.summary.text() == "Joining the lines"
    assert joining.tidying.marked.becoming == first  # until the next is there
    qtbot.waitUntil(lambda: not joining.tidying.waiting)
    assert (sketch.joinings[-1].flow, len(sketch.joinings[-1].contours)) == (100, 1)  # the photo is not seen again
    assert joining.tidying.marked.becoming != first
    bar.lines.setValue(3)
    qtbot.waitUntil(lambda: not joining.tidying.waiting)
    assert bar.summary.text() == "4 strokes would become 3 lines"
    assert (sketch.joinings[-1].flow, sketch.joinings[-1].pen_downs) == (100, 3)
    qtbot.mouseClick(bar.apply, LEFT)
    assert joining.session.sheet.drawing.facts["one-line"] == "100:3"


def test_left_as_it_is(joining, sketch, qtbot):
    sketch._free = False
    QTest.keyClick(joining.tidy_bar.slider, Qt.Key.Key_Home)
    QTest.keyClick(joining.tidy_bar.slider, Qt.Key.Key_Escape)
    assert not joining.tidy_bar.isVisible()
    assert joining.tidying.kind is None
    qtbot.waitUntil(lambda: not joining.session.runner.executing)
    assert joining.session.sheet.drawing.stroke_count == 4
    assert joining.canvas.marked.becoming == ()


def test_the_photo_is_given_where_there_is_one(with_photo, sketch, qtbot):
    sketch.go_on()
    qtbot.mouseClick(with_photo.ask_panel.button, LEFT)
    qtbot.waitUntil(lambda: with_photo.session.sheet.drawing is not None and not with_photo.session.run.active)
    with_photo.refresh.flush()
    with_photo.verbs.one_line.trigger()
    qtbot.waitUntil(lambda: not with_photo.tidying.waiting)
    source = sketch.joinings[-1].source
    assert source.photo is with_photo.session.source.photo.pixels
    assert (source.width, source.height) == (with_photo.session.sheet.drawing.width, 80)


def test_a_failure_is_said(window, open_in_window, sketch, qtbot, apart, monkeypatch):
    from taureau.engine import Failed

    sketch.go_on()
    open_in_window(apart)
    monkeypatch.setattr(SteppedSketch, "_join", lambda self, r, c, run: iter([Failed(run, "No.", "Try again.")]))
    window.verbs.one_line.trigger()
    qtbot.waitUntil(lambda: window.message_line.message is not None)
    assert window.message_line.message.text == "No."
    assert not window.tidy_bar.isVisible()
