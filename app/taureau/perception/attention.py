"""Attention maps on an encoder's grid: relevance in a CLIP transformer, Grad-CAM in all others."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import cast

import cv2
import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from taureau.perception.clip import ClipEncoder
from taureau.perception.encoder import ClassEncoder, Encoder
from taureau.perception.taureau_clip import TaureauClip

Map = NDArray[np.float32]  # [H, W]


def attention(encoder: Encoder, images: Tensor, sentence: str | None = None) -> Map:
    """Return the relevance of each cell of one image [1, 3, H, W], 0 … 1, on the encoder's grid [h, w].

    Without a sentence it is the relevance for the image's embedding, with one for its cosine with the sentence; raises
    ValueError where the encoder does not read text.
    """
    text = None if sentence is None else encoder.encode_text([sentence])
    if isinstance(encoder, ClipEncoder) and encoder.is_transformer and _blocks(encoder):
        return _relevance(encoder, images, text)
    if isinstance(encoder, ClipEncoder | TaureauClip):
        return _clip_activation(encoder, images, text)
    return _class_activation(cast("ClassEncoder", encoder), images)


def on_photo(found: Map, shape: tuple[int, ...]) -> Map:
    """Resize a map of an encoder's grid to the photo's size [H, W], 0 … 1."""
    return cv2.resize(found, shape[1::-1], interpolation=cv2.INTER_CUBIC).clip(0, 1)


def _relevance(encoder: ClipEncoder, images: Tensor, text: Tensor | None) -> Map:
    """Return the relevance of patches for the class token (Chefer et al., arXiv 2103.15679), min–max scaled.

    Without a text the attention A of each layer is averaged over heads, and the layers' rows of the class token over
    layers, as CLIPasso does (arXiv 2202.05822, section 3.3). With one, R ← R + mean over heads of relu(∂s/∂A · A) R,
    s being the cosine of image and text.
    """
    with torch.set_grad_enabled(text is not None), _attention_weights(encoder) as layers:
        score = encoder.encode_image(images.detach().requires_grad_(text is not None), embedding=True).direction()
    if text is None:
        rows = torch.stack([layer.mean(1)[0, 0] for layer in layers]).mean(0)  # [1 + P]
    else:
        slopes = torch.autograd.grad((score * text).sum(), layers)
        relevance = torch.eye(layers[0].shape[-1], device=images.device)
        for layer, slope in zip(layers, slopes, strict=True):
            weight = (layer.detach() * slope).relu().mean(1)[0].float()  # [1 + P, 1 + P]
            relevance = relevance + weight @ relevance
        rows = relevance[0]
    patches = rows[1:].detach().float()
    side = round(len(patches) ** 0.5)
    return _scaled(patches.view(side, side).cpu().numpy(), from_lowest=True)


def _clip_activation(encoder: Encoder, images: Tensor, text: Tensor | None) -> Map:
    """Grad-CAM (arXiv 1610.02391) of the cosine with a text, or of the embedding's length along itself without."""
    with torch.enable_grad():
        for layer in reversed(encoder.layers):
            # Where only the class token is read, the last layer's patches have no gradient: take the one before.
            seen = encoder.encode_image(images.detach().requires_grad_(True), [layer], embedding=True)
            wanted = torch.nn.functional.normalize(cast("Tensor", seen.embedding).detach(), dim=-1)
            score = (
                (seen.direction() * text).sum() if text is not None else (cast("Tensor", seen.embedding) * wanted).sum()
            )
            (gradient,) = torch.autograd.grad(score, seen.features[layer], allow_unused=True)
            if gradient is not None and bool(gradient.any()):
                return _cam(seen.features[layer], gradient)
    return np.zeros((1, 1), dtype=np.float32)


def _class_activation(encoder: ClassEncoder, images: Tensor) -> Map:
    """Grad-CAM of all classes weighted by their probability, on the last stage's grid."""
    last = encoder.features(images.detach().requires_grad_(True), encoder.stage_count)[-1]
    scores = encoder.logits(last)
    expected = (scores.softmax(-1).detach() * scores).sum()
    (gradient,) = torch.autograd.grad(expected, last)
    return _cam(last, gradient)


def _cam(features: Tensor, gradient: Tensor) -> Map:
    activation = (gradient.mean((2, 3), keepdim=True) * features).sum(1).relu()[0]
    return _scaled(activation.detach().cpu().numpy())


def _scaled(values: NDArray[np.floating], *, from_lowest: bool = False) -> Map:
    values = values - values.min() if from_lowest else values
    return (values / max(float(values.max()), 1e-9)).astype(np.float32)


def _blocks(encoder: ClipEncoder) -> list[nn.MultiheadAttention]:
    """Return the attention layers whose weights can be recorded: those of a tower that reads its class token."""
    tower = encoder.tower
    blocks = [block.attn for block in tower.transformer.resblocks]
    plain = all(isinstance(attention, nn.MultiheadAttention) for attention in blocks)
    return blocks if plain and tower.pool_type == "tok" else []


@contextmanager
def _attention_weights(encoder: ClipEncoder) -> Iterator[list[Tensor]]:
    """Record the weights of every attention layer, [1, heads, 1 + P, 1 + P], in the list while the context lasts."""
    layers: list[Tensor] = []

    def explicit(module: nn.Module, inputs: tuple[Tensor, ...], output: object) -> tuple[Tensor, None]:
        # The layer's output is computed again from explicit weights, so that gradients reach them.
        attend = cast("nn.MultiheadAttention", module)
        tokens = inputs[0]  # [1, 1 + P, C]
        joined = torch.nn.functional.linear(tokens, attend.in_proj_weight, attend.in_proj_bias)
        query, key, value = (
            part.view(*part.shape[:2], attend.num_heads, -1).transpose(1, 2) for part in joined.chunk(3, -1)
        )  # [1, heads, 1 + P, C / heads]
        weights = (query @ key.mT / query.shape[-1] ** 0.5).softmax(-1)
        layers.append(weights)
        return attend.out_proj((weights @ value).transpose(1, 2).flatten(2)), None

    hooks = [block.register_forward_hook(explicit) for block in _blocks(encoder)]
    try:
        yield layers
    finally:
        for hook in hooks:
            hook.remove()
