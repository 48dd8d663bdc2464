"""Which strokes are selected, which are frozen, and the group that was entered."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from taureau.document import Drawing, Respect, Stroke, similar, with_groups
from taureau.session.drawing.marks import Marked, Marks, selectable
from taureau.session.drawing.sheet import Sheet


class Selection(QObject):
    """Follows the sheet: strokes that are gone, or on a hidden or locked layer, are deselected.

    Selecting a stroke by hand selects its outermost group, or, once a group is entered, what it is in there.
    """

    about_to_change = Signal()  # before strokes are selected, so that a run can be paused
    changed = Signal()  # the selected strokes, `marked`, or whether strokes can be edited

    def __init__(self, sheet: Sheet, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.marks = Marks()
        self.entered: tuple[str, ...] = ()  # names of the group that was entered and of those around it
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

    def whole(self, indices: Iterable[int]) -> frozenset[int]:
        """Return these strokes and all others in their groups, as one selects them by hand."""
        drawing = self._sheet.editable
        return with_groups(drawing, frozenset(indices), self.entered) if drawing is not None else frozenset()

    def select_at(self, x: float, y: float, reach: float, *, extend: bool = False, alone: bool = False) -> None:
        """Select what lies within `reach` px of a point of the sheet; `extend`: add or remove it.

        With `alone`, that is a stroke without the others of its group, which is entered.
        """
        index = self._sheet.hit_test.at(x, y, reach)
        if index is not None:
            self._reach(index, alone=alone)
            whole = {index} if alone else self.whole((index,))
            if extend and whole <= self.marked.selected:
                self.select(self.marked.selected - whole)
            else:
                self.select(whole, extend=extend)
        elif not extend:
            self.clear()

    def enter_at(self, x: float, y: float, reach: float) -> bool:
        """Enter the group at a point of the sheet by one level and select what lies there; False if there is none."""
        index = self._sheet.hit_test.at(x, y, reach)
        if index is None or len(self.whole((index,))) < 2:
            return False
        self._reach(index)
        self.entered = self._groups(index)[: len(self.entered) + 1]
        self.select(self.whole((index,)))
        return True

    def select_similar(self, respect: Respect) -> None:
        """Select all strokes that are like a selected one in this respect."""
        drawing = self._sheet.editable
        if drawing is not None:
            self.entered = ()
            self.select(similar(drawing, self.marked.selected, respect))

    def select_next(self, step: int = 1) -> None:
        """Select the stroke drawn after the selected one, or before it where `step` is −1."""
        strokes = selectable(self._sheet.editable)
        if strokes:
            chosen = {id(stroke) for stroke in self.marks.selected}
            indices = [index for index, stroke in enumerate(strokes) if id(stroke) in chosen]
            index = (max(indices) if step > 0 else min(indices)) + step if indices else min(0, step)
            wanted = strokes[index % len(strokes)]
            place = next(place for place, one in self._sheet.hit_test.strokes.items() if one is wanted)
            self._reach(place)
            self.select(self.whole((place,)))

    def select_all(self) -> None:
        if self._sheet.editable:
            self.about_to_change.emit()
            self.marks.select(selectable(self._sheet.editable))
            self.notify()

    def invert(self) -> None:
        """Select the strokes that are not selected, and deselect the others."""
        self.select(set(self._sheet.hit_test.strokes) - self.marked.selected)

    def clear(self) -> None:
        """Select nothing, and leave the group that was entered."""
        self.entered = ()
        self.marks.select([])
        self.notify()

    def reset(self) -> None:
        """Forget all marks, because another drawing was opened."""
        self.marks = Marks()
        self.entered = ()

    def follow(self, drawing: Drawing | None, reach: float = 0.0) -> None:
        """Deselect strokes that are gone; `reach`: px by which a run may have moved a stroke."""
        self.marks.follow(drawing, reach)

    def notify(self) -> None:
        """Emit `changed`, after `marks` were edited."""
        self._notified = self._state()
        self.changed.emit()

    def _groups(self, index: int) -> tuple[str, ...]:
        return self._sheet.hit_test.strokes[index].groups

    def _reach(self, index: int, *, alone: bool = False) -> None:
        """Leave the group that was entered if a stroke is outside it; `alone`: enter all groups of the stroke."""
        groups = self._groups(index)
        if alone:
            self.entered = groups
        elif groups[: len(self.entered)] != self.entered:
            self.entered = ()

    def _follow(self) -> None:
        self.follow(self._sheet.shown)
        if self._state() != self._notified:
            self.notify()

    def _state(self) -> tuple[Marked, tuple[Stroke, ...], bool]:
        return self.marked, self.marks.selected, self._sheet.editable is not None
