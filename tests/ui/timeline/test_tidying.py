"""Prune and merge: what would be done is shown first, then done as one step, or left."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from taureau.document import Drawing, Layer, Stroke, save_svg
from taureau.engine.mask_facts import mask_facts
from taureau.geometry import Curve

from tests.session.sketches import SteppedSketch
from tests.ui.strokes.test_strokes import click_stroke
from tests.ui.timeline.test_sequence import grown  # noqa: F401 - a fixture

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier


def set_slider(bar, amount: float) -> None:
    """By its keys: to the start, then step by step."""
    QTest.keyClick(bar.slider, Qt.Key.Key_Home)
    for _ in range(round(10 * amount) - bar.slider.minimum()):
        QTest.keyClick(bar.slider, Qt.Key.Key_Right)


def color_beside_start(window, place: int):
    stroke = list(window.session.sheet.shown.strokes)[place]
    at = window.canvas.view.to_canvas(QPointF(*stroke.curve.at(0.5)[0]))
    return window.canvas.grab().toImage().pixelColor(at.toPoint())


@pytest.fixture
def pruning(grown, sketch, qtbot):  # noqa: F811
    """A window that has weighed its sixteen strokes: the last costs 0.1 %, the first 1.6 %."""
    sketch._free = False
    grown.verbs.prune.trigger()
    assert grown.tidy_bar.isVisible()
    assert grown.tidy_bar.summary.text() == "Weighing the strokes"
    assert not grown.tidy_bar.apply.isEnabled()
    sketch.go_on()
    qtbot.waitUntil(lambda: not grown.tidying.waiting)
    return grown


def test_what_would_go_is_counted_and_tinted_before_it_goes(pruning, sketch):
    bar = pruning.tidy_bar
    assert bar.summary.text() == "10 of 16 strokes would go"
    assert pruning.session.sheet.drawing.stroke_count == 16
    assert sketch.weighings[-1].drawing is pruning.session.sheet.drawing
    assert color_beside_start(pruning, 15).red() > color_beside_start(pruning, 15).blue() + 40
    assert color_beside_start(pruning, 0).red() == color_beside_start(pruning, 0).blue()
    set_slider(bar, 0.3)
    assert bar.summary.text() == "3 of 16 strokes would go"
    set_slider(bar, 5.0)
    assert bar.summary.text() == "15 of 16 strokes would go"  # one stays


def test_in_a_narrow_window_the_bar_is_whole(pruning, qtbot):
    pruning.resize(1024, 640)
    qtbot.waitUntil(lambda: pruning.width() == 1024)
    bar = pruning.tidy_bar
    qtbot.waitUntil(lambda: bar.width() >= bar.minimumSizeHint().width())
    assert pruning.canvas.rect().contains(bar.geometry().translated(-pruning.canvas.pos()))


def test_pruned_as_one_undoable_step(pruning, qtbot):
    before = list(pruning.session.sheet.drawing.strokes)
    set_slider(pruning.tidy_bar, 0.5)
    qtbot.mouseClick(pruning.tidy_bar.apply, LEFT)
    assert list(pruning.session.sheet.drawing.strokes) == before[:11]
    assert not pruning.tidy_bar.isVisible()
    assert pruning.verbs.undo.text() == "&Undo prune 5 strokes"
    QTest.keyClick(pruning, Qt.Key.Key_Z, CTRL)
    assert list(pruning.session.sheet.drawing.strokes) == before


@pytest.mark.parametrize("by_key", [True, False])
def test_cancelled_nothing_goes(pruning, qtbot, by_key):
    count = pruning.session.sheet.undo_stack.count()
    if by_key:
        QTest.keyClick(pruning.tidy_bar.slider, Qt.Key.Key_Escape)
    else:
        qtbot.mouseClick(pruning.tidy_bar.cancel, LEFT)
    assert not pruning.tidy_bar.isVisible()
    assert pruning.session.sheet.drawing.stroke_count == 16
    assert pruning.session.sheet.undo_stack.count() == count
    assert pruning.session.selection.marked == pruning.canvas.marked


def test_enter_applies(pruning):
    QTest.keyClick(pruning.tidy_bar.slider, Qt.Key.Key_Return)
    assert not pruning.view_bar.isAncestorOf(pruning.focusWidget())  # no button inherits the focus
    assert pruning.session.sheet.drawing.stroke_count == 6


def test_frozen_strokes_stay(grown, qtbot):  # noqa: F811
    click_stroke(grown, 15)
    QTest.keyClick(grown, Qt.Key.Key_F)
    grown.verbs.prune.trigger()
    qtbot.waitUntil(lambda: not grown.tidying.waiting)
    assert grown.tidy_bar.summary.text() == "9 of 16 strokes would go"
    assert 15 not in grown.tidying.marked.leaving


def test_strokes_are_weighed_with_the_mask_they_were_drawn_with(grown, sketch, qtbot):  # noqa: F811
    for made, asked in (("none", "none"), ("auto", "auto"), ("file", "auto")):
        grown.session.sheet.replace(replace(grown.session.sheet.drawing, facts={"mask": made}), "facts")
        grown.verbs.prune.trigger()
        qtbot.waitUntil(lambda: not grown.tidying.waiting)
        assert sketch.weighings[-1].mask == asked


def test_strokes_are_weighed_with_the_painted_mask_they_were_drawn_with(grown, sketch, qtbot):  # noqa: F811
    source, painting = grown.ask_panel.source, grown.painting
    sketch.go_on()
    source.subject.choose("brush")
    qtbot.waitUntil(lambda: bool(painting.mask.any()))
    painted = painting.mask
    facts = mask_facts(painted)
    grown.session.sheet.replace(replace(grown.session.sheet.drawing, facts=facts), "facts")
    grown.verbs.prune.trigger()
    qtbot.waitUntil(lambda: not grown.tidying.waiting)
    assert sketch.weighings[-1].mask is painted
    painting.invert()
    grown.verbs.prune.trigger()
    qtbot.waitUntil(lambda: not grown.tidying.waiting)
    assert sketch.weighings[-1].mask == "auto"  # what is painted now is another


def test_undo_under_a_proposal_lets_it_fall(pruning):
    QTest.keyClick(pruning, Qt.Key.Key_Z, CTRL)
    assert not pruning.tidy_bar.isVisible()
    assert pruning.tidying.kind is None


def test_drawing_on_while_strokes_are_weighed_lets_it_fall(grown, sketch, qtbot):  # noqa: F811
    sketch._free = False
    grown.verbs.prune.trigger()
    QTest.keyClick(grown, Qt.Key.Key_Return, CTRL)
    assert not grown.tidy_bar.isVisible()
    sketch.go_on()
    qtbot.waitUntil(lambda: not grown.session.run.active)
    assert grown.session.sheet.drawing.stroke_count == 32


def test_without_the_photo_it_says_what_is_needed(window, open_in_window, tmp_path, grown_file):
    open_in_window(grown_file)
    window.verbs.prune.trigger()
    assert not window.tidy_bar.isVisible()
    assert "photo is needed" in window.message_line.message.text


@pytest.fixture
def grown_file(tmp_path):
    """A line in two pieces, one that goes on 4 px to its side, and one alone."""
    pieces = [((10, 20), (40, 20)), ((42, 20), (70, 20)), ((72, 22), (110, 22)), ((10, 60), (110, 60))]
    strokes = tuple(Stroke(Curve.line(start, end), 2.0) for start, end in pieces)
    save_svg(Drawing(120, 80, (Layer("a", strokes),)), tmp_path / "pieces.svg")
    return tmp_path / "pieces.svg"


def test_strokes_that_continue_each_other_become_one(window, open_in_window, qtbot, grown_file):
    open_in_window(grown_file)
    window.verbs.merge.trigger()
    bar = window.tidy_bar
    qtbot.waitUntil(bar.isVisible)
    set_slider(bar, 0.1)
    few = window.tidying.marked
    assert few.leaving == {0, 1}
    set_slider(bar, 4.0)
    assert window.tidying.marked.leaving == {0, 1, 2}
    assert bar.summary.text() == "3 strokes would become 1"
    shown = window.canvas.grab().toImage()
    qtbot.mouseClick(bar.apply, LEFT)
    assert window.canvas.grab().toImage() != shown
    first, alone = window.session.sheet.drawing.strokes
    assert sorted([first.curve.start.tolist(), first.curve.end.tolist()]) == [[10, 20], [110, 22]]
    assert alone.curve.start.tolist() == [10, 60]
    assert window.verbs.undo.text() == "&Undo merge into 2 strokes"
    QTest.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert window.session.sheet.drawing.stroke_count == 4


def test_where_nothing_continues_it_says_so(window, open_in_window, qtbot, tmp_path):
    lone = tuple(Stroke(Curve.line((10, y), (110, y)), 2.0) for y in (20, 60))
    save_svg(Drawing(120, 80, (Layer("a", lone),)), tmp_path / "lone.svg")
    open_in_window(tmp_path / "lone.svg")
    window.verbs.merge.trigger()
    assert window.tidy_bar.summary.text() == "No strokes continue each other"
    assert not window.tidy_bar.apply.isEnabled()
    QTest.mouseClick(window.canvas, LEFT, NONE, QPoint(3, 3))
    assert window.tidy_bar.isVisible()


def test_a_weighing_that_fails_is_said(with_photo, sketch, qtbot, monkeypatch):
    from taureau.engine import Failed

    sketch.go_on()
    qtbot.mouseClick(with_photo.ask_panel.button, LEFT)
    qtbot.waitUntil(lambda: with_photo.session.sheet.drawing is not None and not with_photo.session.run.active)
    monkeypatch.setattr(SteppedSketch, "_weigh", lambda self, r, c, run: iter([Failed(run, "No.", "Try again.")]))
    with_photo.refresh.flush()
    with_photo.verbs.prune.trigger()
    qtbot.waitUntil(lambda: with_photo.message_line.message is not None)
    assert with_photo.message_line.message.text == "No."
    assert not with_photo.tidy_bar.isVisible()
