"""The progress of a run on the program's icon in the taskbar."""

from __future__ import annotations

import sys

from taureau.session.language import tr

_PATH = "/org/taureau/Taureau"
_INTERFACE = "com.canonical.Unity.LauncherEntry"  # supported by Plasma, Ubuntu's dock and Dash to Dock
_ENTRY = "application://taureau.desktop"


class Taskbar:
    """Supports Linux desktops that implement Unity's launcher protocol; does nothing elsewhere."""

    def __init__(self) -> None:
        self._shown: float | None = None

    def show(self, fraction: float | None) -> None:
        """Show 0 … 1, sent only when the whole percentage changes; None hides the bar."""
        shown = None if fraction is None else round(fraction, 2)
        if shown == self._shown:
            return
        self._shown = shown
        if sys.platform == "linux":
            _send({"progress": shown or 0.0, "progress-visible": shown is not None})


def _send(properties: dict[str, float | bool]) -> None:
    from PySide6.QtDBus import QDBusConnection, QDBusMessage  # not part of every system's Qt

    message = QDBusMessage.createSignal(_PATH, _INTERFACE, tr("Update"))
    message.setArguments([_ENTRY, properties])
    QDBusConnection.sessionBus().send(message)
