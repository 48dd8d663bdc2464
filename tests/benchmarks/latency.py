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
from pathlib import Path

TICK = 5  # ms
AIM = 50  # ms


def main() -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QEventLoop, QSettings, Qt, QTimer
    from PySide6.QtWidgets import QApplication
    from qasync import QEventLoop as AsyncioLoop
    from taureau.resources import resource
    from taureau.session import Runner, Session, engine_sketch
    from taureau.ui.shell.incoming import Incoming
    from taureau.ui.shell.main_window import MainWindow
    from taureau.ui.widgets.appearance import Appearance

    photo = Path(sys.argv[1]) if len(sys.argv) > 1 else resource("samples/cup.jpg")
    sys.setswitchinterval(0.001)  # as the application does
    application = QApplication([])
    asyncio.set_event_loop(AsyncioLoop(application))
    late: defaultdict[str, list[float]] = defaultdict(list)
    last = 0.0

    def turn_until(condition) -> None:
        while not condition():
            application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

    def tick() -> None:
        nonlocal last
        now = time.perf_counter()
        late[window.session.run.stage].append(1000 * (now - last) - TICK)
        last = now

    with tempfile.TemporaryDirectory() as folder:
        settings = QSettings(str(Path(folder) / "settings.ini"), QSettings.Format.IniFormat)
        window = MainWindow(Session(Runner(engine_sketch)), Appearance(application), settings)
        window.resize(1200, 800)
        window.show()
        window.files.take(Incoming(path=photo))
        turn_until(lambda: window.session.photo is not None)
        timer = QTimer(interval=TICK, timerType=Qt.TimerType.PreciseTimer)
        timer.timeout.connect(tick)
        timer.start()
        last = time.perf_counter()
        window.ask_panel.button.click()
        turn_until(lambda: window.session.drawing is not None and not window.session.run.active)
        timer.stop()
        window.session.undo_stack.setClean()
        window.close()
    print(f"{photo.name}: ms that a timer of {TICK} ms came late, by stage")
    for stage, waits in late.items():
        over = sum(wait > AIM for wait in waits)
        print(
            f"{stage or 'before the first':24} median {statistics.median(waits):5.1f}  longest {max(waits):5.0f}  "
            f"over {AIM} ms {over} of {len(waits)}"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
