"""Widgets and painting; no algorithm."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

_DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")  # any of them tells Qt where windows go


def open_window(arguments: Sequence[str]) -> int:
    """Open the window, and in it the first file named in `arguments`; return the exit status."""
    if sys.platform == "linux" and not any(map(os.environ.get, _DISPLAYS)):
        print("taureau: there is no display for the window here: `taureau --help` lists the commands", file=sys.stderr)
        return 1
    from taureau.ui.shell.application import run  # Qt is loaded only now

    return run(arguments)
