"""What was dropped or pasted: a file or a picture."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage


@dataclass(frozen=True, eq=False)
class Incoming:
    """Exactly one of the two."""

    path: Path | None = None
    image: QImage | None = None


def can_bring(data: QMimeData | None) -> bool:
    """True when there may be something to open; looks at the kinds of data only."""
    return data is not None and (data.hasImage() or any(url.isLocalFile() for url in data.urls()))


def incoming(data: QMimeData | None) -> Incoming | None:
    """The first local file, else the picture itself; None when there is neither."""
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
