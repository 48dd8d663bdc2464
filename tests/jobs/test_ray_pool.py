"""Drawing on Ray, in a real cluster of two nodes on the loopback address; skipped where Ray is not installed."""

from __future__ import annotations

import os
import signal
import socket
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import psutil
import pytest
from taureau.document import drawing_to_svg
from taureau.engine import Finished
from taureau.jobs import ray_pool
from taureau.jobs.job import Job, draw
from taureau.jobs.pool import PoolError
from taureau.jobs.ray_pool import RayPool
from taureau.jobs.settings import JobSettings
from taureau.jobs.task import Drawn, NotDrawn, Outcome, Task

from tests.jobs.workers import answer, task

STORE = 80 << 20  # bytes, about the least that Ray takes


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    """A head with room for one worker, and a node with room for another."""
    patch = pytest.MonkeyPatch()
    patch.setenv("RAY_ENABLE_WINDOWS_OR_OSX_CLUSTER", "0")  # keeps to the loopback address
    patch.setenv("RAY_USAGE_STATS_ENABLED", "0")
    pytest.importorskip("ray")
    from ray.cluster_utils import Cluster

    node = {"num_cpus": 1, "object_store_memory": STORE}
    made = Cluster(initialize_head=True, head_node_args={**node, "include_dashboard": False})
    made.add_node(**node)
    assert made.address.startswith("127.0.0.1:")
    yield made
    made.shutdown()
    patch.undo()


def outcomes(pool: RayPool, tasks: Sequence[Task]) -> dict[str, Outcome]:
    waiting, found = list(tasks), {}
    until = time.monotonic() + 120
    while waiting or pool.busy:
        assert time.monotonic() < until
        while waiting and pool.free:
            pool.submit(waiting.pop(0))
        found |= {one.key: outcome for one, outcome in pool.completed(1.0)}
    return found


def begun(folder: Path, number: int) -> None:
    until = time.monotonic() + 120
    while len(list(folder.iterdir())) < number:
        assert time.monotonic() < until
        time.sleep(0.02)


def test_a_cluster_draws_what_this_machine_would(cluster: Any, duck_photo: Path, tmp_path: Path) -> None:
    job = Job(duck_photo, settings=JobSettings(preset="draft", strokes=8))
    here = next(event for event in draw(job) if isinstance(event, Finished))
    photo = duck_photo.read_bytes()
    before = signal.getsignal(signal.SIGTERM)
    elsewhere = Job(tmp_path / "duck.jpg", settings=job.settings)  # which is not there
    with RayPool(cluster.address) as pool:
        assert (pool.workers, pool.free) == (2, 4)
        assert signal.getsignal(signal.SIGTERM) is before
        found = outcomes(pool, [Task("1", elsewhere, photo), Task("2", elsewhere, photo[:2000]), Task("3", elsewhere)])
    first, second, third = (found[key] for key in "123")
    assert isinstance(first, Drawn)
    assert first.svg == drawing_to_svg(here.drawing).encode()
    assert second == NotDrawn("duck.jpg is cut off before its end: copy or download it again.")
    assert third == NotDrawn("duck.jpg does not exist: check its name and folder.")


def test_a_worker_that_is_killed_costs_its_task_nothing_once(cluster: Any, tmp_path: Path) -> None:
    tasks = [task("once", f"kill {tmp_path} 1"), task("always", f"kill {tmp_path} 9"), task("other")]
    with RayPool(cluster.address, work=answer) as pool:
        found = outcomes(pool, tasks)
    assert isinstance(found["once"], Drawn)
    assert isinstance(found["other"], Drawn)
    assert found["always"] == NotDrawn(
        "a worker or its machine was lost 2 times while drawing it: draw it alone, or with fewer workers"
    )
    assert (tmp_path / "always").read_text() == "2"


def test_what_a_lost_node_was_drawing_is_drawn_by_another(cluster: Any, tmp_path: Path) -> None:
    node = cluster.add_node(num_cpus=1, object_store_memory=STORE)
    with RayPool(cluster.address, work=answer) as pool:
        assert pool.workers == 3
        for key in "123":
            pool.submit(task(key, f"until {tmp_path}"))
        begun(tmp_path, 3)
        (raylet,) = node.all_processes["raylet"]
        workers = psutil.Process(raylet.process.pid).children()
        cluster.remove_node(node, allow_graceful=False)
        for worker in workers:  # which would otherwise survive their node for a while
            with suppress(psutil.NoSuchProcess):
                worker.kill()
        (tmp_path / "go").touch()
        found = outcomes(pool, [task("4")])
        until = time.monotonic() + 60
        while pool.workers > 2:
            assert time.monotonic() < until
            time.sleep(0.1)
    assert sorted(key for key, outcome in found.items() if isinstance(outcome, Drawn)) == list("1234")
    assert len([file for file in tmp_path.iterdir() if file.name != "go"]) == 4  # one of them was begun twice


def test_another_version_on_the_machines_is_refused(cluster: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ray_pool, "VERSION", "0.0.1")
    said = r"one of its machines has Taureau .*, and this one 0\.0\.1: install the same"
    with RayPool(cluster.address, work=answer) as pool, pytest.raises(PoolError, match=said):
        outcomes(pool, [task("1")])


@pytest.mark.parametrize("address", ["host", "host:", ":6379", "host:99999", "ray://host:10001"])
def test_addresses_are_checked(address: str) -> None:
    with pytest.raises(PoolError, match="--ray must be local, auto or the HOST:PORT of a cluster's head, not"):
        RayPool(address)


def test_where_nothing_answers_is_one_line() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    with pytest.raises(PoolError, match=rf"no Ray cluster answers at 127\.0\.0\.1:{port} \(Connection refused\)"):
        RayPool(f"127.0.0.1:{port}")


def test_without_ray_the_command_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "ray", None)
    with pytest.raises(PoolError, match=r"Ray is not installed: .*pip install 'taureau\[farm\]'"):
        RayPool("local")
    assert "RAY_USAGE_STATS_ENABLED" in os.environ
