"""The page on which one imagines, through real clicks, with tiny models in the real thread."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QApplication, QFileDialog, QLineEdit
from taureau.imagine.picture_file import save_picture
from taureau.weights import import_model

from tests.imagine.models import TinyModels
from tests.ui.real_engine import RealEngine

LEFT = Qt.MouseButton.LeftButton
LONG = 60000  # ms


@pytest.fixture
def sketch() -> RealEngine:
    return RealEngine()


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> TinyModels:
    return TinyModels(tmp_path_factory.mktemp("models"))


@pytest.fixture(autouse=True)
def models(made: TinyModels, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> TinyModels:
    """The catalogue; no model is here."""
    for name, value in made.environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("TAUREAU_MODELS", str(tmp_path / "models"))
    return made


@pytest.fixture
def here(models: TinyModels) -> None:
    """Karlo and its sister are here."""
    for model_id in ("karlo", "karlo-variations"):
        list(import_model(model_id, models.sources[model_id]))


@pytest.fixture
def page(window, qtbot):
    window.verbs.imagine.trigger()
    qtbot.waitExposed(window.pages.imagine)
    return window.pages.imagine


def choose_pixels(page) -> None:
    page.medium.setCurrentIndex(page.medium.findData("pixels"))


@pytest.fixture
def foxes(here, page, window, qtbot):
    """A page with two pictures, of which the first is chosen."""
    page.count.setValue(2)
    page.fields.seed.setValue(0)
    QTest.keyClicks(page.prompt, "a red fox")
    QTest.keyClick(page.prompt, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(page.tree.tiles) == 2 and window.imagining.current is None, timeout=LONG)
    qtbot.mouseClick(page.tree.tiles[0].button, LEFT)
    return page


def test_without_a_model_one_place_says_so_and_brings_it(page, window, models, qtbot):
    assert not page.need.isVisible()
    choose_pixels(page)
    assert page.need.isVisible()
    assert page.need.why.text() == "Generating images needs Karlo. CreativeML Open RAIL-M. Free to use."
    assert page.need.care.standing.text() == "Not on this machine, about 11.0 GB"
    QTest.keyClicks(page.prompt, "a red fox")
    QTest.keyClick(page.prompt, Qt.Key.Key_Return)
    assert window.imagining.tree.generations == []
    assert not page.go.isEnabled()
    assert page.go.toolTip() == "Karlo is not here yet"
    assert window.verbs.open.isEnabled()
    page.need.care.from_folder.trigger()
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QFileDialog))
    field = QApplication.activeModalWidget().findChild(QLineEdit)
    QTest.keyClicks(field, str(models.sources["karlo"]))
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not page.need.isVisible(), timeout=LONG)
    assert page.go.isEnabled()


def test_the_welcome_leads_to_it(window, qtbot):
    button = next(one for one in window.welcome.findChildren(QAbstractButton) if one.text() == "Imagine one")
    qtbot.mouseClick(button, LEFT)
    qtbot.waitUntil(window.pages.imagine.isVisible)


def test_words_become_pictures_that_tell_how_they_were_made(foxes):
    assert not foxes.empty.isVisible()
    assert foxes.tree.tiles[1].button.toolTip() == "Sent: a red fox\nModel: karlo\nSeed: 1\nSteps: 25\nGuidance: 8"
    assert foxes.verbs.name.text() == "Picture 1"
    assert foxes.sent.text() == "As sent: a red fox"
    assert not foxes.sent.isVisible()
    foxes.style_list.setCurrentIndex(1)
    assert foxes.sent.text() == "As sent: a photo of a red fox"
    assert foxes.sent.isVisible()


def test_a_variation_stands_below_its_parent(foxes, window, qtbot):
    foxes.verbs.times.setValue(1)
    qtbot.mouseClick(foxes.verbs.vary, LEFT)
    assert foxes.stop.isVisible()
    qtbot.waitUntil(lambda: window.imagining.current is None, timeout=LONG)
    assert [(one.title, one.depth) for one in window.imagining.tree.generations] == [
        ("a red fox", 0),
        ("Variations of 1", 1),
    ]
    first, child = foxes.tree.tiles[0], foxes.tree.tiles[2]

    def corner(tile):
        return tile.mapTo(foxes.tree.widget(), tile.rect().topLeft())

    qtbot.waitUntil(lambda: corner(child).y() > corner(first).y() + first.height())
    assert corner(child).x() > corner(first).x()
    assert not foxes.stop.isVisible()


def test_two_pictures_are_blended_by_a_second_click(foxes, window, qtbot):
    qtbot.mouseClick(foxes.verbs.blend, LEFT)
    assert foxes.verbs.name.text() == "Click the picture to blend 1 with"
    QTest.keyClick(foxes, Qt.Key.Key_Escape)
    assert foxes.isVisible()
    assert foxes.verbs.vary.isVisible()
    qtbot.mouseClick(foxes.verbs.blend, LEFT)
    qtbot.mouseClick(foxes.tree.tiles[1].button, LEFT)
    assert window.imagining.tree.generations[1].title == "From 1 to 2"
    qtbot.waitUntil(lambda: window.imagining.current is None, timeout=LONG)
    assert len(foxes.tree.tiles) == 7


def test_a_picture_is_steered_by_two_sentences(foxes, window, qtbot):
    qtbot.mouseClick(foxes.verbs.steer, LEFT)
    words = foxes.verbs.words
    assert words.before.text() == "a red fox"
    assert not words.steer.isEnabled()
    QTest.keyClicks(words.after, "a red fox")
    assert not words.steer.isEnabled()
    assert words.steer.toolTip() == "Both are the same"
    QTest.keyClicks(words.after, " in snow")
    QTest.keyClick(words.after, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.imagining.current is None, timeout=LONG)
    assert len(window.imagining.tree.generations) == 2
    assert foxes.tree.tiles[2].button.toolTip().startswith("From: a red fox\nTo: a red fox in snow\nHow far: 0.3")


def test_words_that_are_being_typed_stay_while_pictures_come(foxes, window, qtbot):
    qtbot.mouseClick(foxes.verbs.steer, LEFT)
    before = foxes.verbs.words.before
    before.clear()
    QTest.keyClicks(before, "my own words")
    foxes.verbs.times.setValue(1)
    qtbot.mouseClick(foxes.verbs.vary, LEFT)
    qtbot.waitUntil(lambda: len(foxes.tree.tiles) == 3 and window.imagining.current is None, timeout=LONG)
    assert before.text() == "my own words"


def test_pictures_from_last_time_are_shown_at_the_next_start(window, state, qtbot):
    place = state / "imagined" / "0123456789abcdef"
    place.mkdir(parents=True)
    for shade in (60, 90):
        facts = {"prompt": "a red fox", "seed": str(shade)}
        save_picture(np.full((32, 32, 3), shade, np.uint8), place / f"{shade:04}.png", facts)
    window.album.load()
    qtbot.waitUntil(window.message_line.isVisible)
    assert window.message_line.message.text == "2 pictures from last time are on the Imagine page."
    qtbot.mouseClick(window.message_line.verb, LEFT)
    page = window.pages.imagine
    qtbot.waitUntil(lambda: page.isVisible() and len(page.tree.tiles) == 2)
    (row,) = page.tree.rows
    qtbot.mouseClick(row.discard, LEFT)
    assert page.tree.tiles == []
    qtbot.mouseClick(page.bring_back, LEFT)
    assert [tile.picture.facts["seed"] for tile in page.tree.tiles] == ["60", "90"]


def test_a_picture_is_sketched(foxes, window, qtbot):
    window.ask_panel.draw.preset.button("draft").click()
    qtbot.mouseClick(foxes.verbs.sketch, LEFT)
    qtbot.waitUntil(lambda: window.session.sheet.drawing is not None and not window.session.run.active, timeout=LONG)
    assert window.session.source.photo.name == "Picture 1"
    assert (window.session.sheet.drawing.width, window.session.sheet.drawing.height) == (32, 32)
    assert foxes.take_in.isVisible()
    qtbot.mouseClick(foxes.take_in, LEFT)
    assert len(foxes.tree.tiles) == 3
    assert foxes.verbs.name.text() == "Picture 3"
    qtbot.mouseClick(foxes.tree.tiles[0].button, LEFT)
    qtbot.mouseClick(foxes.take_in, LEFT)
    assert len(foxes.tree.tiles) == 3
    assert foxes.verbs.name.text() == "Picture 3"


def test_a_picture_is_discarded_and_brought_back(foxes, qtbot):
    assert not foxes.bring_back.isVisible()
    qtbot.mouseClick(foxes.verbs.discard, LEFT)
    assert [tile.picture.number for tile in foxes.tree.tiles] == [2]
    assert foxes.verbs.name.text() == "Picture 2"
    qtbot.mouseClick(foxes.verbs.discard, LEFT)
    assert not foxes.verbs.isVisible()
    assert foxes.empty.isVisible()
    qtbot.mouseClick(foxes.bring_back, LEFT)
    qtbot.mouseClick(foxes.bring_back, LEFT)
    assert [tile.picture.number for tile in foxes.tree.tiles] == [1, 2]
    assert not foxes.bring_back.isVisible()


def test_a_picture_is_kept_in_a_file(foxes, tmp_path, qtbot):
    qtbot.mouseClick(foxes.verbs.keep, LEFT)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QFileDialog))
    field = QApplication.activeModalWidget().findChild(QLineEdit)
    assert field.text() == "a-red-fox-01.png"
    field.clear()
    QTest.keyClicks(field, str(tmp_path / "fox.png"))
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: (tmp_path / "fox.png").exists())
    with Image.open(tmp_path / "fox.png") as kept:
        assert kept.info["seed"] == "0"
    assert foxes.message_line.message.text == f"Kept in {tmp_path / 'fox.png'}."


def test_a_missing_model_of_a_verb_is_said_where_it_is_asked(models, page, window, qtbot):
    list(import_model("karlo", models.sources["karlo"]))
    window.models.look()
    choose_pixels(page)
    page.count.setValue(1)
    QTest.keyClicks(page.prompt, "a fox")
    QTest.keyClick(page.prompt, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(page.tree.tiles) == 1 and window.imagining.current is None, timeout=LONG)
    qtbot.mouseClick(page.tree.tiles[0].button, LEFT)
    qtbot.mouseClick(page.verbs.vary, LEFT)
    assert page.need.isVisible()
    assert page.need.why.text().startswith("Making variations needs CLIP ViT-L/14")
    assert len(window.imagining.tree.generations) == 1


def test_every_control_has_a_name_and_a_tooltip(foxes, qtbot):
    qtbot.mouseClick(foxes.verbs.steer, LEFT)
    buttons = [button for button in foxes.findChildren(QAbstractButton) if button.isVisible()]
    assert len(buttons) >= 9
    assert [button for button in buttons if not (button.accessibleName() or button.text())] == []
    assert [button.text() for button in buttons if not button.toolTip()] == []
    fields = [field for field in foxes.findChildren(QLineEdit) if field.isVisible()]
    speaking = [field.parent() if isinstance(field.parent(), QAbstractSpinBox) else field for field in fields]
    assert [field for field in speaking if not field.accessibleName()] == []
