# mypy: disable-error-code="import-not-found, import-untyped, untyped-decorator, no-untyped-def, no-untyped-call"
"""The Triton kernels that `taureau.raster.tiles` launches. Importing this module needs triton.

The canvas is divided into tiles of TILE² pixels. Nothing is sorted or counted, so all shapes are static, and sums are
taken in a fixed order. `strokes` [Z, 6] holds a row for each stroke: half width h, sag, and the bounds of its ink in x
and in y, in pixels; `table` [Z·S, 8] is described in `taureau.raster.blocks`.
"""

import triton
import triton.language as tl

from taureau.raster import cells, parameters
from taureau.raster.blocks import cubic, squares_of, value

TILE = tl.constexpr(cells.TILE)
PIXELS = tl.constexpr(cells.TILE**2)
SUBPIXELS = tl.constexpr(parameters.SUBPIXELS)
SQUARES = tl.constexpr(parameters.SUBPIXELS**2)
SIDE = tl.constexpr(parameters.SIDE)
MARGIN = tl.constexpr(parameters.MARGIN)
FAR = tl.constexpr(cells.FAR)
CHORDS = tl.constexpr(parameters.CHORDS)
SAGS = tl.constexpr(6 / (8 * parameters.CHORDS**2))  # see `cells.describe`
CORNER = tl.constexpr((cells.TILE - 1) / 2**0.5)  # from a tile's centre to its outermost pixel centre
GROUP = tl.constexpr(64)  # strokes whose bounding boxes are tested at once
FULL = tl.constexpr(1e-6)  # below this transmittance a pixel counts as covered, without gradient


@triton.jit
def places(left, top):
    """Return the pixels of a tile: columns and rows [P, 1], and the centres of their squares [P, 16]."""
    pixel = tl.arange(0, PIXELS)[:, None]
    column = left + pixel % TILE
    row = top + pixel // TILE
    square = tl.arange(0, SQUARES)[None, :]
    x = column + (square % SUBPIXELS + 0.5) * SIDE
    y = row + (square // SUBPIXELS + 0.5) * SIDE
    return column, row, x, y


@triton.jit
def tile_distance(table, first, segments, x, y):
    """Return the distance from a tile's centre to the chords of a stroke."""
    k = tl.arange(0, CHORDS).to(tl.float32)
    least = float("inf")
    for s in range(segments):
        x0, x1, x2, x3, y0, y1, y2, y3 = cubic(table, first + s)
        rx = value(x0, x1, x2, x3, k / CHORDS) - x
        ry = value(y0, y1, y2, y3, k / CHORDS) - y
        ex = value(x0, x1, x2, x3, (k + 1) / CHORDS) - x - rx
        ey = value(y0, y1, y2, y3, (k + 1) / CHORDS) - y - ry
        along = -(rx * ex + ry * ey) / tl.maximum(ex * ex + ey * ey, 1e-20)
        along = tl.minimum(tl.maximum(along, 0.0), 1.0)
        rx += along * ex
        ry += along * ey
        least = tl.minimum(least, tl.min(rx * rx + ry * ry, axis=0))
    return tl.sqrt(least)


@triton.jit
def axis_of(points, at, real):
    """Load one coordinate of the four control points of each segment, with its extents."""
    p0 = tl.load(points + at, real, 0.0)
    p1 = tl.load(points + at + 2, real, 0.0)
    p2 = tl.load(points + at + 4, real, 0.0)
    p3 = tl.load(points + at + 6, real, 0.0)
    finite = tl.abs(p0) + tl.abs(p1) + tl.abs(p2) + tl.abs(p3) < float("inf")
    p0 = tl.where(finite, p0, 0.0)
    p1 = tl.where(finite, p1, 0.0)
    p2 = tl.where(finite, p2, 0.0)
    p3 = tl.where(finite, p3, 0.0)
    wild = tl.where(finite, 0, 1)
    extent = tl.maximum(tl.maximum(tl.abs(p1 - p0), tl.abs(p2 - p0)), tl.abs(p3 - p0))
    second = tl.maximum(tl.abs(p0 - 2 * p1 + p2), tl.abs(p1 - 2 * p2 + p3))
    low = tl.where(real, tl.minimum(tl.minimum(p0, p1), tl.minimum(p2, p3)), float("inf"))
    high = tl.where(real, tl.maximum(tl.maximum(p0, p1), tl.maximum(p2, p3)), -float("inf"))
    return p0, p1, p2, p3, tl.max(wild, axis=0), extent, second, tl.min(low, axis=0), tl.max(high, axis=0)


@triton.jit
def describe_kernel(points, widths, table, strokes, segments, BLOCK: tl.constexpr):  # noqa: N803
    """Fill `table` and `strokes` from points [Z, S, 4, 2] and widths [Z]; one program for each stroke."""
    z = tl.program_id(0)
    s = tl.arange(0, BLOCK)
    real = s < segments
    at = (z * segments + s) * 8
    x0, x1, x2, x3, wild_x, extent_x, second_x, low_x, high_x = axis_of(points, at, real)
    y0, y1, y2, y3, wild_y, extent_y, second_y, low_y, high_y = axis_of(points, at + 1, real)
    extent = tl.maximum(extent_x, extent_y)
    longest = tl.max(extent, axis=0, keep_dims=True)
    mere = (extent == 0) & ((s > 0) | (longest > 0))  # a single point, which adds nothing to its chain
    row = table + at
    tl.store(row, tl.where(mere, FAR, x0), real)
    tl.store(row + 1, 3 * (x1 - x0), real)
    tl.store(row + 2, 3 * (x2 - 2 * x1 + x0), real)
    tl.store(row + 3, x3 - 3 * (x2 - x1) - x0, real)
    tl.store(row + 4, y0, real)
    tl.store(row + 5, 3 * (y1 - y0), real)
    tl.store(row + 6, 3 * (y2 - 2 * y1 + y0), real)
    tl.store(row + 7, y3 - 3 * (y2 - y1) - y0, real)

    width = tl.load(widths + z)
    present = (width > 0) & (wild_x + wild_y == 0)
    reach = width / 2 + MARGIN
    line = strokes + z * 6
    tl.store(line, width / 2)
    tl.store(line + 1, tl.max(second_x + second_y, axis=0) * SAGS + 1e-3)
    tl.store(line + 2, tl.where(present, low_x - reach, FAR))  # an absent stroke has an inverted box
    tl.store(line + 3, tl.where(present, high_x + reach, -FAR))
    tl.store(line + 4, tl.where(present, low_y - reach, FAR))
    tl.store(line + 5, tl.where(present, high_y + reach, -FAR))


@triton.jit(do_not_specialize=["count", "height", "width"])
def ink_kernel(table, strokes, bare, ink, count, segments, height, width):
    """Fill ink and transmittance [B, H, W]; one program for each tile of each canvas.

    GROUP bounding boxes are tested at a time, then the strokes of those that touch the tile one after another.
    """
    columns = tl.cdiv(width, TILE)
    left = tl.program_id(0) % columns * TILE
    top = tl.program_id(0) // columns * TILE
    batch = tl.program_id(1)
    column, row, x, y = places(left, top)
    left_bare = tl.full([PIXELS, 1], 1.0, tl.float32)
    member = tl.arange(0, GROUP)
    for start in range(0, count, GROUP):
        line = strokes + (batch * count + start + member) * 6
        real = start + member < count
        hit = (tl.load(line + 2, real, FAR) < left + TILE) & (tl.load(line + 3, real, -FAR) > left)
        hit = hit & (tl.load(line + 4, real, FAR) < top + TILE) & (tl.load(line + 5, real, -FAR) > top)
        word = tl.sum(hit.to(tl.int64) << member, axis=0)  # one bit for each stroke
        if word != 0:
            for i in range(GROUP):
                if ((word >> i) & 1) != 0:
                    z = batch * count + start + i
                    h = tl.load(strokes + z * 6)
                    slack = tl.load(strokes + z * 6 + 1) + CORNER + MARGIN
                    d = tile_distance(table, z * segments, segments, left + TILE / 2, top + TILE / 2)
                    if d - slack < h:
                        if d + slack < h:
                            left_bare = left_bare * 0.0
                        else:
                            share, _h, _ax, _ay, _bx, _by, _t, _owner = squares_of(
                                table, z * segments, segments, h, column + 0.5, row + 0.5, x, y
                            )
                            left_bare = left_bare * (1 - tl.sum(share, axis=1, keep_dims=True) / SQUARES)
    at = (batch * height + row) * width + column
    real_pixel = (column < width) & (row < height)
    tl.store(bare + at, left_bare, real_pixel)
    tl.store(ink + at, 1 - left_bare, real_pixel)


@triton.jit
def tile_at(end, length):
    """Return the tile of a bound along one axis, at most one tile outside the canvas."""
    return tl.maximum(tl.minimum(tl.load(end), length), -1.0 * TILE).to(tl.int32) // TILE


@triton.jit(do_not_specialize=["count", "height", "width"])
def slopes_kernel(
    table,
    strokes,
    bare,
    by_ink,
    slopes,
    count,
    segments,
    height,
    width,
    PARTS: tl.constexpr,  # noqa: N803
    BLOCK: tl.constexpr,  # noqa: N803
):
    """Fill gradients [Z, PARTS, S, 9] by the control points of each segment and by h; a program for each [Z, PARTS].

    Each program takes every PARTS-th tile under the stroke's box, and computes the shares again.
    """
    z = tl.program_id(0)
    part = tl.program_id(1)
    batch = z // count
    line = strokes + z * 6
    h = tl.load(line)
    slack = tl.load(line + 1) + CORNER + MARGIN
    columns = tl.cdiv(width, TILE)
    rows = tl.cdiv(height, TILE)
    first_column = tl.maximum(tile_at(line + 2, width), 0)
    end_column = tl.minimum(tile_at(line + 3, width) + 1, columns)
    first_row = tl.maximum(tile_at(line + 4, height), 0)
    end_row = tl.minimum(tile_at(line + 5, height) + 1, rows)
    across = tl.maximum(end_column - first_column, 0)
    tiles = across * tl.maximum(end_row - first_row, 0)

    s = tl.arange(0, BLOCK)
    by_h = tl.zeros([BLOCK], tl.float32)
    gx0 = by_h
    gx1 = by_h
    gx2 = by_h
    gx3 = by_h
    gy0 = by_h
    gy1 = by_h
    gy2 = by_h
    gy3 = by_h
    for tile in range(part, tiles, PARTS):
        left = (first_column + tile % across) * TILE
        top = (first_row + tile // across) * TILE
        d = tile_distance(table, z * segments, segments, left + TILE / 2, top + TILE / 2)
        if (d - slack < h) & (d + slack >= h):
            column, row, x, y = places(left, top)
            share, ch, ax, ay, bx, by, t, owner = squares_of(
                table, z * segments, segments, h, column + 0.5, row + 0.5, x, y
            )
            at = (batch * height + row) * width + column
            real = (column < width) & (row < height)
            rest = 1 - tl.sum(share, axis=1, keep_dims=True) / SQUARES
            others = tl.minimum(tl.load(bare + at, real, 0.0) / tl.maximum(rest, FULL), 1.0)
            flow = tl.where(rest > FULL, others, 0.0) * tl.load(by_ink + at, real, 0.0) / SQUARES  # [P, 1]
            ch *= flow
            ax *= flow
            ay *= flow
            bx *= flow
            by *= flow
            for k in range(segments):
                mine = tl.where(owner == k, 1.0, 0.0)
                here = s == k
                r = 1 - t
                u = t
                by_h += tl.where(here, tl.sum(ch * mine), 0.0)
                # the Bernstein basis and its derivative: S = ΣBᵢPᵢ, S′ = ΣB′ᵢPᵢ
                w0 = r * r * r * mine
                w1 = 3 * u * r * r * mine
                w2 = 3 * u * u * r * mine
                w3 = u * u * u * mine
                v0 = -3 * r * r * mine
                v1 = 3 * r * (r - 2 * u) * mine
                v2 = 3 * u * (2 * r - u) * mine
                v3 = 3 * u * u * mine
                gx0 += tl.where(here, tl.sum(w0 * ax + v0 * bx), 0.0)
                gx1 += tl.where(here, tl.sum(w1 * ax + v1 * bx), 0.0)
                gx2 += tl.where(here, tl.sum(w2 * ax + v2 * bx), 0.0)
                gx3 += tl.where(here, tl.sum(w3 * ax + v3 * bx), 0.0)
                gy0 += tl.where(here, tl.sum(w0 * ay + v0 * by), 0.0)
                gy1 += tl.where(here, tl.sum(w1 * ay + v1 * by), 0.0)
                gy2 += tl.where(here, tl.sum(w2 * ay + v2 * by), 0.0)
                gy3 += tl.where(here, tl.sum(w3 * ay + v3 * by), 0.0)
    out = slopes + ((z * PARTS + part) * segments + s) * 9
    own = s < segments
    tl.store(out, gx0, own)
    tl.store(out + 1, gy0, own)
    tl.store(out + 2, gx1, own)
    tl.store(out + 3, gy1, own)
    tl.store(out + 4, gx2, own)
    tl.store(out + 5, gy2, own)
    tl.store(out + 6, gx3, own)
    tl.store(out + 7, gy3, own)
    tl.store(out + 8, by_h, own)
