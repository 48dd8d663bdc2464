"""The family tree of pictures: each generation below the one it came from, a little further in."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from app.session import Generation, Imagining, Picture
from app.ui.imagine_tile import SIDE, Awaited, Tile
from app.ui.parts import label, tool_button
from app.ui.theme import GRID, LIGHT, Theme

_THUMB = 3 * GRID  # px of a parent beside the title
_INDENT = 4 * GRID


class Tree(QScrollArea):
    """Fills as pictures come. One picture may be chosen."""

    chosen = Signal(object)  # Picture or None

    def __init__(self, imagining: Imagining) -> None:
        super().__init__()
        self._imagining = imagining
        self._theme = LIGHT
        self._chosen: int | None = None  # its number
        self._rows: list[Row] = []
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        self._column.setSpacing(3 * GRID)
        self._column.addStretch(1)
        self.setWidget(self._inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        imagining.changed.connect(self._show)
        imagining.progressed.connect(self._show_progress)

    @property
    def tiles(self) -> list[Tile]:
        return [tile for row in self._rows for tile in row.tiles]

    @property
    def picture(self) -> Picture | None:
        """The one that is chosen."""
        return next((one for one in self._imagining.pictures() if one.number == self._chosen), None)

    def choose(self, number: int | None) -> None:
        self._chosen = number
        for tile in self.tiles:
            tile.button.setChecked(tile.picture.number == number)
        self.chosen.emit(self.picture)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._show()

    def _show(self) -> None:
        """Rows of generations that have not changed stay."""
        wanted = [one for one in self._imagining.generations if one.pictures or one.active]
        kept = {id(row.generation): row for row in self._rows if row.shows == state_of(row.generation, self._theme)}
        rows = [kept.get(id(generation)) or self._row(generation) for generation in wanted]
        new = [row for row in rows if row not in self._rows]
        for row in self._rows:
            if row not in rows:
                self._column.removeWidget(row)
                row.hide()
                row.deleteLater()
        self._rows = rows
        for place, row in enumerate(rows):
            self._column.insertWidget(place, row)
        self.choose(self._chosen if self.picture else None)
        if new:
            QTimer.singleShot(0, self, lambda: self._come_to(new[-1].generation))  # when it has its place

    def _come_to(self, generation: Generation) -> None:
        """Scroll to where a generation grows."""
        row = next((row for row in self._rows if row.generation is generation), None)
        if row is not None:
            self.ensureWidgetVisible(row, 0, GRID)

    def _row(self, generation: Generation) -> Row:
        row = Row(generation, self._theme)
        for tile in row.tiles:
            tile.button.clicked.connect(lambda _=False, number=tile.picture.number: self.choose(number))
        row.discard.clicked.connect(lambda: self._imagining.discard(*generation.pictures))
        return row

    def _show_progress(self) -> None:
        for row in self._rows:
            row.show_progress()


class Row(QWidget):
    """One generation: whom it came from, and its pictures in as many lines as they take."""

    def __init__(self, generation: Generation, theme: Theme) -> None:
        super().__init__()
        self.generation = generation
        self.shows = state_of(generation, theme)
        head = QHBoxLayout()
        head.setSpacing(GRID)
        for parent in generation.parents:
            head.addWidget(_thumb(parent))
        head.addWidget(label(generation.title, "stage"))
        self._held = label("", "caption")
        self._held.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # long ones are cut off
        head.addWidget(self._held, 1)
        self.discard = tool_button(icon="trash-2", tooltip="Discard all of these pictures; this can be undone")
        self.discard.setVisible(len(generation.pictures) > 1 and not generation.active)
        head.addWidget(self.discard)
        self.tiles = [Tile(picture, theme) for picture in generation.pictures]
        awaited = generation.expected - len(generation.numbers) if generation.active else 0
        self._awaited = [Awaited(theme) for _ in range(awaited)]
        self._grid = QGridLayout()
        self._grid.setSpacing(2 * GRID)
        self._grid.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._columns = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(generation.depth * _INDENT, 0, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(head)
        column.addLayout(self._grid)
        self._arrange(4)
        self.show_progress()

    def show_progress(self) -> None:
        """How far the next picture is."""
        generation = self.generation
        self._held.setText(generation.held)
        self._held.setToolTip(generation.held)
        if self._awaited:
            self._awaited[0].set_share(max(0.0, generation.share * generation.expected - len(generation.numbers)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        free = self.width() - self.generation.depth * _INDENT
        self._arrange(max(1, (free + 2 * GRID) // (SIDE + 2 * GRID)))

    def minimumSizeHint(self) -> QSize:
        return QSize(SIDE + self.generation.depth * _INDENT, super().minimumSizeHint().height())

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for place, widget in enumerate((*self.tiles, *self._awaited)):
            self._grid.addWidget(widget, place // columns, place % columns, Qt.AlignmentFlag.AlignTop)


def state_of(generation: Generation, theme: Theme) -> tuple[object, ...]:
    """What a row of the generation depends on."""
    return (tuple(map(id, generation.pictures)), generation.expected, generation.active, generation.depth, theme.dark)


def _thumb(picture: Picture) -> QLabel:
    """A parent, small."""
    made = label(tooltip=f"Picture {picture.number}")
    ratio = made.devicePixelRatioF()
    side = round(_THUMB * ratio)
    expanding = Qt.AspectRatioMode.KeepAspectRatioByExpanding
    image = picture.image.scaled(side, side, expanding, Qt.TransformationMode.SmoothTransformation)
    small = QPixmap.fromImage(image.copy((image.width() - side) // 2, (image.height() - side) // 2, side, side))
    small.setDevicePixelRatio(ratio)
    made.setPixmap(small)
    made.setFixedSize(_THUMB, _THUMB)
    return made
