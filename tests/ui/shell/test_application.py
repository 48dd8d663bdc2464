"""The real program in a process of its own: it opens its file, ends cleanly, and shows what fails."""

from __future__ import annotations

import gc
import os
import signal
import subprocess
import sys
import weakref
from contextlib import AbstractContextManager

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication
from taureau.session import Runner, Session
from taureau.ui.shell.application import show_what_fails
from taureau.ui.shell.incoming import Incoming
from taureau.ui.shell.main_window import MainWindow

from tests.processes import running
from tests.session.sketches import SteppedSketch

_PROGRAM = """
import sys
from PySide6.QtCore import QSettings, QTimer
from taureau.ui.shell import application
from tests.session.sketches import drawing

QSettings.setDefaultFormat(QSettings.Format.IniFormat)
QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, sys.argv.pop(1))
end = sys.argv.pop(1)

class Window(application.MainWindow):
    def showEvent(self, event):
        self.timer = QTimer(interval=20)
        self.timer.timeout.connect(self.look)
        self.timer.start()

    def look(self):
        if self.session.source.photo is not None:
            print(self.windowTitle(), "torch" in sys.modules, flush=True)
            self.timer.stop()
            if end == "copy":
                self.session.sheet.set_drawing(drawing(3))
                self.session.selection.select_all()
                self.refresh.flush()
                self.verbs.copy.trigger()
                print(application.QApplication.clipboard().mimeData().formats())
            if end != "wait":
                self.close()

application.MainWindow = Window
sys.exit(application.run(sys.argv[1:]))
"""


def start(folder, end: str, photo) -> AbstractContextManager[subprocess.Popen[str]]:
    return running(
        [sys.executable, "-W", "error", "-c", _PROGRAM, folder, end, photo],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )


def test_it_opens_the_file_it_is_given_without_loading_torch(tmp_path, photo_file):
    with start(tmp_path, "close", photo_file) as process:
        out, err = process.communicate(timeout=60)
    assert out == "disc.svg[*] — Taureau False\n"
    assert process.returncode == 0
    assert "Error" not in err


def test_it_ends_cleanly_with_strokes_on_the_clipboard(tmp_path, photo_file):
    with start(tmp_path, "copy", photo_file) as process:
        out, err = process.communicate(timeout=60)
    assert "image/svg+xml" in out
    assert process.returncode == 0
    assert "Error" not in err


@pytest.mark.skipif(sys.platform == "win32", reason="no such signals")
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 0), (signal.SIGTERM, 128 + signal.SIGTERM)])
def test_it_ends_when_the_terminal_says_so(tmp_path, photo_file, number, code):
    with start(tmp_path, "wait", photo_file) as process:
        assert process.stdout.readline().startswith("disc.svg")
        process.send_signal(number)
        _, err = process.communicate(timeout=30)
    assert process.returncode == code
    assert "Traceback" not in err


def test_a_window_that_was_closed_leaves_nothing(loop, appearance, settings, qtbot, photo_file):
    def opened_and_closed() -> list[weakref.ref[object]]:
        session = Session(Runner(SteppedSketch()))
        window = MainWindow(session, appearance, settings)
        window.show()
        window.files.take(Incoming(path=photo_file))
        qtbot.waitUntil(lambda: session.source.photo is not None)
        assert window.close()
        window.deleteLater()
        qtbot.waitUntil(lambda: not shiboken6.isValid(window))
        files, runner = window.files, session.runner
        return [weakref.ref(part) for part in (window, files, files.recent_menu, window.canvas, session, runner)]

    def nothing_is_left() -> bool:
        gc.collect()
        return all(part() is None for part in parts)

    before = QApplication.topLevelWidgets()
    parts = opened_and_closed()
    qtbot.waitUntil(nothing_is_left)  # the loop may have to turn once more for what was cancelled
    assert [widget for widget in QApplication.topLevelWidgets() if widget not in before] == []


def test_what_fails_in_a_coroutine_is_shown(window, loop, qtbot, monkeypatch, caplog):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)  # given back afterwards
    show_what_fails(loop, window)

    def fail() -> None:
        raise ZeroDivisionError("nothing to divide by")

    loop.call_soon(fail)
    qtbot.waitUntil(window.message_line.isVisible)
    assert "nothing to divide by" in window.message_line.message.text


def test_what_fails_in_a_verb_is_shown(window, qtbot, caplog):
    async def fail() -> None:
        raise KeyError("lost")

    window._tasks.start(fail())
    qtbot.waitUntil(window.message_line.isVisible)
    assert "lost" in window.message_line.message.text
