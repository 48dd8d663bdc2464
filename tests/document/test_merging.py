"""Strokes that continue each other become one, and only those."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
from taureau.document import Drawing, Layer, Stroke, merged, merges
from taureau.geometry import Curve


def line(x: float, to: float, y: float = 50, **changes: object) -> Stroke:
    return replace(Stroke(Curve.line((x, y), (to, y)), 2.0, gain=0.1), **changes)  # type: ignore[arg-type]


def sheet(*strokes: Stroke) -> Drawing:
    return Drawing(200, 100, (Layer("drawing", strokes),))


def test_three_in_a_row_become_one_in_the_place_of_the_first() -> None:
    drawing = sheet(line(52, 90), line(0, 20, y=10), line(0, 50), line(92, 150))
    (found,) = merges(drawing)
    assert sorted(found.places) == [0, 2, 3]
    assert found.stroke.gain == pytest.approx(0.3)
    after = merged(drawing, [found])
    assert after.stroke_count == 2
    first, second = after.strokes
    assert {tuple(first.curve.start), tuple(first.curve.end)} == {(0, 50), (150, 50)}
    assert second == line(0, 20, y=10, id="stroke2")


def test_direction_does_not_matter() -> None:
    backwards = replace(line(0, 50), curve=line(0, 50).curve.reversed())
    (found,) = merges(sheet(backwards, line(52, 90)))
    assert found.places in ((0, 1), (1, 0))


def test_another_pen_another_layer_hidden_and_locked_ones_stay() -> None:
    assert merges(sheet(line(0, 50), line(52, 90, color="#ff0000"))) == ()
    assert merges(sheet(line(0, 50), line(52, 90, width=3.0))) == ()
    apart = Drawing(200, 100, (Layer("a", (line(0, 50),)), Layer("b", (line(52, 90),))))
    assert merges(apart) == ()
    hidden = Drawing(200, 100, (Layer("a", (line(0, 50), line(52, 90)), visible=False),))
    assert merges(hidden) == ()
    assert merges(Drawing(200, 100, (replace(hidden.layers[0], visible=True, locked=True),))) == ()


def test_places_count_through_the_layers() -> None:
    drawing = Drawing(200, 100, (Layer("a", (line(0, 9, y=5),)), Layer("b", (line(0, 50), line(52, 90)))))
    (found,) = merges(drawing)
    assert sorted(found.places) == [1, 2]
    assert [len(layer.strokes) for layer in merged(drawing, [found]).layers] == [1, 1]


def test_an_unknown_gain_makes_the_sum_unknown() -> None:
    (found,) = merges(sheet(line(0, 50, gain=None), line(52, 90)))
    assert found.stroke.gain is None


def test_the_gap_and_the_tolerance_are_the_callers() -> None:
    drawing = sheet(line(0, 50), line(58, 90))
    assert merges(drawing) == ()
    assert len(merges(drawing, gap=10.0)) == 1


def test_a_closed_ring_does_not_join_itself() -> None:
    ring = Stroke(Curve([[50, 20], [90, 20], [90, 80], [50, 80], [10, 80], [10, 20], [50, 20]]), 2.0)
    assert merges(sheet(ring)) == ()
    assert merges(sheet()) == ()


def row(count: int) -> Drawing:
    return sheet(*(line(3 * place, 3 * place + 2.5) for place in range(count)))


def test_a_long_row_becomes_one_line() -> None:
    (found,) = merges(row(300))
    assert sorted(found.places) == list(range(300))
    assert found.places in (tuple(range(300)), tuple(range(299, -1, -1)))
    assert found.stroke.curve.segment_count == 1


def test_a_chain_does_not_creep_away_from_its_first_strokes() -> None:
    pieces = [
        Stroke(Curve.line((3 * x, 20 * math.sin(x / 9)), (3 * x + 2.9, 20 * math.sin((x + 1) / 9))), 1.0)
        for x in range(120)
    ]
    (found,) = merges(sheet(*pieces))
    joined = found.stroke.curve.sample(64)
    for piece in pieces:
        away = np.hypot(*(piece.curve.sample(4)[:, None] - joined[None]).transpose(2, 0, 1)).min(1)
        assert away.max() < 1.2


def test_where_many_meet_the_straightest_are_joined() -> None:
    directions = [(math.cos(turn), math.sin(turn)) for turn in np.linspace(0, math.tau, 12, endpoint=False)]
    star = [Stroke(Curve.line((100, 50), (100 + 40 * x, 50 + 40 * y)), 2.0) for x, y in directions]
    found = merges(sheet(*star))
    assert sorted(sorted(merge.places) for merge in found) == [[place, place + 6] for place in range(6)]


def test_progress_is_told_to_the_end() -> None:
    told: list[float] = []
    merges(row(100), progress=told.append)
    assert told == sorted(told)
    assert (told[0], told[-1]) == (0, 1)
