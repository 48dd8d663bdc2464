"""The start page: an empty sheet that invites a photo or words, with samples to click."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QIcon,
    QImage,
    QImageReader,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from taureau.resources import resource
from taureau.session import Session
from taureau.ui.canvas.backdrop import paint_paper
from taureau.ui.draw.welcome_words import WelcomeWords
from taureau.ui.widgets.parts import label, push_button, tool_button
from taureau.ui.widgets.theme import GRID, LIGHT, Theme

SAMPLE = 11 * GRID  # px, side of a thumbnail
_COLUMNS = 4
_MOST = 8
_SHEET = QSize(64 * GRID, 58 * GRID)
_FIRST = resource("samples") / "cup.jpg"
_TRYING = "See how it works: a sample opens and is drawn, with the settings that Taureau comes with"


class Welcome(QWidget):
    """Shown while there is neither photo nor drawing."""

    open_asked = Signal()
    paste_asked = Signal()
    imagine_asked = Signal()
    sample_asked = Signal(object)  # Path
    draw_asked = Signal(object)  # Path, of a sample to be drawn at once

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._theme = LIGHT
        self._inviting = False
        title = label("Drop a photo, paste one, or type what to draw", "title", centred=True)
        open_button = push_button("Open a photo", "onPaper", tooltip="Open a photo or a drawing (Ctrl+O)")
        open_button.clicked.connect(self.open_asked)
        paste_button = push_button("Paste one", "onPaper", tooltip="Take the picture from the clipboard (Ctrl+V)")
        paste_button.clicked.connect(self.paste_asked)
        imagine_button = push_button("Imagine one", "onPaper", tooltip="Make pictures of words, to draw them (Ctrl+I)")
        imagine_button.clicked.connect(self.imagine_asked)
        self.try_button = push_button("Draw a sample", "onPaperFirst", tooltip=_TRYING)
        self.try_button.clicked.connect(lambda: self.draw_asked.emit(_FIRST))
        self.try_button.setVisible(_FIRST.exists())
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID)
        buttons.addStretch(1)
        for verb in (open_button, paste_button, imagine_button):
            buttons.addWidget(verb)
        buttons.addStretch(1)
        self.words = WelcomeWords(session)
        self.words.changed.connect(self._show_first)
        self.samples: list[QToolButton] = []
        grid = QGridLayout()
        grid.setSpacing(GRID)
        self._waiting = sorted(path for path in resource("samples").glob("*.jpg"))[:_MOST]
        for index, path in enumerate(self._waiting):
            button = self._sample(path)
            grid.addWidget(button, index // _COLUMNS, index % _COLUMNS, Qt.AlignmentFlag.AlignCenter)
            self.samples.append(button)
        hint = label("or open one of these", "onPaper")
        hint.setVisible(bool(self.samples))
        trying = QHBoxLayout()
        trying.setSpacing(GRID)
        trying.addStretch(1)
        trying.addWidget(self.try_button)
        trying.addWidget(hint)
        trying.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(2 * GRID)
        column.addWidget(title)
        column.addLayout(buttons)
        column.addWidget(self.words, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addLayout(trying)
        column.addLayout(grid)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addLayout(column)
        middle.addStretch(1)
        whole = QVBoxLayout(self)
        whole.addStretch(1)
        whole.addLayout(middle)
        whole.addStretch(1)
        self._loading = QTimer(self, interval=0)  # which, unlike a single shot, keeps nothing alive when it goes
        self._loading.timeout.connect(self._load_next)
        self._loading.start()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def set_inviting(self, inviting: bool) -> None:
        """Show that a picture held over the window may be dropped."""
        self._inviting = inviting
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.desk))
        width = min(_SHEET.width(), self.width() - 4 * GRID)
        height = min(_SHEET.height(), self.height() - 4 * GRID)
        sheet = QRectF((self.width() - width) // 2, (self.height() - height) // 2, width, height)
        paint_paper(painter, sheet, self._theme)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline = QPen(QColor("#b0432a" if self._inviting else "#cfcbc0"), 2 if self._inviting else 1.5)
        outline.setDashPattern([4, 4])
        painter.setPen(outline)
        painter.drawRoundedRect(sheet.adjusted(GRID, GRID, -GRID, -GRID), GRID, GRID)
        painter.end()

    def _show_first(self) -> None:
        """Highlight one button: the sample's, until there are words to draw."""
        for button, first in ((self.words.button, self.words.ready), (self.try_button, not self.words.ready)):
            button.setObjectName("onPaperFirst" if first else "onPaper")
            button.style().polish(button)

    def _sample(self, path: Path) -> QToolButton:
        name = path.stem.replace("_", " ").replace("-", " ").capitalize()
        button = tool_button(style="sample", tooltip=f"Open the sample “{name}”", spoken=f"Sample: {name}")
        button.setIconSize(QSize(SAMPLE, SAMPLE))
        button.setFixedSize(SAMPLE + GRID, SAMPLE + GRID)
        button.clicked.connect(lambda: self.sample_asked.emit(path))
        return button

    def _load_next(self) -> None:
        """Load one thumbnail per turn, so that the window stays responsive."""
        if not self._waiting:
            self._loading.stop()
            return
        button = self.samples[len(self.samples) - len(self._waiting)]
        button.setIcon(QIcon(_thumbnail(self._waiting.pop(0), round(SAMPLE * self.devicePixelRatioF()))))


def _thumbnail(path: Path, side: int) -> QPixmap:
    """Return the central square of a photo with rounded corners, `side` device pixels wide."""
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid():
        reader.setScaledSize(size.scaled(QSize(side, side), Qt.AspectRatioMode.KeepAspectRatioByExpanding))
    image: QImage = reader.read()
    square = QPixmap(side, side)
    square.fill(Qt.GlobalColor.transparent)
    painter = QPainter(square)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    outline = QPainterPath()
    outline.addRoundedRect(QRectF(0, 0, side, side), side / 14, side / 14)
    painter.setClipPath(outline)
    painter.drawImage((side - image.width()) // 2, (side - image.height()) // 2, image)
    painter.end()
    return square
