"""The timeline at the bottom: progress of a run, afterwards the strokes of the drawing in their order."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from taureau.session import Phase, Replay, Session, counted
from taureau.session.language import tr
from taureau.ui.timeline.loss_curve import LossCurve
from taureau.ui.timeline.play_buttons import PlayButtons
from taureau.ui.timeline.scrubber import Scrubber
from taureau.ui.widgets.elided_label import ElidedLabel
from taureau.ui.widgets.icons import set_icon
from taureau.ui.widgets.parts import label, push_button
from taureau.ui.widgets.theme import GRID, Theme
from taureau.wording import tr_noop

HEIGHT = 10 * GRID
_TEXT_WIDTH = 34 * GRID  # px, of the texts beside the scrubber
_UNBOUNDED = 16_777_215  # px, Qt's own QWIDGETSIZE_MAX
_KEEP_WIDTH = 18 * GRID  # px, of the button that keeps the strokes shown
_HOLD = tr_noop("Hold the drawing; it goes on where it stopped")
_THINK_AGAIN = tr_noop("Draw on from what you left, without the strokes that you took out")
_TICK = 500  # ms between two updates of the remaining time


class Timeline(QFrame):
    """Stage, stroke count and estimated remaining time, with Pause, Keep and Discard during a run.

    Beside them, where details are shown, the loss curve, or the scrubber with the gain of each stroke.
    """

    pause_requested = Signal()
    resume_requested = Signal()
    keep_requested = Signal()
    discard_requested = Signal()
    level_requested = Signal(int)  # strokes to show
    keep_level_requested = Signal()

    def __init__(self, session: Session, replay: Replay, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("timeLine")
        self.setFixedHeight(HEIGHT)
        self._session, self._replay = session, replay
        self._detailed = False
        self.stage = label("", "stage")
        self.detail = ElidedLabel("", "muted")
        self.bar = QProgressBar(textVisible=False, minimum=0, maximum=1000)
        self.bar.setAccessibleName(tr("Progress of the drawing"))
        self.curve = LossCurve()
        self.play = PlayButtons(replay)
        self.scrubber = Scrubber()
        self.scrubber.valueChanged.connect(replay.stop)  # before the level is shown
        self.scrubber.valueChanged.connect(self.level_requested)
        self.keep_level = push_button(tr("Keep these"), icon="check")
        self.keep_level.clicked.connect(self.keep_level_requested)
        self.keep_level.setFixedWidth(_KEEP_WIDTH)
        self.pause = push_button(tr("Pause"), icon="pause", tooltip=tr(_HOLD))
        self.keep = push_button(tr("Keep"), icon="check", tooltip=tr("Stop here and keep what is drawn"))
        self.discard = push_button(
            tr("Discard"), icon="trash-2", tooltip=tr("Stop and go back to the drawing before this run")
        )
        self.pause.clicked.connect(self._pause_or_resume)
        self.keep.clicked.connect(self.keep_requested)
        self.discard.clicked.connect(self.discard_requested)
        self._texts = QWidget()
        texts = QVBoxLayout(self._texts)
        texts.setContentsMargins(0, 0, 0, 0)
        texts.setSpacing(GRID // 2)
        texts.addStretch(1)
        for widget in (self.stage, self.detail, self.bar):
            texts.addWidget(widget)
        texts.addStretch(1)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, GRID // 2, 2 * GRID, GRID // 2)
        row.setSpacing(GRID)
        row.addWidget(self._texts, 1)
        row.addSpacing(GRID)
        row.addWidget(self.play)
        row.addWidget(self.scrubber, 2)
        row.addWidget(self.curve)
        row.addSpacing(GRID)
        for button in (self.pause, self.keep, self.discard, self.keep_level):
            row.addWidget(button)
        self._clock = QTimer(self, interval=_TICK)
        self._clock.timeout.connect(self._update_detail)
        session.run.changed.connect(self.update_run)
        session.run.event_received.connect(self.update_run)
        session.sheet.changed.connect(self._update_scrubber)
        replay.advanced.connect(self._update_scrubber)
        self.update_run()

    def set_theme(self, theme: Theme) -> None:
        self.curve.set_theme(theme)
        self.scrubber.set_theme(theme)

    def set_detailed(self, detailed: bool) -> None:
        """Set whether the loss curve is shown."""
        self._detailed = detailed
        self._update_scrubber()

    def update_run(self) -> None:
        run = self._session.run
        active = run.active
        for widget in (self.pause, self.keep, self.discard):
            widget.setVisible(active)
        self._row.setStretch(0, int(active))  # a progress bar stretches; texts alone do not
        self.curve.set_losses(run.state.losses, run.state.total, running=active)
        edited = self._session.run.edited
        self.pause.setText(run.pause_verb)
        self.pause.setToolTip(tr(_THINK_AGAIN if edited else _HOLD))
        set_icon(self.pause, "play" if run.state.phase is Phase.PAUSED else "pause")
        for button in (self.pause, self.keep):
            button.setEnabled(run.state.phase is not Phase.STOPPING)
        self.bar.setValue(round(self.bar.maximum() * (run.state.fraction or 0.0)))
        self.bar.setVisible(run.state.fraction is not None and active)
        if active and not self._clock.isActive():
            self._clock.start()
        elif not active:
            self._clock.stop()
        self._update_scrubber()

    def _update_scrubber(self) -> None:
        """Show the strokes of a growing run, else those of the drawing."""
        session, run = self._session, self._session.run
        if run.active:
            visible = run.state.growing
            if visible:
                self.scrubber.set_growing(run.state.gains, run.state.enough, run.state.wanted)
        else:
            drawing = session.sheet.drawing
            gains = [stroke.gain for stroke in drawing.lines] if drawing else []
            visible = len(gains) > 1
            reached = session.run.as_drawn and run.state.enough_reached
            enough = run.state.enough if session.run.as_drawn else None
            shown = self._replay.level if self._replay.playing else session.sheet.level or len(gains)
            self.scrubber.set_sequence(gains, shown, enough, reached=reached)
        current = run.active or session.run.as_drawn  # the losses are not those of an edited drawing
        self.curve.setVisible(self._detailed and current and not run.state.growing and len(run.state.losses) > 1)
        self.scrubber.setVisible(visible)
        self.play.setVisible(visible and not run.active)
        self._texts.setMinimumWidth(_TEXT_WIDTH if visible else 0)
        self._texts.setMaximumWidth(_TEXT_WIDTH if visible else _UNBOUNDED)  # the slider must not move with the words
        self._row.setStretchFactor(self._texts, 0 if visible else 1)
        level = session.sheet.level
        room = self.keep_level.sizePolicy()
        room.setRetainSizeWhenHidden(visible and not run.active)  # the slider must not move while it is dragged
        self.keep_level.setSizePolicy(room)
        self.keep_level.setVisible(level is not None)
        if level is not None:
            self.keep_level.setText(tr("Keep these {level}", level=level) if level > 1 else tr("Keep this one"))
            left = session.sheet.drawing.line_count - level if session.sheet.drawing else 0
            self.keep_level.setToolTip(
                tr("Take the other {counted} out of the drawing; this can be undone", counted=counted(left))
            )
        self._update_texts()

    def _update_texts(self) -> None:
        run, drawing = self._session.run, self._session.sheet.drawing
        if run.state.phase is Phase.PAUSED:
            self.stage.setText(tr("Paused"))
        elif run.state.phase is Phase.STOPPING:
            self.stage.setText(tr("Keeping what is drawn"))
        elif run.state.growing and run.active:
            self.stage.setText(self._count)
        elif run.active:
            self.stage.setText(run.state.stage)
        elif drawing is not None:
            level = self._replay.level if self._replay.playing else self._session.sheet.level
            self.stage.setText(
                tr("{level} of {counted}", level=level, counted=counted(drawing.line_count))
                if level
                else counted(drawing.line_count)
            )
        else:
            self.stage.setText(tr("Ready to draw") if self._session.source.photo else tr("Nothing drawn yet"))
        self._update_detail()

    def _update_detail(self) -> None:
        session, run = self._session, self._session.run
        if run.active:
            parts = []
            if run.state.growing:
                parts.append(self._count if run.state.phase is not Phase.RUNNING else run.state.stage)
            elif session.sheet.preview:
                parts.append(counted(session.sheet.preview.line_count))
            if run.state.step and not run.state.growing:
                parts.append(tr("step {step} of {total}", step=run.state.step, total=run.state.total))
            if run.state.phase is Phase.RUNNING:
                left = run.state.remaining
                parts.append(
                    tr("{clock_text} so far", clock_text=clock_text(run.state.elapsed))
                    if left is None
                    else tr("{clock_text} left", clock_text=clock_text(left))
                )
        elif session.sheet.level is not None:
            parts = [tr("Only looked at; Esc shows all")]
        elif run.state.report is not None and session.run.as_drawn:
            parts = [tr("drawn in {elapsed:.1f} s", elapsed=run.state.elapsed)]
        else:
            parts = []
        self.detail.setText("  ·  ".join(parts))

    @property
    def _count(self) -> str:
        """“12 strokes”, or “12 of 16 strokes” when the number is given."""
        gains, wanted = self._session.run.state.gains, self._session.run.state.wanted
        return tr("{len} of {counted}", len=len(gains), counted=counted(wanted)) if wanted else counted(len(gains))

    def _pause_or_resume(self) -> None:
        (self.resume_requested if self._session.run.state.phase is Phase.PAUSED else self.pause_requested).emit()


def clock_text(seconds: float) -> str:
    """Return a duration as “0:07” or “2:05:00”."""
    minutes, rest = divmod(max(0, round(seconds)), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"
