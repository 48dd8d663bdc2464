"""Passes two and three: the share of each edge pixel that a stroke covers, its slopes, and the gradient made of them.

The lanes are the squares of one pixel; the formulas are those of `taureau.raster.squares`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from taureau.raster.native.expressions import (
    FLOAT,
    INT,
    LANES,
    POINTER,
    Value,
    absolute,
    clamp,
    maximum,
    sqrt,
    where,
)
from taureau.raster.native.formulas import (
    Cubic,
    approach,
    bend,
    half_plane,
    nearer_ends,
    slope,
    value,
)
from taureau.raster.native.lanes import anywhere, shuffle, total, totals
from taureau.raster.native.layout import HALF, PARAMETER, PIXEL, ROW, SEGMENT, SITE, TABLE
from taureau.raster.native.program import Function, Memory, Program, Variable
from taureau.raster.parameters import EXTENT, INSIDE, LAST_STEPS, SHARED_STEPS, SIDE, SQUARE_STEPS, STEADY, SUBPIXELS

SLOPE_ROW = 16  # floats for each row of slopes: by c0..c3 of x, of y, by the half width; then
BY_HALF, OTHERS, SLOPE_PIXEL, SLOPE_SEGMENT = range(8, 12)  # … what other strokes leave, and two integers
TIE = 1e3 * 2.0**-23  # pixels: of pieces as near as this the first owns a square
EDGE = EXTENT + 0.05  # pixels from an edge, within which it may cut a square
SHADE = [POINTER] * 4 + [INT] * 4
GATHER = [POINTER] * 5 + [INT] * 3

assert LANES == SUBPIXELS**2


class Owner(NamedTuple):
    """What is nearest to each square."""

    row: Value  # as a float
    cubic: Cubic
    t: Value
    distance: Value


@dataclass(frozen=True)
class Shade:
    """The arguments of the second pass, and a function it calls."""

    code: Function
    settle: Function
    bare: Memory  # [B, H, W], multiplied by what each stroke leaves
    table: Memory  # [Z·S, TABLE], as the search wrote it
    rows: Memory  # [count, ROW], of the search
    slopes: Memory  # [count, SLOPE_ROW], or nothing
    count: Value
    wanted: Value  # 1: slopes are wanted
    height: Value
    width: Value


def define_shade(program: Program, settle: Function) -> None:
    """Define the pass: the arrays and numbers of `Shade` to how many rows of slopes there are.

    A pixel that is 0 already is passed over: nothing can change it or depend on it.
    """
    code = program.entry("shade", SHADE, INT)
    bare, table, rows, slopes = (Memory(address, FLOAT) for address in code.arguments[:4])
    shade = Shade(code, settle, bare, table, rows, slopes, *code.arguments[4:])
    row, kept = code.variable(code.integer(0)), code.variable(code.integer(0))
    with code.loop() as loop:
        loop.leave_if(row.now >= shade.count)
        first = shade.rows.offset(row.now * ROW)
        number = first.integers[SITE]
        with code.when(shade.bare[first.integers[PIXEL]] > 0.0):
            shade_pixel(shade, first, number, kept)
        row.now = row.now + number
    with code.each(0, kept.now) as i:
        at = shade.slopes.offset(i * SLOPE_ROW)
        at[OTHERS] = shade.bare[at.integers[SLOPE_PIXEL]] * at[OTHERS]
    code.give(kept.now)


def shade_pixel(shade: Shade, first: Memory, number: Value, kept: Variable) -> None:
    """Lay a stroke on one pixel, and append its slopes where they are wanted."""
    code, pixel = shade.code, first.integers[PIXEL]
    right, lower = (pixel % shade.width).as_float(), (pixel // shade.width % shade.height).as_float()
    x = code.floats([(lane % SUBPIXELS + 0.5) * SIDE for lane in range(LANES)]) + right
    y = code.floats([(lane // SUBPIXELS + 0.5) * SIDE for lane in range(LANES)]) + lower
    h = shade.table.offset(first.integers[SEGMENT] * TABLE)[HALF]
    owner = own_squares(shade, first, number, x, y)
    edge = absolute(owner.distance - h) < EDGE
    share = code.variable(where(owner.distance < h, code.floats(1.0), 0.0))
    columns = [code.variable(code.floats(0.0)) for _ in range(BY_HALF + 1)]
    cut = anywhere(edge)
    with code.when(cut):
        for column, found in zip([share, *columns], shares(code, owner, h, x, y), strict=True):
            column.now = where(edge, found, column.now)
    left = 1.0 - total(share.now) * SIDE**2
    shade.bare[pixel] = shade.bare[pixel] * left
    with code.when(cut & (shade.wanted > 0)), code.each(0, number) as part:
        mine = owner.row.equals(part.as_float())
        made = shade.slopes.offset(kept.now * SLOPE_ROW)
        made[0] = totals([where(mine, column.now, 0.0) for column in columns]) * SIDE**2
        made[OTHERS] = 1.0 / maximum(left, 1e-12)
        made.integers[SLOPE_PIXEL] = pixel
        made.integers[SLOPE_SEGMENT] = first.offset(part * ROW).integers[SEGMENT]
        kept.now = kept.now + 1


def own_squares(shade: Shade, first: Memory, number: Value, x: Value, y: Value) -> Owner:
    """Return the nearest of a pixel's rows for each of its squares."""
    code = shade.code
    nothing = code.floats(0.0)
    row, t, shortest = code.variable(nothing), code.variable(nothing), code.variable(code.floats(float("inf")))
    coefficients = [code.variable(nothing) for _ in range(8)]
    steps = where(number > 1, code.integer(SQUARE_STEPS[0] + SHARED_STEPS), SQUARE_STEPS[0])
    with code.each(0, number) as part:
        at = first.offset(part * ROW)
        coefficients_at = shade.table.offset(at.integers[SEGMENT] * TABLE)
        cubic = Cubic.load(coefficients_at)
        settled = shade.settle(code.builder, coefficients_at.address, x, y, at[PARAMETER], code.float(0.5), steps)
        settled, d = nearer_ends(code, cubic, x, y, settled, 0.5)
        nearer = d + TIE < shortest.now
        shortest.now = where(nearer, d, shortest.now)
        t.now = where(nearer, settled, t.now)
        row.now = where(nearer, code.floats(0.0) + part.as_float(), row.now)
        for mine, c in zip(coefficients, (*cubic.x, *cubic.y), strict=True):
            mine.now = where(nearer, c, mine.now)
    numbers = [c.now for c in coefficients]
    return Owner(row.now, Cubic(tuple(numbers[:4]), tuple(numbers[4:])), t.now, shortest.now)


def shares(code: Function, owner: Owner, h: Value, x: Value, y: Value) -> list[Value]:
    """Return the share of each square that an edge may cut, and its slopes by c0..c3 of x and y and by h."""
    cubic = owner.cubic
    t = approach(code, cubic, x, y, clamp(owner.t, INSIDE, 1 - INSIDE), code.integer(LAST_STEPS[0]))
    nx, ny = x - value(cubic.x, t), y - value(cubic.y, t)  # from the curve to the square
    sx, sy = slope(cubic.x, t), slope(cubic.y, t)
    flat = sx * sx + sy * sy
    free = (t > 0.0) & (t < 1.0) & (flat > 1e-12)  # the nearest parameter follows the control points
    d2 = nx * nx + ny * ny
    over_d = 1.0 / sqrt(maximum(d2, 1e-18))
    d = d2 * over_d
    normal_x, normal_y = code.variable(nx * over_d), code.variable(ny * over_d)
    thin = h < EXTENT
    with code.when(thin):  # the normal matters even where the curve meets the centre of a square
        turn = 1.0 / sqrt(maximum(flat, 1e-12))
        turn = where(normal_x.now * sy > normal_y.now * sx, turn, -turn)
        normal_x.now = where(free, turn * sy, normal_x.now)
        normal_y.now = where(free, -turn * sx, normal_y.now)
    nx, ny = normal_x.now, normal_y.now
    near = half_plane(h - d, nx, ny)
    share, by_d = code.variable(near.share), code.variable(-near.by_offset)
    by_h, by_angle = code.variable(near.by_offset), code.variable(near.by_angle)
    with code.when(thin):  # the far edge cuts squares too
        far = half_plane(d + h, nx, ny)
        share.now = share.now + far.share - 1.0
        by_d.now = by_d.now + far.by_offset
        by_h.now = by_h.now + far.by_offset
        by_angle.now = by_angle.now + far.by_angle

    speed = where(free, nx * sy - ny * sx, 0.0)  # L = S′·T, T = (−ny, nx)
    sway = where(free, nx * bend(cubic.x, t) + ny * bend(cubic.y, t), -1.0)  # n·S″; −1 at an end
    ease = speed * speed - d * sway  # D; d at an end
    steady = absolute(sway) + absolute(speed) * 3.0 <= ease * STEADY
    turning = where(steady, by_angle.now / maximum(ease, 1e-9), 0.0)
    along, across = sway * turning, -(speed * turning)  # α = −c_d n + along T, β = across n
    columns = [share.now]
    for normal, tangent in ((nx, -ny), (ny, nx)):
        alpha = along * tangent - by_d.now * normal
        beta = across * normal
        columns += [
            alpha,
            t * alpha + beta,
            t * (t * alpha + beta * 2.0),
            t * t * (t * alpha + beta * 3.0),
        ]
    return [*columns, by_h.now]


def define_gather(program: Program) -> None:
    """Define the gradient: (by ink, slopes, sums, by points, by widths, rows of slopes, strokes, segments).

    `sums` [Z·S, SLOPE_ROW] is zero at first. Rows are added in their order.
    """
    code = program.entry("gather", GATHER)
    by_ink, slopes, sums, by_points, by_widths = (Memory(address, FLOAT) for address in code.arguments[:5])
    kept, strokes, segments = code.arguments[5:]
    nothing, sums_only = code.floats(0.0), [lane if lane <= BY_HALF else LANES for lane in range(LANES)]
    with code.each(0, kept) as i:
        row = slopes.offset(i * SLOPE_ROW)
        into = sums.offset(row.integers[SLOPE_SEGMENT] * SLOPE_ROW)
        found = shuffle(row.vector(0), nothing, sums_only)  # integers read as floats are slow to multiply
        into[0] = into.vector(0) + found * (row[OTHERS] * by_ink[row.integers[SLOPE_PIXEL]])
    with code.each(0, strokes) as z:
        width = code.variable(code.float(0.0))
        with code.each(z * segments, (z + 1) * segments) as segment:
            at = sums.offset(segment * SLOPE_ROW)
            width.now = width.now + at[BY_HALF]
            for axis in range(2):
                c0, c1, c2, c3 = (at[4 * axis + i] for i in range(4))
                ends = (c0 - c1 * 3.0 + c2 * 3.0 - c3, (c1 - c2 * 2.0 + c3) * 3.0, (c2 - c3) * 3.0, c3)
                for point, by_point in enumerate(ends):
                    by_points[segment * 8 + 2 * point + axis] = by_point
        by_widths[z] = width.now * 0.5
    code.give()
