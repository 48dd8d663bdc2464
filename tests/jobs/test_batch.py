"""A batch goes on where it was, overwrites nothing that is not its own, and says what it cannot do."""

from __future__ import annotations

import errno
import json
import os
from collections import deque
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Self

import pytest
from taureau.document import DocumentError
from taureau.jobs import batch as batch_module
from taureau.jobs.batch import Batch, BatchError, Ended, Item, planned, saved_picture
from taureau.jobs.batch_record import FOLDER, BatchRecord, RecordError
from taureau.jobs.job import Job
from taureau.jobs.settings import JobSettings
from taureau.jobs.task import Drawn, NotDrawn, Outcome, Task

from tests.jobs.workers import drawn


class Inline:
    """A pool that draws when it is asked for outcomes."""

    workers, elsewhere = 2, False

    def __init__(self, work: Callable[[Task], Outcome] = lambda task: drawn(task.key.encode())) -> None:
        self._work = work
        self._given: deque[Task] = deque()
        self.seen: list[Task] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._given.clear()

    @property
    def free(self) -> int:
        return self.workers - len(self._given)

    @property
    def busy(self) -> bool:
        return bool(self._given)

    def submit(self, task: Task) -> None:
        assert self.free
        self._given.append(task)
        self.seen.append(task)

    def completed(self, timeout: float) -> list[tuple[Task, Outcome]]:
        task = self._given.popleft()
        return [(task, self._work(task))]


def items(folder: Path, *names: str, **settings: object) -> list[Item]:
    made = []
    for name in names:
        photo = folder / f"{name}.jpg"
        if not photo.exists():
            photo.write_bytes(name.encode())
        made.append(Item(Job(photo, settings=JobSettings(**settings)), f"{name}.svg", photo.name))  # type: ignore[arg-type]
    return made


def run(
    out: Path, todo: Sequence[Item], pool: Inline | None = None, *, overwrite: bool = False, most: int | None = None
) -> tuple[list[str], list[Ended]]:
    """Draw, and return the standings before it and what has ended; with `most` it is cancelled after so many."""
    ended: list[Ended] = []
    with BatchRecord(out) as record, pool or Inline() as used:
        plan = planned(todo, record, overwrite=overwrite)
        ended.extend(Batch(out, record, used).run(plan, lambda: most is not None and len(ended) >= most))
    return [one.standing for one in plan], ended


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


def test_only_what_is_missing_is_drawn(tmp_path: Path, out: Path) -> None:
    todo = items(tmp_path, "a", "b", "c")
    run(out, todo, most=1)
    first = next(iter(out.glob("*.svg")))
    pool = Inline()
    standings, ended = run(out, todo, pool)
    assert sorted(standings) == ["done", "missing", "missing"]
    assert sorted(one.item.output for one in ended) == sorted({"a.svg", "b.svg", "c.svg"} - {first.name})
    assert run(out, todo) == (["done"] * 3, [])


def test_a_failure_is_recorded_and_tried_again(tmp_path: Path, out: Path) -> None:
    todo = items(tmp_path, "a", "b")
    _, ended = run(out, todo, Inline(lambda task: NotDrawn("no") if task.key == "a.svg" else drawn()))
    assert {one.item.output: one.result.reason for one in ended} == {"a.svg": "no", "b.svg": ""}
    assert not (out / "a.svg").exists()
    standings, ended = run(out, todo)
    assert standings == ["missing", "done"]
    assert [one.item.output for one in ended] == ["a.svg"]


def test_other_settings_or_another_photo_are_drawn_again(tmp_path: Path, out: Path) -> None:
    run(out, items(tmp_path, "a", "b"))
    (tmp_path / "a.jpg").write_bytes(b"another photo of this name")
    assert run(out, items(tmp_path, "a", "b"))[0] == ["missing", "done"]
    os.utime(tmp_path / "b.jpg", ns=(1, 1))  # as where the clock was set back
    assert run(out, items(tmp_path, "a", "b"))[0] == ["done", "missing"]
    assert run(out, items(tmp_path, "a", "b", strokes=8))[0] == ["missing", "missing"]


def test_what_is_not_of_the_batch_stays_as_it_is(tmp_path: Path, out: Path) -> None:
    todo = items(tmp_path, "a", "b")
    out.mkdir()
    (out / "a.svg").write_text("somebody's")
    assert run(out, todo)[0] == ["foreign", "missing"]
    (out / "b.svg").write_text("edited by hand")
    assert run(out, todo)[0] == ["foreign", "done"]
    assert run(out, items(tmp_path, "a", "b", strokes=8)) == (["foreign", "foreign"], [])
    assert (out / "a.svg").read_text() == "somebody's"
    assert run(out, todo, overwrite=True)[0] == ["missing", "missing"]
    assert run(out, todo)[0] == ["done", "done"]


def test_a_crash_between_the_record_and_the_drawing_costs_the_drawing_alone(tmp_path: Path, out: Path) -> None:
    run(out, items(tmp_path, "a", "b"))
    before = (out / "b.svg").read_bytes()
    run(out, items(tmp_path, "a", "b", strokes=8), Inline(lambda task: drawn(b"eight")))
    (out / "a.svg").unlink()
    (out / "b.svg").write_bytes(before)
    with (out / FOLDER / "batch.jsonl").open("ab") as record:
        record.write(b'{"output": "c.s')  # half of a line
    assert run(out, items(tmp_path, "a", "b", strokes=8), Inline(lambda task: drawn(b"eight")))[0] == ["missing"] * 2
    assert run(out, items(tmp_path, "a", "b", strokes=8))[0] == ["done", "done"]


@pytest.mark.parametrize("line", [b"\xff\xfe", b"[1]", b"{}", b'{"output": 1}', b"[" * 100_000])
def test_lines_of_the_record_that_are_damaged_count_for_nothing(line: bytes, tmp_path: Path, out: Path) -> None:
    run(out, items(tmp_path, "a"))
    record = out / FOLDER / "batch.jsonl"
    record.write_bytes(line + b"\n" + record.read_bytes())
    assert run(out, items(tmp_path, "a"))[0] == ["done"]


def test_two_batches_do_not_draw_into_one_folder(tmp_path: Path, out: Path) -> None:
    with BatchRecord(out), pytest.raises(RecordError, match="another batch is drawing into"):
        BatchRecord(out)
    assert len(run(out, items(tmp_path, "a"))[1]) == 1


def test_a_full_disk_ends_the_batch_with_what_is_drawn(
    tmp_path: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, data: bytes) -> None:
        if path.name == "b.svg":
            raise DocumentError("Cannot save to 'b.svg': No space left on device; make room, then save again.")
        path.write_bytes(data)

    todo = items(tmp_path, "a", "b", "c")
    with monkeypatch.context() as patch:
        patch.setattr(batch_module, "write_whole", full)
        with pytest.raises(BatchError) as caught:
            run(out, todo)
    advice = "make room, then save again. Then give the same command again, which draws what is missing."
    assert str(caught.value).endswith(advice)
    assert run(out, todo)[0] == ["done", "missing", "missing"]


def test_a_folder_that_is_gone_ends_the_batch(tmp_path: Path, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(*given: object) -> None:
        raise OSError(errno.ENOENT, "No such file or directory")

    monkeypatch.setattr(batch_module, "save_pictures", gone)
    with pytest.raises(BatchError, match="out cannot be written: No such file or directory"):
        run(out, items(tmp_path, "a"))


def test_what_all_jobs_would_fail_of_is_said_once(tmp_path: Path, out: Path) -> None:
    todo = items(tmp_path, *(f"{number:02}" for number in range(30)))
    pool = Inline(lambda task: NotDrawn("there is no such model"))
    with pytest.raises(BatchError, match="the first 10 have failed alike: there is no such model"):
        run(out, todo, pool)
    assert len(pool.seen) < 14
    pool = Inline(lambda task: NotDrawn(f"{task.key} is damaged"))
    assert len(run(out, todo, pool)[1]) == 30


def test_photos_are_sent_to_workers_that_cannot_read_them(tmp_path: Path, out: Path) -> None:
    pool = Inline()
    pool.elsewhere = True
    todo = items(tmp_path, "a", "gone")
    (tmp_path / "gone.jpg").unlink()
    _, ended = run(out, todo, pool)
    assert [(task.photo, task.job.settings.preset) for task in pool.seen] == [(b"a", "standard")]
    reasons = {one.item.output: one.result.reason for one in ended}
    assert reasons == {"a.svg": "", "gone.svg": f"{tmp_path / 'gone.jpg'} cannot be read: No such file or directory"}


def test_small_pictures_are_kept_for_the_report(tmp_path: Path, out: Path) -> None:
    run(out, items(tmp_path, "a"), Inline(lambda task: Drawn(b"svg", 3, 1.5, b"small svg", b"small photo")))
    assert saved_picture(out, "a.svg", "drawing") == b"small svg"
    assert saved_picture(out, "a.svg", "photo") == b"small photo"
    assert saved_picture(out, "b.svg", "photo") is None
    (line,) = (out / FOLDER / "batch.jsonl").read_text().splitlines()
    assert (json.loads(line)["strokes"], json.loads(line)["seconds"]) == (3, 1.5)
