"""The adapter for pydiffvg: images and gradients where it is installed, its plain words where it is not."""

from __future__ import annotations

import sys

import pytest
import torch
from taureau.raster import coverage, diffvg, render

from tests.raster.drawing import stroke

POINTS = torch.cat(
    [
        stroke((6, 30), (14, 4), (40, 56), (52, 20), dtype=torch.float32),
        stroke((8, 8), (22, 14), (36, 6), (54, 12), dtype=torch.float32),
    ],
    1,
)
WIDTHS = torch.tensor([[6.0, 4.0]])
SIZE = (60, 64)
present = pytest.mark.skipif(not diffvg.available(), reason="pydiffvg is not installed")


def test_says_what_to_do_when_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pydiffvg", None)
    with pytest.raises(diffvg.DiffvgMissingError, match=r"build it from github\.com/BachiLi/diffvg"):
        diffvg.coverage(POINTS, WIDTHS, size=SIZE)


@present
def test_images_agree() -> None:
    colors = torch.tensor([[[1.0, 0.2, 0, 1], [0, 0.3, 1, 0.5]]])
    ours = render(POINTS, WIDTHS, colors, size=SIZE)
    assert (ours - diffvg.render(POINTS, WIDTHS, colors, size=SIZE, samples=16)).abs().mean() < 0.002
    assert (coverage(POINTS, WIDTHS, size=SIZE) - diffvg.coverage(POINTS, WIDTHS, size=SIZE)).abs().mean() < 0.01


@present
def test_gradients_point_the_same_way() -> None:
    target = torch.linspace(0, 1, SIZE[1]).expand(1, *SIZE)

    def gradient(rasterizer: object, seed: int = 0) -> torch.Tensor:
        points, widths = POINTS.clone().requires_grad_(), WIDTHS.clone().requires_grad_()
        if rasterizer is diffvg:
            ink = 1 - diffvg.render(points, widths, size=SIZE, samples=8, seed=seed)[:, 0]
        else:
            ink = coverage(points, widths, size=SIZE)
        return torch.cat([g.flatten() for g in torch.autograd.grad(((ink - target) ** 2).mean(), (points, widths))])

    theirs = torch.stack([gradient(diffvg, seed) for seed in range(8)]).mean(0)
    assert torch.cosine_similarity(gradient(None), theirs, 0) > 0.9
