"""Lines joined end to end, closed, and split at their nodes."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np

from taureau.document.drawing import Drawing, Stroke
from taureau.document.merging import Merge
from taureau.geometry import Curve
from taureau.geometry.nodes import is_closed, node_moved
from taureau.geometry.profile import chained

_OPENING = 0.5  # widths of the pen between the ends of a closed line that was split at one node
_SHARE = 0.1  # of its last segment, the most that it loses by that

End = tuple[int, bool]  # place of a stroke, and whether its end is meant rather than its start


def ends_joined(drawing: Drawing, places: Collection[int]) -> Merge | None:
    """Return how these lines become one: nearest ends first, in the style of the first; None for fewer than two.

    Ends that touch meet in their middle, a straight line is drawn from one to the other elsewhere. Closed lines have no
    ends and are left out.
    """
    strokes = [*drawing.strokes]
    lines = [place for place in sorted(places) if not is_closed(strokes[place].curve)]
    if len(lines) < 2:
        return None
    chain = _chain([strokes[place] for place in lines])
    if next(turned for number, turned in chain if number == 0):  # drawn on from the first one
        chain = [(number, not turned) for number, turned in reversed(chain)]
    parts = [strokes[lines[number]].reversed() if turned else strokes[lines[number]] for number, turned in chain]
    return Merge(tuple(lines[number] for number, _ in chain), _linked(parts, strokes[lines[0]]))


def two_ends_joined(drawing: Drawing, one: End, other: End) -> Merge:
    """Return how two lines become one where these ends of theirs meet, or one line is closed."""
    strokes = [*drawing.strokes]
    (first, at_end), (second, also_end) = sorted((one, other))
    if first == second:
        return Merge((first,), closed(strokes[first]))
    before = strokes[first] if at_end else strokes[first].reversed()
    after = strokes[second].reversed() if also_end else strokes[second]
    joined = _linked([before, after], strokes[first])
    return Merge((first, second), joined if at_end else joined.reversed())


def closed(stroke: Stroke) -> Stroke:
    """Return the line with its ends together: in their middle where they touch, else with a straight line between."""
    curve = stroke.curve
    if is_closed(curve) or (curve.points == curve.start).all():  # a dot has no ends
        return stroke
    if _touch(stroke.curve, stroke.curve, stroke.widest) and curve.segment_count > 1:
        meeting = (curve.start + curve.end) / 2
        ring = node_moved(node_moved(curve, 0, meeting), curve.segment_count, meeting)
        return replace(stroke, curve=ring)
    bridge = Curve.line(curve.end, curve.start)
    ring = Curve(np.concatenate([curve.points, bridge.points[1:]]))
    widths = [(stroke.profile, curve.length(), stroke.width), (None, bridge.length(), stroke.width)]
    return replace(stroke, curve=ring, profile=chained(widths, stroke.width))


def split(stroke: Stroke, nodes: Collection[int]) -> tuple[Stroke, ...]:
    """Return the parts of the line between these of its nodes; itself where they are its ends.

    A closed line that is split at one node becomes an open one, whose ends lie half a width apart.
    """
    count = stroke.curve.segment_count
    if not is_closed(stroke.curve):
        cuts = [0, *sorted(node for node in set(nodes) if 0 < node < count), count]
        return tuple(stroke.between(*span) for span in pairwise(cuts)) if len(cuts) > 2 else (stroke,)
    cuts = sorted({node % count for node in nodes})
    if not cuts:
        return (stroke,)
    if len(cuts) > 1:
        return tuple(stroke.between(*span) for span in pairwise([*cuts, cuts[0] + count]))
    last = Curve(stroke.curve.segments[cuts[0] - 1])
    away = min(_SHARE, _OPENING * stroke.width / max(last.length(), 1e-9))
    return (stroke.between(cuts[0], cuts[0] + count - away),)


def _chain(lines: Sequence[Stroke]) -> list[tuple[int, bool]]:
    """Return the order of the lines, by index, and which are drawn from their ends, joined at the nearest ends."""
    ends = np.array([point for line in lines for point in (line.curve.start, line.curve.end)])
    gaps = np.hypot(*(ends[:, None] - ends[None]).transpose(2, 0, 1))
    rows, columns = np.triu_indices(len(ends), 1)
    chains = [[(number, False)] for number in range(len(lines))]
    chain_of_end = {end: chains[end // 2] for end in range(len(ends))}
    for place in np.argsort(gaps[rows, columns], kind="stable").tolist():
        one, other = int(rows[place]), int(columns[place])
        first, second = chain_of_end.get(one), chain_of_end.get(other)
        if first is None or second is None or first is second:
            continue
        if not _is_last(first, one):
            first[:] = [(number, not turned) for number, turned in reversed(first)]
        if _is_last(second, other):
            second[:] = [(number, not turned) for number, turned in reversed(second)]
        first += second
        del chain_of_end[one], chain_of_end[other]
        for end, chain in chain_of_end.items():
            if chain is second:
                chain_of_end[end] = first
    return next(iter(chain_of_end.values()))


def _is_last(chain: Sequence[tuple[int, bool]], end: int) -> bool:
    """Return whether an end, numbered 2 · line + (0 or 1), is where the chain ends."""
    number, turned = chain[-1]
    return end == 2 * number + (0 if turned else 1)


def _linked(parts: Sequence[Stroke], style: Stroke) -> Stroke:
    """Return the lines one after the other as one in the style of another."""
    curves = [part.curve for part in parts]
    widths = [(part.profile, part.curve.length(), part.width) for part in parts]
    points, all_widths = curves[0].points, [widths[0]]
    for before, after, curve, width in zip(parts, parts[1:], curves[1:], widths[1:], strict=False):
        if _touch(before.curve, curve, (before.widest + after.widest) / 2):
            meeting = (points[-1] + curve.start) / 2
            so_far = Curve(points)
            points = node_moved(so_far, so_far.segment_count, meeting).points
            curve = node_moved(curve, 0, meeting)
        else:
            bridge = Curve.line(points[-1], curve.start)
            points = np.concatenate([points, bridge.points[1:]])
            all_widths.append((None, bridge.length(), before.width))
        points = np.concatenate([points, curve.points[1:]])
        all_widths.append(width)
    gains = [part.gain for part in parts]
    gain = None if None in gains else sum(gain for gain in gains if gain is not None)
    return replace(style, curve=Curve(points), profile=chained(all_widths, style.width), gain=gain)


def _touch(before: Curve, after: Curve, reach: float) -> bool:
    return bool(np.hypot(*(after.start - before.end)) <= reach)
