"""What a batch holds, and what is done to its pictures."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest
from PIL import Image
from training.encoder.augmentation import augmented, outlined, with_other_line_width
from training.encoder.mixture import TEMPLATES, Mixture, Shares
from training.pictures.renders import SIDE, Renders

from tests.training.shapes import picture
from tests.training.tiny_renders import tiny_renders


@pytest.fixture(scope="module")
def renders(tmp_path_factory: pytest.TempPathFactory) -> Renders:
    return tiny_renders(tmp_path_factory.mktemp("renders"))


def test_a_batch_is_the_same_whenever_it_is_asked_for(renders: Renders) -> None:
    one, other = (Mixture(renders, renders, seed=3).batch(7, 20, 64) for _ in range(2))
    assert np.array_equal(one.pictures, other.pictures)
    assert np.array_equal(one.sentences, other.sentences)
    assert one.names == other.names
    assert not np.array_equal(one.pictures, Mixture(renders, renders, seed=3).batch(8, 20, 64).pictures)


def test_nothing_that_is_held_out_is_learnt(renders: Renders) -> None:
    mixture = Mixture(renders, None, seed=0, shares=Shares(scenes=0))
    names = {name for number in range(20) for name in mixture.batch(number, 16, 32).names}
    assert names == {"circle", "square", "triangle"}  # of stars nothing is to be known


def test_each_picture_has_a_sentence_of_what_it_shows(renders: Renders) -> None:
    mixture = Mixture(renders, None, seed=0, shares=Shares(scenes=0))
    batch = mixture.batch(0, 16, 32)
    for sentence, name in zip(batch.sentences, batch.names, strict=True):
        called = {"circle": ("circle", "round thing")}.get(name, (name,))
        assert mixture.sentences[sentence] in {form.format(word) for form in TEMPLATES for word in called}


def test_scenes_come_beside_what_they_are_not(renders: Renders) -> None:
    mixture = Mixture(renders, renders, seed=0, shares=Shares(drawings=0.25, scenes=0.5))
    batch = mixture.batch(0, 16, 48)
    assert len(batch.pictures) == 16
    for index in range(8, 16, 2):
        right, wrong = (mixture.sentences[number] for number in batch.sentences[index : index + 2])
        assert right != wrong
        words = [Counter(sentence.split()) for sentence in (right, wrong)]
        assert sum((words[0] - words[1]).values()) <= 3  # a place reversed, at most


@pytest.mark.parametrize("seed", range(5))
def test_a_picture_seen_anew_is_a_picture_still(seed: int) -> None:
    shown = picture("star", "red", np.random.default_rng(0), SIDE)
    one, other = (augmented(shown, np.random.default_rng(seed), 80) for _ in range(2))
    assert (one.shape, one.dtype) == ((80, 80, 3), np.uint8)
    assert np.array_equal(one, other)
    assert one.std() > 5


def test_what_is_told_by_its_colours_and_sides_keeps_them() -> None:
    shown = np.full((SIDE, SIDE, 3), 255, dtype=np.uint8)
    shown[30:60, 10:40] = (214, 40, 40)  # red on the left
    shown[30:60, 56:86] = (40, 80, 200)  # blue on the right
    for seed in range(20):
        seen = augmented(shown, np.random.default_rng(seed), 80, hold=True).astype(int)
        red, blue = (np.argwhere(seen[..., a] - seen[..., b] > 90)[:, 1].mean() for a, b in ((0, 2), (2, 0)))
        assert red + 15 < blue


def test_the_outline_of_a_filled_shape_is_black_on_white() -> None:
    shown = np.full((SIDE, SIDE, 3), 255, dtype=np.uint8)
    shown[20:70, 20:70] = (60, 120, 60)
    lines = outlined(shown)
    assert lines[45, 45].min() == 255
    assert lines[45, 20].max() < 60


def test_another_pen_is_thicker_or_thinner() -> None:
    shown = np.asarray(Image.new("RGB", (SIDE, SIDE), "white")).copy()
    shown[40:46] = 0
    inks = {int((with_other_line_width(shown, np.random.default_rng(seed)) < 128).sum()) for seed in range(20)}
    drawn = int((shown < 128).sum())
    assert min(inks) < drawn < max(inks)
