"""The eraser: whole strokes by click and sweep, or only what it passes over."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from taureau.ui.tools.eraser import RADIUS

from tests.ui.sheets import CTRL, LEFT, NONE, ROWS, click, drag, place, strokes
from tests.ui.strokes.test_strokes import paused  # noqa: F401 - a fixture


@pytest.fixture
def with_eraser(rows):
    QTest.keyClick(rows, Qt.Key.Key_E)
    return rows


def rows_left(window) -> list[float]:
    """Where the strokes lie that are left, from the top."""
    return [float(stroke.curve.start[1]) for stroke in strokes(window)]


def test_a_click_takes_a_stroke(with_eraser):
    click(with_eraser, 60, 20)
    assert rows_left(with_eraser) == [10, 30, 40, 50, 60]
    assert with_eraser.verbs.undo.text() == "&Undo erase 1 stroke"
    QTest.keyClick(with_eraser, Qt.Key.Key_Z, CTRL)
    assert with_eraser.session.sheet.drawing is ROWS


def test_a_sweep_takes_what_it_meets_but_nothing_locked_or_hidden(with_eraser):
    drag(with_eraser, (60, 15), (60, 70))
    assert rows_left(with_eraser) == [10, 30, 40]
    assert with_eraser.verbs.undo.text() == "&Undo erase 3 strokes"
    assert with_eraser.session.sheet.undo_stack.count() == 1


def test_one_that_misses_is_no_step(with_eraser):
    drag(with_eraser, (105, 5), (115, 75))
    assert with_eraser.session.sheet.drawing is ROWS
    assert with_eraser.session.sheet.undo_stack.count() == 0


def test_what_it_takes_is_seen_to_go_and_comes_back_on_escape(with_eraser):
    canvas = with_eraser.canvas
    at = place(with_eraser, 30, 20)

    def lightness() -> int:
        return canvas.grab().toImage().pixelColor(at).lightness()

    dark = lightness()
    drag(with_eraser, (60, 15), (60, 25), release=False)
    assert lightness() > dark + 60
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    QTest.mouseRelease(canvas, LEFT, NONE, place(with_eraser, 60, 25))
    assert lightness() == dark
    assert with_eraser.session.sheet.drawing is ROWS


@pytest.mark.parametrize("by", ["button", "key"])
def test_it_splits_what_it_crosses(with_eraser, qtbot, by):
    if by == "button":
        qtbot.mouseClick(with_eraser.toolbox.splits, LEFT)
    drag(with_eraser, (60, 17), (60, 23), CTRL if by == "key" else NONE)
    drawing = with_eraser.session.sheet.drawing
    assert drawing.stroke_count == 7
    left, right = drawing.layers[0].strokes[1:3]
    gap = RADIUS / with_eraser.canvas.view.scale + 1.0  # and half the stroke's width
    assert left.curve.start.tolist() == [20, 20]
    assert right.curve.end.tolist() == [100, 20]
    middle = with_eraser.canvas.view.to_sheet(place(with_eraser, 60, 20).toPointF()).x()
    assert left.curve.end[0] == pytest.approx(middle - gap, abs=0.01)
    assert right.curve.start[0] == pytest.approx(middle + gap, abs=0.01)
    assert with_eraser.verbs.undo.text() == "&Undo erase from 1 stroke"


def test_swept_along_nothing_is_left(with_eraser, qtbot):
    qtbot.mouseClick(with_eraser.toolbox.splits, LEFT)
    drag(with_eraser, (15, 20), (105, 20))
    assert rows_left(with_eraser) == [10, 30, 40, 50, 60]
    assert with_eraser.verbs.undo.text() == "&Undo erase 1 stroke"


def test_from_a_paused_run_it_takes_for_good(paused):  # noqa: F811
    before = paused.session.sheet.preview.stroke_count
    x, y = strokes(paused)[2].curve.at(0.5)[0]
    QTest.keyClick(paused, Qt.Key.Key_E)
    click(paused, x, y)
    assert paused.session.run.edited
    assert paused.session.sheet.preview.stroke_count < before
    assert paused.session.selection.marks.refused(paused.session.sheet.preview)


def test_its_edge_follows_the_mouse(with_eraser):
    canvas = with_eraser.canvas
    plain = canvas.grab().toImage()
    QTest.mouseMove(canvas, place(with_eraser, 60, 70))
    assert canvas.grab().toImage() != plain
    QTest.keyClick(with_eraser, Qt.Key.Key_H)
    assert canvas.grab().toImage() == plain
