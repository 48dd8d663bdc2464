"""A supervised linear classifier on frozen features, for comparison with zero-shot classification."""

from __future__ import annotations

import torch
from torch import Tensor

_DECAY = 1e-3  # weight of the squared weights beside the mean cross-entropy
_STEPS = 200  # of L-BFGS, at most


class SupervisedHead:
    """Logistic regression on features [N, D] with labels [N] of `count` classes, fitted by L-BFGS.

    Features are standardised by the mean and variance of the training features.
    """

    def __init__(self, features: Tensor, labels: Tensor, count: int) -> None:
        self._mean, self._std = features.mean(0), features.std(0).clamp(min=1e-6)
        inputs = self._scaled(features)
        self._weight = torch.zeros(features.shape[1], count, requires_grad=True)
        self._bias = torch.zeros(count, requires_grad=True)
        fit = torch.optim.LBFGS([self._weight, self._bias], max_iter=_STEPS, line_search_fn="strong_wolfe")

        def loss() -> Tensor:
            fit.zero_grad()
            wrong = torch.nn.functional.cross_entropy(inputs @ self._weight + self._bias, labels)
            total = wrong + _DECAY * self._weight.square().sum()
            total.backward()  # type: ignore[no-untyped-call]
            return total

        fit.step(loss)  # type: ignore[no-untyped-call]

    @torch.no_grad()
    def __call__(self, features: Tensor) -> Tensor:
        """Return scores [N, count] of features [N, D]."""
        scores: Tensor = self._scaled(features) @ self._weight + self._bias
        return scores

    def _scaled(self, features: Tensor) -> Tensor:
        return (features - self._mean) / self._std
