"""What lies open is sent to the queue, and results are opened in the window."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QMimeData, QUrl
from pytestqt.qtbot import QtBot
from taureau.photo import load_mask, load_photo
from taureau.session import Choices
from taureau.session.queue.current_job import current_job, shared_settings
from taureau.session.queue.job_queue import JobQueue
from taureau.session.queue.words import job_of

from tests.session.sketches import photo_pixels
from tests.ui.shell.test_coming_in import drop


def test_the_photo_with_its_settings_is_sent_to_the_queue(with_photo, photo_file, qtbot, tmp_path, monkeypatch) -> None:
    window, queue = with_photo, with_photo.queue.jobs
    monkeypatch.setattr(queue, "_take_turn", lambda: None)
    queue.set_results(tmp_path)
    assert window.queue.sign.isHidden()
    window.verbs.send_to_queue.trigger()
    qtbot.waitUntil(lambda: len(queue.records) == 1)
    job = job_of(queue.records[0])
    assert job is not None
    assert job.photo == photo_file
    assert job.settings.preset == window.ask_panel.choices.preset
    qtbot.waitUntil(window.queue.sign.isVisible)
    assert window.message_line.message.text == "“disc.png” waits in the queue."
    window.verbs.queue.trigger()
    assert window.queue.page.isVisible()
    clear(queue, qtbot)


def test_several_files_dropped_on_the_window_go_to_the_queue(window, photo_file, qtbot, monkeypatch) -> None:
    queue = window.queue.jobs
    monkeypatch.setattr(queue, "_take_turn", lambda: None)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(photo_file))] * 2)
    assert drop(window, data)
    qtbot.waitUntil(lambda: [record.name for record in queue.records] == ["disc.png", "disc.png"])
    assert window.queue.page.isVisible()
    assert window.session.source.photo is None
    clear(queue, qtbot)


def clear(queue: JobQueue, qtbot: QtBot) -> None:
    """The store is that of all tests of a process."""
    ids = [record.id for record in queue.records]
    queue.cancel(ids)
    queue.remove(ids)
    qtbot.waitUntil(lambda: queue.records == [])


def test_an_empty_window_has_nothing_to_send(window) -> None:
    assert not window.verbs.send_to_queue.isEnabled()


def test_a_photo_in_no_file_and_a_painted_mask_are_written_once(photo_file, tmp_path) -> None:
    photo = load_photo(photo_file)
    painted = np.zeros(photo.pixels.shape[:2], bool)
    painted[10:40, 20:60] = True
    choices = Choices(mask="brush", painted=painted, strokes=5)
    jobs = [current_job(photo, None, choices, tmp_path / "store") for _ in range(2)]
    assert jobs[0] == jobs[1]
    assert jobs[0].photo is not None
    assert np.array_equal(load_photo(jobs[0].photo).pixels, photo_pixels())
    assert np.array_equal(load_mask(tmp_path / jobs[0].settings.mask, photo), painted)
    assert len(list((tmp_path / "store" / "queued").rglob("*.png"))) == 2


def test_settings_for_other_pictures_are_without_what_is_meant_for_one() -> None:
    choices = Choices(words="a cat", mask="none", force=True, like=(2,), strokes=9, pen="chalk", preset="fine")
    shared = shared_settings(choices, alone=False)
    assert (shared.mask, shared.force, shared.like, shared.strokes, shared.pen) == ("auto", False, (), 9, "chalk")
    assert shared_settings(Choices(pen="brush"), alone=True).preset == "auto"  # standard reads no words
    assert shared_settings(choices, alone=True).strokes == 9
