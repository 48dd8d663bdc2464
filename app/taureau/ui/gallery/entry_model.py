"""The entries that match the search, as a list model that holds no picture."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from taureau.session.language import tr
from taureau.store.search import Summary
from taureau.ui.gallery.entry_texts import about, moment_text

Index = QModelIndex | QPersistentModelIndex
ENTRY = Qt.ItemDataRole.UserRole  # Summary
_ROOT = QModelIndex()


class EntryModel(QAbstractListModel):
    """Changes only where a new list differs from the one before, so that the view stays where it is."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: list[Summary] = []

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        match role:
            case _ if role == ENTRY:
                return entry
            case Qt.ItemDataRole.DisplayRole:
                return entry.name
            case Qt.ItemDataRole.AccessibleTextRole:
                favourite = tr("favourite") if entry.favourite else ""
                return ", ".join(filter(None, (entry.name, about(entry), favourite)))
            case Qt.ItemDataRole.ToolTipRole:
                return "\n".join(filter(None, (entry.name, entry.words, moment_text(entry.made_at), entry.reason)))
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else flags

    def entry(self, row: int) -> Summary:
        return self._entries[row]

    def row_of(self, entry_id: str) -> int:
        """Return the row of an entry; −1 if it is not in the list."""
        return next((row for row, entry in enumerate(self._entries) if entry.id == entry_id), -1)

    def set_entries(self, entries: Sequence[Summary]) -> None:
        """Show another list: what is between the rows that both have at their beginning and end is exchanged."""
        before, after = self._entries, list(entries)
        most = min(len(before), len(after))
        first = next((row for row in range(most) if before[row].id != after[row].id), most)
        last = next((n for n in range(most - first) if before[-1 - n].id != after[-1 - n].id), most - first)
        if len(before) - last > first:
            self.beginRemoveRows(_ROOT, first, len(before) - last - 1)
            self._entries = before[:first] + before[len(before) - last :]
            self.endRemoveRows()
        if len(after) - last > first:
            self.beginInsertRows(_ROOT, first, len(after) - last - 1)
            self._entries = after
            self.endInsertRows()
        changed = [row for row in range(len(after)) if self._entries[row] != after[row]]
        self._entries = after
        if changed:
            self.dataChanged.emit(self.index(changed[0]), self.index(changed[-1]))
