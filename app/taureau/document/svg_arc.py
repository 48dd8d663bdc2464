"""Elliptical arcs as cubics."""

from __future__ import annotations

import math

import numpy as np

from taureau.geometry import Affine, Point, Points


def arc_segments(start: Point, rx: float, ry: float, degrees: float, large: bool, sweep: bool, end: Point) -> Points:
    """The arc of SVG's `A` command as S ≤ 4 cubics, [S, 4, 2]; rx, ry > 0 and start ≠ end.

    SVG 1.1, appendix F.6: where the ellipse is turned and squeezed to the unit circle, the centre lies on the
    bisector of the chord. Radii too short to reach grow evenly. Raises ValueError or ArithmeticError when the
    numbers are so far apart that there is no answer.
    """
    to_circle = Affine.scale(1 / rx, 1 / ry) @ Affine.rotate(-degrees)
    ends = to_circle.points(np.array([start, end]))
    half_chord = float(np.hypot(*(ends[1] - ends[0]))) / 2
    growth = max(half_chord, 1.0)
    (x0, y0), (x1, y1) = (ends / growth).tolist()
    half_chord /= growth
    distance = math.sqrt(1 - half_chord**2) / (2 * half_chord)  # of the centre from the chord, in chords
    side = distance if large != sweep else -distance
    cx, cy = (x0 + x1) / 2 - side * (y1 - y0), (y0 + y1) / 2 + side * (x1 - x0)
    begin = math.atan2(y0 - cy, x0 - cx)
    turn = (math.atan2(y1 - cy, x1 - cx) - begin) % math.tau - (0 if sweep else math.tau)

    count = max(math.ceil(abs(turn) / (math.pi / 2) - 1e-9), 1)
    handle = 4 / 3 * math.tan(turn / count / 4)
    angles = begin + turn / count * np.arange(count + 1)
    on = np.stack([np.cos(angles), np.sin(angles)], axis=1)  # [count + 1, 2]
    along = np.stack([-on[:, 1], on[:, 0]], axis=1) * handle
    circle = np.stack([on[:-1], (on + along)[:-1], (on - along)[1:], on[1:]], axis=1) + np.array([cx, cy])
    segments = to_circle.inverse().points(circle * growth)
    segments[0, 0], segments[-1, -1] = start, end  # rather than where the trigonometry comes out
    return segments
