"""Pruning, merging and joining into one line: a proposal of fewer strokes, shown before it is applied."""

from __future__ import annotations

from typing import Literal

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal, Slot

from taureau.document import Drawing, Merge, joinable, merged, merges, spare, without
from taureau.engine import Event, Failed, SketchRequest, StrokeCostRequest, StrokeCosts, own_mask, own_mode
from taureau.flow import DEFAULT_FLOW, MAX_FLOW
from taureau.session.choices import Choices, counted
from taureau.session.core.session import Session
from taureau.session.drawing.marks import NOTHING_MARKED, Marked, selectable
from taureau.session.edit.line_joining import LineJoining
from taureau.session.language import tr
from taureau.session.messages import Message

Kind = Literal["prune", "merge", "one line"]
LOSS_RANGE = (0.2, 5.0)  # %, how much worse the drawing may become
DEFAULT_LOSS = 1.0  # %
_WIDEST = 1.5  # widths of the widest pen, the largest tolerance of a merge


class Tidying(QObject):
    """Holds at most one proposal, which is cancelled when the drawing changes."""

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self.kind: Kind | None = None
        self.amount = 0.0  # pruning and one line: %; merging: px
        self._drawing: Drawing | None = None  # of the proposal
        self._weighing = ""  # the id of the run that measures the costs
        self._costs: tuple[float, ...] | None = None
        self._merges: tuple[Merge, ...] = ()
        self.joining = LineJoining(session)
        self.joining.changed.connect(self.changed)
        self.joining.failed.connect(self._tell)
        session.sheet.changed.connect(self._cancel_if_outdated)
        session.run.changed.connect(self._cancel_if_outdated)
        session.selection.changed.connect(lambda: self.set_amount(self.amount))  # frozen strokes are left out
        session.runner.arrived.connect(self._take)

    @property
    def waiting(self) -> bool:
        """True while the costs of the strokes are measured, or the lines joined."""
        return self.weighing or (self.kind == "one line" and self.joining.waiting)

    @property
    def weighing(self) -> bool:
        """True while the costs of the strokes are measured, before which there is nothing to choose."""
        return self.kind == "prune" and self._costs is None

    @property
    def range(self) -> tuple[float, float]:
        """The range of the amount: percent for pruning and one line, px for merging."""
        if self.kind == "one line":
            return 0.0, MAX_FLOW
        if self.kind == "prune" or self._drawing is None:
            return LOSS_RANGE
        return 0.0, round(_WIDEST * max((stroke.width for stroke in self._drawing.lines), default=1.0), 1)

    @property
    def marked(self) -> Marked:
        """The strokes that would be removed, and those that would replace them."""
        if self.kind == "merge":
            going = frozenset(place for merge in self._merges for place in merge.places)
            return Marked(leaving=going, becoming=tuple(merge.stroke for merge in self._merges))
        if self.kind == "one line":
            return self._joined_marks()
        return Marked(leaving=self._leaving) if self.kind else NOTHING_MARKED

    @property
    def summary(self) -> str:
        """The proposal as a phrase."""
        if self._drawing is None:
            return ""
        if self.weighing:
            return tr("Weighing the strokes")
        if self.kind == "one line":
            return self._joined_summary(self._drawing)
        count = self._drawing.line_count
        going = sum(len(merge.places) for merge in self._merges) if self.kind == "merge" else len(self._leaving)
        if not going:
            return tr("No strokes continue each other") if self.kind == "merge" else tr("Every stroke is worth more")
        if self.kind == "merge":
            return tr("{counted} would become {len}", counted=counted(going), len=len(self._merges))
        return tr("{going} of {counted} would go", going=going, counted=counted(count))

    @property
    def result(self) -> Drawing | None:
        """The drawing with the proposal applied; None if nothing would change."""
        if self._drawing is None:
            return None
        if self.kind == "one line":
            return None if self.waiting else self.joining.result
        if self.kind == "merge":
            return merged(self._drawing, self._merges) if self._merges else None
        return without(self._drawing, self._leaving) if self._leaving else None

    def prune(self, choices: Choices) -> None:
        """Measure the costs of the strokes, and propose to remove those that matter least."""
        photo, drawing = self._session.source.photo, self._begin("prune", DEFAULT_LOSS)
        if drawing is None:
            return
        if photo is None:
            self.cancel()
            advice = tr("Open it first: File › Open photo beneath the drawing.")
            self._session.notified.emit(
                Message(tr("To weigh the strokes, the photo is needed."), advice, kind="notice")
            )
            return
        request = StrokeCostRequest(
            photo.pixels,
            drawing,
            mask=own_mask(drawing, self._painted(choices)),
            device=choices.device,
            alpha=photo.alpha,
            mode=own_mode(drawing),
        )
        self._weighing = self._session.runner.start(request)
        self.changed.emit()

    def merge(self) -> None:
        """Propose to join strokes that continue each other."""
        drawing = self._begin("merge", 0.0)
        if drawing is not None:
            self.set_amount(round(max((stroke.width for stroke in drawing.lines), default=0.0), 1))

    def join_lines(self, choices: Choices) -> None:
        """Propose to draw all lines without lifting the pen, along the contours of the photo where there is one."""
        drawing, photo = self._begin("one line", DEFAULT_FLOW), self._session.source.photo
        if drawing is None:
            return
        source = None
        if photo is not None:
            source = SketchRequest(
                photo.pixels,
                drawing.width,
                drawing.height,
                mask=own_mask(drawing, self._painted(choices)),
                alpha=photo.alpha,
                mode=own_mode(drawing),
            )
        self.joining.begin(drawing, source)

    def set_amount(self, amount: float) -> None:
        if self._drawing is None:
            return
        self.amount = amount
        if self.kind == "one line":
            self.joining.set_flow(amount)
        if self.kind == "merge":
            frozen = self._session.selection.marks.marked(self._drawing).frozen
            found = merges(self._drawing, tolerance=amount)
            self._merges = tuple(merge for merge in found if not frozen.intersection(merge.places))
        self.changed.emit()

    def apply(self) -> None:
        """Apply the proposal as one undoable step."""
        result, drawing = self.result, self._drawing
        if result is not None and drawing is not None:
            gone = drawing.stroke_count - result.stroke_count
            if self.kind == "one line":
                label = tr("join the lines")
            elif self.kind == "prune":
                label = tr("prune {counted}", counted=counted(gone))
            else:
                label = tr("merge into {counted}", counted=counted(result.stroke_count))
            self.cancel()
            self._session.sheet.replace(result, label)

    def cancel(self) -> None:
        if self.kind is not None:
            if self.weighing and not self._session.run.active:  # else a run has replaced it
                self._session.runner.discard()
            self._forget()
            self.changed.emit()

    def _begin(self, kind: Kind, amount: float) -> Drawing | None:
        session = self._session
        self.cancel()
        if session.sheet.drawing is None or session.run.active:
            return None
        session.sheet.show_all()
        session.selection.clear()
        self.kind, self.amount, self._drawing = kind, amount, session.sheet.drawing
        return session.sheet.drawing

    @property
    def _leaving(self) -> frozenset[int]:
        """The strokes whose removal costs at most the amount in total, without frozen and locked ones."""
        if self._costs is None or self._drawing is None:
            return frozenset()
        there = {id(stroke) for stroke in selectable(self._drawing)}
        frozen = self._session.selection.marks.marked(self._drawing).frozen
        held = {place for place, stroke in enumerate(self._drawing.strokes) if id(stroke) not in there}
        return frozenset(spare(self._costs, self.amount / 100, frozen | held))

    @Slot(object)
    def _take(self, event: Event) -> None:
        if not self.weighing or event.run != self._weighing:
            return
        if isinstance(event, StrokeCosts):
            self._costs = event.costs
            self.changed.emit()
        elif isinstance(event, Failed):
            self._tell(Message(event.error, event.what_to_do))

    @Slot(object)
    def _tell(self, message: Message) -> None:
        """Drop the proposal, and say why."""
        self._forget()
        self._session.notified.emit(message)
        self.changed.emit()

    def _joined_marks(self) -> Marked:
        """Return the strokes that become one line, and that line, once it is there."""
        drawing, lines = self._drawing, self.joining.joined
        if drawing is None or not lines:
            return NOTHING_MARKED
        going = {id(stroke) for stroke in joinable(drawing)}
        leaving = frozenset(place for place, stroke in enumerate(drawing.strokes) if id(stroke) in going)
        return Marked(leaving=leaving, becoming=lines)

    def _joined_summary(self, drawing: Drawing) -> str:
        if self.joining.waiting:
            return tr("Joining the lines")
        strokes, lines = counted(len(joinable(drawing))), len(self.joining.joined)
        if lines == 1:
            return tr("{strokes} would become one line", strokes=strokes)
        return tr("{strokes} would become {lines} lines", strokes=strokes, lines=lines)

    def _painted(self, choices: Choices) -> list[NDArray[np.bool_]]:
        """Return the masks that were painted, of which the drawing may have been made with one."""
        return [mask for mask in (choices.painted, self._session.run.choices.painted) if mask is not None]

    def _forget(self) -> None:
        self.joining.end()
        self.kind = self._drawing = self._costs = None
        self._merges = ()

    def _cancel_if_outdated(self) -> None:
        if self.kind is not None and (self._session.sheet.shown is not self._drawing or self._session.run.active):
            self.cancel()
