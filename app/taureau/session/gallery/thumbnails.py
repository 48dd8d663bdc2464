"""Small pictures of the entries, made in a thread when they are first asked for."""

from __future__ import annotations

import logging
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Lock

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QImage

from taureau.errors import TaureauError

log = logging.getLogger(__name__)
_ROOM = 96 << 20  # bytes of pictures in memory
_WAITING = 120  # requests; older ones are for what was scrolled past


class Thumbnails(QObject):
    """Holds the pictures used last, at one size; what is asked for last is made first."""

    arrived = Signal(str)  # the id of an entry whose picture is there now
    _made = Signal(str, QImage, int)

    def __init__(self, read: Callable[[str], bytes | None], parent: QObject | None = None) -> None:
        """`read` returns the picture file of an entry, in the thread; None where there is none."""
        super().__init__(parent)
        self._read = read
        self._side = 0  # device pixels of the longer side
        self._pictures: OrderedDict[str, QImage] = OrderedDict()  # a null one where there is none
        self._bytes = 0
        self._waiting: OrderedDict[str, None] = OrderedDict()  # the latest last
        self._making = ""  # the id of the entry whose picture is being made, or was made last
        self._lock = Lock()
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="taureau-thumbnails")
        self._closed = False
        self._made.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def set_side(self, pixels: int) -> None:
        """Set the longer side of all pictures, in device pixels."""
        if pixels != self._side:
            self._side = pixels
            self._pictures.clear()
            self._bytes = 0

    def picture(self, entry_id: str) -> QImage | None:
        """Return a picture, null where there is none; None while it is being made, which is begun by this."""
        picture = self._pictures.get(entry_id)
        if picture is not None:
            self._pictures.move_to_end(entry_id)
            return picture
        with self._lock:
            if self._closed or entry_id == self._making:
                return None
            new = entry_id not in self._waiting
            self._waiting[entry_id] = None
            self._waiting.move_to_end(entry_id)
            if len(self._waiting) > _WAITING:
                self._waiting.popitem(last=False)
        if new:
            self._thread.submit(self._make_next)
        return None

    def close(self) -> None:
        """End the thread; pictures that are not made yet are not made."""
        self._closed = True
        with self._lock:
            self._waiting.clear()
        self._thread.shutdown(cancel_futures=True)

    def _make_next(self) -> None:
        with self._lock:
            if not self._waiting:
                return
            entry_id, _ = self._waiting.popitem()
            self._making = entry_id
        side = self._side
        self._made.emit(entry_id, self._image(entry_id, side), side)

    def _image(self, entry_id: str, side: int) -> QImage:
        try:
            data = self._read(entry_id)
        except TaureauError as error:
            log.warning("no thumbnail of %s: %s", entry_id, error)
            data = None
        image = QImage.fromData(data) if data else QImage()
        if image.isNull():
            return image
        keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        return image.scaled(side, side, keep, smooth).convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)

    @Slot(str, QImage, int)
    def _take(self, entry_id: str, image: QImage, side: int) -> None:
        with self._lock:
            if self._making == entry_id:
                self._making = ""
        if self._closed or side != self._side:
            return
        self._pictures[entry_id] = image
        self._bytes += image.sizeInBytes()
        while self._bytes > _ROOM and len(self._pictures) > 1:
            _, oldest = self._pictures.popitem(last=False)
            self._bytes -= oldest.sizeInBytes()
        self.arrived.emit(entry_id)
