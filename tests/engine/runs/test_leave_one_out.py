"""What strokes are worth, against leaving each out by hand."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import torch
from taureau.document import Drawing, Layer, Stroke, with_ground, without
from taureau.engine import Failed, Finished, StageChanged, Started, StrokeCostRequest, StrokeCosts
from taureau.engine.losses.perceptual import PerceptualLoss
from taureau.engine.presets import Mode
from taureau.engine.runs.leave_one_out import stroke_costs
from taureau.engine.runs.sketch import sketch
from taureau.engine.scene.scene import PEN, build_scene
from taureau.engine.scene.subject import subject_of
from taureau.geometry import Affine, Curve
from taureau.perception import own_eye
from taureau.raster import coverage

from tests.engine.tiny import TinyEncoder, disc_photo, disc_request


@pytest.fixture(scope="module")
def drawing() -> Drawing:
    last = list(sketch(disc_request(), lambda: False, encoder=TinyEncoder()))[-1]
    assert isinstance(last, Finished)
    return last.drawing


def costs_of(drawing: Drawing) -> tuple[float, ...]:
    events = list(
        stroke_costs(StrokeCostRequest(disc_photo(), drawing, mask="none"), lambda: False, encoder=TinyEncoder())
    )
    assert [type(event) for event in events] == [Started, StageChanged, StrokeCosts]
    assert isinstance(events[-1], StrokeCosts)
    return events[-1].costs


def loss_of(drawing: Drawing) -> float:
    """The loss at half the canvas's size, stroke by stroke."""
    scene = build_scene(own_eye(), disc_photo(), subject_of(own_eye(), disc_photo(), "none"))
    to_canvas = scene.frame.to_canvas @ Affine.scale(0.5)  # the sheet is 192 px, the photo 96
    strokes = [to_canvas.points(stroke.curve.segments) / 2 for stroke in drawing.strokes]
    points = torch.tensor([[stroke.tolist()] for stroke in strokes]).reshape(1, -1, 1, 4, 2)
    target = torch.from_numpy(scene.rendition())[None]
    half = torch.nn.functional.interpolate(target[None], size=(112, 112), mode="area")[0]
    with torch.no_grad():
        ink = coverage(points, torch.full(points.shape[:2], PEN / 2), size=(112, 112))
        return float(PerceptualLoss(TinyEncoder(), half)(ink).sum())


def test_the_cheapest_is_the_one_found_by_leaving_each_out(drawing: Drawing) -> None:
    # 10 % of the loss is all that is asked about: a stroke twice there is surely within it.
    strokes = drawing.layers[0].strokes
    drawing = replace(drawing, layers=(Layer("drawing", (*strokes, strokes[0])),))
    whole = loss_of(drawing)
    by_hand = [loss_of(without(drawing, [place])) / whole - 1 for place in range(drawing.stroke_count)]
    costs = costs_of(drawing)
    assert min(costs) == pytest.approx(max(min(by_hand), 0), abs=2e-3)
    assert costs.index(min(costs)) in (0, len(strokes))
    assert sum(cost < 1e-3 for cost in (costs[0], costs[-1])) == 1  # the other of the two is needed then


def test_costs_are_of_all_that_have_gone_by_then(drawing: Drawing) -> None:
    costs = costs_of(drawing)
    going = sorted((cost, place) for place, cost in enumerate(costs) if cost < float("inf"))
    gone: list[int] = []
    for cost, place in going:
        gone.append(place)
        assert cost >= loss_of(without(drawing, gone)) / loss_of(drawing) - 1 - 2e-3


@pytest.mark.parametrize(("mode", "needed"), [("lines", 0), ("photo", 1)])
def test_line_art_is_judged_by_the_middle_of_its_lines(mode: Mode, needed: int) -> None:
    photo = np.full((96, 96, 3), 255, dtype=np.uint8)
    photo[43:54, 10:86] = 0  # a thick line, whose middle is at 48.5 and whose upper edge is at 43
    strokes = tuple(Stroke(Curve.line((10, y), (86, y)), 2.0) for y in (48.5, 43))
    drawing = Drawing(96.0, 96.0, (Layer("drawing", strokes),))
    last = list(stroke_costs(StrokeCostRequest(photo, drawing, mask="none", mode=mode), lambda: False))[-1]
    assert isinstance(last, StrokeCosts)
    assert last.costs[needed] > last.costs[1 - needed]


def test_what_is_hidden_is_not_offered(drawing: Drawing) -> None:
    hidden = replace(drawing.layers[0], visible=False, strokes=drawing.layers[0].strokes[:2])
    costs = costs_of(replace(drawing, layers=(hidden, drawing.layers[0])))
    assert costs[:2] == (float("inf"), float("inf"))


def test_an_empty_drawing_has_nothing_to_weigh() -> None:
    assert costs_of(Drawing(192.0, 192.0)) == ()


def test_cancelled_there_is_no_answer(drawing: Drawing) -> None:
    events = list(stroke_costs(StrokeCostRequest(disc_photo(), drawing), lambda: True, encoder=TinyEncoder()))
    assert not any(isinstance(event, (StrokeCosts, Failed)) for event in events)


def test_areas_and_tone_are_not_weighed_and_hide_no_line(drawing: Drawing) -> None:
    alone = costs_of(drawing)
    area = Stroke(Curve.line((10, 10), (180, 180)), 4.0, filled=True)
    shaded = with_ground(with_ground(drawing, "Colours", [area]), "Tone", drawing.layers[0].strokes)
    costs = costs_of(shaded)
    beneath = shaded.stroke_count - drawing.stroke_count
    assert costs[:beneath] == (float("inf"),) * beneath
    assert costs[beneath:] == alone
