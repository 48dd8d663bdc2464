"""Strokes and groups aligned and distributed: where their ink lies afterwards."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from taureau.document import Drawing, Layer, Stroke, aligned, distributed, ink_box, similar
from taureau.geometry import Curve

WIDTH = 4.0


def box(left: float, top: float, width: float, height: float, *groups: str) -> Stroke:
    """A diagonal whose ink fills this box."""
    half = WIDTH / 2
    return Stroke(
        Curve.line((left + half, top + half), (left + width - half, top + height - half)), WIDTH, groups=groups
    )


def drawing_of(*strokes: Stroke) -> Drawing:
    return Drawing(200, 100, (Layer("one", strokes[:2]), Layer("two", strokes[2:])))


def boxes(drawing: Drawing) -> list[tuple[float, float, float, float]]:
    found = [ink_box(stroke) for stroke in drawing.strokes]
    return [tuple(np.round([one.left, one.top, one.right, one.bottom], 6).tolist()) for one in found]


THREE = drawing_of(box(0, 0, 10, 10), box(30, 20, 20, 10), box(100, 50, 10, 30))


@pytest.mark.parametrize(
    ("edge", "side", "at"),
    [("left", 0, 0), ("right", 2, 110), ("top", 1, 0), ("bottom", 3, 80)],
)
def test_edges_come_onto_the_edge_of_the_whole(edge, side, at):
    after = boxes(aligned(THREE, {0, 1, 2}, edge))
    assert [one[side] for one in after] == [at] * 3
    assert [one[1 - side % 2] for one in after] == [one[1 - side % 2] for one in boxes(THREE)]


def test_centres_come_onto_the_middle_of_the_whole_or_of_the_sheet():
    assert [one[0] + one[2] for one in boxes(aligned(THREE, {0, 1, 2}, "centre"))] == [110] * 3
    assert [one[1] + one[3] for one in boxes(aligned(THREE, {0, 1, 2}, "middle", to_sheet=True))] == [100] * 3
    assert boxes(aligned(THREE, {0}, "right"))[0] == (190, 0, 200, 10)  # one alone: to the sheet
    assert aligned(THREE, set(), "left") == THREE


def test_a_group_moves_as_one_and_its_members_alone_once_it_is_entered():
    drawing = drawing_of(box(10, 0, 10, 10, "a"), box(40, 20, 20, 10, "a"), box(100, 50, 10, 30))
    assert [one[0] for one in boxes(aligned(drawing, {0, 1, 2}, "left"))] == [10, 40, 10]
    assert [one[0] for one in boxes(aligned(drawing, {0, 1}, "left"))] == [0, 30, 100]  # one item: to the sheet
    assert [one[0] for one in boxes(aligned(drawing, {0, 1}, "left", inside=("a",)))] == [10, 10, 100]


def test_what_is_in_place_stays_the_same_object():
    after = aligned(THREE, {0, 1, 2}, "left")
    assert next(after.strokes) is next(THREE.strokes)


def test_gaps_and_steps_become_equal_while_the_outermost_stay():
    gaps = boxes(distributed(THREE, {0, 1, 2}, "across"))
    assert [one[0] for one in gaps] == [0, 45, 100]  # 35 px on either side of the one in the middle
    centres = boxes(distributed(THREE, {0, 1, 2}, "across", "centres"))
    assert [(one[0] + one[2]) / 2 for one in centres] == [5, 55, 105]
    sheet = boxes(distributed(THREE, {0, 1, 2}, "across", to_sheet=True))
    assert (sheet[0][0], sheet[2][2]) == (0, 200)
    assert sheet[1][0] - sheet[0][2] == sheet[2][0] - sheet[1][2]
    assert distributed(THREE, {0, 2}, "across") is THREE
    assert [one[0] for one in boxes(distributed(THREE, {0, 2}, "down", to_sheet=True))] == [0, 30, 100]


sides = st.floats(5, 50)
spread = st.lists(st.builds(box, sides, sides, sides, sides), min_size=3, max_size=8).map(
    lambda all_: drawing_of(*all_)
)


@given(spread, st.sampled_from(["across", "down"]))
def test_gaps_are_equal_whatever_is_distributed(drawing, axis):
    after = distributed(drawing, range(drawing.stroke_count), axis)
    low, high = (0, 2) if axis == "across" else (1, 3)
    order = np.argsort([one[low] + one[high] for one in boxes(drawing)], kind="stable")
    ends = [boxes(after)[place] for place in order]
    gaps = [later[low] - earlier[high] for earlier, later in pairwise(ends)]
    assert np.ptp(gaps) < 1e-4
    assert ends[0][low] == boxes(drawing)[order[0]][low]
    assert ends[-1][high] == pytest.approx(boxes(drawing)[order[-1]][high], abs=1e-4)


def test_similar_strokes_share_a_colour_a_width_or_a_layer():
    strokes = [
        Stroke(Curve.line((0, 0), (9, 9)), width, color)
        for width, color in ((1.0, "#000000"), (1.0002, "#aa0000"), (2.0, "#000000"), (3.0, "#0000aa"))
    ]
    drawing = drawing_of(*strokes)
    assert similar(drawing, {0}, "colour") == {0, 2}
    assert similar(drawing, {0}, "width") == {0, 1}
    assert similar(drawing, {0, 3}, "width") == {0, 1, 3}
    assert similar(drawing, {3}, "layer") == {2, 3}
    assert similar(drawing, {9}, "layer") == frozenset()
    assert similar(drawing, {0}, "pen") == {0, 1, 2, 3}
