"""The family tree of images: each generation below its parent, indented."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from taureau.session import Generation, Imagining, Picture
from taureau.ui.imagine.imagine_row import INDENT, Row
from taureau.ui.imagine.imagine_tile import Tile
from taureau.ui.widgets.theme import GRID

_END = 6 * GRID  # px that may be hidden below while the end counts as visible
_SIDES = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class Tree(QScrollArea):
    """Grows as images arrive and keeps the scroll position. One image may be chosen."""

    chosen = Signal(object)  # Picture or None
    picked = Signal(object)  # Picture that was clicked

    def __init__(self, imagining: Imagining) -> None:
        super().__init__()
        self._imagining = imagining
        self._chosen: int | None = None  # the number of the chosen picture
        self._notified: Picture | None = None  # the picture that `chosen` was last emitted with
        self.rows: list[Row] = []
        self._inside = _Inside(self.rows)
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        self._column.setSpacing(3 * GRID)
        self._column.addStretch(1)
        self.setWidget(self._inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        imagining.tree.changed.connect(self._show)
        imagining.progressed.connect(self._show_progress)
        self._show()

    @property
    def tiles(self) -> list[Tile]:
        return [tile for row in self.rows for tile in row.tiles]

    @property
    def picture(self) -> Picture | None:
        """The chosen picture."""
        return next((one for one in self._imagining.tree.pictures() if one.number == self._chosen), None)

    def choose(self, number: int | None) -> None:
        self._chosen = number
        for tile in self.tiles:
            tile.button.setChecked(tile.picture.number == number)
        picture = self.picture
        if picture is not self._notified:
            self._notified = picture
            self.chosen.emit(picture)

    def go_to(self, picture: Picture) -> None:
        """Choose a picture and scroll to it; restore it if it was discarded."""
        if not self._imagining.tree.is_there(picture):
            self._imagining.tree.bring_back(picture.number)
        self.choose(picture.number)
        tile = self._tile(picture.number)
        if tile is not None:
            tile.button.setFocus()
            self.ensureWidgetVisible(tile, 0, 2 * GRID)

    def discard(self, picture: Picture) -> None:
        """Discard a picture and choose the one beside it."""
        tiles = self.tiles
        place = next((place for place, tile in enumerate(tiles) if tile.picture.number == picture.number), None)
        if place is None:
            return
        beside = next((tiles[other] for other in (place + 1, place - 1) if 0 <= other < len(tiles)), None)
        if beside is not None and tiles[place].button.hasFocus():
            beside.button.setFocus()
        self._imagining.tree.discard(picture)
        self.choose(beside.picture.number if beside is not None else None)

    def _show(self) -> None:
        """Update the rows; unchanged ones, the focus and the scroll position stay."""
        bar = self.verticalScrollBar()
        at_the_end = self._at_the_end
        top = next((row for row in self.rows if row.y() + row.height() > bar.value()), None)
        offset = bar.value() - top.y() if top is not None else 0
        kept = {id(row.generation): row for row in self.rows}
        wanted = self._imagining.tree.shown
        rows = [kept.get(id(generation)) or self._row(generation) for generation in wanted]
        new = [row for row in rows if id(row.generation) not in kept]
        for row in self.rows:
            if row not in rows:
                self._column.removeWidget(row)
                row.hide()
                row.deleteLater()
        for place, row in enumerate(rows):
            if self._column.indexOf(row) != place:
                self._column.insertWidget(place, row)
                row.show()  # now, because hidden widgets have no layout
        self.rows[:] = rows
        grown = [row for row in rows if row.show_pictures()]
        for first, second in pairwise([one for row in rows for one in row.controls] if grown or new else []):
            QWidget.setTabOrder(first, second)
        self.choose(self._chosen if self.picture else None)
        self._inside.update()

        if not (grown or new):
            return
        self._activate_layouts()
        if new and not self._imagining.waits_behind(new[-1].generation):
            self._scroll_to(new[-1])
        elif at_the_end and grown[-1:] == rows[-1:]:
            bar.setValue(bar.maximum())
        elif top in rows:
            bar.setValue(top.y() + offset)

    @property
    def _at_the_end(self) -> bool:
        bar = self.verticalScrollBar()
        return bar.value() >= bar.maximum() - _END

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stay at the end when the progress line below appears or goes."""
        at_the_end, bar = self._at_the_end, self.verticalScrollBar()
        super().resizeEvent(event)
        if at_the_end:
            bar.setValue(bar.maximum())

    def _activate_layouts(self) -> None:
        """Lay out the rows before the next repaint; Qt would do it some events later."""
        for _ in range(2):  # the first pass sets the width of new rows, the second their height
            for row in self.rows:
                layout = row.layout()
                if layout is not None:
                    layout.activate()
            self._column.activate()
            QApplication.sendEvent(self, QEvent(QEvent.Type.LayoutRequest))

    def _scroll_to(self, row: Row) -> None:
        """Scroll to a row, with priority for its top."""
        if row in self.rows:
            self.ensureVisible(0, row.y() + row.height(), 0, GRID)
            self.ensureVisible(0, row.y(), 0, GRID)

    def _row(self, generation: Generation) -> Row:
        row = Row(generation, self._imagining)
        row.tile_came.connect(self._take_tile)
        row.parent_asked.connect(self.go_to)
        return row

    def _take_tile(self, tile: Tile) -> None:
        def pick() -> None:
            self.choose(tile.picture.number)
            self.picked.emit(tile.picture)

        tile.button.clicked.connect(pick)
        tile.button.moved.connect(lambda key: self._move(tile, Qt.Key(key)))
        tile.button.discard_asked.connect(lambda: self.discard(tile.picture))

    def _tile(self, number: int) -> Tile | None:
        return next((tile for tile in self.tiles if tile.picture.number == number), None)

    def _move(self, tile: Tile, key: Qt.Key) -> None:
        """Choose the picture in the direction of an arrow key."""
        following = self._beside(tile, key)
        if following is not None:
            following.button.setFocus()
            self.choose(following.picture.number)
            self.ensureWidgetVisible(following, 0, 2 * GRID)

    def _beside(self, tile: Tile, key: Qt.Key) -> Tile | None:
        tiles = self.tiles
        if key in _SIDES:
            place = tiles.index(tile) + _SIDES[key]
            return tiles[place] if 0 <= place < len(tiles) else None
        here = self._place(tile)
        down = key == Qt.Key.Key_Down
        places = [(one, self._place(one)) for one in tiles]
        there = [(one, place) for one, place in places if (place.y() > here.y() if down else place.y() < here.y())]
        if not there:
            return None
        line = min(place.y() for _, place in there) if down else max(place.y() for _, place in there)
        return min(
            (one for one, place in there if place.y() == line), key=lambda one: abs(self._place(one).x() - here.x())
        )

    def _place(self, tile: Tile) -> QPoint:
        return tile.mapTo(self._inside, QPoint(0, 0))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_progress()

    def _show_progress(self) -> None:
        for row in self.rows if self.isVisible() else ():
            row.show_progress()


class _Inside(QWidget):
    """Draws the branches between generations."""

    def __init__(self, rows: list[Row]) -> None:
        super().__init__()
        self._rows = rows

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Mid), 1))
        above: dict[int, Row] = {}  # the latest of each depth
        for row in self._rows:
            depth = row.generation.depth
            above[depth] = row
            parent = above.get(depth - 1)
            if parent is not None:
                left = row.x() + (depth - 1) * INDENT + 2 * GRID
                middle = row.y() + row.middle_of_head
                painter.drawLine(left, parent.y() + parent.height() + GRID // 2, left, middle)
                painter.drawLine(left, middle, row.x() + depth * INDENT - GRID // 2, middle)
        painter.end()
