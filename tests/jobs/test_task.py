"""What a worker does with one task."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from taureau.engine import Event, Failed
from taureau.jobs.job import Job
from taureau.jobs.task import NotDrawn, Task, carry_out


@pytest.mark.parametrize(("sent", "folders"), [(None, 0), (b"a photo", 1)])
def test_only_a_photo_that_was_sent_has_a_temporary_folder(sent, folders, tmp_path, monkeypatch) -> None:
    during: list[int] = []

    def draw(job: Job, cancelled: Callable[[], bool]) -> Iterator[Event]:
        during.append(len(list(temporary.iterdir())))
        assert job.photo is not None
        assert (job.photo.read_bytes(), job.photo.name) == (sent or b"here", "a.jpg")
        yield Failed("", f"{job.photo} is broken.", "Mend it.")

    temporary = tmp_path / "temporary"
    temporary.mkdir()
    (tmp_path / "a.jpg").write_bytes(b"here")
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    monkeypatch.setattr("taureau.jobs.task.draw", draw)
    outcome = carry_out(Task("a", Job(Path(tmp_path / "a.jpg")), sent))
    assert outcome == NotDrawn("a.jpg is broken. Mend it.")
    assert during == [folders]
    assert list(temporary.iterdir()) == []
