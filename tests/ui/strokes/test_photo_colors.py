"""Colour and tone in the strokes panel: what its rows do, and the pens that are kept."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSettings
from taureau.ui.strokes.photo_colors import OwnPens

from tests.ui.timeline.test_sequence import grown  # noqa: F401 - a fixture


@pytest.fixture
def settings(tmp_path) -> QSettings:
    return QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)


def test_pens_are_kept_and_removed(qtbot, settings) -> None:
    pens = OwnPens(settings)
    qtbot.addWidget(pens)
    assert not pens.only.isEnabled()
    for color in ("#b0432a", "#1f3f8f", "#b0432a"):
        pens.add_pen(color)
    assert pens.colors == ("#b0432a", "#1f3f8f")
    again = OwnPens(settings)
    qtbot.addWidget(again)
    assert again.colors == ("#b0432a", "#1f3f8f")
    for swatch in list(again.swatches):
        again.remove_pen(swatch)
    assert again.colors == ()
    assert not again.only.isEnabled()


def test_unreadable_pens_are_ignored(qtbot, settings) -> None:
    settings.setValue("strokes/pens", "#b0432a,blue sky,#12,#1f3f8f")
    pens = OwnPens(settings)
    qtbot.addWidget(pens)
    assert pens.colors == ("#b0432a", "#1f3f8f")


def test_rows_follow_the_drawing_and_change_it(grown, qtbot) -> None:  # noqa: F811
    colors = grown.strokes_panel.photo_colors
    assert colors.pens.isEnabled()
    assert colors.levels.isHidden()
    colors.pens.set_value(2)
    qtbot.waitUntil(lambda: not grown.coloring.waiting, timeout=30_000)
    assert 1 <= len({stroke.color for stroke in grown.session.sheet.drawing.lines}) <= 2
    grown.session.sheet.undo_stack.undo()
    assert colors.pens.value == 0


def test_without_its_photo_a_drawing_says_what_is_missing(grown, qtbot) -> None:  # noqa: F811
    grown.session.source.set_photo(None, None, None)
    colors = grown.strokes_panel.photo_colors
    assert not colors.pens.isEnabled()
    assert not colors.tone.isEnabled()
    assert "Open the photo" in colors._missing.text()
