"""Joining two curves that continue each other."""

from __future__ import annotations

import numpy as np

from taureau.geometry.curve import Curve, Points
from taureau.geometry.fit import fit_cubic

_SAMPLES = 24  # of each segment, at which the joined curve is compared with the two


def joined(
    first: Curve, second: Curve, *, gap: float, turn: float, tolerance: float, as_one: bool = True
) -> Curve | None:
    """The curve that runs along `first` and goes on along `second`; None where they do not continue each other.

    They do when the second starts within `gap` of the first's end and the line turns there by no more than `turn`
    radians. It is one cubic where both are, unless `as_one` is False, and that stays within `tolerance` of them; else
    their chain: the ends meet halfway, the handles beside them are laid into one direction, and no point may move by
    more than `tolerance`.
    """
    leap = second.start - first.end
    if np.hypot(*leap) > gap:
        return None
    ahead, onward = _heading(first.points[::-1]) * -1, _heading(second.points)
    if ahead @ onward < np.cos(turn):
        return None
    if np.hypot(*leap) > tolerance and leap @ (ahead + onward) < np.hypot(*leap) * np.cos(turn):
        return None  # the pen would have to go back, or to step aside
    if as_one and first.segment_count == second.segment_count == 1:
        both = np.concatenate([first.sample(_SAMPLES), second.sample(_SAMPLES)])
        fit = fit_cubic(both)
        if fit.error <= tolerance:
            return Curve(fit.points)
    meeting = (first.end + second.start) / 2
    direction = (ahead + onward) / np.hypot(*(ahead + onward))
    before, after = first.points.copy(), second.points.copy()
    before[-2] = meeting - direction * np.hypot(*(before[-1] - before[-2]))
    after[1] = meeting + direction * np.hypot(*(after[1] - after[0]))
    before[-1] = after[0] = meeting
    chain = Curve(np.concatenate([before, after[1:]]))
    moved = np.concatenate([Curve(before).sample(_SAMPLES), Curve(after).sample(_SAMPLES)])
    still = np.concatenate([first.sample(_SAMPLES), second.sample(_SAMPLES)])
    return chain if np.hypot(*(moved - still).T).max() <= tolerance else None


def _heading(points: Points) -> Points:
    """The unit tangent at the start of a curve with these control points [K, 2]; arbitrary for a dot."""
    legs = points[1:] - points[0]
    lengths = np.hypot(*legs.T)
    leaves = lengths > 1e-9
    if not leaves.any():
        return np.array([1.0, 0.0])
    first = int(leaves.argmax())
    heading: Points = legs[first] / lengths[first]
    return heading
