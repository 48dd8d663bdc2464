"""Runs that find the number of strokes, and runs that go on with a drawing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from taureau.document import Drawing, Layer, Stroke, drawing_to_svg, prefix, svg_to_drawing
from taureau.engine import Event, Finished, Progress, SketchRequest, StageChanged, StrokeAdded
from taureau.engine.runs.sketch import sketch
from taureau.geometry import Curve

from tests.engine.tiny import TinyEncoder, disc_photo, disc_request


def run(request: SketchRequest, cancelled: Callable[[], bool] = lambda: False) -> list[Event]:
    return list(sketch(request, cancelled, encoder=TinyEncoder()))


def drawn(request: SketchRequest) -> Drawing:
    last = run(request)[-1]
    assert isinstance(last, Finished), last
    return last.drawing


def added(events: list[Event]) -> list[StrokeAdded]:
    return [event for event in events if isinstance(event, StrokeAdded)]


@pytest.fixture(scope="module")
def events() -> list[Event]:
    """The events of one growing run, at half of the detail."""
    return run(disc_request(strokes=40, detail=0.5))


@pytest.fixture(scope="module")
def base() -> Drawing:
    """A drawing of two strokes, to continue from."""
    return drawn(disc_request(strokes=2))


def test_a_growing_run_tells_each_stroke(events: list[Event]) -> None:
    stages = [event.stage for event in events if isinstance(event, StageChanged)]
    assert stages == ["looking at the photo", "finding contours", "drawing", "refining"]
    told = added(events)
    assert [event.number for event in told] == list(range(1, len(told) + 1))
    assert all(event.enough is not None and event.enough > 0 for event in told)
    last = events[-1]
    assert isinstance(last, Finished)
    assert last.report.strokes == last.drawing.stroke_count <= len(told)
    gains = [stroke.gain for stroke in last.drawing.strokes]
    assert gains == [event.gain for event in told[: len(gains)]]
    assert last.drawing.facts["strokes"] == "auto:40"


def test_more_detail_takes_more_strokes(events: list[Event]) -> None:
    least, most = (drawn(disc_request(strokes=40, detail=detail)).stroke_count for detail in (0.0, 1.0))
    counts = [least, events[-1].drawing.stroke_count, most]
    assert counts == sorted(counts)
    assert counts[0] < counts[-1] < 40


def test_a_plain_thing_takes_fewer_strokes_than_a_rich_one(events: list[Event]) -> None:
    random = np.random.default_rng(0)
    rich = disc_photo()
    for _ in range(9):
        x, y = random.integers(20, 70, 2)
        rich[y : y + 7, x : x + 9] = random.integers(0, 255, 3)
    last = events[-1]
    assert isinstance(last, Finished)
    assert last.drawing.stroke_count < drawn(disc_request(photo=rich, strokes=40, detail=0.5)).stroke_count


def test_the_limit_holds() -> None:
    assert drawn(disc_request(strokes=3, detail=1.0)).stroke_count == 3


def test_the_same_request_grows_the_same_drawing() -> None:
    first, second = (drawing_to_svg(drawn(disc_request(strokes=9, detail=0.7))) for _ in range(2))
    assert first == second


def test_order_and_gains_survive_save_and_reopen() -> None:
    drawing = drawn(disc_request(strokes=20, detail=0.8))
    again = svg_to_drawing(drawing_to_svg(drawing))
    assert [round(stroke.gain or 0, 6) for stroke in drawing.strokes] == [stroke.gain for stroke in again.strokes]
    few = [stroke.gain for stroke in prefix(again, 3).strokes]
    assert few == [stroke.gain for stroke in again.strokes][:3]


@pytest.mark.parametrize("preset", ["standard", "draft"])
def test_going_on_keeps_frozen_strokes_to_the_last_bit(preset: str) -> None:
    base = drawn(disc_request(strokes=3))
    more = drawn(disc_request(strokes=2, drawing=base, frozen=frozenset({0, 2}), preset=preset))
    before, after = list(base.strokes), list(more.strokes)
    assert len(after) == 5
    assert (after[0], after[2]) == (before[0], before[2])
    assert (after[1] == before[1]) is (preset == "draft")  # which settles nothing


def test_going_on_looks_for_what_is_not_drawn_yet(base: Drawing) -> None:
    new = list(drawn(disc_request(strokes=2, drawing=base)).strokes)[2:]
    old = np.concatenate([stroke.curve.sample(60) for stroke in base.strokes])
    for stroke in new:
        gaps = np.hypot(*(stroke.curve.sample(30)[:, None] - old[None]).transpose(2, 0, 1)).min(1)
        assert np.median(gaps) > 4  # document px


def test_chains_hidden_layers_and_pens_of_a_drawing_are_kept() -> None:
    chain = Stroke(Curve([[10, 10], [20, 10], [30, 12], [40, 20], [50, 28], [60, 30], [70, 30]]), 5.0, "#ff0000")
    hidden = Layer("notes", (Stroke(Curve.line((0, 0), (5, 5)), 1.0),), visible=False)
    base = Drawing(192.0, 192.0, (Layer("mine", (chain,)), hidden))
    more = drawn(disc_request(strokes=2, drawing=base))
    assert more.layers[1] == base.layers[1]
    assert more.layers[0].strokes[0] is base.layers[0].strokes[0]
    assert [stroke.id for stroke in more.strokes] == ["stroke1", "stroke3", "stroke4", "stroke2"]
    pens = [(stroke.width, stroke.color) for stroke in more.layers[0].strokes[1:]]
    assert pens == [(5.0, "#ff0000")] * 2  # that of the last stroke in sight
    assert more.facts["onto"] == "2 strokes"


def test_a_locked_layer_is_left_alone(base: Drawing) -> None:
    (layer,) = base.layers
    more = drawn(disc_request(strokes=2, drawing=Drawing(192.0, 192.0, (replace(layer, locked=True),))))
    assert more.layers[0] == replace(layer, locked=True)
    assert [len(layer.strokes) for layer in more.layers] == [2, 2]


def test_no_new_strokes_means_settling_alone(base: Drawing) -> None:
    polished = drawn(disc_request(strokes=0, drawing=base))
    assert polished.stroke_count == 2
    assert polished.layers[0].strokes != base.layers[0].strokes


def test_refused_strokes_do_not_come_back() -> None:
    first = next(drawn(disc_request(strokes=1, preset="draft")).strokes)
    empty = Drawing(192.0, 192.0)
    again = drawn(disc_request(strokes=4, preset="draft", drawing=empty, refused=(first,)))
    line = first.curve.sample(60)
    for stroke in again.strokes:
        gaps = np.hypot(*(stroke.curve.sample(30)[:, None] - line[None]).transpose(2, 0, 1)).min(1)
        assert (gaps <= 2).mean() < 0.7


def test_cancelling_keeps_the_strokes_so_far() -> None:
    seen: list[Event] = []
    events = sketch(disc_request(strokes=40, detail=1.0), lambda: len(added(seen)) >= 2, encoder=TinyEncoder())
    seen.extend(events)  # one after the other, so that the question above sees those before it
    last = seen[-1]
    assert isinstance(last, Finished)
    assert last.report.stopped
    assert last.drawing.stroke_count == 2


def test_cancelling_before_the_first_look_leaves_the_drawing_as_it_was(base: Drawing) -> None:
    last = run(disc_request(strokes=2, drawing=base), cancelled=lambda: True)[-1]
    assert isinstance(last, Finished)
    assert last.drawing.layers == base.layers


def test_previews_are_whole_drawings(base: Drawing) -> None:
    events = run(disc_request(strokes=3, drawing=base))
    counts = [event.drawing.stroke_count for event in events if isinstance(event, Progress)]
    assert counts[0] == 3
    assert counts == sorted(counts)
    assert counts[-1] == 5


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"detail": 1.5}, "detail must be from 0"),
        ({"detail": 0.5, "preset": "clipasso"}, "the preset clipasso draws a given number"),
        ({"detail": 0.5, "preset": "fine", "photo": None, "prompt": "a cat"}, "a prompt alone is drawn anew"),
        ({"drawing": Drawing(10.0, 10.0)}, "must have the photo's size"),
        ({"strokes": 0}, "strokes must be from 1"),
    ],
)
def test_requests_that_make_no_sense_are_refused(wrong: dict[str, object], says: str) -> None:
    with pytest.raises(ValueError, match=says):
        replace(disc_request(), **wrong)  # type: ignore[arg-type]
