"""Losses of the three output channels."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

_DICE = 0.7  # weight of the Dice term
_RARE, _RARER = 3.0, 20.0  # weights of line pixels in contours and faces, relative to the others
_SMOOTH = 8.0  # px, damps Dice on pictures without a subject


def eye_losses(
    logits: Tensor, subject: Tensor, contours: Tensor, faces: Tensor, weight: Tensor, face_weight: Tensor
) -> tuple[Tensor, Tensor, Tensor]:
    """Scalar losses of subject, contours and faces: cross-entropy plus Dice (arXiv 1606.04797).

    `logits` are [B, 3, h, w], targets and weights [B, h, w]. Dice yields crisp lines (Deng et al., ECCV 2018).
    """
    mask = _entropy(logits[:, 0], subject, weight) + _DICE * _dice(logits[:, 0], subject, weight)
    lines = _entropy(logits[:, 1], contours, weight * (1 + (_RARE - 1) * contours))
    features = _entropy(logits[:, 2], faces, face_weight * (1 + (_RARER - 1) * faces))
    seen = face_weight * (faces.amax((1, 2), keepdim=True) > 0.5)  # Dice is undefined without a face
    return (
        mask,
        lines + _DICE * _dice(logits[:, 1], contours, weight),
        features + _DICE * _dice(logits[:, 2], faces, seen),
    )


def _entropy(logits: Tensor, target: Tensor, weight: Tensor) -> Tensor:
    losses = functional.binary_cross_entropy_with_logits(logits, target, weight, reduction="sum")
    return losses / weight.sum().clamp_min(1)


def _dice(logits: Tensor, target: Tensor, weight: Tensor) -> Tensor:
    seen, wanted = logits.sigmoid() * weight, target * weight
    common = (seen * target).sum((1, 2))
    both = (seen * logits.sigmoid()).sum((1, 2)) + (wanted * target).sum((1, 2))
    return (1 - (2 * common + _SMOOTH) / (both + _SMOOTH)).mean()


def as_tensors(pictures: Tensor) -> Tensor:
    """uint8 pictures [B, H, W, 3] as images [B, 3, H, W] in 0 … 1, channels-last."""
    return pictures.permute(0, 3, 1, 2).float().div(255).contiguous(memory_format=torch.channels_last)
