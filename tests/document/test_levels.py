"""Prefixes and what is left without some strokes."""

from __future__ import annotations

from taureau.document import Drawing, Layer, Stroke, prefix, spare, without
from taureau.geometry import Curve

STROKES = tuple(Stroke(Curve.line((0, y), (9, y)), 1.0, gain=1 / (y + 1), id=f"stroke{y + 1}") for y in range(5))
DRAWING = Drawing(10, 10, (Layer("a", STROKES[:2]), Layer("b", STROKES[2:])))


def test_a_prefix_counts_through_the_layers() -> None:
    assert [layer.strokes for layer in prefix(DRAWING, 3).layers] == [STROKES[:2], STROKES[2:3]]
    assert [layer.strokes for layer in prefix(DRAWING, 1).layers] == [STROKES[:1], ()]
    assert prefix(DRAWING, 99) == DRAWING
    assert prefix(DRAWING, 0).stroke_count == 0


def test_untouched_layers_are_shared() -> None:
    assert prefix(DRAWING, 3).layers[0] is DRAWING.layers[0]


def test_without_some() -> None:
    assert list(without(DRAWING, {0, 3}).strokes) == [STROKES[1], STROKES[2], STROKES[4]]
    assert without(DRAWING, ()) == DRAWING


def test_strokes_that_bring_little_are_spare_but_one_stays() -> None:
    assert spare([0.02, 0.01, float("inf"), 0.005], 0.01) == [1, 3]
    assert spare([0.02, 0.01, float("inf"), 0.005], 0.01, kept={3}) == [1]
    assert spare([0.01, 0.003, 0.002], 0.05) == [1, 2]  # the one that brings the most
    assert spare([0.01, 0.003, 0.002], 0.05, kept={1}) == [0, 2]
    assert spare([], 1.0) == []
