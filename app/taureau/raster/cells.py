"""A quadtree of square cells around every stroke, down to cells of 4 px, without gradients.

A stroke's distance to a cell's centre is taken from CHORDS straight chords per segment; `sag` bounds the
distance of the curve from them. A cell is dropped when the stroke cannot reach any of its pixels, it is solid when the
stroke covers all of them, and it is divided in 4 × 4 otherwise, so that work and memory are proportional to the length
of the edges.
"""

from __future__ import annotations

from typing import NamedTuple

import torch
from torch import Tensor

from taureau.raster.parameters import CHORDS, COARSEST, MARGIN

TILE = 8  # pixels, the side of the squares that the Triton kernels draw
FAR = 1e15  # pixels, the position of absent segments


class Strokes(NamedTuple):
    """Precomputed data of Z = B·N strokes of S segments."""

    coefficients: Tensor  # [8, Z·S], power basis: c0..c3 of x, then of y
    h: Tensor  # [Z], half widths in pixels; 0 where absent
    sag: Tensor  # [Z], pixels
    chords: Tensor  # [5, S·CHORDS, Z]: start x, y; run x, y; 1/|run|²
    turns: Tensor  # [S, CHORDS − 1, Z], radians between successive chords
    low: Tensor  # [2, Z], the box of the control points
    high: Tensor  # [2, Z]
    segments: int  # S
    batch: Tensor  # [Z], which picture


class Cells(NamedTuple):
    """M square cells, each of one stroke."""

    stroke: Tensor  # [M]
    x: Tensor  # [M], left edge, pixels
    y: Tensor  # [M], upper edge
    side: int

    def pick(self, which: Tensor | slice) -> Cells:
        """Return the cells selected by a mask, indices or a slice."""
        return Cells(self.stroke[which], self.x[which], self.y[which], self.side)


def power_basis(points: Tensor) -> Tensor:
    """Convert control points [..., 4, 2] to coefficients c0..c3 of t⁰..t³: [..., 4, 2]."""
    p0, p1, p2, p3 = points.unbind(-2)
    return torch.stack([p0, 3 * (p1 - p0), 3 * (p2 - 2 * p1 + p0), p3 - 3 * (p2 - p1) - p0], -2)


def describe(points: Tensor, widths: Tensor) -> Strokes:
    """Precompute the data of strokes from points [B, N, S, 4, 2] and full widths [B, N]."""
    batch, count, segments = points.shape[:3]
    points = points.reshape(-1, segments, 4, 2)  # [Z, S, 4, 2]
    widths = widths.reshape(-1)  # [Z]
    present = (widths > 0) & points.isfinite().flatten(1).all(1)  # [Z]
    points = torch.where(present[:, None, None, None], points, 0.0)

    extent = (points - points[:, :, :1]).abs().amax((2, 3))  # [Z, S]
    padding = extent == 0  # a segment that is a single point adds nothing to its chain…
    padding[:, 0] = (extent[:, 0] == 0) & (extent.amax(1) > 0)  # …unless the whole stroke is a dot
    c = power_basis(points)  # [Z, S, 4, 2]
    second = torch.maximum(
        (points[:, :, 0] - 2 * points[:, :, 1] + points[:, :, 2]).norm(dim=-1),
        (points[:, :, 1] - 2 * points[:, :, 2] + points[:, :, 3]).norm(dim=-1),
    )  # [Z, S]; |S″| ≤ 6 × this, and a chord over 1/CHORDS strays by at most |S″|/(8·CHORDS²)
    t = torch.linspace(0, 1, CHORDS + 1, dtype=points.dtype, device=points.device)
    powers = torch.stack([torch.ones_like(t), t, t**2, t**3])  # [4, CHORDS + 1]
    knots = torch.einsum("zskd,kt->dstz", c, powers)  # [2, S, CHORDS + 1, Z]
    start, run = knots[:, :, :-1], knots.diff(dim=2)  # [2, S, CHORDS, Z]
    start = torch.where(padding.T[:, None], FAR, start)
    heading = torch.atan2(run[1], run[0])  # [S, CHORDS, Z]
    turns = heading.diff(dim=1).abs()
    inverse = 1 / (run**2).sum(0, keepdim=True).clamp(min=1e-20)
    return Strokes(
        coefficients=c.permute(3, 2, 0, 1).reshape(8, -1),
        h=torch.where(present, widths / 2, 0.0),
        sag=second.amax(1) * (6 / (8 * CHORDS**2)) + 1e-3,
        chords=torch.cat([start, run, inverse]).flatten(1, 2),
        turns=torch.minimum(turns, 2 * torch.pi - turns),
        low=points.amin((1, 2)).T,
        high=points.amax((1, 2)).T,
        segments=segments,
        batch=torch.arange(batch, device=points.device).repeat_interleave(count),
    )


def chord_distances(strokes: Strokes, stroke: Tensor, x: Tensor, y: Tensor) -> Tensor:
    """Return the squared distance from points [M] to each chord of their strokes: [S·CHORDS, M]."""
    sx, sy, ex, ey, inverse = (table.index_select(1, stroke) for table in strokes.chords)
    rx, ry = sx.sub_(x), sy.sub_(y)  # from the point to the chord's start
    along = (rx * ex).addcmul_(ry, ey).mul_(inverse).clamp_(-1, 0)  # minus the share of the run
    rx.addcmul_(along, ex, value=-1)
    ry.addcmul_(along, ey, value=-1)
    return rx.mul_(rx).addcmul_(ry, ry)


def coarse_cells(strokes: Strokes, size: tuple[int, int]) -> Cells:
    """Return the coarsest cells that the bounding boxes of the strokes touch."""
    margin = strokes.h + MARGIN  # [Z]
    hits = []  # x: [columns, Z], y: [rows, Z]
    for low, high, length in zip(strokes.low, strokes.high, reversed(size), strict=True):
        edge = torch.arange(0, length, COARSEST, device=low.device, dtype=low.dtype).unsqueeze(1)
        hits.append((edge < high + margin) & (edge + COARSEST > low - margin))
    touched = hits[1].unsqueeze(1) & hits[0] & (strokes.h > 0)  # [rows, columns, Z]
    row, column, stroke = touched.nonzero(as_tuple=True)
    return Cells(stroke, column * COARSEST, row * COARSEST, COARSEST)


def divide(cells: Cells) -> Cells:
    """Divide each cell in 4 × 4."""
    side = cells.side // 4
    step = torch.arange(0, cells.side, side, device=cells.x.device)
    x = (step.repeat(4).unsqueeze(1) + cells.x).flatten()  # [16·M]
    y = (step.repeat_interleave(4).unsqueeze(1) + cells.y).flatten()
    return Cells(cells.stroke.repeat(16), x, y, side)


class Sorted(NamedTuple):
    """Cells that the stroke's edge may cross, and cells it covers; those it misses are dropped."""

    edge: Cells
    distances: Tensor  # [S·CHORDS, M], squared, for the edge cells
    nearest: Tensor  # [M], pixels, for the edge cells
    solid: Cells


def sort(strokes: Strokes, cells: Cells, size: tuple[int, int]) -> Sorted:
    """Classify cells by the distance of their centre from the stroke."""
    dtype = strokes.h.dtype
    inside = (cells.x < size[1]) & (cells.y < size[0])
    middle = cells.side / 2
    squared = chord_distances(strokes, cells.stroke, cells.x.to(dtype) + middle, cells.y.to(dtype) + middle)
    nearest = squared.amin(0).sqrt()  # [M]
    slack = strokes.sag[cells.stroke] + (cells.side - 1) / 2**0.5 + MARGIN  # to the cell's outermost pixel centre
    h = strokes.h[cells.stroke]
    solid = inside & (nearest + slack < h)
    edge = (inside & (nearest - slack < h) & ~solid).nonzero(as_tuple=True)[0]
    return Sorted(cells.pick(edge), squared.index_select(1, edge), nearest[edge], cells.pick(solid))
