"""Dropped or pasted data: a file or an image."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage


@dataclass(frozen=True, eq=False)
class Incoming:
    """A path or an image, never both."""

    path: Path | None = None
    image: QImage | None = None


def can_bring(data: QMimeData | None) -> bool:
    """Return whether the data may contain something to open, judging by its formats only."""
    return data is not None and (data.hasImage() or any(url.isLocalFile() for url in data.urls()))


def incoming(data: QMimeData | None) -> Incoming | None:
    """Return the first local file, else the image; None if there is neither."""
    if data is None:
        return None
    for url in data.urls():
        if url.isLocalFile():
            return Incoming(path=Path(url.toLocalFile()))
    if data.hasImage():
        image = data.imageData()
        if isinstance(image, QImage) and not image.isNull():
            return Incoming(image=image)
    return None
