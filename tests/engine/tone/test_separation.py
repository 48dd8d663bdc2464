"""Tone separated to pens: each part by the pen that fits the photo, the darkest by the darkest pen."""

from __future__ import annotations

import numpy as np
import pytest
from taureau.engine.tone.darkness import darkness_of
from taureau.engine.tone.limits import TONES
from taureau.engine.tone.separation import separated
from taureau.engine.tone.toned import toned

SIZE = (600.0, 400.0)
PENS = ("#000000", "#cc3333", "#2255aa")


@pytest.fixture(scope="module")
def stripes() -> np.ndarray:
    """A dull red, a dull blue and an almost black stripe, on white."""
    photo = np.full((200, 300, 3), 255, np.uint8)
    for left, color in ((20, (120, 40, 40)), (110, (40, 60, 110)), (200, (20, 16, 24))):
        photo[20:180, left : left + 80] = color
    return photo


@pytest.mark.parametrize("tone", TONES)
def test_each_part_has_the_pen_that_fits(stripes, tone) -> None:
    strokes = toned(stripes, None, SIZE, tone, pen_width=2.0, pens=PENS)
    middles = {pen: [s.curve.sample(4).mean(axis=0)[0] / 2 for s in strokes if s.color == pen] for pen in PENS}
    for pen, (left, right) in zip(PENS, ((200, 280), (20, 100), (110, 190)), strict=True):
        assert len(middles[pen]) > 5
        assert min(middles[pen]) > left - 3
        assert max(middles[pen]) < right + 3


def test_the_parts_together_are_the_whole_and_none_is_drawn_twice(stripes) -> None:
    whole = darkness_of(stripes, None, *SIZE)
    parts = separated(whole, stripes, PENS)
    assert {pen for pen, _ in parts} == set(PENS)
    dark = np.stack([part.values > 0 for _, part in parts])
    assert np.array_equal(dark.sum(axis=0), (whole.values > 0).astype(int))


def test_a_pen_with_next_to_nothing_to_do_is_left_out(stripes) -> None:
    photo = stripes.copy()
    photo[98:102, 58:62] = (30, 120, 30)
    pens = {pen for pen, _ in separated(darkness_of(photo, None, *SIZE), photo, (*PENS, "#207020"))}
    assert pens == set(PENS)


def test_the_lightest_tone_has_the_lightest_pen_on_dark_paper(stripes) -> None:
    light = 255 - stripes
    parts = dict(separated(darkness_of(light, None, *SIZE, negative=True), light, ("#ffffff", "#2255aa"), on_dark=True))
    assert (parts["#ffffff"].values[40:160, 205:275] > 0).all()


def test_one_pen_draws_it_all(stripes) -> None:
    ((pen, part),) = separated(darkness_of(stripes, None, *SIZE), stripes, ("#cc3333",))
    assert pen == "#cc3333"
    assert np.array_equal(part.values > 0, darkness_of(stripes, None, *SIZE).values > 0)
