"""The order of strokes: short beside a long search, in whichever direction, begun wherever that is best."""

from __future__ import annotations

import math

import numpy as np
import pytest
from taureau.cancellation import CancelledError
from taureau.document import Drawing, Layer, Stroke
from taureau.export.travel import sorted_for_travel, travel
from taureau.geometry import Affine, Curve

from tests.benchmarks.long_tour import long_tour

START = np.zeros(2)


def of_strokes(*strokes: Stroke) -> Drawing:
    return Drawing(500, 500, (Layer("a", strokes),))


def scattered(count: int, seed: int, *, reach: float) -> tuple[Stroke, ...]:
    chance = np.random.default_rng(seed)
    starts = chance.uniform(0, 500, (count, 2))
    ends = starts + chance.normal(0, reach, (count, 2))
    return tuple(Stroke(Curve.line(a, b), 1.0) for a, b in zip(starts, ends, strict=True))


def circle(x: float, y: float, radius: float, turn: float) -> Stroke:
    """A closed stroke of four cubics that begins at an angle."""
    k = 4 / 3 * (math.sqrt(2) - 1)
    quarter = np.array([[1, 0], [1, k], [k, 1]])
    points = np.concatenate([quarter @ np.array([[c, s], [-s, c]]) for c, s in ((1, 0), (0, 1), (-1, 0), (0, -1))])
    turned = Affine.translate(x, y) @ Affine.rotate(turn) @ Affine.scale(radius)
    return Stroke(turned.curve(Curve([*points, points[0]])), 1.0)


@pytest.mark.parametrize("reach", [2.0, 30.0, 200.0])
def test_the_way_is_about_as_short_as_a_long_search_finds_it(reach: float) -> None:
    for seed in range(3):
        strokes = scattered(40, seed, reach=reach)
        short = tuple(sorted_for_travel(of_strokes(*strokes)).strokes)
        assert travel(short, START) <= 1.1 * long_tour(strokes, START, kicks=30)


def test_with_two_strokes_the_way_is_the_shortest_of_all() -> None:
    strokes = scattered(2, 5, reach=300)
    short = travel(tuple(sorted_for_travel(of_strokes(*strokes)).strokes), START)
    turned = [(stroke, stroke.reversed()) for stroke in strokes]
    ways = [travel(pair, START) for a in turned[0] for b in turned[1] for pair in ((a, b), (b, a))]
    assert short == pytest.approx(min(ways))


def test_parallel_lines_are_drawn_to_and_fro() -> None:
    lines = [Stroke(Curve.line([0, 10 * y], [400, 10 * y]), 1.0) for y in range(20)]
    chance = np.random.default_rng(2)
    short = tuple(sorted_for_travel(of_strokes(*(lines[place] for place in chance.permutation(20)))).strokes)
    assert travel(short, START) == pytest.approx(190)


def test_closed_strokes_begin_where_the_way_is_shortest() -> None:
    rings = [circle(100 + 100 * place, 100, 40, turn=77 * place) for place in range(4)]
    drawing = sorted_for_travel(of_strokes(*rings))
    short = tuple(drawing.strokes)
    straight = math.hypot(360, 100)  # from the corner to the near side of the last one: the others lie on the way
    assert straight <= travel(short, START) <= 1.03 * straight
    for place, ring in enumerate(sorted(short, key=lambda stroke: stroke.curve.points[:, 0].mean())):
        assert (ring.curve.start == ring.curve.end).all()
        assert np.hypot(*(ring.curve.sample(4) - (100 + 100 * place, 100)).T) == pytest.approx(40, rel=0.01)
        assert ring.curve.length() == pytest.approx(rings[0].curve.length(), rel=1e-4)


def test_rings_within_each_other_are_drawn_from_one_side() -> None:
    rings = [circle(250, 250, 20 + 10 * place, turn=137 * place) for place in range(12)]
    short = tuple(sorted_for_travel(of_strokes(*rings)).strokes)
    assert travel(short, START) <= math.hypot(250, 250) - 20 + 12


@pytest.mark.parametrize(("count", "most"), [(24, 1.1), (120, 1.1), (300, 1.25)])
def test_rays_from_one_point(count: int, most: float) -> None:
    angles = np.linspace(0, math.tau, count, endpoint=False)
    tips = 250 + 200 * np.stack([np.cos(angles), np.sin(angles)], axis=1)
    short = tuple(sorted_for_travel(of_strokes(*(Stroke(Curve.line([250, 250], tip), 1.0) for tip in tips))).strokes)
    between = 2 * 200 * math.sin(math.pi / count)  # tips of neighbours; between the other ends there is no way
    assert travel(short, START) <= most * (math.hypot(250, 250) - 200 + (count - 1) // 2 * between)


def test_the_same_drawing_is_always_ordered_alike() -> None:
    strokes = scattered(60, 7, reach=20)
    assert sorted_for_travel(of_strokes(*strokes)) == sorted_for_travel(of_strokes(*strokes))


def test_it_ends_where_it_is_cancelled() -> None:
    told: list[float] = []

    def heard(share: float) -> None:
        told.append(share)
        if share > 0.5:
            raise CancelledError

    with pytest.raises(CancelledError):
        sorted_for_travel(of_strokes(*scattered(100, 1, reach=20)), heard)
    assert told == sorted(told)
    assert 0.5 < told[-1] < 1
