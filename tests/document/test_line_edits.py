"""Lines joined, closed and split: the ink stays where it was, in one piece or several."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from taureau.document import Drawing, Layer, Stroke, closed, ends_joined, merged, split, two_ends_joined
from taureau.geometry import Curve, Profile
from taureau.geometry.nodes import is_closed

from tests.document.strategies import curves


def line(start: tuple[float, float], end: tuple[float, float], **more: object) -> Stroke:
    return Stroke(Curve.line(start, end), 2.0, **more)


def drawing_of(*strokes: Stroke) -> Drawing:
    return Drawing(100, 100, (Layer("one", strokes),))


def corners(stroke: Stroke) -> list[list[float]]:
    return stroke.curve.points[::3].round(6).tolist()


def test_lines_that_touch_meet_in_the_middle_in_the_first_ones_direction():
    drawing = drawing_of(line((0, 0), (10, 0)), line((20, 1), (10, 1)), line((0, 30), (20, 30)))
    merge = ends_joined(drawing, {0, 1})
    assert corners(merge.stroke) == [[0, 0], [10, 0.5], [20, 1]]
    assert merge.stroke.id == "stroke1"
    assert [corners(one) for one in merged(drawing, [merge]).strokes] == [corners(merge.stroke), [[0, 30], [20, 30]]]


def test_lines_apart_are_bridged_nearest_ends_first():
    drawing = drawing_of(line((40, 0), (50, 0)), line((30, 0), (20, 0)), line((0, 0), (14, 0)))
    merge = ends_joined(drawing, {0, 1, 2})
    assert corners(merge.stroke) == [[50, 0], [40, 0], [30, 0], [20, 0], [14, 0], [0, 0]] or corners(merge.stroke) == [
        [0, 0],
        [14, 0],
        [20, 0],
        [30, 0],
        [40, 0],
        [50, 0],
    ]
    assert corners(merge.stroke)[-1] == [50, 0]  # the first one's end stays the end
    assert len(list(merged(drawing, [merge]).strokes)) == 1


def test_closed_lines_and_single_ones_are_not_joined():
    ring = closed(line((0, 0), (10, 0)))
    assert is_closed(ring.curve)
    assert ends_joined(drawing_of(ring, line((0, 0), (5, 5))), {0, 1}) is None
    assert closed(ring) is ring


def test_two_chosen_ends_are_joined_wherever_they_are():
    drawing = drawing_of(line((0, 0), (10, 0)), line((20, 0), (30, 0)))
    assert corners(two_ends_joined(drawing, (0, False), (1, True)).stroke) == [[20, 0], [30, 0], [0, 0], [10, 0]]
    assert corners(two_ends_joined(drawing, (1, False), (0, True)).stroke) == [[0, 0], [10, 0], [20, 0], [30, 0]]
    assert is_closed(two_ends_joined(drawing, (0, True), (0, False)).stroke.curve)


def test_ends_that_touch_close_in_their_middle_and_others_by_a_straight_line():
    bow = Stroke(Curve([[0, 0], [0, 9], [9, 9], [9, 0], [9, -9], [1, -9], [1, 0]]), 2.0)
    assert corners(closed(bow)) == [[0.5, 0], [9, 0], [0.5, 0]]
    corner = Stroke(Curve([[0, 0], [3, 0], [6, 0], [9, 0], [9, 3], [9, 6], [9, 9]]), 2.0)
    assert corners(closed(corner)) == [[0, 0], [9, 0], [9, 9], [0, 0]]


def test_widths_along_the_line_are_kept_when_lines_are_joined_and_split():
    taper = Profile(((0.0, 0.2), (1.0, 1.0)))
    drawing = drawing_of(line((0, 0), (10, 0), profile=taper), line((10, 0), (20, 0), profile=taper.reversed()))
    joined = ends_joined(drawing, {0, 1}).stroke
    assert joined.profile.at([0.0, 0.5, 1.0]) == pytest.approx([0.2, 1.0, 0.2], abs=0.02)
    first, second = split(joined, [1])
    assert first.profile.at([0.0, 1.0]) == pytest.approx([0.2, 1.0], abs=0.02)
    assert second.profile.at([0.0, 1.0]) == pytest.approx([1.0, 0.2], abs=0.02)


@given(curves(st.integers(-100, 100).map(float)), st.frozensets(st.integers(-1, 5)))
def test_the_parts_of_a_split_line_lie_end_to_end_on_it(curve, nodes):
    stroke = Stroke(curve, 2.0)
    parts = split(stroke, nodes)
    if is_closed(curve):
        return
    inner = {node for node in nodes if 0 < node < curve.segment_count}
    assert len(parts) == len(inner) + 1
    assert np.array_equal(
        np.concatenate([parts[0].curve.points, *(part.curve.points[1:] for part in parts[1:])]), curve.points
    )


def test_a_closed_line_opens_at_a_node_and_falls_apart_at_two():
    square = Stroke(
        Curve.from_segments(
            [
                Curve.line(start, end).points
                for start, end in [((0, 0), (40, 0)), ((40, 0), (40, 40)), ((40, 40), (0, 40)), ((0, 40), (0, 0))]
            ]
        ),
        2.0,
    )
    (opened,) = split(square, [1])
    assert not is_closed(opened.curve)
    assert corners(opened)[0] == [40, 0]
    assert np.hypot(*(opened.curve.end - opened.curve.start)) == pytest.approx(1.0, abs=0.3)
    first, second = split(square, [1, 3])
    assert (corners(first), corners(second)) == ([[40, 0], [40, 40], [0, 40]], [[0, 40], [0, 0], [40, 0]])
    assert split(square, []) == (square,)


@given(
    st.lists(st.tuples(st.sampled_from([0.5, 2.0, 7.0]), st.sampled_from([0.001, 1.0, 100.0])), min_size=2, max_size=5)
)
def test_lines_of_any_width_and_length_are_joined(lines):
    strokes, at = [], 0.0
    for width, length in lines:
        strokes.append(Stroke(Curve.line((at, 0), (at + length, 0)), width))
        at += length
    joined = ends_joined(drawing_of(*strokes), range(len(strokes))).stroke
    assert joined.curve.length() >= at - 8 * len(lines)
    assert joined.widest <= max(width for width, _ in lines) + 1e-9


def test_a_dot_cannot_be_closed():
    dot = line((5, 5), (5, 5))
    assert closed(dot) is dot
