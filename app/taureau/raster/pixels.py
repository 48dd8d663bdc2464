"""From the finest cells to the pixels that edges cut, each with the pieces of curve that might own a part of it."""

from __future__ import annotations

from typing import NamedTuple

import torch
from torch import Tensor

from taureau.raster.cells import Cells, Sorted, Strokes
from taureau.raster.nearest import Cubic, distance, settle
from taureau.raster.parameters import CHORDS, FINEST, MARGIN, PIXEL_STEPS, SHARP, SIDE


class Rows(NamedTuple):
    """One row for each edge pixel and each piece of curve that might own a part of it."""

    segment: Tensor  # [R], index into Z·S
    t: Tensor  # [R], the parameter nearest to the pixel's centre
    site: Tensor  # [R], index of the pair of stroke and pixel
    sites: Cells  # those pairs, as cells of one pixel


class Pieces(NamedTuple):
    """C pieces of curve, each beside one of M cells."""

    segment: Tensor  # [C], index into Z·S
    t: Tensor  # [C], the middle of its chord
    cell: Tensor  # [C]


def pieces_beside(strokes: Strokes, found: Sorted) -> Pieces:
    """The chords near enough to own some pixel of the cell and nearer than their neighbours in the chain.

    Where the curve turns sharply beside a cell (a cusp, a hairpin), all chords near enough.
    """
    cells = found.edge
    limit = (found.nearest + 2 * strokes.sag[cells.stroke] + FINEST * 2**0.5) ** 2  # [M]
    chords = found.distances.view(strokes.segments, CHORDS, -1)  # [S, CHORDS, M], squared
    near = chords <= limit
    turn = strokes.turns.index_select(2, cells.stroke) * (near[:, 1:] & near[:, :-1])  # [S, CHORDS − 1, M]
    lowest = torch.ones_like(near)
    lowest[:, 1:] = chords[:, 1:] <= chords[:, :-1]
    lowest[:, :-1] &= chords[:, :-1] < chords[:, 1:]
    chosen = near & (lowest | (turn.sum(1, keepdim=True) > SHARP))
    part, cell, chord = chosen.transpose(1, 2).nonzero(as_tuple=True)
    t = ((chord + 0.5) / CHORDS).to(limit.dtype)
    return Pieces(cells.stroke[cell] * strokes.segments + part, t, cell)


def edge_pixels(strokes: Strokes, found: Sorted, size: tuple[int, int]) -> tuple[Rows, Cells]:
    """The pixels of the cells that an edge may cut, as rows, and those wholly covered."""
    cells, dtype = found.edge, found.nearest.dtype
    pieces = pieces_beside(strokes, found)
    step = torch.arange(FINEST, device=cells.x.device)
    px = step.repeat(FINEST).unsqueeze(1) + cells.x  # [16, M]
    py = step.repeat_interleave(FINEST).unsqueeze(1) + cells.y

    x = (px.to(dtype) + 0.5).index_select(1, pieces.cell)  # [16, C]
    y = (py.to(dtype) + 0.5).index_select(1, pieces.cell)
    t = settle(strokes.coefficients, pieces.segment, x, y, pieces.t, PIXEL_STEPS[dtype == torch.float64], FINEST)
    d = distance(Cubic.pick(strokes.coefficients, pieces.segment), x, y, t)
    shortest = d.new_full(px.shape, torch.inf).scatter_reduce_(1, pieces.cell.expand_as(d), d, "amin")  # [16, M]

    inside = (px < size[1]) & (py < size[0])
    h = strokes.h[cells.stroke]
    solid = inside & (shortest < h - MARGIN)
    edge = inside & (shortest < h + MARGIN) & ~solid
    sites, solids = (
        Cells(cells.stroke[m], px[k, m], py[k, m], 1)
        for k, m in (mask.nonzero(as_tuple=True) for mask in (edge, solid))
    )
    number = edge.flatten().cumsum(0).view_as(edge) - 1  # [16, M], the sites counted

    rival = d <= shortest.index_select(1, pieces.cell) + (2**0.5 * (1 - SIDE) + 1e-3)  # may own a square of the pixel
    same = (pieces.segment[1:] == pieces.segment[:-1]) & (pieces.cell[1:] == pieces.cell[:-1])
    rival[:, 1:] &= ~(same & ((t[:, 1:] - t[:, :-1]).abs() < 1e-4))  # already found from the chord before
    k, c = (rival & edge.index_select(1, pieces.cell)).nonzero(as_tuple=True)  # [R]
    return Rows(pieces.segment[c], t[k, c], number[k, pieces.cell[c]], sites), solids
