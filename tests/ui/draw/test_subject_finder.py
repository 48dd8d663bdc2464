"""The mask models in the window: offered, fetched or imported in place, and drawn with."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from taureau.session import Models
from taureau.ui.draw.subject_finder import SubjectFinder
from taureau.ui.shell.main_window import MainWindow
from taureau.ui.widgets.tasks import Tasks
from taureau.weights import import_model

from tests.perception.tiny_mask_models import mask_catalogue, save_mask_model
from tests.weights.little import LittleCatalogue

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(autouse=True)
def catalogue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> LittleCatalogue:
    return mask_catalogue(tmp_path, monkeypatch)


@pytest.fixture
def finder(with_photo: MainWindow):
    return with_photo.ask_panel.source.finder


def bring(window: MainWindow, path: Path) -> None:
    list(import_model("isnet", save_mask_model(path)))
    window.models.look()


def test_models_are_offered_where_a_subject_is_found(window, with_photo, finder):
    texts = [finder.list.itemText(index) for index in range(finder.list.count())]
    assert texts == ["Taureau", "Little isnet (not here)", "Little birefnet (not here)"]
    assert finder.isVisible()
    assert not finder.purpose.isVisible()
    subject = with_photo.ask_panel.source.subject
    for mask, shown in (("none", False), ("brush", False), ("auto", True)):
        subject.choose(mask)
        assert finder.isVisible() is shown


def test_a_model_that_is_not_here_says_how_to_get_it(with_photo, finder, tmp_path, qtbot, sketch):
    button = with_photo.ask_panel.button
    assert button.isEnabled()
    finder.choose("isnet")
    assert not button.isEnabled()
    assert with_photo.session.draw.command.missing == "Little isnet is not here yet"
    assert finder.purpose.text() == "Tests. MIT. Free to use."
    assert [action.text() for action in finder.care.buttons if action.isVisible()] == ["Fetch", "Import"]
    with_photo.ask_panel.source.subject.choose("none")
    assert button.isEnabled()  # whatever finds the subject, none is asked for
    with_photo.ask_panel.source.subject.choose("auto")
    bring(with_photo, tmp_path / "tiny.onnx")
    assert button.isEnabled()
    assert not finder.care.isVisible()
    qtbot.mouseClick(button, LEFT)
    qtbot.waitUntil(lambda: bool(sketch.requests))
    assert sketch.requests[-1].mask == "isnet"


def test_the_mask_shown_before_a_run_is_the_chosen_models(with_photo, finder, tmp_path, qtbot, sketch):
    sketch.go_on()
    bring(with_photo, tmp_path / "tiny.onnx")
    finder.choose("isnet")
    with_photo.subject.find()
    qtbot.waitUntil(lambda: with_photo.subject.automatic is not None)
    assert sketch.looks_asked[-1].mask == "isnet"
    finder.choose("")
    assert with_photo.subject.automatic is None  # the other network sees another subject
    qtbot.waitUntil(lambda: with_photo.subject.automatic is not None)
    assert sketch.looks_asked[-1].mask == "auto"


def test_a_double_click_on_its_name_goes_back_to_taureau(finder, qtbot):
    finder.choose("birefnet")
    name = next(child for child in finder.children() if getattr(child, "text", lambda: "")() == "Found by")
    qtbot.mouseDClick(name, LEFT)
    assert finder.value == ""


def test_the_page_of_models_lists_them(window, qtbot):
    window.verbs.models.trigger()
    qtbot.waitExposed(window.pages.models)
    assert {"isnet", "birefnet"} <= set(window.pages.models.cares)


def test_nothing_is_offered_where_the_catalogue_has_no_mask_models(catalogue, qtbot, loop):
    catalogue.entries.clear()
    catalogue.add_encoder()
    finder = SubjectFinder(Models(), Tasks(lambda error: None))
    qtbot.addWidget(finder)
    assert not finder.offers
    assert (finder.value, finder.missing) == ("", "")
