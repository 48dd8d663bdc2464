"""The queue of the window: rows, their drawing behind all else, and what is said of them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PIL import Image
from taureau.document import load_svg
from taureau.jobs.job import Job
from taureau.jobs.queue import Queue
from taureau.jobs.settings import JobSettings
from taureau.session.queue.job_queue import JobQueue
from taureau.session.queue.words import job_of, settings_in_words, state_in_words, without_folder
from taureau.store.entries import Entries
from taureau.store.jobs import JobRecord

from tests.session.sketches import request

CAT, DOG = Job(prompt="a cat"), Job(prompt="a dog", settings=JobSettings(strokes=3))


def states(queue: JobQueue) -> list[str]:
    return [record.state for record in queue.records]


def test_jobs_are_drawn_one_after_another_and_kept(queue, held, qtbot, tmp_path) -> None:
    queue.add([CAT, Job(prompt="broken"), DOG])
    qtbot.waitUntil(lambda: queue.current is not None and queue.waiting == 2)
    written = []
    queue.written.connect(written.append)
    held.go_on(1)
    qtbot.waitUntil(lambda: queue.progress == 0.5)
    assert queue.preview is not None
    held.go_on()
    qtbot.waitUntil(lambda: states(queue) == ["done", "failed", "done"], timeout=20_000)
    assert written == [tmp_path / "out" / "a cat.svg", tmp_path / "out" / "a dog.svg"]
    assert load_svg(written[0]).stroke_count == 2
    assert state_in_words(queue.records[1], paused=False, here=False) == "It is broken. Mend it."
    assert state_in_words(queue.records[0], paused=False, here=False) == "2 strokes in 0.5 s"
    assert queue.current is None
    said = [(message.text, message.advice) for message in queue.heard]
    assert said == [("The queue is done: 2 drawings.", "1 failed: the queue says why.")]
    with Entries(tmp_path / "store") as entries:
        assert len(entries.find()) == 3
    queue.retry([queue.records[1].id])
    qtbot.waitUntil(lambda: len(queue.heard) == 2, timeout=20_000)
    assert queue.heard[1].text == "The queue is done: 0 drawings."
    assert queue.heard[1].advice == "1 failed: the queue says why."


def test_photos_come_from_folders_and_prompts_from_lines(queue, held, qtbot, tmp_path) -> None:
    queue.set_paused(True)
    (tmp_path / "photos").mkdir()
    for name in ("10.png", "2.png", "note.txt"):
        Image.new("RGB", (30, 30)).save(tmp_path / "photos" / name, "PNG")
    queue.add_paths([tmp_path / "photos"], JobSettings(pen="brush"))
    queue.add_prompts(["a cat", "  ", "a dog "], JobSettings())
    qtbot.waitUntil(lambda: len(queue.records) == 4)
    assert [record.name for record in queue.records] == ["2.png", "10.png", "a cat", "a dog"]
    assert {state_in_words(record, paused=True, here=False) for record in queue.records} == {"paused"}
    job = job_of(queue.records[0])
    assert job is not None
    assert settings_in_words(job.settings) == "Brush pen"
    (tmp_path / "empty").mkdir()
    queue.add_paths([tmp_path / "empty"], JobSettings())
    qtbot.waitUntil(lambda: bool(queue.heard))
    assert queue.heard[0].text == "The queue: there is no photo in empty"
    assert held.begun == []


def test_paused_the_current_drawing_is_finished_and_no_other_begun(queue, held, qtbot) -> None:
    queue.add([CAT, DOG])
    qtbot.waitUntil(lambda: queue.current is not None)
    queue.set_paused(True)
    qtbot.waitUntil(lambda: queue.paused)
    held.go_on()
    qtbot.waitUntil(lambda: states(queue) == ["done", "waiting"])
    assert held.begun == ["a cat"]
    queue.set_paused(False)
    qtbot.waitUntil(lambda: states(queue) == ["done", "done"], timeout=20_000)


def test_the_current_job_and_all_others_can_be_cancelled_and_retried(queue, held, qtbot, tmp_path) -> None:
    queue.add([CAT, DOG])
    qtbot.waitUntil(lambda: queue.current is not None)
    queue.cancel_all()
    qtbot.waitUntil(lambda: states(queue) == ["cancelled", "cancelled"] and queue.current is None, timeout=20_000)
    assert list((tmp_path / "out").iterdir()) == []
    held.go_on()
    queue.retry([queue.records[1].id])
    qtbot.waitUntil(lambda: states(queue) == ["cancelled", "done"], timeout=20_000)
    queue.remove_done()
    qtbot.waitUntil(lambda: states(queue) == ["cancelled"])


def test_what_the_user_draws_goes_first_and_the_job_is_drawn_after_it(queue, runner, held, qtbot) -> None:
    queue.add([CAT])
    qtbot.waitUntil(lambda: queue.current is not None)
    runner.other.go_on()
    runner.start(request())
    qtbot.waitUntil(lambda: not runner.running, timeout=20_000)
    assert states(queue) != ["done"]
    held.go_on()
    qtbot.waitUntil(lambda: states(queue) == ["done"], timeout=20_000)
    assert held.begun == ["a cat", "a cat"]
    assert queue.records[0].attempts == 1


def test_a_closed_program_leaves_its_jobs_to_the_next(make_queue, queue, runner, held, qtbot) -> None:
    queue.add([CAT, DOG])
    qtbot.waitUntil(lambda: queue.current is not None)
    queue.stop()
    assert runner.close()
    queue.close()
    again = make_queue()
    held.go_on()
    again.begin()
    qtbot.waitUntil(lambda: states(again) == ["done", "done"], timeout=20_000)


def test_an_empty_store_is_not_made_by_looking(make_queue, qtbot, tmp_path) -> None:
    queue = make_queue()
    queue.begin()
    qtbot.wait(1)
    assert not (tmp_path / "store").exists()


def test_another_program_is_noticed(queue, held, qtbot, tmp_path) -> None:
    queue.set_paused(True)
    queue.add([CAT])
    qtbot.waitUntil(lambda: len(queue.records) == 1)
    with Queue(tmp_path / "store") as other:
        other.add([DOG], tmp_path / "out")
    qtbot.waitUntil(lambda: len(queue.records) == 2, timeout=20_000)


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        (JobSettings(), "usual settings"),
        (JobSettings(strokes=1, preset="draft", mask="none"), "1 stroke · Draft · the whole photo"),
        (JobSettings(strokes="auto", tone="cross", areas=3), "as many strokes as it takes · cross-hatched · in colour"),
        (JobSettings(strokes="auto:40", pen="chalk"), "up to 40 strokes · Chalk"),
    ],
)
def test_settings_in_words(settings: JobSettings, words: str) -> None:
    assert settings_in_words(settings) == words


def test_a_row_names_its_photo_without_the_folder(tmp_path: Path) -> None:
    photo = tmp_path / "broken.jpg"
    job = json.dumps(Job(photo).as_json())
    state = f"{photo} is cut off before its end: copy it again."
    failed = JobRecord(1, 1, photo.name, job, state="failed")
    assert without_folder(failed, state) == "broken.jpg is cut off before its end: copy it again."
    assert without_folder(JobRecord(1, 1, "a", "{}", state="failed"), state) == state


@pytest.mark.parametrize(
    ("wait", "words"),
    [
        ("", "waits for its turn"),
        ("file", "waits: the file is still being written"),
        ("model", "waits for the model CLIP ViT-B/16"),
        ("folder", "waits: its folder is not there"),
        ("disk", "waits: the disk is full"),
    ],
)
def test_what_is_waited_for_is_said(wait, words) -> None:
    record = JobRecord(1, 1, "a", "{}", wait=wait, lacking="vit-b-16")
    assert state_in_words(record, paused=False, here=False).startswith(words[:30])
