"""The way back to a control's default: a double-click on its name, or Ctrl+Backspace within it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget


class Reset(QObject):
    """Calls `go_back`; `names` are double-clicked, `controls` have the key."""

    def __init__(
        self, owner: QObject, names: Sequence[QWidget], controls: Sequence[QWidget], go_back: Callable[[], None]
    ) -> None:
        super().__init__(owner)
        self._names, self._controls, self._go_back = list(names), list(controls), go_back
        for widget in {*names, *controls}:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.MouseButtonDblClick and watched in self._names:
            self._go_back()
            return True
        if isinstance(event, QKeyEvent) and watched in self._controls and _is_the_key(event):
            event.accept()  # as an override, so that no shortcut of the window takes the key
            if event.type() is QEvent.Type.KeyPress:
                self._go_back()
            return True
        return super().eventFilter(watched, event)


def _is_the_key(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_Backspace and event.modifiers() == Qt.KeyboardModifier.ControlModifier
