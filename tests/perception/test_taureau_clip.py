"""The encoder that ships: its own loading code on a small text tower and the real image tower, untaught."""

from __future__ import annotations

import io
import json
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image
from safetensors.torch import load_file, save_file
from taureau.perception import Classifier, builtin_encoder
from taureau.perception.photo_embedding import photo_cues, photo_likeness, photo_shading
from taureau.perception.taureau_clip import IMAGE_FILE, TaureauClip, taureau_clip_from_folder
from taureau.photo import load_photo
from taureau.weights import DamagedWeightsError
from torch.nn.functional import normalize
from training.encoder.model import PictogramModel

from tests.conftest import SAMPLES
from tests.perception.tiny_taureau_clip import SIDE, shipped_by, untaught


@pytest.fixture(scope="module")
def model() -> PictogramModel:
    return untaught()


@pytest.fixture(scope="module")
def shipped(model: PictogramModel, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return shipped_by(model, tmp_path_factory.mktemp("shipped"))


@pytest.fixture(scope="module")
def encoder(shipped: Path) -> TaureauClip:
    return taureau_clip_from_folder(shipped)


def photo(name: str) -> torch.Tensor:
    """A sample photo, [1, 3, 224, 224]."""
    with Image.open(SAMPLES / f"{name}.jpg") as opened:
        pixels = np.array(opened.convert("RGB").resize((224, 224), Image.Resampling.BICUBIC))
    return torch.from_numpy(pixels).permute(2, 0, 1)[None].float() / 255


def drawing(side: int = 224) -> torch.Tensor:
    """A black square line on white, [1, 3, side, side]."""
    image = torch.ones(1, 3, side, side)
    inner, outer = side // 4, side // 4 - side // 28
    image[..., outer : side - outer, outer : side - outer] = 0
    image[..., inner : side - inner, inner : side - inner] = 1
    return image


def test_a_drawing_is_placed_as_the_taught_tower_places_it(encoder: TaureauClip, model: PictogramModel) -> None:
    seen = encoder.encode_image(drawing(SIDE), embedding=True).direction()
    wanted = model(drawing(SIDE)).detach()
    assert float((seen * wanted).sum()) > 0.995  # half precision, and bfloat16 while learning


def test_sentences_are_read_as_while_learning(encoder: TaureauClip, model: PictogramModel) -> None:
    sentences = ["a drawing of a cat", "a rare dog"]
    wanted = model.read(encoder.sentences(sentences)).detach()
    assert float((encoder.encode_text(sentences) * wanted).sum(1).min()) > 0.9999
    assert torch.allclose(encoder.encode_text(sentences).norm(dim=1), torch.ones(2))
    assert encoder.logit_scale == pytest.approx(model.scale.exp().item(), rel=1e-3)


def test_a_photo_is_placed_by_the_names_of_what_is_found_in_it(encoder: TaureauClip) -> None:
    seen = encoder.encode_image(photo("cup"), embedding=True).direction()
    assert float((seen @ encoder.photos.directions.T).argmax()) == 967  # espresso


@pytest.mark.parametrize("name", ["cat", "cup", "dahlia", "dog", "duck", "moose", "windmill"])
def test_photos_are_known_as_photos(name: str) -> None:
    assert float(photo_likeness(photo(name))) == 1


@pytest.mark.parametrize("side", [64, 224, 500])
def test_drawings_are_not(side: int) -> None:
    assert float(photo_likeness(drawing(side))) == 0


def test_what_lies_between_is_placed_by_both(encoder: TaureauClip) -> None:
    between = 0.5 * photo("cat") + 0.5 * drawing()
    between[..., :97] = 1  # paper on nearly half of it
    share = float(photo_likeness(between))
    assert 0 < share < 1
    drawn = normalize(
        encoder.tower(torch.nn.functional.interpolate(between, SIDE, mode="bilinear", antialias=True)), dim=1
    )
    wanted = torch.lerp(drawn, encoder.photos(between)[0], share)
    assert torch.allclose(
        encoder.encode_image(between, embedding=True).direction(), normalize(wanted, dim=1), atol=1e-5
    )


def test_a_tool_on_white_is_placed_by_both_as_far_as_its_class_is_sure(encoder: TaureauClip) -> None:
    hammer = encoder.prepare(load_photo(SAMPLES / "hammer.jpg").pixels)
    assert float(photo_likeness(hammer)) == 0
    assert float(photo_shading(hammer)) == 1
    network = builtin_encoder()
    shares = network.logits(network.features(hammer)[-1]).softmax(1)[0]
    assert encoder.names[int(shares.argmax())] == "hammer"
    place, sure = encoder.photos(hammer)
    assert float(sure) == pytest.approx(float(shares.max()))
    small = torch.nn.functional.interpolate(hammer, SIDE, mode="bilinear", antialias=True)
    wanted = torch.lerp(normalize(encoder.tower(small), dim=1), place, float(sure))
    assert torch.allclose(encoder.encode_image(hammer, embedding=True).direction(), normalize(wanted, dim=1), atol=1e-5)


@pytest.mark.parametrize("side", [80, 224])
def test_both_are_measured_together(side: int) -> None:
    for image in (photo("cat"), drawing(640)):
        small = torch.nn.functional.interpolate(image, side, mode="bilinear", antialias=True)
        likeness, shading = photo_cues(small)
        assert torch.equal(likeness, photo_likeness(small))
        assert torch.equal(shading, photo_shading(small))


def test_what_is_drawn_is_not_shaded(encoder: TaureauClip) -> None:
    square = drawing(640)
    flat = torch.where(square[:, :1] < 0.5, torch.tensor([0.9, 0.7, 0.2])[:, None, None], square)  # a coloured band
    saved = io.BytesIO()
    Image.fromarray((255 * square[0].permute(1, 2, 0)).byte().numpy()).save(saved, "JPEG", quality=75)
    with Image.open(saved) as opened:
        grained = encoder.prepare(np.array(opened))
    for image in (square, flat, grained):
        assert float(photo_shading(image)) == 0


def test_a_picture_too_small_to_tell_is_not_shaded() -> None:
    slope = torch.linspace(0, 1, 224).expand(1, 3, 224, 224)
    assert float(photo_shading(slope)) == 1
    assert float(photo_shading(torch.nn.functional.interpolate(slope, 80, mode="bilinear", antialias=True))) == 0


@pytest.mark.parametrize("tall", [False, True])
def test_the_middle_square_of_a_photo_is_seen(encoder: TaureauClip, tall: bool) -> None:
    pixels = np.full((300, 500, 3), 255, dtype=np.uint8)
    pixels[:, 100:400] = (200, 40, 20)
    seen = encoder.prepare(pixels.transpose(1, 0, 2) if tall else pixels)
    assert seen.shape == (1, 3, 224, 224)
    assert torch.allclose(seen, torch.tensor([200, 40, 20])[:, None, None] / 255, atol=1e-6)


@pytest.mark.parametrize("image", [photo("cat"), drawing()], ids=["photo", "drawing"])
def test_gradients_reach_the_image_and_stop_at_the_weights(encoder: TaureauClip, image: torch.Tensor) -> None:
    image = image.clone().requires_grad_(True)
    seen = encoder.encode_image(image, ["stage2"], embedding=True)
    (seen.features["stage2"].sum() + seen.direction()[:, 0].sum()).backward()
    assert image.grad is not None
    assert float(image.grad.abs().sum()) > 0
    assert not any(parameter.requires_grad for parameter in encoder.parameters())


def test_layers_are_the_stages_at_its_own_size(encoder: TaureauClip) -> None:
    stages = encoder.features(drawing(), encoder.stage_count)
    assert [stage.shape[1] for stage in stages] == [16, 24, 40, 80, 112, 192, 320]
    assert stages[0].shape[2:] == (SIDE // 2, SIDE // 2)
    seen = encoder.encode_image(drawing(), ["stage3"])
    assert seen.embedding is None
    assert torch.equal(seen.features["stage3"], stages[3])


def test_a_classifier_asks_it_as_any_other(encoder: TaureauClip) -> None:
    shares = Classifier(encoder, ["cat", "dog"]).probabilities(torch.cat([drawing(), photo("cat")]))
    assert torch.allclose(shares.sum(1), torch.ones(2))


def test_files_are_small_and_their_hashes_noted(shipped: Path) -> None:
    config = json.loads((shipped / "config.json").read_text(encoding="utf-8"))
    assert config["training"] == "none"
    assert (shipped / IMAGE_FILE).stat().st_size == config["bytes"][IMAGE_FILE] < 10_000_000
    assert {file.name for file in shipped.iterdir()} - set(config["sha256"]) == {"config.json"}


@pytest.mark.parametrize("harm", ["cut", "other shapes", "no config"])
def test_damage_is_said_in_a_line(shipped: Path, tmp_path: Path, harm: str) -> None:
    for file in shipped.iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    image = tmp_path / IMAGE_FILE
    if harm == "cut":
        image.write_bytes(image.read_bytes()[:1000])
    elif harm == "other shapes":
        save_file({**load_file(image), "words.bias": torch.zeros(3)}, image)
    else:
        (tmp_path / "config.json").unlink()
    with pytest.raises(DamagedWeightsError, match="install Taureau again"):
        taureau_clip_from_folder(tmp_path)
