"""The window with the CLIP that ships and no other."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.perception.tiny_clip import clip_catalogue
from tests.perception.tiny_taureau_clip import shipped

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    return shipped(tmp_path_factory.mktemp("own"))


@pytest.fixture(autouse=True)
def only_own(files, tmp_path, monkeypatch):
    clip_catalogue(tmp_path, monkeypatch)
    monkeypatch.setenv("TAUREAU_CLIP", str(files))


def test_what_it_sees_is_shown_at_once(with_photo, qtbot):
    panel = with_photo.sees_panel
    assert not panel.get.isVisible()
    qtbot.waitUntil(panel.bars.isVisible, timeout=60_000)
    assert panel.asked.text().startswith("Taureau CLIP was asked: “a photo of a ")


def test_words_alone_want_a_larger_one(window):
    QTest.keyClicks(window.welcome.words.field, "a sad camel")
    assert not window.welcome.words.button.isEnabled()
    assert window.ask_panel.missing.endswith(" is not here yet")


def test_a_photo_is_drawn_by_the_preset_standard_unless_a_larger_one_is_here(with_photo):
    draw = with_photo.ask_panel.draw
    assert draw.preset.value == "standard"
    draw.preset.choose("fine")
    assert with_photo.ask_panel.missing.endswith(" is not here yet")


def test_the_page_of_models_lists_it_as_built_in(window, files, qtbot):
    window.models_page.show_model("taureau-clip")
    care = window.models_page.cares["taureau-clip"]
    qtbot.waitUntil(care.isVisible)
    assert care.standing.text() == "Built in"
    assert window.models["taureau-clip"].page == str(files / "MODEL_CARD.md")
    assert [button.text() for button in care.buttons if button.isVisible()] == ["Verify"]
    qtbot.mouseClick(care.verify, LEFT)
    qtbot.waitUntil(lambda: care.said.text() == "The files are whole.")
