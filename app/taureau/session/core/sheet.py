"""The sheet: the drawing, how much of it is looked at, what is selected, and the way back."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from taureau.document import Drawing, prefix
from taureau.session.choices import counted
from taureau.session.drawing.hit_test import Reachable
from taureau.session.drawing.marks import Marked, Marks, at_hand
from taureau.session.drawing.replace import OF_ITS_OWN, Replace


class Sheet(QObject):
    """Observable state: change it through the verbs below, read it when a signal says that it changed."""

    drawing_changed = Signal()  # what `shown` answers
    marks_changed = Signal()  # what `marked` answers

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.drawing: Drawing | None = None  # committed
        self.preview: Drawing | None = None  # of a run
        self.level: int | None = None  # of the committed strokes only the first so many are looked at
        self.marks = Marks()
        self.undo_stack = QUndoStack(self)
        self._drawn: Drawing | None = None  # what the latest run came to
        self._first: tuple[Drawing, int, Drawing] | None = None  # of a drawing so many strokes, looked at
        self._reachable = Reachable(None)
        self._kept: Drawing | None = None  # what lies in the file

    @property
    def shown(self) -> Drawing | None:
        """The drawing to look at: the run's preview while there is one, else the committed drawing up to its level."""
        if self.preview is not None or self.drawing is None or self.level is None:
            return self.preview if self.preview is not None else self.drawing
        if self._first is None or self._first[0] is not self.drawing or self._first[1] != self.level:
            self._first = self.drawing, self.level, prefix(self.drawing, self.level)
        return self._first[2]

    @property
    def marked(self) -> Marked:
        """The places of the strokes selected and frozen in what is shown."""
        return self.marks.marked(self.shown)

    @property
    def as_drawn(self) -> bool:
        """True while the drawing is what the latest run came to."""
        return self.drawing is not None and self.drawing is self._drawn

    @property
    def dirty(self) -> bool:
        """True unless the drawing is what lies in the file, whatever way it came back to that."""
        return self.drawing is not self._kept and not self.undo_stack.isClean()

    def call_clean(self, drawing: Drawing | None) -> None:
        """Note that this is what lies in the file."""
        self._kept = drawing
        self.undo_stack.setClean()

    def replace(self, drawing: Drawing | None, label: str, *, step: int = OF_ITS_OWN) -> None:
        """Make this the drawing, as one undoable step of that name; those with the same `step` are one."""
        self.undo_stack.push(Replace(self.drawing, drawing, label, self._put, step))

    # The levels: any beginning of the sequence of strokes is a drawing.

    def show_first(self, strokes: int) -> None:
        """Look at the first so many strokes only; the drawing itself stays whole."""
        if self.drawing is None or self.preview is not None:
            return
        level = max(1, strokes) if strokes < self.drawing.stroke_count else None
        if level != self.level:
            self.level = level
            self._show_anew()

    def show_all(self) -> None:
        if self.level is not None:
            self.level = None
            self._show_anew()

    def keep_level(self) -> None:
        """Make what the level shows the drawing."""
        if self.level is not None and self.drawing is not None:
            self.replace(prefix(self.drawing, self.level), f"keep the first {counted(self.level)}")

    # What is selected.

    @property
    def editable(self) -> Drawing | None:
        """Where strokes can be selected, taken out and frozen now."""
        return self.shown

    def hold_still(self) -> None:
        """Called before something is selected, for whoever moves the strokes."""

    @property
    def reachable(self) -> Reachable:
        """The strokes that can be selected and changed now, found by where they lie."""
        if self._reachable.drawing is not self.editable:
            self._reachable = Reachable(self.editable)
        return self._reachable

    def select_at(self, x: float, y: float, reach: float, *, extend: bool = False) -> None:
        """Select the stroke within `reach` px of a point of the sheet; with `extend`, beside those selected."""
        place = self.reachable.at(x, y, reach)
        if place is not None and extend:
            self.hold_still()
            self.marks.toggle(self.reachable.strokes[place])
            self.marks_changed.emit()
        elif not extend:
            self.select_places(() if place is None else (place,))

    def select_places(self, places: Iterable[int], *, extend: bool = False) -> None:
        """Select the strokes at these places, as far as they can be; with `extend`, beside those selected."""
        strokes = self.reachable.strokes
        chosen = set(places) | (self.marked.selected if extend else set())
        if chosen:
            self.hold_still()
        self.marks.select(stroke for place, stroke in strokes.items() if place in chosen)
        self.marks_changed.emit()

    def select_inverse(self) -> None:
        """Select those that are not selected, and the others no more."""
        self.select_places(set(self.reachable.strokes) - self.marked.selected)

    def select_next(self, step: int = 1) -> None:
        """Select the stroke drawn after the selected one, or before it where `step` is −1."""
        strokes = at_hand(self.editable)
        if strokes:
            self.hold_still()
            chosen = {id(stroke) for stroke in self.marks.selected}
            places = [place for place, stroke in enumerate(strokes) if id(stroke) in chosen]
            place = (max(places) if step > 0 else min(places)) + step if places else min(0, step)
            self.marks.select([strokes[place % len(strokes)]])
            self.marks_changed.emit()

    def select_all(self) -> None:
        if self.editable:
            self.hold_still()
            self.marks.select(at_hand(self.editable))
            self.marks_changed.emit()

    def select_none(self) -> None:
        self.marks.select([])
        self.marks_changed.emit()

    def _put(self, drawing: Drawing | None) -> None:
        self.drawing = drawing
        self.level = None
        self._show_anew()

    def _show_anew(self) -> None:
        """Say that `shown` is another drawing; of the selection, what is still there stays."""
        self.marks.follow(self.shown)
        self.drawing_changed.emit()
        self.marks_changed.emit()

    def _lay(self, drawing: Drawing | None) -> None:
        """Put another drawing on the sheet, with nothing to go back to."""
        self.drawing, self.preview = drawing, None
        self._kept = drawing
        self.level = self._drawn = None
        self.marks = Marks()
        self.undo_stack.clear()
