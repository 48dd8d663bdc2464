"""Joining strokes that continue each other."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from taureau.document.drawing import Drawing, Layer, Stroke
from taureau.geometry import Curve
from taureau.geometry.joining import joined

TURN = math.radians(40)  # by which a line may turn where two strokes meet
GAP = 2.5  # widths of the pen from the end of one to the start of the next
_SAMPLING = 0.01  # px that a polyline may lie beside its curve
TOLERANCE = 1.0  # widths of the pen by which a line may be moved


@dataclass(frozen=True)
class Merge:
    """Strokes that are joined: their indices in drawing order, from 0, in the order along the line.

    The joined stroke has the id of the first in drawing order.
    """

    places: tuple[int, ...]
    stroke: Stroke  # what they become


def merges(drawing: Drawing, *, tolerance: float | None = None, gap: float | None = None) -> tuple[Merge, ...]:
    """Return the possible merges in drawing order; lengths in px, by default TOLERANCE and GAP stroke widths.

    Strokes are joined within one editable layer if they have the same width, colour and opacity, nearest ends first,
    into chains of any length.
    """
    found: list[Merge] = []
    place = 0
    for layer in drawing.layers:
        if layer.editable:
            found += _merges_of(layer, place, tolerance, gap)
        place += len(layer.strokes)
    return tuple(sorted(found, key=lambda merge: min(merge.places)))


def merged(drawing: Drawing, chosen: Sequence[Merge]) -> Drawing:
    """Return the drawing with these merges applied; each new stroke takes the position of the first of its strokes."""
    becomes = {min(merge.places): merge.stroke for merge in chosen}
    gone = {place for merge in chosen for place in merge.places} - becomes.keys()
    layers = []
    place = 0
    for layer in drawing.layers:
        numbered = list(enumerate(layer.strokes, place))
        place += len(numbered)
        strokes = tuple(becomes.get(number, stroke) for number, stroke in numbered if number not in gone)
        layers.append(replace(layer, strokes=strokes))
    return replace(drawing, layers=tuple(layers))


def _merges_of(layer: Layer, first: int, tolerance: float | None, gap: float | None) -> list[Merge]:
    chains = [Merge((place,), stroke) for place, stroke in enumerate(layer.strokes, first)]
    originals = {chain.places[0]: chain.stroke.curve for chain in chains}
    while True:
        best = min(_joints(chains, originals, tolerance, gap), key=lambda joint: joint[0], default=None)
        if best is None:
            return [chain for chain in chains if len(chain.places) > 1]
        _, one, other, merge = best
        chains = [chain for number, chain in enumerate(chains) if number not in (one, other)] + [merge]


def _joints(
    chains: Sequence[Merge], originals: Mapping[int, Curve], tolerance: float | None, gap: float | None
) -> Iterator[tuple[float, int, int, Merge]]:
    """Yield each way to join two chains: the gap between them, their indices, and the merge."""
    starts = np.array([chain.stroke.curve.start for chain in chains]).reshape(-1, 2)
    ends = np.array([chain.stroke.curve.end for chain in chains]).reshape(-1, 2)
    for one, chain in enumerate(chains):
        pen = chain.stroke
        reach = GAP * pen.width if gap is None else gap
        slack = TOLERANCE * pen.width if tolerance is None else tolerance
        # One runs on into the other, in either direction of either; a closed line does not run on into itself.
        for leaves, one_turned in ((ends[one], False), (starts[one], True)):
            for enters, other_turned in ((starts, False), (ends, True)):
                distances = np.hypot(*(enters - leaves).T)
                for other in np.flatnonzero(distances <= reach).tolist():
                    second = chains[other].stroke
                    if other <= one or not _same_pen(pen, second):
                        continue
                    head, tail = _turned(pen.curve, one_turned), _turned(second.curve, other_turned)
                    curve = joined(head, tail, gap=reach, turn=TURN, tolerance=slack)
                    if curve is None:
                        continue
                    places = chain.places[::-1] if one_turned else chain.places
                    more = chains[other].places[::-1] if other_turned else chains[other].places
                    if _strays(curve, [originals[place] for place in (*places, *more)]) > slack + _SAMPLING:
                        continue  # a chain of many may not creep away from its first strokes
                    gains = (pen.gain, second.gain)
                    gain = None if None in gains else sum(gain for gain in gains if gain is not None)
                    first = min(chain, chains[other], key=lambda one: min(one.places)).stroke
                    stroke = replace(pen, curve=curve, gain=gain, id=first.id)
                    yield float(distances[other]), one, other, Merge((*places, *more), stroke)


def _strays(curve: Curve, originals: Sequence[Curve]) -> float:
    """Return the largest distance from the original curves to the joined one, px."""
    line = curve.sample(96)
    points = np.concatenate([original.sample(16) for original in originals])
    # To the nearest point of the polyline: feet on its legs, not its corners alone.
    legs = np.diff(line, axis=0)
    along = ((points[:, None] - line[None, :-1]) * legs).sum(-1) / np.maximum((legs**2).sum(-1), 1e-12)
    feet = line[None, :-1] + along.clip(0, 1)[..., None] * legs
    return float(np.hypot(*(points[:, None] - feet).transpose(2, 0, 1)).min(1).max())


def _same_pen(one: Stroke, other: Stroke) -> bool:
    alike = math.isclose(one.width, other.width, rel_tol=0.01)
    return alike and one.color == other.color and one.opacity == other.opacity


def _turned(curve: Curve, turned: bool) -> Curve:
    return curve.reversed() if turned else curve
