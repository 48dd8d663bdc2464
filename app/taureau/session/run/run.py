"""The drawing run: it is started, paused, resumed, kept or discarded, and its drawings are put on the sheet."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QUndoStack

from taureau.document import Drawing, on_paper
from taureau.engine import Event, Failed, Finished, Notice, NotLearnt, Progress
from taureau.session.choices import Choices, counted
from taureau.session.drawing.selection import Selection
from taureau.session.drawing.sheet import EditTarget, Sheet, same_curves
from taureau.session.drawing.undo import OF_ITS_OWN, Replace
from taureau.session.language import tr
from taureau.session.messages import Message, Offer
from taureau.session.run.run_state import Phase, RunState
from taureau.session.run.runner import Ended, Runner
from taureau.session.run.source import Source

_DRIFT = 0.02  # of the sheet's longer side, that a selected stroke may move from one preview to the next


class Run(QObject):
    """Shows previews and commits once, as one undoable step: at its end, or when it is stopped and kept."""

    changed = Signal()  # whether a run is on, paused, stopping or edited
    event_received = Signal(object)  # Event, after `state` and the sheet have taken it
    notified = Signal(object)  # Message

    def __init__(
        self, runner: Runner, sheet: Sheet, selection: Selection, source: Source, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.state = RunState()
        self.choices = Choices()  # of the latest run
        self.edited = False  # the paused run's preview was edited, so that resuming starts a new run from it
        self.undo_stack = QUndoStack(self)  # edits of the paused run's preview; cleared when the run goes on
        self._runner, self._sheet, self._selection, self._source = runner, sheet, selection, source
        self._id = ""  # of the latest run
        self._continued: int | None = None  # strokes that the run continues from; None: it draws from scratch
        self._result: Drawing | None = None  # of the latest run
        runner.arrived.connect(self._take)
        selection.about_to_change.connect(self.pause)
        source.photo_changed.connect(self.changed)

    @property
    def active(self) -> bool:
        return self.state.phase is not Phase.IDLE

    @property
    def can_continue(self) -> bool:
        """True when there are strokes to continue from, and the photo they were drawn from."""
        drawing = self._sheet.drawing
        return self._source.photo is not None and drawing is not None and drawing.line_count > 0

    @property
    def as_drawn(self) -> bool:
        """True while the curves are those of the latest run's result, whatever their colours and the paper."""
        return same_curves(self._sheet.drawing, self._result)

    @property
    def pause_verb(self) -> str:
        """What *Pause* does now: “Pause”, “Resume”, or “Think again” after the preview was edited."""
        if self.edited:
            return tr("Think again")
        return tr("Resume") if self.state.phase is Phase.PAUSED else tr("Pause")

    def draw(self, choices: Choices) -> None:
        """Start a run that draws from scratch."""
        if not self.active:
            self._selection.marks.refuse_nothing()
            self._continued = None
            self._start(choices)

    def draw_more(self, choices: Choices) -> None:
        """Start a run that adds strokes to the drawing; frozen strokes stay as they are."""
        base = self._sheet.drawing
        if self.can_continue and base is not None and not self.active:
            self._continued = base.line_count
            self._start(choices, base)

    def pause(self) -> None:
        if self.state.phase is Phase.RUNNING:
            self._runner.pause()
            self.state.pause()
            self.changed.emit()

    def resume(self) -> None:
        if self.state.phase is Phase.PAUSED and self.edited:
            self._restart()
        elif self.state.phase is Phase.PAUSED:
            self._runner.resume()
            self.state.resume()
            self.changed.emit()

    def keep(self) -> None:
        """Stop the run and commit what it has drawn so far."""
        if self.edited:
            self._commit(self._sheet.preview)
            self._end()
        elif self.state.phase in (Phase.RUNNING, Phase.PAUSED):
            self.state.stop()
            self._set_edit_target()
            self.changed.emit()
            self._runner.stop_and_keep()

    async def keep_and_wait(self) -> None:
        """Stop the run and return when what it has drawn is committed."""
        self.keep()
        while self.active:
            changed: asyncio.Future[None] = asyncio.get_running_loop().create_future()
            connection = self.changed.connect(lambda done=changed: None if done.done() else done.set_result(None))
            await changed
            self.changed.disconnect(connection)

    def discard(self) -> None:
        """Stop the run and go back to the drawing before it; undo brings back what the run had drawn."""
        if not self.active:
            return
        self._runner.discard()
        sheet = self._sheet
        before, preview = sheet.drawing, sheet.preview
        if preview is not None:
            drawn = counted(preview.line_count)
            self._result = preview
            sheet.replace(preview, self._label(preview))  # not visible, because the preview is still shown
            sheet.preview = None
            sheet.replace(before, tr("discard {drawn}", drawn=drawn))
            self.notified.emit(
                Message(tr("Discarded {drawn}.", drawn=drawn), tr("Undo brings them back."), kind="notice")
            )
        self._end()

    def reset(self) -> None:
        """Stop the run and forget it, because another drawing is opened."""
        if self.active:
            self._runner.discard()
            self._end()
        self.state.forget()
        self._result = None

    def edit_preview(self, preview: Drawing, label: str = "", *, step: int = OF_ITS_OWN) -> None:
        """Replace the preview; the run stops, and resuming starts another from here. Undoable if `label` is given."""
        self.pause()
        self._runner.discard()
        self.edited = True
        if label:
            self.undo_stack.push(Replace(self._sheet.preview, preview, label, self._set_preview, step))
        else:
            self._set_preview(preview)

    def close(self) -> bool:
        """Stop the run and its thread; False when the thread did not end in time."""
        if self.active:
            self._end()
        return self._runner.close()

    def _start(self, choices: Choices, base: Drawing | None = None) -> None:
        """Start a run, from scratch or from the strokes of `base`."""
        if not self._source.available:
            return
        sheet, marks = self._sheet, self._selection.marks
        try:
            request = choices.request(
                self._source.photo,
                size=(sheet.drawing.width, sheet.drawing.height) if sheet.drawing else None,
                drawing=base,
                frozen=marks.marked(base).frozen,
                refused=marks.refused(base),
            )
        except ValueError as error:
            self.notified.emit(Message(tr("This cannot be drawn: {error}.", error=error)))
            return
        count = base.line_count if base else 0
        self.choices = choices
        self.edited = False
        self.undo_stack.clear()
        sheet.show_all()
        self.state.begin(
            count + request.strokes,
            counted=request.detail is None,
            gains=[stroke.gain for stroke in base.strokes] if base else [],
        )
        self._set_edit_target()
        self._id = self._runner.start(request)
        self.changed.emit()

    def _restart(self) -> None:
        """Start from the edited preview, to as many strokes as were asked for, or to the same detail."""
        base, choices = self._sheet.preview, self.choices
        if base is None:
            return
        left = max(0, self.state.limit - base.line_count)
        if choices.strokes is None:
            self._start(replace(choices, limit=left), base)
        else:
            self._start(replace(choices, strokes=left), base)

    @Slot(object)
    def _take(self, event: Event) -> None:
        if event.run != self._id:
            return
        self.state.take(event)
        match event:
            case Progress(drawing=drawing):
                drawing = self.on_sheets_paper(drawing)
                self._selection.follow(drawing, _DRIFT * max(drawing.width, drawing.height))
                self._sheet.set_preview(drawing)
            case Finished(drawing=drawing):
                self._commit(self.on_sheets_paper(drawing))
            case NotLearnt():
                self.notified.emit(self._not_learnt(event))
            case Failed(error=error, what_to_do=advice):
                kept = self._commit(self._sheet.preview)
                self.notified.emit(
                    Message(
                        tr("{error} The drawing so far was kept.", error=tr(error)) if kept else tr(error), tr(advice)
                    )
                )
            case Notice(message=text):
                self.notified.emit(Message(tr(text), kind="notice"))
            case Ended():
                stopping = self.state.phase is Phase.STOPPING and self.state.report is None
                if not self._commit(self._sheet.preview) and stopping:
                    self.notified.emit(Message(tr("Stopped before there was anything to keep."), kind="notice"))
                self._end()
        self.event_received.emit(event)

    def _not_learnt(self, event: NotLearnt) -> Message:
        """What can be drawn instead of words that were not learnt."""
        choices = self.choices

        def draw(words: str) -> None:
            self._source.set_words(words)
            self.draw(replace(choices, words=words))

        near = (Offer(name, partial(draw, name)) for name in event.near)
        anyway = Offer(tr("Draw anyway"), lambda: self.draw(replace(choices, force=True)))
        return Message(tr(event.error), offers=(*near, anyway))

    def _commit(self, drawing: Drawing | None) -> bool:
        """Make the run's drawing the drawing, undoably; False when there is none."""
        self._sheet.preview = None
        if drawing is None:
            return False
        self._result = drawing
        self._sheet.replace(drawing, self._label(drawing))
        return True

    def _label(self, drawing: Drawing) -> str:
        """The undo step's name."""
        if self._continued is None:
            return tr("draw {counted}", counted=counted(drawing.line_count))
        more = drawing.line_count - self._continued
        return tr("draw {counted}", counted=counted(more, more=True)) if more > 0 else tr("draw on")

    def _end(self) -> None:
        self.state.end()
        self.edited = False
        self.undo_stack.clear()
        self._set_edit_target()
        self._sheet.set_preview(None)
        self.changed.emit()

    def _set_edit_target(self) -> None:
        """A preview can be edited where a run can be started from it: words alone are drawn all at once."""
        continuable = self.choices.grows and self._source.photo is not None and self.state.phase is not Phase.STOPPING
        if not self.active:
            self._sheet.set_edit_target(EditTarget.DRAWING)
        else:
            self._sheet.set_edit_target(EditTarget.PREVIEW if continuable else EditTarget.NOTHING)

    def _set_preview(self, preview: Drawing | None) -> None:
        self.state.gains = [stroke.gain for stroke in preview.strokes] if preview else []
        self._sheet.set_preview(preview)
        self.changed.emit()

    def on_sheets_paper(self, drawing: Drawing) -> Drawing:
        """What the run drew, on the paper of the drawing that it replaces, or that of new ones; with its guides."""
        before = self._sheet.drawing
        if before is not None and (before.width, before.height) == (drawing.width, drawing.height):
            drawing = replace(drawing, guides=drawing.guides or before.guides)
        paper = self._sheet.new_paper if before is None else before.paper
        return drawing if paper is None else on_paper(drawing, paper)
