"""One generation of the family tree: its parents, and its images in as many rows as they need."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from taureau.session import Generation, Imagining, Picture
from taureau.session.language import tr
from taureau.ui.imagine.imagine_tile import SIDE, Awaited, Tile, small
from taureau.ui.widgets.elided_label import ElidedLabel
from taureau.ui.widgets.parts import tool_button
from taureau.ui.widgets.theme import GRID

INDENT = 4 * GRID  # px, of a generation more than of the one it came from
_THUMB = 3 * GRID  # px of a parent beside the title
_GONE = 0.35  # opacity of a parent that was discarded


class Row(QWidget):
    """Shows one generation; images are added, removed and updated in place."""

    tile_came = Signal(object)  # Tile
    parent_asked = Signal(object)  # Picture

    def __init__(self, generation: Generation, imagining: Imagining) -> None:
        super().__init__()
        self.generation = generation
        self.tiles: list[Tile] = []
        self._imagining = imagining
        self._awaited: list[Awaited] = []
        self._columns = 4
        self._parents = [_Parent(picture) for picture in generation.parents]
        self.title = ElidedLabel(generation.title, "stage")
        self.state = ElidedLabel("", "caption")
        self.stop = tool_button(
            icon="x", tooltip=tr("Stop “{title}”; pictures that are ready stay", title=generation.title)
        )
        self.stop.clicked.connect(lambda: imagining.stop(generation))
        self.discard = tool_button(icon="trash-2", tooltip=tr("Discard all of these pictures; this can be undone"))
        self.discard.clicked.connect(lambda: imagining.tree.discard(*generation.pictures))
        self._head = QHBoxLayout()
        self._head.setSpacing(GRID)
        for parent in self._parents:
            parent.clicked.connect(lambda _=False, picture=parent.picture: self.parent_asked.emit(picture))
            self._head.addWidget(parent)
        self._head.addWidget(self.title)
        self._head.addWidget(self.state, 1)
        self._head.addWidget(self.stop)
        self._head.addWidget(self.discard)
        self._grid = QGridLayout()
        self._grid.setSpacing(2 * GRID)
        self._grid.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(generation.depth * INDENT, 0, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(self._head)
        column.addLayout(self._grid)

    @property
    def middle_of_head(self) -> int:
        """The vertical centre of the heading, px below the top."""
        return self._head.geometry().center().y()

    @property
    def controls(self) -> list[QWidget]:
        """The controls in tab order."""
        return [*self._parents, self.stop, self.discard, *(tile.button for tile in self.tiles)]

    def show_pictures(self) -> bool:
        """Update the pictures; return False if nothing changed."""
        generation = self.generation
        wanted = [picture.number for picture in generation.pictures]
        there = {tile.picture.number: tile for tile in self.tiles}
        for number in there.keys() - set(wanted):
            _drop(there.pop(number))
        changed = [there[one.number].show_picture(one) for one in generation.pictures if one.number in there]
        came = [Tile(picture) for picture in generation.pictures if picture.number not in there]
        there |= {tile.picture.number: tile for tile in came}
        tiles = [there[number] for number in wanted]
        moved = tiles != self.tiles or len(self._awaited) != generation.awaited
        self.tiles = tiles
        while len(self._awaited) > generation.awaited:
            _drop(self._awaited.pop())
        while len(self._awaited) < generation.awaited:
            self._awaited.append(Awaited())
        if moved:
            self._arrange()
        for tile in came:
            self.tile_came.emit(tile)
        for parent in self._parents:
            parent.show_whether(there=self._imagining.tree.is_there(parent.picture))
        self.discard.setVisible(len(tiles) > 1 and not generation.active)
        self.show_progress()
        return moved or any(changed)

    def show_progress(self) -> None:
        """Show the progress of the next picture, or what the generation waits for or was made with."""
        generation = self.generation
        waits = self._imagining.waits_for(generation)
        empty = not generation.pictures and not generation.active
        self.state.setText(tr("its pictures were discarded") if empty else waits or generation.environment)
        self.stop.setVisible(generation.active)
        self.stop.setEnabled(not generation.stopping)
        if self._awaited:
            self._awaited[0].set_share(generation.share_of_next)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        free = self.width() - self.generation.depth * INDENT
        columns = max(1, (free + 2 * GRID) // (SIDE + 2 * GRID))
        if columns != self._columns:
            self._columns = columns
            self._arrange()

    def minimumSizeHint(self) -> QSize:
        return QSize(SIDE + self.generation.depth * INDENT, super().minimumSizeHint().height())

    def _arrange(self) -> None:
        while self._grid.count():
            self._grid.takeAt(0)
        for place, widget in enumerate((*self.tiles, *self._awaited)):
            self._grid.addWidget(widget, place // self._columns, place % self._columns, Qt.AlignmentFlag.AlignTop)
            widget.show()  # now, for what is hidden has no place


class _Parent(QToolButton):
    """A thumbnail of a parent; a click selects the parent."""

    def __init__(self, picture: Picture) -> None:
        super().__init__()
        self.setObjectName("parent")
        self.picture = picture
        self._there: bool | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setIconSize(QSize(_THUMB, _THUMB))
        self.setFixedSize(_THUMB + GRID, _THUMB + GRID)
        self.setAccessibleName(tr("From picture {number}", number=picture.number))
        self.show_whether(there=True)

    def show_whether(self, *, there: bool) -> None:
        if there == self._there:
            return
        self._there = there
        number = self.picture.number
        self.setToolTip(
            tr("Go to picture {number}", number=number)
            if there
            else tr("Picture {number} was discarded: bring it back", number=number)
        )
        ratio = self.devicePixelRatioF()
        side = round(_THUMB * ratio)
        shown = QPixmap(side, side)
        shown.fill(Qt.GlobalColor.transparent)
        painter = QPainter(shown)
        painter.setOpacity(1.0 if there else _GONE)
        painter.drawImage(0, 0, small(self.picture.image, side))
        painter.end()
        shown.setDevicePixelRatio(ratio)
        self.setIcon(QIcon(shown))


def _drop(widget: QWidget) -> None:
    widget.hide()
    widget.deleteLater()
