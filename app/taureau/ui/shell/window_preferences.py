"""The preferences that menu items show, and the size of the window and its panels."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMainWindow

from taureau.session import Preference, Preferences, Session
from taureau.session.language import TRANSLATIONS
from taureau.session.preferences import (
    APPEARANCE,
    KEEP_PHOTO,
    LANGUAGE,
    MOTION,
    NEW_PAPER,
    SHOW_GRID,
    SHOW_GUIDES,
    SHOW_RULERS,
    SHOW_SEES,
    SHOW_STROKES,
    SNAP,
    TOUCH_DRAWS,
)
from taureau.ui.canvas.canvas import Canvas
from taureau.ui.shell.actions import Actions
from taureau.ui.shell.zones import Zones
from taureau.ui.widgets.appearance import Appearance, Mode
from taureau.ui.widgets.first_size import open_as_large_as
from taureau.ui.widgets.retranslation import retranslate

_SIZE = (1440, 900)  # px, of a window that was never resized, on a screen that has room for it


class WindowPreferences:
    """Applies each preference now and whenever it changes, and sets it when its menu item is used."""

    def __init__(
        self,
        window: QMainWindow,
        zones: Zones,
        session: Session,
        actions: Actions,
        canvas: Canvas,
        appearance: Appearance,
        settings: QSettings,
        preferences: Preferences,
    ) -> None:
        self._window, self._zones, self._session, self._canvas = window, zones, session, canvas
        self._appearance, self._actions = appearance, actions
        self._settings, self._preferences = settings, preferences
        self._restore_geometry()
        for language, action in actions.languages.items():
            action.triggered.connect(lambda _=False, language=language: preferences.set_value(LANGUAGE, language))
        actions.languages[preferences.value(LANGUAGE)].setChecked(True)
        preferences.changed.connect(lambda key: self._switch_language() if key == LANGUAGE.key else None)
        for mode, action in actions.appearances.items():
            action.triggered.connect(lambda _=False, mode=mode: preferences.set_value(APPEARANCE, mode))
        preferences.follow(APPEARANCE, self._set_mode)
        self._bind(actions.motion, MOTION)
        preferences.follow(MOTION, self._set_motion)
        self._bind(actions.sees, SHOW_SEES)
        self._bind(actions.rulers, SHOW_RULERS)
        self._bind(actions.guides, SHOW_GUIDES)
        self._bind(actions.grid, SHOW_GRID)
        self._bind(actions.snap, SNAP)
        self._bind(actions.strokes, SHOW_STROKES)
        self._bind(actions.keep_photo, KEEP_PHOTO)
        preferences.follow(KEEP_PHOTO, self._set_keep_photo)
        preferences.follow(NEW_PAPER, self._set_new_paper)
        preferences.follow(TOUCH_DRAWS, self._set_touch_draws)

    def save_geometry(self) -> None:
        self._settings.setValue("window/geometry", self._window.saveGeometry())
        self._settings.setValue("window/zones", self._zones.save_state())
        self._settings.sync()

    def _restore_geometry(self) -> None:
        self._window.resize(*_SIZE)
        geometry, zones = self._settings.value("window/geometry"), self._settings.value("window/zones")
        if isinstance(geometry, QByteArray):  # any other value in a settings file is ignored
            self._window.restoreGeometry(geometry)
        else:
            open_as_large_as(self._window, *_SIZE)
        if isinstance(zones, QByteArray):
            self._zones.restore_state(zones)

    def _bind(self, action: QAction, preference: Preference[bool]) -> None:
        """Let a menu item show a preference, and set it."""
        self._preferences.follow(preference, action.setChecked)
        action.toggled.connect(lambda on: self._preferences.set_value(preference, on))

    def _switch_language(self) -> None:
        name = self._preferences.value(LANGUAGE)
        self._actions.languages[name].setChecked(True)
        TRANSLATIONS.use(name)
        retranslate(QApplication.topLevelWidgets())
        session = self._session
        for what in (session.sheet, session.selection, session.run, session.draw, session.file):
            what.changed.emit()  # for texts that are put together
        session.source.words_changed.emit()

    def _set_mode(self, mode: str) -> None:
        self._actions.appearances[mode].setChecked(True)
        self._appearance.set_mode(cast(Mode, mode))

    def _set_motion(self, on: bool) -> None:
        self._canvas.draw_in = on

    def _set_new_paper(self, color: str) -> None:
        self._session.sheet.new_paper = color or None

    def _set_touch_draws(self, draws: bool) -> None:
        self._canvas.touch_draws = draws

    def _set_keep_photo(self, keep: bool) -> None:
        self._session.file.embeds_photo = keep
