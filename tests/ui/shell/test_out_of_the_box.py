"""The window with the CLIP that ships and no other."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.perception.tiny_clip import bring, clip_catalogue
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
    qtbot.mouseClick(panel.section.heading, LEFT)
    assert not panel.get.isVisible()
    qtbot.waitUntil(panel.bars.isVisible, timeout=60_000)
    assert panel.asked.text() == "The best of 1,000 names that Taureau’s own networks tell apart."
    assert panel.bars.sizeHint().height() == 5 * 48
    panel.field.insert("“cat”，dog")
    panel.field.textEdited.emit(panel.field.text())  # as from an input method
    qtbot.waitUntil(lambda: panel.asked.text().startswith("Taureau CLIP was asked: “a photo of a "), timeout=60_000)
    assert panel.bars.sizeHint().height() == 2 * 48


def test_words_alone_are_drawn_at_once_and_a_larger_one_is_offered(window, qtbot):
    QTest.keyClicks(window.welcome.words.field, "a sad camel")
    assert window.welcome.words.button.isEnabled()
    assert (window.session.draw.command.missing, window.ask_panel.button.isEnabled()) == ("", True)
    draw = window.ask_panel.draw
    assert not draw.need.isVisible()
    assert draw.note.text.text() == "Taureau CLIP draws. A larger encoder understands words better."
    qtbot.mouseClick(draw.note.get, LEFT)
    qtbot.waitUntil(window.pages.models.cares["datacomp-vit-b-32-256"].isVisible)


def test_the_offer_is_there_for_words_alone_until_a_larger_one_is_here_or_one_is_chosen(window, tmp_path, qtbot):
    draw = window.ask_panel.draw
    assert not draw.note.isVisible()
    QTest.keyClicks(window.welcome.words.field, "a sad camel")
    assert draw.note.isVisible()
    draw.encoder.choose("taureau-clip")
    assert not draw.note.isVisible()
    assert window.ask_panel.button.isEnabled()
    draw.encoder.choose("builtin")
    assert draw.note.isVisible()
    bring("vit-b-32", "vit", tmp_path)
    window.models.look()
    assert not draw.note.isVisible()
    assert window.ask_panel.button.isEnabled()


def test_words_beside_a_photo_want_a_larger_one(with_photo):
    panel = with_photo.ask_panel
    panel.draw.preset.choose("fine")
    QTest.keyClicks(panel.source.words.field, "a sad camel")
    assert with_photo.session.draw.command.missing.endswith(" is not here yet")
    assert panel.draw.need.why.text().startswith("Words beside a photo are drawn with a larger encoder")
    assert not panel.draw.note.isVisible()


def test_without_its_decoder_of_strokes_words_alone_want_a_larger_one(window, files, tmp_path, monkeypatch):
    (tmp_path / "config.json").write_bytes((files / "config.json").read_bytes())
    monkeypatch.setenv("TAUREAU_CLIP", str(tmp_path))
    QTest.keyClicks(window.welcome.words.field, "a sad camel")
    assert not window.welcome.words.button.isEnabled()
    assert window.session.draw.command.missing.endswith(" is not here yet")
    assert window.ask_panel.draw.need.why.text().startswith("Words are drawn with an encoder that reads them")


def test_a_photo_is_drawn_by_the_preset_standard_unless_a_larger_one_is_here(with_photo):
    draw = with_photo.ask_panel.draw
    assert draw.preset.value == "standard"
    draw.preset.choose("fine")
    assert with_photo.session.draw.command.missing.endswith(" is not here yet")


def test_the_page_of_models_lists_it_as_built_in(window, files, qtbot):
    window.pages.models.show_model("taureau-clip")
    care = window.pages.models.cares["taureau-clip"]
    qtbot.waitUntil(care.isVisible)
    assert care.standing.text() == "Built in"
    assert window.models["taureau-clip"].page == str(files / "MODEL_CARD.md")
    assert [button.text() for button in care.buttons if button.isVisible()] == ["Verify"]
    qtbot.mouseClick(care.verify, LEFT)
    qtbot.waitUntil(lambda: care.result.text() == "The files are intact.")
