"""What the pass of `taureau.raster.native.search` reads and writes, and where in its arrays everything lies."""

from __future__ import annotations

from dataclasses import dataclass

from taureau.raster.native.expressions import LANES, Value
from taureau.raster.native.program import Function, Memory
from taureau.raster.parameters import CHORDS, FINEST

PIXEL, SEGMENT, SITE, PARAMETER = range(4)  # of a row: three integers and a float
ROW = 4
TABLE = 16  # floats of a segment's row in the table: c0..c3 of x and y, then the half width
HALF = 8
CHORD_X, CHORD_Y, RUN_X, RUN_Y, INVERSE, TURN, SQUARED, TABLE_ROW = (LANES * i for i in range(8))
MEASURED = 8 * LANES  # floats of scratch for each segment
NEAREST, DISTANCE, PIECE_ROW = (LANES * i for i in range(3))
PIECE = 3 * LANES  # floats of scratch for each piece; at most CHORDS pieces for each segment
SCRATCH = MEASURED + CHORDS * PIECE  # floats for each segment of a stroke, and LANES more

assert LANES == CHORDS == FINEST**2


@dataclass(frozen=True)
class Search:
    """The arguments of the pass, and the functions it calls."""

    code: Function
    measure: Function
    fill: Function
    settle: Function
    points: Memory  # [Z, S, 4, 2]
    widths: Memory  # [Z]
    bare: Memory  # [B, H, W], becomes 0 where a stroke covers a pixel wholly
    table: Memory  # [Z·S, TABLE], written for segments that are drawn
    scratch: Memory  # [S · SCRATCH + LANES]
    rows: Memory  # [capacity, ROW]
    strokes: Value  # Z
    count: Value  # strokes on each canvas
    segments: Value  # S
    height: Value
    width: Value
    capacity: Value


@dataclass(frozen=True)
class Stroke:
    """One stroke, described."""

    h: Value
    sag: Value
    drawn: Value  # how many segments are measured
    canvas: Memory  # of `bare`
    first_pixel: Value
