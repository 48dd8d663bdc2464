"""Where CLIP looks, against attention and Grad-CAM computed step by step."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from taureau.perception import builtin_encoder
from taureau.perception.attention import attention
from taureau.perception.clip import ClipEncoder
from taureau.perception.saliency import saliency

from tests.perception.test_clip import noise
from tests.perception.tiny_clip import encoder_of


def plain_attention(encoder: ClipEncoder, images: torch.Tensor) -> tuple[list[torch.Tensor], torch.Tensor]:
    """The attention of every layer [heads, 1 + P, 1 + P] and the embedding, written out."""
    visual = encoder.tower
    x = visual.conv1(encoder.normalised(images)).flatten(2).transpose(1, 2)
    x = torch.cat([visual.class_embedding.expand(len(x), 1, -1), x], 1) + visual.positional_embedding
    x = visual.ln_pre(x)
    layers = []
    for block in visual.transformer.resblocks:
        attn, y = block.attn, block.ln_1(x)
        q, k, v = (y @ attn.in_proj_weight.T + attn.in_proj_bias).chunk(3, -1)
        heads = [part.view(1, -1, attn.num_heads, attn.head_dim).transpose(1, 2) for part in (q, k, v)]
        weight = ((heads[0] @ heads[1].transpose(2, 3)) / attn.head_dim**0.5).softmax(-1)  # [1, heads, 1 + P, 1 + P]
        layers.append(weight)
        x = x + attn.out_proj((weight @ heads[2]).transpose(1, 2).flatten(2))
        x = x + block.mlp(block.ln_2(x))
    return layers, visual.ln_post(x)[:, 0] @ visual.proj


def test_relevance_without_words_is_the_mean_attention_of_the_class_token() -> None:
    encoder, image = encoder_of("vit"), noise(1)
    layers, _ = plain_attention(encoder, image)
    rows = np.mean([layer[0].mean(0)[0, 1:].numpy() for layer in layers], axis=0).reshape(4, 4)
    wanted = (rows - rows.min()) / (rows.max() - rows.min())
    assert attention(encoder, image) == pytest.approx(wanted, abs=1e-4)


def test_relevance_with_words_weighs_attention_by_its_gradient() -> None:
    encoder, image = encoder_of("vit"), noise(1).requires_grad_(True)
    layers, embedding = plain_attention(encoder, image)
    score = torch.cosine_similarity(embedding, encoder.encode_text(["a cat"])).sum()
    relevance = np.eye(17)
    for layer, slope in zip(layers, torch.autograd.grad(score, layers), strict=True):
        weight = np.maximum((layer * slope).detach().numpy()[0], 0).mean(0)
        relevance = relevance + weight @ relevance
    patches = relevance[0, 1:].reshape(4, 4)
    wanted = (patches - patches.min()) / (patches.max() - patches.min())
    assert attention(encoder, noise(1), "a cat") == pytest.approx(wanted, abs=1e-3)


@pytest.mark.parametrize("sentence", [None, "a cat"])
def test_grad_cam_of_a_resnet_is_the_gradients_mean_times_the_features(sentence: str | None) -> None:
    encoder = encoder_of("resnet")
    last = encoder.encode_image(noise(1), ["layer4"]).features["layer4"].requires_grad_(True)
    embedding = encoder.tower.attnpool(last)
    wanted_direction = embedding.detach() if sentence is None else encoder.encode_text([sentence])
    cosine = torch.cosine_similarity(embedding, wanted_direction).sum()
    score = embedding.norm() if sentence is None else cosine
    (slope,) = torch.autograd.grad(score, last)
    wanted = np.zeros((2, 2))
    for channel in range(last.shape[1]):
        wanted += float(slope[0, channel].mean()) * last[0, channel].detach().numpy()
    wanted = np.maximum(wanted, 0)
    assert wanted.any()
    assert attention(encoder, noise(1), sentence) == pytest.approx(wanted / wanted.max(), abs=1e-3)


def test_timm_towers_have_a_map_too() -> None:
    found = attention(encoder_of("timm"), noise(1))
    assert found.ndim == 2
    assert 0 < found.max() <= 1


@pytest.mark.parametrize("kind", ["resnet", "vit", "timm"])
@pytest.mark.parametrize("shape", [(40, 90), (9, 300), (64, 64)])
def test_clips_saliency_has_the_photos_shape(kind: str, shape: tuple[int, int]) -> None:
    photo = np.random.default_rng(0).integers(0, 256, (*shape, 3), dtype=np.uint8)
    found = saliency(encoder_of(kind), photo)
    assert found.shape == shape
    assert found.min() >= 0
    assert found.max() <= 1
    assert np.isfinite(found).all()


def test_watching_leaves_no_trace() -> None:
    encoder = encoder_of("vit")
    before = encoder.encode_image(noise(1), embedding=True).direction()
    attention(encoder, noise(1), "a cat")
    assert torch.equal(encoder.encode_image(noise(1), embedding=True).direction(), before)
    assert not any(block.attn._forward_hooks for block in encoder.tower.transformer.resblocks)


def test_the_built_in_encoder_cannot_be_asked_with_words() -> None:
    with pytest.raises(ValueError, match="does not read text"):
        attention(builtin_encoder(), noise(1), "a cat")
