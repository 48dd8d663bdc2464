"""The source of the drawing: a thumbnail of the photo, words, or both."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QImage, QPainter, QPainterPath, QPixmap, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from taureau.session import MaskPainting, Models, Session, Subject
from taureau.session.language import tr
from taureau.ui.draw.brush_panel import BrushPanel
from taureau.ui.draw.subject_finder import SubjectFinder
from taureau.ui.draw.words_field import WordsField
from taureau.ui.tools.mask_brush import Brush
from taureau.ui.widgets.choice_row import ChoiceRow
from taureau.ui.widgets.icons import pixmap
from taureau.ui.widgets.parts import label, tool_button
from taureau.ui.widgets.tasks import Tasks
from taureau.ui.widgets.theme import GRID, LIGHT, Theme

THUMBNAIL = 7 * GRID


class SourcePanel(QWidget):
    """Shows which photo is open, and offers to open another, to mask it and to type words."""

    open_asked = Signal()

    def __init__(
        self, session: Session, models: Models, subject: Subject, painting: MaskPainting, brush: Brush, tasks: Tasks
    ) -> None:
        super().__init__()
        self._session = session
        self._theme = LIGHT
        self._image: QImage | None = None
        self._full_name = ""
        self._thumbnail = QLabel()
        self._thumbnail.setFixedSize(THUMBNAIL, THUMBNAIL)
        self._name = QLabel()
        self._size = label("", "muted")
        self._open = tool_button(icon="folder-open", tooltip=tr("Open a photo or a drawing"))
        self._open.clicked.connect(self.open_asked)
        self.away = tool_button(icon="x", tooltip=tr("Draw without this photo; the drawing stays"))
        self.away.clicked.connect(session.file.remove_photo)
        self.words = WordsField(session)
        self.subject = ChoiceRow(
            tr("Mask"),
            [
                ("auto", tr("Auto"), tr("Find the subject and leave its background undrawn")),
                ("brush", tr("By hand"), tr("Click or paint what is to be drawn")),
                ("none", tr("None"), tr("Draw everything, background included")),
            ],
        )
        self.finder = SubjectFinder(models, tasks)
        self.brush = BrushPanel(session, subject, painting, brush, tasks)
        self.subject.value_changed.connect(self._show)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GRID + GRID // 2)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        grid.addWidget(label(tr("SOURCE"), "heading"), 0, 0, 1, 4)
        grid.setRowMinimumHeight(1, GRID)
        grid.addWidget(self._thumbnail, 2, 0, 2, 1)
        grid.addWidget(self._name, 2, 1, Qt.AlignmentFlag.AlignBottom)
        grid.addWidget(self._size, 3, 1, Qt.AlignmentFlag.AlignTop)
        buttons = QHBoxLayout()
        buttons.setSpacing(0)
        buttons.addWidget(self._open)
        buttons.addWidget(self.away)
        grid.addLayout(buttons, 2, 2, 2, 1, Qt.AlignmentFlag.AlignVCenter)
        grid.setRowMinimumHeight(4, GRID + GRID // 2)
        asked = QVBoxLayout()
        asked.setSpacing(GRID + GRID // 2)
        asked.addWidget(self.subject)
        asked.addWidget(self.finder)
        asked.addWidget(self.brush)
        asked.addWidget(self.words)
        grid.addLayout(asked, 5, 0, 1, 4)
        session.source.photo_changed.connect(self._show)
        session.run.changed.connect(self._show)
        self._show()

    @property
    def missing(self) -> str:
        """The mask model that is chosen and not installed, in a few words; empty if nothing is missing."""
        masked = self._session.source.photo is not None and self.subject.value == "auto"
        return self.finder.missing if masked else ""

    def _show(self) -> None:
        """Show the photo, or a placeholder."""
        session, photo = self._session, self._session.source.photo
        self._image = session.source.image
        self._full_name = photo.name if photo else tr("No photo yet")
        self._size.setText(
            tr("{width} × {height} px", width=photo.width, height=photo.height) if photo else tr("Drop or open one")
        )
        self._name.setToolTip(photo.name if photo else "")
        self.away.setVisible(photo is not None)
        self.away.setEnabled(not session.run.active)
        self.subject.setVisible(photo is not None)
        self.finder.setVisible(photo is not None and self.subject.value == "auto" and self.finder.offers)
        self.brush.setVisible(photo is not None and self.subject.value == "brush")
        self._elide()
        self._paint_thumbnail()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._paint_thumbnail()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._elide()

    def _elide(self) -> None:
        buttons = self._open.sizeHint().width() + (self.away.sizeHint().width() if self._image is not None else 0)
        room = self.width() - THUMBNAIL - buttons - 4 * GRID
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
