"""The preset fine drawing one stroke after another, with tiny encoders."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import numpy as np
import pytest
import torch
from taureau.document import Drawing, drawing_to_svg
from taureau.engine import Event, Failed, Finished, Progress, StageChanged, StrokeAdded
from taureau.engine.losses.clip_loss import ClipLoss, ViewSampler
from taureau.engine.losses.perceptual import PerceptualLoss
from taureau.engine.recipes import FINE
from taureau.engine.runs.objective import LinesAndClipLoss
from taureau.engine.runs.sketch import sketch
from taureau.perception import ClipEncoder

from tests.engine.runs.test_clipasso import some_photo
from tests.engine.tiny import TinyEncoder, disc_request, kinds
from tests.perception.tiny_clip import encoder_of

RECIPE = FINE["rn101"]
pytestmark = pytest.mark.usefixtures("few_candidates")


@pytest.fixture(scope="module")
def encoder() -> ClipEncoder:
    return encoder_of("resnet")


def run(encoder: object, cancelled: Callable[[], bool] = lambda: False, **changes: object) -> list[Event]:
    return list(sketch(disc_request(**changes), cancelled, encoder=encoder))  # type: ignore[arg-type]


def drawn(encoder: ClipEncoder, **changes: object) -> Drawing:
    last = run(encoder, preset="fine", **changes)[-1]
    assert isinstance(last, Finished), last
    return last.drawing


@pytest.fixture(scope="module")
def grown(encoder: ClipEncoder, few_candidates: None) -> list[Event]:
    return run(encoder, preset="fine", strokes=12, detail=0.4)


def test_it_tells_what_a_standard_run_that_grows_tells(grown: list[Event]) -> None:
    other = run(TinyEncoder(), strokes=12, detail=0.4)
    assert kinds(grown)[:6] == kinds(other)[:6]
    assert set(kinds(grown)) == set(kinds(other))
    stages, wanted = ([e.stage for e in events if isinstance(e, StageChanged)] for events in (grown, other))
    assert stages == wanted
    told = [event for event in grown if isinstance(event, StrokeAdded)]
    assert [event.number for event in told] == list(range(1, len(told) + 1))
    assert all(event.enough is not None and event.enough > 0 for event in told)
    last = grown[-1]
    assert isinstance(last, Finished)
    assert 1 < last.drawing.stroke_count < 12
    facts = last.drawing.facts
    assert (facts["preset"], facts["encoder"], facts["strokes"]) == ("fine", "tiny-resnet", "auto:12")
    assert last.report.encoder == "tiny-resnet"
    assert last.report.start_loss is not None
    assert last.report.final_loss is not None


@pytest.mark.parametrize("kind", ["vit", "timm"])
def test_other_towers_grow_too(kind: str) -> None:
    assert drawn(encoder_of(kind), strokes=2, detail=1.0).stroke_count == 2


def test_clip_has_a_say_in_what_is_drawn(encoder: ClipEncoder, grown: list[Event]) -> None:
    last = grown[-1]
    assert isinstance(last, Finished)
    assert drawing_to_svg(drawn(encoder, strokes=12, detail=0.4)) == drawing_to_svg(last.drawing)
    told = drawn(encoder, strokes=12, detail=0.4, prompt="a cat", prompt_weight=10.0)
    assert list(told.strokes) != list(last.drawing.strokes)
    assert told.facts["prompt"] == "a cat"


def test_going_on_keeps_what_is_frozen(encoder: ClipEncoder) -> None:
    base = drawn(encoder, strokes=2, detail=1.0)
    more = list(drawn(encoder, strokes=2, drawing=base, frozen=frozenset({0})).strokes)
    assert len(more) == 4
    assert more[0] == next(base.strokes)
    assert more[1] != list(base.strokes)[1]


def test_it_ends_between_two_passes_with_the_strokes_so_far(encoder: ClipEncoder) -> None:
    asked: list[int] = []
    seen: list[Event] = []

    def cancelled() -> bool:
        if sum(isinstance(event, StrokeAdded) for event in seen) < 2:
            return False
        asked.append(len(seen))
        return len(asked) > 3

    # One after the other, so that the question above sees those before it.
    seen.extend(sketch(disc_request(preset="fine", strokes=40, detail=1.0), cancelled, encoder=encoder))
    last = seen[-1]
    assert isinstance(last, Finished)
    assert last.report.stopped
    assert last.drawing.stroke_count == 2
    assert len(asked) <= 6


def test_a_loss_is_the_lines_and_what_clip_sees_of_each_drawing(encoder: ClipEncoder) -> None:
    views = ViewSampler(encoder, RECIPE, some_photo(), 5, batch_size=2)
    clip_loss = ClipLoss(encoder, RECIPE, views.identity)
    rendition = torch.rand(1, 96, 96, generator=torch.Generator().manual_seed(1))
    loss = LinesAndClipLoss(partial(PerceptualLoss, TinyEncoder()), 0.5, clip_loss, views, lambda: None)(rendition)
    ink = torch.rand(5, 96, 96, generator=torch.Generator().manual_seed(2))
    found = loss(ink).sum(1)
    lines = PerceptualLoss(TinyEncoder(), rendition)
    for one, total in zip(ink, found, strict=True):
        terms = clip_loss(one[None], views.identity)
        wanted = float(sum(terms.values())) + 0.5 * float(lines(one[None]).sum())
        assert float(total) == pytest.approx(wanted, rel=1e-4)


def test_a_drawing_that_moves_is_seen_through_the_bank_and_the_photo_encoded_once(encoder: ClipEncoder) -> None:
    views = ViewSampler(encoder, RECIPE, some_photo(), 5, batch_size=2)
    judge = LinesAndClipLoss(
        partial(PerceptualLoss, TinyEncoder()), 0.0, ClipLoss(encoder, RECIPE, views.identity), views, print
    )
    loss = judge(torch.zeros(1, 64, 64))
    sheet = torch.zeros(1, 64, 64)
    sheet[:, 20:40, 30] = 1.0
    with torch.no_grad():
        assert torch.equal(loss(sheet), loss(sheet))
    moving = [float(loss(sheet.clone().requires_grad_(True)).sum().detach()) for _ in range(RECIPE.bank)]
    assert len(set(moving)) == RECIPE.bank
    (slope,) = torch.autograd.grad(loss(leaf := sheet.clone().requires_grad_(True)).sum(), leaf)
    assert np.isfinite(slope.numpy()).all()
    assert slope.any()


def test_what_fine_cannot_grow_from_is_said(encoder: ClipEncoder) -> None:
    last = run(encoder, preset="fine", detail=0.5, start="random")[-1]
    assert isinstance(last, Failed)
    assert last.error == "The preset fine starts from contours."


def test_previews_are_whole_drawings(grown: list[Event]) -> None:
    counts = [event.drawing.stroke_count for event in grown if isinstance(event, Progress)]
    last = grown[-1]
    assert isinstance(last, Finished)
    assert counts[:2] == [1, 2]
    assert counts[-1] == last.drawing.stroke_count
