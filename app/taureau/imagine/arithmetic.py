"""Interpolation and text differences of CLIP embeddings (arXiv 2204.06125, section 3)."""

from __future__ import annotations

import torch
from torch import Tensor

_PARALLEL = 1e-5  # radians between two directions under which their arc is a straight line


def slerp(first: Tensor, second: Tensor, share: float) -> Tensor:
    """Interpolate from `first` [B, D] at share 0 to `second` [B, D] at share 1 along the great circle.

    Lengths are interpolated linearly. Opposite directions have no unique circle: they are joined through a third
    direction that is always the same.
    """
    a, b = first.double(), second.double()
    length = (1 - share) * a.norm(dim=-1, keepdim=True) + share * b.norm(dim=-1, keepdim=True)  # [B, 1]
    a, b = torch.nn.functional.normalize(a, dim=-1), torch.nn.functional.normalize(b, dim=-1)
    cosine = (a * b).sum(-1, keepdim=True).clamp(-1, 1)
    aside = torch.nn.functional.normalize(_across(a, b, cosine), dim=-1)  # [B, D], at a right angle to a
    angle = share * torch.arccos(cosine)
    turned = torch.cos(angle) * a + torch.sin(angle) * aside
    return (length * turned).to(first.dtype)


def text_difference(before: Tensor, after: Tensor) -> Tensor:
    """Return the unit vector [B, D] from one sentence's normalised embedding to another's.

    Raises ValueError where both embeddings are the same.
    """
    normalize = torch.nn.functional.normalize
    difference = normalize(after.double(), dim=-1) - normalize(before.double(), dim=-1)
    if bool((difference.norm(dim=-1) < _PARALLEL).any()):
        raise ValueError("both sentences have the same embedding")
    return normalize(difference, dim=-1).to(before.dtype)


def changed(image: Tensor, before: Tensor, after: Tensor, theta: float) -> Tensor:
    """Rotate an image's embedding [B, D] toward a text difference, at constant length.

    slerp(z, norm(t_after − t_before), θ), as in the paper.
    """
    direction = text_difference(before, after).to(image)
    return slerp(image, direction * image.norm(dim=-1, keepdim=True), theta)


def _across(a: Tensor, b: Tensor, cosine: Tensor) -> Tensor:
    """Return the component of b [B, D] orthogonal to a [B, D]; for parallel ones any orthogonal direction."""
    rest = b - cosine * a
    other = torch.zeros_like(a)
    other.scatter_(-1, a.abs().argmin(-1, keepdim=True), 1.0)  # the axis farthest from a
    other = other - (other * a).sum(-1, keepdim=True) * a
    return torch.where(rest.norm(dim=-1, keepdim=True) < _PARALLEL, other, rest)
