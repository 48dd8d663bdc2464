"""Widgets and painting; no algorithm."""

from __future__ import annotations

from collections.abc import Sequence


def open_window(arguments: Sequence[str]) -> int:
    """Open the window, and in it the first file named in `arguments`; return the exit status."""
    from app.ui.application import run  # Qt is loaded only now

    return run(arguments)
