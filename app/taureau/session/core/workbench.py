"""The workbench: the sheet, the photo beside it, and the run that draws the one from the other."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage, QUndoStack

from taureau.document import Drawing, is_dark, on_paper, without
from taureau.engine import Event, Failed, Finished, Notice, Progress, WeighRequest
from taureau.photo import Photo
from taureau.session.choices import Choices, counted
from taureau.session.core.sheet import Sheet
from taureau.session.drawing.replace import OF_ITS_OWN, Replace
from taureau.session.messages import Message
from taureau.session.run.run_state import Phase, RunState
from taureau.session.run.runner import Ended, Runner

_DRIFT = 0.02  # of the sheet's longer side, that a selected stroke may move from one preview to the next


class Workbench(Sheet):
    """A run shows previews and is committed once, as one undoable step: at its end, or when it is stopped and kept."""

    photo_changed = Signal()
    words_changed = Signal()
    run_changed = Signal()
    told = Signal(object)  # Event of the run that draws
    said = Signal(object)  # Message
    weighed = Signal(object)  # Event of a run that weighs the strokes

    def __init__(self, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.photo: Photo | None = None
        self.photo_image: QImage | None = None
        self.words = ""  # to draw, alone or beside the photo
        self.edited = False  # the paused run's preview was changed by hand, so that it has to think again
        self.run = RunState()
        self.edits = QUndoStack(self)  # of the paused run's preview; a run that goes on forgets them
        self._choices = Choices()  # of the latest run
        self._there: int | None = None  # strokes that it goes on from; None: it draws anew
        self._weighing = ""  # the id of the run that weighs the strokes
        self.runner = self._runner = runner
        runner.arrived.connect(self._take)

    # Editing: while a run is on, it is paused and its preview is edited.

    @property
    def editable(self) -> Drawing | None:
        if not self.run.active:
            return self.shown
        goes_on = self._choices.grows and self.photo is not None  # words alone are drawn all at once
        return self.preview if goes_on and self.run.phase is not Phase.STOPPING else None

    def hold_still(self) -> None:
        self.pause()

    def change(self, drawing: Drawing, label: str, *, step: int = OF_ITS_OWN) -> None:
        """Make this the drawing, as one undoable step, or what the run that is on goes on from."""
        if self.run.active:
            self._edit_run(drawing, label, step)
        else:
            self.replace(drawing, label, step=step)

    def delete_selected(self, verb: str = "delete") -> None:
        """Take the selected strokes out of the drawing, or out of the run's preview."""
        drawing, places = self.editable, self.marked.selected
        if drawing is None or not places:
            return
        self.marks.refuse(stroke for place, stroke in enumerate(drawing.strokes) if place in places)
        self.marks.select([])
        if self.run.active:
            self._edit_run(without(drawing, places), f"{verb} {counted(len(places))}")
        elif self.drawing is not None:
            level = self.level
            self.replace(without(self.drawing, places), f"{verb} {counted(len(places))}")
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

    @property
    def steps(self) -> QUndoStack:
        """What undo takes back now: steps of the drawing, or of the preview while a run is on."""
        return self.edits if self.run.active else self.undo_stack

    def _edit_run(self, preview: Drawing, label: str = "", step: int = OF_ITS_OWN) -> None:
        """Go on from this preview when the run is resumed; the run that made it has ended."""
        self.pause()
        self._runner.discard()
        self.edited = True
        if label:
            self.edits.push(Replace(self.preview, preview, label, self._put_preview, step))
        else:
            self._put_preview(preview)

    def _put_preview(self, preview: Drawing | None) -> None:
        self.preview = preview
        self.run.gains = [stroke.gain for stroke in preview.strokes] if preview else []
        self._show_anew()
        self.run_changed.emit()

    @property
    def chosen(self) -> Choices:
        """What the latest run was asked for."""
        return self._choices

    # What is to be drawn.

    @property
    def has_source(self) -> bool:
        """True when there is something to draw: a photo, or words, or both."""
        return self.photo is not None or bool(self.words.strip())

    def set_words(self, words: str) -> None:
        if words != self.words:
            self.words = words
            self.words_changed.emit()

    def take_photo_away(self) -> None:
        """Draw without it; the drawing that was made from it stays."""
        if self.photo is not None and not self.run.active:
            self.photo = self.photo_image = None
            self.photo_changed.emit()
            self.run_changed.emit()

    def lay_on_paper(self, paper: str | None, name: str) -> None:
        """Change the paper's colour ("#rrggbb", or None for the usual one); ink that it would hide changes too."""
        drawing, level = self.drawing, self.level
        if drawing is None or self.run.active or paper == drawing.paper:
            return
        laid = on_paper(drawing, paper)
        changed = sum(old is not new for old, new in zip(drawing.strokes, laid.strokes, strict=True))
        self.marks.hand_over(zip(drawing.strokes, laid.strokes, strict=True))
        self.replace(laid, f"{name} paper")
        if level is not None:
            self.show_first(level)
        if changed:
            ink = "chalk" if is_dark(paper) else "black"
            text = f"{counted(changed)} became {ink}, to show on this paper."
            self.said.emit(Message(text, "Undo takes both back.", kind="notice"))

    def _on_its_paper(self, drawing: Drawing) -> Drawing:
        """What a run drew, on the paper of the drawing that it follows."""
        paper = self.drawing.paper if self.drawing else None
        return drawing if paper is None else on_paper(drawing, paper)

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
        if not self.has_source:
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
        self.edits.clear()
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
            self.run.stop()
            self.run_changed.emit()
            self._runner.stop_and_keep()

    async def keep_and_wait(self) -> None:
        """Stop the run, keep what it has drawn, and return when that is the drawing."""
        self.keep()
        while self.run.active:
            changed: asyncio.Future[None] = asyncio.get_running_loop().create_future()
            connection = self.run_changed.connect(lambda done=changed: None if done.done() else done.set_result(None))
            await changed
            self.run_changed.disconnect(connection)

    def discard(self, *, forever: bool = False) -> None:
        """Stop the run; the drawing is what it was before, and undo brings back what the run had come to.

        `forever`: nothing is to come back, because another drawing is about to be laid on the sheet.
        """
        if not self.run.active:
            return
        self._runner.discard()
        before, preview = self.drawing, self.preview
        if preview is not None and not forever:
            drawn = counted(preview.stroke_count)
            self._drawn = preview
            self.replace(preview, self._step(preview))  # nothing is seen of it, for the preview is still shown
            self.preview = None
            self.replace(before, f"discard {drawn}")
            self.said.emit(Message(f"Discarded {drawn}.", "Undo brings them back.", kind="notice"))
        self._end_run()

    def close(self) -> bool:
        """End the run and its thread; False when the thread did not answer in time."""
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
        self.told.emit(event)
        match event:
            case Progress(drawing=drawing):
                self.preview = drawing = self._on_its_paper(drawing)
                self.marks.follow(drawing, _DRIFT * max(drawing.width, drawing.height))
                self._show_anew()
            case Finished(drawing=drawing):
                self._commit(self._on_its_paper(drawing))
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
        self.replace(drawing, self._step(drawing))
        return True

    def _step(self, drawing: Drawing) -> str:
        """The name of the step that makes the run's drawing the drawing."""
        if self._there is None:
            return f"draw {counted(drawing.stroke_count)}"
        more = drawing.stroke_count - self._there
        return f"draw {counted(more, 'more ')}" if more > 0 else "draw on"

    def _end_run(self) -> None:
        self.run.end()
        self.edited = False
        self.edits.clear()
        if self.preview is not None:
            self.preview = None
            self._show_anew()
        self.run_changed.emit()
