"""`python -m tests.benchmarks.first_strokes [PHOTO]`: seconds from *Draw* in an open window to the first strokes.

Printed for the first drawing of a window and for the next, in which torch and the networks are loaded; offscreen, with
the real engine and the preset standard. A run is stopped once its strokes are there.
"""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.latency import open_window


def main() -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication
    from qasync import QEventLoop
    from taureau.resources import resource

    photo = Path(sys.argv[1]) if len(sys.argv) > 1 else resource("samples/duck.jpg")
    sys.setswitchinterval(0.001)  # as the application does
    application = QApplication([])
    loop = QEventLoop(application)
    asyncio.set_event_loop(loop)
    with loop, tempfile.TemporaryDirectory() as folder:
        print(*loop.run_until_complete(measure(photo, application, Path(folder))))
    return 0


async def measure(photo: Path, application: object, folder: Path, *, idle: float = 5.0) -> list[float]:
    """Open a window with a photo, leave it alone for `idle` seconds, then draw twice; return the seconds of each."""
    window = await open_window(photo, application, folder)
    session = window.session
    await asyncio.sleep(idle)
    seconds = []
    for _ in range(2):
        before = session.sheet.preview or session.sheet.drawing
        began = time.perf_counter()
        window.ask_panel.button.click()
        while True:
            shown = session.sheet.preview or session.sheet.drawing
            if shown is not None and shown is not before and shown.stroke_count:
                break
            await asyncio.sleep(0.005)
        seconds.append(time.perf_counter() - began)
        await session.run.keep_and_wait()
    session.sheet.undo_stack.setClean()
    window.close()
    return seconds


if __name__ == "__main__":
    sys.exit(main())
