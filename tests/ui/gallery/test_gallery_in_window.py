"""From a run in the window to its entry in the gallery, and back."""

from __future__ import annotations

from pathlib import Path

import pytest
from taureau.session import Choices
from taureau.store.entries import Entries
from taureau.store.settings import read_settings
from taureau.ui.shell.main_window import MainWindow

from tests.store.runs import little_run, photo_file


@pytest.fixture(autouse=True)
def runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TAUREAU_RUNS", str(tmp_path / "runs"))
    return tmp_path / "runs"


def shown(window: MainWindow, qtbot):
    window.verbs.gallery.trigger()
    page = window.gallery.page
    qtbot.waitUntil(lambda: page._gallery.loaded)
    return page


def test_a_run_of_the_window_appears_and_is_opened_again(with_photo, sketch, qtbot) -> None:
    window, session = with_photo, with_photo.session
    page = shown(window, qtbot)
    assert page.empty.isVisible()
    sketch.go_on()
    session.run.draw(Choices(strokes=4, preset="draft"))
    qtbot.waitUntil(lambda: page.grid.entries.rowCount() == 1)
    drawn = session.sheet.drawing
    session.sheet.undo_stack.setClean()
    session.file.new()
    assert session.sheet.drawing is None
    page.verbs.open.trigger()
    qtbot.waitUntil(lambda: session.sheet.drawing is not None)
    assert session.sheet.drawing.strokes is not None
    assert [stroke.id for stroke in session.sheet.drawing.strokes] == [stroke.id for stroke in drawn.strokes]
    assert session.source.photo is not None
    assert not session.file.unsaved
    assert session.file.name == "disc.svg"


def test_the_settings_of_an_entry_are_those_of_the_panel(window, runs, tmp_path, qtbot) -> None:
    request = {"photo": None, "prompt": "a fox", "settings": {"strokes": 21, "preset": "fine", "seed": 5}}
    with Entries(runs) as entries:
        entries.keep(little_run(0, request=request))
    page = shown(window, qtbot)
    page.verbs.use.trigger()
    qtbot.waitUntil(lambda: window.session.source.words == "a fox")
    choices = window.ask_panel.draw.choices()
    assert (choices.strokes, choices.preset, choices.seed) == (21, "fine", 5)


def test_a_photo_that_is_gone_is_said(window, runs, tmp_path, qtbot) -> None:
    photo = photo_file(tmp_path)
    with Entries(runs) as entries:
        entries.keep(little_run(0, photo=photo, name="duck"))
    photo.unlink()
    page = shown(window, qtbot)
    page.verbs.open.trigger()
    qtbot.waitUntil(lambda: window.session.sheet.drawing is not None)
    qtbot.waitUntil(lambda: window.message_line.message is not None)
    assert window.message_line.message.text.startswith("The photo of duck is gone or has changed")


def test_the_preferences_switch_it_off_for_all_programs(window, runs, qtbot) -> None:
    dialog = window.pages.preferences
    dialog.show_page()
    assert dialog.keep_runs.isChecked()
    dialog.keep_runs.setChecked(False)
    assert not read_settings(runs).keep_runs
    assert not dialog.limit.isEnabled()
    dialog.reset.click()
    assert dialog.keep_runs.isChecked()
    dialog.limit.setValue(200)
    assert read_settings(runs).limit == 200
    dialog.close()


def test_entries_are_sent_to_the_queue_again(window, runs, qtbot) -> None:
    with Entries(runs) as entries:
        for words in ("a fox", "a hen"):
            entries.keep(little_run(0, request={"photo": None, "prompt": words, "settings": {"seed": 5}}))
        entries.keep(little_run(0, request={}))
    window.queue.jobs.set_paused(True)
    page = shown(window, qtbot)
    page.grid.selectAll()
    page.verbs.queue.trigger()
    qtbot.waitUntil(lambda: len(window.queue.jobs.records) == 2)
    assert ["fox" in window.queue.jobs.records[0].job, "hen" in window.queue.jobs.records[1].job] == [True, True]
    assert page.message_line.message.text == "2 drawings sent to the queue."
    page.grid.choose(0)
    page.verbs.queue.trigger()
    qtbot.waitUntil(lambda: page.message_line.message.text.startswith("How this was drawn is not known"))
