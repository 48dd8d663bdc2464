"""Processes that draw: each keeps what it has loaded, and none takes another with it when it dies."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import psutil
import pytest
from taureau.jobs.process_pool import ProcessPool
from taureau.jobs.task import Drawn, NotDrawn, Outcome, Task, usual_workers
from taureau.threads import usable_cores

from tests.jobs.workers import answer, task
from tests.processes import running

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="these workers end themselves by signals")


def outcomes(pool: ProcessPool, tasks: Sequence[Task]) -> dict[str, Outcome]:
    """Draw the tasks, as many at once as the pool takes."""
    waiting, found = list(tasks), {}
    until = time.monotonic() + 60
    while waiting or pool.busy:
        assert time.monotonic() < until
        while waiting and pool.free:
            pool.submit(waiting.pop(0))
        found |= {one.key: outcome for one, outcome in pool.completed(1.0)}
    return found


def test_a_worker_draws_one_task_after_another() -> None:
    with ProcessPool(2, answer) as pool:
        found = outcomes(pool, [task(str(number)) for number in range(6)])
    processes = {outcome.svg for outcome in found.values() if isinstance(outcome, Drawn)}
    assert sorted(found) == list("012345")
    assert 1 <= len(processes) <= 2


def test_a_killed_worker_costs_only_its_task_which_another_draws(tmp_path: Path) -> None:
    with ProcessPool(1, answer) as pool:
        found = outcomes(pool, [task("first"), task("killed", f"kill {tmp_path} 1"), task("last")])
    marks = {key: outcome.svg for key, outcome in found.items() if isinstance(outcome, Drawn)}
    assert set(marks) == {"first", "killed", "last"}
    assert marks["first"] != marks["killed"] == marks["last"]


def test_what_kills_its_worker_again_fails_alone(tmp_path: Path) -> None:
    with ProcessPool(2, answer) as pool:
        found = outcomes(pool, [task("fatal", f"kill {tmp_path} 9"), task("other"), task("third")])
    assert found["fatal"] == NotDrawn(
        "a worker was ended by the system 2 times while drawing it: draw it alone, or with fewer workers"
    )
    assert (tmp_path / "fatal").read_text() == "2"
    assert isinstance(found["other"], Drawn)
    assert isinstance(found["third"], Drawn)


def test_a_worker_that_died_idle_is_replaced() -> None:
    with ProcessPool(1, answer) as pool:
        (before,) = outcomes(pool, [task("1")]).values()
        (child,) = [one for one in psutil.Process().children() if "spawn_main" in " ".join(one.cmdline())]
        child.kill()
        child.wait(20)
        (after,) = outcomes(pool, [task("2")]).values()
    assert isinstance(before, Drawn)
    assert isinstance(after, Drawn)
    assert before.svg != after.svg


def test_a_full_pool_takes_nothing(tmp_path: Path) -> None:
    with ProcessPool(1, answer) as pool:
        pool.submit(task("1", f"wait {tmp_path}"))
        assert (pool.free, pool.busy) == (0, True)
        with pytest.raises(ValueError, match="all workers are busy"):
            pool.submit(task("2"))
        assert pool.completed(0.0) == []


def test_the_end_of_the_pool_ends_what_is_under_way(tmp_path: Path) -> None:
    with ProcessPool(1, answer) as pool:
        pool.submit(task("1", f"wait {tmp_path}"))
        (pid,) = begun(tmp_path, 1)
    assert not psutil.pid_exists(pid)


def test_workers_end_with_a_process_that_is_killed(tmp_path: Path) -> None:
    """One that draws hears of it between two steps, one that waits at once; neither gets the terminal's Ctrl-C."""
    program = [sys.executable, "-m", "tests.jobs.test_process_pool", tmp_path]
    with running(program, stderr=subprocess.PIPE, start_new_session=True) as process:
        workers = begun(tmp_path, 2)
        os.killpg(process.pid, signal.SIGINT)  # which the program ignores, too
        assert all(map(psutil.pid_exists, workers))
        process.kill()
        assert process.stderr is not None
        assert process.stderr.read() == ""  # once all that had it are gone
    gone, alive = psutil.wait_procs([psutil.Process(pid) for pid in workers if psutil.pid_exists(pid)], timeout=30)
    assert not alive, gone


def test_there_is_a_worker_for_each_core_at_most() -> None:
    assert 1 <= usual_workers() <= usable_cores()


def begun(folder: Path, number: int) -> list[int]:
    """Wait until so many tasks are under way, and return the ids of their processes."""
    until = time.monotonic() + 60
    while len(found := [int(file.name.rpartition("-")[2]) for file in folder.iterdir()]) < number:
        assert time.monotonic() < until
        time.sleep(0.02)
    return found


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with ProcessPool(2, answer) as waiting_pool:
        for key in "12":
            waiting_pool.submit(task(key, f"wait {sys.argv[1]}"))
        while waiting_pool.busy:
            waiting_pool.completed(1.0)
