"""A server that answers on a port of its own, and a client that knows its token."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("uvicorn")
pytest.importorskip("starlette")
httpx = pytest.importorskip("httpx")

import uvicorn  # noqa: E402
from taureau.document import Drawing, Layer, Stroke  # noqa: E402
from taureau.engine import Finished, Progress, Report, Started  # noqa: E402
from taureau.geometry import Curve  # noqa: E402
from taureau.jobs.job import Job, draw  # noqa: E402
from taureau.jobs.run import Draw  # noqa: E402
from taureau.server.app import Server  # noqa: E402

TOKEN = "the-token-of-the-test"


@contextmanager
def serving(folder: Path, draw: Draw = draw, **options: Any) -> Iterator[str]:
    """The URL of a server that runs in a thread."""
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    with Server(TOKEN, folder, draw=draw, **options) as server:
        running = uvicorn.Server(
            uvicorn.Config(server, log_level="warning", lifespan="off", ws="none", timeout_graceful_shutdown=1)
        )
        thread = threading.Thread(target=running.run, kwargs={"sockets": [listening]})
        thread.start()
        while not running.started:
            time.sleep(0.01)
        try:
            yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        finally:
            running.should_exit = True
            thread.join()


def client(url: str, token: str = TOKEN) -> Any:
    return httpx.Client(base_url=url, headers={"Authorization": f"Bearer {token}"}, timeout=60, trust_env=False)


def stroke() -> Stroke:
    return Stroke(Curve([(10, 10), (20, 40), (60, 40), (90, 10)]), 2.0)


class StubDraw:
    """Draws one stroke, in two steps between which it waits to be let go."""

    def __init__(self) -> None:
        self.go_on = threading.Event()
        self.go_on.set()
        self.jobs: list[Job] = []

    def __call__(self, job: Job, cancelled: Callable[[], bool], *, run: str | None = None) -> Iterator[Any]:
        self.jobs.append(job)
        drawing = Drawing(100, 50, (Layer("1-drawing", (stroke(),)),))
        yield Started(run or "", "cpu", 2, "taureau-eye")
        for step in (1, 2):
            yield Progress(run or "", step, 2, {"total": float("nan")}, drawing)
        while not self.go_on.wait(0.02) and not cancelled():
            pass
        report = Report(1, 0.1, "cpu", "taureau-eye", 0, None, None, cancelled())
        yield Finished(run or "", drawing, report)


@pytest.fixture
def stub() -> StubDraw:
    return StubDraw()


@pytest.fixture
def server(tmp_path: Path, stub: StubDraw) -> Iterator[str]:
    """The URL of a server that draws one stroke for each job; photos of `tmp_path/photos` may be named."""
    (tmp_path / "photos").mkdir(exist_ok=True)
    with serving(tmp_path / "server", stub, photos=[tmp_path / "photos"], largest_body=2 << 20) as url:
        yield url
        stub.go_on.set()


@pytest.fixture
def web(server: str) -> Iterator[Any]:
    with client(server) as web:
        yield web


def finished(web: Any, job: int) -> dict[str, Any]:
    """The facts of a job once it is over."""
    end = time.monotonic() + 60
    while time.monotonic() < end:
        facts: dict[str, Any] = web.get(f"/jobs/{job}").json()
        if facts["state"] not in ("waiting", "running"):
            return facts
        time.sleep(0.02)
    raise AssertionError(f"job {job} is not over: {facts}")
