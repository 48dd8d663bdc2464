"""Drawings to begin with: those of the user, the latest first, then what Taureau made of its sample photos."""

from __future__ import annotations

import asyncio
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPixmap
from PySide6.QtWidgets import QGridLayout, QToolButton, QWidget

from taureau.document import DocumentError, Drawing, load_svg
from taureau.resources import is_shipped, resource
from taureau.session import Recents
from taureau.session.language import tr
from taureau.ui.canvas.stroke_painting import paint_within
from taureau.ui.widgets.parts import tool_button
from taureau.ui.widgets.tasks import Tasks
from taureau.ui.widgets.theme import GRID

THUMBNAIL = 11 * GRID  # px
_COLUMNS = 4
_MOST = 8
_MOST_RECENT = 4
_MARGIN = 8.0  # px between a thumbnail's edge and its drawing


class Shelf(QWidget):
    """Thumbnails are read in another thread, one after the other; what cannot be read is left out."""

    recent_asked = Signal(object)  # Path, of a drawing
    sample_asked = Signal(object)  # Path, of a photo

    def __init__(self, recents: Recents, tasks: Tasks) -> None:
        super().__init__()
        self._recents = recents
        self._photos = sorted(path for path in resource("samples").glob("*.jpg") if path.with_suffix(".svg").exists())
        self._shown: list[Path] = []  # drawings
        self.drawings: list[QToolButton] = []  # of the user
        self.samples: list[QToolButton] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GRID)
        self._loading = QTimer(self, interval=0, singleShot=True)  # once the event loop runs
        self._loading.timeout.connect(lambda: tasks.start(self._load()))
        recents.changed.connect(self._fill)
        self._fill()

    def _fill(self) -> None:
        """Show other tiles where other drawings are the latest."""
        drawings = (path for path in self._recents.paths if path.suffix.lower() == ".svg" and not is_shipped(path))
        recent = list(drawings)[:_MOST_RECENT]
        photos = self._photos[: _MOST - len(recent)]
        shown = [*recent, *(photo.with_suffix(".svg") for photo in photos)]
        if shown == self._shown:
            return
        self._shown = shown
        for tile in (*self.drawings, *self.samples):
            self._grid.removeWidget(tile)
            tile.deleteLater()
        self.drawings = [self._recent_tile(path) for path in recent]
        self.samples = [self._sample_tile(photo) for photo in photos]
        for place, tile in enumerate([*self.drawings, *self.samples]):
            self._grid.addWidget(tile, place // _COLUMNS, place % _COLUMNS, Qt.AlignmentFlag.AlignCenter)
        self._loading.start()

    async def _load(self) -> None:
        paths = self._shown
        for path, tile in zip(paths, [*self.drawings, *self.samples], strict=True):
            try:
                drawing = await asyncio.to_thread(load_svg, path)
            except DocumentError:  # moved, removed or damaged since: choosing it from the menu says which
                drawing = None
            if paths is not self._shown:
                return
            tile.setVisible(drawing is not None)
            if drawing is not None:
                tile.setIcon(QIcon(_thumbnail(drawing, self.devicePixelRatioF())))

    def _recent_tile(self, path: Path) -> QToolButton:
        tile = _tile(
            tr("Open {name}\n{parent}", name=path.name, parent=path.parent),
            tr("Recent drawing: {stem}", stem=path.stem),
        )
        tile.clicked.connect(lambda: self.recent_asked.emit(path))
        return tile

    def _sample_tile(self, photo: Path) -> QToolButton:
        name = photo.stem.replace("_", " ").replace("-", " ").capitalize()
        tile = _tile(tr("Open the sample “{name}” and draw it", name=name), tr("Sample: {name}", name=name))
        tile.clicked.connect(lambda: self.sample_asked.emit(photo))
        return tile


def _tile(tooltip: str, spoken: str) -> QToolButton:
    tile = tool_button(style="sample", tooltip=tooltip, spoken=spoken)
    tile.setIconSize(QSize(THUMBNAIL, THUMBNAIL))
    tile.setFixedSize(THUMBNAIL + GRID, THUMBNAIL + GRID)
    return tile


def _thumbnail(drawing: Drawing, ratio: float) -> QPixmap:
    """Return the drawing on a sheet of its paper, `ratio` device pixels per px."""
    picture = QPixmap(QSize(THUMBNAIL, THUMBNAIL) * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    sheet = QRectF(0.5, 0.5, THUMBNAIL - 1, THUMBNAIL - 1)
    outline = QPainterPath()
    outline.addRoundedRect(sheet, 6, 6)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor("#cfcbc0"))
    painter.setBrush(QColor(drawing.paper or "#ffffff"))
    painter.drawPath(outline)
    painter.setClipPath(outline)
    paint_within(painter, drawing, sheet.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN))
    painter.end()
    return picture
