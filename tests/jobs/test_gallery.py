"""What a job's run leaves in the gallery."""

from __future__ import annotations

from pathlib import Path

import pytest
from taureau.engine import Failed, Finished, Report
from taureau.jobs.gallery import keep_run
from taureau.jobs.job import Job, job_from
from taureau.store.entries import Entries
from taureau.store.entry import Entry

from tests.store.runs import little_drawing


def kept(folder: Path) -> Entry:
    with Entries(folder) as entries:
        (found,) = entries.find()
        entry = entries.entry(found.id)
    assert entry is not None
    return entry


@pytest.mark.parametrize(("stopped", "outcome"), [(False, "finished"), (True, "stopped")])
def test_a_run_of_words_is_kept_with_its_job(tmp_path: Path, stopped: bool, outcome: str) -> None:
    job, drawing = Job(prompt="a red fox"), little_drawing(1)
    last = Finished("run", drawing, Report(8, 2.0, "cpu", "clip", 0, None, None, stopped))
    assert keep_run(job, last, drawing, origin="queue", seconds=2.5, folder=tmp_path) == ""
    entry = kept(tmp_path)
    assert (entry.words, entry.outcome, entry.origin, entry.seconds) == ("a red fox", outcome, "queue", 2.5)
    assert job_from(entry.request) == job


def test_a_failure_is_kept_with_its_reason(tmp_path: Path) -> None:
    last = Failed("run", "Out of memory.", "Close other programs.")
    assert keep_run(Job(prompt="a fox"), last, None, origin="batch", seconds=1, folder=tmp_path) == ""
    entry = kept(tmp_path)
    assert (entry.outcome, entry.reason, entry.strokes) == ("failed", "Out of memory. Close other programs.", 0)


def test_what_goes_wrong_is_said_and_raises_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    problem = keep_run(Job(prompt="a fox"), None, None, origin="server", seconds=1, folder=tmp_path / "file" / "runs")
    assert problem.startswith("This run is not in the gallery. The runs in ")
