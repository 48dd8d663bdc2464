"""The strip above the timeline: the drawings that a run proposes, large; a click or a key makes one the drawing."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QKeySequence, QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QScrollArea, QToolButton, QVBoxLayout, QWidget

from taureau.document import Drawing
from taureau.session import Seeds
from taureau.session.edit.seeds import Try
from taureau.session.language import tr
from taureau.ui.canvas.stroke_painting import paint_within
from taureau.ui.widgets.parts import push_button, tool_button
from taureau.ui.widgets.theme import GRID, LIGHT, Theme

SIDE = 15 * GRID  # px, of a thumbnail
_MARGIN = 8.0  # px around the drawing in a thumbnail
_ABANDONED = 0.45  # opacity of an abandoned drawing during the run
_WAITING = 0.35  # opacity of the sheet of a drawing that is not there yet
_KEYS = 9  # of the latest drawings can be chosen by Alt and a digit


class SeedsStrip(QFrame):
    """Hidden when the latest run proposed a single drawing; scrolls where there are many."""

    def __init__(self, seeds: Seeds, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("timeLine")
        self._seeds, self._theme = seeds, LIGHT
        self.tiles: list[QToolButton] = []
        self._painted: dict[QToolButton, tuple[object, ...]] = {}  # what the picture of each tile shows
        self._group = QButtonGroup(self)
        self._inside = QWidget()
        self._row = QHBoxLayout(self._inside)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GRID)
        self._row.addStretch(1)
        self._scroll = QScrollArea(widgetResizable=True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidget(self._inside)
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        bar = self._scroll.horizontalScrollBar()
        bar.rangeChanged.connect(lambda _, end: bar.setValue(end))  # the latest are at the end
        self.alike = push_button(tr("More like this one"), tooltip=tr("Draw four others that resemble the drawing"))
        self.others = push_button(tr("Another four"), tooltip=tr("Draw the next four; these stay here to choose from"))
        self.close_button = tool_button(icon="x", tooltip=tr("Hide these; the drawing stays"))
        self.alike.clicked.connect(seeds.draw_alike)
        self.others.clicked.connect(seeds.draw_others)
        self.close_button.clicked.connect(seeds.forget)
        verbs = QVBoxLayout()
        verbs.setSpacing(GRID)
        verbs.addStretch(1)
        verbs.addWidget(self.alike)
        verbs.addWidget(self.others)
        verbs.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, GRID, GRID, GRID)
        row.setSpacing(2 * GRID)
        row.addWidget(self._scroll, 1)
        row.addLayout(verbs)
        row.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        seeds.changed.connect(self._update)
        self._update()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._update()

    def _update(self) -> None:
        seeds, tries = self._seeds, self._seeds.tries
        if not tries and self.isAncestorOf(self.window().focusWidget()):
            self.window().setFocus()  # else the next widget would show a focus ring
        while len(self.tiles) > len(tries):
            tile = self.tiles.pop()
            del self._painted[tile]
            self._group.removeButton(tile)
            self._row.removeWidget(tile)
            tile.deleteLater()
        while len(self.tiles) < len(tries):
            self._add_tile()
        self._group.setExclusive(False)  # none is checked when the drawing is none of them
        for index, (tile, one) in enumerate(zip(self.tiles, tries, strict=True)):
            self._fill(tile, one, key=index + 1 - max(0, len(tries) - _KEYS))
        self._group.setExclusive(any(tile.isChecked() for tile in self.tiles))
        if self.tiles:
            bar = self._scroll.horizontalScrollBar().sizeHint().height()
            self._scroll.setFixedHeight(self.tiles[0].sizeHint().height() + bar)
        for verb in (self.alike, self.others):
            verb.setVisible(seeds.offers_others)
        self.alike.setEnabled(seeds.can_go_on and seeds.chosen is not None)
        self.others.setEnabled(seeds.can_go_on)
        self.close_button.setEnabled(seeds.can_choose)
        self.setVisible(bool(tries))

    def _add_tile(self) -> None:
        tile = tool_button(style="seed")
        tile.setCheckable(True)
        tile.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        tile.setIconSize(QSize(SIDE, SIDE))
        index = len(self.tiles)
        tile.clicked.connect(lambda: self._choose(index))
        self.tiles.append(tile)
        self._painted[tile] = ()
        self._group.addButton(tile)
        self._row.insertWidget(index, tile)

    def _choose(self, index: int) -> None:
        self._seeds.choose(self._seeds.tries[index])
        self._update()

    def _fill(self, tile: QToolButton, one: Try, *, key: int) -> None:
        seeds = self._seeds
        tile.setChecked(one is seeds.chosen)
        tile.setEnabled(seeds.can_choose and one.drawing is not None)
        faint = one.given_up and not seeds.can_choose
        shown = (one.drawing, faint, self._theme, self.devicePixelRatioF())
        if shown != self._painted[tile]:
            self._painted[tile] = shown
            picture = self._thumbnail(one.drawing, faint=faint)
            icon = QIcon(picture)
            icon.addPixmap(picture, QIcon.Mode.Disabled)  # not greyed out
            tile.setIcon(icon)
        shortcut = QKeySequence(f"Alt+{key}") if key > 0 else QKeySequence()
        if tile.shortcut() != shortcut:
            tile.setShortcut(shortcut)
        name = tr("Proposed drawing") if one.drawing is not None else tr("Still being drawn")
        tile.setAccessibleName(tr("{name}, the one that was chosen for you", name=name) if one is seeds.best else name)
        by_key = f" ({shortcut.toString(QKeySequence.SequenceFormat.NativeText)})" if key > 0 else ""
        tile.setToolTip(
            tr("Make it the drawing{by_key}; undo brings the other back", by_key=by_key)
            if tile.isEnabled()
            else tile.accessibleName()
        )

    def _thumbnail(self, drawing: Drawing | None, *, faint: bool) -> QPixmap:
        """Paint the drawing on paper."""
        ratio = self.devicePixelRatioF()
        picture = QPixmap(QSize(SIDE, SIDE) * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paper = QPainterPath()
        paper.addRoundedRect(QRectF(0.5, 0.5, SIDE - 1, SIDE - 1), 4, 4)
        painter.setOpacity(1.0 if drawing is not None else _WAITING)
        painter.setPen(QPen(QColor(self._theme.edge), 1))
        painter.setBrush(QColor(self._theme.paper))
        painter.drawPath(paper)
        if drawing is not None:
            painter.setOpacity(_ABANDONED if faint else 1.0)
            paint_within(painter, drawing, QRectF(_MARGIN, _MARGIN, SIDE - 2 * _MARGIN, SIDE - 2 * _MARGIN))
        painter.end()
        return picture
