"""Looking closer and from afar, by wheel, hand and key."""

from __future__ import annotations

import math

import pytest
from PySide6.QtCore import QPoint, QPointF, QSizeF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from taureau.ui.canvas.view_transform import MAX_SCALE, MIN_SCALE, ViewTransform

from tests.ui.sheets import ROWS

LEFT, MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def opened(bench):
    bench.open(ROWS)
    return bench


def close_to(point: QPointF, x: float, y: float) -> bool:
    return math.hypot(point.x() - x, point.y() - y) < 1e-6


def turn_wheel(canvas, at: QPointF, notches: int) -> None:
    event = QWheelEvent(
        at,
        canvas.mapToGlobal(at),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        NONE,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(canvas, event)


@pytest.mark.parametrize("notches", [3, -2])
def test_the_wheel_keeps_the_point_under_the_cursor(opened, notches):
    canvas, cursor = opened.canvas, QPointF(333, 210)
    under = canvas.view.to_sheet(cursor)
    before = canvas.view.scale
    turn_wheel(canvas, cursor, notches)
    assert canvas.view.scale == pytest.approx(before * 1.2**notches)
    assert close_to(canvas.view.to_sheet(cursor), under.x(), under.y())


@pytest.mark.parametrize("button", [LEFT, MIDDLE])
def test_the_hand_moves_the_sheet(opened, button):
    canvas = opened.canvas
    before = canvas.view
    if button is LEFT:
        QTest.keyClick(opened, Qt.Key.Key_H)
    QTest.mousePress(canvas, button, NONE, QPoint(300, 200))
    QTest.mouseMove(canvas, QPoint(340, 230))
    QTest.mouseRelease(canvas, button, NONE, QPoint(340, 230))
    assert (canvas.view.x - before.x, canvas.view.y - before.y) == (40, 30)
    assert canvas.view.scale == before.scale
    QTest.mouseMove(canvas, QPoint(400, 300))  # let go, it stays
    assert (canvas.view.x - before.x, canvas.view.y - before.y) == (40, 30)


def test_fit_and_actual_size_by_key(with_photo):
    canvas = with_photo.canvas
    fitted = canvas.view
    QTest.keyClick(with_photo, Qt.Key.Key_1)
    assert canvas.view.scale == 1.0
    middle = canvas.view.to_canvas(QPointF(60, 40))
    assert abs(middle.x() - canvas.width() / 2) <= 0.5
    assert abs(middle.y() - canvas.height() / 2) <= 0.5
    turn_wheel(canvas, QPointF(10, 10), 5)
    QTest.keyClick(with_photo, Qt.Key.Key_0)
    assert canvas.view == fitted
    sheet = fitted.sheet_rect(QSizeF(120, 80))
    assert canvas.rect().contains(sheet.toAlignedRect())


def test_digits_typed_into_a_field_stay_there(with_photo, qtbot):
    before = with_photo.canvas.view
    field = with_photo.ask_panel.draw.detail.field
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field.lineEdit(), "10")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert with_photo.ask_panel.choices.detail == 0.1
    assert with_photo.canvas.view == before


def test_a_fitted_sheet_stays_fitted_when_the_window_grows_and_a_moved_one_stays_put(opened, qtbot):
    canvas = opened.canvas
    scale = canvas.view.scale
    opened.resize(800, 520)
    qtbot.waitUntil(lambda: canvas.view.scale < scale)
    turn_wheel(canvas, QPointF(100, 100), 2)
    moved, narrow = canvas.view, canvas.width()
    opened.resize(1200, 800)
    qtbot.waitUntil(lambda: canvas.width() > narrow + 100)
    assert canvas.view == moved


def test_arrow_keys_and_plus_and_minus(with_photo):
    canvas = with_photo.canvas
    canvas.setFocus()
    before = canvas.view
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.view.x == before.x - 48
    QTest.keyClick(with_photo, Qt.Key.Key_Plus)
    assert canvas.view.scale == pytest.approx(before.scale * 1.2)
    QTest.keyClick(with_photo, Qt.Key.Key_Minus)
    assert canvas.view.scale == pytest.approx(before.scale)


def test_the_fading_slider_fades_the_photo(with_photo, qtbot):
    canvas, slider = with_photo.canvas, with_photo.view_bar.photo
    middle = canvas.view.to_canvas(QPointF(60, 40)).toPoint()

    def lightness() -> int:
        return canvas.grab().toImage().pixelColor(middle).lightness()

    seen = [lightness()]
    slider.setFocus()
    for key in (Qt.Key.Key_Home, Qt.Key.Key_PageUp, Qt.Key.Key_End):
        QTest.keyClick(slider, key)
        seen.append(lightness())
    assert seen[0] == seen[3] < seen[2] < seen[1]
    assert seen[1] > 240  # paper


def test_zoom_is_bounded():
    view = ViewTransform()
    assert view.zoomed(1e9, QPointF(3, 4)).scale == MAX_SCALE
    assert view.zoomed(1e-9, QPointF(3, 4)).scale == MIN_SCALE


def test_zooming_in_and_out_comes_back():
    view = ViewTransform(0.7, 13, -5)
    back = view.zoomed(3.0, QPointF(100, 50)).zoomed(1 / 3.0, QPointF(100, 50))
    assert (back.scale, back.x, back.y) == (pytest.approx(0.7), pytest.approx(13), pytest.approx(-5))
