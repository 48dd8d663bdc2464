"""The rows of the queue as a model: moved by drag, and fed by what is dropped."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from taureau.session.language import tr
from taureau.session.queue.job_queue import JobQueue
from taureau.session.queue.words import job_of, settings_in_words, state_in_words, without_folder
from taureau.store.jobs import JobRecord

RECORD = Qt.ItemDataRole.UserRole
SETTINGS = Qt.ItemDataRole.UserRole + 1  # in words
STATE = Qt.ItemDataRole.UserRole + 2  # in words
PROGRESS = Qt.ItemDataRole.UserRole + 3  # 0 … 1; None unless it is drawn here
_ROWS = "application/x-taureau-jobs"
_TEXT = "text/plain"
_URLS = "text/uri-list"
Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class JobModel(QAbstractListModel):
    """Rows are told apart by their ids, so that selection and place survive changes of the queue."""

    paths_dropped = Signal(object)  # list[Path]
    lines_dropped = Signal(object)  # list[str]

    def __init__(self, queue: JobQueue, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._queue = queue
        self._records: list[JobRecord] = list(queue.records)
        self._words: dict[str, tuple[str, str]] = {}  # of a job's JSON: the settings in words, and the prompt
        queue.changed.connect(self._update)
        queue.progressed.connect(self._show_progress)

    @property
    def records(self) -> Sequence[JobRecord]:
        return self._records

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._records)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        record = self._records[index.row()]
        if role == RECORD:
            return record
        here = record.id == self._queue.current
        state = state_in_words(record, paused=self._queue.paused, here=here)
        if role == Qt.ItemDataRole.DisplayRole:
            return record.name
        if role == SETTINGS:
            return self._settings(record)
        if role == STATE:
            return without_folder(record, state)
        if role == PROGRESS:
            return self._queue.progress if here and record.state == "running" else None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{record.name}, {self._settings(record)}, {state}"
        if role == Qt.ItemDataRole.ToolTipRole:
            replaced = tr("The photo was replaced while it waited; the new one is drawn.") if record.replaced else ""
            shown = state if record.output is None else str(record.output)
            return "\n".join(filter(None, (record.name, self._settings(record), shown, replaced)))
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction

    def mimeTypes(self) -> list[str]:
        return [_ROWS, _URLS, _TEXT]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        ids = [self._records[index.row()].id for index in sorted(indexes, key=lambda one: one.row())]
        data.setData(_ROWS, json.dumps(ids).encode())
        return data

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        """Move rows to a place, or add what comes from elsewhere at the end."""
        if data.hasFormat(_ROWS):
            place = row if row >= 0 else parent.row() if parent.isValid() else len(self._records)
            self.move(json.loads(bytes(data.data(_ROWS).data())), place)
            return True
        return self.take(data)

    def take(self, data: QMimeData) -> bool:
        """Add files, folders or lines of text; return False if there are none."""
        paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        if paths:
            self.paths_dropped.emit(paths)
        elif data.text().strip():
            self.lines_dropped.emit(data.text().splitlines())
        return bool(paths) or bool(data.text().strip())

    def move(self, ids: Sequence[int], place: int) -> None:
        """Put rows before the one that is at `place` now."""
        moved = [record.id for record in self._records if record.id in ids]
        before = [record.id for record in self._records[:place] if record.id not in ids]
        after = [record.id for record in self._records[place:] if record.id not in ids]
        self._queue.set_order([*before, *moved, *after])

    def _settings(self, record: JobRecord) -> str:
        found = self._words.get(record.job)
        if found is None:
            job = job_of(record)
            words = "" if job is None else settings_in_words(job.settings)
            if job is not None and job.photo is not None and job.prompt.strip():
                words = tr("“{prompt}” · {settings}", prompt=job.prompt.strip(), settings=words)
            found = self._words[record.job] = (words, "" if job is None else job.prompt)
        return found[0]

    def _update(self) -> None:
        """Show the rows as they are now, keeping those that stay."""
        before, after = [record.id for record in self._records], [record.id for record in self._queue.records]
        if before == after:
            self._records = list(self._queue.records)
            if after:
                self.dataChanged.emit(self.index(0), self.index(len(after) - 1))
            return
        self.layoutAboutToBeChanged.emit()
        old = self.persistentIndexList()
        ids = [before[index.row()] for index in old]
        self._records = list(self._queue.records)
        places = {one: row for row, one in enumerate(after)}
        new = [self.index(places[one]) if one in places else QModelIndex() for one in ids]
        self.changePersistentIndexList(old, new)
        self.layoutChanged.emit()

    def _show_progress(self) -> None:
        for row, record in enumerate(self._records):
            if record.id == self._queue.current:
                self.dataChanged.emit(self.index(row), self.index(row))
