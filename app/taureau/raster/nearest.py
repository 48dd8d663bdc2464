"""The nearest point of a cubic to a point, by safeguarded Newton steps on half the squared distance."""

from __future__ import annotations

from typing import NamedTuple

import torch
from torch import Tensor

from taureau.raster.parameters import INSIDE, LONGEST_STEP, MORE_STEPS, STIFF


class Cubic(NamedTuple):
    """M cubics in the power basis, S(t) = c0 + c1·t + c2·t² + c3·t³, x and y apart."""

    x: tuple[Tensor, ...]  # c0, c1, c2, c3, each [M], pixels
    y: tuple[Tensor, ...]

    @staticmethod
    def pick(coefficients: Tensor, which: Tensor) -> Cubic:
        """Return some columns [M] of a table [8, …]: c0..c3 of x, then of y."""
        rows = coefficients.index_select(1, which).unbind(0)
        return Cubic(rows[:4], rows[4:])


def value(c: tuple[Tensor, ...], t: Tensor) -> Tensor:
    """c0 + c1·t + c2·t² + c3·t³."""
    return torch.addcmul(c[1], torch.addcmul(c[2], c[3], t), t).mul_(t).add_(c[0])


def slope(c: tuple[Tensor, ...], t: Tensor) -> Tensor:
    """c1 + 2·c2·t + 3·c3·t²."""
    return torch.addcmul(c[1], torch.addcmul(2 * c[2], 3 * c[3], t), t)


def bend(c: tuple[Tensor, ...], t: Tensor) -> Tensor:
    """2·c2 + 6·c3·t."""
    return torch.addcmul(2 * c[2], 6 * c[3], t)


def distance(cubic: Cubic, x: Tensor, y: Tensor, t: Tensor) -> Tensor:
    """Return the distance from the points at t to (x, y), pixels."""
    dx, dy = value(cubic.x, t) - x, value(cubic.y, t) - y
    return dx.mul_(dx).addcmul_(dy, dy).sqrt_()


def approach(cubic: Cubic, x: Tensor, y: Tensor, t: Tensor, steps: int) -> Tensor:
    """Move the parameters t [K, M] towards those whose points are nearest to (x, y) [K, M], always downhill.

    g = (S − x)·S′ is the slope of ½|S − x|² and |S′|² + (S − x)·S″ its second derivative. Where that is small or
    negative (beyond the curve's centre of curvature) a tenth of |S′|² is used instead.
    """
    for _ in range(steps):
        dx, dy = value(cubic.x, t) - x, value(cubic.y, t) - y
        vx, vy = slope(cubic.x, t), slope(cubic.y, t)
        flat = (vx * vx).addcmul_(vy, vy)
        curve = (dx * bend(cubic.x, t)).addcmul_(dy, bend(cubic.y, t)).add_(flat)
        g = dx.mul_(vx).addcmul_(dy, vy)
        step = g.div_(torch.maximum(curve, flat.mul_(0.1)).clamp_(min=1e-12))
        t = (t - step.clamp_(-LONGEST_STEP, LONGEST_STEP)).clamp_(0, 1)
    return t


def settle(coefficients: Tensor, which: Tensor, x: Tensor, y: Tensor, t: Tensor, steps: int, span: float) -> Tensor:
    """Return the nearest parameters [K, M] for all points [K, M] of a column within `span` pixels, from one t [M].

    The first Newton step uses the derivatives at t for the whole column, then `approach` continues. Where the curve
    bends or changes its speed strongly within the span, its nearest point may jump between points: those columns start
    from either side too, take MORE_STEPS and keep the nearest result.
    """
    t = t.clamp(INSIDE, 1 - INSIDE)
    cubic = Cubic.pick(coefficients, which)
    px, py = value(cubic.x, t), value(cubic.y, t)
    vx, vy = slope(cubic.x, t), slope(cubic.y, t)
    bx, by = bend(cubic.x, t), bend(cubic.y, t)
    flat = vx * vx + vy * vy  # [M]
    middle = len(x) // 2
    curve = (px - x[middle]) * bx + (py - y[middle]) * by + flat
    stiff = (curve < torch.hypot(bx, by) * (span / STIFF)).nonzero().squeeze(1)
    safe = torch.maximum(curve, 0.1 * flat).clamp_(min=1e-12)
    step = ((x - px) * (vx / safe)).addcmul_(y - py, vy / safe).clamp_(-LONGEST_STEP, LONGEST_STEP)
    settled = approach(cubic, x, y, step.add_(t).clamp_(0, 1), steps - 1)
    if len(stiff):
        few = Cubic.pick(coefficients, which[stiff])
        points = x.index_select(1, stiff), y.index_select(1, stiff)
        aside = (2 * span * flat[stiff].clamp(min=1e-12).rsqrt()).clamp(max=2 * LONGEST_STEP)
        best, least = settled[:, stiff], torch.full_like(points[0], torch.inf)
        for start in (t[stiff], t[stiff] - aside, t[stiff] + aside):
            found = approach(few, *points, start.clamp(INSIDE, 1 - INSIDE).expand_as(least), MORE_STEPS)
            d = distance(few, *points, found)
            best, least = torch.where(d < least, found, best), torch.minimum(least, d)
        settled[:, stiff] = best
    return settled


def nearer_ends(coefficients: Tensor, which: Tensor, x: Tensor, y: Tensor, t: Tensor, span: float) -> Tensor:
    """Replace t [K, M] by an end of the curve where that is nearer; arguments as for `settle`."""
    c = coefficients.index_select(1, which).view(2, 4, -1)
    middle = len(x) // 2
    reach = distance(Cubic(c[0].unbind(0), c[1].unbind(0)), x[middle], y[middle], t[middle]) + 3 * span  # [M]
    for end, (ex, ey) in ((0.0, c[:, 0]), (1.0, c.sum(1))):
        beside = (ex - x[middle]) ** 2 + (ey - y[middle]) ** 2 < reach**2
        few = (beside & (t[middle] != end)).nonzero().squeeze(1)
        if len(few):
            points, old = (x.index_select(1, few), y.index_select(1, few)), t.index_select(1, few)
            nearer = torch.hypot(ex[few] - points[0], ey[few] - points[1])
            t[:, few] = torch.where(nearer < distance(Cubic.pick(coefficients, which[few]), *points, old), end, old)
    return t
