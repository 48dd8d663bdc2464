"""Images from tiny unCLIPs of the real classes, beside the same pipelines run by hand."""

from __future__ import annotations

from typing import Any

import diffusers
import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from PIL import Image
from taureau.imagine import (
    Blend,
    Change,
    ImageReady,
    Variation,
    Words,
)
from taureau.imagine.folder import read_folder
from taureau.imagine.memory import Plan
from taureau.imagine.pipelines import load_part

from tests.imagine.models import TinyModels
from tests.imagine.runs import Picture, images, made
from tests.imagine.test_arithmetic import naive_slerp


def by_hand(models: TinyModels, model_id: str, pipeline: str) -> Any:
    """The pipeline of diffusers, put together from its parts without any of our painters."""
    folder = read_folder(models.folder / model_id)
    parts = {name: load_part(folder, name, Plan("cpu", "float32")) for name in folder.parts}
    assembled = getattr(diffusers, pipeline)(**parts)
    assembled.set_progress_bar_config(disable=True)
    return assembled


def noise(seed: int) -> torch.Generator:
    return torch.Generator("cpu").manual_seed(seed)


def whole(image: NDArray[np.float32]) -> Picture:
    found: Picture = (image * 255).round().astype(np.uint8)
    return found


@pytest.fixture(scope="module")
def sister(imported: TinyModels) -> Any:
    return by_hand(imported, "karlo-variations", "UnCLIPImageVariationPipeline")


def seen_by(pipeline: Any, image: Picture) -> NDArray[np.float64]:
    """The image's embedding, [D]."""
    pixels = pipeline.feature_extractor(images=image.copy(), return_tensors="pt").pixel_values
    embedding: NDArray[np.float64] = pipeline.image_encoder(pixels).image_embeds[0].double().numpy()
    return embedding


STEPS = {"decoder_num_inference_steps": 3, "super_res_num_inference_steps": 7, "output_type": "np"}


def test_words_become_the_images_of_the_pipeline_itself(models: TinyModels) -> None:
    found = images(made(Words("a fox", "photo"), count=2, seed=5, guidance=4))
    karlo = by_hand(models, "karlo", "UnCLIPPipeline")
    for index, image in enumerate(found):
        asked = {"prior_num_inference_steps": 3, "decoder_guidance_scale": 4.0, "generator": noise(5 + index)}
        assert np.array_equal(image, whole(karlo("a photo of a fox", **STEPS, **asked).images[0]))
    assert found[0].shape == (32, 32, 3)
    assert not np.array_equal(*found)


@pytest.mark.usefixtures("models")
def test_a_variation_is_the_pipelines_own(picture: Picture, sister: Any) -> None:
    (found,) = images(made(Variation(picture), count=1, seed=2, model="karlo-variations"))
    assert np.array_equal(found, whole(sister(Image.fromarray(picture), generator=noise(2), **STEPS).images[0]))


@pytest.mark.usefixtures("models")
def test_a_blend_paints_what_lies_between(picture: Picture, other_picture: Picture, sister: Any) -> None:
    events = made(Blend(picture, other_picture), count=3, seed=1, model="karlo-variations")
    found = images(events)
    ends = [seen_by(sister, image) for image in (picture, other_picture)]
    for share, image in zip((0, 0.5, 1), found, strict=True):
        between = naive_slerp(*ends, share)
        embedding = torch.tensor(between, dtype=torch.float32)[None]
        wanted = whole(sister(image_embeddings=embedding, generator=noise(1), **STEPS).images[0])
        assert np.abs(image.astype(int) - wanted).max() <= 1  # the naive formula rounds otherwise
    ready = [event for event in events if isinstance(event, ImageReady)]
    assert [event.facts["blend"] for event in ready] == ["0.000", "0.500", "1.000"]
    assert [event.seed for event in ready] == [1, 1, 1]


@pytest.mark.usefixtures("models")
def test_a_change_turns_toward_the_words(picture: Picture, sister: Any) -> None:
    change = Change(picture, "a photo of a cat", "a photo of a lion", theta=0.4)
    (found,) = images(made(change, count=1, seed=3, model="karlo-variations"))

    def read(sentence: str) -> NDArray[np.float64]:
        tokens = sister.tokenizer(sentence, padding="max_length", max_length=77, return_tensors="pt").input_ids
        embedding = sister.text_encoder(tokens).text_embeds[0].double()
        unit: NDArray[np.float64] = (embedding / embedding.norm()).numpy()
        return unit

    difference = read("a photo of a lion") - read("a photo of a cat")
    seen = seen_by(sister, picture)
    turned = naive_slerp(seen, np.linalg.norm(seen) * difference / np.linalg.norm(difference), 0.4)
    embedding = torch.tensor(turned, dtype=torch.float32)[None]
    wanted = whole(sister(image_embeddings=embedding, generator=noise(3), **STEPS).images[0])
    assert np.abs(found.astype(int) - wanted).max() <= 1


@pytest.mark.usefixtures("models")
@pytest.mark.parametrize("model", ["karlo", "karlo-variations", "stable-unclip"])
def test_every_model_varies_blends_and_changes(model: str, picture: Picture, other_picture: Picture) -> None:
    asked = (Variation(picture), Blend(picture, other_picture), Change(picture, "a cat", "a lion"))
    results = [images(made(what, count=2, model=model)) for what in asked]
    assert all(image.shape == (32, 32, 3) and image.std() > 5 for found in results for image in found)
    assert not any(np.array_equal(*found) for found in results)


def test_stable_unclip_reads_words_by_karlos_prior(models: TinyModels) -> None:
    (found,) = images(made(Words("a fox"), count=1, model="stable-unclip"))
    parts = {
        name: load_part(read_folder(models.folder / "stable-unclip"), name, Plan("cpu", "float32"))
        for name in (
            "tokenizer", "text_encoder", "unet", "vae", "scheduler", "image_normalizer", "image_noising_scheduler",
        )
    }  # fmt: skip
    for name in ("prior", "prior_scheduler", "tokenizer", "text_encoder"):
        part = load_part(read_folder(models.folder / "karlo"), name, Plan("cpu", "float32"))
        parts[name if "prior" in name else f"prior_{name}"] = part
    stable = diffusers.StableUnCLIPPipeline(**parts)
    stable.set_progress_bar_config(disable=True)
    steps = {"prior_num_inference_steps": 3, "num_inference_steps": 3, "output_type": "np"}
    assert np.array_equal(found, whole(stable("a fox", generator=noise(0), **steps).images[0]))
