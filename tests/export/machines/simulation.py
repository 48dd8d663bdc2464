"""A machine simulated in small steps of time: a point that is driven along the path and looks at what lies ahead."""

from __future__ import annotations

import math
from collections.abc import Sequence

from taureau.export.machines import Machine, PenPath

_STEP = 0.0005  # s


def simulated_seconds(paths: Sequence[PenPath], machine: Machine) -> list[float]:
    """The time of each pen."""
    times, at = [], (0.0, 0.0)
    for path in paths:
        time = 0.0
        for line in path.lines:
            points = [(float(x), float(y)) for x, y in line.points]
            time += _driven([at, points[0]], machine.travel_speed, machine.travel_acceleration, machine)
            time += machine.drop_seconds
            time += _driven(points, machine.draw_speed, machine.draw_acceleration, machine)
            time += machine.lift_seconds
            at = points[-1]
        times.append(time)
    return times


def _driven(points: list[tuple[float, float]], fastest: float, acceleration: float, machine: Machine) -> float:
    """The time from rest to rest along a polyline."""
    stops = [0.0]  # where corners are, mm along the path
    kept = [points[0]]
    for point in points[1:]:
        if point != kept[-1]:
            stops.append(stops[-1] + math.dist(point, kept[-1]))
            kept.append(point)
    corners = [_corner(*kept[n - 1 : n + 2], acceleration, machine) for n in range(1, len(kept) - 1)] + [0.0]
    end, place, speed, time, ahead = stops[-1], 0.0, 0.0, 0.0, 0
    stops = stops[1:]
    while place < end - 1e-6:
        while stops[ahead] <= place:
            ahead += 1
        reach = fastest
        braking = fastest**2 / (2 * acceleration)
        for stop, corner in zip(stops[ahead:], corners[ahead:], strict=True):
            if stop - place > braking:
                break
            reach = min(reach, math.sqrt(corner**2 + 2 * acceleration * (stop - place)))
        faster = min(speed + acceleration * _STEP, reach)
        moved = max((speed + faster) / 2 * _STEP, 1e-7)
        place, speed, time = place + moved, faster, time + _STEP
    return time


def _corner(
    before: tuple[float, float],
    corner: tuple[float, float],
    after: tuple[float, float],
    acceleration: float,
    machine: Machine,
) -> float:
    """The speed through a corner: of a circle touching both legs, at the deviation from the corner."""
    arriving = math.atan2(corner[1] - before[1], corner[0] - before[0])
    leaving = math.atan2(after[1] - corner[1], after[0] - corner[0])
    turn = abs((leaving - arriving + math.pi) % (2 * math.pi) - math.pi)
    if turn < 1e-6:
        return math.inf
    secant = 1 / max(math.cos(turn / 2), 1e-9)  # the circle's centre is radius · secant from the corner
    radius = machine.junction_deviation / (secant - 1)
    return math.sqrt(acceleration * radius)
