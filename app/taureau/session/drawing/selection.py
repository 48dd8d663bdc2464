"""Which strokes are selected, and which are frozen."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from taureau.document import Drawing, Stroke
from taureau.session.drawing.marks import Marked, Marks, selectable
from taureau.session.drawing.sheet import Sheet


class Selection(QObject):
    """Follows the sheet: strokes that are gone, or on a hidden or locked layer, are deselected."""

    about_to_change = Signal()  # before strokes are selected, so that a run can be paused
    changed = Signal()  # the selected strokes, `marked`, or whether strokes can be edited

    def __init__(self, sheet: Sheet, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.marks = Marks()
        self._sheet = sheet
        self._notified = self._state()
        sheet.changed.connect(self._follow)

    @property
    def marked(self) -> Marked:
        """The indices of the strokes selected and frozen in the drawing shown."""
        return self.marks.marked(self._sheet.shown)

    @property
    def strokes(self) -> tuple[Stroke, ...]:
        """The selected strokes."""
        return self.marks.selected

    @property
    def all_frozen(self) -> bool:
        """True when every selected stroke is frozen."""
        return self.marks.all_frozen

    def select(self, indices: Iterable[int], *, extend: bool = False) -> None:
        """Select the strokes at these indices that can be selected; `extend`: in addition to those selected."""
        strokes = self._sheet.hit_test.strokes
        chosen = set(indices) | (self.marked.selected if extend else set())
        if chosen:
            self.about_to_change.emit()
        self.marks.select(stroke for index, stroke in strokes.items() if index in chosen)
        self.notify()

    def select_at(self, x: float, y: float, reach: float, *, extend: bool = False) -> None:
        """Select the stroke within `reach` px of a point of the sheet; `extend`: add or remove it."""
        index = self._sheet.hit_test.at(x, y, reach)
        if index is not None and extend:
            self.about_to_change.emit()
            self.marks.toggle(self._sheet.hit_test.strokes[index])
            self.notify()
        elif not extend:
            self.select(() if index is None else (index,))

    def select_next(self, step: int = 1) -> None:
        """Select the stroke drawn after the selected one, or before it where `step` is −1."""
        strokes = selectable(self._sheet.editable)
        if strokes:
            self.about_to_change.emit()
            chosen = {id(stroke) for stroke in self.marks.selected}
            indices = [index for index, stroke in enumerate(strokes) if id(stroke) in chosen]
            index = (max(indices) if step > 0 else min(indices)) + step if indices else min(0, step)
            self.marks.select([strokes[index % len(strokes)]])
            self.notify()

    def select_all(self) -> None:
        if self._sheet.editable:
            self.about_to_change.emit()
            self.marks.select(selectable(self._sheet.editable))
            self.notify()

    def invert(self) -> None:
        """Select the strokes that are not selected, and deselect the others."""
        self.select(set(self._sheet.hit_test.strokes) - self.marked.selected)

    def clear(self) -> None:
        self.marks.select([])
        self.notify()

    def reset(self) -> None:
        """Forget all marks, because another drawing was opened."""
        self.marks = Marks()

    def follow(self, drawing: Drawing | None, reach: float = 0.0) -> None:
        """Deselect strokes that are gone; `reach`: px by which a run may have moved a stroke."""
        self.marks.follow(drawing, reach)

    def notify(self) -> None:
        """Emit `changed`, after `marks` were edited."""
        self._notified = self._state()
        self.changed.emit()

    def _follow(self) -> None:
        self.follow(self._sheet.shown)
        if self._state() != self._notified:
            self.notify()

    def _state(self) -> tuple[Marked, tuple[Stroke, ...], bool]:
        return self.marked, self.marks.selected, self._sheet.editable is not None
