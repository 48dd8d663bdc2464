"""Strokes with a profile: what cutting, turning, erasing and merging make of it."""

from __future__ import annotations

import numpy as np
import pytest
from taureau.document import PENS, Drawing, Layer, Stroke, erased, merges
from taureau.geometry import Curve, Profile
from taureau.pen_names import PEN_NAMES

SWELL = Profile(((0.0, 0.2), (0.5, 1.6), (1.0, 0.1)))
LINE = Stroke(Curve.line((0, 0), (100, 0)), 4.0, profile=SWELL, pen="brush", id="nose")


def widths_at(stroke: Stroke, xs) -> np.ndarray:
    """The width of a stroke along the x axis, at these x."""
    start, end = stroke.curve.start[0], stroke.curve.end[0]
    return stroke.width * stroke.profile.at((np.asarray(xs) - start) / (end - start))


def test_a_reversed_stroke_has_the_same_width_in_every_place():
    assert widths_at(LINE.reversed(), [10, 60, 90]) == pytest.approx(widths_at(LINE, [10, 60, 90]))


def test_a_part_of_a_stroke_has_its_part_of_the_profile():
    part = LINE.between(0.25, 0.75)
    assert widths_at(part, [26, 50, 74]) == pytest.approx(widths_at(LINE, [26, 50, 74]), abs=0.2)
    assert (part.id, part.pen) == ("nose", "brush")


def test_a_part_across_the_start_of_a_closed_stroke():
    ring = Curve([(0, 0), (50, -40), (100, -40), (100, 0), (100, 40), (50, 40), (0, 0)])
    stroke = Stroke(ring, 2.0, profile=Profile(((0.0, 0.5), (0.5, 2.0), (1.0, 0.5))))
    part = stroke.between(1.5, 2.5)
    ends = stroke.profile.at(ring.shares([1.5, 0.5]))
    assert part.profile.at([0.0, 1.0]) == pytest.approx(ends)
    assert part.profile.at(0.5) == pytest.approx(0.5, abs=0.05)


def test_erasing_leaves_the_widths_of_what_remains():
    drawing = Drawing(100, 100, (Layer("one", (LINE,)),))
    left, right = erased(drawing, [(50, -20), (50, 20)], 5)[0]
    assert widths_at(left, [5, 30]) == pytest.approx(widths_at(LINE, [5, 30]), abs=0.25)
    assert widths_at(right, [70, 95]) == pytest.approx(widths_at(LINE, [70, 95]), abs=0.25)


def test_merged_strokes_keep_their_widths():
    before, after = LINE.between(0.0, 0.5), LINE.between(0.5, 1.0).reversed()
    (merge,) = merges(Drawing(100, 100, (Layer("one", (before, after)),)))
    assert widths_at(merge.stroke, [5, 30, 70, 95]) == pytest.approx(widths_at(LINE, [5, 30, 70, 95]), abs=0.25)
    assert merge.stroke.pen == "brush"


def test_strokes_of_other_pens_are_not_merged():
    pens = [Stroke(Curve.line((x, 0), (x + 50, 0)), 4.0, pen=pen) for x, pen in ((0, "brush"), (50, "chalk"))]
    assert merges(Drawing(100, 100, (Layer("one", tuple(pens)),))) == ()


def test_an_unknown_pen_is_refused():
    with pytest.raises(ValueError, match="fineliner"):
        Stroke(Curve.line((0, 0), (1, 0)), 1.0, pen="quill")


@pytest.mark.parametrize("pen", PENS)
def test_each_pen_draws_within_its_width(pen):
    profile = PENS[pen].profile(Curve([(0, 0), (80, 0), (80, 60), (0, 60)]), 3.0)
    assert profile is None or (0.8 < profile.widest < 2 and len(profile.points) <= 12)


def test_a_brush_follows_the_emphasis():
    curve = Curve.line((0, 0), (200, 0))
    light, heavy = (PENS["brush"].profile(curve, 3.0, ((0.0, level), (1.0, level))) for level in (0.1, 0.9))
    assert heavy.widest > 2 * light.widest


def test_the_names_of_options_are_those_of_the_pens() -> None:
    assert tuple(PENS) == PEN_NAMES
