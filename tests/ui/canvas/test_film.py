"""What is kept from one repaint to the next never shows: the sheet looks as if it were painted anew each time."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from taureau.document import Drawing, Layer, Stroke
from taureau.geometry import Curve
from taureau.ui.canvas.canvas import Canvas
from taureau.ui.widgets.theme import DARK, LIGHT

from tests.ui.sheets import LEFT, NONE

COLORS = ("#141414", "#b0432a", "#2a5db0")


def scribbles(count: int, *, colored: bool = False) -> Drawing:
    random = np.random.default_rng(5)
    strokes = [
        Stroke(
            Curve(random.uniform((0, 0), (120, 80), (4, 2))),
            random.uniform(0.1, 0.6),
            COLORS[number % 3] if colored else COLORS[0],
            0.6 if colored and number % 2 else 1.0,
        )
        for number in range(count)
    ]
    return Drawing(120, 80, (Layer("Drawing", tuple(strokes)),))


def picture(canvas: Canvas) -> np.ndarray:
    image = canvas.grab().toImage()
    return np.array(image.constBits(), dtype=int).reshape(image.height(), -1, 4)[..., :3]


def anew(canvas: Canvas) -> np.ndarray:
    """The same without anything kept."""
    canvas._clear_films()
    return picture(canvas)


def assert_exact(canvas: Canvas) -> None:
    kept = picture(canvas)
    assert np.abs(kept - anew(canvas)).max() <= 3  # of 255: sums of colours are rounded once more on a film


def settle(canvas: Canvas, qtbot) -> None:
    """Wait until films are exact again after a zoom."""
    qtbot.waitUntil(lambda: not canvas._zooming.isActive(), timeout=2000)


@pytest.fixture(params=[False, True], ids=["ink", "colours"])
def full(bench, qtbot, request):
    """A sheet full of strokes, zoomed in."""
    bench.open(scribbles(200, colored=request.param))
    bench.canvas.viewport.zoom(3.0)
    settle(bench.canvas, qtbot)
    return bench


def test_moved_by_whole_pixels(full):
    picture(full.canvas)
    for by in ((7, 0), (0, -5), (-31, 12), (3, 3), (900, 0)):
        full.canvas.viewport.set_view(full.canvas.view.moved(QPointF(*by)))
        assert_exact(full.canvas)


def test_moved_by_less_than_a_pixel(full):
    picture(full.canvas)
    full.canvas.viewport.set_view(full.canvas.view.moved(QPointF(0.5, 0.25)))
    assert_exact(full.canvas)


def test_zoomed_it_is_exact_once_it_is_at_rest(full, qtbot):
    canvas = full.canvas
    picture(canvas)
    canvas.viewport.zoom(1.3)
    hurried = picture(canvas)
    settle(canvas, qtbot)
    settled = picture(canvas)
    assert (hurried != settled).any()
    assert_exact(canvas)


def test_few_strokes_are_exact_at_once(bench):
    bench.open(scribbles(20))
    picture(bench.canvas)
    bench.canvas.viewport.zoom(1.3)
    assert_exact(bench.canvas)


def test_strokes_that_come_and_go(full):
    session = full.session
    picture(full.canvas)
    for count in (150, 151, 140, 200, 3):
        session.sheet.show_first(count)
        assert_exact(full.canvas)


def test_selected_one_and_all(full):
    for places in ((3,), range(200), (), range(5, 60)):
        full.session.selection.select(places)
        assert_exact(full.canvas)


@pytest.mark.parametrize("count", [1, 200])
def test_dragged_and_released(full, qtbot, count):
    canvas, session = full.canvas, full.session
    canvas.viewport.fit()
    settle(canvas, qtbot)
    session.selection.select(range(count))
    picture(canvas)
    start = canvas.view.to_canvas(QPointF(*next(session.sheet.shown.strokes).curve.at(0.5)[0])).toPoint()
    QTest.mousePress(canvas, LEFT, NONE, start)
    QTest.mouseMove(canvas, start + QPoint(20, 10))
    dragged = picture(canvas)
    if count == 1:
        assert_exact(canvas)
    QTest.mouseRelease(canvas, LEFT, NONE, start + QPoint(20, 10))
    session.selection.clear()
    assert_exact(canvas)
    if count > 1:  # it was seen without halos and frame, and its figures beside the mouse
        assert np.abs(dragged - picture(canvas)).mean() < 1


def test_what_would_go_is_faint_and_back_again(full):
    from dataclasses import replace

    canvas = full.canvas
    picture(canvas)
    canvas.set_marked(replace(canvas.marked, leaving=frozenset(range(0, 200, 2))))
    assert_exact(canvas)
    canvas.set_marked(replace(canvas.marked, leaving=frozenset()))
    assert_exact(canvas)


def test_another_theme_photo_and_sheet(full):
    canvas = full.canvas
    picture(canvas)
    canvas.set_theme(DARK)
    assert_exact(canvas)
    canvas.set_theme(LIGHT)
    canvas.set_photo_opacity(0.7)
    assert_exact(canvas)
    full.session.sheet.set_drawing(Drawing(60, 90, scribbles(200).layers))
    assert_exact(canvas)


def test_a_hidden_layer_goes_and_a_smaller_window_stays_exact(full, qtbot):
    picture(full.canvas)
    full.editing.layers.show(0, visible=False)
    assert_exact(full.canvas)
    before = full.canvas.size()
    full.resize(900, 640)
    qtbot.waitUntil(lambda: full.canvas.size() != before, timeout=2000)
    settle(full.canvas, qtbot)
    assert_exact(full.canvas)


def test_escape_brings_everything_back(full, qtbot):
    canvas = full.canvas
    canvas.viewport.fit()
    settle(canvas, qtbot)
    full.session.selection.select_all()
    before = picture(canvas)
    start = canvas.view.to_canvas(QPointF(*next(full.session.sheet.shown.strokes).curve.at(0.5)[0])).toPoint()
    QTest.mousePress(canvas, LEFT, NONE, start)
    QTest.mouseMove(canvas, start + QPoint(40, 10))
    assert (picture(canvas) != before).any()
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert (picture(canvas) == before).all()
