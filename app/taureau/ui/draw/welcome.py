"""The start page: an empty sheet that invites a photo or words, with drawings to begin with."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from taureau.resources import resource
from taureau.session import Recents, Session
from taureau.session.language import tr
from taureau.ui.canvas.backdrop import paint_paper
from taureau.ui.draw.shelf import Shelf
from taureau.ui.draw.welcome_words import WelcomeWords
from taureau.ui.widgets.parts import label, push_button
from taureau.ui.widgets.tasks import Tasks
from taureau.ui.widgets.theme import GRID, LIGHT, Theme
from taureau.wording import tr_noop

_SHEET = QSize(64 * GRID, 58 * GRID)
_WIDTH = 56 * GRID  # px, of what stands on it
_FIRST = resource("samples") / "cup.jpg"
_TRYING = tr_noop("See how it works: a sample opens and is drawn, with the settings that Taureau comes with")


class Welcome(QWidget):
    """Shown while there is neither photo nor drawing."""

    open_asked = Signal()
    paste_asked = Signal()
    imagine_asked = Signal()
    recent_asked = Signal(object)  # Path, of a drawing
    draw_asked = Signal(object)  # Path, of a sample to be drawn at once

    def __init__(self, session: Session, recents: Recents, tasks: Tasks) -> None:
        super().__init__()
        self._theme = LIGHT
        self._inviting = False
        title = label(tr("Drop a photo, paste one, or type what to draw"), "title", centred=True)
        title.setWordWrap(True)
        title.setFixedWidth(_WIDTH)
        title.setMinimumHeight(title.heightForWidth(_WIDTH))  # a centred layout does not ask for it
        open_button = push_button(tr("Open a photo"), "onPaper", tooltip=tr("Open a photo or a drawing (Ctrl+O)"))
        open_button.clicked.connect(self.open_asked)
        paste_button = push_button(
            tr("Paste one"), "onPaper", tooltip=tr("Take the picture from the clipboard (Ctrl+V)")
        )
        paste_button.clicked.connect(self.paste_asked)
        imagine_button = push_button(
            tr("Imagine one"), "onPaper", tooltip=tr("Make pictures of words, to draw them (Ctrl+I)")
        )
        imagine_button.clicked.connect(self.imagine_asked)
        self.try_button = push_button(tr("Draw a sample"), "onPaperFirst", tooltip=tr(_TRYING))
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
        self.shelf = Shelf(recents, tasks)
        self.shelf.sample_asked.connect(self.draw_asked)
        self.shelf.recent_asked.connect(self.recent_asked)
        hint = label(tr("or take one of these"), "onPaper")
        trying = QHBoxLayout()
        trying.setSpacing(GRID)
        trying.addStretch(1)
        trying.addWidget(self.try_button)
        trying.addWidget(hint)
        trying.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(2 * GRID)
        column.addWidget(title, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addLayout(buttons)
        column.addWidget(self.words, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addLayout(trying)
        column.addWidget(self.shelf)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addLayout(column)
        middle.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addStretch(1)
        whole.addLayout(middle)
        whole.addStretch(1)

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
