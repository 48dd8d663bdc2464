"""The preset clipasso, item by item, each computed a second, plain way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import cv2
import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from taureau.document import drawing_to_svg
from taureau.engine import Candidate, Event, Finished, Progress, SketchRequest
from taureau.engine.encoders import PUBLISHED_SALIENCY, encoders_for
from taureau.engine.losses.augmentation import random_views, sampling_grids, warp
from taureau.engine.losses.clip_loss import ClipLoss, ViewSampler
from taureau.engine.recipes import CLIPASSO
from taureau.engine.runs.sketch import sketch
from taureau.engine.scene.encoder_view import on_white
from taureau.engine.scene.frame import Frame
from taureau.engine.search.parallel_seeds import ParallelSeeds
from taureau.engine.starts.scatter import published_start
from taureau.engine.starts.start import xdog
from taureau.perception import ClipEncoder
from taureau.perception.saliency import saliency
from taureau.raster import coverage

from tests.engine.tiny import disc_photo, disc_request
from tests.perception.tiny_clip import encoder_of, tiny_clip


@pytest.fixture(scope="module")
def encoder() -> ClipEncoder:
    return encoder_of("resnet")


def some_points(seed: int, count: int = 5) -> torch.Tensor:
    random = torch.Generator().manual_seed(seed)
    first = 40 + 140 * torch.rand(count, 1, 2, generator=random)
    return first + torch.cat([torch.zeros(count, 1, 2), 60 * torch.rand(count, 3, 2, generator=random) - 30], 1)


def some_photo() -> torch.Tensor:
    return torch.rand(1, 3, 64, 64, generator=torch.Generator().manual_seed(9))


def draw(points: torch.Tensor) -> torch.Tensor:
    """Black strokes of radius 1.5 at 224 px on white, as the tiny encoder's 64 px show them: [1, 3, 64, 64]."""
    scale = 64 / 224
    ink = coverage(points[None, :, None] * scale, torch.full((1, len(points)), 2 * 1.5 * scale), size=(64, 64))
    return (1 - ink)[:, None].expand(-1, 3, -1, -1)


def plain_loss(pairs: list[tuple[torch.Tensor, torch.Tensor]], encoder: ClipEncoder) -> torch.Tensor:
    """The published loss of pairs of photo and drawing [1, 3, 64, 64], written out on open_clip's own network."""
    visual = tiny_clip("resnet").visual
    total = torch.zeros(())
    for photo, drawing in pairs:
        seen = []
        for image in (photo, drawing):
            first = visual.layer1(visual.stem(encoder.normalised(image)))
            second = visual.layer2(first)
            third = visual.layer3(second)
            seen.append((second, third, visual.attnpool(visual.layer4(third))))
        (photo2, photo3, photo_embedding), (drawing2, drawing3, drawing_embedding) = seen
        total = total + ((photo2 - drawing2) ** 2).mean() + ((photo3 - drawing3) ** 2).mean()
        total = total + 0.1 * (1 - torch.cosine_similarity(photo_embedding, drawing_embedding).mean())
    return total / len(pairs)


def test_the_table_says_what_was_published() -> None:
    assert dict(CLIPASSO.layers) == {"layer2": 1.0, "layer3": 1.0}
    assert (CLIPASSO.embedding, CLIPASSO.steps, CLIPASSO.rate, CLIPASSO.settle) == (0.1, 2000, 1.0, 1.0)
    assert (CLIPASSO.seeds, CLIPASSO.views, CLIPASSO.plain, CLIPASSO.bank) == (3, 4, True, 0)
    assert (CLIPASSO.zoom, CLIPASSO.stroke_width) == ((0.8, 0.8), 3.0)
    assert (CLIPASSO.bending, CLIPASSO.drift, CLIPASSO.crowding, CLIPASSO.lines, CLIPASSO.patience) == (0, 0, 0, 0, 0)
    assert SketchRequest.strokes == 16
    assert encoders_for("clipasso") == ("rn101",)
    assert PUBLISHED_SALIENCY == "vit-b-32"


def test_the_subject_fills_a_square_on_white() -> None:
    photo = np.random.default_rng(0).integers(0, 256, (60, 100, 3), dtype=np.uint8)
    photo = cv2.GaussianBlur(photo, (0, 0), 3)
    mask = np.zeros((60, 100), dtype=bool)
    mask[0:30, 20:60] = True  # it touches the photo's edge, beyond which there is paper
    frame = Frame.around(mask, 224)
    square = on_white(photo, mask, frame, 224)
    from_canvas = frame.to_canvas.inverse()
    wanted: NDArray[np.float64] = np.ones((224, 224, 3))
    sure = np.zeros((224, 224), dtype=bool)
    for row in range(224):
        for column in range(224):
            x, y = from_canvas.points(np.array([[column + 0.5, row + 0.5]]))[0]
            beside = min(abs(x - 20), abs(x - 60), abs(y - 30), abs(y - 0))
            sure[row, column] = beside > 1.5 or not (19 < x < 61 and -1 < y < 31)
            if 20 < x < 60 and 0 < y < 30:
                wanted[row, column] = photo[int(y), int(x)] / 255
    assert np.abs(square - wanted)[sure].max() < 0.06  # the photo's pixels are large here
    inked = np.argwhere(square.min(2) < 0.98)
    left, right = inked[:, 1].min(), inked[:, 1].max() + 1
    assert left == pytest.approx(224 * 0.06 / 1.12, abs=3)
    assert right == pytest.approx(224 * 1.06 / 1.12, abs=3)


def test_the_start_is_drawn_from_saliency_times_edges() -> None:
    random = np.random.default_rng(3)
    attention = random.random((224, 224)) * 3 + 5
    ink = np.where(random.random((224, 224)) < 0.01, random.random((224, 224)), 0)
    chances: dict[tuple[int, int], float] = {}
    low, high = attention.min(), attention.max()
    for row, column in np.argwhere(ink > 0):
        chances[row, column] = np.exp((attention[row, column] - low) / (high - low) * ink[row, column] / 0.3)
    counts = dict.fromkeys(chances, 0)
    rounds = 400
    for seed in range(rounds):
        strokes = published_start(attention, ink, 16, np.random.default_rng(seed))
        places = [(int(y), int(x)) for x, y in strokes[:, 0]]
        assert len(set(places)) == 16
        for place in places:
            counts[place] += 1
    assert np.allclose(strokes[:, 0] % 1, 0.5)
    whole = sum(chances.values())
    expected = np.array([16 * rounds * chance / whole for chance in chances.values()])
    found = np.array(list(counts.values()))
    likely = expected > np.percentile(expected, 90)
    assert found[likely].sum() == pytest.approx(expected[likely].sum(), rel=0.1)
    assert found[~likely].sum() == pytest.approx(expected[~likely].sum(), rel=0.1)


def test_each_stroke_starts_as_three_small_steps() -> None:
    strokes = np.concatenate([
        published_start(np.ones((224, 224)), np.ones((224, 224)), 64, np.random.default_rng(seed)) for seed in range(20)
    ])  # fmt: skip
    steps = np.diff(strokes, axis=1)
    assert np.abs(steps).max() <= 0.05 * 112
    assert np.abs(steps).max() > 0.049 * 112
    assert steps.std() == pytest.approx(0.05 * 112 / np.sqrt(3), rel=0.03)
    assert np.abs(steps.mean((0, 1))).max() < 0.2


def test_strokes_start_where_both_the_masked_photo_has_edges_and_clip_sampler(
    short: None, encoder: ClipEncoder
) -> None:
    image = cv2.resize(disc_photo(), (224, 224), interpolation=cv2.INTER_CUBIC)
    relevance = saliency(encoder, image)
    likely = (relevance - relevance.min()) * xdog(image)
    first = next(event for event in run(encoder, strokes=64) if isinstance(event, Progress))
    starts = np.stack([stroke.curve.start for stroke in first.drawing.strokes]) * 224 / 192
    column, row = np.floor(starts).astype(int).T
    near = cv2.dilate((likely > 0).astype(np.uint8), np.ones((3, 3)))
    assert 0.05 < near.mean() < 0.9
    assert near[row, column].all()


def test_photo_and_drawing_go_through_the_same_four_views_and_the_plain_one(encoder: ClipEncoder) -> None:
    sampler = ViewSampler(encoder, CLIPASSO, some_photo(), 5, batch_size=2)
    look = sampler.at(sampler.next())
    again = random_views(4, zoom=(0.8, 0.8), random=torch.Generator().manual_seed(5))
    views = warp(sampling_grids(again, 64), torch.cat([some_photo(), draw(some_points(1))]), 0.0)
    pairs = [(some_photo(), draw(some_points(1)))] + [(views[:1, view], views[1:, view]) for view in range(4)]
    ink = 1 - draw(some_points(1))[:, 0]
    terms = ClipLoss(encoder, CLIPASSO, sampler.identity)(ink, look)
    assert float(sum(terms.values())) == pytest.approx(float(plain_loss(pairs, encoder)), rel=1e-4)
    assert not torch.equal(sampler.at(sampler.next()).grid, look.grid)


def test_steps_are_adams_at_a_rate_of_one(encoder: ClipEncoder) -> None:
    starts = [some_points(1), some_points(2)]
    recipe = replace(CLIPASSO, steps=4)
    sampler = ViewSampler(encoder, recipe, some_photo(), 5, batch_size=2)
    seeds = ParallelSeeds(starts, recipe, ClipLoss(encoder, recipe, sampler.identity), sampler, None, coverage, side=64)
    for _ in range(3):
        seeds.step()
    again = ViewSampler(encoder, recipe, some_photo(), 5, batch_size=2)
    leaves = [start.clone().requires_grad_(True) for start in starts]
    optimizers = [torch.optim.Adam([leaf], lr=1.0) for leaf in leaves]
    for _ in range(3):
        look = again.at(again.next())
        views = warp(look.grid, some_photo(), 0.0)[0]
        for leaf, optimizer in zip(leaves, optimizers, strict=True):
            drawn = warp(look.grid, draw(leaf), 0.0)[0]
            optimizer.zero_grad()
            plain_loss(list(zip(views.split(1), drawn.split(1), strict=True)), encoder).backward()
            optimizer.step()
    for rival, leaf, start in zip(seeds.all, leaves, starts, strict=True):
        assert float((leaf.detach() - start).abs().max()) > 1.5
        # Coordinates with next to no gradient go either way under Adam: nearly all agree closely.
        off = (rival.points.detach() - leaf.detach()).abs()
        assert float(off.median()) < 1e-3
        assert float((off < 0.05).float().mean()) > 0.9


def run(encoder: ClipEncoder, **changes: object) -> list[Event]:
    return list(sketch(disc_request(preset="clipasso", **changes), lambda: False, encoder=encoder))


def candidates(events: list[Event]) -> Iterator[Candidate]:
    return (event for event in events if isinstance(event, Candidate))


def test_the_best_of_three_seeds_without_views_wins(short: None, encoder: ClipEncoder) -> None:
    events = run(encoder, seed=11)
    found = {candidate.seed: candidate for candidate in candidates(events)}
    assert sorted(found) == [11, 12, 13]
    photo = disc_photo()
    frame = Frame.around(np.ones(photo.shape[:2], dtype=bool), 224, margin=0.0)
    square = on_white(photo, np.ones(photo.shape[:2], dtype=bool), frame, 224)
    small = cv2.resize(square, (64, 64), interpolation=cv2.INTER_AREA)
    shown = torch.from_numpy(small).permute(2, 0, 1)[None]
    for candidate in found.values():
        to_canvas = frame.to_canvas.points  # the document is twice the photo's size
        points = [to_canvas(stroke.curve.points / 2) for stroke in candidate.drawing.strokes]
        drawing = draw(torch.from_numpy(np.stack(points)).float())
        assert candidate.score == pytest.approx(float(plain_loss([(shown, drawing)], encoder)), rel=1e-3)
    last = events[-1]
    assert isinstance(last, Finished)
    winner = min(found.values(), key=lambda candidate: candidate.score)
    assert last.drawing == winner.drawing
    assert (last.report.seed, last.report.final_loss) == (winner.seed, winner.score)


def test_the_pen_is_black_and_three_pixels_wide_at_224(short: None, encoder: ClipEncoder) -> None:
    last = run(encoder)[-1]
    assert isinstance(last, Finished)
    assert {round(stroke.width, 6) for stroke in last.drawing.strokes} == {round(3 * 192 / 224, 6)}
    assert {stroke.color for stroke in last.drawing.strokes} == {"#000000"}
    wide = run(encoder, stroke_width=7.0)[-1]
    assert isinstance(wide, Finished)
    assert {stroke.width for stroke in wide.drawing.strokes} == {7.0}


def test_the_same_request_gives_the_same_bytes(short: None, encoder: ClipEncoder) -> None:
    results = [run(encoder, seed=seed)[-1] for seed in (4, 4, 5)]
    first, second, other = (drawing_to_svg(event.drawing) for event in results if isinstance(event, Finished))
    assert first == second
    assert first != other


def test_fewer_seeds_may_be_asked_for(short: None, encoder: ClipEncoder) -> None:
    assert [candidate.seed for candidate in candidates(run(encoder, seeds=1, seed=7))] == [7]
