"""Editing a curve's nodes and handles: move, bend, smooth, insert and remove.

Node `k` is control point `3k`; its handles are the control points beside it. A curve that ends where it starts is
closed: its first and last point are one node, which `node_count` counts once. Whether a node is smooth or a corner
is read from its handles; nothing else knows it.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import ArrayLike

from taureau.geometry.curve import Curve, Points
from taureau.geometry.fit import fit_cubic

_SMOOTH = math.radians(1)  # by which the line may turn in a smooth node, so that rounding does not break it
_NOTHING = 1e-6  # px; a handle this short lies on its node and has no direction
_NEAR_NODE = 0.2  # of a segment's parameter, within which pulling does not come nearer to the node
_SAMPLES = 24  # of each segment, that a refit is to follow


def is_closed(curve: Curve) -> bool:
    """Whether the curve ends exactly where it starts, and is not a dot."""
    return bool((curve.start == curve.end).all() and (curve.points != curve.start).any())


def node_count(curve: Curve) -> int:
    return curve.segment_count + (0 if is_closed(curve) else 1)


def is_smooth(curve: Curve, node: int) -> bool:
    """Whether the line runs through this node without a turn; False at an open end, and beside a handle without
    length."""
    before, after = _handles(curve, node)
    if before is None or after is None:
        return False
    arriving, leaving = _legs(curve, node, before, after)
    lengths = math.hypot(*arriving), math.hypot(*leaving)
    if min(lengths) <= _NOTHING:
        return False
    return float(arriving @ leaving) >= math.cos(_SMOOTH) * lengths[0] * lengths[1]


def node_moved(curve: Curve, node: int, to: ArrayLike) -> Curve:
    """The curve with this node at the point `to` [2]; its handles go with it."""
    points = curve.points.copy()
    by = np.asarray(to, dtype=np.float64) - points[3 * node]
    for index in {3 * node, *_twins(curve, node), *(handle for handle in _handles(curve, node) if handle is not None)}:
        points[index] += by
    return Curve(points)


def handle_moved(curve: Curve, index: int, to: ArrayLike, *, smooth: bool | None = None) -> Curve:
    """The curve with the handle that is control point `index` at the point `to` [2].

    Where `smooth`, the node's other handle turns to lie opposite and keeps its length; None leaves the node what it is.
    Raises ValueError when the control point is a node.
    """
    if index % 3 == 0:
        raise ValueError(f"control point {index} is a node, not a handle")
    node = _node_of(curve, index)
    if smooth is None:
        smooth = is_smooth(curve, node)
    points = curve.points.copy()
    points[index] = to
    before, after = _handles(curve, node)
    other = before if index == after else after
    if smooth and other is not None:
        center = points[3 * node]
        leg = points[index] - center
        length = math.hypot(*leg)
        if length > _NOTHING:
            points[other] = center - leg / length * math.hypot(*(points[other] - center))
    return Curve(points)


def segment_pulled(curve: Curve, t: float, by: ArrayLike) -> Curve:
    """The curve whose point at parameter `t` has gone `by` [2] px; the nodes on either side stay, their handles give.

    Near a node, where a handle would have to go very far, the line follows less. Smooth nodes stay smooth.
    """
    segment = min(int(t), curve.segment_count - 1)
    u = min(max(t - segment, _NEAR_NODE), 1 - _NEAR_NODE)
    weights = 3 * u * (1 - u) ** 2, 3 * u * u * (1 - u)  # of the two handles in the point
    step = np.asarray(by, dtype=np.float64) / (weights[0] ** 2 + weights[1] ** 2)
    for index, weight in zip((3 * segment + 1, 3 * segment + 2), weights, strict=True):
        curve = handle_moved(curve, index, curve.points[index] + weight * step)
    return curve


def made_smooth(curve: Curve, node: int) -> Curve:
    """The curve that runs through this node without a turn: its handles are laid into the direction between them.

    They keep their lengths; one that lies on the node becomes a third of the way to the next node. An open end stays
    as it is.
    """
    before, after = _handles(curve, node)
    if before is None or after is None:
        return curve
    points = curve.points.copy()
    center = points[3 * node]
    arriving, leaving = _legs(curve, node, before, after)
    chords = center - points[before - 2], points[after + 2] - center
    headings = _unit(arriving, chords[0]), _unit(leaving, chords[1])
    direction = _unit(headings[0] + headings[1], chords[0] + chords[1])
    if not direction.any():  # the line comes back the way it went
        direction = headings[0]
    lengths = [
        math.hypot(*leg) if math.hypot(*leg) > _NOTHING else math.hypot(*chord) / 3
        for leg, chord in zip((arriving, leaving), chords, strict=True)
    ]
    points[before] = center - direction * lengths[0]
    points[after] = center + direction * lengths[1]
    return Curve(points)


def made_corner(curve: Curve, node: int) -> Curve:
    """The curve that turns in this node: its handles point to the next nodes, a third of the way there.

    Where that makes no turn they are drawn into the node, so that each can be pulled out by itself.
    """
    before, after = _handles(curve, node)
    if before is None or after is None:
        return curve
    points = curve.points.copy()
    center = points[3 * node]
    points[before] = center + (points[before - 2] - center) / 3
    points[after] = center + (points[after + 2] - center) / 3
    corner = Curve(points)
    if is_smooth(corner, node):
        points[before] = points[after] = center
        return Curve(points)
    return corner


def node_added(curve: Curve, t: float) -> Curve:
    """The same line with one more node, at parameter `t`; itself where a node is there already.

    Raises ValueError unless 0 ≤ t ≤ S.
    """
    if t in range(curve.segment_count + 1):
        return curve
    before, after = curve.split(t)
    return Curve(np.concatenate([before.points, after.points[1:]]))


def node_removed(curve: Curve, node: int) -> Curve:
    """The curve without this node: one segment fitted to the two beside it.

    Beyond them nothing moves, and smooth nodes beside it stay smooth. At an open end the last segment goes. A curve of
    one segment stays as it is.
    """
    count = curve.segment_count
    if count == 1:
        return curve
    if is_closed(curve) and node in (0, count):
        return node_removed(Curve(np.concatenate([curve.points[3:-1], curve.points[:4]])), count - 1)
    if node == 0:
        return Curve(curve.points[3:])
    if node == count:
        return Curve(curve.points[:-3])
    here = 3 * node
    both = Curve(curve.points[here - 3 : here + 4])
    segment = _merged(both, is_smooth(curve, node - 1), is_smooth(curve, node + 1))
    return Curve(np.concatenate([curve.points[: here - 3], segment, curve.points[here + 4 :]]))


def _merged(both: Curve, smooth_start: bool, smooth_end: bool) -> Points:
    """One cubic [4, 2] for two segments; at a smooth end it keeps the direction."""
    leaving = both.points[1] - both.start if smooth_start else None
    arriving = both.end - both.points[-2] if smooth_end else None
    # Steps of equal length, so that a short segment does not outweigh a long one.
    fine = both.sample(4 * _SAMPLES)
    along = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(fine, axis=0).T))])
    steps = np.linspace(0, along[-1], 2 * _SAMPLES + 1)
    t = np.interp(steps, along, np.linspace(0, 2, len(fine)))
    # Had one cubic been split at u, the handles at the split would be u and 1 - u of the leg between them.
    legs = np.hypot(*np.diff(both.points[2:5], axis=0).T)
    u = np.clip(legs[0] / legs.sum(), 0.05, 0.95) if legs.sum() > _NOTHING else 0.5
    fits = [
        fit_cubic(both.at(t), rounds=12, stiffness=1e-6, leaving=leaving, arriving=arriving, at=start)
        for start in (None, np.where(t < 1, u * t, u + (1 - u) * (t - 1)))
    ]
    return min(fits, key=lambda fit: fit.error).points


def _handles(curve: Curve, node: int) -> tuple[int | None, int | None]:
    """The handles before and after a node; None beyond an open end. Raises IndexError if it is no node."""
    last = len(curve.points) - 1
    here = 3 * node
    if not 0 <= here <= last:
        raise IndexError(f"the curve has no node {node}")
    if is_closed(curve) and here in (0, last):
        return last - 1, 1
    return (here - 1 if here > 0 else None), (here + 1 if here < last else None)


def _twins(curve: Curve, node: int) -> tuple[int, ...]:
    """All control points that are this node: two where a closed curve meets itself."""
    last = len(curve.points) - 1
    return (0, last) if is_closed(curve) and 3 * node in (0, last) else (3 * node,)


def _node_of(curve: Curve, handle: int) -> int:
    return (handle + 1) // 3 if handle % 3 == 2 else handle // 3


def _legs(curve: Curve, node: int, before: int, after: int) -> tuple[Points, Points]:
    """The vectors along its handles: into the node, and out of it."""
    center = curve.points[3 * node]
    return center - curve.points[before], curve.points[after] - center


def _unit(leg: Points, otherwise: Points) -> Points:
    """The direction of a leg, or of another where it has none; zero where neither has one."""
    for vector in (leg, otherwise):
        length = math.hypot(*vector)
        if length > _NOTHING:
            unit: Points = vector / length
            return unit
    return np.zeros(2)
