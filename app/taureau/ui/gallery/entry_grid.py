"""The grid of drawings: only what is visible is painted, and its pictures are made when they are first seen."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

from PySide6.QtCore import QItemSelectionModel, QMimeData, QModelIndex, QPoint, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QDrag, QKeyEvent, QPixmap, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from taureau.session.gallery.thumbnails import Thumbnails
from taureau.session.language import tr
from taureau.store.search import Summary
from taureau.ui.gallery.entry_delegate import CELL, SIDE, EntryDelegate
from taureau.ui.gallery.entry_model import EntryModel
from taureau.ui.widgets.theme import GRID, Theme

_MOST_DRAGGED = 50  # files
_NAME = 60  # characters of a file that is dragged out


class EntryGrid(QListView):
    """Several tiles can be selected; Enter or a double click opens one, a drag takes SVG files out."""

    open_asked = Signal()
    chosen_changed = Signal()  # which tiles are selected
    star_clicked = Signal(object)  # Summary

    def __init__(self, thumbnails: Thumbnails, drawing_file: Callable[[str], Path]) -> None:
        super().__init__()
        self._thumbnails, self._drawing_file = thumbnails, drawing_file
        self.entries = EntryModel(self)
        self.tiles = EntryDelegate(thumbnails, self)
        self.setModel(self.entries)
        self.setItemDelegate(self.tiles)
        self.setAccessibleName(tr("Drawings"))
        self.setObjectName("gallery")
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setGridSize(CELL)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(5 * GRID)
        self.setMouseTracking(True)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.selectionModel().selectionChanged.connect(self.chosen_changed)
        self.doubleClicked.connect(self.open_asked)
        self.tiles.star_clicked.connect(self.star_clicked)
        thumbnails.arrived.connect(self._show_picture)

    @property
    def chosen(self) -> list[Summary]:
        """The selected entries, in their order."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return [self.entries.entry(row) for row in rows]

    def choose(self, row: int) -> None:
        """Select one tile alone, and scroll to it."""
        if 0 <= row < self.entries.rowCount():
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(self.entries.index(row), flag)

    def set_theme(self, theme: Theme) -> None:
        self.tiles.theme = theme
        self.viewport().update()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._thumbnails.set_side(round((SIDE - GRID) * self.devicePixelRatioF()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out among as many tiles as fit."""
        width = self.viewport().width() - GRID  # which Qt leaves at the end of a row
        self.tiles.cell = QSize(width // max(1, width // CELL.width()), CELL.height())
        self.setGridSize(self.tiles.cell)
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.chosen:
            self.open_asked.emit()
        else:
            super().keyPressEvent(event)

    def startDrag(self, actions: Qt.DropAction) -> None:
        """Drag the selected drawings as SVG files, until the button is released."""
        data = self.dragged()
        if data is None:
            return
        drag = QDrag(self)
        drag.setMimeData(data)
        picture = self._thumbnails.picture(self.chosen[0].id)
        if picture is not None and not picture.isNull():
            shown = QPixmap.fromImage(picture)
            shown.setDevicePixelRatio(self.devicePixelRatioF())
            drag.setPixmap(shown)
        drag.exec(Qt.DropAction.CopyAction)

    def dragged(self) -> QMimeData | None:
        """Return the selected drawings as files of their names; None where nothing is drawn."""
        files = [self._copied(entry) for entry in self.chosen[:_MOST_DRAGGED] if entry.strokes]
        if not files:
            return None
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
        if len(files) == 1:
            data.setData("image/svg+xml", files[0].read_bytes())
        return data

    def _copied(self, entry: Summary) -> Path:
        """Return a copy of the drawing with a name that says something, which lasts until the program ends."""
        folder = Path(_folder().name) / entry.id[:8]
        folder.mkdir(exist_ok=True)
        letters = "".join(letter if letter.isalnum() or letter in " -_." else "-" for letter in entry.name)
        path = folder / f"{letters[:_NAME].strip(' .') or 'drawing'}.svg"
        shutil.copyfile(self._drawing_file(entry.id), path)
        return path

    def _show_picture(self, entry_id: str) -> None:
        for index in self._visible():
            if self.entries.entry(index.row()).id == entry_id:
                self.update(index)

    def _visible(self) -> list[QModelIndex]:
        """Return the tiles in view, by where the first one is and how many fit."""
        first = self.indexAt(self.viewport().rect().topLeft() + _INSIDE)
        across = max(1, self.viewport().width() // CELL.width())
        down = self.viewport().height() // CELL.height() + 2
        row = first.row() if first.isValid() else 0
        last = min(self.entries.rowCount(), row + across * down)
        return [self.entries.index(one) for one in range(row, last)]


_INSIDE = QPoint(CELL.width() // 2, GRID)  # of a tile in the first row


@cache
def _folder() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="taureau-")
