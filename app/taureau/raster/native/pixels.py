"""The pixels of a cell: which the stroke covers, which its edge may cut, and the pieces that might own a part of them.

The lanes are the 16 pixels of the cell; pieces are chosen as in `taureau.raster.pixels`.
"""

from __future__ import annotations

from taureau.raster.native.expressions import LANES, Value, absolute, minimum, where
from taureau.raster.native.formulas import Cubic, distance
from taureau.raster.native.lanes import bits, following, preceding, total
from taureau.raster.native.layout import (
    DISTANCE,
    MEASURED,
    NEAREST,
    PARAMETER,
    PIECE,
    PIECE_ROW,
    PIXEL,
    ROW,
    SCRATCH,
    SEGMENT,
    SITE,
    SQUARED,
    TABLE,
    TABLE_ROW,
    TURN,
    Search,
    Stroke,
)
from taureau.raster.native.program import Memory, Variable
from taureau.raster.parameters import CHORDS, FINEST, MARGIN, PIXEL_STEPS, SHARP, SIDE

SPREAD = 2**0.5 * (1 - SIDE) + 1e-3  # pixels: what is farther by this owns no square of a pixel
SAME = 1e-4  # of the parameter: pieces that settled on one point


def sort_pixels(search: Search, stroke: Stroke, x: Value, y: Value, nearest: Value, found: Variable) -> None:
    """Fill the pixels of a cell that the stroke covers, and append the rows of those that its edge may cut."""
    code = search.code
    columns = code.floats([lane % FINEST for lane in range(LANES)]) + x.as_float()
    lines = code.floats([lane // FINEST for lane in range(LANES)]) + y.as_float()
    px, py = columns + 0.5, lines + 0.5
    pieces_at = search.scratch.offset(search.segments * MEASURED)
    pieces, shortest = settle_pieces(search, stroke, px, py, nearest, pieces_at)

    inside = (columns < search.width.as_float()) & (lines < search.height.as_float())
    solid = inside & (shortest < stroke.h - MARGIN)
    edge = inside & (shortest < stroke.h + MARGIN) & ~solid
    kept = search.scratch.offset(search.segments * SCRATCH)
    kept[0] = shortest
    with code.each_bit(bits(solid)) as lane:
        stroke.canvas[(y + lane // FINEST) * search.width + x + lane % FINEST] = code.float(0.0)
    with code.each_bit(bits(edge)) as lane:
        pixel = stroke.first_pixel + (y + lane // FINEST) * search.width + x + lane % FINEST
        append_rows(search, pixel, lane, kept[lane], pieces, pieces_at, found)


def settle_pieces(
    search: Search, stroke: Stroke, px: Value, py: Value, nearest: Value, pieces_at: Memory
) -> tuple[Value, Value]:
    """Write the nearest parameters and distances of each piece beside a cell; return their number and the shortest.

    Pieces start from the chords near enough to own some pixel of the cell and nearer than their neighbours in the
    chain; where the curve turns sharply beside the cell (a cusp, a hairpin), from all chords near enough.
    """
    code = search.code
    limit = nearest + stroke.sag * 2.0 + FINEST * 2**0.5
    far = code.floats(float("inf"))
    shortest, pieces = code.variable(far), code.variable(code.integer(0))
    with code.each(0, stroke.drawn) as k:
        block = search.scratch.offset(k * MEASURED)
        d2 = block.vector(SQUARED)
        near = d2 <= limit * limit
        lowest = (d2 <= preceding(d2, far)) & (d2 < following(d2, far))
        next_near = following(d2, far) <= limit * limit
        sharp = total(where(near & next_near, block.vector(TURN), 0.0)) > SHARP
        row = block.integers[TABLE_ROW]
        table = search.table.offset(row * TABLE)
        cubic = Cubic.load(table)
        with code.each_bit(where(sharp, bits(near), bits(near & lowest))) as chord:
            start, span = (chord.as_float() + 0.5) * (1 / CHORDS), code.float(FINEST)
            steps = code.integer(PIXEL_STEPS[0])
            t = search.settle(code.builder, table.address, px, py, start, span, steps)
            d = distance(cubic, px, py, t)
            piece = pieces_at.offset(pieces.now * PIECE)
            piece[NEAREST] = t
            piece[DISTANCE] = d
            piece.integers[PIECE_ROW] = row
            shortest.now = minimum(d, shortest.now)
            pieces.now = pieces.now + 1
    return pieces.now, shortest.now


def append_rows(
    search: Search, pixel: Value, lane: Value, shortest: Value, pieces: Value, pieces_at: Memory, found: Variable
) -> None:
    """Append a row for each piece that may own a square of a pixel; the first says how many there are."""
    code = search.code
    first = found.now
    last_row, last_t = code.variable(code.integer(-1)), code.variable(code.float(0.0))
    with code.each(0, pieces) as p:
        piece = pieces_at.offset(p * PIECE)
        row, t = piece.integers[PIECE_ROW], piece.offset(lane)[NEAREST]
        repeated = row.equals(last_row.now) & (absolute(t - last_t.now) < SAME)
        with code.when((piece.offset(lane)[DISTANCE] <= shortest + SPREAD) & ~repeated):
            with code.when(found.now < search.capacity):
                made = search.rows.offset(found.now * ROW)
                made.integers[PIXEL] = pixel
                made.integers[SEGMENT] = row
                made[PARAMETER] = t
            found.now = found.now + 1
        last_row.now, last_t.now = row, t
    with code.when(first < search.capacity):
        search.rows.offset(first * ROW).integers[SITE] = found.now - first
