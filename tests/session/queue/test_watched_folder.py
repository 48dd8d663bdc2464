"""A watched folder feeds the queue with what arrives in it, once, and when it is whole."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from taureau.jobs.files import Resting
from taureau.jobs.settings import JobSettings
from taureau.session.queue.watched_folder import WatchedFolder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "camera"
    folder.mkdir()
    photo(folder / "old.png")
    return folder


def photo(path: Path) -> None:
    Image.new("RGB", (30, 30)).save(path)


def test_what_arrives_is_drawn_and_what_was_there_is_not(queue, make_queue, folder, held, qtbot, monkeypatch) -> None:
    monkeypatch.setattr(Resting, "REST", 0.0)
    held.go_on()
    watched = WatchedFolder(queue)
    watched.choose(folder, JobSettings(strokes=3))
    qtbot.waitUntil(lambda: watched.folder == folder)
    photo(folder / "new.png")
    (folder / "notes.txt").touch()
    qtbot.waitUntil(lambda: [one.state for one in queue.records] == ["done"], timeout=20_000)
    assert queue.records[0].name == "new.png"
    watched.look()
    queue.remove_done()
    watched.look()
    with qtbot.waitSignal(queue.changed, raising=False, timeout=100):
        pass
    assert queue.records == []

    other = WatchedFolder(queue)  # of the next start
    other.begin()
    qtbot.waitUntil(lambda: other.folder == folder)
    other.stop()
    qtbot.waitUntil(lambda: other.folder is None)
    assert other._watcher.directories() == []


def test_a_folder_that_is_gone_is_watched_again_when_it_is_back(queue, folder, held, qtbot, monkeypatch) -> None:
    monkeypatch.setattr(Resting, "REST", 0.0)
    held.go_on()
    watched = WatchedFolder(queue)
    watched.choose(folder, JobSettings())
    qtbot.waitUntil(lambda: watched.folder == folder)
    away = folder.rename(folder.with_name("unplugged"))
    watched.look()
    qtbot.waitUntil(lambda: watched._watcher.directories() == [], timeout=20_000)
    assert watched.folder == folder
    photo(away / "new.png")
    away.rename(folder)
    watched.look()  # as it does now and then
    qtbot.waitUntil(lambda: [one.state for one in queue.records] == ["done"], timeout=20_000)
    assert watched._watcher.directories() == [str(folder)]
