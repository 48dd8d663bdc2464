"""Applies a theme to the application: its palette and its style sheet, in light, in dark, or as the system has it."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from taureau.ui.widgets.style_sheet import style_sheet
from taureau.ui.widgets.theme import DARK, LIGHT, Theme

Mode = Literal["system", "light", "dark"]


def palette(theme: Theme) -> QPalette:
    """Return the theme as Qt's colour roles, for what the style sheet does not reach."""
    colors = QPalette()
    roles = {
        QPalette.ColorRole.Window: theme.window,
        QPalette.ColorRole.WindowText: theme.text,
        QPalette.ColorRole.Base: theme.field,
        QPalette.ColorRole.AlternateBase: theme.panel,
        QPalette.ColorRole.Text: theme.text,
        QPalette.ColorRole.PlaceholderText: theme.muted,
        QPalette.ColorRole.Button: theme.panel,
        QPalette.ColorRole.ButtonText: theme.text,
        QPalette.ColorRole.ToolTipBase: theme.panel,
        QPalette.ColorRole.ToolTipText: theme.text,
        QPalette.ColorRole.Highlight: theme.accent,
        QPalette.ColorRole.HighlightedText: theme.on_ink if theme.dark else theme.paper,
        QPalette.ColorRole.Accent: theme.accent,
        QPalette.ColorRole.Link: theme.accent,
        QPalette.ColorRole.Light: theme.panel,
        QPalette.ColorRole.Midlight: theme.line,
        QPalette.ColorRole.Mid: theme.edge,
        QPalette.ColorRole.Dark: theme.edge,
        QPalette.ColorRole.Shadow: theme.desk,
    }
    for role, color in roles.items():
        colors.setColor(role, QColor(color))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        colors.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.faint))
    return colors


class Appearance(QObject):
    """The theme in use: the one that the user chose, or else the system's."""

    changed = Signal(object)  # Theme

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._mode: Mode = "system"
        self.theme = self._wanted
        application.setStyle("Fusion")
        application.styleHints().colorSchemeChanged.connect(self._follow)
        self._apply()

    @property
    def mode(self) -> Mode:
        return self._mode

    def set_mode(self, mode: Mode) -> None:
        self._mode = mode
        self._follow()

    @property
    def _wanted(self) -> Theme:
        system_dark = self._application.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return DARK if (system_dark if self._mode == "system" else self._mode == "dark") else LIGHT

    @Slot()
    def _follow(self) -> None:
        """Setting a style sheet restyles every widget, so it is set only when the theme changes."""
        if self._wanted is not self.theme:
            self.theme = self._wanted
            self._apply()
            self.changed.emit(self.theme)

    def _apply(self) -> None:
        self._application.setPalette(palette(self.theme))
        self._application.setStyleSheet(style_sheet(self.theme))
