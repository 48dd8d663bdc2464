"""Adam, for the one tensor that a drawing is: a row for each stroke, and strokes come and go."""

from __future__ import annotations

import torch
from torch import Tensor


class Adam:
    """Kingma & Ba, arXiv 1412.6980, algorithm 1, on the rows of one tensor [N, …].

    `torch.optim` costs a second of imports before its first step, which is longer than many a sketch refines; and each
    row has moments and a count of steps of its own, so that rows may be added and removed while the others go on as
    if nothing had happened.
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
        """Move against the gradient [N, …], by about `rate` in each coordinate: one for all rows, or [N]."""
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
        """All that a step changes, in place."""
        return self.rows, self._mean, self._square, self._steps

    def add(self, rows: Tensor) -> None:
        """Append rows [M, …], which have not moved yet."""
        still = torch.zeros_like(rows)
        self.rows = torch.cat([self.rows, rows.detach()])
        self._mean = torch.cat([self._mean, still])
        self._square = torch.cat([self._square, still])
        self._steps = torch.cat([self._steps, self._column(torch.zeros(len(rows)))])

    def keep(self, index: Tensor) -> None:
        """Go on with these rows alone, in this order."""
        self.rows, self._mean, self._square, self._steps = (
            state[index] for state in (self.rows, self._mean, self._square, self._steps)
        )

    def _column(self, values: Tensor) -> Tensor:
        """Values [N] shaped so that they multiply rows."""
        return values.to(self.rows).reshape(-1, *[1] * (self.rows.ndim - 1))
