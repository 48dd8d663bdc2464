"""Resetting a control to its default: a double click on its name, or Ctrl+Backspace in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget


class Reset(QObject):
    """Calls `reset` on a double click on one of `names`, or on the key in one of `controls`."""

    def __init__(
        self, owner: QObject, names: Sequence[QWidget], controls: Sequence[QWidget], reset: Callable[[], None]
    ) -> None:
        super().__init__(owner)
        self._names, self._controls, self._reset = list(names), list(controls), reset
        for widget in {*names, *controls}:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.MouseButtonDblClick and watched in self._names:
            self._reset()
            return True
        if isinstance(event, QKeyEvent) and watched in self._controls and _is_reset_key(event):
            event.accept()  # also as ShortcutOverride, before the shortcuts of the window
            if event.type() is QEvent.Type.KeyPress:
                self._reset()
            return True
        return super().eventFilter(watched, event)


def _is_reset_key(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_Backspace and event.modifiers() == Qt.KeyboardModifier.ControlModifier
