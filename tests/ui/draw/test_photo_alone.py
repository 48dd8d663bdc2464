"""Words in the field never block a photo: drawing it alone is one click."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.perception.tiny_clip import clip_catalogue

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(autouse=True)
def no_larger_clip(tmp_path, monkeypatch):
    clip_catalogue(tmp_path, monkeypatch)


def test_it_is_offered_while_there_are_words_and_a_photo(with_photo):
    panel = with_photo.ask_panel
    assert not panel.photo_alone.isVisible()
    QTest.keyClicks(panel.source.words.field, "a camel")
    assert panel.photo_alone.isVisible()
    assert not panel.button.isEnabled()  # nothing here reads words beside a photo
    panel.source.words.field.clear()
    with_photo.session.source.set_words("")
    assert not panel.photo_alone.isVisible()


@pytest.mark.parametrize("preset", ["standard", "fine"])
def test_one_click_draws_the_photo_and_keeps_the_words(preset, with_photo, sketch, qtbot):
    panel = with_photo.ask_panel
    panel.draw.preset.choose(preset)
    QTest.keyClicks(panel.source.words.field, "a camel")
    qtbot.mouseClick(panel.photo_alone, LEFT)
    qtbot.waitUntil(lambda: len(sketch.requests) == 1)
    asked = sketch.requests[0]
    assert (asked.photo is not None, asked.prompt, asked.preset) == (True, "", "standard")
    assert with_photo.session.source.words == "a camel"
    assert not panel.photo_alone.isVisible()  # a run is on
