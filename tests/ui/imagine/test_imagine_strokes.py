"""The Imagine page in strokes, through real clicks: no model is installed."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from tests.perception.tiny_taureau_clip import shipped
from tests.ui.real_engine import RealEngine

LEFT = Qt.MouseButton.LeftButton
LONG = 60000  # ms


@pytest.fixture
def sketch() -> RealEngine:
    return RealEngine()


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return shipped(tmp_path_factory.mktemp("own"))


@pytest.fixture(autouse=True)
def own_files(files: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TAUREAU_CLIP", str(files))
    monkeypatch.setenv("TAUREAU_MODELS", str(tmp_path / "models"))


@pytest.fixture
def page(with_photo, qtbot):
    """The page with the photo of the sheet, chosen."""
    with_photo.verbs.imagine.trigger()
    page = with_photo.pages.imagine
    qtbot.waitExposed(page)
    qtbot.mouseClick(page.take_in, LEFT)
    return page


@pytest.fixture
def varied(page, with_photo, qtbot):
    """The page with one variation, chosen."""
    page.verbs.times.setValue(1)
    qtbot.mouseClick(page.verbs.vary, LEFT)
    wait(page, with_photo, 2, qtbot)
    qtbot.mouseClick(page.tree.tiles[1].button, LEFT)
    return page


def wait(page, window, tiles: int, qtbot) -> None:
    qtbot.waitUntil(lambda: len(page.tree.tiles) == tiles and window.imagining.current is None, timeout=LONG)


def test_nothing_is_missing_and_what_is_for_pixels_is_hidden(page):
    assert page.medium.currentData() == "strokes"
    assert not page.need.isVisible()
    assert not page.style_list.isVisible()
    page.more.click()
    assert page.fields.strokes.isVisible()
    assert not page.fields.guidance.isVisible()
    page.medium.setCurrentIndex(page.medium.findData("pixels"))
    assert page.need.isVisible()
    assert page.fields.guidance.isVisible()
    assert not page.fields.strokes.isVisible()


def test_a_variation_says_what_the_photo_was_taken_for(varied):
    tile = varied.tree.tiles[1]
    shows = tile.picture.facts["shows"]
    assert shows in ("cat", "bicycle", "fish")
    assert tile.button.toolTip().startswith(f"Taken for: {shows}\n")
    assert varied.verbs.use.isVisible()
    assert not varied.verbs.sketch.isVisible()
    qtbot_tile = varied.tree.tiles[0]
    varied.tree.choose(qtbot_tile.picture.number)
    assert varied.verbs.sketch.isVisible()
    assert not varied.verbs.use.isVisible()


def test_a_drawing_is_used_and_undone(varied, with_photo, qtbot):
    qtbot.mouseClick(varied.verbs.use, LEFT)
    drawing = with_photo.session.sheet.drawing
    assert drawing.stroke_count == varied.tree.tiles[1].picture.drawing.stroke_count
    with_photo.session.undo_stack.undo()
    assert with_photo.session.sheet.drawing is None


def test_a_drawing_is_kept_as_svg(varied, tmp_path, qtbot):
    qtbot.mouseClick(varied.verbs.keep, LEFT)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QFileDialog))
    field = QApplication.activeModalWidget().findChild(QLineEdit)
    assert field.text() == f"{varied.tree.tiles[1].picture.facts['shows']}-02.svg"
    field.clear()
    QTest.keyClicks(field, str(tmp_path / "one"))
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: (tmp_path / "one.svg").exists())
    qtbot.waitUntil(lambda: varied.message_line.message is not None)
    assert varied.message_line.message.text == f"Kept in {tmp_path / 'one.svg'}."


def test_words_and_changes_are_drawn(page, with_photo, qtbot):
    page.count.setValue(2)
    QTest.keyClicks(page.prompt, "a cat")
    QTest.keyClick(page.prompt, Qt.Key.Key_Return)
    wait(page, with_photo, 3, qtbot)
    assert [tile.button.toolTip().partition("\n")[0] for tile in page.tree.tiles[1:]] == ["Sent: a cat"] * 2
    qtbot.mouseClick(page.verbs.steer, LEFT)
    words = page.verbs.words
    assert words.far.value() == 50
    QTest.keyClicks(words.before, "a cat")
    QTest.keyClicks(words.after, "a bicycle")
    QTest.keyClick(words.after, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(page.tree.tiles) > 3 and with_photo.imagining.current is None, timeout=LONG)
    assert page.tree.rows[1].generation.title == "1, toward “a bicycle”"
