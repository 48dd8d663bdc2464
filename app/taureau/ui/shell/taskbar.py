"""How far a run is, on the program's icon in the taskbar."""

from __future__ import annotations

import sys

_PATH = "/org/taureau/Taureau"
_INTERFACE = "com.canonical.Unity.LauncherEntry"  # as Plasma, Ubuntu's dock and Dash to Dock listen to
_ENTRY = "application://taureau.desktop"


class Taskbar:
    """Speaks to the desktops of Linux that follow Unity's launcher protocol; elsewhere to nobody."""

    def __init__(self) -> None:
        self._told: float | None = None

    def show(self, fraction: float | None) -> None:
        """0 … 1; None takes the bar away. Whole percents are told once."""
        told = None if fraction is None else round(fraction, 2)
        if told == self._told:
            return
        self._told = told
        if sys.platform == "linux":
            _tell({"progress": told or 0.0, "progress-visible": told is not None})


def _tell(properties: dict[str, float | bool]) -> None:
    from PySide6.QtDBus import QDBusConnection, QDBusMessage  # not part of every system's Qt

    message = QDBusMessage.createSignal(_PATH, _INTERFACE, "Update")
    message.setArguments([_ENTRY, properties])
    QDBusConnection.sessionBus().send(message)
