"""The dialog that exports films, through real clicks and keys."""

from __future__ import annotations

import asyncio
from itertools import pairwise

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from taureau.document import load_svg, save_svg

from tests.export.film.drawings import DRAWING

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def opened(window, qtbot, tmp_path):
    """The window with a drawing from a file, and the dialog called up from the menu."""
    path = tmp_path / "bull.svg"
    save_svg(DRAWING, path)
    task = asyncio.ensure_future(window.session.file.open(path))
    qtbot.waitUntil(task.done)
    window.refresh.flush()
    window.verbs.export_film.trigger()
    dialog = window.pages.film
    qtbot.waitUntil(lambda: dialog.isVisible() and dialog.filming.stage is not None)
    return window


def choose(drop_down, value: str) -> None:
    drop_down.setCurrentIndex(drop_down.findData(value))


def type_into(field, text: str) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)


def test_an_animated_svg_from_opening_to_writing(opened, qtbot, tmp_path):
    dialog = opened.pages.film
    assert not dialog.isModal()
    assert (dialog.name.text(), dialog.ending.text()) == ("bull-film", ".svg")
    assert dialog.summary.text() == "720 × 540 px, 8.3 s"
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not dialog.isVisible())
    assert load_svg(tmp_path / "bull-film.svg").stroke_count == 6
    assert opened.message_line.message.text == "Exported bull-film.svg: 720 × 540 px, 8.3 s."


def test_pictures_of_a_chosen_size_and_time(opened, qtbot, tmp_path):
    dialog = opened.pages.film
    choose(dialog.settings.format, "webp")
    type_into(dialog.settings.side, "80")
    type_into(dialog.settings.seconds, "1")
    type_into(dialog.settings.hold, "0.5")
    choose(dialog.settings.paper, "#c4c4c0")
    qtbot.waitUntil(lambda: dialog.summary.text() == "80 × 60 px, 1.5 s")
    QTest.mouseClick(dialog.export, LEFT)
    qtbot.waitUntil(lambda: not dialog.isVisible(), timeout=60_000)
    with Image.open(tmp_path / "bull-film.webp") as film:
        assert (film.size, film.is_animated) == ((80, 60), True)
        assert film.convert("RGB").getpixel((0, 0)) == (0xC4, 0xC4, 0xC0)


def test_cancel_while_it_is_written_keeps_the_dialog_and_writes_nothing(opened, qtbot, tmp_path):
    dialog = opened.pages.film
    choose(dialog.settings.format, "webp")
    type_into(dialog.settings.side, "2000")
    type_into(dialog.settings.seconds, "60")
    qtbot.waitUntil(lambda: "2000" in dialog.summary.text() and dialog.export.isEnabled())
    QTest.mouseClick(dialog.export, LEFT)
    qtbot.waitUntil(lambda: dialog.bar.isVisible())
    assert dialog.close_button.text() == "Cancel"
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not dialog.filming.writing, timeout=60_000)
    assert dialog.isVisible()
    assert dialog.close_button.text() == "Close"
    assert [path.name for path in tmp_path.iterdir() if "film" in path.name] == []


def test_the_film_plays_in_the_dialog(opened, qtbot):
    preview = opened.pages.film.preview
    now = [50.0]
    preview._clock, preview._began = lambda: now[0], 50.0
    pictures = []
    for seconds in (0.01, 1.0, 3.0, 7.5):
        now[0] = 50.0 + seconds
        image = preview.grab().toImage()
        pictures.append(np.array(image.constBits(), dtype=int).reshape(image.height(), -1, 4))
    changes = [(abs(one - two).max(2) > 32).sum() for one, two in pairwise(pictures)]
    assert min(changes) > 100
    now[0] = 50.0 + 8.3155 + 0.01  # and again
    assert preview.time < 0.05


def test_without_a_photo_none_can_be_chosen_and_pictures_have_paper(opened, qtbot):
    settings = opened.pages.film.settings
    assert not settings.photo.isEnabled()
    choose(settings.paper, "none")
    choose(settings.format, "gif")
    assert settings.paper.currentData() == ""


def test_choices_are_remembered_but_not_the_name(opened, qtbot):
    dialog = opened.pages.film
    choose(dialog.settings.format, "gif")
    type_into(dialog.name, "other")
    QTest.mouseClick(dialog.close_button, LEFT)
    assert not dialog.isVisible()
    opened.verbs.export_film.trigger()
    assert dialog.settings.choices().format == "gif"
    assert dialog.name.text() == "bull-film"


def test_the_window_closes_while_a_film_is_written(opened, qtbot, tmp_path):
    dialog = opened.pages.film
    choose(dialog.settings.format, "webp")
    type_into(dialog.settings.side, "2000")
    type_into(dialog.settings.seconds, "60")
    qtbot.waitUntil(lambda: "2000" in dialog.summary.text() and dialog.export.isEnabled())
    QTest.mouseClick(dialog.export, LEFT)
    qtbot.waitUntil(lambda: dialog.filming.writing)
    assert opened.close()
    assert [path.name for path in tmp_path.iterdir() if "film" in path.name] == []
