"""The status bar: the work in progress, and in a fold how the drawing was computed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QSettings, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QStatusBar, QWidget

from taureau.session import RunState, Session, Subject, memory_in_use
from taureau.session.language import tr
from taureau.ui.widgets.icons import set_icon
from taureau.ui.widgets.parts import push_button
from taureau.ui.widgets.refresh import Refresh
from taureau.ui.widgets.theme import GRID

_KEY = "window/details"
_INTERVAL = 2000  # ms between two readings of the memory in use


class StatusBar(QObject):
    """Fills a window's status bar; `permanent` widgets stand before the details of the latest run, which fold."""

    detailed_changed = Signal(bool)

    def __init__(
        self,
        bar: QStatusBar,
        session: Session,
        subject: Subject,
        refresh: Refresh,
        permanent: Sequence[QWidget],
        settings: QSettings,
    ) -> None:
        super().__init__(bar)
        self._session, self._subject = session, subject
        self.work = QLabel()
        self._settings = settings
        self.environment = RunEnvironment(session.run.state)
        self.details = push_button(tr("Details"), "fold", tooltip=tr("Show device, encoder, loss, seed and memory"))
        self.details.setCheckable(True)
        self.details.toggled.connect(self._set_detailed)
        bar.addWidget(self.work)
        for widget in permanent:
            bar.addPermanentWidget(widget)
        bar.addPermanentWidget(self.environment)
        bar.addPermanentWidget(self.details)
        bar.setSizeGripEnabled(False)
        bar.setContentsMargins(0, 0, 2 * GRID, 0)
        session.file.busy_changed.connect(self._show_work)
        subject.changed.connect(self._show_work)
        refresh.bind(self.environment.show_run, session.run.event_received)
        self.details.setChecked(self.detailed)
        self._set_detailed(self.detailed)

    @property
    def detailed(self) -> bool:
        """Whether the details are shown, as it is remembered."""
        return str(self._settings.value(_KEY, "false")) == "true"

    def _set_detailed(self, detailed: bool) -> None:
        self._settings.setValue(_KEY, "true" if detailed else "false")
        set_icon(self.details, "chevron-down" if detailed else "chevron-right")
        self.environment.setVisible(detailed)
        self.detailed_changed.emit(detailed)

    def _show_work(self) -> None:
        finding = self._subject.looking or self._subject.dividing
        self.work.setText(self._session.file.busy or (tr("Finding the subject") if finding else ""))


class RunEnvironment(QLabel):
    """Device, threads, encoder, loss and seed of the latest run; the memory in use is read while this is visible."""

    def __init__(self, state: RunState) -> None:
        super().__init__()
        self.setAccessibleName(tr("Device, threads, encoder, loss, seed, memory"))
        self._state = state
        self._timer = QTimer(self, interval=_INTERVAL)
        self._timer.timeout.connect(self.show_run)
        self.show_run()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def show_run(self) -> None:
        """Show the latest run as it is."""
        run, report, memory = (
            self._state.where,
            self._state.report,
            tr("{value:.0f} MB", value=memory_in_use() / 1000000.0),
        )
        parts = [memory]
        if run:
            threads = tr("1 thread") if run.threads == 1 else tr("{threads} threads", threads=run.threads)
            parts = [run.device.upper(), threads, run.encoder, memory]
        if run and report:
            loss = [tr("loss {final_loss:.3g}", final_loss=report.final_loss)] if report.final_loss is not None else []
            parts[3:3] = [*loss, tr("seed {seed}", seed=report.seed)]
        text = "  ·  ".join(parts)
        if text != self.text():
            self.setText(text)
            self.setToolTip(
                tr("How the latest drawing was computed, and the memory that Taureau uses")
                if run
                else tr("The memory that Taureau uses; device and encoder follow with the first run")
            )
