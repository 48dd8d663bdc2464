"""Every run of a session is kept, however it ends."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from taureau.jobs.job import job_from
from taureau.session import Choices, Keeping
from taureau.store.entries import Entries
from taureau.store.entry import Entry
from taureau.store.settings import StoreSettings, write_settings


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "runs"


@pytest.fixture
def keeping(with_photo, folder: Path) -> Iterator[Keeping]:
    keeping = Keeping(with_photo, folder)
    yield keeping
    keeping.close()


def kept(folder: Path) -> list[Entry]:
    with Entries(folder) as entries:
        return [entry for found in entries.find() if (entry := entries.entry(found.id)) is not None]


def test_a_finished_run_is_kept_with_its_photo_and_settings(
    with_photo, keeping, sketch, folder, photo_file, qtbot
) -> None:
    sketch.go_on()
    with qtbot.waitSignal(keeping.kept, timeout=30_000):
        with_photo.run.draw(Choices(strokes=3, seed=7))
    (entry,) = kept(folder)
    assert (entry.origin, entry.outcome, entry.name) == ("window", "finished", "disc")
    assert entry.strokes == with_photo.sheet.drawing.line_count
    assert entry.photo is not None
    assert entry.photo.path == photo_file
    job = job_from(entry.request)
    assert (job.photo, job.settings.strokes, job.settings.seed) == (photo_file, 3, 7)


def test_a_run_that_is_discarded_is_kept_as_stopped(with_photo, keeping, sketch, folder, qtbot) -> None:
    with_photo.run.draw(Choices(strokes=3))
    sketch.go_on(1)
    qtbot.waitUntil(lambda: with_photo.sheet.preview is not None)
    with qtbot.waitSignal(keeping.kept, timeout=30_000):
        with_photo.run.discard()
    (entry,) = kept(folder)
    assert entry.outcome == "stopped"
    assert entry.strokes > 0
    sketch.go_on()


def test_nothing_is_kept_of_a_run_that_drew_nothing(with_photo, keeping, sketch, folder, qtbot) -> None:
    with_photo.run.draw(Choices(strokes=3))
    with_photo.run.discard()
    keeping.close()
    assert not folder.exists()
    sketch.go_on()


def test_nothing_is_kept_where_the_user_does_not_want_it(with_photo, keeping, sketch, folder, qtbot) -> None:
    write_settings(folder, StoreSettings(keep_runs=False))
    sketch.go_on()
    with qtbot.waitSignal(keeping.kept, timeout=30_000):
        with_photo.run.draw(Choices(strokes=3))
    assert [path.name for path in folder.iterdir()] == ["settings.json"]


def test_what_goes_wrong_is_one_notice_and_costs_nothing(with_photo, keeping, sketch, folder, qtbot) -> None:
    folder.write_text("in the way")
    sketch.go_on()
    for _ in range(2):
        with_photo.run.draw(Choices(strokes=3))
        qtbot.waitUntil(lambda: not with_photo.run.active)
    qtbot.waitUntil(lambda: bool(with_photo.heard))
    keeping.close()
    qtbot.wait(1)
    (message,) = [message for message in with_photo.heard if "gallery" in message.text]
    assert message.text.startswith("This run is not in the gallery. ")
    assert message.kind == "notice"
    assert with_photo.sheet.drawing.stroke_count == 3
