"""What is to be drawn: the photo in small, its name and its size."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QImage, QPainter, QPainterPath, QPixmap, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from app.ui.choice_row import ChoiceRow
from app.ui.icons import pixmap
from app.ui.parts import label, tool_button
from app.ui.theme import GRID, LIGHT, Theme

THUMBNAIL = 7 * GRID


class SourcePanel(QWidget):
    """Says which photo is open, and asks for another."""

    open_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._image: QImage | None = None
        self._full_name = ""
        self._thumbnail = QLabel()
        self._thumbnail.setFixedSize(THUMBNAIL, THUMBNAIL)
        self._name = QLabel()
        self._size = label("", "muted")
        self._open = tool_button(icon="folder-open", tooltip="Open a photo or a drawing")
        self._open.clicked.connect(self.open_asked)
        self.subject = ChoiceRow(
            "Subject",
            [
                ("auto", "Automatic", "Find the subject and leave its background undrawn"),
                ("none", "Whole photo", "Draw everything, background included"),
            ],
        )
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GRID + GRID // 2)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        grid.addWidget(label("SOURCE", "heading"), 0, 0, 1, 3)
        grid.setRowMinimumHeight(1, GRID)
        grid.addWidget(self._thumbnail, 2, 0, 2, 1)
        grid.addWidget(self._name, 2, 1, Qt.AlignmentFlag.AlignBottom)
        grid.addWidget(self._size, 3, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._open, 2, 2, 2, 1, Qt.AlignmentFlag.AlignVCenter)
        grid.setRowMinimumHeight(4, 2 * GRID)
        grid.addWidget(self.subject, 5, 0, 1, 3)
        self.set_photo(None, "", "")

    def set_photo(self, image: QImage | None, name: str, size: str) -> None:
        self._image = image
        self._full_name = name or "No photo yet"
        self._size.setText(size if image else "Drop or open one")
        self._name.setToolTip(name)
        self._elide()
        self._paint_thumbnail()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._paint_thumbnail()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._elide()

    def _elide(self) -> None:
        room = self.width() - THUMBNAIL - self._open.sizeHint().width() - 4 * GRID
        text = QFontMetrics(self._name.font()).elidedText(self._full_name, Qt.TextElideMode.ElideMiddle, max(64, room))
        self._name.setText(text)

    def _paint_thumbnail(self) -> None:
        ratio = self.devicePixelRatioF()
        square = QPixmap(QSize(THUMBNAIL, THUMBNAIL) * ratio)
        square.setDevicePixelRatio(ratio)
        square.fill(Qt.GlobalColor.transparent)
        area = QRectF(0, 0, THUMBNAIL, THUMBNAIL)
        painter = QPainter(square)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        outline = QPainterPath()
        outline.addRoundedRect(area, 6, 6)
        painter.setClipPath(outline)
        if self._image is None:
            painter.fillRect(area, QColor(self._theme.line))
            mark = pixmap("image", self._theme.muted, 3 * GRID, ratio)
            painter.drawPixmap(2 * GRID, 2 * GRID, mark)
        else:
            small = self._image.scaled(
                square.size(), Qt.AspectRatioMode.KeepAspectRatioByExpanding, Qt.TransformationMode.SmoothTransformation
            )
            left, top = (small.width() - square.width()) // 2, (small.height() - square.height()) // 2
            painter.drawImage(area, small, QRectF(left, top, square.width(), square.height()))
        painter.end()
        self._thumbnail.setPixmap(square)
