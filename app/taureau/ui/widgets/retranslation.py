"""A switch of the language: what is shown is translated again, whatever shows it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from taureau.session.language import TRANSLATIONS

_TYPED = (QLineEdit, QPlainTextEdit)  # whose text is the user's
_NO_WORDS = frozenset(
    {"objectName", "styleSheet", "inputMask", "windowFilePath", "windowRole", "plainText", "html", "markdown"}
)


def shown_texts(thing: QObject) -> dict[str, str]:
    """Return the texts of a widget, an action or a menu by the names of their properties."""
    meta = thing.metaObject()
    found: dict[str, str] = {}
    for place in range(meta.propertyCount()):
        kind = meta.property(place)
        name = str(kind.name())
        own = name == "text" and isinstance(thing, _TYPED)
        if str(kind.typeName()) == "QString" and kind.isWritable() and name not in _NO_WORDS and not own:
            found[name] = str(kind.read(thing))
    return found


def within(windows: Iterable[QWidget]) -> Iterator[QObject]:
    """Return the windows and all that is in them."""
    for window in windows:
        yield window
        yield from window.findChildren(QObject)


def retranslate(windows: Iterable[QWidget]) -> None:
    """Show every text of these windows in the language that is in use now."""
    for thing in within(windows):
        for name, shown in shown_texts(thing).items():
            wanted = TRANSLATIONS.again(shown)
            if wanted != shown:
                thing.setProperty(name, wanted)
        if isinstance(thing, QComboBox):
            _retranslate_items(thing)


def _retranslate_items(box: QComboBox) -> None:
    for place in range(box.count()):
        for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.UserRole + 1):
            shown = box.itemData(place, role)
            if isinstance(shown, str) and (wanted := TRANSLATIONS.again(shown)) != shown:
                box.setItemData(place, wanted, role)
