"""Ink styles: seen on the sheet, remembered, and nothing of it in the drawing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from taureau.document import LOOKS, in_look
from taureau.ui.strokes.ink_style_menu import InkStyleMenu

from tests.ui.timeline.test_sequence import grown  # noqa: F401 - a fixture


def covered(image) -> int:
    """How many of the image's pixels are clearly darker than paper, every third one looked at."""
    spots = [(x, y) for y in range(0, image.height(), 3) for x in range(0, image.width(), 3)]
    return sum(image.pixelColor(x, y).lightness() < 170 for x, y in spots)


def choose(window, look: str) -> None:
    menu = window.ink_style_menu
    menu.popup(window.mapToGlobal(window.rect().center()))
    at = menu.actionGeometry(menu.styles[look]).center()
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)


def test_a_look_is_seen_and_the_drawing_is_as_it_was(grown, settings):  # noqa: F811
    before, steps = grown.session.sheet.drawing, grown.session.sheet.undo_stack.count()
    ink = grown.canvas.grab().toImage()
    seen = {"ink": covered(ink)}
    for look in ("pencil", "marker"):
        choose(grown, look)
        image = grown.canvas.grab().toImage()
        assert image != ink
        seen[look] = covered(image)
        assert grown.ink_style_menu.styles[look].isChecked()
    assert seen["pencil"] < seen["ink"] < seen["marker"]
    assert grown.session.sheet.drawing is before
    assert grown.session.sheet.undo_stack.count() == steps
    assert settings.value("window/look") == "marker"
    choose(grown, "ink")
    assert grown.canvas.grab().toImage() == ink


def test_the_sheet_shows_what_export_is_given(grown):  # noqa: F811
    choose(grown, "marker")
    seen = grown.canvas.grab().toImage()
    choose(grown, "ink")
    grown.session.sheet.replace(in_look(grown.session.sheet.drawing, "marker"), "as exported")
    assert grown.canvas.grab().toImage() == seen


@pytest.mark.parametrize(("stored", "look"), [("pencil", "pencil"), ("crayon", "ink"), (None, "ink")])
def test_it_is_remembered_and_what_is_none_is_ignored(window, settings, stored, look):
    if stored is not None:
        settings.setValue("window/look", stored)
    menu = InkStyleMenu(settings, window)
    assert menu.style_name == look
    assert [name for name, action in menu.styles.items() if action.isChecked()] == [look]
    assert set(menu.styles) == set(LOOKS)
