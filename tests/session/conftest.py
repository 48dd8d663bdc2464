"""What the tests of the session and of the window share."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
import shiboken6
from PySide6.QtCore import QThread
from PySide6.QtWidgets import QApplication
from qasync import QEventLoop


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
