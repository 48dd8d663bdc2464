"""The mask that the user paints over the part of the photo to draw."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from taureau.photo import PhotoError, load_mask, save_mask
from taureau.session.core.session import Session
from taureau.session.edit.subject import Subject
from taureau.session.language import tr
from taureau.session.messages import Message

Mask = NDArray[np.bool_]  # [H, W] of the photo's pixels, True where it is drawn
_STEPS = 100  # that can be undone


class MaskPainting(QObject):
    """Dabs become one undoable step with `commit`; each other operation is one step."""

    changed = Signal()

    def __init__(self, session: Session, subject: Subject) -> None:
        super().__init__(session)
        self._session, self._subject = session, subject
        self.mask: Mask | None = None  # None until `begin`
        self.undo_stack = QUndoStack(self)
        self.undo_stack.setUndoLimit(_STEPS)
        self._before: Mask | None = None  # before the first dab of the step
        self._awaited = False  # use the automatic mask once it is found
        session.source.photo_changed.connect(self._forget)
        subject.changed.connect(self._follow)

    @property
    def ready(self) -> bool:
        """True when the mask is not empty."""
        return self.mask is not None and bool(self.mask.any())

    @property
    def finding(self) -> bool:
        """True while the automatic mask is being found."""
        return self._subject.looking

    @property
    def can_take_automatic(self) -> bool:
        """True when the automatic mask is known or can be found."""
        return self._subject.automatic is not None or (self._subject.can_find and not self.finding)

    def begin(self) -> None:
        """Prepare the mask to paint on: the painted one, else the automatic one, which is found if it is not known."""
        untouched = self.mask is None or (self._before is None and self.undo_stack.count() == 0)
        if untouched and self._session.source.photo is not None:
            self._subject.find()
            found = self._automatic()
            self.mask = np.zeros(self._session.source.photo.pixels.shape[:2], bool) if found is None else found
            self.changed.emit()

    # The brush: positions are shares of the photo's width and height, the radius is one of its longer side.

    def dab(self, start: tuple[float, float], end: tuple[float, float], radius: float, *, adds: bool) -> None:
        """Add to the mask or erase along a line, without an undo step yet."""
        if self.mask is None:
            return
        if self._before is None:
            self._before = self.mask
            self.mask = self.mask.copy()
        height, width = self.mask.shape
        reach = max(0.5, radius * max(height, width))
        a, b = (np.array(point) * (width, height) for point in (start, end))
        low = np.clip(np.floor(np.minimum(a, b) - reach), 0, (width, height)).astype(int)
        high = np.clip(np.ceil(np.maximum(a, b) + reach), 0, (width, height)).astype(int)
        y, x = np.mgrid[low[1] : high[1], low[0] : high[0]] + 0.5
        way = b - a
        along = ((x - a[0]) * way[0] + (y - a[1]) * way[1]) / max(float(way @ way), 1e-9)
        along = along.clip(0, 1)
        inside = (x - a[0] - along * way[0]) ** 2 + (y - a[1] - along * way[1]) ** 2 <= reach**2
        self.mask[low[1] : high[1], low[0] : high[0]][inside] = adds
        self.changed.emit()

    def commit(self, label: str) -> None:
        """Make the dabs since the last step one undoable step."""
        before, after = self._before, self.mask
        if before is not None and after is not None:
            self._before = None
            if not np.array_equal(before, after):
                self.undo_stack.push(_Paint(before, after, label, self._put))

    def give_up(self) -> None:
        """Revert the dabs since the last step."""
        if self._before is not None:
            self.mask, self._before = self._before, None
            self.changed.emit()

    # The whole mask.

    def clear(self) -> None:
        if self.mask is not None:
            self.replace(np.zeros_like(self.mask), tr("clear the mask"))

    def invert(self) -> None:
        if self.mask is not None:
            self.replace(~self.mask, tr("invert the mask"))

    def take_automatic(self) -> None:
        """Use the automatic mask, now or as soon as it is found."""
        found = self._automatic()
        if found is not None:
            self.replace(found, tr("take the automatic mask"))
        else:
            self._awaited = True
            self._subject.find()

    async def load(self, path: Path) -> bool:
        """Load the mask from a picture of the photo's proportions; return False, after a message, if that failed."""
        photo = self._session.source.photo
        if photo is None:
            return False
        try:
            mask = await asyncio.to_thread(load_mask, path, photo)
        except PhotoError as error:
            self._session.notified.emit(Message(tr(str(error)), tr("The mask is as it was.")))
            return False
        if photo is not self._session.source.photo:
            return False
        self.replace(mask, tr("load a mask"))
        return True

    async def save(self, path: Path) -> bool:
        """Save the mask as a grey PNG, white where it is drawn; return False, after a message, if that failed."""
        mask = self.mask
        if mask is None:
            return False
        try:
            await asyncio.to_thread(save_mask, mask, path)
        except PhotoError as error:
            self._session.notified.emit(Message(tr(str(error))))
            return False
        self._session.notified.emit(Message(tr("The mask is in {name}.", name=path.name), kind="notice"))
        return True

    def _automatic(self) -> Mask | None:
        """Return the automatic mask at the photo's size."""
        found, photo = self._subject.automatic, self._session.source.photo
        if found is None or photo is None:
            return None
        height, width = photo.pixels.shape[:2]
        levels = Image.fromarray((255 * found).astype(np.uint8)).resize((width, height), Image.Resampling.BILINEAR)
        return np.asarray(levels) >= 128

    def _follow(self) -> None:
        """Use a mask that was found, if it was waited for or nothing is painted yet."""
        found = self._subject.automatic is not None
        if found and self._awaited:
            self.take_automatic()
        elif found and self.mask is not None:
            self.begin()
        self._awaited = self._awaited and self.finding and not found
        self.changed.emit()

    def replace(self, mask: Mask, label: str) -> None:
        """Replace the mask as one undoable step, unless it stays the same."""
        self.begin()
        before = self.mask
        if before is not None and not np.array_equal(before, mask):
            self.undo_stack.push(_Paint(before, mask, label, self._put))

    def _put(self, mask: Mask) -> None:
        self.mask = mask
        self.changed.emit()

    def _forget(self) -> None:
        self.mask = self._before = None
        self._awaited = False
        self.undo_stack.clear()
        self.changed.emit()


class _Paint(QUndoCommand):
    """Replaces a mask by another; both are stored as bits."""

    def __init__(self, old: Mask, new: Mask, label: str, put: Callable[[Mask], None]) -> None:
        super().__init__(label)
        self._shape, self._put = old.shape, put
        self._old, self._new = np.packbits(old), np.packbits(new)

    def redo(self) -> None:
        self._put(self._whole(self._new))

    def undo(self) -> None:
        self._put(self._whole(self._old))

    def _whole(self, bits: NDArray[np.uint8]) -> Mask:
        rows, columns = self._shape
        return np.unpackbits(bits, count=rows * columns).astype(bool).reshape(rows, columns)
