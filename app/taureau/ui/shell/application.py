"""Runs the window; Qt's event loop serves asyncio too, through qasync."""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import TracebackType
from typing import Any

from PySide6.QtWidgets import QApplication
from qasync import QEventLoop

from taureau.session import Runner, Session, WarmUp, engine_sketch, engine_warm_up, open_settings, settings_file
from taureau.ui.shell.incoming import Incoming
from taureau.ui.shell.main_window import MainWindow
from taureau.ui.widgets.appearance import Appearance
from taureau.ui.widgets.icons import mark
from taureau.version import VERSION

log = logging.getLogger(__name__)
_SWITCH = 0.001  # s; the drawing thread hands the interpreter over this soon when the window wants it


def run(argv: Sequence[str]) -> int:
    """Open the window, and in it the file named first in `argv`, if any; return the exit status."""
    sys.setswitchinterval(_SWITCH)
    application = QApplication([sys.argv[0], *argv])
    application.setApplicationName("Taureau")
    application.setOrganizationName("Taureau")
    application.setApplicationVersion(VERSION)
    application.setDesktopFileName("taureau")
    application.setWindowIcon(mark())
    loop = QEventLoop(application)
    asyncio.set_event_loop(loop)
    executor = ThreadPoolExecutor(max_workers=2, thread_name_prefix="taureau-file")
    loop.set_default_executor(executor)
    runner = Runner(engine_sketch)
    settings, damaged = open_settings(settings_file())
    session = Session(runner)
    warm_up = WarmUp(session.source, session.draw, session.run, engine_warm_up)
    window = MainWindow(session, Appearance(application), settings)
    show_what_fails(loop, window)
    if sys.platform != "win32":
        loop.add_signal_handler(signal.SIGINT, window.close)
        for number in (signal.SIGTERM, signal.SIGHUP):
            if signal.getsignal(number) is not signal.SIG_IGN:  # as by `nohup`
                loop.add_signal_handler(number, end_now, window, number)
    window.show()
    window.files.begin([damaged] if damaged else [])
    window.album.load()
    window.queue.begin()
    files = [Path(word) for word in argv if not word.startswith("-")]
    if files:
        loop.call_soon(window.files.take, Incoming(path=files[0]))
    with loop:
        loop.run_forever()
    executor.shutdown(cancel_futures=True)
    if not (warm_up.close() and runner.close() and window.seeing.close()):
        logging.shutdown()
        os._exit(0)  # everything is saved, and a thread that does not answer would abort the interpreter
    return 0


def end_now(window: MainWindow, number: int) -> None:
    """End the program as the signal asks, without a question; unsaved work is offered at the next start."""
    window.files.persistence.recovery.keep()
    logging.shutdown()
    os._exit(128 + number)


def show_what_fails(loop: Any, window: MainWindow) -> None:
    """Unexpected exceptions, in coroutines and in Qt's slots alike, are logged and shown in the window."""

    def in_loop(_: object, context: dict[str, Any]) -> None:
        error = context.get("exception")
        window.show_failure(error if error is not None else RuntimeError(str(context.get("message"))))

    def in_slot(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, Exception):
            window.show_failure(error)
        else:
            sys.__excepthook__(kind, error, trace)

    loop.set_exception_handler(in_loop)
    sys.excepthook = in_slot
