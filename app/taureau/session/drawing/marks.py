"""Marks on strokes that survive edits and runs: selected, frozen, or deleted by the user."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from taureau.document import Drawing, Stroke

_SAME = 0.05  # px; a frozen stroke comes back from a run this close to where it was


@dataclass(frozen=True)
class Marked:
    """Indices of marked strokes in drawing order, for painting."""

    selected: frozenset[int] = frozenset()
    frozen: frozenset[int] = frozenset()
    leaving: frozenset[int] = frozenset()  # a proposal would remove them
    becoming: tuple[Stroke, ...] = ()  # what a proposal would replace them by


NOTHING_MARKED = Marked()


class Marks:
    """Refers to strokes by object and geometry rather than by index, so that marks stay while other strokes change."""

    def __init__(self) -> None:
        self.selected: tuple[Stroke, ...] = ()
        self._frozen: tuple[Stroke, ...] = ()
        self._refused: tuple[Stroke, ...] = ()
        self._kin: dict[int, tuple[Stroke, list[Stroke]]] = {}  # by identity: origins and successors of each

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
        """Add a stroke to the selection, or remove it."""
        rest = tuple(other for other in self.selected if other is not stroke)
        self.selected = rest if len(rest) < len(self.selected) else (*rest, stroke)

    def follow(self, drawing: Drawing | None, reach: float = 0.0) -> None:
        """Replace selected strokes that are gone by what they became or came from, or by what a run made of them
        within `reach` px."""
        strokes = selectable(drawing)
        known = {id(stroke): stroke for stroke in strokes}
        found: dict[int, Stroke] = {}
        for one in self.selected:
            for stroke in [one] if id(one) in known else self._related(one, known) or _nearest(one, strokes, reach):
                found[id(stroke)] = stroke
        self.selected = tuple(found.values())

    def hand_over(self, pairs: Iterable[tuple[Stroke, Stroke]]) -> None:
        """Record that strokes were replaced by others, to which their marks pass, and back on undo."""
        for was, now in pairs:
            if was is not now:
                self._kin.setdefault(id(was), (was, []))[1].append(now)
                self._kin.setdefault(id(now), (now, []))[1].append(was)
                if lies_among(was, self._frozen):
                    self._frozen = (*self._frozen, now)

    def _related(self, stroke: Stroke, known: Mapping[int, Stroke]) -> list[Stroke]:
        """Return the existing strokes fewest edits away from a stroke; several if it was split."""
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
        """Freeze or release the selected strokes."""
        rest = tuple(stroke for stroke in self._frozen if not lies_among(stroke, self.selected))
        self._frozen = (*rest, *self.selected) if frozen else rest

    def refuse(self, strokes: Iterable[Stroke]) -> None:
        """Note strokes that the user deleted."""
        self._refused = (*self._refused, *strokes)

    def refused(self, drawing: Drawing | None) -> tuple[Stroke, ...]:
        """Return the strokes that the user deleted and that are not in the drawing again."""
        there = tuple(drawing.strokes) if drawing else ()
        return tuple(stroke for stroke in self._refused if not lies_among(stroke, there))

    def refuse_nothing(self) -> None:
        self._refused = ()


def selectable(drawing: Drawing | None) -> list[Stroke]:
    """Return the strokes on layers neither hidden nor locked, in drawing order."""
    layers = drawing.layers if drawing else ()
    return [stroke for layer in layers if layer.editable for stroke in layer.strokes]


def _gap(one: Stroke, other: Stroke) -> float:
    """Return the largest distance between control points, px; infinite if their numbers differ."""
    a, b = one.curve.points, other.curve.points
    return float(np.abs(a - b).max()) if a.shape == b.shape else np.inf


def lies_among(stroke: Stroke, others: Iterable[Stroke]) -> bool:
    """Return whether one of the others is this stroke, or has the same control points within 0.05 px."""
    return any(other is stroke or _gap(stroke, other) <= _SAME for other in others)


def _nearest(stroke: Stroke, others: Sequence[Stroke], reach: float) -> list[Stroke]:
    """Return the nearest stroke, if it is within `reach` px."""
    nearest = min(others, key=lambda other: _gap(stroke, other), default=None)
    return [nearest] if nearest is not None and _gap(stroke, nearest) < reach else []
