"""The widths that a pen gives to new strokes at the end of a run."""

from __future__ import annotations

import numpy as np
import pytest
from taureau.document import Drawing, Layer, Stroke
from taureau.engine.runs.pen_profiles import with_profiles
from taureau.engine.scene.scene import CANVAS, OVERSAMPLING
from taureau.geometry import Affine, Curve, Profile

SIDE = CANVAS * OVERSAMPLING


def line(y: float, start: float = 20, end: float = 200, **style) -> Stroke:
    return Stroke(Curve.line((start, y), (end, y)), 3.0, **({"pen": "brush"} | style))


def drawn(*strokes: Stroke, contrast=None, known=()) -> list[Stroke]:
    drawing = Drawing(CANVAS, CANVAS, (Layer("drawing", strokes),))
    return [*with_profiles(drawing, known, Affine(), contrast).strokes]


def test_lines_are_heavier_where_the_photo_has_more_contrast():
    contrast = np.zeros((SIDE, SIDE), np.float32)
    contrast[90 * OVERSAMPLING : 110 * OVERSAMPLING] = 1.0
    strong, weak = drawn(line(100), line(180), contrast=contrast)
    assert strong.profile.widest > 1.3 * weak.profile.widest


def test_contrast_changes_along_a_line():
    contrast = np.zeros((SIDE, SIDE), np.float32)
    contrast[:, SIDE // 2 :] = 1.0
    (stroke,) = drawn(line(100, pen="charcoal"), contrast=contrast)
    before, after = stroke.profile.at([0.3, 0.65])
    assert after > 1.3 * before


def test_ends_that_meet_other_lines_stay_wide():
    met, _ = drawn(line(100, 20, 100), line(100, 101, 200))
    assert met.profile.at(0.0)[0] < 0.2
    assert met.profile.at(1.0)[0] > 0.5


def test_short_lines_are_light():
    short, long = drawn(line(50, 20, 26), line(100))
    assert short.profile.widest < 0.6 * long.profile.widest


def test_what_was_there_and_plain_ink_stay_as_they_are():
    own = Profile(((0.0, 1.0), (1.0, 0.5)))
    strokes = (line(20, id="old"), line(40, profile=own), line(60, pen=None), line(80))
    after = drawn(*strokes, known={"old"})
    assert [one.profile for one in after[:3]] == [None, own, None]
    assert after[3].profile is not None


@pytest.mark.parametrize("contrast", [None, np.zeros((SIDE, SIDE), np.float32)])
def test_a_drawing_without_pens_is_not_touched(contrast):
    drawing = Drawing(CANVAS, CANVAS, (Layer("drawing", (line(20, pen=None),)),))
    assert with_profiles(drawing, (), Affine(), contrast) is drawing
