"""The window with a drawing from a file, and its export dialog."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from taureau.document import save_svg
from taureau.ui.shell.main_window import MainWindow

from tests.export.drawings import DRAWING
from tests.ui.export.handling import called_up


@pytest.fixture
def drawing_file(tmp_path: Path) -> Path:
    path = tmp_path / "bull.svg"
    save_svg(DRAWING, path)
    return path


@pytest.fixture
def opened(window: MainWindow, qtbot: QtBot, drawing_file: Path) -> MainWindow:
    """The window with a drawing from a file, and the dialog called up by its keys."""
    task = asyncio.ensure_future(window.session.file.open(drawing_file))
    qtbot.waitUntil(task.done, timeout=60_000)
    return called_up(window, qtbot)
