"""Contrastive training of a CLIP (arXiv 2103.00020, section 2.3)."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import torch
from torch import Tensor

_MAX_LOG_SCALE = math.log(100)


def contrastive_loss(images: Tensor, texts: Tensor, scale: Tensor, captions: Sequence[object]) -> Tensor:
    """Return the symmetric InfoNCE of unit embeddings [B, D] of images and texts: ½ [CE(s·I Tᵀ) + CE(s·T Iᵀ)].

    The target of an image is its text; texts with equal captions share the probability mass.
    """
    number = {caption: index for index, caption in enumerate(dict.fromkeys(captions))}
    which = torch.tensor([number[caption] for caption in captions], device=images.device)
    same = (which[:, None] == which[None]).to(images.dtype)
    target = same / same.sum(1, keepdim=True)  # [B, B], symmetric
    logits = scale * images @ texts.T
    cross = torch.nn.functional.cross_entropy
    return (cross(logits, target) + cross(logits.T, target)) / 2


class ContrastiveTraining:
    """AdamW on an open_clip model with a warm-up for a tenth of `steps` and cosine decay to 0."""

    def __init__(self, model: Any, *, steps: int, rate: float = 1e-3, decay: float = 0.05) -> None:
        from open_clip.tokenizer import SimpleTokenizer

        self._model = model.train().requires_grad_(True)
        self._steps = steps
        self._rate = rate
        self._done = 0
        matrices = [parameter for parameter in model.parameters() if parameter.ndim > 1]
        others = [parameter for parameter in model.parameters() if parameter.ndim <= 1]
        groups = [{"params": matrices, "weight_decay": decay}, {"params": others, "weight_decay": 0.0}]
        self._adam = torch.optim.AdamW(groups, lr=rate, betas=(0.9, 0.98))
        self._tokenizer = SimpleTokenizer(context_length=getattr(model, "text", model).context_length)

    def step(self, images: Tensor, captions: Sequence[str]) -> float:
        """Take a step on normalised images [B, 3, S, S] with captions; return the loss before it."""
        progress = self._done / self._steps
        rise = min(1.0, (self._done + 1) / max(1.0, 0.1 * self._steps))
        for group in self._adam.param_groups:
            group["lr"] = self._rate * rise * 0.5 * (1 + math.cos(math.pi * progress))
        tokens = self._tokenizer(list(captions)).to(images.device)
        seen = self._model.encode_image(images, normalize=True)
        read = self._model.encode_text(tokens, normalize=True)
        loss = contrastive_loss(seen, read, self._model.logit_scale.exp(), captions)
        self._adam.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        self._adam.step()
        with torch.no_grad():
            self._model.logit_scale.clamp_(max=_MAX_LOG_SCALE)
        self._done += 1
        return float(loss.detach())
