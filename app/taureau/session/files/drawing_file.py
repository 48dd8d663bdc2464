"""The file of the drawing: opened, saved, reverted, and guarded against other writers."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtGui import QImage

from taureau.api import same_proportions
from taureau.document import DocumentError, Drawing, Reference, save_svg
from taureau.photo import Photo, PhotoError, load_photo, photo_from_array
from taureau.resources import is_shipped
from taureau.session.choices import counted
from taureau.session.drawing.selection import Selection
from taureau.session.drawing.sheet import Sheet
from taureau.session.files.embedded_photo import reference_of
from taureau.session.files.file_lock import PathLock
from taureau.session.files.image_arrays import array_from_image
from taureau.session.files.opening import Opened, fingerprint, opened_file, opened_photo, opened_svg
from taureau.session.files.state_folder import state_folder
from taureau.session.language import tr
from taureau.session.messages import Message
from taureau.session.run.run import Run
from taureau.session.run.source import Source

T = TypeVar("T")
Settle = Callable[[], Awaitable[bool]]  # saves or gives up unsaved work; False: it is kept
_LONGEST_NAME = 60  # characters of a name made from words


class OvertakenError(Exception):
    """The file was changed by another program since it was opened or saved here."""


class DrawingFile(QObject):
    """Reads and writes files in another thread and changes the state in this one."""

    changed = Signal()  # the name, or whether there is something to save
    busy_changed = Signal()
    used = Signal(object)  # Path of a file that was opened or saved
    notified = Signal(object)  # Message

    def __init__(
        self, sheet: Sheet, selection: Selection, source: Source, run: Run, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.path: Path | None = None
        self.fingerprint: str | None = None  # of the file's content, as it was opened or saved
        self.embeds_photo = True  # saving writes the photo, too
        self.busy = ""  # what is being opened or written, in a few words
        self._sheet, self._selection, self._source, self._run = sheet, selection, source, run
        self._saved: Drawing | None = None  # the drawing in the file
        self._embedded: tuple[Photo, Reference] | None = None  # the photo in the file, and its encoded form
        self._lock = PathLock(state_folder() / "open")
        self._requests = 0  # open requests
        self._documents = 0  # documents opened
        self._proposed: Path | None = None  # a name for saving, beside a file that must not be overwritten
        self._notified = self._state()
        sheet.clean_changed.connect(self._compare)
        sheet.changed.connect(self._compare)

    @property
    def modified(self) -> bool:
        """True unless the drawing equals the one in the file."""
        return self._sheet.drawing is not self._saved and not self._sheet.undo_stack.isClean()

    @property
    def unsaved(self) -> bool:
        """True when closing now would lose work, the run's preview included."""
        return self.modified or self._sheet.preview is not None

    @property
    def name(self) -> str:
        """The file's name, else one made from the photo's or from the words."""
        if self.path:
            return self.path.name
        if self._proposed:
            return self._proposed.name
        shown, photo = self._sheet.shown, self._source.photo
        words = shown.facts.get("prompt", "") if shown else ""
        stem = Path(photo.name).stem if photo else re.sub(r"[^\w ,.'’-]+", " ", words).strip(" .")[:_LONGEST_NAME]
        return f"{stem or tr('Untitled')}.svg"

    @property
    def suggested_path(self) -> Path:
        """Where a save dialog should start."""
        if self.path or self._proposed:
            return self.path or self._proposed or Path()
        photo = self._source.path
        if photo and not is_shipped(photo):
            return photo.parent / self.name
        pictures = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation))
        return (pictures if pictures.is_dir() else Path.home()) / self.name

    def new(self) -> None:
        """Begin with an empty window."""
        self._next_request()
        self.begin(Opened())

    async def open(self, path: Path, settle: Settle | None = None) -> bool:
        """Open a photo or an SVG drawing; False when it cannot be read, after a message.

        `settle` is asked once the file is read whether it may replace what is open.
        """
        return await self._open(tr("Opening {name}", name=path.name), lambda: opened_file(path), settle)

    async def open_loaded(self, name: str, load: Callable[[], Opened], settle: Settle | None = None) -> bool:
        """Open what `load` returns, which is called in another thread; as `open`."""
        return await self._open(tr("Opening {name}", name=name), load, settle)

    async def open_image(self, image: QImage, name: str = "", settle: Settle | None = None) -> bool:
        """Open a picture from the clipboard or from another program; as `open`."""

        def load() -> Photo:
            return photo_from_array(array_from_image(image), name=name or tr("Pasted picture"))

        return await self._open(
            tr("Opening {name}", name=name or tr("Pasted picture")), lambda: opened_photo(load, None), settle
        )

    async def open_beneath(self, path: Path) -> bool:
        """Open the photo that the drawing was made from; False when it is another, after a message."""
        drawing = self._sheet.drawing
        request = self._next_request()
        opened = await self._in_thread(
            tr("Opening {name}", name=path.name), lambda: opened_photo(lambda: load_photo(path), path)
        )
        if opened is None or drawing is None or drawing is not self._sheet.drawing:
            return False
        if request != self._requests or self._run.active:
            return False
        if opened.photo is None or not same_proportions(drawing, opened.photo):
            text = tr("{name} does not have the drawing's proportions, so it is another photo.", name=path.name)
            self.notified.emit(Message(text, tr("Choose the photo that was drawn, uncropped.")))
            return False
        self._source.set_photo(opened.photo, opened.image, path)
        return True

    def remove_photo(self) -> None:
        """Draw without the photo; the drawing that was made from it stays."""
        if self._source.photo is not None and not self._run.active:
            self._source.set_photo(None, None, self._source.path)

    async def revert(self) -> bool:
        """Go back to the file's content, undoably; False when it cannot be read, after a message."""
        path, request = self.path, self._next_request()
        if path is None or self._run.active:
            return False
        opened = await self._in_thread(tr("Opening {name}", name=path.name), lambda: opened_svg(path))
        if opened is None or opened.drawing is None or request != self._requests or self._run.active:
            return False
        self.fingerprint = opened.fingerprint
        self._restore_photo(opened)
        self._sheet.replace(opened.drawing, tr("revert to {name}", name=path.name))
        self._mark_saved(opened.drawing)
        return True

    async def save(self, path: Path, *, overwrite: bool = False) -> bool:
        """Write the drawing so that it reopens as it is; False when that failed, after a message.

        Raises OvertakenError when another program changed the file meanwhile, unless `overwrite`.
        """
        drawing, step, document = self._sheet.drawing, self._sheet.undo_stack.index(), self._documents
        photo = self._source.photo if self.embeds_photo else None
        expected = self.fingerprint if path == self.path and not overwrite else None
        embedded = self._embedded if self._embedded is not None and self._embedded[0] is photo else None

        def write() -> tuple[str | None, tuple[Photo, Reference] | None] | None:
            if drawing is None:
                return None
            if expected is not None and fingerprint(path) not in (None, expected):
                raise OvertakenError(path.name)
            now = embedded if embedded is not None or photo is None else (photo, reference_of(photo))
            save_svg(drawing, path, reference=now[1] if now else None)
            return fingerprint(path), now

        written = await self._in_thread(tr("Writing {name}", name=path.name), write)
        if written is None or drawing is None:
            return False
        self.used.emit(path)
        if document != self._documents:  # another was opened while this one was being written
            return True
        self.fingerprint, self._embedded = written[0], written[1] or self._embedded
        self.path, self._proposed = path, None
        self._lock.acquire(path)
        self._notify_of_saving(path, drawing)
        if self._sheet.undo_stack.index() == step:  # else it was changed while it was being written
            self._mark_saved(drawing)
        self._notify()
        return True

    def begin(self, opened: Opened) -> None:
        """Replace the whole state by what was opened, and end the run."""
        self._run.reset()
        self._documents += 1
        self.path, self.fingerprint = opened.path, opened.fingerprint
        self._proposed = None
        if opened.left_out and opened.path is not None:
            self.path = self.fingerprint = None
            self._proposed = opened.path.with_name(f"{opened.path.stem}-lines.svg")
        both = opened.photo is not None and opened.reference is not None
        self._embedded = (opened.photo, opened.reference) if both else None  # type: ignore[assignment]
        self._saved = opened.drawing
        self._selection.reset()
        self._sheet.reset(opened.drawing)
        self._source.set_photo(opened.photo, opened.image, opened.source)
        self._sheet.changed.emit()
        self._notify()
        self._run.changed.emit()
        self._lock_and_notify(opened)

    def close(self) -> None:
        """Release the lock; open requests in progress take no effect."""
        self._requests += 1
        self._lock.release()

    def _notify(self) -> None:
        self._notified = self._state()
        self.changed.emit()

    def _compare(self) -> None:
        """Emit `changed` if name or state changed; most previews and edits change neither."""
        if self._state() != self._notified:
            self._notify()

    def _state(self) -> tuple[str, bool, bool]:
        return self.name, self.modified, self.unsaved

    def _mark_saved(self, drawing: Drawing) -> None:
        self._saved = drawing
        self._sheet.undo_stack.setClean()

    def _restore_photo(self, opened: Opened) -> None:
        """Use the photo that the file embeds, unless it is in use."""
        if opened.photo is None or opened.reference is None:
            return
        here = self._embedded
        if here is None or here[0] is not self._source.photo or here[1] != opened.reference:
            self._embedded = (opened.photo, opened.reference)
            self._source.set_photo(opened.photo, opened.image, None)

    def _lock_and_notify(self, opened: Opened) -> None:
        """Lock the file, and notify of what was not read and of other windows that have it open."""
        alone = self._lock.acquire(self.path)
        if opened.left_out and opened.path is not None:
            text = tr(
                "Only the lines of {name} were taken in; it also holds {left_out}.",
                name=opened.path.name,
                left_out=opened.left_out,
            )
            advice = tr("Saving asks for another name, so that nothing of it is lost.")
            self.notified.emit(Message(text, advice, kind="notice"))
        if not alone and opened.path is not None:
            text = tr("{name} is open in another Taureau, too.", name=opened.path.name)
            self.notified.emit(
                Message(text, tr("Whoever saves second is asked what to do with the first."), kind="notice")
            )
        if opened.damaged:
            text = tr("The photo that is kept with this drawing is damaged and was left out.")
            self.notified.emit(Message(text, tr("“Open photo beneath the drawing” opens it from its own file.")))

    def _notify_of_saving(self, path: Path, drawing: Drawing) -> None:
        """Notify where the drawing was written, and that all strokes were if only the first are shown."""
        level = self._sheet.level
        text, advice = tr("Saved {name}.", name=path.name), tr("It is in {parent}.", parent=path.parent)
        if level is not None:
            text = tr(
                "Saved all {counted}, not only the {level} shown.", counted=counted(drawing.line_count), level=level
            )
            advice = tr("“Keep these {level}” makes them the drawing.", level=level)
        self.notified.emit(Message(text, advice, kind="notice"))

    def _next_request(self) -> int:
        """Return the number of an open request; only the most recent one takes effect."""
        self._requests += 1
        return self._requests

    async def _open(self, what: str, load: Callable[[], Opened], settle: Settle | None) -> bool:
        request = self._next_request()
        opened = await self._in_thread(what, load)
        if opened is None or request != self._requests:
            return False
        if settle is not None and not await settle():
            return False
        if request != self._requests:
            return False
        used = opened.path or opened.source
        if used is not None:
            self.used.emit(used)
        self.begin(opened)
        return True

    async def _in_thread(self, what: str, work: Callable[[], T]) -> T | None:
        """Do blocking work in another thread; return None, after a message, if it failed."""
        self._set_busy(what)
        try:
            return await asyncio.to_thread(work)
        except (PhotoError, DocumentError) as error:
            self.notified.emit(Message(tr(str(error))))
        except OSError as error:
            self.notified.emit(
                Message(
                    tr("{what} failed: {value}.", what=what, value=error.strerror or error), tr("Nothing was changed.")
                )
            )
        except MemoryError:
            self.notified.emit(Message(tr("{what} failed: not enough memory.", what=what), tr("Nothing was changed.")))
        finally:
            self._set_busy("")
        return None

    def _set_busy(self, what: str) -> None:
        self.busy = what
        self.busy_changed.emit()
