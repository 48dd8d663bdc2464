"""The preset fine and prompts, with tiny encoders and few steps."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
import torch
from taureau.document import drawing_to_svg
from taureau.engine import Candidate, Event, Failed, Finished, Notice, Progress, SketchRequest, StageChanged
from taureau.engine import recipes as table
from taureau.engine.losses.clip_loss import ClipLoss, ViewSampler
from taureau.engine.recipes import FINE, PROMPT, recipe_for
from taureau.engine.runs.sketch import sketch
from taureau.engine.scene.frame import Frame
from taureau.engine.search.parallel_seeds import ParallelSeeds
from taureau.perception import ClipEncoder, EfficientNetLite0
from taureau.raster import coverage

from tests.engine.runs.test_clipasso import draw, some_photo, some_points
from tests.engine.tiny import disc_photo, disc_request
from tests.perception.tiny_clip import encoder_of

pytestmark = pytest.mark.usefixtures("few_candidates")


@pytest.fixture(scope="module")
def encoder() -> ClipEncoder:
    return encoder_of("resnet")


def run(
    encoder: ClipEncoder, cancelled: Callable[[], bool] = lambda: False, *, preset: str = "fine", **changes: object
) -> list[Event]:
    return list(sketch(disc_request(preset=preset, **changes), cancelled, encoder=encoder))


def prompt_request(**changes: object) -> SketchRequest:
    values = {"photo": None, "width": 300.0, "height": 200.0, "strokes": 5, "prompt": "a star", "preset": "fine"}
    return SketchRequest(**{**values, **changes})  # type: ignore[arg-type]


def finished(events: list[Event]) -> Finished:
    assert isinstance(events[-1], Finished), events[-1]
    return events[-1]


@pytest.mark.usefixtures("short")
@pytest.mark.parametrize("kind", ["resnet", "vit", "timm"])
def test_every_kind_of_tower_draws_from_contours(kind: str) -> None:
    events = run(encoder_of(kind))
    assert [event.stage for event in events if isinstance(event, StageChanged)] == [
        "looking at the photo",
        "refining with CLIP",
    ]
    first = next(event for event in events if isinstance(event, Progress))
    for drawing in (first.drawing, finished(events).drawing):
        points = np.concatenate([stroke.curve.sample(20) for stroke in drawing.strokes])
        from_disc = np.abs(np.hypot(*(points - 96).T) - 64)  # document px
        from_square = np.abs(np.abs(points - 96).max(1) - 24)
        assert np.minimum(from_disc, from_square).max() < 12
    report = finished(events).report
    assert report.start_loss is not None
    assert report.final_loss is not None
    assert report.final_loss < report.start_loss


@pytest.mark.usefixtures("short")
def test_losers_are_given_up_early_and_the_winner_is_the_last_candidate(encoder: ClipEncoder) -> None:
    events = run(encoder, seeds=4, seed=3)
    seen = [event for event in events if isinstance(event, (Candidate, Progress))]
    steps, at = [], 0
    for event in seen:
        at = event.step if isinstance(event, Progress) else at
        if isinstance(event, Candidate):
            steps.append((event.seed, at))
    assert sorted(seed for seed, _ in steps) == [3, 4, 5, 6]
    assert all(at <= 4 for _, at in steps[:2])
    assert all(at <= 8 for _, at in steps[2:3])
    last = [event for event in events if isinstance(event, Candidate)][-1]
    assert [event.given_up for event in events if isinstance(event, Candidate)] == [4, 4, 8, None]
    assert finished(events).drawing == last.drawing
    assert (finished(events).report.seed, finished(events).report.final_loss) == (last.seed, last.score)


def test_starts_of_other_seeds_differ(encoder: ClipEncoder, monkeypatch: pytest.MonkeyPatch) -> None:
    still = {name: replace(recipe, steps=0) for name, recipe in FINE.items()}
    monkeypatch.setattr(table, "FINE", still)
    photo = np.concatenate([disc_photo(), disc_photo()[::2, ::2].repeat(2, 0)], axis=1)
    candidates = [e for e in run(encoder, photo=photo, seeds=4, strokes=6) if isinstance(e, Candidate)]
    assert len({drawing_to_svg(candidate.drawing) for candidate in candidates}) > 1


@pytest.mark.parametrize("kind", ["resnet", "timm"])
def test_a_bank_encodes_the_photo_once_for_each_view(kind: str) -> None:
    encoder, recipe = encoder_of(kind), recipe_for("fine", "other", encoder_of(kind).layers, photo=True)
    assert recipe.bank > recipe.views
    passes: list[int] = []
    encoder.tower.register_forward_hook(lambda module, inputs, output: passes.append(len(inputs[0])))
    plain = encoder.tower.forward_intermediates

    def counted(images: torch.Tensor, **options: object) -> object:
        passes.append(len(images))
        return plain(images, **options)

    encoder.tower.forward_intermediates = counted
    views = ViewSampler(encoder, recipe, some_photo(), 0, batch_size=2)
    assert sum(passes) == recipe.bank
    seen = [views.at(views.next()) for _ in range(3 * recipe.bank)]
    assert sum(passes) == recipe.bank
    for first in range(0, len(seen), recipe.bank):  # every view comes once before any comes again
        assert len({float(look.grid.sum()) for look in seen[first : first + recipe.bank]}) == recipe.bank


def test_losses_are_relative_to_the_photos_variance(encoder: ClipEncoder) -> None:
    recipe = replace(FINE["rn101"], embedding=0.0)
    views = ViewSampler(encoder, recipe, some_photo(), 0, batch_size=8)
    terms = ClipLoss(encoder, recipe, views.identity)(1 - draw(some_points(1))[:, 0], views.identity)
    for layer in ("layer2", "layer3"):
        photo, drawing = (
            encoder.encode_image(image, [layer]).features[layer] for image in (some_photo(), draw(some_points(1)))
        )
        wanted = float(((photo - drawing) ** 2).mean() / photo.var())
        assert float(terms[layer]) == pytest.approx(wanted, rel=1e-3)


def test_each_drawing_of_a_batch_moves_as_it_would_alone(encoder: ClipEncoder) -> None:
    recipe = replace(FINE["rn101"], steps=5)
    starts = [some_points(seed) for seed in (1, 2, 3)]

    def moved(some: list[torch.Tensor], most: int) -> list[torch.Tensor]:
        views = ViewSampler(encoder, recipe, some_photo(), 5, batch_size=most)
        seeds = ParallelSeeds(some, recipe, ClipLoss(encoder, recipe, views.identity), views, None, coverage, side=64)
        seeds.step()
        seeds.step()
        return [rival.points.detach() for rival in seeds.all]

    together = moved(starts, 16)
    for start, one in zip(starts, together, strict=True):
        (alone,) = moved([start], 1)
        assert float((one - start).abs().max()) > 0.5
        assert float((one - alone).abs().median()) < 1e-3


def test_the_run_ends_on_a_plateau(encoder: ClipEncoder, monkeypatch: pytest.MonkeyPatch) -> None:
    lazy = {name: replace(recipe, steps=500, rate=1e-6, patience=10) for name, recipe in FINE.items()}
    monkeypatch.setattr(table, "FINE", lazy)
    events = run(encoder, seeds=1)
    last = [event for event in events if isinstance(event, Progress)][-1]
    assert 10 <= last.step < 100
    assert not finished(events).report.stopped


@pytest.mark.usefixtures("short")
@pytest.mark.parametrize("changes", [{}, {"prompt": "a cat"}, {"photo": None, "prompt": "a cat"}])
def test_the_same_request_gives_the_same_bytes(encoder: ClipEncoder, changes: dict[str, object]) -> None:
    first, second = (drawing_to_svg(finished(run(encoder, **changes)).drawing) for _ in range(2))
    assert first == second


@pytest.mark.usefixtures("short")
def test_a_prompt_pulls_at_the_drawing_of_a_photo(encoder: ClipEncoder) -> None:
    text = encoder.encode_text(["a cat"])

    def clip_loss(weight: float) -> float:
        events = run(encoder, prompt="a cat", prompt_weight=weight, seeds=1)
        assert any("prompt" in event.losses for event in events if isinstance(event, Progress))
        to_canvas = Frame.around(np.ones((96, 96), dtype=bool), 224).to_canvas
        points = [to_canvas.points(stroke.curve.points / 2) for stroke in finished(events).drawing.strokes]
        seen = encoder.encode_image(draw(torch.from_numpy(np.stack(points)).float()), embedding=True)
        return float((seen.direction() * text).sum())

    assert clip_loss(10.0) > clip_loss(0.0)


@pytest.mark.usefixtures("short")
def test_a_prompt_alone_is_drawn_from_scattered_strokes_and_from_a_grid(encoder: ClipEncoder) -> None:
    events = list(sketch(prompt_request(), lambda: False, encoder=encoder))
    last = finished(events)
    assert (last.drawing.width, last.drawing.height, last.drawing.stroke_count) == (300.0, 200.0, 5)
    assert sorted(event.seed for event in events if isinstance(event, Candidate)) == [0, 1, 2, 3]
    first = next(event for event in events if isinstance(event, Progress)).drawing
    starts = np.stack([stroke.curve.start for stroke in first.strokes])
    assert starts.min(0) == pytest.approx((150, 100), abs=100)
    assert (np.abs(starts - (150, 100)) < 100).all()  # within the square in the middle
    assert last.drawing.facts["prompt"] == "a star"


def test_more_steps_bring_the_drawing_nearer_to_the_sentence(
    encoder: ClipEncoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(table, "PROMPT", replace(PROMPT, steps=25, rounds=(10,)))
    report = finished(list(sketch(prompt_request(seeds=2), lambda: False, encoder=encoder))).report
    assert report.final_loss is not None
    assert report.start_loss is not None
    assert report.final_loss < report.start_loss


def test_a_cancelled_run_keeps_what_it_has(encoder: ClipEncoder) -> None:
    stop: list[bool] = []
    events: list[Event] = []
    for event in sketch(disc_request(preset="fine"), lambda: bool(stop), encoder=encoder):
        events.append(event)
        if isinstance(event, Progress) and event.step > 2:
            stop.append(True)
    assert finished(events).report.stopped
    assert finished(events).drawing.stroke_count == 6


def test_cancel_answers_at_once_within_a_step(encoder: ClipEncoder) -> None:
    asked: list[float] = []
    began: list[float] = []

    def cancelled() -> bool:
        asked.append(time.monotonic())
        return bool(began) and asked[-1] > began[0]

    for event in sketch(disc_request(preset="clipasso"), cancelled, encoder=encoder):
        if isinstance(event, Progress) and event.step > 0 and not began:
            began.append(time.monotonic())
    after = [moment for moment in asked if moment > began[0]]
    assert len(after) <= 2  # the first question within the step, and the one that the report asks


@pytest.mark.usefixtures("short")
def test_memory_running_out_makes_it_look_at_fewer_pictures(encoder: ClipEncoder) -> None:
    class Greedy(ClipEncoder):
        def encode_image(self, images: torch.Tensor, layers: object = (), *, embedding: bool = False) -> object:  # type: ignore[override]
            if len(images) > 1 and images.requires_grad:
                raise RuntimeError("DefaultCPUAllocator: not enough memory: you tried to allocate 1 byte")
            return super().encode_image(images, layers, embedding=embedding)  # type: ignore[arg-type]

    events = list(sketch(disc_request(preset="fine"), lambda: False, encoder=encoder_of("resnet", kind_of=Greedy)))
    notices = [event.message for event in events if isinstance(event, Notice)]
    assert notices == ["Memory ran out; the run goes on with fewer pictures at a time."]
    assert finished(events).report.final_loss is not None


def failure(encoder: ClipEncoder | EfficientNetLite0 | None, request: SketchRequest) -> str:
    last = list(sketch(request, lambda: False, encoder=encoder))[-1]
    assert isinstance(last, Failed), last
    assert last.bad_input
    return f"{last.error} {last.what_to_do}"


def test_what_a_run_needs_and_lacks_is_said(
    encoder: ClipEncoder, tmp_path: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TAUREAU_MODELS", str(tmp_path))
    assert failure(None, disc_request(preset="clipasso")) == (
        "The preset clipasso needs an encoder that is not on this machine: rn101. "
        "Get it with `taureau models fetch rn101`, or choose the preset standard."
    )
    assert "one of datacomp-vit-b-32-256, mobileclip2-s0, laion-vit-b-16" in failure(None, disc_request(preset="fine"))
    assert "vit-b-32" in failure(None, disc_request(preset="fine", encoder="vit-b-32"))
    assert "there is no model 'none'" in failure(None, disc_request(preset="fine", encoder="none"))
    assert "isnet is no encoder" in failure(None, disc_request(preset="fine", encoder="isnet"))
    assert "does not read prompts" in failure(None, disc_request(prompt="a cat"))
    assert "does not read prompts" in failure(None, prompt_request(preset="draft"))
    assert "draws with the built-in encoder alone" in failure(None, disc_request(encoder="vit-b-32"))
    assert "has no layer2 and layer3" in failure(encoder_of("vit"), disc_request(preset="clipasso"))
    assert "does not read text" in failure(EfficientNetLite0(), disc_request(preset="fine", prompt="a cat"))


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"photo": None}, "there is nothing to draw: give a photo or a prompt"),
        ({"photo": None, "prompt": "  "}, "there is nothing to draw: give a photo or a prompt"),
        ({"seeds": 0}, "seeds must be from 1 to 16, not 0"),
        ({"seeds": 17}, "seeds must be from 1 to 16, not 17"),
        ({"prompt_weight": -1.0}, "the prompt's weight must be from 0 to 10, not -1"),
        ({"prompt_weight": float("nan")}, "the prompt's weight must be from 0 to 10, not nan"),
    ],
)
def test_values_out_of_range_are_refused(changes: dict[str, object], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        disc_request(**changes)
