"""Adam, for the one tensor that a drawing is."""

from __future__ import annotations

import torch
from torch import Tensor


class Adam:
    """Kingma & Ba, arXiv 1412.6980, algorithm 1, on one tensor in place.

    `torch.optim` costs a second of imports before its first step, which is longer than many a sketch refines; and
    strokes come and go in a drawing, with moments of their own.
    """

    def __init__(self, parameter: Tensor, *, betas: tuple[float, float] = (0.9, 0.999), epsilon: float = 1e-8) -> None:
        self._parameter = parameter
        self._betas = betas
        self._epsilon = epsilon
        self._mean = torch.zeros_like(parameter)
        self._square = torch.zeros_like(parameter)
        self._steps = 0

    @torch.no_grad()
    def step(self, gradient: Tensor, rate: float) -> None:
        """Move against the gradient, by about `rate` in each coordinate."""
        slow, slower = self._betas
        self._steps += 1
        self._mean.lerp_(gradient, 1 - slow)
        self._square.mul_(slower).addcmul_(gradient, gradient, value=1 - slower)
        mean = self._mean / (1 - slow**self._steps)
        square = self._square / (1 - slower**self._steps)
        self._parameter.addcdiv_(mean, square.sqrt() + self._epsilon, value=-rate)
