"""The preferences: size, theme and panels of the window, stored in the settings."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow

from taureau.session import Session
from taureau.ui.canvas.canvas import Canvas
from taureau.ui.shell.actions import Actions
from taureau.ui.shell.zones import Zones
from taureau.ui.widgets.appearance import Appearance, Mode

_MODES: tuple[Mode, ...] = ("system", "light", "dark")
_SIZE = (1440, 900)  # px, of a window that was never resized


class Preferences:
    """Restores the preferences when it is made, and writes each when it changes."""

    def __init__(
        self,
        window: QMainWindow,
        zones: Zones,
        session: Session,
        actions: Actions,
        canvas: Canvas,
        appearance: Appearance,
        settings: QSettings,
    ) -> None:
        self._window, self._zones, self._session, self._canvas = window, zones, session, canvas
        self._appearance, self._settings = appearance, settings
        self._restore_geometry()
        mode = str(settings.value("window/appearance", "system"))
        appearance.set_mode(mode if mode in _MODES else "system")
        actions.appearances[appearance.mode].setChecked(True)
        for name in _MODES:
            actions.appearances[name].triggered.connect(lambda _=False, name=name: self._set_mode(name))
        self._keep_switch(actions.motion, "window/motion", self._set_motion)
        self._keep_switch(actions.sees, "window/sees")
        self._keep_switch(actions.strokes, "window/strokes")
        self._keep_switch(actions.keep_photo, "files/keep_photo", self._set_keep_photo)

    def save_geometry(self) -> None:
        self._settings.setValue("window/geometry", self._window.saveGeometry())
        self._settings.setValue("window/zones", self._zones.save_state())
        self._settings.sync()

    def _restore_geometry(self) -> None:
        self._window.resize(*_SIZE)
        geometry, zones = self._settings.value("window/geometry"), self._settings.value("window/zones")
        if isinstance(geometry, QByteArray):  # any other value in a settings file is ignored
            self._window.restoreGeometry(geometry)
        if isinstance(zones, QByteArray):
            self._zones.restore_state(zones)

    def _keep_switch(self, action: QAction, key: str, apply: Callable[[bool], None] | None = None) -> None:
        """Restore a switch that is on by default, apply it, and do both whenever it is toggled."""

        def toggled(on: bool) -> None:
            self._settings.setValue(key, "true" if on else "false")
            if apply is not None:
                apply(on)

        action.setChecked(str(self._settings.value(key, "true")) == "true")
        if apply is not None:
            apply(action.isChecked())
        action.toggled.connect(toggled)

    def _set_mode(self, mode: Mode) -> None:
        self._settings.setValue("window/appearance", mode)
        self._appearance.set_mode(mode)

    def _set_motion(self, on: bool) -> None:
        self._canvas.draw_in = on

    def _set_keep_photo(self, keep: bool) -> None:
        self._session.file.embeds_photo = keep
