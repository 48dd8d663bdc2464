"""Which strokes the user has selected, and which may not move."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from app.document import Drawing, Stroke

_SAME = 0.05  # px; a stroke that was held still comes back from a run this close to where it was


@dataclass(frozen=True)
class Marked:
    """Strokes by their place in drawing order, for whoever paints them."""

    selected: frozenset[int] = frozenset()
    frozen: frozenset[int] = frozenset()
    leaving: frozenset[int] = frozenset()  # they would go
    becoming: tuple[Stroke, ...] = ()  # what those that would go become


NOTHING_MARKED = Marked()


class Marks:
    """Knows strokes by what they are, not by their place, so that marks stay right while others come and go."""

    def __init__(self) -> None:
        self.selected: tuple[Stroke, ...] = ()
        self._frozen: tuple[Stroke, ...] = ()
        self._refused: tuple[Stroke, ...] = ()

    def marked(self, drawing: Drawing | None) -> Marked:
        if drawing is None:
            return NOTHING_MARKED
        chosen = {id(stroke) for stroke in self.selected}
        return Marked(
            frozenset(place for place, stroke in enumerate(drawing.strokes) if id(stroke) in chosen),
            frozenset(place for place, stroke in enumerate(drawing.strokes) if _is_among(stroke, self._frozen)),
        )

    def select(self, strokes: Iterable[Stroke]) -> None:
        self.selected = tuple(strokes)

    def toggle(self, stroke: Stroke) -> None:
        """Add a stroke to the selection, or take it out."""
        rest = tuple(other for other in self.selected if other is not stroke)
        self.selected = rest if len(rest) < len(self.selected) else (*rest, stroke)

    def follow(self, drawing: Drawing | None, reach: float = 0.0) -> None:
        """Keep selected what is still there; within `reach` px, where a selected stroke has moved to."""
        strokes = list(drawing.strokes) if drawing else []
        known = {id(stroke) for stroke in strokes}
        found = [one if id(one) in known else _nearest(one, strokes, reach) for one in self.selected]
        self.selected = tuple(stroke for stroke in found if stroke is not None)

    @property
    def all_frozen(self) -> bool:
        """True when every selected stroke is frozen."""
        return bool(self.selected) and all(_is_among(stroke, self._frozen) for stroke in self.selected)

    def freeze(self, frozen: bool) -> None:
        """Freeze the selected strokes, or let them go."""
        rest = tuple(stroke for stroke in self._frozen if not _is_among(stroke, self.selected))
        self._frozen = (*rest, *self.selected) if frozen else rest

    def refuse(self, strokes: Iterable[Stroke]) -> None:
        """Note strokes that the user took away."""
        self._refused = (*self._refused, *strokes)

    def refused(self, drawing: Drawing | None) -> tuple[Stroke, ...]:
        """What the user took away and has not brought back since."""
        there = tuple(drawing.strokes) if drawing else ()
        return tuple(stroke for stroke in self._refused if not _is_among(stroke, there))

    def refuse_nothing(self) -> None:
        self._refused = ()


def at_hand(drawing: Drawing | None) -> list[Stroke]:
    """The strokes that can be selected, in drawing order: those on layers neither hidden nor locked."""
    layers = drawing.layers if drawing else ()
    return [stroke for layer in layers if layer.editable for stroke in layer.strokes]


def _gap(one: Stroke, other: Stroke) -> float:
    """The largest distance between control points, in px; infinite where their numbers differ."""
    a, b = one.curve.points, other.curve.points
    return float(np.abs(a - b).max()) if a.shape == b.shape else np.inf


def _is_among(stroke: Stroke, others: Sequence[Stroke]) -> bool:
    return any(other is stroke or _gap(stroke, other) <= _SAME for other in others)


def _nearest(stroke: Stroke, others: Sequence[Stroke], reach: float) -> Stroke | None:
    nearest = min(others, key=lambda other: _gap(stroke, other), default=None)
    return nearest if nearest is not None and _gap(stroke, nearest) < reach else None
