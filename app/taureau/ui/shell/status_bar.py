"""What the drawing is made with: device, threads, encoder and memory, at the right of the status bar."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QLabel

from taureau.engine import Started
from taureau.session import memory_in_use

_EVERY = 2000  # ms between two looks at the memory


class Surroundings(QLabel):
    """Looks at the memory while it is in sight."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Device, threads, encoder, memory")
        self._where: Started | None = None
        self._timer = QTimer(self, interval=_EVERY)
        self._timer.timeout.connect(self._show)
        self._show()

    def set_where(self, where: Started | None) -> None:
        """Of the latest run."""
        self._where = where
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def _show(self) -> None:
        where, memory = self._where, f"{memory_in_use() / 1e6:.0f} MB"
        parts = [memory]
        if where:
            threads = "1 thread" if where.threads == 1 else f"{where.threads} threads"
            parts = [where.device.upper(), threads, where.encoder, memory]
        text = "  ·  ".join(parts)
        if text != self.text():
            self.setText(text)
            self.setToolTip(
                "Device, threads and encoder of the latest run, and the memory that Taureau holds"
                if where
                else "The memory that Taureau holds; device and encoder follow with the first run"
            )
