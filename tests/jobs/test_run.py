"""The run of one job: whatever happens to it, its row says so, and the next one can be drawn."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image
from taureau.document import Drawing
from taureau.engine import Event, Failed, Finished, Notice, Report, Started
from taureau.jobs.job import Job
from taureau.jobs.queue import Queue
from taureau.jobs.run import JobBegun, JobWritten, run_next
from taureau.jobs.worker import Worker
from taureau.store.entries import Entries
from taureau.store.errors import StoreError
from taureau.wording import unpacked

CAT = Job(prompt="a cat")


@pytest.fixture
def queue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Queue]:
    monkeypatch.setattr("taureau.jobs.obstacles.first_present", lambda ids: ids[0])
    (tmp_path / "out").mkdir()
    with Queue(tmp_path / "store") as made:
        yield made


@pytest.fixture
def worker(queue: Queue) -> Iterator[Worker]:
    with Worker(queue) as made:
        yield made


def never() -> bool:
    return False


def drawing(job: Job, cancelled: Callable[[], bool], *, run: str | None = None) -> Iterator[Event]:
    yield Started(run or "", "cpu", 1, "none")
    report = Report(0, 1.5, "cpu", "none", 0, None, None, stopped=cancelled())
    yield Finished(run or "", Drawing(10, 10, ()), report)


def raising(error: BaseException) -> Callable[..., Iterator[Event]]:
    def draw(job: Job, cancelled: Callable[[], bool], *, run: str | None = None) -> Iterator[Event]:
        yield Started(run or "", "cpu", 1, "none")
        raise error

    return draw


def test_a_job_is_drawn_written_and_kept(queue, worker, tmp_path) -> None:
    queue.add([CAT], tmp_path / "out")
    events = list(run_next(worker, never, run="r", draw=drawing, store=queue.folder))
    assert [type(event) for event in events] == [JobBegun, Started, JobWritten, Finished]
    assert {event.run for event in events} == {"r"}
    assert events[2].output == tmp_path / "out" / "a cat.svg"
    assert events[2].output.read_text().startswith("<?xml")
    with Entries(queue.folder) as entries:
        (kept,) = entries.find()
        assert entries.entry(kept.id).request["prompt"] == "a cat"
        assert entries.entry(kept.id).origin == "queue"
    assert list(run_next(worker, never, draw=drawing)) == []


@pytest.mark.parametrize(
    ("error", "reasons"),
    [
        (MemoryError(), ["There was not enough memory.", "Close other programs or use a smaller photo."]),
        (RuntimeError("odd\nand long"), ["Drawing failed: odd"]),
        (ZeroDivisionError(), ["Drawing failed: ZeroDivisionError"]),
    ],
)
def test_an_exception_fails_the_job_alone(error, reasons, queue, worker, tmp_path) -> None:
    queue.add([CAT, CAT], tmp_path / "out")
    list(run_next(worker, never, draw=raising(error)))
    list(run_next(worker, never, draw=drawing))
    assert [record.state for record in queue.records()] == ["failed", "done"]
    assert unpacked(queue.records()[0].reason) == reasons


def test_a_failure_is_kept_with_its_reason(queue, worker, tmp_path) -> None:
    def draw(job: Job, cancelled: Callable[[], bool], *, run: str | None = None) -> Iterator[Event]:
        yield Failed(run or "", "There is no clear contour.", "Choose another photo.", bad_input=True)

    queue.add([CAT], tmp_path / "out")
    list(run_next(worker, never, draw=draw, store=queue.folder))
    assert unpacked(queue.records()[0].reason) == ["There is no clear contour.", "Choose another photo."]
    with Entries(queue.folder) as entries:
        assert [entry.outcome for entry in entries.find()] == ["failed"]


def test_a_run_that_is_stopped_or_left_gives_its_job_back(queue, worker, tmp_path) -> None:
    queue.add([CAT], tmp_path / "out")
    list(run_next(worker, lambda: True, draw=drawing))
    assert (queue.records()[0].state, queue.records()[0].attempts) == ("waiting", 0)
    left = run_next(worker, never, draw=drawing)
    next(left)
    assert queue.records()[0].state == "running"
    left.close()
    assert (queue.records()[0].state, queue.records()[0].attempts) == ("waiting", 0)


def test_a_job_that_another_program_cancels_is_stopped(queue, worker, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr("taureau.jobs.run._LOOKS", 0.0)
    (job_id,) = queue.add([CAT], tmp_path / "out")
    running = run_next(worker, never, draw=drawing)
    assert isinstance(next(running), JobBegun)
    with Queue(queue.folder) as other:
        other.cancel([job_id])
    (_, last) = running
    assert isinstance(last, Finished)
    assert last.report.stopped
    assert queue.records()[0].state == "cancelled"
    assert list((tmp_path / "out").iterdir()) == []


def test_that_the_photo_was_replaced_is_said(queue, worker, tmp_path) -> None:
    path = tmp_path / "a.png"
    Image.new("RGB", (40, 30)).save(path)
    queue.add([Job(path)], tmp_path / "out")
    Image.new("RGB", (400, 300), "red").save(path)
    notices = [event for event in run_next(worker, never, draw=drawing) if isinstance(event, Notice)]
    assert [one.message for one in notices] == ["a.png was replaced while it waited: the new photo is drawn."]


def test_a_gallery_that_cannot_be_written_costs_nothing(queue, worker, tmp_path) -> None:
    queue.add([CAT], tmp_path / "out")
    (tmp_path / "no folder").touch()
    events = list(run_next(worker, never, draw=drawing, store=tmp_path / "no folder"))
    (notice,) = (event for event in events if isinstance(event, Notice))
    assert notice.message.startswith("This run is not in the gallery.")
    assert queue.records()[0].state == "done"


def test_a_queue_that_cannot_be_read_is_reported(queue, worker, tmp_path, monkeypatch) -> None:
    def fail(*_: object) -> None:
        raise StoreError("The disk is full: make room on it.")

    monkeypatch.setattr(queue.database, "read", fail)
    with pytest.raises(StoreError):
        list(run_next(worker, never, draw=drawing))
