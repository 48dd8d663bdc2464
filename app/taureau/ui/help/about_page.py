"""The about page: what the program is, its sources and its licence."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from taureau.session.language import tr
from taureau.ui.widgets.first_size import open_as_large_as
from taureau.ui.widgets.icons import pixmap
from taureau.ui.widgets.parts import label, paragraph, push_button
from taureau.ui.widgets.theme import GRID
from taureau.version import VERSION
from taureau.wording import tr_noop

_MARK = 12 * GRID  # px, side of the bull
_TEXTS = (
    tr_noop(
        "Turns a photo into a drawing of few, editable Bézier strokes, on your own machine. It is named after "
        "Picasso’s "
        "Le Taureau, the bull that loses a line with every print."
    ),
    tr_noop(
        "The method builds on CLIPasso (Vinker and others, 2022) and CLIP (Radford and others, 2021). The built-in "
        "encoder "
        "is EfficientNet-Lite0. Icons: Lucide, ISC."
    ),
    tr_noop("Apache License 2.0. Nothing is sent anywhere; models are fetched only when you ask for one."),
)


class AboutPage(QDialog):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("About Taureau"))
        self._mark = QLabel()
        self._mark.setFixedSize(_MARK, _MARK)
        self._mark.setAccessibleName(tr("A bull of five strokes"))
        words = QVBoxLayout()
        words.setSpacing(GRID + GRID // 2)
        words.addWidget(label(tr("Taureau {VERSION}", VERSION=VERSION), "stage"))
        for text in _TEXTS:
            words.addWidget(paragraph(tr(text)))
        words.addStretch(1)
        head = QHBoxLayout()
        head.setSpacing(3 * GRID)
        head.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        close = push_button(tr("Close"), tooltip=tr("Close this page (Esc)"))
        close.clicked.connect(self.close)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(2 * GRID)
        column.addLayout(head, 1)
        column.addLayout(foot)
        open_as_large_as(self, 64 * GRID, 40 * GRID)

    def show_page(self) -> None:
        self.show()
        self.raise_()
        self.activateWindow()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._mark.setPixmap(pixmap("taureau", "", _MARK, self.devicePixelRatioF()))
