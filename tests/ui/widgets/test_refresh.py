"""Coalesced updates: once per turn of the event loop, in order, before the next frame."""

from __future__ import annotations

import os
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QPoint, QPointF, Qt, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget
from taureau.session import Choices
from taureau.ui.shell.actions import Actions
from taureau.ui.widgets.refresh import Refresh

from tests.ui.sheets import ROWS


class Source(QObject):
    first, second = Signal(), Signal(int)


@pytest.fixture
def source(qapp) -> Source:
    return Source()


@pytest.fixture
def refresh(source) -> Refresh:
    return Refresh(source)


def test_many_signals_run_an_update_once(source, refresh, qapp):
    calls: list[str] = []
    refresh.bind(lambda: calls.append("both"), source.first, source.second)
    for number in range(3):
        source.first.emit()
        source.second.emit(number)
    assert calls == []
    qapp.processEvents()
    assert calls == ["both"]
    source.first.emit()
    qapp.processEvents()
    assert calls == ["both", "both"]


def test_updates_run_in_the_order_in_which_they_were_bound(source, refresh, qapp):
    calls: list[str] = []
    refresh.bind(lambda: calls.append("a"), source.second)
    refresh.bind(lambda: calls.append("b"), source.first)
    source.first.emit()
    source.second.emit(1)
    qapp.processEvents()
    assert calls == ["a", "b"]


def test_an_update_that_another_one_asks_for_runs_in_the_same_turn(source, refresh):
    calls: list[str] = []
    refresh.bind(lambda: (calls.append("a"), source.second.emit(1)), source.first)
    refresh.bind(lambda: calls.append("b"), source.second)
    source.first.emit()
    refresh.flush()
    assert calls == ["a", "b"]


def test_it_runs_before_the_next_frame(source, refresh, qtbot):
    calls: list[str] = []

    class Painted(QWidget):
        def paintEvent(self, event: object) -> None:
            calls.append("painted")

    widget = Painted()
    qtbot.addWidget(widget)
    widget.show()
    qtbot.waitExposed(widget)
    refresh.bind(lambda: calls.append("updated"), source.first)
    calls.clear()
    widget.update()
    source.first.emit()
    qtbot.waitUntil(lambda: "painted" in calls)
    assert calls == ["updated", "painted"]


@pytest.fixture
def updates(monkeypatch) -> list[None]:
    """One entry for each refresh of the menus; to be requested before the window, which connects bound methods."""
    calls: list[None] = []
    update = Actions.update
    monkeypatch.setattr(Actions, "update", lambda self: (calls.append(None), update(self)))
    return calls


def test_a_preview_refreshes_the_menus_once_and_looks_for_no_file(updates, with_photo, sketch, qtbot, monkeypatch):
    session = with_photo.session
    session.run.draw(Choices(strokes=4))
    sketch.go_on(1)
    qtbot.waitUntil(lambda: session.sheet.preview is not None)
    qtbot.wait(10)
    here, stat, asked = threading.get_ident(), os.stat, []

    def counting(path: object, *args: object, **kwargs: object) -> object:
        if threading.get_ident() == here:
            asked.append(path)
        return stat(path, *args, **kwargs)

    monkeypatch.setattr(os, "stat", counting)
    updates.clear()
    before = session.sheet.preview
    sketch.go_on(1)
    qtbot.waitUntil(lambda: session.sheet.preview is not before)
    qtbot.wait(10)
    monkeypatch.undo()
    assert len(updates) == 1
    assert asked == []


def test_a_stroke_is_moved_without_models_and_without_dialogs(rows, qtbot):
    assert rows.session.sheet.drawing is not None
    canvas = rows.canvas
    grip = canvas.view.to_canvas(QPointF(*next(iter(ROWS.strokes)).curve.at(0.5)[0])).toPoint()
    qtbot.wait(20)
    files: set[tuple[str, ...]] = set()

    def note(frame, event, _) -> None:
        if event == "call":
            parts = Path(frame.f_code.co_filename).parts
            if "taureau" in parts:
                files.add(parts[len(parts) - parts[::-1].index("taureau") :])

    sys.setprofile(note)
    try:
        QTest.mousePress(canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, grip)
        for step in range(1, 5):
            QTest.mouseMove(canvas, grip + QPoint(4 * step, 2 * step))
            qtbot.wait(1)
        QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, grip + QPoint(16, 8))
        qtbot.wait(20)
    finally:
        sys.setprofile(None)
    assert rows.session.sheet.undo_stack.count() == 1
    assert ("ui", "canvas", "canvas.py") in files  # the trace works
    assert [path for path in files if path[0] in ("weights", "imagine", "export")] == []
    assert [path for path in files if path[:2] in (("ui", "imagine"), ("ui", "export"), ("ui", "help"))] == []
    assert rows.findChildren(QDialog) == []
