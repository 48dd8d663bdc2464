"""The gallery as a page shows it: the entries that match a search, and what is done with them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from taureau.session.gallery.gallery_settings import GallerySettings
from taureau.session.language import tr
from taureau.session.messages import Message
from taureau.session.recovery.file_writer import FileWriter
from taureau.store.entries import Entries
from taureau.store.entry import Entry
from taureau.store.search import Search, Summary
from taureau.store.thumbnails import drawing_thumbnail

T = TypeVar("T")


class Gallery(QObject):
    """Reads and writes the store in a thread of its own; the results arrive in this one."""

    changed = Signal()  # `found`, or `total`
    shown_changed = Signal()  # `shown`
    removed_changed = Signal()  # whether something can be brought back
    notified = Signal(object)  # Message

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.settings = GallerySettings(folder, self)
        self.entries = Entries(folder)
        self.writer = FileWriter(self)
        self.found: Sequence[Summary] = ()  # the newest first
        self.loaded = False  # `found` has been read
        self.search = Search()
        self.shown: Entry | None = None  # the one whose facts are asked for
        self._wanted = ""  # its id
        self._removed: list[tuple[str, ...]] = []  # what can be brought back, the latest last
        self._searches = 0
        self._aside: Path | None = None  # where the damaged database went that the user knows of

    @property
    def can_restore(self) -> bool:
        return bool(self._removed)

    def open(self) -> None:
        """Put the store in order, then list the entries."""
        self._do(self.entries.tidy, lambda _: self.refresh())

    def refresh(self) -> None:
        """Read the entries that match the search; only the most recent search takes effect."""
        self._searches += 1
        number, search = self._searches, self.search

        def show(found: Sequence[Summary]) -> None:
            if number == self._searches:
                self.found, self.loaded = found, True
                self.changed.emit()

        self._do(lambda: self.entries.find(search), show)

    def find(self, search: Search) -> None:
        if search != self.search:
            self.search = search
            self.refresh()

    def show(self, entry_id: str) -> None:
        """Read the facts of an entry into `shown`; of none where the id is empty."""
        self._wanted = entry_id
        if not entry_id:
            self._show(None)
            return
        self._do(lambda: self.entries.entry(entry_id), lambda entry: self._show(entry, entry_id))

    def read(self, ids: Sequence[str], then: Callable[[Sequence[Entry]], object]) -> None:
        """Read the facts of entries, then call `then` with those that are there, in this order, if any are."""

        def work() -> list[Entry]:
            return [entry for one in ids if (entry := self.entries.entry(one)) is not None]

        self._do(work, lambda found: then(found) if found else self.refresh())

    def draw(self, entry_id: str, side: int, then: Callable[[QImage], object]) -> None:
        """Draw an entry with a longer side of so many pixels, then call `then`; null where there is no drawing."""

        def work() -> QImage:
            svg = self.entries.drawing(entry_id)
            return QImage() if svg is None else QImage.fromData(drawing_thumbnail(svg, side))

        self._do(work, then)

    def photo(self, entry_id: str, then: Callable[[QImage], object]) -> None:
        """Read the thumbnail of an entry's photo, then call `then`; null where there is none."""
        self._do(lambda: QImage.fromData(self.entries.photo_thumbnail(entry_id) or b""), then)

    def set_favourite(self, ids: Collection[str], favourite: bool) -> None:
        self._change(lambda: self.entries.set_favourite(ids, favourite))

    def set_notes(self, entry_id: str, notes: str) -> None:
        self._change(lambda: self.entries.set_notes(entry_id, notes))

    def rename(self, entry_id: str, name: str) -> None:
        self._change(lambda: self.entries.rename(entry_id, name))

    def remove(self, ids: Collection[str]) -> None:
        """Delete entries; `bring_back` undoes it until the window closes."""
        gone = tuple(ids)

        def done(_: object) -> None:
            self._removed.append(gone)
            self.removed_changed.emit()
            self.refresh()

        if gone:
            self._do(lambda: self.entries.remove(gone), done)

    def bring_back(self) -> None:
        """Bring back what was deleted last."""
        if self._removed:
            back = self._removed.pop()
            self.removed_changed.emit()
            self._change(lambda: self.entries.restore(back))

    def close(self) -> None:
        """Delete what was not brought back, and end the thread."""
        gone = [entry_id for ids in self._removed for entry_id in ids]
        if gone:
            self._do(lambda: self.entries.purge(gone), lambda _: None)
        self.writer.start(self.entries.close, lambda problem: None)
        self.writer.close()

    def _show(self, entry: Entry | None, entry_id: str = "") -> None:
        if entry_id == self._wanted:
            self.shown = entry
            self.shown_changed.emit()

    def _change(self, work: Callable[[], object]) -> None:
        def done(_: object) -> None:
            self.refresh()
            if self._wanted:
                self.show(self._wanted)

        self._do(work, done)

    def _do(self, work: Callable[[], T], then: Callable[[T], object]) -> None:
        """Do work in the thread, then call `then` with its result in this one; tell the user what went wrong."""
        results: list[T] = []

        def report(problem: str) -> None:
            self._tell_of_damage()
            if problem:
                self.notified.emit(Message(tr(problem)))
            for result in results:
                then(result)

        self.writer.start(lambda: results.append(work()), report)

    def _tell_of_damage(self) -> None:
        aside = self.entries.database.set_aside
        if aside is not None and aside != self._aside:
            self._aside = aside
            self.notified.emit(
                Message(
                    tr("The list of the gallery was damaged."),
                    tr("It was set aside as {name} and made anew from the drawings’ own files.", name=aside.name),
                    kind="notice",
                )
            )
