"""CLIP encoders against open_clip itself: the same images, features and sentences, computed the plain way."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import open_clip
import pytest
import torch
from numpy.typing import NDArray
from open_clip.transform import PreprocessCfg, image_transform_v2
from PIL import Image
from taureau.perception import clip_from_file
from taureau.perception.faster import bfloat16_pays
from taureau.perception.loading import CLIP_MEAN, CLIP_STD

from tests.perception.tiny_clip import encoder_of, tiny_clip

KINDS = ("resnet", "vit", "timm")


def noise(count: int = 2, side: int = 64) -> torch.Tensor:
    return torch.rand(count, 3, side, side, generator=torch.Generator().manual_seed(3))


@pytest.mark.parametrize("interpolation", ["bicubic", "bilinear"])
@pytest.mark.parametrize("shape", [(90, 131), (200, 64), (64, 64), (33, 40)])
def test_photos_are_prepared_as_open_clip_does(shape: tuple[int, int], interpolation: str) -> None:
    photo: NDArray[np.uint8] = np.random.default_rng(0).integers(0, 256, (*shape, 3), dtype=np.uint8)
    config = PreprocessCfg(size=64, mean=CLIP_MEAN, std=CLIP_STD, interpolation=interpolation)
    wanted = image_transform_v2(config, is_train=False)(Image.fromarray(photo))
    encoder = encoder_of("vit", interpolation=interpolation)
    found = encoder.normalised(encoder.prepare(photo))
    assert float((found[0] - wanted).abs().max()) < 1e-3


@pytest.mark.parametrize("kind", KINDS)
def test_features_and_embedding_are_those_of_the_plain_network(kind: str) -> None:
    encoder, plain = encoder_of(kind), tiny_clip(kind).visual
    seen: list[torch.Tensor] = []
    parts = {
        "resnet": lambda: [plain.avgpool, plain.layer1, plain.layer2, plain.layer3, plain.layer4],
        "vit": lambda: list(plain.transformer.resblocks),
        "timm": lambda: list(plain.trunk.stages),
    }[kind]()
    for part in parts:
        part.register_forward_hook(lambda module, inputs, output: seen.append(output))
    embedding = plain(encoder.normalised(noise()))
    found = encoder.encode_image(noise(), encoder.layers, embedding=True)
    assert len(encoder.layers) == len(seen)
    for layer, wanted in zip(encoder.layers, seen, strict=True):
        if kind == "vit":  # tokens, the class token first
            wanted = wanted[:, 1:].transpose(1, 2).reshape(2, -1, 4, 4)
        assert torch.allclose(found.features[layer], wanted, rtol=1e-4, atol=1e-4), layer
    assert found.embedding is not None
    assert torch.allclose(found.embedding, embedding, rtol=1e-4, atol=1e-4)
    assert torch.allclose(found.direction().norm(dim=1), torch.ones(2))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("embedding", [False, True])
def test_asking_for_one_layer_gives_the_same_as_asking_for_all(kind: str, embedding: bool) -> None:
    encoder = encoder_of(kind)
    every = encoder.encode_image(noise(), encoder.layers, embedding=True)
    for layer in encoder.layers:
        one = encoder.encode_image(noise(), [layer], embedding=embedding)
        assert list(one.features) == [layer]
        assert torch.equal(one.features[layer], every.features[layer])
        assert (one.embedding is not None) == embedding
        if embedding:
            assert torch.equal(one.direction(), every.direction())


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_deeper_than_the_layers_asked_for_is_computed(kind: str) -> None:
    encoder, ran = encoder_of(kind), []
    deepest = {
        "resnet": lambda: encoder.tower.layer4,
        "vit": lambda: encoder.tower.transformer.resblocks[-1],
        "timm": lambda: encoder.tower.trunk.stages[-1],
    }[kind]()
    deepest.register_forward_hook(lambda *_: ran.append(True))
    encoder.encode_image(noise(), encoder.layers[:2])
    assert not ran
    encoder.encode_image(noise(), encoder.layers[:2], embedding=True)
    assert ran


@pytest.mark.parametrize("kind", KINDS)
def test_gradients_reach_the_image_and_stop_at_the_weights(kind: str) -> None:
    encoder = encoder_of(kind)
    images = noise().requires_grad_(True)
    seen = encoder.encode_image(images, encoder.layers[1:2], embedding=True)
    (seen.features[encoder.layers[1]].sum() + seen.direction()[:, 0].sum()).backward()
    assert images.grad is not None
    assert float(images.grad.abs().sum()) > 0
    assert not any(parameter.requires_grad for parameter in encoder.parameters())


@pytest.mark.parametrize("kind", KINDS)
def test_sentences_are_read_as_open_clip_reads_them(kind: str) -> None:
    encoder, plain = encoder_of(kind), tiny_clip(kind)
    sentences = ["a sad camel", "a very long sentence " * 30]
    tokens = open_clip.SimpleTokenizer(context_length=16)(sentences)
    assert torch.allclose(encoder.encode_text(sentences), plain.encode_text(tokens, normalize=True), atol=1e-5)
    assert encoder.logit_scale == pytest.approx(1 / 0.07, rel=1e-5)


def test_images_of_another_size_are_brought_to_its_own() -> None:
    encoder = encoder_of("vit")
    features = encoder.features(noise(side=96), 2)
    assert [tuple(stage.shape) for stage in features] == [(2, 64, 4, 4)] * 2


@pytest.mark.skipif(not bfloat16_pays(), reason="this CPU has no bfloat16")
@pytest.mark.parametrize("kind", ["resnet", "timm"])
def test_half_precision_keeps_the_features_and_the_gradients_direction(kind: str) -> None:
    slopes, features = [], []
    for half in (False, True):
        images = noise().requires_grad_(True)
        seen = encoder_of(kind, half=half).encode_image(
            images, ["layer2" if kind == "resnet" else "stage2"], embedding=True
        )
        (middle,) = seen.features.values()
        assert middle.dtype == torch.float32
        ((middle**2).mean() + seen.direction().sum()).backward()
        features.append(middle.detach())
        slopes.append(images.grad.flatten())  # type: ignore[union-attr]
    assert not torch.equal(*features)
    assert float((features[1] - features[0]).norm() / features[0].norm()) < 0.02
    assert float(torch.cosine_similarity(*slopes, dim=0)) > 0.95


def test_loading_never_reaches_for_the_network(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import socket

    from tests.perception.tiny_clip import snapshot

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the network was reached for")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    encoder = clip_from_file(snapshot("timm", tmp_path), None)
    assert encoder.encode_text(["a cat"]).shape == (1, 32)
