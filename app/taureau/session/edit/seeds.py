"""The candidates of a run, one per seed, and which of them is the drawing."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal, Slot

from taureau.document import Drawing
from taureau.engine import Candidate, Event, Finished, Started
from taureau.session.core.session import Session


@dataclass(frozen=True)
class Try:
    """The candidate of one seed."""

    seed: int
    score: float | None = None  # its loss, lower is better; None where there is none
    drawing: Drawing | None = None  # None while it is drawn
    given_up: int | None = None  # steps after which it was dropped


class Seeds(QObject):
    """The candidates of the latest run, if it tried several; one can be chosen afterwards."""

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self.tries: list[Try] = []
        self.best: int | None = None  # the seed that the run chose
        self._gathering = False
        session.run.event_received.connect(self._take)
        session.run.changed.connect(self._end)
        session.sheet.changed.connect(self.changed)
        session.source.photo_changed.connect(self.forget)

    @property
    def chosen(self) -> int | None:
        """The seed of the current drawing; None if that is not an unedited candidate."""
        now = self._session.sheet.drawing
        return next((one.seed for one in self.tries if one.drawing is not None and one.drawing is now), None)

    def choose(self, seed: int) -> None:
        """Make the candidate of this seed the drawing, as one undoable step."""
        drawing = next((one.drawing for one in self.tries if one.seed == seed), None)
        if drawing is not None and drawing is not self._session.sheet.drawing and not self._session.run.active:
            self._session.sheet.replace(drawing, f"choose seed {seed}")

    @Slot()
    def forget(self) -> None:
        if self.tries:
            self.tries, self.best, self._gathering = [], None, False
            self.changed.emit()

    @Slot(object)
    def _take(self, event: Event) -> None:
        session = self._session
        match event:
            case Started():
                count = session.run.choices.tries(alone=session.source.photo is None)
                first = session.run.choices.seed
                self.tries = [Try(first + place) for place in range(count)] if count > 1 else []
                self.best, self._gathering = None, True
            case Candidate(seed=seed, score=score, drawing=drawing, given_up=given_up):
                self._note(Try(seed, score, drawing, given_up))
            case Finished(drawing=drawing, report=report):
                self.best = report.seed
                for one in self.tries:
                    if one.seed == report.seed:
                        self._note(replace(one, drawing=drawing, score=one.score or report.final_loss))
                self._gathering = False
                self.tries = [one for one in self.tries if one.drawing is not None]
                if len(self.tries) < 2:
                    self.tries = []
            case _:
                return
        self.changed.emit()

    def _note(self, news: Try) -> None:
        self.tries = [news if one.seed == news.seed else one for one in self.tries]

    @Slot()
    def _end(self) -> None:
        """Forget the candidates of a run that was discarded or failed."""
        if self._gathering and not self._session.run.active:
            self._gathering = False
            self.forget()
