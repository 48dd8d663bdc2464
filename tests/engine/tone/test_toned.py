"""Tone over made photos: where it lies, how dense it is, and that its lines keep apart."""

from __future__ import annotations

import numpy as np
import pytest
from taureau.engine.tone.darkness import darkness_of, thresholds
from taureau.engine.tone.limits import MAX_LEVELS, TONES
from taureau.engine.tone.toned import toned

HEIGHT, WIDTH = 200, 300
SIZE = (2.0 * WIDTH, 2.0 * HEIGHT)


@pytest.fixture(scope="module")
def scene() -> tuple[np.ndarray, np.ndarray]:
    """A ball on white, lit from the left: light, middle and dark; its mask."""
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH]
    ball = np.hypot(x - 150, y - 100) < 80
    photo = np.full((HEIGHT, WIDTH, 3), 255, np.uint8)
    photo[ball] = np.clip(250 - (x - 70) * 1.5, 5, 250).astype(np.uint8)[ball][:, None]
    return photo, ball


def points(strokes) -> np.ndarray:
    """Points along the strokes, photo px."""
    return np.concatenate([stroke.curve.sample(16) for stroke in strokes]) / 2


@pytest.mark.parametrize("tone", TONES)
def test_tone_lies_in_the_dark_part_of_the_subject(scene, tone) -> None:
    photo, ball = scene
    strokes = toned(photo, ball, SIZE, tone, pen_width=2.0)
    assert len(strokes) > 10
    x, y = points(strokes).T
    assert (np.hypot(x - 150, y - 100) < 81.5).all()
    assert (x > 120).mean() > 0.99  # the light side stays white
    assert {stroke.width for stroke in strokes} == {2.0}


@pytest.mark.parametrize("tone", TONES)
def test_the_same_photo_has_the_same_tone(scene, tone) -> None:
    photo, ball = scene
    assert toned(photo, ball, SIZE, tone, pen_width=2.0) == toned(photo, ball, SIZE, tone, pen_width=2.0)


@pytest.mark.parametrize("tone", TONES)
def test_more_levels_and_less_spacing_give_more_ink(scene, tone) -> None:
    photo, ball = scene

    def ink(**how: float) -> float:
        strokes = toned(photo, ball, SIZE, tone, pen_width=2.0, **how)
        return sum(max(1.0, stroke.curve.length()) for stroke in strokes)

    assert ink(levels=1) < ink(levels=MAX_LEVELS)
    assert ink(spacing=14.0) < ink(spacing=5.0)


def test_hatching_is_straight_parallel_and_as_far_apart_as_asked(scene) -> None:
    photo, ball = scene
    strokes = toned(photo, ball, SIZE, "hatch", pen_width=1.0, spacing=12.0, levels=1)
    ways = np.array([stroke.curve.end - stroke.curve.start for stroke in strokes])
    angles = np.degrees(np.arctan2(ways[:, 1], ways[:, 0])) % 180
    assert np.allclose(angles, 135, atol=0.01)
    across = np.sort([stroke.curve.start @ (np.sqrt(0.5), np.sqrt(0.5)) for stroke in strokes])
    gaps = np.diff(across)
    assert np.allclose(gaps[gaps > 0.1] % 12.0 % 11.99, 0, atol=0.05)


def test_crossed_hatching_has_two_directions(scene) -> None:
    photo, ball = scene
    strokes = toned(photo, ball, SIZE, "cross", pen_width=1.0, levels=2)
    ways = np.array([stroke.curve.end - stroke.curve.start for stroke in strokes])
    angles = (np.degrees(np.arctan2(ways[:, 1], ways[:, 0])) % 180).round()
    assert set(angles.tolist()) == {45.0, 135.0}


def test_lines_along_the_form_keep_apart(scene) -> None:
    photo, ball = scene
    strokes = toned(photo, ball, SIZE, "form", pen_width=1.0, spacing=16.0, levels=1)
    samples = [stroke.curve.sample(8) for stroke in strokes]
    for number, line in enumerate(samples):
        others = np.concatenate([other for place, other in enumerate(samples) if place != number])
        nearest = np.hypot(*(line[:, None] - others).transpose(2, 0, 1)).min(1)
        assert np.median(nearest) > 0.5 * 16.0


def test_without_a_subject_there_is_no_tone_and_flat_subjects_stay_light(scene) -> None:
    photo, ball = scene
    grey = np.full_like(photo, 128)
    for tone in TONES:
        assert toned(photo, np.zeros_like(ball), SIZE, tone, pen_width=2.0) == ()
        assert toned(grey, None, SIZE, tone, pen_width=2.0) == ()


def test_darkness_is_between_the_lightest_and_the_darkest_part(scene) -> None:
    photo, ball = scene
    values = darkness_of(photo, ball, *SIZE).values
    assert values.max() <= 1
    assert (values[~ball] <= 0).all()
    assert values[100, 215] > values[100, 150] > values[100, 90]


def test_bad_numbers_are_refused(scene) -> None:
    photo, ball = scene
    with pytest.raises(ValueError, match="far apart"):
        toned(photo, ball, SIZE, "hatch", pen_width=2.0, spacing=1.0)
    with pytest.raises(ValueError, match="at least"):
        toned(photo, ball, SIZE, "hatch", pen_width=1e-3, spacing=1e-3)
    for levels in (0, MAX_LEVELS + 1):
        with pytest.raises(ValueError, match="levels"):
            toned(photo, ball, SIZE, "hatch", pen_width=2.0, levels=levels)
    assert [len(thresholds(levels)) for levels in (1, 2, MAX_LEVELS)] == [1, 2, MAX_LEVELS]


@pytest.mark.parametrize("tone", TONES)
def test_on_dark_paper_the_light_parts_are_toned(scene, tone) -> None:
    photo, ball = scene
    x, _ = points(toned(photo, ball, SIZE, tone, pen_width=2.0, on_dark=True)).T
    assert (x < 180).mean() > 0.99


def test_specks_beside_the_subject_have_no_tone(scene) -> None:
    photo, ball = scene
    specked, mask = photo.copy(), ball.copy()
    specked[10:22, 10:22], mask[10:22, 10:22] = 0, True
    assert points(toned(specked, mask, SIZE, "hatch", pen_width=1.0, spacing=2.0))[:, 0].min() > 60
