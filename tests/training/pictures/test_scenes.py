"""Scenes of two shapes, and what is said of them truly and untruly."""

from __future__ import annotations

import numpy as np
import pytest
from training.pictures.scenes import COLOURS, PLACES, SHAPES, Pair, Thing, draw_pair, outline, random_pair

SCENE = Pair(Thing("red", "circle"), "on top of", Thing("orange", "square"))


def middle_of(picture: np.ndarray, colour: str) -> np.ndarray:
    """Where a colour lies in a picture: [2], x and y in px."""
    near = np.abs(picture.astype(int) - COLOURS[colour]).sum(-1) < 110
    rows, columns = np.nonzero(near)
    return np.array([columns.mean(), rows.mean()])


def test_sentences_and_their_exchanges() -> None:
    assert str(SCENE) == "a red circle on top of an orange square"
    assert str(SCENE.colours_exchanged()) == "an orange circle on top of a red square"
    assert str(SCENE.places_exchanged()) == "an orange square on top of a red circle"
    assert str(SCENE.place_reversed()) == "a red circle under an orange square"
    assert str(SCENE.converse()) == "an orange square under a red circle"


@pytest.mark.parametrize("place", PLACES)
def test_the_first_thing_is_where_the_sentence_says(place: str) -> None:
    random = np.random.default_rng(0)
    for _ in range(10):
        pair = Pair(Thing("red", "star"), place, Thing("blue", "heart"))
        picture = draw_pair(pair, random)
        step = middle_of(picture, "red") - middle_of(picture, "blue")
        assert step @ np.array(PLACES[place]) > 25
        told = pair.converse()
        assert np.array(PLACES[told.place]) @ -step > 25


def test_pairs_differ_in_shape_and_colour_and_come_from_the_seed() -> None:
    pairs = [random_pair(np.random.default_rng(seed)) for seed in range(200)]
    assert all(one.first.shape != one.second.shape and one.first.colour != one.second.colour for one in pairs)
    assert pairs == [random_pair(np.random.default_rng(seed)) for seed in range(200)]
    assert {one.place for one in pairs} == set(PLACES)
    pictures = [draw_pair(SCENE, np.random.default_rng(5)) for _ in range(2)]
    assert (pictures[0] == pictures[1]).all()
    assert pictures[0].shape == (96, 96, 3)


def test_a_scene_lies_wholly_on_its_paper() -> None:
    random = np.random.default_rng(1)
    for _ in range(100):
        picture = draw_pair(random_pair(random), random)
        edge = np.concatenate([picture[0], picture[-1], picture[:, 0], picture[:, -1]])
        assert (edge > 250).all()


@pytest.mark.parametrize("shape", SHAPES)
def test_shapes_are_about_as_large_and_lie_about_their_middle(shape: str) -> None:
    corners = outline(shape)
    assert 0.7 < np.hypot(*corners.T).max() < 1.3
    assert np.abs((corners.max(0) + corners.min(0)) / 2).max() < 0.3
