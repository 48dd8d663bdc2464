"""Against pictures and gradients of other renderers, kept in scenes.npz.

For each scene: points [N, 4, 2] and widths [N] in pixels, `image` a picture of 16 × 16 samples a pixel or better
(8 bits, black on white), `error` the mean error of a picture of 2 × 2 samples; for two of them also a `target` and
`exact`, the gradient of mean((image − target)²) by central differences of an independent renderer, steps of ±0.05 px.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy as np
import pytest
import torch
from taureau.raster import coverage


@cache
def scenes() -> dict[str, np.ndarray]:
    with np.load(Path(__file__).with_name("scenes.npz")) as data:
        return dict(data)


def error_ratio(name: str) -> float:
    """The mean error of our picture over that of 2 × 2 samples."""
    data = scenes()
    points = torch.from_numpy(data[f"{name}_points"])[None, :, None]
    ink = coverage(points, torch.from_numpy(data[f"{name}_widths"])[None], size=(224, 224))[0].numpy()
    return float(np.abs(1 - ink - data[f"{name}_image"] / 255).mean() / data[f"{name}_error"])


def test_images_are_far_closer_than_four_samples() -> None:
    ratios = [error_ratio(name) for name in scenes()["names"]]
    assert len(ratios) == 14
    assert np.median(ratios) < 0.08
    assert max(ratios) < 0.2


@pytest.mark.parametrize(("name", "limit"), [("s00", 0.2), ("s04", 0.06)])
def test_gradients_are_close_to_exact_ones(name: str, limit: float) -> None:
    data = scenes()
    points = torch.from_numpy(data[f"{name}_points"]).double()[None, :, None].requires_grad_()
    widths = torch.from_numpy(data[f"{name}_widths"]).double()[None]
    picture = 1 - coverage(points, widths, size=(224, 224))[0]
    target = torch.from_numpy(data[f"{name}_target"]).double()
    (gradient,) = torch.autograd.grad(((picture - target) ** 2).mean(), points)
    exact = data[f"{name}_exact"]
    assert np.linalg.norm(gradient[0, :, 0].numpy() - exact) < limit * np.linalg.norm(exact)
