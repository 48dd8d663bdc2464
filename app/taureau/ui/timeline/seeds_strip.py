"""The strip above the timeline: a thumbnail and the score of each seed's drawing; a click adopts one."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QToolButton, QWidget

from taureau.document import Drawing
from taureau.session import Seeds
from taureau.session.edit.seeds import Try
from taureau.ui.canvas.stroke_painting import painter_path, stroke_pen
from taureau.ui.widgets.parts import label, tool_button
from taureau.ui.widgets.theme import GRID, LIGHT, Theme

SIDE = 7 * GRID  # px, of a thumbnail
_MARGIN = 4.0  # px around the drawing in a thumbnail
_ABANDONED = 0.45  # opacity of an abandoned drawing during the run


class SeedsStrip(QFrame):
    """Hidden when the latest run tried a single drawing."""

    def __init__(self, seeds: Seeds, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("timeLine")
        self._seeds, self._theme = seeds, LIGHT
        self.tiles: list[QToolButton] = []
        self._group = QButtonGroup(self)
        self._row = QHBoxLayout()
        self._row.setSpacing(GRID)
        explanation = "What each seed drew; a number is its loss, lower is nearer to what was asked for"
        self.close_button = tool_button(icon="x", tooltip="Hide these; the drawing stays")
        self.close_button.clicked.connect(seeds.forget)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, GRID // 2, GRID, GRID // 2)
        row.setSpacing(2 * GRID)
        row.addWidget(label("Seeds", "stage", tooltip=explanation))
        row.addLayout(self._row)
        row.addStretch(1)
        row.addWidget(self.close_button)
        seeds.changed.connect(self._update)
        self._update()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._update()

    def _update(self) -> None:
        tries = self._seeds.tries
        if not tries and self.isAncestorOf(self.window().focusWidget()):
            self.window().setFocus()  # else the next widget would show a focus ring
        while len(self.tiles) > len(tries):
            tile = self.tiles.pop()
            self._group.removeButton(tile)
            self._row.removeWidget(tile)
            tile.deleteLater()
        while len(self.tiles) < len(tries):
            self._add_tile()
        self._group.setExclusive(False)  # none is checked when the drawing is none of them
        for tile, one in zip(self.tiles, tries, strict=True):
            self._fill(tile, one)
        self._group.setExclusive(any(tile.isChecked() for tile in self.tiles))
        self.close_button.setVisible(self._seeds.best is not None)
        self.setVisible(bool(tries))

    def _add_tile(self) -> None:
        tile = tool_button(style="seed")
        tile.setCheckable(True)
        tile.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        tile.setIconSize(QSize(SIDE, SIDE))
        index = len(self.tiles)
        tile.clicked.connect(lambda: self._choose(index))
        self.tiles.append(tile)
        self._group.addButton(tile)
        self._row.addWidget(tile)

    def _choose(self, index: int) -> None:
        self._seeds.choose(self._seeds.tries[index].seed)
        self._update()

    def _fill(self, tile: QToolButton, one: Try) -> None:
        best, over = one.seed == self._seeds.best, self._seeds.best is not None
        score = "…" if one.drawing is None else "" if one.score is None else f"{one.score:.3g}"
        tile.setText(f"{score} best".strip() if best else score)
        tile.setChecked(one.seed == self._seeds.chosen)
        tile.setEnabled(over and one.drawing is not None)
        faint = not over and one.given_up is not None
        picture = self._thumbnail(one.drawing, faint=faint)
        icon = QIcon(picture)
        icon.addPixmap(picture, QIcon.Mode.Disabled)  # not greyed out
        tile.setIcon(icon)
        parts = [f"Seed {one.seed}"]
        if one.drawing is None:
            parts.append("still being drawn")
        elif one.score is not None:
            parts.append(f"loss {one.score:.3g}")
        if best:
            parts.append("the best")
        if one.given_up is not None:
            parts.append(f"given up after {one.given_up} steps")
        spoken = ", ".join(parts)
        tile.setAccessibleName(spoken)
        tile.setToolTip(f"{spoken}\nClick to make it the drawing; undo brings the other back." if over else spoken)

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
        painter.setPen(QPen(QColor(self._theme.edge), 1))
        painter.setBrush(QColor(self._theme.paper))
        painter.drawPath(paper)
        if drawing is not None:
            scale = (SIDE - 2 * _MARGIN) / max(drawing.width, drawing.height)
            painter.translate((SIDE - scale * drawing.width) / 2, (SIDE - scale * drawing.height) / 2)
            painter.scale(scale, scale)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setOpacity(_ABANDONED if faint else 1.0)
            for stroke in drawing.strokes:
                pen = stroke_pen(stroke)
                pen.setWidthF(max(pen.widthF(), 1.0 / scale))  # at least one pixel
                painter.setPen(pen)
                painter.drawPath(painter_path(stroke.curve))
        painter.end()
        return picture
