"""The window's colours, in light and in dark, and who switches between them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from taureau.ui.widgets.style_sheet import style_sheet

Mode = Literal["system", "light", "dark"]
GRID = 8  # px; every margin and size is a multiple of it, or half of it


@dataclass(frozen=True)
class Theme:
    """One set of colours; text and muted text keep 4.5:1 against window, panel and field."""

    dark: bool
    window: str  # around everything
    panel: str  # left panel, bottom line
    field: str  # what can be typed into
    desk: str  # around the sheet
    line: str  # hairlines between zones
    edge: str  # outlines of controls
    text: str
    muted: str
    faint: str  # disabled
    accent: str  # what is selected or running, and nothing else
    ink: str  # the primary button
    on_ink: str
    error: str
    paper: str = "#fbf8f1"
    pen: str = "#141414"
    mark: str = "#b0432a"  # the accent on paper, which is light in dark mode too
    quiet: str = "#5e5e59"  # small signs on paper


LIGHT = Theme(
    dark=False,
    window="#f3f2ef",
    panel="#f9f8f6",
    field="#ffffff",
    desk="#e5e2dd",
    line="#dedcd7",
    edge="#c6c3bd",
    text="#1d1d1b",
    muted="#5f5d58",
    faint="#918f89",
    accent="#b0432a",
    ink="#1d1d1b",
    on_ink="#fbf8f1",
    error="#9d2b1f",
)
DARK = Theme(
    dark=True,
    window="#1f1f1e",
    panel="#262625",
    field="#1b1b1a",
    desk="#161615",
    line="#363634",
    edge="#4a4a47",
    text="#ecebe7",
    muted="#aeada7",
    faint="#75746f",
    accent="#ec8a6b",
    ink="#ecebe7",
    on_ink="#1d1d1b",
    error="#f0907f",
)


def palette(theme: Theme) -> QPalette:
    """Qt's roles from the theme, for what the style sheet does not reach."""
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
    """Keeps the application in the theme that the user, or else the system, asks for."""

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
        """A style sheet makes every widget think anew, so it is set only where the theme is another."""
        if self._wanted is not self.theme:
            self.theme = self._wanted
            self._apply()
            self.changed.emit(self.theme)

    def _apply(self) -> None:
        self._application.setPalette(palette(self.theme))
        self._application.setStyleSheet(style_sheet(self.theme))
