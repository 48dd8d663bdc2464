"""How large things are: the window on small screens, and the sheet in a small window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLineEdit
from taureau.session.language import LANGUAGES
from taureau.session.preferences import LANGUAGE
from taureau.ui.widgets.first_size import first_size

WANTED = QSize(1440, 900)


@pytest.mark.parametrize("screen", [(1440, 900), (1366, 728), (1024, 640), (2560, 1400)])
def test_a_new_window_fits_its_screen_with_its_frame(screen):
    size = first_size(WANTED, QSize(*screen))
    assert size.width() <= min(screen[0], 1440)
    assert size.height() <= min(screen[1] - 32, 900)  # under a title bar


def test_a_large_screen_shows_the_window_as_it_is_meant():
    assert first_size(WANTED, QSize(2560, 1400)) == WANTED


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sheet_has_half_of_a_window_of_1024_px(settings, request, qtbot, language):
    settings.setValue(LANGUAGE.key, language)
    rows = request.getfixturevalue("rows")
    rows.session.selection.select_all()
    rows.resize(1024, 640)
    qtbot.waitUntil(lambda: rows.width() == 1024)
    qtbot.wait(1)
    assert rows.strokes_panel.isVisible()
    assert rows.canvas.width() >= 512


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [1024, 1440])
def test_no_field_of_a_panel_is_cut_off(settings, request, qtbot, width, language):
    settings.setValue(LANGUAGE.key, language)
    rows = request.getfixturevalue("rows")
    rows.session.selection.select_all()
    rows.sees_panel.section.heading.click()
    rows.ask_panel.draw.fold.click()
    rows.resize(width, 900)
    qtbot.waitUntil(lambda: rows.width() == width)
    qtbot.wait(1)
    for panel in (rows.ask_panel, rows.strokes_panel, rows.sees_panel):
        for field in panel.findChildren(QLineEdit):
            if field.isVisible():
                left = field.mapTo(panel, field.rect().topLeft()).x()
                assert left >= 0
                assert left + field.width() <= panel.width(), field.accessibleName()
