"""A drawing as one line: which strokes are joined, by which pen, and what is left alone."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from taureau.cancellation import CancelledError
from taureau.document import Drawing, Layer, Stroke, drawing_to_svg, joinable, one_line, svg_to_drawing
from taureau.geometry import Curve, Profile

ARCH = Stroke(Curve([[20, 130], [20, 20], [180, 20], [180, 130]]), 3.0, profile=Profile(((0.0, 0.5), (1.0, 1.0))))
MOUTH = Stroke(Curve.line([70, 100], [130, 100]), 3.0, gain=0.2, groups=("face",))
NOSE = Stroke(Curve.line([100, 60], [100, 80]), 1.0, "#aa0000", groups=("face",))
AREA = Stroke(Curve([[20, 130], [20, 90], [60, 90], [20, 130]]), 3.0, filled=True)
DRAWING = Drawing(
    200,
    150,
    (
        Layer("Tone", (NOSE,), ground=True, locked=True),
        Layer("Lines", (ARCH, MOUTH)),
        Layer("Hidden", (MOUTH,), visible=False),
        Layer("Nose", (NOSE, AREA)),
        Layer("%notes", (NOSE,)),
        Layer("Empty"),
    ),
    {"seed": "7"},
)


def test_the_lines_become_one_and_all_else_stays() -> None:
    result = one_line(DRAWING, flow=0)
    assert [(layer.name, len(layer.strokes)) for layer in result.layers] == [
        ("Tone", 1), ("Hidden", 1), ("Nose", 2), ("%notes", 1), ("Empty", 0),
    ]  # fmt: skip
    assert result.facts == {"seed": "7", "one-line": "0:1"}
    area, line = result.layers[2].strokes
    assert (area.curve, area.filled) == (AREA.curve, True)
    assert joinable(result) == (line,)
    ids = [stroke.id for stroke in result.strokes]
    assert len(set(ids)) == len(ids)


def test_the_line_is_drawn_by_the_pen_that_drew_most() -> None:
    (line,) = joinable(one_line(DRAWING))
    assert (line.width, line.color, line.profile, line.groups, line.gain) == (3.0, "#141414", None, (), None)


def test_few_lines() -> None:
    apart = Drawing(400, 100, (Layer("a", tuple(Stroke(Curve.line([x, 20], [x, 60]), 2.0) for x in (20, 30, 350))),))
    near, far = joinable(one_line(apart, pen_downs=2, flow=0))
    assert min(near.curve.points[:, 0].max(), far.curve.points[:, 0].max()) < 60
    assert len(joinable(one_line(apart, pen_downs=9))) == 3


def test_it_survives_being_saved_and_opened() -> None:
    result = one_line(DRAWING)
    again = svg_to_drawing(drawing_to_svg(result))
    assert again.facts["one-line"] == "50:1"
    (line,), (read,) = joinable(result), joinable(again)
    assert read.id == line.id
    assert np.abs(read.curve.points - line.curve.points).max() < 1e-3


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"flow": -1}, "from 0"),
        ({"flow": 100.5}, "to 100"),
        ({"flow": float("nan")}, "not nan"),
        ({"pen_downs": 0}, "at least 1 line, not 0"),
    ],
)
def test_numbers_out_of_range(settings, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        one_line(DRAWING, **settings)


def test_nothing_to_join_and_too_much() -> None:
    with pytest.raises(ValueError, match="nothing to join"):
        one_line(replace(DRAWING, layers=DRAWING.layers[:1]))
    with pytest.raises(ValueError, match="at most 1000 strokes"):
        one_line(Drawing(10, 10, (Layer("a", (NOSE,) * 1001),)))


def test_it_can_be_cancelled() -> None:
    with pytest.raises(CancelledError):
        one_line(DRAWING, cancelled=lambda: True)
