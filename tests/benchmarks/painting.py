"""How long a frame of the window's sheet takes: `python -m tests.benchmarks.painting [STROKES]`.

Offscreen, in a window of 1440 × 900 px, at one and two device pixels per px, over a photo: panned, zoomed, with one
stroke dragged, with all dragged, and shown stroke after stroke. Each in ms per frame; 60 frames a second are 16.7 ms.
Each scale is a process of its own, as Qt decides it once.
"""

from __future__ import annotations

import asyncio
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

FRAMES = 60


def main() -> int:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    for scale in (1, 2):
        environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": str(scale)}
        command = [sys.executable, "-m", "tests.benchmarks.painting", "--measure", str(count)]
        subprocess.run(command, env=environment, check=True)
    return 0


def measure(count: int) -> None:
    """Print the table of this process's scale."""
    import numpy as np
    from PySide6.QtCore import QPoint, QPointF, QSettings, Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication
    from qasync import QEventLoop
    from taureau.document import Drawing, Layer, Stroke
    from taureau.geometry import Curve
    from taureau.photo import photo_from_array
    from taureau.session import Runner, Session, engine_sketch
    from taureau.session.files.opening import Opened
    from taureau.ui.shell.main_window import MainWindow
    from taureau.ui.widgets.appearance import Appearance

    random = np.random.default_rng(7)
    application = QApplication([])
    asyncio.set_event_loop(QEventLoop(application))
    pixels = random.integers(0, 255, (1000, 1500, 3), np.uint8)
    strokes = []
    for _ in range(count):
        start = random.uniform((50, 50), (1450, 950))
        strokes.append(Stroke(Curve(start + np.cumsum(random.normal(0, 60, (7, 2)), axis=0)), random.uniform(2, 6)))
    drawing = Drawing(1500, 1000, (Layer("Drawing", tuple(strokes)),))
    photo = photo_from_array(pixels, name="noise")
    with tempfile.TemporaryDirectory() as folder:
        settings = QSettings(str(Path(folder) / "settings.ini"), QSettings.Format.IniFormat)
        window = MainWindow(Session(Runner(engine_sketch)), Appearance(application), settings)
        window.resize(1440, 900)
        window.show()
        window.session.file.begin(Opened(drawing=drawing).with_photo(photo))
        window.verbs.motion.setChecked(False)
        canvas = window.canvas
        application.processEvents()
        middle = QPointF(canvas.width() / 2, canvas.height() / 2)

        def frames(step: Callable[[int], object]) -> list[float]:
            taken = []
            for number in range(FRAMES):
                before = time.perf_counter()
                step(number)
                canvas.repaint()
                taken.append(1000 * (time.perf_counter() - before))
            application.processEvents()
            return taken

        def pan(number: int) -> None:
            canvas.viewport.set_view(canvas.view.moved(QPointF(3, 2 if number % 20 < 10 else -2)))

        def zoom(number: int) -> None:
            canvas.viewport.zoom(1.05 if number < FRAMES // 2 else 1 / 1.05, middle)

        def drag(number: int) -> None:
            QTest.mouseMove(canvas, grip + QPoint(number, number // 2))

        def play(number: int) -> None:
            window.session.sheet.show_first(count // 2 + number)

        def dragged(places: Iterator[int]) -> list[float]:
            window.session.selection.select(places)
            QTest.mousePress(canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, grip)
            taken = frames(drag)
            QTest.keyClick(canvas, Qt.Key.Key_Escape)
            return taken

        rows = {"pan": frames(pan)}
        canvas.viewport.fit()
        rows["zoom"] = frames(zoom)
        canvas.viewport.fit()
        grip = canvas.view.to_canvas(QPointF(*strokes[0].curve.at(0.5)[0])).toPoint()
        rows["drag one"] = dragged(iter((0,)))
        rows["drag all"] = dragged(iter(range(count)))
        window.session.selection.clear()
        rows["playback"] = frames(play)
        print(f"{count} strokes, sheet of {canvas.width()} × {canvas.height()} px at {canvas.devicePixelRatioF():g}×")
        for name, taken in rows.items():
            print(f"  {name:10} {statistics.median(taken):6.1f} ms   slowest {max(taken):6.1f} ms")
        window.session.sheet.undo_stack.setClean()
        window.close()


if __name__ == "__main__":
    if "--measure" in sys.argv:
        measure(int(sys.argv[-1]))
    else:
        sys.exit(main())
