"""What the latest run saw in the photo: its subject, where it looked, where strokes began."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal, Slot

from app.engine import Event, Looked
from app.session.workbench import Workbench


class Subject(QObject):
    """Keeps the latest as long as the photo stays."""

    changed = Signal()

    def __init__(self, session: Workbench) -> None:
        super().__init__(session)
        self._session = session
        self.looked: Looked | None = None
        self.automatic: NDArray[np.float32] | None = None  # [h, w], 0 … 1: the mask that was found, not one given
        session.told.connect(self._take)
        session.photo_changed.connect(self._forget)

    @Slot(object)
    def _take(self, event: Event) -> None:
        if isinstance(event, Looked):
            self.looked = event
            if self._session.chosen.mask == "auto":
                self.automatic = np.ones_like(event.saliency) if event.mask is None else event.mask
            self.changed.emit()

    def _forget(self) -> None:
        self.looked = self.automatic = None
        self.changed.emit()
