"""The line between photo and drawing, by mouse and by key."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from taureau.document import save_svg

from tests.ui.timeline.test_sequence import grown  # noqa: F401 - a fixture

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def parted(grown):  # noqa: F811
    QTest.keyClick(grown, Qt.Key.Key_D)
    assert grown.divider.isVisible()
    return grown


def at(window, share: float) -> QPointF:
    """A point of the canvas at this share of the sheet's width, near its lower edge, where no stroke is."""
    sheet = window.canvas.view.sheet_rect(window.canvas.viewport.sheet)
    return QPointF(sheet.left() + share * sheet.width(), sheet.bottom() - 3)


def shows_photo(window, share: float) -> bool:
    """The photo's ground is not as light as paper."""
    color = window.canvas.grab().toImage().pixelColor(at(window, share).toPoint())
    photo = window.session.source.image.pixelColor(round(share * (window.session.source.image.width() - 1)), 0)
    return abs(color.lightness() - photo.lightness()) < 8


def drag(window, to: QPoint) -> None:
    line = window.divider
    middle = line.rect().center()
    QTest.mousePress(line, LEFT, NONE, middle)
    QTest.mouseMove(line, line.mapFrom(window.canvas, to))
    QTest.mouseRelease(line, LEFT, NONE, line.mapFrom(window.canvas, to))


def test_the_photo_is_on_the_left_and_the_drawing_on_the_right(parted):
    assert parted.session.source.image.pixelColor(0, 0).lightness() < 230
    assert [shows_photo(parted, share) for share in (0.1, 0.4, 0.6, 0.9)] == [True, True, False, False]
    QTest.keyClick(parted, Qt.Key.Key_D)
    assert not parted.divider.isVisible()
    assert not shows_photo(parted, 0.1)


def test_it_is_dragged_and_moves_with_the_sheet(parted):
    drag(parted, at(parted, 0.25).toPoint())
    assert parted.divider.value() == pytest.approx(250, abs=3)
    assert shows_photo(parted, 0.1)
    assert not shows_photo(parted, 0.4)
    parted.canvas.viewport.zoom(0.5)
    assert parted.divider.geometry().center().x() == pytest.approx(at(parted, 0.25).x(), abs=2)
    drag(parted, QPoint(-500, 20))
    assert parted.divider.value() == 0


def test_keys_move_it_where_it_has_the_focus(parted):
    line, view = parted.divider, parted.canvas.view
    line.setFocus(Qt.FocusReason.TabFocusReason)
    for key, value in (("Right", 520), ("Left", 500), ("PageUp", 600), ("Home", 0), ("End", 1000)):
        QTest.keyClick(line, getattr(Qt.Key, f"Key_{key}"))
        assert line.value() == value
    QTest.mouseDClick(line, LEFT, NONE, line.rect().center())
    assert line.value() == 500
    assert parted.canvas.view == view
    spoken = QAccessible.queryAccessibleInterface(line)
    assert spoken.role() == QAccessible.Role.Slider
    assert spoken.text(QAccessible.Text.Name) == "Divider between photo and drawing"


def test_there_is_none_without_a_photo_or_without_a_drawing(parted, tmp_path, qtbot, open_in_window):
    path = tmp_path / "a.svg"
    save_svg(parted.session.sheet.drawing, path)
    parted.session.sheet.undo_stack.setClean()
    open_in_window(path)
    assert not parted.divider.isVisible()
    assert not parted.verbs.divider.isEnabled()
