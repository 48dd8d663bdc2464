"""Labels and buttons as the window makes them: with their style, their tooltip and their spoken name."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton

from taureau.ui.widgets.icons import SIZE, dress


def label(text: str = "", style: str = "", *, tooltip: str = "", centred: bool = False) -> QLabel:
    """`style` is the name by which the style sheet knows it."""
    made = QLabel(text)
    made.setObjectName(style)
    made.setToolTip(tooltip)
    if centred:
        made.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return made


def paragraph(text: str = "", style: str = "") -> QLabel:
    """Text that breaks into lines."""
    made = label(text, style)
    made.setWordWrap(True)
    return made


def push_button(text: str, style: str = "", *, icon: str = "", tooltip: str = "") -> QPushButton:
    made = QPushButton(text)
    made.setObjectName(style)
    made.setToolTip(tooltip)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    if icon:
        made.setIconSize(QSize(SIZE + 6, SIZE))  # a little air between icon and word
        dress(made, icon)
    return made


def tool_button(text: str = "", style: str = "", *, icon: str = "", tooltip: str = "", spoken: str = "") -> QToolButton:
    """`spoken` is what a screen reader says; without it, the text or else the tooltip."""
    made = QToolButton()
    made.setText(text)
    made.setObjectName(style)
    made.setToolTip(tooltip)
    made.setAccessibleName(spoken or text or tooltip)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    if icon:
        dress(made, icon)
    return made


def action_button(action: QAction) -> QToolButton:
    """A menu's verb as an icon, enabled and checked as it is."""
    made = QToolButton()
    made.setDefaultAction(action)
    made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    made.setAccessibleName(action.text().replace("&", ""))
    return made
