"""The real program, there to be killed: `python -m tests.ui.shell.mortal draw|draw-really|look PHOTO LOG`.

`draw` opens the photo, presses Draw, and writes down what it shows and when, in a run that never ends by itself;
`draw-really` does so with the real engine. `look` prints what is offered after a crash, discards it and closes.
Everything is done through the window's own keys and buttons.
"""

from __future__ import annotations

import hashlib
import json
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from taureau.document import Drawing, drawing_to_svg
from taureau.engine import Event, Progress, SketchRequest, StageChanged, Started
from taureau.ui.shell import application

from tests.session.sketches import drawing

_PERIOD = 0.1  # s between two previews
_PATIENCE = 20.0  # s that offers are waited for
LEFT = Qt.MouseButton.LeftButton


def digest(shown: Drawing) -> str:
    return hashlib.sha256(drawing_to_svg(shown).encode()).hexdigest()


def endless(request: SketchRequest, cancelled: Callable[[], bool], *, run: str = "") -> Iterator[Event]:
    """Strokes that move until somebody stops them."""
    yield Started(run, "cpu", 1, "none")
    yield StageChanged(run, "refining")
    waves = drawing(12, request.width, request.height)
    step = 0
    while not cancelled():
        step += 1
        yield Progress(run, step, 1_000_000, {"total": 1.0 / step}, _moved(waves, step))
        time.sleep(_PERIOD)


def _moved(waves: Drawing, step: int) -> Drawing:
    (layer,) = waves.layers
    strokes = tuple(replace(stroke, width=1 + step % 997 / 100) for stroke in layer.strokes)
    return replace(waves, layers=(replace(layer, strokes=strokes),))


def main() -> int:
    what, photo, log = sys.argv[1:]
    if what == "draw":
        application.engine_sketch = endless

    class Window(application.MainWindow):
        def showEvent(self, event: object) -> None:
            self.began, self.since = False, time.monotonic()
            self.session.sheet.changed.connect(self.write_down)
            self.timer = QTimer(interval=50)
            self.timer.timeout.connect(self.look if what == "look" else self.press)
            self.timer.start()

        def press(self) -> None:
            if self.session.source.photo is not None and self.session.draw.command.enabled:
                self.timer.stop()
                QTest.keyClick(self, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

        def write_down(self) -> None:
            if self.session.sheet.shown is None:
                return
            with open(log, "a", encoding="utf-8") as file:
                file.write(json.dumps([time.time(), digest(self.session.sheet.shown)]) + "\n")
            if not self.began:
                self.began = True
                print("drawing", flush=True)

        def look(self) -> None:
            """Called again and again: tell of the offers once they are there, discard one after the other, close."""
            card = self.files.rescue_card
            offers = self.files.persistence.recovery.offers
            if offers and not self.began:
                self.began = True
                told = [[one.name, digest(one.shown), one.running] for one in offers]
                print(json.dumps(told), card.isVisible(), flush=True)
            elif offers:
                buttons = [button for button in card.findChildren(QPushButton) if button.text() == "Discard"]
                QTest.mouseClick(buttons[0], LEFT)
            elif self.began or time.monotonic() > self.since + _PATIENCE:
                self.timer.stop()
                self.close()

    application.MainWindow = Window
    return application.run([photo] if what != "look" else [])


if __name__ == "__main__":
    sys.exit(main())
