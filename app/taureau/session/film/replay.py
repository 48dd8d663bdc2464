"""Replaying the drawing stroke by stroke on the canvas."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QTimer, Signal

from taureau.export.film import Score, score_of
from taureau.session.core.session import Session

SPEEDS = (0.5, 1.0, 2.0, 4.0)
_FRAME = 16  # ms


class Replay(QObject):
    """Plays from the level that is shown, or from the first stroke, to the end; any change of the drawing stops it."""

    changed = Signal()  # it plays or not, or at another speed
    advanced = Signal()  # other parts of strokes are visible

    def __init__(self, session: Session, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(session)
        self.speed = 1.0
        self._session, self._clock = session, clock
        self._score: Score | None = None  # while it plays
        self._levels: dict[str, int] = {}  # of the drawing with each line as its last, by the line's id
        self._time = 0.0  # s of the score
        self._last = 0.0  # of the clock
        self._timer = QTimer(self, interval=_FRAME)
        self._timer.timeout.connect(self._go_on)
        session.sheet.changed.connect(self.stop)

    @property
    def possible(self) -> bool:
        """Whether there is a drawing to be played now."""
        drawing = self._session.sheet.drawing
        return drawing is not None and drawing.line_count > 0 and not self._session.run.active

    @property
    def playing(self) -> bool:
        return self._score is not None

    @property
    def level(self) -> int:
        """The number of lines up to the last one that has begun; 0 where nothing plays."""
        if self._score is None:
            return 0
        begun = (cue.stroke.id for cue in self._score.cues if cue.start < self._time)
        return max((self._levels.get(name, 0) for name in begun), default=0)

    @property
    def shares(self) -> Mapping[str, float] | None:
        """How much of each visible stroke is shown, 0 … 1, by its id; None while nothing plays."""
        if self._score is None:
            return None
        return {cue.stroke.id: cue.share(self._time) for cue in self._score.cues}

    def play(self) -> None:
        """Play on from the level that is shown, or from the beginning."""
        sheet = self._session.sheet
        if not self.possible or self.playing or sheet.drawing is None:
            return
        level = sheet.level or 0
        sheet.show_all()
        self._score = score_of(sheet.drawing)
        self._levels = {stroke.id: number for number, stroke in enumerate(sheet.drawing.lines, 1)}
        shown = (cue.end for cue in self._score.cues if 0 < self._levels.get(cue.stroke.id, 0) <= level)
        self._time = max(shown, default=0.0)
        self._last = self._clock()
        self._timer.start()
        self.advanced.emit()
        self.changed.emit()

    def pause(self) -> None:
        """Stop at the strokes that are shown now, as a level of the drawing."""
        shown = self.level
        if self.playing:
            self.stop()
            self._session.sheet.show_first(shown)

    def toggle(self) -> None:
        (self.pause if self.playing else self.play)()

    def stop(self) -> None:
        """Show the whole drawing again."""
        if self.playing:
            self._timer.stop()
            self._score = None
            self.advanced.emit()
            self.changed.emit()

    def set_speed(self, speed: float) -> None:
        """Set how many times as fast as a hand it plays."""
        self.speed = speed
        self.changed.emit()

    def _go_on(self) -> None:
        now = self._clock()
        self._time += (now - self._last) * self.speed
        self._last = now
        if self._score is not None and self._time >= self._score.drawn:
            self.stop()
        else:
            self.advanced.emit()
