"""The formulas of `taureau.raster.nearest` and `taureau.raster.area`, for LANES points at once."""

from __future__ import annotations

from typing import NamedTuple

from taureau.raster.native.expressions import (
    FLOAT,
    FLOATS,
    INT,
    LANES,
    POINTER,
    Operand,
    Value,
    absolute,
    clamp,
    maximum,
    minimum,
    sqrt,
    where,
)
from taureau.raster.native.lanes import anywhere
from taureau.raster.native.program import Function, Memory, Program
from taureau.raster.parameters import INSIDE, LONGEST_STEP, MORE_STEPS, SIDE, SOFTNESS, STIFF

MIDDLE = LANES // 2
CLOSE = 3e-3  # pixels: Newton's method converges quadratically, so after so short a step no other is needed


class Cubic(NamedTuple):
    """S(t) = c0 + c1·t + c2·t² + c3·t³, x and y apart; each coefficient for all lanes or one for each."""

    x: tuple[Value, ...]
    y: tuple[Value, ...]

    @staticmethod
    def load(table: Memory, first: Operand = 0) -> Cubic:
        """Read c0..c3 of x, then of y."""
        at = table.offset(first)
        return Cubic(tuple(at[i] for i in range(4)), tuple(at[i + 4] for i in range(4)))


def value(c: tuple[Value, ...], t: Value) -> Value:
    """c0 + c1·t + c2·t² + c3·t³."""
    return ((t * c[3] + c[2]) * t + c[1]) * t + c[0]


def slope(c: tuple[Value, ...], t: Value) -> Value:
    """c1 + 2·c2·t + 3·c3·t²."""
    return (t * (c[3] * 3.0) + c[2] * 2.0) * t + c[1]


def bend(c: tuple[Value, ...], t: Value) -> Value:
    """2·c2 + 6·c3·t."""
    return t * (c[3] * 6.0) + c[2] * 2.0


def squared(cubic: Cubic, x: Value, y: Value, t: Value) -> Value:
    """Return the squared distance from the points at t to (x, y), pixels²."""
    dx, dy = value(cubic.x, t) - x, value(cubic.y, t) - y
    return dx * dx + dy * dy


def distance(cubic: Cubic, x: Value, y: Value, t: Value) -> Value:
    """Return the distance from the points at t to (x, y), pixels."""
    return sqrt(squared(cubic, x, y, t))


def approach(code: Function, cubic: Cubic, x: Value, y: Value, start: Value, steps: Value) -> Value:
    """Move parameters towards those whose points are nearest to (x, y), as `nearest.approach` does.

    Ends before its number of steps where no lane moved by more than CLOSE.
    """
    t = code.variable(start)
    taken = code.variable(code.integer(0))
    with code.loop() as loop:
        loop.leave_if(taken.now >= steps)
        at = t.now
        dx, dy = value(cubic.x, at) - x, value(cubic.y, at) - y
        vx, vy = slope(cubic.x, at), slope(cubic.y, at)
        flat = vx * vx + vy * vy
        curve = dx * bend(cubic.x, at) + dy * bend(cubic.y, at) + flat
        step = (dx * vx + dy * vy) / maximum(maximum(curve, flat * 0.1), 1e-12)
        t.now = clamp(at - clamp(step, -LONGEST_STEP, LONGEST_STEP), 0.0, 1.0)
        taken.now = taken.now + 1
        moved = t.now - at
        loop.leave_if(~anywhere(moved * moved * flat > CLOSE**2))
    return t.now


def define_settle(program: Program) -> Function:
    """Define `nearest.settle`: (table, x, y, t, span, steps) to the nearest parameters.

    `table` holds the coefficients of one cubic, (x, y) are points within `span` pixels, t is one parameter for all.
    """
    code = program.function("settle", [POINTER, FLOATS, FLOATS, FLOAT, FLOAT, INT], FLOATS)
    address, x, y, t, span, steps = code.arguments
    cubic = Cubic.load(Memory(address, FLOAT))
    t = clamp(t, INSIDE, 1 - INSIDE)
    px, py = value(cubic.x, t), value(cubic.y, t)
    vx, vy = slope(cubic.x, t), slope(cubic.y, t)
    bx, by = bend(cubic.x, t), bend(cubic.y, t)
    flat = vx * vx + vy * vy
    curve = (px - x[MIDDLE]) * bx + (py - y[MIDDLE]) * by + flat
    found = code.variable(code.floats(0.0))
    stiff = curve < sqrt(bx * bx + by * by) * span * (1 / STIFF)
    with code.when(~stiff):
        safe = maximum(maximum(curve, flat * 0.1), 1e-12)
        step = (x - px) * (vx / safe) + (y - py) * (vy / safe)
        start = clamp(clamp(step, -LONGEST_STEP, LONGEST_STEP) + t, 0.0, 1.0)
        found.now = approach(code, cubic, x, y, start, steps - 1)
    with code.when(stiff):  # the nearest point may jump between points: starts from either side too
        aside = minimum(span * 2.0 / sqrt(maximum(flat, 1e-12)), 2 * LONGEST_STEP)
        shortest = code.variable(code.floats(float("inf")))
        with code.each(-1, code.integer(2)) as side:
            start = clamp(t + aside * side.as_float(), INSIDE, 1 - INSIDE)
            near = approach(code, cubic, x, y, code.floats(0.0) + start, code.integer(MORE_STEPS))
            d = squared(cubic, x, y, near)
            found.now = where(d < shortest.now, near, found.now)
            shortest.now = minimum(d, shortest.now)
    code.give(found.now)
    return code


def nearer_ends(code: Function, cubic: Cubic, x: Value, y: Value, t: Value, span: float) -> tuple[Value, Value]:
    """Replace parameters by an end of the curve where that is nearer; return them and their distances.

    Arguments as for `define_settle`.
    """
    best, shortest = code.variable(t), code.variable(distance(cubic, x, y, t))
    reach = shortest.now[MIDDLE] + 3 * span
    for end in (0.0, 1.0):
        ex, ey = (c[0] if end == 0.0 else c[0] + c[1] + c[2] + c[3] for c in cubic)
        mx, my = ex - x[MIDDLE], ey - y[MIDDLE]
        with code.when(mx * mx + my * my < reach * reach):
            dx, dy = x - ex, y - ey
            d = sqrt(dx * dx + dy * dy)
            best.now = where(d < shortest.now, code.floats(end), best.now)
            shortest.now = minimum(d, shortest.now)
    return best.now, shortest.now


class Area(NamedTuple):
    """The share of a square beneath an edge, and its derivatives by the edge's offset and its normal's angle."""

    share: Value
    by_offset: Value
    by_angle: Value


def half_plane(u: Value, nx: Value, ny: Value) -> Area:
    """Return `area.half_plane`."""
    a = sqrt(nx * nx * SIDE**2 + SOFTNESS**2)
    b = sqrt(ny * ny * SIDE**2 + SOFTNESS**2)
    over_a, over_b = 1.0 / a, 1.0 / b
    over_ab = over_a * over_b
    over_most = minimum(over_a, over_b)
    least = minimum(a, b)
    m = absolute(u)
    sign = where(u > 0.0, u.like(1.0), where(u < 0.0, u.like(-1.0), 0.0))
    f = (b - a) * 0.5
    z = minimum(maximum((a + b) * 0.5 - m, 0.0), least)
    by_offset = z * over_ab
    share = (minimum(m, absolute(f)) * over_most + (least * least - z * z) * over_ab * 0.5) * sign + 0.5
    corner = (z * (over_a + over_b) - 1.0) * (over_b - over_a) * by_offset * 0.5
    sides = (f - maximum(minimum(f, m), -m)) * (over_most * over_most * over_most)
    return Area(share, by_offset, (corner + sides) * nx * ny * sign * SIDE**2)
