"""The attention pooling of CLIP's ResNets for its one query."""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor, nn


class SingleQueryPool(nn.Module):
    """open_clip's AttentionPool2d, the same up to rounding, with the arithmetic of one query.

    CLIP uses what the mean of all positions attends to. open_clip lets every position attend, which takes a twelfth of
    RN101's time. For one query, keys and values of the positions need not be computed either: the query goes back
    through the key projection, and the weighted mean of the positions through the value projection.
    """

    def __init__(self, pool: Any) -> None:
        super().__init__()
        self.positional_embedding = pool.positional_embedding  # [1 + H·W, C]
        self.q_proj, self.k_proj, self.v_proj, self.c_proj = pool.q_proj, pool.k_proj, pool.v_proj, pool.c_proj
        self._heads = pool.num_heads

    def forward(self, features: Tensor) -> Tensor:
        """Features [B, C, H, W] -> embeddings [B, D]."""
        positions = features.flatten(2).mT
        positions = torch.cat([positions.mean(1, keepdim=True), positions], 1)
        positions = positions + self.positional_embedding.to(positions.dtype)  # [B, 1 + H·W, C]
        query = self.q_proj(positions[:, 0]).unflatten(1, (self._heads, -1))  # [B, heads, C / heads]
        sought = torch.einsum("bhd,hdc->bhc", query, self._per_head(self.k_proj))
        # The key projection's bias adds the same to the score of every position.
        scores = (sought @ positions.mT).float() * query.shape[2] ** -0.5
        seen = scores.softmax(-1).to(positions.dtype) @ positions  # [B, heads, C]
        values = torch.einsum("bhc,hdc->bhd", seen, self._per_head(self.v_proj)).flatten(1) + self.v_proj.bias
        embeddings: Tensor = self.c_proj(values)
        return embeddings

    def _per_head(self, projection: nn.Linear) -> Tensor:
        """Return a projection's weight as [heads, C / heads, C]."""
        return projection.weight.view(self._heads, -1, projection.in_features)
