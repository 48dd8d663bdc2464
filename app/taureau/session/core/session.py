"""The open drawing and its file: everything the window shows, without a widget."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtGui import QImage

from taureau.document import DocumentError, Drawing, Reference, save_svg
from taureau.photo import Photo, PhotoError, load_photo, photo_from_array
from taureau.resources import is_shipped
from taureau.session.choices import counted
from taureau.session.core.workbench import Workbench
from taureau.session.files.embedded_photo import lies_beneath, reference_of
from taureau.session.files.file_lock import Claim
from taureau.session.files.image_arrays import array_from_image
from taureau.session.files.opening import Opened, fingerprint, opened_photo, opened_svg
from taureau.session.files.state_folder import state_folder
from taureau.session.messages import Message
from taureau.session.run.engine_loader import let_go_of_models
from taureau.session.run.runner import Runner

T = TypeVar("T")
_LONGEST = 60  # characters of a name that is made from words


class OvertakenError(Exception):
    """Somebody else has written the file since it was opened or saved here, and nobody has said to replace that."""


class Session(Workbench):
    """The workbench with the files that come to it and go from it."""

    file_changed = Signal()  # the file's name, or whether there is something to save
    busy_changed = Signal()
    used = Signal(object)  # Path of a file that was opened or saved

    def __init__(self, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(runner, parent)
        self.path: Path | None = None  # of the drawing's file
        self.source: Path | None = None  # of the photo
        self.fingerprint: str | None = None  # of the drawing's file, as it was opened or saved
        self.keeps_photo = True  # saving writes the photo, too
        self.busy = ""  # what is being opened or written, in a few words
        self.undo_stack.cleanChanged.connect(self.file_changed)
        self.drawing_changed.connect(self.file_changed)
        self._reference: tuple[Photo, Reference] | None = None  # a photo, and how it is kept
        self._claim = Claim(state_folder() / "open")
        self._opening = 0
        self._document = 0  # of those that were opened one after the other
        self._another: Path | None = None  # a name beside a file that must not be written over

    @property
    def unsaved(self) -> bool:
        """True when closing now would lose something, be it of the run that is on."""
        return self.dirty or self.preview is not None

    @property
    def name(self) -> str:
        """What to call the drawing: its file's name, else one made from the photo's."""
        if self.path:
            return self.path.name
        if self._another:
            return self._another.name
        shown = self.shown
        words = shown.facts.get("prompt", "") if shown else ""
        stem = Path(self.photo.name).stem if self.photo else re.sub(r"[^\w ,.'’-]+", " ", words).strip(" .")[:_LONGEST]
        return f"{stem or 'Untitled'}.svg"

    @property
    def suggested_path(self) -> Path:
        """Where a save dialog should start."""
        if self.path or self._another:
            return self.path or self._another or Path()
        if self.source and not is_shipped(self.source):
            return self.source.parent / self.name
        pictures = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation))
        return (pictures if pictures.is_dir() else Path.home()) / self.name

    def close(self) -> bool:
        """End the run and its thread, and take in nothing more; False when the thread did not answer in time."""
        self._opening += 1
        self._claim.give_up()
        closed = super().close()
        let_go_of_models()
        return closed

    # Opening and saving: the work is done in another thread, the state changes in this one.

    def new(self) -> None:
        """Begin with nothing."""
        self._next_turn()
        self.begin_anew(Opened())

    async def open(self, path: Path) -> bool:
        """Open a photo or an SVG drawing, whichever the file is; False when it could not be, which is said."""
        return await (self.open_svg(path) if path.suffix.lower() in (".svg", ".svgz") else self.open_photo(path))

    async def open_photo(self, path: Path) -> bool:
        return await self._bring(f"Opening {path.name}", lambda: opened_photo(lambda: load_photo(path), path))

    async def take_image(self, image: QImage, name: str = "Pasted picture") -> bool:
        """Take a picture from the clipboard or from another program."""

        def load() -> Photo:
            return photo_from_array(array_from_image(image), name=name)

        return await self._bring(f"Opening {name}", lambda: opened_photo(load, None))

    async def open_svg(self, path: Path) -> bool:
        return await self._bring(f"Opening {path.name}", lambda: opened_svg(path))

    async def open_beneath(self, path: Path) -> bool:
        """Open the photo that the drawing belongs to and lay it beneath; False when it is another, which is said."""
        drawing = self.drawing
        turn = self._next_turn()
        opened = await self._aside(f"Opening {path.name}", lambda: opened_photo(lambda: load_photo(path), path))
        if opened is None or drawing is None or drawing is not self.drawing or turn != self._opening or self.run.active:
            return False
        if opened.photo is None or not lies_beneath(opened.photo, drawing):
            text = f"{path.name} does not have the drawing's proportions, so it cannot lie beneath it."
            self.said.emit(Message(text, "Choose the photo that was drawn, uncropped."))
            return False
        self.photo, self.photo_image = opened.photo, opened.image
        self.source = path
        self.photo_changed.emit()
        self.run_changed.emit()
        return True

    async def revert(self) -> bool:
        """Go back to what is in the drawing's file, undoably; False when it cannot be read, which is said."""
        path, turn = self.path, self._next_turn()
        if path is None or self.run.active:
            return False
        opened = await self._aside(f"Opening {path.name}", lambda: opened_svg(path))
        if opened is None or opened.drawing is None or turn != self._opening or self.run.active:
            return False
        self.fingerprint = opened.fingerprint
        self._lay_beneath(opened)
        self.replace(opened.drawing, f"revert to {path.name}")
        self.call_clean(opened.drawing)
        return True

    def _lay_beneath(self, opened: Opened) -> None:
        """Bring back the photo that the file keeps, unless what lies here is what was kept."""
        if opened.photo is None or opened.reference is None:
            return
        kept = self._reference
        if kept is None or kept[0] is not self.photo or kept[1] != opened.reference:
            self.photo, self.photo_image, self.source = opened.photo, opened.image, None
            self._reference = (opened.photo, opened.reference)
            self.photo_changed.emit()
            self.run_changed.emit()

    async def save(self, path: Path, *, over: bool = False) -> bool:
        """Write the drawing, to be reopened as it is.

        Raises OvertakenError when that would replace what somebody else has written since, unless `over` says to.
        """
        drawing, index, document = self.drawing, self.undo_stack.index(), self._document
        photo, known = self.photo if self.keeps_photo else None, None if over else self._known(path)
        kept = self._reference if self._reference is not None and self._reference[0] is photo else None

        def write() -> tuple[str | None, tuple[Photo, Reference] | None] | None:
            if drawing is None:
                return None
            if known is not None and fingerprint(path) not in (None, known):
                raise OvertakenError(path.name)
            now = kept if kept is not None or photo is None else (photo, reference_of(photo))
            save_svg(drawing, path, reference=now[1] if now else None)
            return fingerprint(path), now

        written = await self._aside(f"Writing {path.name}", write)
        if written is None or drawing is None:
            return False
        self.used.emit(path)
        if document != self._document:  # another was opened while this one was being written
            return True
        self.fingerprint, self._reference = written[0], written[1] or self._reference
        self.path, self._another = path, None
        self._claim.take(path)
        self._say_what_was_written(drawing)
        if self.undo_stack.index() == index:  # else it was changed while it was being written
            self.call_clean(drawing)
        self.file_changed.emit()
        return True

    # How files come and go.

    def begin_anew(self, opened: Opened) -> None:
        """Put away what is here, and show what was opened."""
        self.discard(forever=True)
        self.run.forget()
        self._document += 1
        self.photo, self.photo_image = opened.photo, opened.image
        self.path, self.source, self.fingerprint = opened.path, opened.source, opened.fingerprint
        self._another = None
        if opened.left_out and opened.path is not None:
            self.path = self.fingerprint = None
            self._another = opened.path.with_name(f"{opened.path.stem}-lines.svg")
        both = opened.photo is not None and opened.reference is not None
        self._reference = (opened.photo, opened.reference) if both else None  # type: ignore[assignment]
        self._lay(opened.drawing)
        self.photo_changed.emit()
        self._show_anew()
        self.file_changed.emit()
        self.run_changed.emit()
        self._say_who_else(opened)

    def _say_who_else(self, opened: Opened) -> None:
        alone = self._claim.take(self.path)
        if opened.left_out and opened.path is not None:
            what = ", ".join(opened.left_out[:-1]) + " and " * (len(opened.left_out) > 1) + opened.left_out[-1]
            text = f"Only the lines of {opened.path.name} were taken in; it also holds {what}."
            self.said.emit(Message(text, "Saving asks for another name, so that nothing of it is lost.", kind="notice"))
        if not alone and opened.path is not None:
            text = f"{opened.path.name} is open in another Taureau, too."
            self.said.emit(Message(text, "Whoever saves second is asked what to do with the first.", kind="notice"))
        if opened.damaged:
            text = "The photo that is kept with this drawing is damaged and was left out."
            self.said.emit(Message(text, "“Open photo beneath the drawing” brings it from its own file."))

    def _known(self, path: Path) -> str | None:
        """The fingerprint that the file has if nobody else has written it; None where any may be replaced."""
        return self.fingerprint if path == self.path else None

    def _next_turn(self) -> int:
        """Of several openings under way only the latest counts."""
        self._opening += 1
        return self._opening

    async def _bring(self, what: str, load: Callable[[], Opened]) -> bool:
        turn = self._next_turn()
        opened = await self._aside(what, load)
        if opened is None or turn != self._opening:
            return False
        used = opened.path or opened.source
        if used is not None:
            self.used.emit(used)
        self.begin_anew(opened)
        return True

    def _say_what_was_written(self, drawing: Drawing) -> None:
        """Where only some strokes are shown, say that all were written."""
        if self.level is not None:
            text = f"Saved all {counted(drawing.stroke_count)}, not only the {self.level} shown."
            self.said.emit(Message(text, f"“Keep these {self.level}” makes them the drawing.", kind="notice"))

    async def _aside(self, what: str, work: Callable[[], T]) -> T | None:
        """Do blocking work in another thread; None when it failed, which is said."""
        self._set_busy(what)
        try:
            return await asyncio.to_thread(work)
        except (PhotoError, DocumentError) as error:
            self.said.emit(Message(str(error)))
        except OSError as error:
            self.said.emit(Message(f"{what} failed: {error.strerror or error}.", "Nothing was changed."))
        except MemoryError:
            self.said.emit(Message(f"{what} failed: not enough memory.", "Nothing was changed."))
        finally:
            self._set_busy("")
        return None

    def _set_busy(self, what: str) -> None:
        self.busy = what
        self.busy_changed.emit()
