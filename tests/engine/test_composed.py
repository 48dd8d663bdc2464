"""Drawings of words that begin as compositions: arcs and lines, symmetric ones that stay so."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from app.engine import Candidate, Finished, SketchRequest
from app.engine.other_names import other_names
from app.engine.presets import OWN_PROMPT
from app.engine.rivals import beyond, symmetric_slopes
from app.engine.scatter import composed_start, symmetric
from app.engine.scene import CANVAS
from app.engine.sketch import sketch
from app.perception import own_clip
from app.weights import OWN_CLIP
from tests.perception.tiny_taureau_clip import shipped


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return shipped(tmp_path_factory.mktemp("own"))


@pytest.fixture
def few_steps(files: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TAUREAU_CLIP", str(files))
    few = replace(OWN_PROMPT, steps=6, rounds=(2, 4), tries=3, views=1)
    monkeypatch.setattr("app.engine.presets.OWN_PROMPT", few)


def mirror(points: np.ndarray) -> np.ndarray:
    return np.stack([CANVAS - points[..., 0], points[..., 1]], axis=-1)


@pytest.mark.parametrize("count", [1, 2, 7])
def test_a_symmetric_composition_is_its_own_mirror_image(count: int) -> None:
    drawn = composed_start(count, np.random.default_rng(0), mirrored=True)
    half = count // 2
    assert drawn.shape == (count, 4, 2)
    assert np.allclose(drawn[half : 2 * half], mirror(drawn[:half]))
    assert np.allclose(drawn[2 * half :], mirror(drawn[2 * half :])[:, ::-1])
    assert (drawn >= 0.1 * CANVAS - 1e-9).all()
    assert (drawn <= 0.9 * CANVAS + 1e-9).all()


def test_other_numbers_compose_otherwise() -> None:
    one, other = (composed_start(5, np.random.default_rng(seed), mirrored=False) for seed in (0, 1))
    assert not np.allclose(one, other)
    assert not np.allclose(one, symmetric(one))


def test_symmetric_slopes_are_those_of_the_symmetric_drawing() -> None:
    """By the chain rule, of a loss of the strokes' own half alone."""
    random = torch.Generator().manual_seed(0)
    weights = torch.randn(6, 4, 2, generator=random)
    own = torch.randn(3, 4, 2, generator=random, requires_grad=True)
    image = torch.stack([CANVAS - own[..., 0], own[..., 1]], -1)
    (wanted,) = torch.autograd.grad((torch.cat([own, image]) * weights).sum(), own)
    assert torch.allclose(symmetric_slopes(weights)[:3], wanted / 2)


def test_strokes_are_held_inside_the_margin() -> None:
    points = torch.full((2, 4, 2), CANVAS / 2)
    points[1, 0, 0] = CANVAS
    assert beyond(points).tolist() == [0.0, 10.0]


def test_names_like_the_sentence_are_not_others(files: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TAUREAU_CLIP", str(files))
    clip = own_clip()
    names = clip.photos.directions
    found = other_names(clip, names[:1])
    assert len(found) - 6 == sum(float(name @ names[0]) < 0.8 for name in names) < 1000
    far = torch.linalg.svd(names)[2][-1:]  # to which none of them comes near
    assert torch.equal(other_names(clip, far)[6:], names)


@pytest.mark.usefixtures("few_steps")
def test_a_sentence_is_drawn_and_the_same_way_each_time() -> None:
    request = SketchRequest(
        None, 100, 100, prompt="a cat", preset="fine", strokes=5, device="cpu", seeds=2, encoder=OWN_CLIP
    )
    first, again = (list(sketch(request, lambda: False)) for _ in range(2))
    assert isinstance(first[-1], Finished), first[-1]
    assert first[-1].drawing == again[-1].drawing  # type: ignore[union-attr]
    mirrored = next(event for event in first if isinstance(event, Candidate) and event.seed == 0)
    points = np.stack([stroke.curve.points for stroke in mirrored.drawing.strokes])
    assert np.allclose(points[2:4, :, 0], 100 - points[:2, :, 0], atol=1e-3)
    assert np.allclose(points[2:4, :, 1], points[:2, :, 1], atol=1e-3)
    assert first[-1].report.recognised is not None
