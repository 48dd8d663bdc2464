"""Words as what is drawn: typed on the empty sheet or in the panel, alone or beside a photo."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from taureau.engine import prompts
from taureau.ui.shell.main_window import MainWindow
from taureau.weights import import_model

from tests.weights.little import PADDED, SHAPES, LittleCatalogue, one_file

LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(autouse=True)
def little(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> LittleCatalogue:
    """A catalogue with one encoder that reads words and one that does not; neither is here yet."""
    made = LittleCatalogue(tmp_path / "catalogue.json", tmp_path / "models", tmp_path / "config")
    for name, value in made.environment.items():
        monkeypatch.setenv(name, value)
    made.add("rn101", [one_file()], tensors=SHAPES, reads_text=True)
    made.add_encoder("deaf")
    return made


@pytest.fixture
def with_reader(little: LittleCatalogue, tmp_path: Path, window: MainWindow) -> MainWindow:
    bring("rn101", tmp_path)
    window.models.look()
    return window


def bring(model_id: str, folder: Path) -> None:
    (folder / "stick.safetensors").write_bytes(PADDED)
    list(import_model(model_id, folder / "stick.safetensors"))


def test_words_typed_on_the_empty_sheet_are_drawn(with_reader, sketch, qtbot):
    window, words = with_reader, with_reader.welcome.words
    assert not words.button.isVisible()
    QTest.keyClicks(words.field, "a sad camel")
    assert window.ask_panel.source.words.field.text() == "a sad camel"
    assert window.ask_panel.button.text() == "Draw the words in 16 strokes"
    assert words.button.isVisible()
    assert (words.button.objectName(), window.welcome.try_button.objectName()) == ("onPaperFirst", "onPaper")
    QTest.keyClick(words.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(sketch.requests) == 1)
    asked = sketch.requests[0]
    assert (asked.photo, asked.prompt, asked.preset, asked.strokes) == (None, "a sad camel", "fine", 16)
    window.refresh.flush()
    assert window.canvas.isVisible()  # before there is a stroke
    sketch.go_on()
    qtbot.waitUntil(lambda: window.session.sheet.drawing is not None and not window.session.run.active)
    assert (window.session.sheet.drawing.width, window.session.sheet.drawing.height) == (512, 512)
    assert window.ask_panel.button.text() == "Draw the words in 16 strokes"


def test_a_discarded_drawing_of_words_leads_back_to_the_welcome(with_reader, sketch, qtbot):
    QTest.keyClicks(with_reader.ask_panel.source.words.field, "a camel")
    QTest.keyClick(with_reader, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: len(sketch.requests) == 1)
    qtbot.mouseClick(with_reader.time_line.discard, LEFT)
    with_reader.refresh.flush()
    assert with_reader.welcome.isVisible()
    assert with_reader.welcome.words.field.text() == "a camel"


def test_words_alone_say_what_they_need_and_where_to_get_it(window, sketch, tmp_path, qtbot):
    QTest.keyClicks(window.welcome.words.field, "a camel")
    panel, words = window.ask_panel, window.welcome.words
    assert panel.button.toolTip() == "Little rn101 is not here yet"
    assert words.missing.text() == "Little rn101 is not here yet: the panel on the left says how to get it."
    assert not words.button.isEnabled()
    assert (words.button.objectName(), window.welcome.try_button.objectName()) == ("onPaper", "onPaperFirst")
    assert panel.draw.need.why.text().startswith("Words are drawn with an encoder that reads them")
    assert panel.draw.need.care.isVisible()
    QTest.keyClick(words.field, Qt.Key.Key_Return)
    assert not window.session.run.active
    bring("rn101", tmp_path)
    window.models.look()
    qtbot.waitUntil(words.button.isEnabled)
    assert not words.missing.isVisible()


def test_what_words_alone_have_no_use_for_is_not_asked(with_reader, qtbot):
    draw, source = with_reader.ask_panel.draw, with_reader.ask_panel.source
    qtbot.mouseClick(draw.fold, LEFT)
    for asked in (draw.preset, draw.amount, draw.detail, draw.start):
        assert asked.isVisible()
    QTest.keyClicks(source.words.field, "a camel")
    for asked in (draw.preset, draw.amount, draw.detail, draw.start, source.subject, source.words.pull):
        assert not asked.isVisible()
    assert draw.strokes.isVisible()
    assert draw.strokes.field.accessibleName() == "Strokes"
    assert draw.encoder.list.isEnabled()
    source.words.field.clear()
    with_reader.session.source.set_words("")
    assert draw.preset.isVisible()
    assert draw.strokes.field.accessibleName() == "Number"


def test_the_number_of_seeds_stays_as_it_was_typed_while_the_words_change(with_reader):
    draw, words = with_reader.ask_panel.draw, with_reader.ask_panel.source.words
    QTest.keyClicks(words.field, "a camel")
    draw.tries.setValue(2)
    QTest.keyClicks(words.field, " and a horse")
    assert with_reader.ask_panel.choices.seeds == 2


def test_words_beside_a_photo_pull_as_strongly_as_the_dial_says(with_reader, open_in_window, photo_file, sketch, qtbot):
    open_in_window(photo_file)
    panel = with_reader.ask_panel
    words = panel.source.words
    QTest.keyClicks(words.field, "a sad disc")
    assert words.note.text() == "Standard draws the photo alone; Fine reads words too."
    assert not panel.button.isEnabled()
    qtbot.mouseClick(words.reader, LEFT)
    assert panel.draw.preset.value == "fine"
    assert not words.note.isVisible()
    words.pull.slider.setFocus()
    QTest.keyClick(words.pull.slider, Qt.Key.Key_End)
    assert panel.button.text() == "Draw 16 strokes"
    qtbot.mouseClick(panel.button, LEFT)
    qtbot.waitUntil(lambda: len(sketch.requests) == 1)
    assert (sketch.requests[0].prompt, sketch.requests[0].prompt_weight) == ("a sad disc", 3.0)
    assert sketch.requests[0].photo is not None
    qtbot.mouseDClick(words.pull.slider, LEFT, pos=QPoint(5, 5))
    assert panel.choices.pull == 1.0


def test_an_encoder_that_does_not_read_is_said(with_reader, tmp_path, qtbot):
    bring("deaf", tmp_path)
    with_reader.models.look()
    QTest.keyClicks(with_reader.ask_panel.source.words.field, "a camel")
    with_reader.ask_panel.draw.encoder.choose("deaf")
    assert with_reader.session.draw.command.missing == "Little deaf does not read words"
    assert not with_reader.ask_panel.button.isEnabled()


def test_the_photo_can_be_taken_away_again(with_reader, open_in_window, photo_file, qtbot):
    open_in_window(photo_file)
    with_reader.session.source.set_words("a camel")
    source = with_reader.ask_panel.source
    qtbot.mouseClick(source.away, LEFT)
    assert with_reader.session.source.photo is None
    assert not source.away.isVisible()
    assert with_reader.welcome.isVisible()
    assert with_reader.ask_panel.button.text() == "Draw the words in 16 strokes"


def test_a_sentence_of_several_things_takes_more_strokes_until_a_number_is_set(window, monkeypatch):
    monkeypatch.setattr(prompts, "_decoded", lambda request: True)  # as where the weights of the decoder are
    draw, source = window.ask_panel.draw, window.session.source
    source.set_words("two dogs under a tree")
    assert draw.strokes.value == 42
    assert window.ask_panel.button.text() == "Draw the words in 42 strokes"
    source.set_words("a dog")
    assert draw.strokes.value == 16
    draw.strokes.set_value(9)
    source.set_words("three dogs under a tree")
    assert window.ask_panel.button.text() == "Draw the words in 9 strokes"
