"""A step through buffers, recorded and replayed, against the plain step."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest
import torch
from taureau.document import drawing_to_svg
from taureau.engine import Event, Finished, Notice
from taureau.engine.losses.clip_loss import ClipLoss, ViewSampler
from taureau.engine.losses.perceptual import PerceptualLoss
from taureau.engine.recipes import CLIPASSO, FINE, PROMPT, Recipe
from taureau.engine.runs import clip_strategy
from taureau.engine.runs.sketch import sketch
from taureau.engine.search.cuda_graph import CapturedMove, Record, cuda_graph
from taureau.engine.search.parallel_seeds import ParallelSeeds, as_array
from taureau.perception import ClipEncoder
from taureau.raster import coverage
from torch import Tensor

from tests.engine.runs.test_clipasso import some_photo, some_points
from tests.engine.tiny import TinyEncoder, disc_request
from tests.perception.tiny_clip import encoder_of

Terms = Mapping[str, Tensor]
RECIPES = {
    "clipasso": replace(CLIPASSO, steps=8),
    "fine": replace(FINE["rn101"], steps=8),
    "prompt": replace(PROMPT, steps=8),
}


@pytest.fixture(scope="module")
def encoder() -> ClipEncoder:
    return encoder_of("resnet")


def again(work: Callable[[], Terms]) -> Callable[[], Terms]:
    """Stands in for a graph: the work is done on the way, as in a warm-up, and done again for a replay."""
    work()
    work()
    return work


def stale(work: Callable[[], Terms]) -> Callable[[], Terms]:
    """A recording that does not move anything: its results are always those of what it was recorded with."""
    terms = work()
    return lambda: terms


def refused(work: Callable[[], Terms]) -> Callable[[], Terms]:
    work()
    raise RuntimeError("operation not permitted when stream is capturing\nand much more")


def seeds_of(name: str, encoder: ClipEncoder, record: Record | None) -> ParallelSeeds:
    recipe: Recipe = RECIPES[name]
    device = str(encoder.device)
    views = ViewSampler(encoder, recipe, None if name == "prompt" else some_photo().to(device), 5, batch_size=64)
    clip_loss = ClipLoss(encoder, recipe, views.identity, "a cat", 1.0)
    lines = PerceptualLoss(TinyEncoder().to(device), torch.zeros(1, 64, 64, device=device)) if recipe.lines else None
    starts = [some_points(seed).to(device) for seed in (1, 2, 3)]
    return ParallelSeeds(starts, recipe, clip_loss, views, lines, coverage, side=64, record=record)


def told(seeds: ParallelSeeds, steps: int) -> list[Mapping[str, float]]:
    """The terms of some steps, a drawing being given up in the middle."""
    terms = [seeds.step() for _ in range(steps)]
    seeds.keep(seeds.all[:2])
    return terms + [seeds.step() for _ in range(steps)]


@pytest.mark.parametrize("record", [again, stale, refused])
@pytest.mark.parametrize("name", RECIPES)
def test_a_step_through_buffers_is_the_plain_step(name: str, record: Record, encoder: ClipEncoder) -> None:
    plain, captured = seeds_of(name, encoder, None), seeds_of(name, encoder, record)
    assert told(plain, 3) == told(captured, 3)
    for one, other in zip(plain.all, captured.all, strict=True):
        assert (as_array(one) == as_array(other)).all()
        assert float((one.points - one.start).detach().abs().max()) > 0.5
    assert bool(captured.trouble) is (record is not again)


def test_a_replay_does_the_work_once_and_sees_new_cues_and_rates() -> None:
    place, calls = torch.zeros(2), []

    def move(cue: Tensor, rate: float | Tensor) -> Terms:
        calls.append(float(rate))
        place.add_(cue * rate)
        return {"loss": place.sum()[None]}

    captured = CapturedMove(move, [place], torch.ones(2), again)
    captured(torch.tensor([1.0, 2.0]), 0.5)
    assert place.tolist() == [0.5, 1.0]
    del calls[:]
    captured(torch.tensor([0.0, 1.0]), 0.25)
    assert place.tolist() == [0.5, 1.25]
    assert calls == [0.25]


def test_a_recording_that_misses_its_cue_is_not_used() -> None:
    place = torch.zeros(2)

    def move(cue: Tensor, rate: float | Tensor) -> Terms:
        place.add_(cue * rate)
        return {"loss": torch.ones(1)}

    def deaf(work: Callable[[], Terms]) -> Callable[[], Terms]:
        def replay() -> Terms:
            place.add_(torch.ones(2))
            return {"loss": torch.ones(1)}

        return replay

    captured = CapturedMove(move, [place], torch.ones(2), deaf)
    captured(torch.tensor([1.0, -1.0]), 0.5)
    captured(torch.tensor([1.0, -1.0]), 0.5)
    assert place.tolist() == [1.0, -1.0]
    assert captured.trouble == "a recorded step moves otherwise"


def run(encoder: ClipEncoder) -> list[Event]:
    return list(sketch(disc_request(preset="fine", seeds=2), lambda: False, encoder=encoder))


@pytest.mark.usefixtures("short")
def test_a_run_goes_on_without_recordings_and_says_so_once(
    encoder: ClipEncoder, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    plain = run(encoder)[-1]
    monkeypatch.setattr(clip_strategy, "recorder_for", lambda device: refused)
    events = run(encoder)
    assert [event.message for event in events if isinstance(event, Notice)] == [
        "This GPU cannot replay the steps of this run; each is done anew, more slowly."
    ]
    assert "operation not permitted when stream is capturing" in caplog.text
    assert isinstance(plain, Finished)
    assert isinstance(events[-1], Finished)
    assert drawing_to_svg(events[-1].drawing) == drawing_to_svg(plain.drawing)


@pytest.mark.skipif(not torch.cuda.is_available(), reason="no CUDA device")
@pytest.mark.parametrize("name", RECIPES)
def test_a_graph_moves_as_the_plain_step(name: str) -> None:
    encoder = encoder_of("resnet", half=True, device="cuda")
    plain, captured = seeds_of(name, encoder, None), seeds_of(name, encoder, cuda_graph)
    for one, other in zip(told(plain, 3), told(captured, 3), strict=True):
        assert one == pytest.approx(other, rel=0.05, abs=1e-4)
    assert captured.trouble == ""
    for rival, other in zip(plain.all, captured.all, strict=True):
        off = (rival.points - other.points).detach().abs()
        assert float(off.median()) < 0.1
