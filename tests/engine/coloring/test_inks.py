"""Strokes in the photo's colours."""

from __future__ import annotations

import numpy as np
import pytest
from taureau.document import Drawing, Layer, Stroke, contrast
from taureau.engine.coloring.inks import colored
from taureau.geometry import Curve

RED, BLUE, GREEN = (200, 30, 30), (20, 40, 160), (30, 120, 40)


@pytest.fixture
def photo() -> np.ndarray:
    """Three vertical fields: red, blue, green; 90 × 60 px."""
    pixels = np.zeros((60, 90, 3), np.uint8)
    pixels[:, :30], pixels[:, 30:60], pixels[:, 60:] = RED, BLUE, GREEN
    return pixels


@pytest.fixture
def drawing() -> Drawing:
    """A line in each field, on a sheet of twice the photo's size."""
    lines = [Curve.line((x, 20), (x, 100)) for x in (30, 90, 150)]
    return Drawing(180, 120, (Layer("strokes", tuple(Stroke(line, 3.0) for line in lines)),))


def channels(color: str) -> np.ndarray:
    return np.frombuffer(bytes.fromhex(color[1:]), np.uint8).astype(int)


def test_each_stroke_takes_the_colour_beneath_it(photo, drawing) -> None:
    result = colored(drawing, photo, range(3), pens=3)
    for stroke, color in zip(result.strokes, (RED, BLUE, GREEN), strict=True):
        assert np.abs(channels(stroke.color) - color).max() <= 2
    assert [s.id for s in result.strokes] == [s.id for s in drawing.strokes]


def test_fewer_pens_than_colours_and_never_more(photo, drawing) -> None:
    assert len({stroke.color for stroke in colored(drawing, photo, range(3), pens=2).strokes}) == 2
    assert len({stroke.color for stroke in colored(drawing, photo, range(3), pens=1).strokes}) == 1
    assert len({stroke.color for stroke in colored(drawing, photo, range(3), pens=12).strokes}) == 3


def test_pens_at_hand_are_given_by_the_nearest_colour(photo, drawing) -> None:
    result = colored(drawing, photo, range(3), pens=["#0000ff", "#FF0000"])
    assert [stroke.color for stroke in result.strokes][:2] == ["#ff0000", "#0000ff"]


def test_only_the_chosen_strokes_change(photo, drawing) -> None:
    first, second, third = colored(drawing, photo, [1], pens=1).strokes
    before = list(drawing.strokes)
    assert (first, third) == (before[0], before[2])
    assert second.color != before[1].color


def test_the_subjects_side_of_an_outline_counts(photo, drawing) -> None:
    outline = Stroke(Curve.line((61, 10), (61, 110)), 6.0)  # between red and blue
    sheet = Drawing(180, 120, (Layer("strokes", (outline,)),))
    red = np.zeros((60, 90), np.bool_)
    red[:, :30] = True
    for mask, color in ((red, RED), (~red, BLUE)):
        (stroke,) = colored(sheet, photo, [0], pens=1, mask=mask).strokes
        assert np.abs(channels(stroke.color) - color).max() <= 2


@pytest.mark.parametrize("paper", [None, "#23282b"])
def test_inks_can_be_seen_on_the_paper(drawing, paper) -> None:
    from dataclasses import replace

    for level in (0, 255):
        flat = np.full((60, 90, 3), level, np.uint8)
        result = colored(replace(drawing, paper=paper), flat, range(3), pens=1)
        assert all(contrast(stroke.color, paper or "#fbf8f1") > 1.8 for stroke in result.strokes)


def test_strokes_outside_the_photo_take_the_nearest_pixels(photo) -> None:
    outside = Stroke(Curve.line((-50, -20), (-40, 200)), 3.0)
    result = colored(Drawing(180, 120, (Layer("strokes", (outside,)),)), photo, [0], pens=1)
    assert np.abs(channels(next(result.strokes).color) - RED).max() <= 2


@pytest.mark.parametrize("pens", [0, 13, []])
def test_no_pens_or_too_many_are_refused(photo, drawing, pens) -> None:
    with pytest.raises(ValueError, match="pen"):
        colored(drawing, photo, range(3), pens=pens)
