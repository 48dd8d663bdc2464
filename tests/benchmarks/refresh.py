"""What the window does when something changes: `python -m tests.benchmarks.refresh`.

Offscreen, with a stand-in for the engine: the time to the first window (each in a process of its own); for one preview
of a run, the calls of `os.stat` and the refreshes of the menus on the window's thread; and the files of the package
that are entered on that thread while one stroke is moved.
"""

from __future__ import annotations

import asyncio
import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from unittest.mock import patch

STARTS = 7
PREVIEWS = 8
PACKAGE = f"{os.sep}taureau{os.sep}"


def main() -> int:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    times: list[tuple[float, ...]] = []
    with tempfile.TemporaryDirectory() as folder:
        environment["TAUREAU_STATE"] = folder
        for part in [*["--start"] * STARTS, "--changes"]:
            command = [sys.executable, "-m", "tests.benchmarks.refresh", part]
            printed = subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE, text=True).stdout
            if part == "--changes":
                print(printed, end="")
            else:
                times.append(tuple(map(float, printed.split())))
    for name, taken in zip(("import", "window", "CPU of both"), zip(*times, strict=True), strict=True):
        print(f"first window, {name:12} {statistics.median(taken):6.2f} s   fastest {min(taken):.2f} s")
    return 0


def start() -> None:
    """Print the seconds that the import takes, those to the first painted window, and the CPU time of both."""
    begun, used = time.perf_counter(), time.process_time()
    from PySide6.QtWidgets import QApplication
    from taureau.session import Runner, Session
    from taureau.ui.shell.application import MainWindow
    from taureau.ui.widgets.appearance import Appearance

    imported = time.perf_counter()
    application = QApplication([])
    window = MainWindow(Session(Runner(lambda *_: iter(()))), Appearance(application), _settings(tempfile.mkdtemp()))
    window.show()
    application.processEvents()
    print(imported - begun, time.perf_counter() - imported, time.process_time() - used)
    window.close()


def changes() -> None:
    """Print what a preview and the move of a stroke cost."""
    from PySide6.QtCore import QPoint, QPointF, Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication
    from qasync import QEventLoop
    from taureau.photo import photo_from_array
    from taureau.session import Choices, Runner, Session
    from taureau.session.files.opening import Opened
    from taureau.ui.shell.actions import Actions
    from taureau.ui.shell.main_window import MainWindow
    from taureau.ui.widgets.appearance import Appearance

    from tests.session.sketches import SteppedSketch, drawing, photo_pixels

    application = QApplication([])
    loop = QEventLoop(application)
    asyncio.set_event_loop(loop)
    asyncio._set_running_loop(loop)
    sketch = SteppedSketch(steps=PREVIEWS + 1)
    with tempfile.TemporaryDirectory() as folder, counted_calls(Actions, "update") as refreshes:
        window = MainWindow(Session(Runner(sketch)), Appearance(application), _settings(folder))
        window.resize(1440, 900)
        window.show()
        window.session.file.begin(Opened(drawing=drawing(8)).with_photo(photo_from_array(photo_pixels(), name="disc")))
        window.verbs.motion.setChecked(False)

        def settle(done: Callable[[], bool] = lambda: True) -> None:
            for _ in range(20):
                application.processEvents()
            while not done():
                application.processEvents()

        settle()
        canvas = window.canvas
        middle = list(drawing(8).strokes)[3].curve.at(0.5)[0]
        grip = canvas.view.to_canvas(QPointF(*middle)).toPoint()
        with entered_files() as files:
            QTest.mousePress(canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, grip)
            for step in range(1, 6):
                QTest.mouseMove(canvas, grip + QPoint(8 * step, 4 * step))
                application.processEvents()
            QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, grip + QPoint(40, 20))
            settle()
        assert window.session.sheet.drawing is not None
        assert window.session.sheet.undo_stack.count() == 1
        print(f"a stroke moved: {len(files)} files entered, of these in weights: {_within(files, 'weights')}")
        for name in sorted(files) if "--files" in sys.argv else ():
            print(f"  {name}")

        window.session.run.draw(Choices(strokes=8))
        sketch.go_on(1)
        settle(lambda: window.session.sheet.preview is not None)
        refreshes.clear()
        with counted_stats() as stats:
            for _ in range(PREVIEWS - 1):
                before = window.session.sheet.preview
                sketch.go_on(1)
                settle(lambda before=before: window.session.sheet.preview is not before)
                settle()
        print(f"a preview: {len(stats) / (PREVIEWS - 1):.1f} calls of os.stat", end=", ")
        print(f"{len(refreshes) / (PREVIEWS - 1):.1f} refreshes of the menus")
        sketch.go_on()
        settle(lambda: not window.session.run.active)
        window.session.sheet.undo_stack.setClean()
        assert window.close()


@contextmanager
def entered_files() -> Iterator[set[str]]:
    """The files of the package of which a function is called on this thread, relative to the package."""
    files: set[str] = set()

    def note(frame: FrameType, event: str, _: object) -> None:
        if event == "call" and PACKAGE in frame.f_code.co_filename:
            files.add(frame.f_code.co_filename.rpartition(PACKAGE)[2])

    sys.setprofile(note)
    try:
        yield files
    finally:
        sys.setprofile(None)


@contextmanager
def counted_stats() -> Iterator[list[object]]:
    """What `os.stat` is asked for on this thread."""
    here, stat, asked = threading.get_ident(), os.stat, []

    def counting(path: object, *args: object, **kwargs: object) -> object:
        if threading.get_ident() == here:
            asked.append(path)
        return stat(path, *args, **kwargs)  # type: ignore[arg-type]

    with patch("os.stat", counting):
        yield asked


@contextmanager
def counted_calls(owner: type, name: str) -> Iterator[list[None]]:
    """One entry for each call of a method."""
    called: list[None] = []
    method = getattr(owner, name)

    def counting(*args: object) -> object:
        called.append(None)
        return method(*args)

    with patch.object(owner, name, counting):  # before there are instances, of which bound methods are connected
        yield called


def _settings(folder: str):
    from PySide6.QtCore import QSettings

    return QSettings(str(Path(folder) / "settings.ini"), QSettings.Format.IniFormat)


def _within(files: set[str], room: str) -> int:
    return sum(name.split(os.sep)[0] == room for name in files)


if __name__ == "__main__":
    if "--start" in sys.argv:
        start()
    elif "--changes" in sys.argv:
        changes()
    else:
        sys.exit(main())
