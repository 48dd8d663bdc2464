"""A worker takes what can be drawn now, writes each result once, and says what the others wait for."""

from __future__ import annotations

import errno
import json
import os
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from taureau.document import DocumentError
from taureau.jobs.claims import Claim, is_abandoned
from taureau.jobs.files import Resting, free_name, photos_in
from taureau.jobs.job import Job
from taureau.jobs.queue import Queue
from taureau.jobs.settings import JobSettings
from taureau.jobs.worker import MOST_ATTEMPTS, Worker
from taureau.store.errors import StoreError
from taureau.store.jobs import JobRecord
from taureau.wording import unpacked


@pytest.fixture(autouse=True)
def models(monkeypatch: pytest.MonkeyPatch) -> None:
    """A CLIP seems to be there, so that prompts need not wait for one."""
    monkeypatch.setattr("taureau.jobs.obstacles.first_present", lambda ids: ids[0])


@pytest.fixture
def queue(tmp_path: Path) -> Iterator[Queue]:
    with Queue(tmp_path / "store") as made:
        yield made


@pytest.fixture
def worker(queue: Queue) -> Iterator[Worker]:
    with Worker(queue) as made:
        yield made


@pytest.fixture
def out(tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


def photo(path: Path, shade: int = 200) -> Path:
    Image.new("RGB", (40, 30), (shade, shade, shade)).save(path)
    return path


def only(queue: Queue) -> JobRecord:
    (record,) = queue.records()
    return record


def draw_one(worker: Worker, data: bytes = b"<svg/>") -> Path | None:
    taken = worker.take()
    return None if taken is None else worker.complete(taken, data, {"strokes": 3})


def test_jobs_are_drawn_in_their_order(queue, worker, out, tmp_path) -> None:
    jobs = [Job(photo(tmp_path / f"{name}.png"), settings=JobSettings(strokes=5)) for name in "abc"]
    ids = queue.add(jobs, out)
    queue.set_order([ids[2], ids[0]])
    assert [path.name for path in iter(lambda: draw_one(worker), None)] == ["c.svg", "a.svg", "b.svg"]
    assert {record.state for record in queue.records()} == {"done"}
    assert only_facts(queue.records()[0]) == {"strokes": 3}
    assert (out / "c.svg").read_bytes() == b"<svg/>"


def only_facts(record: JobRecord) -> object:
    return json.loads(record.outcome)


def test_all_or_none_is_added(queue, out) -> None:
    def jobs() -> Iterator[Job]:
        yield Job(prompt="a cat")
        raise RuntimeError

    with pytest.raises(RuntimeError):
        queue.add(jobs(), out)
    assert queue.records() == []


def test_results_never_replace_files_and_names_are_those_of_the_photos(queue, worker, out, tmp_path) -> None:
    (out / "a.svg").write_text("the user's")
    queue.add([Job(photo(tmp_path / "a.png")), Job(prompt='a cat: "black/white"'), Job(prompt="..")], out)
    assert [path.name for path in iter(lambda: draw_one(worker), None)] == [
        "a-2.svg",
        "a cat black white.svg",
        "drawing.svg",
    ]
    assert (out / "a.svg").read_text() == "the user's"


def test_a_result_that_was_given_a_name_has_it(queue, worker, out) -> None:
    (out / "mine.svg").write_text("of an earlier batch")
    queue.add([Job(prompt="a cat")], out, [out / "mine.svg"])
    assert draw_one(worker, b"new") == out / "mine.svg"
    assert (out / "mine.svg").read_bytes() == b"new"


def test_a_paused_queue_gives_nothing_and_stays_paused(queue, worker, out, tmp_path) -> None:
    queue.add([Job(prompt="a cat")], out)
    queue.paused = True
    assert worker.take() is None
    with Queue(tmp_path / "store") as again:
        assert again.paused
        again.paused = False
    assert worker.take() is not None


def test_two_programs_never_draw_one_job(queue, worker, out, tmp_path) -> None:
    queue.add([Job(prompt="a cat"), Job(prompt="a dog")], out)
    with Queue(tmp_path / "store") as other, Worker(other) as rival:
        one, two = worker.take(), rival.take()
        assert one is not None
        assert two is not None
        assert {one.job.prompt, two.job.prompt} == {"a cat", "a dog"}
        assert rival.take() is None  # ours is under way, and not abandoned
        assert worker.complete(one, b"1", {}) == out / "a cat.svg"
        assert rival.complete(two, b"2", {}) == out / "a dog.svg"


def test_another_program_cancels_what_is_drawn_here(queue, worker, out, tmp_path) -> None:
    (job_id,) = queue.add([Job(prompt="a cat")], out)
    taken = worker.take()
    assert taken is not None
    before = queue.changes()
    with Queue(tmp_path / "store") as other:
        other.cancel([job_id])
    assert queue.changes() != before
    assert not worker.is_ours(job_id)
    assert worker.complete(taken, b"1", {}) is None
    assert only(queue).state == "cancelled"
    assert list(out.iterdir()) == []
    queue.retry([job_id])
    assert draw_one(worker) == out / "a cat.svg"
    queue.cancel([job_id])  # too late
    assert only(queue).state == "done"
    queue.remove([job_id])
    assert queue.records() == []
    assert (out / "a cat.svg").exists()


def test_what_waits_is_not_removed(queue, out) -> None:
    queue.add([Job(prompt="a cat")], out)
    queue.remove([only(queue).id])
    assert only(queue).state == "waiting"


def test_a_worker_that_closes_gives_back_what_it_had(queue, out) -> None:
    queue.add([Job(prompt="a cat")], out)
    for _ in range(2 * MOST_ATTEMPTS):
        with Worker(queue) as worker:
            assert worker.take() is not None
        assert (only(queue).state, only(queue).attempts) == ("waiting", 0)
    assert list((queue.folder / "claims").iterdir()) == []


def test_a_photo_that_was_replaced_while_it_waits_is_drawn_as_it_is_now(queue, worker, out, tmp_path) -> None:
    queue.add([Job(photo(tmp_path / "a.png"))], out)
    photo(tmp_path / "a.png", 90)
    os.utime(tmp_path / "a.png", (1, 1))
    taken = worker.take()
    assert taken is not None
    assert taken.replaced
    assert only(queue).replaced


def test_a_photo_that_is_gone_fails_and_can_be_retried(queue, worker, out, tmp_path) -> None:
    path = photo(tmp_path / "a.png")
    queue.add([Job(path), Job(prompt="a cat")], out)
    path.unlink()
    assert draw_one(worker) == out / "a cat.svg"
    failed = queue.records()[0]
    assert failed.state == "failed"
    assert unpacked(failed.reason) == [f"{path} is not there: bring it back, then retry."]
    photo(path)
    queue.retry([failed.id])
    assert draw_one(worker) == out / "a.svg"


@pytest.mark.parametrize("which", ["photo", "out"])
def test_a_folder_that_is_gone_is_waited_for(which, queue, worker, out, tmp_path) -> None:
    """As that of a drive that is not plugged in."""
    (tmp_path / "photo").mkdir()
    queue.add([Job(photo(tmp_path / "photo" / "a.png"))], out)
    (tmp_path / which).rename(tmp_path / "unplugged")
    assert worker.take() is None
    assert (only(queue).state, only(queue).wait) == ("waiting", "folder")
    assert not (tmp_path / which).exists()
    (tmp_path / "unplugged").rename(tmp_path / which)
    assert draw_one(worker) == out / "a.svg"
    assert only(queue).wait == ""


def test_a_missing_model_is_waited_for_while_others_are_drawn(queue, worker, out, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr("taureau.jobs.obstacles.first_present", lambda ids: None)
    path = photo(tmp_path / "a.png")
    jobs = [Job(path, settings=JobSettings(mask="isnet")), Job(path, settings=JobSettings(preset="clipasso"))]
    queue.add([*jobs, Job(path, settings=JobSettings(encoder="vit-b-16")), Job(path)], out)
    assert draw_one(worker) == out / "a.svg"
    assert worker.take() is None
    waiting = [(record.wait, record.lacking) for record in queue.records() if record.state == "waiting"]
    assert waiting == [("model", "isnet"), ("model", "rn101"), ("model", "vit-b-16")]
    monkeypatch.setattr("taureau.jobs.obstacles.is_present", lambda model: True)
    taken = worker.take()
    assert taken is not None
    assert taken.job == jobs[0]


def test_a_full_disk_is_waited_for(queue, worker, out, monkeypatch) -> None:
    queue.add([Job(prompt="a cat")], out)
    with monkeypatch.context() as patched:
        patched.setattr("taureau.jobs.worker.ROOM", 1 << 60)
        assert worker.take() is None
        assert only(queue).wait == "disk"
    taken = worker.take()
    assert taken is not None

    def full(path: Path, data: bytes) -> None:
        raise DocumentError("full") from OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched:  # it fills while it is drawn
        patched.setattr("taureau.jobs.worker.write_whole", full)
        assert worker.complete(taken, b"1", {}) is None
    assert (only(queue).state, only(queue).wait, only(queue).digest) == ("waiting", "disk", "")
    assert draw_one(worker) == out / "a cat.svg"


def test_a_result_that_cannot_be_written_fails(queue, worker, out) -> None:
    (out / "mine.svg").mkdir()
    queue.add([Job(prompt="a cat")], out, [out / "mine.svg"])
    assert draw_one(worker) is None
    assert only(queue).state == "failed"
    assert "it is not a file" in unpacked(only(queue).reason)[0]


def test_a_store_that_cannot_be_written_loses_nothing(queue, worker, out, monkeypatch) -> None:
    """The result is there, and the next turn finds that out."""
    queue.add([Job(prompt="a cat")], out)
    taken = worker.take()
    assert taken is not None

    def full(*_: object) -> None:
        raise sqlite3.OperationalError("disk I/O error")

    with monkeypatch.context() as patched:
        patched.setattr(Worker, "_end", lambda *_, **__: queue.database.write(full))
        with pytest.raises(StoreError):
            worker.complete(taken, b"1", {})
    assert only(queue).state == "running"
    assert worker.take() is None
    assert only(queue).state == "done"
    assert (out / "a cat.svg").read_bytes() == b"1"


def test_a_row_that_is_no_job_fails_and_costs_the_others_nothing(queue, worker, out) -> None:
    queue.add([Job(prompt="a cat"), Job(prompt="a dog")], out)
    queue.database.write(lambda connection: connection.execute("UPDATE jobs SET job = '{\"tiger\": 1}' WHERE id = 1"))
    assert draw_one(worker) == out / "a dog.svg"
    assert queue.records()[0].state == "failed"
    assert unpacked(queue.records()[0].reason)[0].startswith("This job cannot be read: a job has photo,")


def test_a_job_that_ends_its_program_each_time_is_given_up(queue, out, tmp_path, monkeypatch) -> None:
    queue.add([Job(prompt="a cat"), Job(prompt="a dog")], out)
    for _ in range(MOST_ATTEMPTS):
        with Queue(tmp_path / "store") as other:
            worker = Worker(other)
            taken = worker.take()
            assert taken is not None
            assert taken.job.prompt == "a cat"
            worker._claim.close()  # as the system does when the process ends
    with Worker(queue) as worker:
        assert draw_one(worker) == out / "a dog.svg"
    assert unpacked(queue.records()[0].reason) == ["The program ended 5 times while drawing it: retry it alone."]


def test_a_result_that_is_not_ours_is_not_taken_for_it(queue, out, tmp_path, monkeypatch) -> None:
    """The program was killed before its result had its name, and somebody else wrote a file of that name."""
    queue.add([Job(prompt="a cat")], out)
    dead = Worker(queue)
    taken = dead.take()
    assert taken is not None
    with monkeypatch.context() as patched:
        patched.setattr("taureau.jobs.worker.write_whole", kill)
        with pytest.raises(KeyboardInterrupt):
            dead.complete(taken, b"ours", {})
    dead._claim.close()
    (out / "a cat.svg").write_text("another's")
    with Worker(queue) as worker:
        assert draw_one(worker, b"ours") == out / "a cat-2.svg"
    assert (out / "a cat.svg").read_text() == "another's"


def kill(*_: object) -> None:
    raise KeyboardInterrupt


def test_a_clock_that_is_set_back_changes_nothing(queue, worker, out, monkeypatch) -> None:
    queue.add([Job(prompt="a cat")], out)
    monkeypatch.setattr(time, "time", lambda: 0.0)
    queue.add([Job(prompt="a dog")], out)
    assert [path.name for path in iter(lambda: draw_one(worker), None)] == ["a cat.svg", "a dog.svg"]


def test_names_whose_bytes_are_no_characters(queue, worker, out, tmp_path) -> None:
    path = tmp_path / os.fsdecode(b"caf\xe9.png")
    photo(tmp_path / "a.png").rename(path)
    queue.add([Job(path)], out)
    assert only(queue).name == "caf�.png"
    output = draw_one(worker)
    assert output is not None
    assert os.fsencode(output.name) == b"caf\xe9.svg"


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_a_file_that_is_still_being_written_waits(queue, out, tmp_path) -> None:
    whole = photo(tmp_path / "whole.png").read_bytes()
    path, clock = tmp_path / "a.png", Clock()
    path.write_bytes(whole[:30])
    with Worker(queue, clock) as worker:
        (job_id,) = queue.add_arrivals([(Job(path), "30:0")], out)
        assert queue.add_arrivals([(Job(path), "30:0")], out) == []  # known

        def turn(seconds: float) -> bool:
            clock.now += seconds
            return worker.take() is not None

        assert not turn(0)
        assert only(queue).wait == "file"
        assert not turn(Resting.REST)  # it rests, but does not open
        path.write_bytes(whole)
        assert not turn(Resting.REST)  # it has changed
        assert turn(Resting.REST)
        assert not only(queue).replaced
        worker.give_back(job_id)
        path.write_bytes(whole[:40])
        assert turn(0)  # it was whole: what it is now is said by the run


def test_a_file_that_stays_broken_is_left_to_the_run(queue, out, tmp_path) -> None:
    path, clock = tmp_path / "a.png", Clock()
    path.write_bytes(b"\x89PNG")
    with Worker(queue, clock) as worker:
        queue.add_arrivals([(Job(path), "4:0")], out)
        assert worker.take() is None
        clock.now += Resting.PATIENCE
        assert worker.take() is not None


def test_known_files_are_not_added_until_they_change(queue, out, tmp_path) -> None:
    path = tmp_path / "a.png"
    queue.set_known({path: "1:1"})
    assert queue.add_arrivals([(Job(path), "1:1")], out) == []
    assert len(queue.add_arrivals([(Job(path), "2:1")], out)) == 1


def test_photos_are_gathered_from_folders_in_the_order_people_expect(tmp_path) -> None:
    for name in ("10.jpg", "2.JPG", "notes.txt", ".hidden.png", "b/1.webp", ".git/1.png"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    found = list(photos_in([tmp_path / "notes.txt", tmp_path]))
    assert [str(path.relative_to(tmp_path)) for path in found] == ["notes.txt", "2.JPG", "10.jpg", "b/1.webp"]


def test_free_names(tmp_path) -> None:
    (tmp_path / "cat.svg").touch()

    def taken(path: Path) -> bool:
        return path.name == "cat-2.svg"

    assert free_name(tmp_path, "cat", taken).name == "cat-3.svg"
    assert free_name(tmp_path, "  \n", taken).name == "drawing.svg"
    assert len(free_name(tmp_path, "x" * 300, taken).name) < 80


def test_a_claim_is_abandoned_once_it_is_closed(tmp_path) -> None:
    claim = Claim(tmp_path)
    name = claim.name()
    assert claim.holds(name)
    assert not is_abandoned(tmp_path, name)
    claim.close()
    assert is_abandoned(tmp_path, name)
    assert is_abandoned(tmp_path, "never-was")
