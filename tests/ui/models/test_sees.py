"""The right panel: labels typed, bars shown, and what is missing said."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.perception.tiny_clip import bring, clip_catalogue

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(autouse=True)
def reader(request, tmp_path, monkeypatch):
    """Whether an encoder that reads is here; it is unless a test says otherwise."""
    clip_catalogue(tmp_path, monkeypatch)
    if getattr(request, "param", True):
        bring("vit-b-32", "vit", tmp_path)


@pytest.fixture
def panel(with_photo, qtbot):
    """Unfolded, with nothing typed."""
    qtbot.mouseClick(with_photo.sees_panel.section.heading, LEFT)
    return with_photo.sees_panel


def type_labels(panel, text: str) -> None:
    panel.field.setFocus()
    panel.field.selectAll()
    QTest.keyClicks(panel.field, text)


def test_it_shows_once_there_is_something_to_see(window, open_in_window, photo_file, settings):
    assert not window.sees_panel.isVisible()
    open_in_window(photo_file)
    assert window.sees_panel.isVisible()
    window.verbs.sees.trigger()
    assert not window.sees_panel.isVisible()
    assert settings.value("window/sees") == "false"
    window.verbs.sees.trigger()
    assert window.sees_panel.isVisible()


@pytest.mark.parametrize("reader", [False], indirect=True)
def test_without_an_encoder_that_reads_it_says_so_with_the_button_that_mends_it(panel, with_photo, qtbot):
    assert panel.word.text() == "Naming what is seen needs an encoder that reads words."
    assert not panel.bars.isVisible()
    qtbot.mouseClick(panel.get, LEFT)
    qtbot.waitUntil(with_photo.pages.models.isVisible)


def test_it_is_folded_and_looks_at_nothing_until_it_is_unfolded(with_photo, settings, qtbot):
    panel = with_photo.sees_panel
    assert not panel.field.isVisible()
    assert not with_photo.seeing.looking
    qtbot.mouseClick(panel.section.heading, LEFT)
    assert panel.field.isVisible()
    assert settings.value("sees/folded") == "false"


def test_labels_are_typed_and_remembered_and_the_photo_is_named(panel, settings, qtbot):
    type_labels(panel, "horse, rider, horse")
    assert settings.value("sees/labels") == "horse, rider, horse"
    qtbot.waitUntil(panel.bars.isVisible, timeout=60_000)
    assert panel.bars.accessibleName().startswith("horse, photo ")
    assert "drawing" not in panel.bars.accessibleName()
    assert panel.bars.sizeHint().height() == 2 * 48
    assert panel.asked.text().startswith("Little vit-b-32 was asked: “a photo of a ")
    assert not panel.word.isVisible()
    type_labels(panel, "horse")
    assert panel.word.text() == "Type at least two things it might be, with commas between them."
    assert not panel.bars.isVisible()


def test_the_drawing_is_named_beside_the_photo_while_it_is_drawn(panel, with_photo, sketch, qtbot):
    type_labels(panel, "horse, rider")
    qtbot.waitUntil(panel.bars.isVisible, timeout=60_000)
    qtbot.mouseClick(with_photo.ask_panel.draw.preset.button("draft"), LEFT)
    qtbot.mouseClick(with_photo.ask_panel.button, LEFT)
    sketch.go_on(1)
    qtbot.waitUntil(lambda: "drawing" in panel.bars.accessibleName(), timeout=20_000)
    assert with_photo.session.run.active
    before = panel.bars.grab().toImage()
    sketch.go_on()
    qtbot.waitUntil(lambda: not with_photo.session.run.active)
    answer = with_photo.seeing
    qtbot.waitUntil(lambda: answer.answer.question.drawing is with_photo.session.sheet.drawing, timeout=20_000)
    assert panel.bars.grab().toImage().size() == before.size()


def test_the_bars_are_as_long_as_the_shares(panel, qtbot):
    from taureau.ui.widgets.theme import LIGHT

    panel.bars.setFixedWidth(240)
    panel.bars.show_shares(["a", "b"], {"a": 1.0, "b": 0.0}, {"a": 0.5, "b": 0.5})
    panel.bars.setVisible(True)
    image = panel.bars.grab().toImage()
    scale = image.devicePixelRatio()

    def length(y: int, color: str) -> int:
        return sum(image.pixelColor(round(x * scale), round(y * scale)).name() == color for x in range(200))

    assert length(22, LIGHT.faint) >= 195  # the photo's whole groove
    assert abs(length(34, LIGHT.text) - 100) <= 4  # the drawing's half
    assert length(70, LIGHT.faint) <= 8
