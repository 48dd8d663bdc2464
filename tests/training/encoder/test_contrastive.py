"""The contrastive loss against loops, and a CLIP taught by it in a minute: the whole loop with real meaning."""

from __future__ import annotations

import json
import math

import numpy as np
import open_clip
import pytest
import torch
from taureau.document import Drawing
from taureau.engine import Failed, Finished, Progress, SketchRequest
from taureau.engine.runs.classify import beliefs
from taureau.engine.runs.sketch import sketch
from taureau.perception import Classifier, ClipEncoder, class_activation, clip_from_file
from training.encoder.contrastive import ContrastiveTraining, contrastive_loss

from tests.perception.tiny_clip import saved
from tests.training.shapes import COLOURS, SHAPES, caption, picture

STEPS, BATCH = 250, 64
CONFIG = {
    "embed_dim": 64,
    "vision_cfg": {"image_size": 64, "layers": [1, 1, 1, 1], "width": 16, "head_width": 64},
    "text_cfg": {"context_length": 12, "vocab_size": 49408, "width": 64, "heads": 2, "layers": 2},
}


def unit(seed: int, count: int = 5) -> torch.Tensor:
    values = torch.randn(count, 8, generator=torch.Generator().manual_seed(seed), dtype=torch.float64)
    return torch.nn.functional.normalize(values, dim=1)


@pytest.mark.parametrize("captions", ["abcde", "aabca", "aaaaa"])
def test_the_loss_is_the_mean_over_both_directions_with_mass_shared(captions: str) -> None:
    images, texts, scale = unit(1), unit(2), 7.0
    total = 0.0
    for one, other in ((images, texts), (texts, images)):
        for row in range(5):
            logits = [scale * float(one[row] @ other[column]) for column in range(5)]
            whole = math.log(sum(math.exp(logit) for logit in logits))
            alike = [column for column in range(5) if captions[column] == captions[row]]
            total += sum(whole - logits[column] for column in alike) / len(alike) / 5 / 2
    found = contrastive_loss(images, texts, torch.tensor(scale, dtype=torch.float64), captions)
    assert float(found) == pytest.approx(total)


def test_with_captions_all_different_it_is_the_published_loss() -> None:
    images, texts = unit(3), unit(4)
    logits = 9 * images @ texts.T
    own = torch.arange(5)
    cross = torch.nn.functional.cross_entropy
    wanted = (cross(logits, own) + cross(logits.T, own)) / 2
    found = contrastive_loss(images, texts, torch.tensor(9.0, dtype=torch.float64), range(5))
    assert float(found) == pytest.approx(float(wanted))


def test_the_scale_never_exceeds_100() -> None:
    model = open_clip.CLIP(**CONFIG)
    model.logit_scale.data.fill_(math.log(100) - 1e-4)
    training = ContrastiveTraining(model, steps=1, rate=1.0)
    training.step(torch.rand(2, 3, 64, 64), ["a", "b"])
    assert float(model.logit_scale.detach().exp()) <= 100.001


@pytest.fixture(scope="module")
def taught(tmp_path_factory: pytest.TempPathFactory) -> ClipEncoder:
    """A CLIP that has seen some thousand shapes with captions, saved and loaded as any other."""
    folder = tmp_path_factory.mktemp("taught")
    state = torch.get_rng_state()
    torch.manual_seed(0)
    model = open_clip.CLIP(**CONFIG)
    torch.set_rng_state(state)
    training = ContrastiveTraining(model, steps=STEPS, rate=2e-3)
    random = np.random.default_rng(0)
    mean, std = torch.full((3, 1, 1), 0.6), torch.full((3, 1, 1), 0.35)
    for _ in range(STEPS):
        what = [(str(random.choice(SHAPES)), random_colour(random)) for _ in range(BATCH)]
        images = np.stack([picture(shape, colour, random) for shape, colour in what])
        pictures = torch.from_numpy(images).permute(0, 3, 1, 2).float() / 255
        training.step((pictures - mean) / std, [caption(shape, colour, random) for shape, colour in what])
    stated = {"model_cfg": CONFIG, "preprocess_cfg": {"mean": [0.6] * 3, "std": [0.35] * 3}}
    (folder / "open_clip_config.json").write_text(json.dumps(stated))
    return clip_from_file(saved(model.eval(), folder, "safetensors"), None, name="taught")


def random_colour(random: np.random.Generator) -> str | None:
    return None if random.random() < 0.5 else str(random.choice(list(COLOURS)))


@pytest.mark.parametrize("kind", ["photos", "drawings"])
def test_it_names_shapes_it_has_never_seen(taught: ClipEncoder, kind: str) -> None:
    classifier = Classifier(taught, SHAPES)
    random = np.random.default_rng(99)
    right = 0
    for number in range(200):
        shape = SHAPES[number % 4]
        colour = None if kind == "drawings" else list(COLOURS)[number // 4 % 4]
        right += beliefs(picture(shape, colour, random), classifier, taught)[0].label == shape
    print(f"{right} of 200 {kind} named")
    assert right >= 190


def test_it_names_colours_too(taught: ClipEncoder) -> None:
    classifier = Classifier(taught, list(COLOURS), ["a photo of a {} star"])
    random = np.random.default_rng(7)
    right = sum(
        beliefs(picture("star", colour, random), classifier, taught)[0].label == colour
        for colour in COLOURS
        for _ in range(10)
    )
    assert right >= 38


def drawn(encoder: ClipEncoder, *, first: bool = False, **values: object) -> Drawing:
    """The finished drawing, or the first strokes that lie there."""
    request = SketchRequest(**{"width": 192.0, "height": 192.0, "strokes": 12, **values})  # type: ignore[arg-type]
    for event in sketch(request, lambda: False, encoder=encoder):
        assert not isinstance(event, Failed), event
        if isinstance(event, Finished) or (first and isinstance(event, Progress)):
            return event.drawing
    raise AssertionError("the run never ended")


@pytest.mark.parametrize("shape", SHAPES)
def test_a_drawing_of_a_photo_is_called_what_the_photo_shows(taught: ClipEncoder, shape: str) -> None:
    photo = picture(shape, "blue", np.random.default_rng(5), side=192)
    drawing = drawn(taught, photo=photo, preset="fine", seeds=2)
    found = beliefs(drawing, Classifier(taught, SHAPES), taught)
    print([(belief.label, round(belief.probability, 3)) for belief in found])
    assert found[0].label == shape


@pytest.mark.parametrize("shape", SHAPES)
def test_a_drawing_that_found_its_own_number_of_strokes_is_called_so_too(taught: ClipEncoder, shape: str) -> None:
    photo = picture(shape, "blue", np.random.default_rng(5), side=192)
    drawing = drawn(taught, photo=photo, preset="fine", strokes=24, detail=0.5)
    found = beliefs(drawing, Classifier(taught, SHAPES), taught)
    print(drawing.stroke_count, [(belief.label, round(belief.probability, 3)) for belief in found])
    assert found[0].label == shape
    assert drawing.stroke_count < 24


def test_a_drawing_of_a_sentence_is_called_what_the_sentence_says(taught: ClipEncoder) -> None:
    """Strokes that were scattered are called one thing; a sentence of another makes them that."""
    classifier = Classifier(taught, SHAPES, ["a sketch of a {}"])
    start = drawn(taught, first=True, photo=None, prompt="a sketch of a star", preset="fine", strokes=8)
    before = beliefs(start, classifier, taught)
    wanted = "circle" if before[0].label != "circle" else "square"
    drawing = drawn(taught, photo=None, prompt=f"a sketch of a {wanted}", preset="fine", strokes=8, seeds=2)
    found = beliefs(drawing, classifier, taught)
    print([(belief.label, round(belief.probability, 3)) for belief in (*before, *found)])
    assert found[0].label == wanted


def test_it_looks_at_what_the_sentence_names(taught: ClipEncoder) -> None:
    """Two shapes side by side: the map for each one's words leans to its side."""
    random = np.random.default_rng(3)
    star, circle = picture("star", "red", random), picture("circle", "blue", random)
    both = np.concatenate([star, circle], axis=1)
    squeezed = np.concatenate([both, np.full_like(both, 220)])  # a square again, the shapes in its upper half
    left = [class_activation(taught, squeezed, sentence)[:, :1].sum() for sentence in ("a red star", "a blue circle")]
    right = [class_activation(taught, squeezed, sentence)[:, 1:].sum() for sentence in ("a red star", "a blue circle")]
    assert left[0] / (left[0] + right[0] + 1e-9) > left[1] / (left[1] + right[1] + 1e-9)
