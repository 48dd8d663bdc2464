"""The size of a window before the user has chosen one."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from taureau.ui.widgets.theme import GRID

_FRAME = QSize(2 * GRID, 5 * GRID)  # px that a title bar and borders take, which is known only later


def first_size(wanted: QSize, available: QSize) -> QSize:
    """Return `wanted`, or less where the screen has less room for it and its frame."""
    return wanted.boundedTo(available - _FRAME)


def open_as_large_as(window: QWidget, width: int, height: int) -> None:
    """Resize a window that was never resized to so many px, or to what its screen has room for."""
    window.resize(first_size(QSize(width, height), window.screen().availableSize()))
