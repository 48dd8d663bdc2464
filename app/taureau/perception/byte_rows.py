"""Matrices kept as whole numbers of one byte, with one scale a row: a quarter of float32, and nearly as exact."""

from __future__ import annotations

import torch
from torch import Tensor

_MOST = 127
_LEAST_SCALE = 2.0**-14  # the least of fp16 at full precision


def as_bytes(rows: Tensor) -> tuple[Tensor, Tensor]:
    """A matrix [R, C] as int8 [R, C], and what each row is multiplied by, fp16 [R]."""
    rows = rows.float()
    scales = (rows.abs().amax(1) / _MOST).clamp(min=_LEAST_SCALE).half()
    return (rows / scales.float()[:, None]).round().clamp(-_MOST, _MOST).to(torch.int8), scales


def from_bytes(whole: Tensor, scales: Tensor) -> Tensor:
    """The matrix again, [R, C] in float32."""
    return whole.float() * scales.float()[:, None]
