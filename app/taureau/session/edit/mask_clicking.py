"""Clicks that add what is under them to the painted mask, or take it away."""

from __future__ import annotations

from PySide6.QtCore import QObject

from taureau.session.core.session import Session
from taureau.session.edit.mask_painting import MaskPainting
from taureau.session.edit.subject import Subject
from taureau.session.language import tr

Click = tuple[tuple[float, float], bool]  # shares of the photo's width and height; whether it adds


class MaskClicking(QObject):
    """Each click is one undoable step; clicks wait until the regions and the automatic mask are known."""

    def __init__(self, session: Session, subject: Subject, painting: MaskPainting) -> None:
        super().__init__(session)
        self._session, self._subject, self._painting = session, subject, painting
        self._waiting: list[Click] = []
        session.source.photo_changed.connect(self._forget)
        subject.changed.connect(self._follow)

    def prepare(self) -> None:
        """Find what clicks would add, unless it is known."""
        self._subject.find_regions()

    def click(self, at: tuple[float, float], *, adds: bool) -> None:
        """Add what is under a point to the mask, or take it away, now or as soon as that is known."""
        self._waiting.append((at, adds))
        self.prepare()
        self._follow()

    def _follow(self) -> None:
        regions, subject = self._subject.regions, self._subject
        if regions is None and not subject.dividing:
            self._forget()  # it failed, or a run began
        elif regions is not None and not subject.looking:
            waiting, self._waiting = self._waiting, []
            for at, adds in waiting:
                mask = self._painting.mask
                if mask is not None:
                    label = tr("add to the subject") if adds else tr("take from the subject")
                    self._painting.replace(regions.clicked(mask, at, adds=adds), label)

    def _forget(self) -> None:
        self._waiting = []
