"""Pass one: the pixels that a stroke's edge may cut, each with the pieces of curve that might own a part of it.

Cells are sorted as in `taureau.raster.cells`; the lanes are the chords of a segment.
"""

from __future__ import annotations

from taureau.raster.native.expressions import FLOAT, INT, POINTER, Value, absolute, clamp, maximum, minimum, sqrt
from taureau.raster.native.formulas import Cubic, define_settle, value
from taureau.raster.native.lanes import following, least
from taureau.raster.native.layout import (
    CHORD_X,
    CHORD_Y,
    HALF,
    INVERSE,
    MEASURED,
    RUN_X,
    RUN_Y,
    SQUARED,
    TABLE,
    TABLE_ROW,
    TURN,
    Search,
    Stroke,
)
from taureau.raster.native.pixels import sort_pixels
from taureau.raster.native.program import Function, Memory, Program, Variable
from taureau.raster.parameters import CHORDS, COARSEST, FINEST, MARGIN

ENTRY = [POINTER] * 6 + [INT] * 6


def define_search(program: Program) -> Function:
    """Define the pass: the arrays and numbers of `Search` to the number of rows, which may exceed the capacity.

    Returns `formulas.define_settle`, which the next pass calls too.
    """
    measure, fill, settle = define_measure(program), define_fill(program), define_settle(program)
    code = program.entry("search", ENTRY, INT)
    points, widths, bare, table, scratch, rows = (Memory(address, FLOAT) for address in code.arguments[:6])
    arrays = (points, widths, bare, table, scratch, rows)
    search = Search(code, measure, fill, settle, *arrays, *code.arguments[6:])
    found = code.variable(code.integer(0))
    with code.each(0, search.strokes) as z:
        search_stroke(search, z, found)
    code.give(found.now)
    return settle


def search_stroke(search: Search, z: Value, found: Variable) -> None:
    """Append the rows of a stroke, unless its width is not positive or a coordinate is not finite."""
    code, segments = search.code, search.segments
    h = search.widths[z] * 0.5
    points = search.points.offset(z * segments * 8)
    present, whole = code.variable(h > 0.0), code.variable(code.float(0.0))
    low = [code.variable(code.float(float("inf"))) for _ in range(2)]
    high = [code.variable(code.float(-float("inf"))) for _ in range(2)]
    with code.each(0, segments) as s:
        for i in range(8):
            number = points[s * 8 + i]
            present.now = present.now & (number - number).equals(0.0)
            low[i % 2].now = minimum(number, low[i % 2].now)
            high[i % 2].now = maximum(number, high[i % 2].now)
        whole.now = maximum(extent(points, s), whole.now)
    with code.when(present.now):
        drawn, sag = code.variable(code.integer(0)), code.variable(code.float(0.0))
        with code.each(0, segments) as s:
            # a segment that is a single point adds nothing to its chain, unless the whole stroke is a dot
            counts = (extent(points, s) > 0.0) | (s.equals(0) & whole.now.equals(0.0))
            with code.when(counts):
                block = search.scratch.offset(drawn.now * MEASURED)
                sag.now = maximum(describe(search, points.offset(s * 8), h, z * segments + s, block), sag.now)
                drawn.now = drawn.now + 1
        first_pixel = z // search.count * search.height * search.width
        stroke = Stroke(h, sag.now + 1e-3, drawn.now, search.bare.offset(first_pixel), first_pixel)
        left, right = reached(low[0].now, high[0].now, h, search.width)
        top, bottom = reached(low[1].now, high[1].now, h, search.height)
        with code.each(top, bottom, COARSEST) as y, code.each(left, right, COARSEST) as x:
            visit(search, stroke, x, y, COARSEST, found)


def reached(low: Value, high: Value, h: Value, length: Value) -> tuple[Value, Value]:
    """Return the pixels, from a cell's first one, that a stroke of control points from low to high can touch."""
    limit, margin = length.as_float(), h + MARGIN
    first = clamp(low - margin, 0.0, limit).rounded_down() // COARSEST * COARSEST
    return first, minimum(clamp(high + margin, 0.0, limit).rounded_down() + 1, length)


def extent(points: Memory, s: Value) -> Value:
    """Return the largest distance of a segment's control points from its first, along an axis."""
    at = points.offset(s * 8)
    parts = [absolute(at[i] - at[i % 2]) for i in range(2, 8)]
    largest = parts[0]
    for part in parts[1:]:
        largest = maximum(part, largest)
    return largest


def describe(search: Search, points: Memory, h: Value, row: Value, block: Memory) -> Value:
    """Write a segment's row of the table and its chords; return how far the curve strays from these at most."""
    code = search.code
    table = search.table.offset(row * TABLE)
    bends: list[list[Value]] = []
    for axis in range(2):
        p0, p1, p2, p3 = (points[2 * i + axis] for i in range(4))
        bends.append([p0 - p1 * 2.0 + p2, p1 - p2 * 2.0 + p3])
        for i, c in enumerate((p0, (p1 - p0) * 3.0, bends[axis][0] * 3.0, p3 - (p2 - p1) * 3.0 - p0)):
            table[4 * axis + i] = c
    table[HALF] = h
    block.integers[TABLE_ROW] = row

    cubic = Cubic.load(table)
    starts, ends = (code.floats([(k + end) / CHORDS for k in range(CHORDS)]) for end in (0, 1))
    runs = []
    for coefficients, start_at, run_at in ((cubic.x, CHORD_X, RUN_X), (cubic.y, CHORD_Y, RUN_Y)):
        start = value(coefficients, starts)
        run = value(coefficients, ends) - start
        block[start_at], block[run_at] = start, run
        runs.append(run)
    length2 = runs[0] * runs[0] + runs[1] * runs[1]
    block[INVERSE] = 1.0 / maximum(length2, 1e-20)
    length = sqrt(length2)
    both = length * following(length, length)
    dot = runs[0] * following(runs[0], runs[0]) + runs[1] * following(runs[1], runs[1])
    # 2·tan of half the angle to the next chord, never less than the angle
    block[TURN] = sqrt(maximum(both - dot, 0.0) / maximum(both + dot, 1e-20)) * 2.0
    second, last = (x * x + y * y for x, y in zip(*bends, strict=True))  # |S″| ≤ 6 × the root of the larger
    return sqrt(maximum(second, last)) * (6 / (8 * CHORDS**2))


def define_measure(program: Program) -> Function:
    """Define (blocks, number of blocks, x, y) to the squared distance of the nearest chord; blocks keep all of them."""
    code = program.function("measure", [POINTER, INT, FLOAT, FLOAT], FLOAT)
    address, count, x, y = code.arguments
    shortest = code.variable(code.floats(float("inf")))
    with code.each(0, count) as k:
        block = Memory(address, FLOAT).offset(k * MEASURED)
        rx, ry = block.vector(CHORD_X) - x, block.vector(CHORD_Y) - y  # from the point to the chord's start
        run_x, run_y = block.vector(RUN_X), block.vector(RUN_Y)
        along = clamp((rx * run_x + ry * run_y) * block.vector(INVERSE), -1.0, 0.0)  # minus the share of the run
        dx, dy = rx - along * run_x, ry - along * run_y
        d2 = dx * dx + dy * dy
        block[SQUARED] = d2
        shortest.now = minimum(d2, shortest.now)
    code.give(least(shortest.now))
    return code


def define_fill(program: Program) -> Function:
    """Define (canvas, x, y, side, height, width): set a square to 0, as far as it lies within the canvas."""
    code = program.function("fill", [POINTER] + [INT] * 5)
    address, x, y, side, height, width = code.arguments
    canvas = Memory(address, FLOAT)
    with (
        code.each(y, minimum(y + side, height)) as row,
        code.each(row * width + x, row * width + minimum(x + side, width)) as pixel,
    ):
        canvas[pixel] = code.float(0.0)
    code.give()
    return code


def visit(search: Search, stroke: Stroke, x: Value, y: Value, side: int, found: Variable) -> None:
    """Sort a cell of a stroke: drop it, fill it, or divide it until its pixels are sorted."""
    code = search.code
    middle_x, middle_y = x.as_float() + side / 2, y.as_float() + side / 2
    nearest = sqrt(search.measure(code.builder, search.scratch.address, stroke.drawn, middle_x, middle_y))
    slack = stroke.sag + ((side - 1) / 2**0.5 + MARGIN)  # to the cell's outermost pixel centre
    solid = nearest + slack < stroke.h
    with code.when(solid):
        canvas, length = stroke.canvas.address, code.integer(side)
        search.fill(code.builder, canvas, x, y, length, search.height, search.width)
    with code.when((nearest - slack < stroke.h) & ~solid):
        if side == FINEST:
            sort_pixels(search, stroke, x, y, nearest, found)
            return
        part = side // 4
        with (
            code.each(y, minimum(y + side, search.height), part) as lower,
            code.each(x, minimum(x + side, search.width), part) as right,
        ):
            visit(search, stroke, right, lower, part, found)
