"""The pydiffvg library behind the signatures of `taureau.raster`, for comparison; slower, and has to be compiled.

pydiffvg's `stroke_width` is a radius, so widths are halved. It has no batch: images are drawn one by one. Its
gradient is a Monte Carlo estimate, biased on curved strokes: it lacks the factor |1 ± h·κ| by which an edge at
distance h from a curve of curvature κ is longer or shorter than the curve.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec
from typing import Any

import torch
from torch import Tensor

from taureau.raster.dispatch import WHITE, check

SAMPLES = 2  # along each side of a pixel
MISSING = "pydiffvg is not installed: build it from github.com/BachiLi/diffvg, or choose another rasterizer."


class DiffvgMissingError(ImportError):
    """pydiffvg was requested and is not installed."""

    def __init__(self) -> None:
        super().__init__(MISSING)


def available() -> bool:
    """Return whether pydiffvg can be imported."""
    return find_spec("pydiffvg") is not None


def library() -> Any:
    """Return the pydiffvg module."""
    try:
        import pydiffvg
    except ImportError as error:
        raise DiffvgMissingError from error
    return pydiffvg


def render(
    points: Tensor,  # [B, N, S, 4, 2], pixels
    widths: Tensor,  # [B, N], full widths, pixels
    colors: Tensor | None = None,  # [B, N, 4], straight alpha; None: opaque black
    *,
    size: tuple[int, int],  # height, width
    background: Tensor | Sequence[float] = WHITE,  # colour, or anything that broadcasts to [B, 3, H, W]
    samples: int = SAMPLES,
    seed: int = 0,
) -> Tensor:
    """Render as `taureau.raster.render` over a background: [B, 3, H, W]."""
    check(points, widths, colors, size)
    diffvg = library()
    diffvg.set_use_gpu(points.is_cuda)
    if colors is None:
        colors = points.new_tensor([0.0, 0.0, 0.0, 1.0]).expand(*widths.shape, 4)
    ground = torch.as_tensor(background, dtype=torch.float32, device=points.device)
    if ground.ndim == 1:
        ground = ground[:, None, None]
    ground = ground.expand(len(points), 3, *size)
    pictures = [
        picture(diffvg, *scene, size, samples, seed)
        for scene in zip(points.float(), widths.float(), colors.float(), ground, strict=True)
    ]
    return torch.stack(pictures).to(points.dtype)


def picture(
    diffvg: Any,
    points: Tensor,  # [N, S, 4, 2]
    widths: Tensor,  # [N]
    colors: Tensor,  # [N, 4]
    ground: Tensor,  # [3, H, W]
    size: tuple[int, int],
    samples: int,
    seed: int,
) -> Tensor:
    """Render one image: [3, H, W]."""
    height, width = size
    shapes: list[Any] = []
    groups: list[Any] = []
    for chain, stroke_width, color in zip(points, widths, colors, strict=True):
        if not (stroke_width > 0 and chain.isfinite().all()):
            continue
        joined = torch.cat([chain[:1, 0], chain[:, 1:].flatten(0, 1)])  # [1 + 3·S, 2]
        handles = torch.full((len(chain),), 2, dtype=torch.int32)
        groups.append(
            diffvg.ShapeGroup(shape_ids=torch.tensor([len(shapes)]), fill_color=None, stroke_color=color.contiguous())
        )
        shapes.append(
            diffvg.Path(
                num_control_points=handles,
                points=joined.contiguous(),
                stroke_width=stroke_width / 2,
                is_closed=False,
            )
        )
    if not shapes:
        return ground
    opaque = torch.cat([ground, torch.ones_like(ground[:1])]).permute(1, 2, 0).contiguous()  # [H, W, 4]
    scene = diffvg.RenderFunction.serialize_scene(width, height, shapes, groups)
    drawn = diffvg.RenderFunction.apply(width, height, samples, samples, seed, opaque, *scene)  # [H, W, 4]
    return drawn[..., :3].permute(2, 0, 1)


def coverage(points: Tensor, widths: Tensor, *, size: tuple[int, int]) -> Tensor:
    """Return the ink as `taureau.raster.coverage`: [B, H, W]."""
    return 1 - render(points, widths, size=size)[:, 0]
