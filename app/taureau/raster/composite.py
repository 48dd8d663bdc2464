"""Ink on a canvas: all strokes as one ink, or strokes of many colours *over* each other."""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor
from torch.autograd.function import once_differentiable

from taureau.raster.cells import Cells
from taureau.raster.ink import stroke_ink
from taureau.raster.parameters import COARSEST


def union(points: Tensor, widths: Tensor, size: tuple[int, int]) -> Tensor:
    """Return the ink of all strokes together, 1 − Π(1 − share of each): [B, H, W]. Arguments as for `render`."""
    ink = stroke_ink(points, widths, size)
    canvas = (len(points), *size)
    return Union.apply(ink.share, ink.pixel, ink.solid, widths.shape[1], canvas)


def outside(solid: list[Cells], count: int, canvas: tuple[int, int, int], like: Tensor) -> Tensor:
    """Return the transmittance of solid ink: a canvas [B, H, W] of ones, with zeros in the cells."""
    batch, *size = canvas
    height, width = (-(-k // COARSEST) * COARSEST for k in size)
    bare = like.new_ones(batch, height, width)
    for cells in solid:
        k = cells.side
        blocks = bare.view(batch, height // k, k, width // k, k).transpose(2, 3)
        blocks[cells.stroke // count, cells.y // k, cells.x // k] = 0
    return bare[:, : size[0], : size[1]].contiguous()


class Union(torch.autograd.Function):
    """1 − Π(1 − share) on a canvas [B, H, W], solid cells being 1."""

    @staticmethod
    def forward(
        ctx: Any, share: Tensor, pixel: Tensor, solid: list[Cells], count: int, canvas: tuple[int, int, int]
    ) -> Tensor:
        bare = outside(solid, count, canvas, share)
        bare.view(-1).scatter_reduce_(0, pixel, 1 - share, "prod")
        ctx.save_for_backward(share, pixel, bare.view(-1).index_select(0, pixel))
        return bare.neg_().add_(1)

    @staticmethod
    @once_differentiable
    def backward(ctx: Any, by_ink: Tensor) -> tuple[Tensor, None, None, None, None]:
        share, pixel, left = ctx.saved_tensors
        others = left / (1 - share).clamp_(min=1e-12)  # the transmittance of all other strokes
        return others.mul_(by_ink.flatten().index_select(0, pixel)), None, None, None, None


def over(points: Tensor, widths: Tensor, colors: Tensor, size: tuple[int, int]) -> Tensor:
    """Return coloured strokes over nothing: [B, 4, H, W], colour multiplied by alpha."""
    batch, count = widths.shape
    ink = stroke_ink(points, widths, size)
    strokes, pixels = [ink.stroke], [ink.pixel]
    for cells in ink.solid:
        stroke, pixel = pixels_of(cells, count, size)
        strokes.append(stroke)
        pixels.append(pixel)
    stroke, pixel = torch.cat(strokes), torch.cat(pixels)
    share = torch.nn.functional.pad(ink.share, (0, len(pixel) - len(ink.share)), value=1.0)
    layer = stroke % count
    order = layer.argsort(stable=True)
    ends = layer.bincount(minlength=count).cumsum(0).tolist()
    canvas = Over.apply(
        share[order], colors.reshape(-1, 4), stroke[order], pixel[order], ends, batch * size[0] * size[1]
    )
    return canvas.view(batch, *size, 4).permute(0, 3, 1, 2)


def pixels_of(cells: Cells, count: int, size: tuple[int, int]) -> tuple[Tensor, Tensor]:
    """Return the stroke and the pixel (index into B·H·W) of each pixel in the cells."""
    step = torch.arange(cells.side, device=cells.x.device)
    x = (cells.x[:, None, None] + step).expand(-1, cells.side, -1)  # [M, side, side]
    y = (cells.y[:, None, None] + step[:, None]).expand(-1, -1, cells.side)
    stroke = cells.stroke[:, None, None].expand_as(x)
    inside = (x < size[1]) & (y < size[0])
    return stroke[inside], ((stroke // count * size[0] + y) * size[1] + x)[inside]


class Over(torch.autograd.Function):
    """Lays ink on a canvas [P, 4] of colour times alpha: before + α·(color − before), one layer after another.

    share, stroke, pixel [M] are sorted by layer and `ends` says where each layer ends; within a layer no pixel occurs
    twice. Coming back, each layer passes on (1 − α) of the gradient that reached it.
    """

    @staticmethod
    def forward(
        ctx: Any, share: Tensor, colors: Tensor, stroke: Tensor, pixel: Tensor, ends: list[int], count: int
    ) -> Tensor:
        canvas = share.new_zeros(count, 4)
        alpha = (share * colors[stroke, 3]).unsqueeze(1)  # [M, 1]
        change = torch.cat([colors[:, :3], torch.ones_like(colors[:, :1])], 1)[stroke]  # [M, 4]
        for first, end in zip([0, *ends], ends, strict=False):
            at = pixel[first:end]
            before = canvas[at]
            change[first:end] -= before
            canvas[at] = before.addcmul_(alpha[first:end], change[first:end])
        ctx.save_for_backward(share, colors, stroke, pixel, alpha, change)
        ctx.ends = ends
        return canvas

    @staticmethod
    @once_differentiable
    def backward(ctx: Any, by_canvas: Tensor) -> tuple[Tensor | None, ...]:
        share, colors, stroke, pixel, alpha, change = ctx.saved_tensors
        flow = by_canvas.clone()
        reached = torch.empty_like(change)  # [M, 4], the gradient that reaches each stroke's pixel from above
        for first, end in reversed(list(zip([0, *ctx.ends], ctx.ends, strict=False))):
            at = pixel[first:end]
            reached[first:end] = flow[at]
            flow[at] = reached[first:end] * (1 - alpha[first:end])
        by_alpha = (reached * change).sum(1)  # [M]
        by_colors = torch.zeros_like(colors)
        by_colors[:, :3].index_add_(0, stroke, (reached * alpha)[:, :3])
        by_colors[:, 3].index_add_(0, stroke, by_alpha * share)
        return by_alpha * colors[stroke, 3], by_colors, None, None, None, None
