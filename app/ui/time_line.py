"""The bottom line: the run while it runs, what it came to afterwards."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from app.session import Phase, Session, counted
from app.ui.icons import dress
from app.ui.loss_curve import LossCurve
from app.ui.parts import label, push_button
from app.ui.theme import GRID, Theme

HEIGHT = 9 * GRID
_TICK = 500  # ms between two looks at the clock


class TimeLine(QFrame):
    """Stage, count, measured remaining time and loss; Pause, Keep and Discard while there is something to stop."""

    pause_asked = Signal()
    resume_asked = Signal()
    keep_asked = Signal()
    discard_asked = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("timeLine")
        self.setFixedHeight(HEIGHT)
        self._session = session
        self.stage = label("", "stage")
        self.detail = label("", "muted")
        self.bar = QProgressBar(textVisible=False, minimum=0, maximum=1000)
        self.bar.setAccessibleName("Progress of the drawing")
        self.curve = LossCurve()
        self.pause = push_button("Pause", icon="pause", tooltip="Hold the drawing; it goes on where it stopped")
        self.keep = push_button("Keep", icon="check", tooltip="Stop here and keep what is drawn (Esc)")
        self.discard = push_button("Discard", icon="trash-2", tooltip="Stop and go back to the drawing before this run")
        self.pause.clicked.connect(self._pause_or_resume)
        self.keep.clicked.connect(self.keep_asked)
        self.discard.clicked.connect(self.discard_asked)
        line = QHBoxLayout()
        line.setSpacing(2 * GRID)
        line.addWidget(self.stage)
        line.addStretch(1)
        line.addWidget(self.detail)
        words = QVBoxLayout()
        words.setSpacing(GRID)
        words.addStretch(1)
        words.addLayout(line)
        words.addWidget(self.bar)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        row.setSpacing(GRID)
        row.addLayout(words, 1)
        row.addSpacing(GRID)
        row.addWidget(self.curve)
        row.addSpacing(GRID)
        for button in (self.pause, self.keep, self.discard):
            row.addWidget(button)
        self._clock = QTimer(self, interval=_TICK)
        self._clock.timeout.connect(self._show_detail)
        session.run_changed.connect(self.show_run)
        session.drawing_changed.connect(self._show_words)
        self.show_run()

    def set_theme(self, theme: Theme) -> None:
        self.curve.set_theme(theme)

    def show_run(self) -> None:
        run = self._session.run
        active = run.active
        for widget in (self.pause, self.keep, self.discard, self.bar):
            widget.setVisible(active)
        self.curve.setVisible(len(run.losses) > 1)
        self.curve.set_losses(run.losses, run.total, running=active)
        self.pause.setText("Resume" if run.phase is Phase.PAUSED else "Pause")
        dress(self.pause, "play" if run.phase is Phase.PAUSED else "pause")
        for button in (self.pause, self.keep):
            button.setEnabled(run.phase is not Phase.STOPPING)
        self.bar.setValue(round(self.bar.maximum() * (run.fraction or 0.0)))
        if active and not self._clock.isActive():
            self._clock.start()
        elif not active:
            self._clock.stop()
        self._show_words()

    def _show_words(self) -> None:
        run, drawing = self._session.run, self._session.shown
        if run.phase is Phase.PAUSED:
            self.stage.setText("Paused")
        elif run.phase is Phase.STOPPING:
            self.stage.setText("Keeping what is drawn")
        elif run.active:
            self.stage.setText(run.stage)
        elif drawing is not None:
            self.stage.setText(counted(drawing.stroke_count))
        else:
            self.stage.setText("Ready to draw" if self._session.photo else "Nothing drawn yet")
        self._show_detail()

    def _show_detail(self) -> None:
        run = self._session.run
        if run.active:
            drawing = self._session.preview
            parts = [counted(drawing.stroke_count)] if drawing else []
            if run.total:
                parts.append(f"step {run.step} of {run.total}")
            if run.phase is Phase.RUNNING:
                left = run.remaining
                parts.append(f"{clock_text(run.elapsed)} so far" if left is None else f"{clock_text(left)} left")
            self.detail.setText("  ·  ".join(parts))
        elif run.report is not None and self._session.drawing is not None:
            report = run.report
            loss = [f"loss {report.final_loss:.3g}"] if report.final_loss is not None else []
            self.detail.setText("  ·  ".join([f"drawn in {run.elapsed:.1f} s", *loss, f"seed {report.seed}"]))
        else:
            self.detail.setText("")

    def _pause_or_resume(self) -> None:
        (self.resume_asked if self._session.run.phase is Phase.PAUSED else self.pause_asked).emit()


def clock_text(seconds: float) -> str:
    """“0:07”."""
    whole = max(0, round(seconds))
    return f"{whole // 60}:{whole % 60:02d}"
