"""The open drawing, its photo, its history and its run: everything the window shows, without a widget."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage

from app.document import DocumentError, Drawing, bare, load_svg, save_svg, without
from app.engine import Event, Failed, Finished, Notice, Progress, WeighRequest
from app.photo import Photo, PhotoError, load_photo, photo_from_array
from app.session.choices import Choices, counted
from app.session.messages import Message
from app.session.pictures import array_from_image, image_from_array
from app.session.run_state import Phase, RunState
from app.session.runner import Ended, Runner
from app.session.sheet import Sheet

T = TypeVar("T")
_OTHER_SHAPE = 0.01  # by which a photo's proportions may differ from those of the sheet it lies beneath
_DRIFT = 0.02  # of the sheet's longer side, that a selected stroke may move from one preview to the next


class Session(Sheet):
    """The sheet with its photo, its file and its run.

    A run shows previews and is committed once, as one undoable step: at its end, or when it is stopped and kept.
    """

    photo_changed = Signal()
    file_changed = Signal()  # the file's name, or whether there is something to save
    run_changed = Signal()
    busy_changed = Signal()
    said = Signal(object)  # Message
    weighed = Signal(object)  # Event of a run that weighs the strokes

    def __init__(self, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.photo: Photo | None = None
        self.photo_image: QImage | None = None
        self.path: Path | None = None  # of the drawing's file
        self.busy = ""  # what is being opened or written, in a few words
        self.edited = False  # the paused run's preview was changed by hand, so that it has to think again
        self.run = RunState()
        self.undo_stack.cleanChanged.connect(self.file_changed)
        self.drawing_changed.connect(self.file_changed)
        self._source: Path | None = None  # of the photo
        self._choices = Choices()  # of the latest run
        self._there: int | None = None  # strokes that it goes on from; None: it draws anew
        self._weighing = ""  # the id of the run that weighs the strokes
        self._opening = 0
        self._runner = runner
        runner.arrived.connect(self._take)

    @property
    def unsaved(self) -> bool:
        """True when closing now would lose something, be it of the run that is on."""
        return self.dirty or self.preview is not None

    @property
    def name(self) -> str:
        """What to call the drawing: its file's name, else one made from the photo's."""
        if self.path:
            return self.path.name
        return f"{Path(self.photo.name).stem or 'Untitled'}.svg" if self.photo else "Untitled.svg"

    @property
    def suggested_path(self) -> Path:
        """Where a save dialog should start."""
        if self.path:
            return self.path
        return (self._source.parent if self._source else Path.home()) / self.name

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

    # Editing: while a run is on, it is paused and its preview is edited.

    @property
    def editable(self) -> Drawing | None:
        if not self.run.active:
            return self.shown
        return self.preview if self.run.phase is not Phase.STOPPING and self._choices.grows else None

    def hold_still(self) -> None:
        self.pause()

    def delete_selected(self) -> None:
        """Take the selected strokes out of the drawing, or out of the run's preview."""
        drawing, places = self.editable, self.marked.selected
        if drawing is None or not places:
            return
        self.marks.refuse(stroke for place, stroke in enumerate(drawing.strokes) if place in places)
        self.marks.select([])
        if self.run.active:
            self._edit_run(without(drawing, places))
        elif self.drawing is not None:
            level = self.level
            self.replace(without(self.drawing, places), f"delete {counted(len(places))}")
            if level is not None and level > len(places):
                self.show_first(level - len(places))

    def freeze_selected(self) -> None:
        """Hold the selected strokes still in the runs to come, or let them move again where all are held."""
        drawing = self.editable
        if drawing is None or not self.marks.selected:
            return
        self.marks.freeze(not self.marks.all_frozen)
        if self.run.active:
            self._edit_run(drawing)
        self.marks_changed.emit()

    def _edit_run(self, preview: Drawing) -> None:
        """Go on from this preview when the run is resumed; the run that made it has ended."""
        self.pause()
        self._runner.discard()
        self.edited = True
        self.preview = preview
        self.run.gains = [stroke.gain for stroke in preview.strokes]
        self._show_anew()
        self.run_changed.emit()

    # The run.

    @property
    def can_continue(self) -> bool:
        """True when there are strokes to go on from, and the photo to go on with."""
        return self.photo is not None and self.drawing is not None and self.drawing.stroke_count > 0

    def draw(self, choices: Choices) -> None:
        """Begin a run on an empty sheet."""
        if not self.run.active:
            self.marks.refuse_nothing()
            self._there = None
            self._start(choices)

    def carry_on(self, choices: Choices) -> None:
        """Begin a run that draws more strokes into the drawing; frozen strokes stay as they are."""
        if self.can_continue and self.drawing is not None and not self.run.active:
            self._there = self.drawing.stroke_count
            self._start(choices, self.drawing)

    def _start(self, choices: Choices, base: Drawing | None = None) -> None:
        """Begin a run, on an empty sheet or from the strokes of `base`."""
        if self.photo is None:
            return
        try:
            request = choices.request(
                self.photo,
                size=(self.drawing.width, self.drawing.height) if self.drawing else None,
                drawing=base,
                frozen=self.marks.marked(base).frozen,
                refused=self.marks.refused(base),
            )
        except ValueError as error:
            self.said.emit(Message(f"This cannot be drawn: {error}."))
            return
        there = base.stroke_count if base else 0
        self._choices = choices
        self.edited = False
        self.show_all()
        self.run.begin(
            there + request.strokes,
            counted=request.detail is None,
            gains=[stroke.gain for stroke in base.strokes] if base else [],
        )
        self._runner.start(request)
        self.run_changed.emit()

    def _think_again(self) -> None:
        """Go on from the edited preview to as many strokes as were asked for, or to the same detail."""
        base, choices = self.preview, self._choices
        if base is None:
            return
        left = max(0, self.run.limit - base.stroke_count)
        if choices.strokes is None:
            self._start(replace(choices, limit=left), base)
        else:
            self._start(replace(choices, strokes=left), base)

    def pause(self) -> None:
        if self.run.phase is Phase.RUNNING:
            self._runner.pause()
            self.run.pause()
            self.run_changed.emit()

    def resume(self) -> None:
        if self.run.phase is Phase.PAUSED and self.edited:
            self._think_again()
        elif self.run.phase is Phase.PAUSED:
            self._runner.resume()
            self.run.resume()
            self.run_changed.emit()

    def keep(self) -> None:
        """Stop the run; what it has drawn so far becomes the drawing."""
        if self.edited:
            self._commit(self.preview)
            self._end_run()
        elif self.run.phase in (Phase.RUNNING, Phase.PAUSED):
            self._runner.stop_and_keep()
            self.run.stop()
            self.run_changed.emit()

    async def keep_and_wait(self) -> None:
        """Stop the run, keep what it has drawn, and return when that is the drawing."""
        self.keep()
        while self.run.active:
            changed: asyncio.Future[None] = asyncio.get_running_loop().create_future()
            connection = self.run_changed.connect(lambda done=changed: None if done.done() else done.set_result(None))
            await changed
            self.run_changed.disconnect(connection)

    def discard(self) -> None:
        """Stop the run; the drawing is what it was before."""
        if self.run.active:
            self._runner.discard()
            self._end_run()

    def close(self) -> bool:
        """End the run and its thread; False when the thread did not answer in time."""
        self._opening += 1
        if self.run.active:
            self._end_run()
        return self._runner.close()

    def weigh(self, request: WeighRequest) -> None:
        """Have strokes weighed while no run is on; a run that begins puts an end to it."""
        if not self.run.active:
            self._weighing = self._runner.start(request)

    def weigh_no_more(self) -> None:
        if not self.run.active:
            self._runner.discard()

    @Slot(object)
    def _take(self, event: Event) -> None:
        if event.run == self._weighing:
            self.weighed.emit(event)
            return
        self.run.take(event)
        match event:
            case Progress(drawing=drawing):
                self.preview = drawing
                self.marks.follow(drawing, _DRIFT * max(drawing.width, drawing.height))
                self._show_anew()
            case Finished(drawing=drawing):
                self._commit(drawing)
            case Failed(error=error, what_to_do=advice):
                kept = self._commit(self.preview)
                self.said.emit(Message(f"{error} The drawing so far was kept." if kept else error, advice))
            case Notice(message=text):
                self.said.emit(Message(text, kind="notice"))
            case Ended():
                if not self._commit(self.preview) and self.run.phase is Phase.STOPPING and self.run.report is None:
                    self.said.emit(Message("Stopped before there was anything to keep.", kind="notice"))
                self._end_run()
                return
        self.run_changed.emit()

    def _commit(self, drawing: Drawing | None) -> bool:
        """Make a run's drawing the drawing, undoably; False when there is none to commit."""
        self.preview = None
        if drawing is None:
            return False
        self._drawn = drawing
        if self._there is None:
            label = f"draw {counted(drawing.stroke_count)}"
        else:
            more = drawing.stroke_count - self._there
            label = f"draw {counted(more, 'more ')}" if more > 0 else "draw on"
        self.replace(drawing, label)
        return True

    def _end_run(self) -> None:
        self.run.end()
        self.edited = False
        if self.preview is not None:
            self.preview = None
            self._show_anew()
        self.run_changed.emit()

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
