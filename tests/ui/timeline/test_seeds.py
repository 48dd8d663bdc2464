"""The drawings that a run has tried: live while it draws, to choose from afterwards."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from taureau.ui.shell.main_window import MainWindow
from taureau.weights import import_model

from tests.weights.little import PADDED, LittleCatalogue

LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(autouse=True)
def little(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> LittleCatalogue:
    """A catalogue with one encoder, which is here."""
    made = LittleCatalogue(tmp_path / "catalogue.json", tmp_path / "models", tmp_path / "config")
    for name, value in made.environment.items():
        monkeypatch.setenv(name, value)
    made.add_encoder("rn101")
    (tmp_path / "stick.safetensors").write_bytes(PADDED)
    list(import_model("rn101", tmp_path / "stick.safetensors"))
    return made


@pytest.fixture
def running(with_photo: MainWindow, sketch, qtbot) -> MainWindow:
    """A run of the preset fine that tries four drawings and has told of none."""
    sketch.tries = 4
    draw = with_photo.ask_panel.draw
    draw.preset.choose("fine")
    qtbot.mouseClick(draw.fold, LEFT)
    draw.tries.setFocus()
    draw.tries.selectAll()
    QTest.keyClicks(draw.tries.lineEdit(), "4\t")
    draw.seed.setValue(7)
    qtbot.mouseClick(with_photo.ask_panel.button, LEFT)
    qtbot.waitUntil(lambda: len(with_photo.seeds_strip.tiles) == 4)
    return with_photo


@pytest.fixture
def ended(running: MainWindow, sketch, qtbot) -> MainWindow:
    sketch.go_on()
    qtbot.waitUntil(lambda: running.session.sheet.drawing is not None and not running.session.run.active)
    running.refresh.flush()
    return running


def names(window: MainWindow) -> list[str]:
    return [tile.accessibleName() for tile in window.seeds_strip.tiles]


WAITING, THERE = "Still being drawn", "Proposed drawing"


def test_each_has_its_place_from_the_beginning_and_its_picture_as_it_comes(running, sketch, qtbot):
    assert sketch.requests[0].seeds == 4
    assert running.seeds_strip.isVisible()
    assert names(running) == [WAITING] * 4
    empty = running.seeds_strip.tiles[3].icon().pixmap(56).toImage()
    sketch.go_on(2)
    qtbot.waitUntil(lambda: names(running) == [WAITING, WAITING, WAITING, THERE])
    tile = running.seeds_strip.tiles[3]
    assert tile.icon().pixmap(56).toImage() != empty
    assert not tile.isEnabled()
    sketch.go_on()
    qtbot.waitUntil(lambda: not running.session.run.active)
    assert names(running) == [THERE, f"{THERE}, the one that was chosen for you", THERE, THERE]
    assert not running.seeds_strip.others.isVisible()  # what CLIP has moved has no others
    assert [tile.isChecked() for tile in running.seeds_strip.tiles] == [False, True, False, False]


def test_another_is_made_the_drawing_by_a_click_and_undone(ended, qtbot):
    best = ended.session.sheet.drawing
    qtbot.mouseClick(ended.seeds_strip.tiles[2], LEFT)
    assert ended.session.sheet.drawing is ended.seeds.tries[2].drawing
    assert ended.seeds.chosen is ended.seeds.tries[2]
    assert ended.verbs.undo.text() == "&Undo choose another drawing"
    qtbot.mouseClick(ended.seeds_strip.tiles[2], LEFT)  # it is chosen already
    assert ended.seeds_strip.tiles[2].isChecked()
    QTest.keyClick(ended, Qt.Key.Key_Z, CTRL)
    assert ended.session.sheet.drawing is best
    assert ended.seeds_strip.tiles[1].isChecked()


def test_another_is_chosen_by_keys(ended, qtbot):
    QTest.keyClick(ended, Qt.Key.Key_4, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: ended.seeds.chosen is ended.seeds.tries[3])
    first = ended.seeds_strip.tiles[0]
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Space)
    assert ended.seeds.chosen is ended.seeds.tries[0]


def test_an_edited_drawing_is_none_of_them(ended):
    ended.verbs.select_all.trigger()
    ended.refresh.flush()
    ended.verbs.delete.trigger()
    assert ended.seeds.chosen is None
    assert not any(tile.isChecked() for tile in ended.seeds_strip.tiles)
    ended.seeds_strip.tiles[0].click()
    assert ended.seeds.chosen is ended.seeds.tries[0]


def test_a_discarded_run_leaves_nothing_to_choose_from(running, qtbot):
    qtbot.mouseClick(running.time_line.discard, LEFT)
    assert not running.seeds_strip.isVisible()


def test_they_can_be_put_away_and_go_with_the_photo(ended, qtbot):
    drawing = ended.session.sheet.drawing
    qtbot.mouseClick(ended.seeds_strip.close_button, LEFT)
    assert not ended.seeds_strip.isVisible()
    assert ended.session.sheet.drawing is drawing


def test_a_preset_that_draws_one_asks_for_no_number_and_shows_no_strip(with_photo, sketch, qtbot):
    draw = with_photo.ask_panel.draw
    qtbot.mouseClick(draw.fold, LEFT)
    draw.preset.choose("standard")
    assert not draw.tries.isVisible()
    sketch.go_on()
    qtbot.mouseClick(with_photo.ask_panel.button, LEFT)
    qtbot.waitUntil(lambda: with_photo.session.sheet.drawing is not None and not with_photo.session.run.active)
    assert not with_photo.seeds_strip.isVisible()
    draw.preset.choose("fine")
    assert draw.tries.isVisible()
    assert draw.tries.value() == 3
