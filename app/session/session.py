"""The open drawing and its file: everything the window shows, without a widget."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from app.document import DocumentError, Drawing, bare, load_svg, save_svg
from app.photo import Photo, PhotoError, load_photo, photo_from_array
from app.session.choices import counted
from app.session.messages import Message
from app.session.pictures import array_from_image, image_from_array
from app.session.runner import Runner
from app.session.workbench import Workbench

T = TypeVar("T")
_LONGEST = 60  # characters of a name that is made from words
_OTHER_SHAPE = 0.01  # by which a photo's proportions may differ from those of the sheet it lies beneath


class Session(Workbench):
    """The workbench with the files that come to it and go from it."""

    file_changed = Signal()  # the file's name, or whether there is something to save
    busy_changed = Signal()

    def __init__(self, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(runner, parent)
        self.path: Path | None = None  # of the drawing's file
        self.busy = ""  # what is being opened or written, in a few words
        self.undo_stack.cleanChanged.connect(self.file_changed)
        self.drawing_changed.connect(self.file_changed)
        self._source: Path | None = None  # of the photo
        self._opening = 0

    @property
    def unsaved(self) -> bool:
        """True when closing now would lose something, be it of the run that is on."""
        return self.dirty or self.preview is not None

    @property
    def name(self) -> str:
        """What to call the drawing: its file's name, else one made from the photo's."""
        if self.path:
            return self.path.name
        shown = self.shown
        words = shown.facts.get("prompt", "") if shown else ""
        stem = Path(self.photo.name).stem if self.photo else re.sub(r"[^\w ,.'’-]+", " ", words).strip(" .")[:_LONGEST]
        return f"{stem or 'Untitled'}.svg"

    @property
    def suggested_path(self) -> Path:
        """Where a save dialog should start."""
        if self.path:
            return self.path
        return (self._source.parent if self._source else Path.home()) / self.name

    def close(self) -> bool:
        """End the run and its thread, and take in nothing more; False when the thread did not answer in time."""
        self._opening += 1
        return super().close()

    # Opening and saving: the work is done in another thread, the state changes in this one.

    async def open(self, path: Path) -> bool:
        """Open a photo or an SVG drawing, whichever the file is; False when it could not be, which is said."""
        return await (self.open_svg(path) if path.suffix.lower() in (".svg", ".svgz") else self.open_photo(path))

    async def open_photo(self, path: Path) -> bool:
        return await self._bring_photo(lambda: load_photo(path), path.name, path)

    async def take_image(self, image: QImage, name: str = "Pasted picture") -> bool:
        """Take a picture from the clipboard or from another program."""
        return await self._bring_photo(lambda: photo_from_array(array_from_image(image), name=name), name, None)

    async def open_beneath(self, path: Path) -> bool:
        """Open the photo that the drawing belongs to and lay it beneath; False when it is another, which is said."""
        drawing = self.drawing
        turn = self._next_turn()
        pair = await self._aside(f"Opening {path.name}", lambda: _with_image(load_photo(path)))
        if pair is None or drawing is None or drawing is not self.drawing or turn != self._opening or self.run.active:
            return False
        photo = pair[0]
        if abs(photo.width / photo.height * drawing.height / drawing.width - 1) > _OTHER_SHAPE:
            text = f"{path.name} does not have the drawing's proportions, so it cannot lie beneath it."
            self.said.emit(Message(text, "Choose the photo that was drawn, uncropped."))
            return False
        self.photo, self.photo_image = pair
        self._source = path
        self.photo_changed.emit()
        self.run_changed.emit()
        return True

    async def open_svg(self, path: Path) -> bool:
        turn = self._next_turn()
        drawing = await self._aside(f"Opening {path.name}", lambda: load_svg(path))
        if drawing is None or turn != self._opening:
            return False
        self._begin_anew(photo=None, image=None, drawing=drawing, path=path, source=None)
        return True

    async def save(self, path: Path) -> bool:
        """Write the drawing, to be reopened as it is."""
        drawing = self.drawing
        index = self.undo_stack.index()
        if drawing is None or not await self._write(drawing, path):
            return False
        self.path = path
        self._say_what_was_written("Saved", drawing)
        if self.undo_stack.index() == index:  # else it was changed while it was being written
            self.undo_stack.setClean()
        self.file_changed.emit()
        return True

    async def export(self, path: Path) -> bool:
        """Write the drawing alone; what is unsaved stays unsaved."""
        drawing = self.drawing
        if drawing is None or not await self._write(bare(drawing), path):
            return False
        if not self._say_what_was_written("Exported", drawing):
            self.said.emit(Message(f"Exported {path.name}.", kind="notice"))
        return True

    # How files come and go.

    def _next_turn(self) -> int:
        """Of several openings under way only the latest counts."""
        self._opening += 1
        return self._opening

    async def _bring_photo(self, load: Callable[[], Photo], name: str, source: Path | None) -> bool:
        turn = self._next_turn()
        pair = await self._aside(f"Opening {name}", lambda: _with_image(load()))
        if pair is None or turn != self._opening:
            return False
        self._begin_anew(photo=pair[0], image=pair[1], drawing=None, path=None, source=source)
        return True

    def _begin_anew(
        self,
        *,
        photo: Photo | None,
        image: QImage | None,
        drawing: Drawing | None,
        path: Path | None,
        source: Path | None,
    ) -> None:
        self.discard()
        self.run.forget()
        self.photo, self.photo_image = photo, image
        self.path, self._source = path, source
        self._lay(drawing)
        self.photo_changed.emit()
        self._show_anew()
        self.file_changed.emit()
        self.run_changed.emit()

    def _say_what_was_written(self, verb: str, drawing: Drawing) -> bool:
        """Where only some strokes are shown, say that all were written."""
        if self.level is None:
            return False
        text = f"{verb} all {counted(drawing.stroke_count)}, not only the {self.level} shown."
        self.said.emit(Message(text, f"“Keep these {self.level}” makes them the drawing.", kind="notice"))
        return True

    async def _write(self, drawing: Drawing, path: Path) -> bool:
        def write() -> bool:
            save_svg(drawing, path)
            return True

        return bool(await self._aside(f"Writing {path.name}", write))

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


def _with_image(photo: Photo) -> tuple[Photo, QImage]:
    return photo, image_from_array(photo.pixels)
