"""What the tests of the session and of the window share."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import shiboken6
from PIL import Image
from PySide6.QtCore import QThread
from PySide6.QtWidgets import QApplication
from qasync import QEventLoop
from taureau.session import STATE_VARIABLE, Runner, Session

from tests.session.sketches import SteppedSketch, photo_pixels


@pytest.fixture(name="loop")
def asyncio_on_qt(qapp: QApplication) -> Iterator[QEventLoop]:
    """asyncio on the Qt event loop that pytest-qt turns."""
    loop = QEventLoop(qapp, already_running=True)
    executor = ThreadPoolExecutor(2)
    loop.set_default_executor(executor)
    asyncio.set_event_loop(loop)
    yield loop
    executor.shutdown()
    qapp.processEvents()
    asyncio._set_running_loop(None)
    loop._QEventLoop__is_running = False  # its stop() would quit the application, which serves all tests
    loop.close()
    asyncio.set_event_loop(None)


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for what outlives the program, one for each test."""
    folder = tmp_path / "state"
    monkeypatch.setenv(STATE_VARIABLE, str(folder))
    return folder


@pytest.fixture(autouse=True)
def no_thread_is_left() -> Iterator[None]:
    """Each test ends the threads that it began."""
    yield
    main = QApplication.instance().thread() if QApplication.instance() else None
    left = [
        wrapper.objectName()
        for wrapper in shiboken6.getAllValidWrappers()
        if isinstance(wrapper, QThread) and wrapper is not main and wrapper.isRunning()
    ]
    assert left == []


@pytest.fixture(autouse=True)
def no_session_is_left() -> Iterator[None]:
    """Sessions go at the end of their test, each undo stack before its commands.

    Python's collector frees them in any order, and a stack that outlives its commands ends the interpreter.
    """
    yield
    for wrapper in shiboken6.getAllValidWrappers():
        if isinstance(wrapper, Session) and wrapper.parent() is None:
            shiboken6.delete(wrapper)


@pytest.fixture
def sketch() -> SteppedSketch:
    return SteppedSketch(steps=3)


@pytest.fixture
def session(loop, sketch) -> Iterator[Session]:
    session = Session(Runner(sketch))
    session.heard = []
    session.notified.connect(session.heard.append)
    yield session
    sketch.go_on()
    assert session.close()


@pytest.fixture
def photo_file(tmp_path) -> Path:
    path = tmp_path / "disc.png"
    Image.fromarray(photo_pixels()).save(path)
    return path


@pytest.fixture
def await_(loop, qtbot):
    """Turn the event loop until a coroutine is done."""

    def wait(work):
        task = asyncio.ensure_future(work)
        qtbot.waitUntil(task.done)
        return task.result()

    return wait


@pytest.fixture
def with_photo(session, await_, photo_file) -> Session:
    assert await_(session.file.open(photo_file))
    return session
