"""Which strokes the user has selected, and which may not move."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from taureau.document import Drawing, Stroke

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
        self._kin: dict[int, tuple[Stroke, list[Stroke]]] = {}  # by identity: what each stroke was, and became

    def marked(self, drawing: Drawing | None) -> Marked:
        if drawing is None:
            return NOTHING_MARKED
        chosen = {id(stroke) for stroke in self.selected}
        return Marked(
            frozenset(place for place, stroke in enumerate(drawing.strokes) if id(stroke) in chosen),
            frozenset(place for place, stroke in enumerate(drawing.strokes) if lies_among(stroke, self._frozen)),
        )

    def select(self, strokes: Iterable[Stroke]) -> None:
        self.selected = tuple(strokes)

    def toggle(self, stroke: Stroke) -> None:
        """Add a stroke to the selection, or take it out."""
        rest = tuple(other for other in self.selected if other is not stroke)
        self.selected = rest if len(rest) < len(self.selected) else (*rest, stroke)

    def follow(self, drawing: Drawing | None, reach: float = 0.0) -> None:
        """Keep selected what is still at hand: itself, what it became or had been, or, within `reach` px, where a run
        has moved it to."""
        strokes = selectable(drawing)
        known = {id(stroke): stroke for stroke in strokes}
        found: dict[int, Stroke] = {}
        for one in self.selected:
            for stroke in [one] if id(one) in known else self._heirs(one, known) or _nearest(one, strokes, reach):
                found[id(stroke)] = stroke
        self.selected = tuple(found.values())

    def hand_over(self, pairs: Iterable[tuple[Stroke, Stroke]]) -> None:
        """Strokes become others; their marks pass on, and back again when the others become them."""
        for was, now in pairs:
            if was is not now:
                self._kin.setdefault(id(was), (was, []))[1].append(now)
                self._kin.setdefault(id(now), (now, []))[1].append(was)
                if lies_among(was, self._frozen):
                    self._frozen = (*self._frozen, now)

    def _heirs(self, stroke: Stroke, known: Mapping[int, Stroke]) -> list[Stroke]:
        """The nearest kin of a stroke that is there; several where it was parted."""
        generation, seen = [stroke], {id(stroke)}
        while generation:
            kin = [one for member in generation for one in self._kin.get(id(member), (member, []))[1]]
            generation = list({id(one): one for one in kin if id(one) not in seen}.values())
            seen.update(map(id, generation))
            there = [one for one in generation if id(one) in known]
            if there:
                return there
        return []

    @property
    def all_frozen(self) -> bool:
        """True when every selected stroke is frozen."""
        return bool(self.selected) and all(lies_among(stroke, self._frozen) for stroke in self.selected)

    def freeze(self, frozen: bool) -> None:
        """Freeze the selected strokes, or let them go."""
        rest = tuple(stroke for stroke in self._frozen if not lies_among(stroke, self.selected))
        self._frozen = (*rest, *self.selected) if frozen else rest

    def refuse(self, strokes: Iterable[Stroke]) -> None:
        """Note strokes that the user took away."""
        self._refused = (*self._refused, *strokes)

    def refused(self, drawing: Drawing | None) -> tuple[Stroke, ...]:
        """What the user took away and has not brought back since."""
        there = tuple(drawing.strokes) if drawing else ()
        return tuple(stroke for stroke in self._refused if not lies_among(stroke, there))

    def refuse_nothing(self) -> None:
        self._refused = ()


def selectable(drawing: Drawing | None) -> list[Stroke]:
    """The strokes that can be selected, in drawing order: those on layers neither hidden nor locked."""
    layers = drawing.layers if drawing else ()
    return [stroke for layer in layers if layer.editable for stroke in layer.strokes]


def _gap(one: Stroke, other: Stroke) -> float:
    """The largest distance between control points, in px; infinite where their numbers differ."""
    a, b = one.curve.points, other.curve.points
    return float(np.abs(a - b).max()) if a.shape == b.shape else np.inf


def lies_among(stroke: Stroke, others: Iterable[Stroke]) -> bool:
    """Whether one of the others is this stroke, or lies where it does."""
    return any(other is stroke or _gap(stroke, other) <= _SAME for other in others)


def _nearest(stroke: Stroke, others: Sequence[Stroke], reach: float) -> list[Stroke]:
    """The one that lies closest, if that is within `reach` px."""
    nearest = min(others, key=lambda other: _gap(stroke, other), default=None)
    return [nearest] if nearest is not None and _gap(stroke, nearest) < reach else []
