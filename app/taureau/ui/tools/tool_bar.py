"""The tool bar above the sheet: the tools side by side, the options of the active one, and a hint."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QToolButton

from taureau.session.language import tr
from taureau.ui.widgets.parts import label
from taureau.ui.widgets.theme import GRID

_READABLE = 0.5  # of the hint; where less than that fits, its tooltip alone has it


class ToolBar(QFrame):
    """Shows the actions that activate tools."""

    def __init__(self, actions: Sequence[QAction]) -> None:
        super().__init__()
        self.setObjectName("toolBar")
        self.setAccessibleName(tr("Tools"))
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID, GRID // 2, 2 * GRID, GRID // 2)
        row.setSpacing(GRID // 2)
        self.buttons = [_button(action) for action in actions]
        for button in self.buttons:
            row.addWidget(button)
        self.options = QHBoxLayout()  # of the active tool
        self.options.setSpacing(GRID // 2)
        row.addSpacing(GRID)
        row.addLayout(self.options)
        self._hint = label("", "muted")
        self._hint.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._hint, 1)
        self._sentence = ""

    def set_hint(self, sentence: str, more: str = "") -> None:
        """Show a short sentence; its tooltip has `more` sentences."""
        self._sentence = sentence
        self._hint.setToolTip(f"{sentence} {more}".rstrip())
        self._elide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._elide()

    def _elide(self) -> None:
        metrics, width = QFontMetrics(self._hint.font()), self._hint.width()
        shown = metrics.elidedText(self._sentence, Qt.TextElideMode.ElideRight, width)
        self._hint.setText(shown if metrics.horizontalAdvance(self._sentence) * _READABLE <= width else "")


def _button(action: QAction) -> QToolButton:
    button = QToolButton()
    button.setDefaultAction(action)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
    button.setObjectName("tool")
    button.setAccessibleName(action.text().replace("&", ""))
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
