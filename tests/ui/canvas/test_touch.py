"""Fingers on the canvas, through Qt's own touch events."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QInputDevice, QPointingDevice, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.sheets import ROWS, strokes


@pytest.fixture(scope="module")
def screen(qapp) -> QPointingDevice:
    return QTest.createTouchDevice()


@pytest.fixture
def shown(bench):
    bench.open(ROWS)
    return bench


def fingers(bench, screen, kind: str, *points: tuple[int, int]) -> None:
    """Put fingers down, move them or lift them, at places in px of the canvas."""
    touch = QTest.touchEvent(bench.canvas, screen, False)
    for number, point in enumerate(points):
        getattr(touch, kind)(number, QPoint(*point), bench.canvas)
    touch.commit()
    QApplication.processEvents()


def test_two_fingers_zoom_and_move_about_their_middle(shown, screen):
    canvas, before = shown.canvas, shown.canvas.view
    under = before.to_sheet(QPointF(300, 300))
    fingers(shown, screen, "press", (250, 300), (350, 300))
    fingers(shown, screen, "move", (240, 340), (440, 340))
    after = canvas.view
    fingers(shown, screen, "release", (240, 340), (440, 340))
    assert after.scale == pytest.approx(2 * before.scale)
    assert after.to_canvas(under).toTuple() == pytest.approx((340, 340), abs=0.5)
    assert canvas.view == after


def test_one_finger_moves_the_sheet_and_draws_nothing(shown, screen):
    shown.canvas.input.set_tool(shown.toolbox.pen)
    before, count = shown.canvas.view, len(strokes(shown))
    fingers(shown, screen, "press", (200, 200))
    fingers(shown, screen, "move", (260, 230))
    fingers(shown, screen, "release", (260, 230))
    assert (shown.canvas.view.x - before.x, shown.canvas.view.y - before.y) == pytest.approx((60, 30))
    assert len(strokes(shown)) == count


def test_one_finger_draws_where_that_is_chosen_until_a_second_comes(shown, screen):
    shown.canvas.touch_draws = True
    shown.canvas.input.set_tool(shown.toolbox.pen)
    before, count = shown.canvas.view, len(strokes(shown))
    fingers(shown, screen, "press", (200, 200))
    fingers(shown, screen, "move", (300, 260))
    fingers(shown, screen, "release", (300, 260))
    assert len(strokes(shown)) == count + 1
    fingers(shown, screen, "press", (200, 200))
    fingers(shown, screen, "move", (220, 200))
    touch = QTest.touchEvent(shown.canvas, screen, False)
    touch.move(0, QPoint(220, 200), shown.canvas).press(1, QPoint(320, 200), shown.canvas).commit()
    fingers(shown, screen, "move", (220, 200), (420, 200))
    fingers(shown, screen, "release", (220, 200), (420, 200))
    assert len(strokes(shown)) == count + 1
    assert shown.canvas.view.scale == pytest.approx(2 * before.scale)


def test_a_touchpad_pans_with_two_fingers_and_zooms_with_ctrl(shown):
    pad = QPointingDevice(
        "pad", 7, QInputDevice.DeviceType.TouchPad, QPointingDevice.PointerType.Finger,
        QInputDevice.Capability.Position | QInputDevice.Capability.PixelScroll, 2, 0,
    )  # fmt: skip
    canvas, before = shown.canvas, shown.canvas.view
    for modifier in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier):
        wheel = QWheelEvent(
            QPointF(200, 200), QPointF(200, 200), QPoint(12, -30), QPoint(24, -60), Qt.MouseButton.NoButton,
            modifier, Qt.ScrollPhase.ScrollUpdate, False, Qt.MouseEventSource.MouseEventNotSynthesized, pad,
        )  # fmt: skip
        QApplication.sendEvent(canvas, wheel)
        if modifier is Qt.KeyboardModifier.NoModifier:
            assert canvas.view == before.moved(QPointF(12, -30))
    assert canvas.view.scale < before.scale
