"""Adam on one tensor with a row for each stroke, to which rows can be added and removed."""

from __future__ import annotations

import torch
from torch import Tensor


class Adam:
    """Kingma & Ba, arXiv 1412.6980, algorithm 1, on the rows of one tensor [N, …].

    `torch.optim` costs a second of imports before its first step, longer than many a sketch is refined. And each row
    has its own moments and step count, so that rows can be added and removed without affecting the others.
    """

    def __init__(self, rows: Tensor, *, betas: tuple[float, float] = (0.9, 0.999), epsilon: float = 1e-8) -> None:
        self._betas = betas
        self._epsilon = epsilon
        self.rows = rows.detach().clone()  # [N, …], moved in place by `step`
        self._mean = torch.zeros_like(self.rows)
        self._square = torch.zeros_like(self.rows)
        self._steps = self._column(torch.zeros(len(rows)))  # [N, 1, …]

    @torch.no_grad()
    def step(self, gradient: Tensor, rate: float | Tensor) -> None:
        """Move against the gradient [N, …] with the learning rate `rate`: one for all rows, or [N]."""
        slow, slower = self._betas
        self._steps += 1
        self._mean.lerp_(gradient, 1 - slow)
        self._square.mul_(slower).addcmul_(gradient, gradient, value=1 - slower)
        mean = self._mean / (1 - slow**self._steps)
        square = self._square / (1 - slower**self._steps)
        each = self._column(rate) if isinstance(rate, Tensor) else rate
        self.rows.sub_(each * mean / (square.sqrt() + self._epsilon))

    @property
    def state(self) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """The tensors that a step changes in place."""
        return self.rows, self._mean, self._square, self._steps

    def add(self, rows: Tensor) -> None:
        """Append rows [M, …] with fresh moments."""
        still = torch.zeros_like(rows)
        self.rows = torch.cat([self.rows, rows.detach()])
        self._mean = torch.cat([self._mean, still])
        self._square = torch.cat([self._square, still])
        self._steps = torch.cat([self._steps, self._column(torch.zeros(len(rows)))])

    def keep(self, index: Tensor) -> None:
        """Keep these rows alone, in this order."""
        self.rows, self._mean, self._square, self._steps = (
            state[index] for state in (self.rows, self._mean, self._square, self._steps)
        )

    def _column(self, values: Tensor) -> Tensor:
        """Return values [N] reshaped to broadcast over rows."""
        return values.to(self.rows).reshape(-1, *[1] * (self.rows.ndim - 1))
