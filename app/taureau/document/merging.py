"""Joining strokes that continue each other."""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from taureau.document.drawing import Drawing, Layer, Stroke
from taureau.geometry import Curve, Points, Profile
from taureau.geometry.joining import joined
from taureau.geometry.nearest import facing_pairs
from taureau.geometry.profile import chained

TURN = math.radians(40)  # by which a line may turn where two strokes meet
GAP = 2.5  # widths of the pen from the end of one to the start of the next
TOLERANCE = 1.0  # widths of the pen by which a line may be moved
_SAMPLING = 0.01  # px that a polyline may lie beside its curve
_MOST_SAMPLES = 64  # points of the original strokes that a segment is compared with
_SAME_WIDTH = 1.01  # ratio

Share = Callable[[float], None]  # told how much is done, 0 … 1


@dataclass(frozen=True)
class Merge:
    """Strokes that are joined: their indices in drawing order, from 0, in the order along the line.

    The joined stroke has the id of the first in drawing order.
    """

    places: tuple[int, ...]
    stroke: Stroke  # what they become


def merges(
    drawing: Drawing, *, tolerance: float | None = None, gap: float | None = None, progress: Share = lambda share: None
) -> tuple[Merge, ...]:
    """Return the possible merges in drawing order; lengths in px, by default TOLERANCE and GAP stroke widths.

    Strokes are joined within one editable layer and group if they have the same width, colour, opacity and pen, nearest
    ends first and straightest among these, into chains of any length. Takes O(N log N) for N strokes.
    """
    found: list[Merge] = []
    place = 0
    for layer in drawing.layers:
        if layer.editable:
            found += _merges_of(layer, place, tolerance, gap, progress)
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


@dataclass
class _Piece:
    """One segment of a chain, and points of the strokes that it stands for: a chain may not creep away from them."""

    points: Points  # [4, 2]
    originals: Points  # [K, 2]

    def turned(self) -> _Piece:
        return _Piece(self.points[::-1], self.originals)


class _Chain:
    """Strokes that were joined so far, from the `left` to the `right` end; ends are numbered 2 · stroke + (0 or 1)."""

    def __init__(self, number: int, stroke: Stroke) -> None:
        self.pieces = deque(_Piece(segment, Curve(segment).sample(16)) for segment in _segments(stroke.curve))
        self.numbers = deque([number])
        self.widths = deque([(stroke.profile, stroke.curve.length(), stroke.width)])  # for `chained`
        self.first = number
        self.gain = stroke.gain
        self.left, self.right = 2 * number, 2 * number + 1

    def turn(self) -> None:
        """Let it run the other way."""
        self.pieces = deque(piece.turned() for piece in reversed(self.pieces))
        self.numbers.reverse()
        self.widths = deque((own and own.reversed(), length, width) for own, length, width in reversed(self.widths))
        self.left, self.right = self.right, self.left

    def continued(self, other: _Chain, meeting: Sequence[_Piece]) -> _Chain:
        """Return this chain and the other one after it, with these pieces where they meet; both are used up."""
        gains = (self.gain, other.gain)
        self.pieces.pop()
        other.pieces.popleft()
        longer = self if len(self.pieces) >= len(other.pieces) else other
        if longer is self:
            self.pieces.extend((*meeting, *other.pieces))
            self.numbers.extend(other.numbers)
            self.widths.extend(other.widths)
            self.right = other.right
        else:
            other.pieces.extendleft((*reversed(meeting), *reversed(self.pieces)))
            other.numbers.extendleft(reversed(self.numbers))
            other.widths.extendleft(reversed(self.widths))
            other.left = self.left
        longer.first = min(self.first, other.first)
        longer.gain = None if None in gains else sum(gain for gain in gains if gain is not None)
        return longer

    def profile(self) -> Profile | None:
        """Return the widths along the chain as factors of its first stroke's; None where none has a profile."""
        if not any(own for own, _, _ in self.widths):
            return None
        return chained(self.widths, self.widths[self.numbers.index(self.first)][2])

    def curve(self) -> Curve:
        return Curve.from_segments([piece.points for piece in self.pieces])


def _merges_of(
    layer: Layer, place: int, tolerance: float | None, gap: float | None, progress: Share
) -> Iterator[Merge]:
    strokes = layer.strokes
    chains = {number: _Chain(number, stroke) for number, stroke in enumerate(strokes)}  # by both their end strokes
    chain_of_end = {end: chain for chain in chains.values() for end in (chain.left, chain.right)}
    candidates = _candidates(strokes, gap)
    for done, (one, other) in enumerate(candidates):
        if done % 64 == 0:
            progress(done / len(candidates))
        first, second = chain_of_end.get(one), chain_of_end.get(other)
        if first is None or second is None or first is second:  # joined there, or a closed line
            continue
        pen = strokes[min(one, other) // 2]
        reach = GAP * pen.width if gap is None else gap
        slack = TOLERANCE * pen.width if tolerance is None else tolerance
        first, second = _in_line(first, second, one, other)
        meeting = _meeting(first, second, reach, slack)
        if meeting is None:
            continue
        chain = first.continued(second, meeting)
        del chain_of_end[one], chain_of_end[other]
        chain_of_end[chain.left] = chain_of_end[chain.right] = chain
    progress(1.0)
    for chain in {id(chain): chain for chain in chain_of_end.values()}.values():
        if len(chain.numbers) > 1:
            if chain.numbers[0] > chain.numbers[-1]:  # named, and drawn, from the stroke that came first
                chain.turn()
            stroke = replace(strokes[chain.first], curve=chain.curve(), gain=chain.gain, profile=chain.profile())
            yield Merge(tuple(place + number for number in chain.numbers), stroke)


def _candidates(strokes: Sequence[Stroke], gap: float | None) -> list[tuple[int, int]]:
    """Return pairs of ends that could be joined, the nearest first, and among these the straightest."""
    pens: dict[tuple[str, float, str | None, tuple[str, ...]], list[int]] = {}
    for number, stroke in enumerate(strokes):
        pens.setdefault((stroke.color, stroke.opacity, stroke.pen, stroke.groups), []).append(number)
    found = [
        _candidates_of(strokes, np.array(numbers), gap)
        for alike in pens.values()
        for numbers in _by_width(strokes, alike)
        if len(numbers) > 1
    ]
    if not found:
        return []
    pairs, distances, cosines = (np.concatenate(parts) for parts in zip(*found, strict=True))
    order = np.lexsort((pairs[:, 1], pairs[:, 0], -cosines.round(6), distances.round(6)))
    return [(one, other) for one, other in pairs[order].tolist()]


def _candidates_of(
    strokes: Sequence[Stroke], numbers: NDArray[np.intp], gap: float | None
) -> tuple[NDArray[np.intp], NDArray[np.float64], NDArray[np.float64]]:
    """Return pairs of ends [P, 2], their distances and the cosines of their turns [P]; strokes of about one width."""
    widths = np.array([strokes[number].width for number in numbers])
    legs = np.array([_leaving(curve) for number in numbers for curve in _both_ways(strokes[number].curve)])
    points = np.array([curve.start for number in numbers for curve in _both_ways(strokes[number].curve)])
    ends = np.stack([2 * numbers, 2 * numbers + 1], 1).ravel()
    reach = np.repeat(GAP * widths if gap is None else np.full(len(widths), gap), 2)
    keys, distances, cosines = [], [], []
    # A line arrives at its end against the direction in which it leaves from there.
    for one, other in facing_pairs(points, np.arctan2(legs[:, 1], legs[:, 0]), float(reach.max())):
        distance = np.hypot(*(points[other] - points[one]).T)
        cosine = -(legs[one] * legs[other]).sum(1)
        alike = np.maximum(widths[one // 2], widths[other // 2]) <= _SAME_WIDTH * widths[one // 2]
        kept = (one // 2 < other // 2) & (distance <= reach[one]) & (cosine >= math.cos(TURN)) & alike
        keys.append(np.stack([ends[one[kept]], ends[other[kept]]], 1))
        distances.append(distance[kept])
        cosines.append(cosine[kept])
    pairs, index = np.unique(np.concatenate(keys), axis=0, return_index=True)
    return pairs, np.concatenate(distances)[index], np.concatenate(cosines)[index]


def _by_width(strokes: Sequence[Stroke], numbers: list[int]) -> Iterator[list[int]]:
    """Yield groups of strokes whose widths differ little from one to the next."""
    group: list[int] = []
    for number in sorted(numbers, key=lambda number: strokes[number].width):
        if group and strokes[number].width > _SAME_WIDTH * strokes[group[-1]].width:
            yield sorted(group)
            group = []
        group.append(number)
    yield sorted(group)


def _in_line(first: _Chain, second: _Chain, one: int, other: int) -> tuple[_Chain, _Chain]:
    """Return the two chains in the order in which these ends of theirs meet, the shorter one turned where need be."""
    if (one == first.right) == (other == second.right):
        (first if len(first.pieces) < len(second.pieces) else second).turn()
    return (first, second) if one == first.right else (second, first)


def _meeting(first: _Chain, second: _Chain, reach: float, slack: float) -> list[_Piece] | None:
    """Return the pieces where two chains meet, in place of the last and the first one; None if they do not join."""
    head, tail = first.pieces[-1], second.pieces[0]
    as_one = len(first.pieces) == len(second.pieces) == 1
    curve = joined(Curve(head.points), Curve(tail.points), gap=reach, turn=TURN, tolerance=slack, as_one=as_one)
    if curve is None or _strays(curve, (head.originals, tail.originals)) > slack + _SAMPLING:
        return None
    if curve.segment_count == 1:
        return [_Piece(curve.points, _thinned(np.concatenate([head.originals, tail.originals])))]
    before, after = curve.segments
    return [_Piece(before, head.originals), _Piece(after, tail.originals)]


def _strays(curve: Curve, originals: Sequence[Points]) -> float:
    """Return the largest distance from points of the original curves to the joined one, px."""
    line = curve.sample(96)
    points = np.concatenate(originals)
    # To the nearest point of the polyline: feet on its legs, not its corners alone.
    legs = np.diff(line, axis=0)
    along = ((points[:, None] - line[None, :-1]) * legs).sum(-1) / np.maximum((legs**2).sum(-1), 1e-12)
    feet = line[None, :-1] + along.clip(0, 1)[..., None] * legs
    return float(np.hypot(*(points[:, None] - feet).transpose(2, 0, 1)).min(1).max())


def _thinned(points: Points) -> Points:
    count = len(points)
    return points if count <= _MOST_SAMPLES else points[np.linspace(0, count - 1, _MOST_SAMPLES).round().astype(int)]


def _segments(curve: Curve) -> Points:
    """Return the segments that have a length, [S, 4, 2]; one of them where none has."""
    segments = curve.segments
    lengths = np.abs(np.diff(segments, axis=1)).sum((1, 2))
    return segments[lengths > 0] if lengths.any() else segments[:1]


def _both_ways(curve: Curve) -> tuple[Curve, Curve]:
    return curve, curve.reversed()


def _leaving(curve: Curve) -> Points:
    """Return the unit direction in which a curve leaves its start; arbitrary for a dot."""
    legs = curve.points[1:] - curve.start
    lengths = np.hypot(*legs.T)
    first = int((lengths > 1e-9).argmax())
    direction: Points = legs[first] / lengths[first] if lengths[first] > 1e-9 else np.array([1.0, 0.0])
    return direction
