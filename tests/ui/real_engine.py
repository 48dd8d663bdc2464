"""The engine itself for the window of the tests, which otherwise gets a stand-in; words drawn by it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from taureau.document import Drawing
from taureau.session import engine_sketch

LONG = 120_000  # ms


class RealEngine:
    """The engine with what the stand-in has besides."""

    def __call__(self, request, cancelled, *, run=""):
        return engine_sketch(request, cancelled, run=run)

    def go_on(self) -> None:
        """Nothing holds it."""


def draw_words(window, words: str, strokes: int, qtbot) -> Drawing:
    """Type words into the empty sheet, draw them, and keep the first drawing that is shown."""
    window.ask_panel.draw.strokes.set_value(strokes)
    window.ask_panel.draw.tries.setValue(1)
    QTest.keyClicks(window.welcome.words.field, words)
    qtbot.mouseClick(window.welcome.words.button, Qt.MouseButton.LeftButton)
    session = window.session
    qtbot.waitUntil(lambda: session.sheet.preview is not None or session.sheet.drawing is not None, timeout=LONG)
    if session.run.active:
        qtbot.mouseClick(window.time_line.keep, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: not session.run.active, timeout=LONG)
    return session.sheet.drawing
