"""The page that shows the diagnostics report, to be read and then copied."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from taureau.session.language import tr
from taureau.ui.widgets.first_size import open_as_large_as
from taureau.ui.widgets.parts import label, paragraph, push_button
from taureau.ui.widgets.theme import GRID


class DiagnosticsPage(QDialog):
    """Calls `report` when the page is shown; sends nothing."""

    def __init__(self, report: Callable[[], str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Diagnostics"))
        self._report = report
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setAccessibleName(tr("Report"))
        intro = paragraph(
            tr(
                "What someone who helps you may ask for. Read it before you pass it on: nothing is sent anywhere, and "
                "nothing of your photos and drawings is in it."
            ),
            "muted",
        )
        self.copy = push_button(tr("Copy"), "", icon="copy", tooltip=tr("Copy the report to the clipboard"))
        self.copy.clicked.connect(self._copy)
        self._copied = label("", "muted")
        close = push_button(tr("Close"), tooltip=tr("Close this page (Esc)"))
        close.clicked.connect(self.close)
        foot = QHBoxLayout()
        foot.setSpacing(GRID)
        foot.addWidget(self._copied)
        foot.addStretch(1)
        foot.addWidget(self.copy)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(2 * GRID)
        column.addWidget(intro)
        column.addWidget(self.text, 1)
        column.addLayout(foot)
        open_as_large_as(self, 80 * GRID, 76 * GRID)

    def show_page(self) -> None:
        self.text.setPlainText(self._report())
        self._copied.setText("")
        self.show()
        self.raise_()
        self.activateWindow()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self._copied.setText(tr("Copied."))
