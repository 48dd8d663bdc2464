"""How long the window's event loop waits while the real engine draws: `python -m tests.benchmarks.latency [PHOTO]`.

A timer is due every 5 ms while the window draws a sample with the preset standard; printed is how late it came, per
stage: the median, the longest wait, and how many waits were longer than the aim of 50 ms.
"""

from __future__ import annotations

import asyncio
import os
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from taureau.ui.shell.main_window import MainWindow

TICK = 5  # ms
AIM = 50  # ms


def main() -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication
    from qasync import QEventLoop
    from taureau.resources import resource

    photo = Path(sys.argv[1]) if len(sys.argv) > 1 else resource("samples/cup.jpg")
    sys.setswitchinterval(0.001)  # as the application does
    application = QApplication([])
    loop = QEventLoop(application)
    asyncio.set_event_loop(loop)
    loop.set_default_executor(ThreadPoolExecutor(2))
    with loop, tempfile.TemporaryDirectory() as folder:
        late = loop.run_until_complete(measure(photo, application, Path(folder)))
    print(f"{photo.name}: ms that a timer of {TICK} ms came late, by stage")
    for stage, waits in late.items():
        longest, over = max(waits), sum(wait > AIM for wait in waits)
        line = f"median {statistics.median(waits):5.1f}  longest {longest:5.0f}  over {AIM} ms {over} of {len(waits)}"
        print(f"  {stage or 'before the first':24} {line}")
    return 0


async def open_window(photo: Path, application: object, folder: Path) -> MainWindow:
    """Show a window with the real engine, its settings in a folder, and wait until it has the photo."""
    from PySide6.QtCore import QSettings
    from taureau.session import Runner, Session, WarmUp, engine_sketch, engine_warm_up
    from taureau.ui.shell.incoming import Incoming
    from taureau.ui.shell.main_window import MainWindow
    from taureau.ui.widgets.appearance import Appearance

    settings = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
    session = Session(Runner(engine_sketch))
    window = MainWindow(session, Appearance(application), settings)
    WarmUp(session.source, session.draw, session.run, engine_warm_up, window)
    window.resize(1200, 800)
    window.show()
    window.files.take(Incoming(path=photo))
    while window.session.source.photo is None:
        await asyncio.sleep(0.05)
    return window


async def measure(photo: Path, application: QApplication, folder: Path) -> dict[str, list[float]]:
    """Draw the photo in a window; return by stage how many ms late the timer came."""
    from PySide6.QtCore import Qt, QTimer

    late: defaultdict[str, list[float]] = defaultdict(list)
    window = await open_window(photo, application, folder)
    session = window.session
    last = time.perf_counter()

    def tick() -> None:
        nonlocal last
        now = time.perf_counter()
        late[session.run.state.stage].append(1000 * (now - last) - TICK)
        last = now

    timer = QTimer(interval=TICK, timerType=Qt.TimerType.PreciseTimer)
    timer.timeout.connect(tick)
    timer.start()
    window.ask_panel.button.click()
    while session.run.active or session.sheet.drawing is None:
        await asyncio.sleep(0.05)
    timer.stop()
    session.sheet.undo_stack.setClean()
    window.close()
    return late


if __name__ == "__main__":
    sys.exit(main())
