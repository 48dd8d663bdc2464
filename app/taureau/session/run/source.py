"""What is to be drawn: a photo, words, or both."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from taureau.photo import Photo


class Source(QObject):
    """The photo, also as an image to show, and the words."""

    photo_changed = Signal()
    words_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.photo: Photo | None = None
        self.image: QImage | None = None  # of the photo
        self.path: Path | None = None  # of the photo's file
        self.words = ""  # to draw, alone or beside the photo

    @property
    def available(self) -> bool:
        """True when there is something to draw."""
        return self.photo is not None or self.has_words

    @property
    def has_words(self) -> bool:
        return bool(self.words.strip())

    def set_photo(self, photo: Photo | None, image: QImage | None, path: Path | None) -> None:
        self.photo, self.image, self.path = photo, image, path
        self.photo_changed.emit()

    def set_words(self, words: str) -> None:
        if words != self.words:
            self.words = words
            self.words_changed.emit()
