"""The commands of the window, read from its menus: name, menu and shortcut."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar


@dataclass(frozen=True, eq=False)
class Command:
    action: QAction
    name: str  # "Zoom in"
    menu: str  # "View", or "View › Appearance"

    @property
    def keys(self) -> str:
        """The first shortcut as the platform writes it; empty without one."""
        return self.action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)

    @property
    def all_keys(self) -> str:
        native = QKeySequence.SequenceFormat.NativeText
        return ", ".join(dict.fromkeys(keys.toString(native) for keys in self.action.shortcuts()))


def commands(bar: QMenuBar) -> list[Command]:
    """Return all visible commands in the menus' order."""
    return [command for action in bar.actions() for command in _of(action.menu(), "")]


def matching(commands: list[Command], text: str) -> list[Command]:
    """Return the commands whose menu and name contain every word of the text, the best match first.

    Names that begin with the text come first, then names in which each word begins a word, then the menus' order.
    """
    words = text.casefold().split()
    found = [one for one in commands if all(word in f"{one.menu} {one.name}".casefold() for word in words)]
    return sorted(found, key=lambda one: _distance(one.name.casefold(), words))


def _distance(name: str, words: list[str]) -> int:
    if name.startswith(" ".join(words)):
        return 0
    parts = name.split()
    return 1 if all(any(part.startswith(word) for part in parts) for word in words) else 2


def _of(menu: QObject | None, above: str) -> Iterator[Command]:
    if not isinstance(menu, QMenu):
        return
    title = menu.title().replace("&", "")
    path = f"{above} › {title}" if above else title
    for action in menu.actions():
        if action.menu() is not None:
            yield from _of(action.menu(), path)
        elif action.isVisible() and not action.isSeparator() and action.text():
            yield Command(action, action.text().replace("&", ""), path)
