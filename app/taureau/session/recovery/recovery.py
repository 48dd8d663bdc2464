"""Crash recovery: unsaved work is written within two seconds and offered at the next start."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from taureau.session.core.session import Session
from taureau.session.language import tr
from taureau.session.messages import Message
from taureau.session.recovery.file_writer import FileWriter
from taureau.session.recovery.recovered import BrokenError, Rescued, read_rescued
from taureau.session.recovery.snapshot import Slot, Snapshot, abandoned, new_slot
from taureau.small_files import set_aside

DELAY = 1000  # ms from a change until it is written, together with later ones


class Recovery(QObject):
    """Writes snapshots of the unsaved work of a session, and offers those that other sessions left."""

    offers_changed = Signal()

    def __init__(self, session: Session, folder: Path, writer: FileWriter, parent: QObject | None = None) -> None:
        """`folder` holds the slots of all sessions."""
        super().__init__(parent)
        self.offers: list[Rescued] = []  # latest first
        self._session, self._folder, self._writer = session, folder, writer
        self._slot: Slot | None = None
        self._holds = False  # the slot has a snapshot, or will have
        self._writing = False
        self._failed = False
        self._discarded: list[Rescued] = []  # discarded offers, until the window closes
        self._timer = QTimer(self, singleShot=True, interval=DELAY)
        self._timer.timeout.connect(self._write)
        for signal in (session.sheet.changed, session.file.changed, session.source.photo_changed):
            signal.connect(self._schedule)

    def find(self, then: Callable[[list[Message]], object]) -> None:
        """Offer the unsaved work of sessions that have ended; `then` is called with a message per damaged slot.

        The slots stay locked until `close`, so that no other session offers them too.
        """
        found: list[Rescued] = []
        broken: list[Message] = []

        def work() -> None:
            lost, damaged = self._read_abandoned()
            found.extend(lost)
            broken.extend(damaged)

        def report(problem: str) -> None:
            self.offer(found)
            then(broken)

        self._writer.start(work, report)

    def offer(self, found: list[Rescued]) -> None:
        if found:
            self.offers = [*self.offers, *found]
            self.offers_changed.emit()

    def restore(self, rescued: Rescued) -> None:
        """Open recovered work as unsaved, in one undoable step, or two if it includes a preview."""
        before, self._slot = self._slot, rescued.slot  # its snapshot stays on disk while it is opened
        self._holds = True
        if before is not None:
            self._writer.start(before.leave, lambda problem: None)
        session = self._session
        session.file.begin(rescued.opened)
        if rescued.drawing is not None and rescued.drawing != session.sheet.drawing:
            session.sheet.replace(rescued.drawing, tr("restore the drawing"))
        if rescued.preview is not None:
            session.sheet.replace(rescued.preview, tr("restore what the run had drawn"))
        elif rescued.level is not None:
            session.sheet.show_first(rescued.level)
        self._remove_offer(rescued)

    def discard(self, rescued: Rescued) -> None:
        """Withdraw an offer; `bring_back` undoes it until the window closes."""
        self._discarded.append(rescued)
        self._remove_offer(rescued)

    def bring_back(self) -> None:
        """Offer the last discarded work again."""
        if self._discarded:
            self.offer([self._discarded.pop()])

    def put_off(self) -> None:
        """Unlock all offers, so that they are made at the next start."""
        for rescued in self.offers:
            rescued.slot.unlock()
        self.offers = []
        self.offers_changed.emit()

    def keep(self) -> None:
        """Write a snapshot of the unsaved work and wait until it is on the disk, because the process is to end."""
        self._timer.stop()
        self._writing = False  # the writer does one task after the other
        self._write()
        self._writer.close()

    def close(self) -> None:
        """Delete this session's snapshot and discarded offers, because it ends regularly."""
        self._timer.stop()
        self.put_off()
        for slot in [*([self._slot] if self._slot else []), *(one.slot for one in self._discarded)]:
            self._writer.start(slot.leave, lambda problem: None)
        self._slot, self._discarded = None, []

    def _read_abandoned(self) -> tuple[list[Rescued], list[Message]]:
        found: list[Rescued] = []
        broken: list[Message] = []
        for slot in abandoned(self._folder):
            try:
                rescued = read_rescued(slot)
                if rescued.lost:
                    found.append(rescued)
                else:
                    slot.leave()
            except BrokenError:
                slot.unlock()
                aside = set_aside(slot.folder)
                where = (
                    tr("was set aside as {aside}", aside=aside)
                    if aside
                    else tr("stays in {folder}", folder=slot.folder)
                )
                text = tr("A recovery copy of a drawing was damaged.")
                broken.append(Message(text, tr("What is left of it {where}.", where=where), kind="notice"))
        return sorted(found, key=lambda one: one.when, reverse=True), broken

    def _remove_offer(self, rescued: Rescued) -> None:
        self.offers = [other for other in self.offers if other is not rescued]
        self.offers_changed.emit()

    def _schedule(self) -> None:
        """Schedule a write, unless one is scheduled or there is nothing to write."""
        if not self._timer.isActive() and (self._session.file.unsaved or self._holds):
            self._timer.start()

    def _write(self) -> None:
        if self._writing:  # later changes are written afterwards
            self._timer.start()
            return
        session = self._session
        if not session.file.unsaved or (session.sheet.drawing is None and session.sheet.preview is None):
            self._holds = False
            if self._slot is not None:
                self._begin(self._slot.clear)
            return
        snapshot = Snapshot(
            drawing=session.sheet.drawing,
            preview=session.sheet.preview,
            photo=session.source.photo,
            name=session.file.name,
            path=session.file.path,
            fingerprint=session.file.fingerprint,
            source=session.source.path,
            level=session.sheet.level,
        )
        if self._slot is None:
            self._slot = new_slot(self._folder)
        slot = self._slot
        self._holds = True
        self._begin(lambda: slot.keep(snapshot))

    def _begin(self, work: Callable[[], object]) -> None:
        self._writing = True
        self._writer.start(work, self._written)

    def _written(self, problem: str) -> None:
        self._writing = False
        if problem and not self._failed:
            text = tr("No recovery copy of the drawing can be written.")
            self._session.notified.emit(Message(text, tr("Save it yourself now and then. {problem}", problem=problem)))
        self._failed = bool(problem)
        if problem:
            self._timer.start()  # the disk may have room again
