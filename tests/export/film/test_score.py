"""The timing of films."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from taureau.document import Drawing, Layer, Stroke
from taureau.export.film import score_of
from taureau.export.film.score import LONGEST, SHORTEST, eased
from taureau.geometry import Curve

from tests.export.film.drawings import BEFORE, BEHIND, BRUSH, DOT, DRAWING, PLAIN, THIN


def test_lines_come_in_their_order_then_the_areas_from_the_topmost_down() -> None:
    score = score_of(DRAWING)
    assert [cue.stroke.curve for cue in score.cues] == [one.curve for one in (PLAIN, BRUSH, THIN, DOT, BEFORE, BEHIND)]
    starts = [cue.start for cue in score.cues]
    assert starts == sorted(starts)
    assert starts[0] == 0


def test_one_line_at_a_time_with_a_pause_between() -> None:
    first, second, third, dot, *_ = score_of(DRAWING).cues
    assert first.end < second.start
    assert second.end < third.start
    assert third.end < dot.start


def test_a_longer_line_takes_longer_in_proportion() -> None:
    lines = [Stroke(Curve.line([0, 10 * y], [100 * y, 10 * y]), 2.0) for y in (1, 3)]
    short, long = score_of(Drawing(400, 300, (Layer("", tuple(lines)),))).cues
    assert (long.end - long.start) / (short.end - short.start) == pytest.approx(3)


def test_the_duration_is_that_asked_for_or_within_bounds() -> None:
    assert score_of(DRAWING, seconds=7.5, hold=1).drawn == pytest.approx(7.5)
    assert score_of(DRAWING, seconds=7.5, hold=1).seconds == pytest.approx(8.5)
    one = Drawing(100, 100, (Layer("", (Stroke(Curve.line([0, 0], [9, 0]), 1.0),)),))
    assert score_of(one).drawn == pytest.approx(SHORTEST)
    many = replace(one, layers=(Layer("", one.layers[0].strokes * 500),))
    assert score_of(many).drawn == pytest.approx(LONGEST)


def test_the_visible_share_rises_gently_from_0_to_1() -> None:
    cue = score_of(DRAWING).cues[1]
    times = [cue.start + (cue.end - cue.start) * step / 50 for step in range(51)]
    shares = [cue.share(time) for time in times]
    assert shares[0] == 0
    assert shares[-1] == 1
    assert shares == sorted(shares)
    steps = [b - a for a, b in pairwise(shares)]
    assert max(steps[0], steps[-1]) < max(steps) / 2
    assert (cue.share(cue.start - 1), cue.share(cue.end + 1)) == (0, 1)
    assert eased(0.5) == pytest.approx(0.60118, abs=1e-4)  # cubic-bezier(0.4, 0.1, 0.5, 1), solved by bisection


def test_many_strokes_of_tone_do_not_take_the_time_from_the_lines() -> None:
    hatching = tuple(Stroke(Curve.line([0, y / 4], [90, y / 4]), 1.0) for y in range(300))
    lines = Layer("Lines", (Stroke(Curve.line([0, 0], [100, 100]), 2.0),))
    score = score_of(Drawing(100, 100, (Layer("Tone", hatching, ground=True), lines)))
    assert score.cues[0].end > score.drawn / 2


def test_nothing_visible_takes_no_time() -> None:
    assert score_of(Drawing(100, 100, (Layer("", (PLAIN,), visible=False),)), hold=2).seconds == 2
    assert score_of(DRAWING).finished(-1) == 0
    assert score_of(DRAWING).finished(99) == 6
