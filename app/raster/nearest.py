"""The nearest point of a cubic to a place, by guarded Newton steps on half the squared distance."""

from __future__ import annotations

from typing import NamedTuple

import torch
from torch import Tensor

LONGEST_STEP = 1 / 16  # of the parameter


class Cubic(NamedTuple):
    """Cubics in the power basis, S(t) = c0 + c1·t + c2·t² + c3·t³, one a column; x and y apart."""

    x: tuple[Tensor, Tensor, Tensor, Tensor]  # each [M], pixels
    y: tuple[Tensor, Tensor, Tensor, Tensor]

    @staticmethod
    def of(coefficients: Tensor) -> Cubic:
        """From a table [8, M]: c0..c3 of x, then of y."""
        rows = coefficients.unbind(0)
        return Cubic(rows[:4], rows[4:])  # type: ignore[arg-type]


def value(c: tuple[Tensor, ...], t: Tensor) -> Tensor:
    """c0 + c1·t + c2·t² + c3·t³."""
    return torch.addcmul(c[1], torch.addcmul(c[2], c[3], t), t).mul_(t).add_(c[0])


def slope(c: tuple[Tensor, ...], t: Tensor) -> Tensor:
    """c1 + 2·c2·t + 3·c3·t²."""
    return torch.addcmul(c[1], torch.addcmul(2 * c[2], 3 * c[3], t), t)


def bend(c: tuple[Tensor, ...], t: Tensor) -> Tensor:
    """2·c2 + 6·c3·t."""
    return torch.addcmul(2 * c[2], 6 * c[3], t)


def approach(cubic: Cubic, x: Tensor, y: Tensor, t: Tensor, steps: int) -> Tensor:
    """Moves t [K, M] towards the parameter whose point is nearest to (x, y), [K, M] or alike; always downhill.

    g = (S − x)·S′ is the slope of ½|S − x|² and |S′|² + (S − x)·S″ its second derivative. Where that is small or
    negative (the place lies beyond the curve's centre of curvature) a tenth of |S′|² stands in.
    """
    for _ in range(steps):
        dx, dy = value(cubic.x, t) - x, value(cubic.y, t) - y
        vx, vy = slope(cubic.x, t), slope(cubic.y, t)
        flat = (vx * vx).addcmul_(vy, vy)
        curve = (dx * bend(cubic.x, t)).addcmul_(dy, bend(cubic.y, t)).add_(flat)
        g = (dx * vx).addcmul_(dy, vy)
        step = g.div_(torch.maximum(curve, flat.mul_(0.1)).clamp_(min=1e-12))
        t = (t - step.clamp_(-LONGEST_STEP, LONGEST_STEP)).clamp_(0, 1)
    return t
