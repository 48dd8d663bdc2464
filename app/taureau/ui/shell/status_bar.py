"""The status bar: the work in progress, and the device, threads, encoder and memory in use."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QStatusBar, QWidget

from taureau.engine import Started
from taureau.session import Session, Subject, memory_in_use
from taureau.ui.widgets.refresh import Refresh

_INTERVAL = 2000  # ms between two readings of the memory in use


class StatusBar:
    """Fills a window's status bar; `permanent` widgets stand before the run's environment."""

    def __init__(
        self, bar: QStatusBar, session: Session, subject: Subject, refresh: Refresh, permanent: QWidget
    ) -> None:
        self._session, self._subject = session, subject
        self.work = QLabel()
        self.environment = RunEnvironment()
        bar.addWidget(self.work)
        bar.addPermanentWidget(permanent)
        bar.addPermanentWidget(self.environment)
        bar.setSizeGripEnabled(False)
        session.file.busy_changed.connect(self._show_work)
        subject.changed.connect(self._show_work)
        refresh.bind(lambda: self.environment.set_run(session.run.state.where), session.run.event_received)

    def _show_work(self) -> None:
        finding = self._subject.looking or self._subject.dividing
        self.work.setText(self._session.file.busy or ("Finding the subject" if finding else ""))


class RunEnvironment(QLabel):
    """Device, threads and encoder of the latest run; the memory in use is read while this is visible."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Device, threads, encoder, memory")
        self._run: Started | None = None
        self._timer = QTimer(self, interval=_INTERVAL)
        self._timer.timeout.connect(self._show)
        self._show()

    def set_run(self, run: Started | None) -> None:
        self._run = run
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def _show(self) -> None:
        run, memory = self._run, f"{memory_in_use() / 1e6:.0f} MB"
        parts = [memory]
        if run:
            threads = "1 thread" if run.threads == 1 else f"{run.threads} threads"
            parts = [run.device.upper(), threads, run.encoder, memory]
        text = "  ·  ".join(parts)
        if text != self.text():
            self.setText(text)
            self.setToolTip(
                "Device, threads and encoder of the latest run, and the memory that Taureau uses"
                if run
                else "The memory that Taureau uses; device and encoder follow with the first run"
            )
