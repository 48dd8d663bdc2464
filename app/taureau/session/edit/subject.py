"""The subject of the photo: mask, saliency and first strokes, found by the latest run or before the first; regions."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal, Slot

from taureau.engine import Event, Failed, MaskRequest, RegionsFound, RegionsRequest, SubjectFound
from taureau.photo import Regions
from taureau.session.core.session import Session
from taureau.session.language import tr
from taureau.session.messages import Message
from taureau.session.run.runner import Ended


class Subject(QObject):
    """Keeps the latest result for the photo, and lets the engine find the subject if no run has."""

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self.looked: SubjectFound | None = None
        self.automatic: NDArray[np.float32] | None = None  # [h, w], 0 … 1: the mask found, not one given
        self.regions: Regions | None = None  # what clicks add to the mask
        self.model = ""  # as in Choices.mask_model
        self._look = ""  # the id of the queued run that finds it
        self._division = ""  # the id of the queued run that finds the regions
        session.run.event_received.connect(self._take)
        session.runner.queued_arrived.connect(self._take_look)
        session.run.changed.connect(self._give_way)
        session.source.photo_changed.connect(self._forget)

    @property
    def looking(self) -> bool:
        """True while the subject is being found outside a drawing run."""
        return bool(self._look)

    @property
    def dividing(self) -> bool:
        """True while the regions are being found."""
        return bool(self._division)

    @property
    def can_find(self) -> bool:
        """True if there is a photo whose subject is not known, and no run."""
        return self._session.source.photo is not None and self.automatic is None and not self._session.run.active

    def find(self) -> None:
        """Find the subject in the drawing thread; a run that begins stops it."""
        photo = self._session.source.photo
        if self.can_find and not self.looking and photo is not None:
            request = MaskRequest(photo.pixels, photo.alpha, self.model or "auto")
            self._look = self._session.runner.queue(request, soon=True)
            self.changed.emit()

    def find_regions(self) -> None:
        """Find the regions in the drawing thread, unless they are known; a run that begins stops it."""
        photo = self._session.source.photo
        if photo is not None and self.regions is None and not self._division and not self._session.run.active:
            self._division = self._session.runner.queue(RegionsRequest(photo.pixels), soon=True)
            self.changed.emit()

    def set_model(self, model_id: str) -> None:
        """Set the mask model that finds the subject; what another one found is forgotten, and found again."""
        if model_id != self.model:
            known = self.looking or self.automatic is not None
            self.model = model_id
            self._leave()
            self.looked = self.automatic = None
            if known:
                self.find()
            self.changed.emit()

    @Slot(object)
    def _take(self, event: Event) -> None:
        if isinstance(event, SubjectFound):
            self.looked = event
            choices = self._session.run.choices
            if choices.mask == "auto" and choices.mask_model == self.model:
                self._note_mask(event)
            self.changed.emit()

    @Slot(object)
    def _take_look(self, event: Event) -> None:
        if event.run not in (self._look, self._division):
            return
        match event:
            case SubjectFound():
                self._note_mask(event)
                self.looked = self.looked or event  # the result of a run, with first strokes, is more
            case RegionsFound():
                self.regions = event.regions
            case Failed(error=error, what_to_do=advice):
                self._session.notified.emit(Message(tr(error), tr(advice)))
            case Ended() if event.run == self._look:
                self._look = ""
            case Ended():
                self._division = ""
            case _:
                return
        self.changed.emit()

    def _note_mask(self, event: SubjectFound) -> None:
        self.automatic = np.ones_like(event.saliency) if event.mask is None else event.mask

    def _give_way(self) -> None:
        if self._session.run.active and self._leave():
            self.changed.emit()

    def _leave(self) -> bool:
        """Stop finding the subject and the regions; return False if neither was being found."""
        stopped = [run for run in (self._look, self._division) if run]
        self._look = self._division = ""
        for run in stopped:
            self._session.runner.stop(run)
        return bool(stopped)

    def _forget(self) -> None:
        self._leave()
        self.looked = self.automatic = self.regions = None
        self.changed.emit()
