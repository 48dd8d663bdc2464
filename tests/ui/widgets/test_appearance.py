"""Light and dark, remembered; contrast; icons in the palette's colours."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor
from taureau.session import Runner, Session
from taureau.ui.shell.main_window import MainWindow
from taureau.ui.widgets.icons import pixmap
from taureau.ui.widgets.theme import DARK, LIGHT, Theme

from tests.session.sketches import SteppedSketch


def luminance(color: str) -> float:
    """WCAG 2's relative luminance."""
    channels = QColor(color).getRgbF()[:3]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(a: str, b: str) -> float:
    high, low = sorted((luminance(a), luminance(b)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_what_is_written_can_be_read(theme: Theme):
    for ground in (theme.window, theme.panel, theme.field):
        for ink in (theme.text, theme.muted, theme.accent, theme.error):
            assert contrast(ink, ground) >= 4.5, (ink, ground)
    assert contrast(theme.on_ink, theme.ink) >= 4.5
    assert contrast(theme.pen, theme.paper) >= 4.5
    assert contrast("#5e5e59", theme.paper) >= 4.5


def test_dark_and_light_by_menu_and_remembered(window, loop, appearance, settings, qtbot):
    try:
        window.verbs.appearances["dark"].trigger()
        assert appearance.theme is DARK
        assert window.ask_panel.grab().toImage().pixelColor(4, 4) == QColor(DARK.panel)
        settings.sync()
        other = MainWindow(Session(Runner(SteppedSketch())), appearance, settings)
        assert other.verbs.appearances["dark"].isChecked()
        other.close()
        other.deleteLater()
    finally:
        window.verbs.appearances["light"].trigger()
    assert window.ask_panel.grab().toImage().pixelColor(4, 4) == QColor(LIGHT.panel)


def test_panel_widths_are_remembered(window, loop, appearance, settings):
    window.zones.across.setSizes([340, 860])
    width = window.ask_panel.width()
    assert window.close()
    other = MainWindow(Session(Runner(SteppedSketch())), appearance, settings)
    other.show()
    assert other.ask_panel.width() == width
    other.close()
    other.deleteLater()


def test_settings_that_make_no_sense_are_ignored(loop, appearance, settings, qtbot):
    settings.setValue("window/appearance", "purple")
    settings.setValue("window/geometry", "nonsense")
    settings.setValue("window/zones", 17)
    window = MainWindow(Session(Runner(SteppedSketch())), appearance, settings)
    assert appearance.mode == "system"
    window.close()
    window.deleteLater()
    appearance.set_mode("light")


@pytest.mark.parametrize("scale", [1.0, 2.0, 1.5])
def test_icons_are_sharp_and_tinted(qapp, scale):
    picture = pixmap("pause", "#b0432a", 16, scale)
    assert picture.width() == round(16 * scale)
    assert picture.devicePixelRatio() == scale
    image = picture.toImage()
    inked = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    assert QColor("#b0432a") in [color for color in inked if color.alpha() == 255]


def test_an_icon_is_painted_once(qapp):
    first = pixmap("pause", "#b0432a", 16, 2.0)
    assert pixmap("pause", "#b0432a", 16, 2.0).cacheKey() == first.cacheKey()
    others = [
        pixmap("pause", "#1d1d1b", 16, 2.0),
        pixmap("play", "#b0432a", 16, 2.0),
        pixmap("pause", "#b0432a", 16, 1.0),
    ]
    assert all(other.toImage() != first.toImage() for other in others)


def test_all_is_dressed_anew_only_for_another_theme(appearance, qtbot):
    with qtbot.assertNotEmitted(appearance.changed):
        appearance.set_mode("light")
    with qtbot.waitSignal(appearance.changed):
        appearance.set_mode("dark")
    with qtbot.waitSignal(appearance.changed):
        appearance.set_mode("light")
