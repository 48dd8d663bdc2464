"""The rasteriser's entry points, and the choice between plain torch, code compiled for the CPU, and Triton kernels."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from functools import cache

import torch
from torch import Tensor

from taureau.raster import composite, tiles

log = logging.getLogger(__name__)

WHITE = (1.0, 1.0, 1.0)
TRIAL_TOLERANCE = 1e-3


def render(
    points: Tensor,  # [B, N, S, 4, 2], pixels: x right, y down
    widths: Tensor,  # [B, N], full widths, pixels
    colors: Tensor | None = None,  # [B, N, 4], straight alpha, 0..1; None: opaque black
    *,
    size: tuple[int, int],  # height, width
    background: Tensor | Sequence[float] | None = WHITE,  # colour, or anything that broadcasts to [B, 3, H, W]
) -> Tensor:
    """Draw N strokes of S cubic Béziers on each of B canvases, differentiable in points, widths and colours.

    Strokes have round caps and lie *over* each other in their order. The picture is [B, 3, H, W] over the background,
    or [B, 4, H, W] with the colour multiplied by its alpha where there is none.

    A stroke of width 0, or with a coordinate that is not finite, is absent. A stroke of fewer segments than S is padded
    by segments that repeat its last point four times. Absent strokes and padding get no gradient.
    """
    check(points, widths, colors, size)
    if colors is None:
        ink = coverage(points, widths, size=size).unsqueeze(1)  # [B, 1, H, W]
        picture = torch.cat([torch.zeros_like(ink).expand(-1, 3, -1, -1), ink], 1)
    else:
        picture = composite.over(points, widths, colors, size)
    if background is None:
        return picture
    if not isinstance(background, Tensor):
        background = points.new_tensor(background)
    background = background.to(points.dtype)
    if background.ndim == 1:
        background = background[:, None, None]
    return picture[:, :3] + (1 - picture[:, 3:]) * background


def coverage(points: Tensor, widths: Tensor, *, size: tuple[int, int]) -> Tensor:
    """Return the ink of all strokes together: [B, H, W]. Arguments as for `render`; faster than that."""
    check(points, widths, None, size)
    if suits(points):
        return compiled_coverage(points.device)(points, widths, size=size)
    return composite.union(points, widths, size)


def check(points: Tensor, widths: Tensor, colors: Tensor | None, size: tuple[int, int]) -> None:
    """Raise ValueError for shapes and number types that do not fit together."""
    if points.dtype not in (torch.float32, torch.float64) or widths.dtype != points.dtype:
        raise ValueError(f"points and widths must both be float32 or float64, not {points.dtype} and {widths.dtype}")
    if points.ndim != 5 or points.shape[3:] != (4, 2) or not points.shape[2]:
        raise ValueError(f"points must be [B, N, S, 4, 2], not {list(points.shape)}")
    if widths.shape != points.shape[:2]:
        raise ValueError(f"widths must be [B, N] = {list(points.shape[:2])}, not {list(widths.shape)}")
    if colors is not None and colors.shape != (*points.shape[:2], 4):
        raise ValueError(f"colors must be [B, N, 4] = {[*points.shape[:2], 4]}, not {list(colors.shape)}")
    if colors is not None and colors.dtype != points.dtype:
        raise ValueError(f"colors must be {points.dtype} as points are, not {colors.dtype}")
    if not all(isinstance(length, int) and length >= 1 for length in size):
        raise ValueError(f"size must be whole pixels, at least one each way, not {size}")


def suits(points: Tensor) -> bool:
    """Return whether compiled code can draw these strokes."""
    return (
        points.device.type in ("cpu", "cuda")
        and points.dtype == torch.float32
        and points.numel() > 0
        and works(points.device)
    )


def compiled_coverage(device: torch.device) -> Callable[..., Tensor]:
    """Return what draws on a device: Triton kernels or code for the CPU; raises ImportError without llvmlite."""
    if device.type == "cuda":
        return tiles.coverage
    from taureau.raster.native.coverage import coverage as by_processor

    return by_processor


@cache
def works(device: torch.device) -> bool:
    """Return whether a device's code can be compiled and agrees with plain torch on a trial.

    Asked once for each device, and not within a graph's capture: the trial reads its result back.
    """
    try:
        error = trial(compiled_coverage(device), device)
    except Exception as failure:  # no triton or llvmlite, no C compiler, too old a device: each fails in its own way
        log.warning("Strokes are drawn by plain torch on %s, more slowly: %s", device, failure)
        return False
    if error > TRIAL_TOLERANCE:
        log.warning("Strokes are drawn by plain torch on %s, more slowly: its kernels are %.2g off", device, error)
    return error <= TRIAL_TOLERANCE


def trial(draw: Callable[..., Tensor], device: torch.device) -> float:
    """Return the relative error of ink and gradient of one curved stroke on a device against plain torch."""
    points = torch.tensor([[[[[3.2, 4.1], [20.7, 2.3], [2.9, 27.4], [26.3, 22.8]]]]])  # [1, 1, 1, 4, 2]
    widths = torch.tensor([[2.6]])
    found = []
    for rasterizer, place in ((draw, device), (composite.union, torch.device("cpu"))):
        leaf = points.to(place).requires_grad_(True)
        with torch.enable_grad():
            ink = rasterizer(leaf, widths.to(place), size=(32, 32))
            (slopes,) = torch.autograd.grad((ink * ink).sum(), leaf)
        found.append((ink.detach().cpu(), slopes.cpu()))
    (ink, slopes), (true_ink, true_slopes) = found
    return max(float((ink - true_ink).abs().max()), float((slopes - true_slopes).norm() / true_slopes.norm()))
