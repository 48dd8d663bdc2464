"""The drawings that runs have proposed for what is being drawn, and which of them is the drawing."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal, Slot

from taureau.document import Drawing
from taureau.engine import Candidate, Event, Finished, Started
from taureau.session.choices import OWN_CLIP, Choices
from taureau.session.core.session import Session
from taureau.session.language import tr


@dataclass(frozen=True)
class Try:
    """One proposal: what a seed drew, among the drawings like another or among all."""

    seed: int
    like: tuple[int, ...] = ()  # as in Choices
    drawing: Drawing | None = None  # None while it is drawn
    given_up: bool = False  # it was dropped for better ones before it was finished

    @property
    def path(self) -> tuple[int, ...]:
        """The seeds that lead to it; others like it have it as their `like`."""
        return (*self.like, self.seed)


class Seeds(QObject):
    """The proposals of the latest run, if it made several, and of those before it that drew the same words.

    Each can be chosen once no run is on; whatever was shown stays until something else is drawn, or it is put away.
    """

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self.tries: list[Try] = []
        self.best: Try | None = None  # the one that the latest run chose
        self._choices = Choices()  # of the latest run that proposed several
        self._before: list[Try] = []  # proposals of the runs before it
        self._decoded = False  # the stroke decoder draws, which has others to offer
        self._gathering = False
        session.run.event_received.connect(self._take)
        session.run.changed.connect(self._run_changed)
        session.sheet.changed.connect(self.changed)
        session.source.photo_changed.connect(self.forget)

    @property
    def chosen(self) -> Try | None:
        """The proposal that is the drawing; None if that is not an unedited one."""
        now = self._session.sheet.drawing
        return next((one for one in self.tries if one.drawing is not None and one.drawing is now), None)

    @property
    def can_choose(self) -> bool:
        return not self._session.run.active

    @property
    def offers_others(self) -> bool:
        """Whether what proposed them has others to offer."""
        return self._decoded

    @property
    def can_go_on(self) -> bool:
        """Whether others can be drawn."""
        return self._decoded and bool(self.tries) and self.can_choose

    def choose(self, one: Try) -> None:
        """Make a proposal the drawing, as one undoable step."""
        drawing = one.drawing
        if drawing is not None and drawing is not self._session.sheet.drawing and self.can_choose:
            self._session.sheet.replace(drawing, tr("choose another drawing"))

    def draw_others(self) -> None:
        """Draw as many again, the next in the order of the latest."""
        if self.can_go_on:
            number = self._choices.tries(alone=True)
            self._session.run.draw(replace(self._choices, seed=self._choices.seed + number))

    def draw_alike(self) -> None:
        """Draw others that resemble the chosen proposal."""
        if self.can_go_on and self.chosen is not None:
            self._session.run.draw(replace(self._choices, seed=0, like=self.chosen.path))

    @Slot()
    def forget(self) -> None:
        if self.tries:
            self.tries, self._before, self.best, self._gathering = [], [], None, False
            self.changed.emit()

    @Slot(object)
    def _take(self, event: Event) -> None:
        match event:
            case Started(encoder=encoder):
                self._begin(encoder)
            case Candidate(seed=seed, drawing=drawing, given_up=given_up):
                self._note(seed, self._session.run.on_sheets_paper(drawing), given_up=given_up is not None)
            case Finished(drawing=drawing, report=report):
                if not self._gathering:
                    return
                drawing = self._session.sheet.drawing or drawing  # on the paper of the sheet
                self._note(report.seed, drawing)
                self._gathering = False
                self.tries = [one for one in self.tries if one.drawing is not None and not self._stands(one)]
                self.best = next((one for one in self.tries if one.drawing is drawing), None)
                if len(self.tries) < 2:
                    self.tries = []
            case _:
                return
        self.changed.emit()

    def _begin(self, encoder: str) -> None:
        """Make room for the proposals of a run that begins."""
        choices, alone = self._session.run.choices, self._session.source.photo is None
        count = choices.tries(alone=alone)
        self._gathering, self.best = count > 1, None
        self._decoded = alone and encoder == OWN_CLIP
        same = self._decoded and _what(choices) == _what(self._choices)
        self._before = self.tries if same else []
        self._choices = choices
        known = {one.path for one in self._before}
        new = [Try(choices.seed + place, choices.like) for place in range(count)] if count > 1 else []
        self.tries = self._before + [one for one in new if one.path not in known]

    def _note(self, seed: int, drawing: Drawing, *, given_up: bool = False) -> None:
        """Put what a seed of the current run drew in its place."""
        path = (*self._choices.like, seed)
        self.tries = [
            replace(one, drawing=drawing, given_up=given_up) if one.path == path else one for one in self.tries
        ]

    def _stands(self, one: Try) -> bool:
        """Return whether a new proposal is drawn like one of the runs before, and is not the drawing."""
        earlier = any(one.path == before.path for before in self._before)
        if earlier or one.drawing is None or one.drawing is self._session.sheet.drawing:
            return False
        lines = [stroke.curve for stroke in one.drawing.strokes]
        return any(
            before.drawing is not None and [stroke.curve for stroke in before.drawing.strokes] == lines
            for before in self._before
        )

    @Slot()
    def _run_changed(self) -> None:
        """Forget the proposals of a run that was discarded or failed."""
        if self._gathering and not self._session.run.active:
            self._gathering = False
            self.tries = self._before if len(self._before) > 1 else []
        self.changed.emit()


def _what(choices: Choices) -> tuple[object, ...]:
    """Return what a run draws, whichever of its proposals is chosen."""
    return choices.words.strip(), choices.strokes, choices.width, choices.preset, choices.encoder, choices.seeds
