"""Labels, buttons and sliders with their style, tooltip and accessible name.

A click on them leaves the keyboard to the sheet; Tab reaches them.
"""

from __future__ import annotations

import re

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QSlider, QToolButton

from taureau.ui.widgets.icons import GAP, SIZE, icon_name, set_icon

_PATH = re.compile(r"\S*[/\\]\S*")  # URLs too
_PIECE = re.compile(r"[^/\\]{1,16}[/\\]*|[/\\]+")


def label(text: str = "", style: str = "", *, tooltip: str = "", centred: bool = False) -> QLabel:
    """Return a label; `style` is the object name that the style sheet selects."""
    made = QLabel(text)
    made.setObjectName(style)
    made.setToolTip(tooltip)
    if centred:
        made.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return made


def paragraph(text: str = "", style: str = "") -> QLabel:
    """Return a label with word wrap."""
    made = label(text, style)
    made.setWordWrap(True)
    return made


def push_button(text: str, style: str = "", *, icon: str = "", tooltip: str = "") -> QPushButton:
    made = QPushButton(text)
    made.setObjectName(style)
    made.setToolTip(tooltip)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    if icon:
        made.setIconSize(QSize(SIZE + GAP, SIZE) if text else QSize(SIZE, SIZE))
        set_icon(made, icon)
    return made


def tool_button(text: str = "", style: str = "", *, icon: str = "", tooltip: str = "", spoken: str = "") -> QToolButton:
    """Return a tool button; `spoken` is its accessible name, by default the text or else the tooltip."""
    made = QToolButton()
    made.setText(text)
    made.setObjectName(style)
    made.setToolTip(tooltip)
    made.setAccessibleName(spoken or text or tooltip)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    if icon:
        set_icon(made, icon)
    return made


def action_button(action: QAction) -> QToolButton:
    """Return an icon button for a menu action."""
    made = QToolButton()
    made.setDefaultAction(action)
    made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    made.setAccessibleName(action.text().replace("&", ""))
    return made


def menu_button(menu: QMenu) -> QToolButton:
    """Return a button that opens a menu, with the icon and the tooltip of its entry in the menu above, and enabled
    with it."""
    entry = menu.menuAction()
    made = tool_button(icon=icon_name(entry), tooltip=entry.toolTip(), spoken=entry.text().replace("&", ""))
    made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    made.setMenu(menu)
    made.setEnabled(entry.isEnabled())
    entry.enabledChanged.connect(made.setEnabled)
    return made


def slider(spoken: str, *, tooltip: str = "") -> QSlider:
    """Return a horizontal slider; `spoken` is its accessible name."""
    made = QSlider(Qt.Orientation.Horizontal)
    made.setAccessibleName(spoken)
    made.setToolTip(tooltip)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return made


def breakable(text: str) -> str:
    """Return the text with zero-width spaces in its paths and URLs, so that lines can break inside them."""
    return _PATH.sub(lambda found: "\u200b".join(_PIECE.findall(found[0])), text)
