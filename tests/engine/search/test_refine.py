"""Losses and moves against second, naive ways to the same numbers."""

from __future__ import annotations

import math
from functools import partial
from itertools import pairwise

import numpy as np
import pytest
import torch
from taureau.engine.losses.perceptual import Contact, PerceptualLoss, bending, crowding, drift, ink_to_rgb
from taureau.engine.scene.scene import CANVAS, PEN, build_scene
from taureau.engine.scene.subject import subject_of
from taureau.engine.search.adam import Adam
from taureau.engine.search.refine import Refinement
from taureau.engine.search.schedule import SETTLE, Schedule
from taureau.engine.search.swap import exchange
from taureau.engine.starts.start import contour_candidates, contour_start, in_order
from taureau.perception import own_eye
from taureau.raster import coverage

from tests.engine.tiny import TinyEncoder, disc_photo


def test_adam_moves_as_torchs_own() -> None:
    adam, theirs = Adam(torch.zeros(3, 2)), torch.zeros(3, 2, requires_grad=True)
    reference = torch.optim.Adam([theirs], lr=0.3)
    for seed in range(20):
        gradient = torch.randn(3, 2, generator=torch.Generator().manual_seed(seed))
        adam.step(gradient, 0.3)
        theirs.grad = gradient.clone()
        reference.step()
    assert torch.allclose(adam.rows, theirs, atol=1e-6)


def test_adams_rows_come_and_go_with_moments_of_their_own() -> None:
    generator = torch.Generator().manual_seed(3)
    gradients = torch.randn(6, 4, 2, generator=generator)
    changed, plain = Adam(torch.zeros(2, 2)), Adam(torch.zeros(2, 2))
    late = Adam(torch.ones(1, 2))
    for step, gradient in enumerate(gradients):
        if step == 2:
            changed.add(torch.ones(2, 2))
        if step == 4:
            changed.keep(torch.tensor([0, 1, 3]))
        rows = {0: [0, 1], 2: [0, 1, 2, 3], 4: [0, 1, 3]}[step // 2 * 2]
        changed.step(gradient[rows], torch.full((len(rows),), 0.1))
        plain.step(gradient[:2], 0.1)
        if step >= 2:
            late.step(gradient[3:], 0.1)
    assert torch.equal(changed.rows[:2], plain.rows)
    assert torch.equal(changed.rows[2:], late.rows)


def test_the_perceptual_loss_is_the_sum_it_says() -> None:
    encoder = TinyEncoder()
    generator = torch.Generator().manual_seed(1)
    target, ink = torch.rand(1, 64, 64, generator=generator), torch.rand(1, 64, 64, generator=generator)
    found = PerceptualLoss(encoder, target)(ink)[0]
    wanted = encoder.features(ink_to_rgb(target), 4)
    for level, (stage, goal) in enumerate(zip(encoder.features(ink_to_rgb(ink), 4), wanted, strict=True)):
        variances = [float(goal[0, channel].var()) for channel in range(goal.shape[1])]
        naive = float(((stage - goal) ** 2).mean()) / (sum(variances) / len(variances))
        assert float(found[level]) == pytest.approx(naive, rel=1e-4)


def test_a_drawing_equal_to_its_target_costs_nothing() -> None:
    target = torch.rand(1, 64, 64, generator=torch.Generator().manual_seed(2))
    assert float(PerceptualLoss(TinyEncoder(), target)(target).sum()) == 0


def test_bending_and_drift_by_hand() -> None:
    start = torch.tensor([[[0.0, 0], [1, 0], [2, 0], [3, 0]]])
    moved = torch.tensor([[[0.0, 0], [1, 2], [2, 0], [3, 0]]])
    # Second differences change by −4 and +2 in y; one of four points moved by 2.
    assert bending(moved, start).tolist() == [20.0]
    assert drift(moved, start).tolist() == [1.0]


def test_crowding_counts_ink_laid_twice() -> None:
    line = torch.tensor([[20.0, 50], [40, 50], [60, 50], [80, 50]])
    widths = torch.full((2,), 4.0)
    for points, expected in (
        (torch.stack([line, line]), 1.0),  # all of it twice
        (torch.stack([line, line + torch.tensor([0.0, 20.0])]), 0.0),
    ):
        ink = coverage(points[None, :, None], widths[None], size=(100, 100))
        # At soft edges two layers are darker than one: not all of the second is laid upon ink.
        assert float(crowding(points, widths, ink)) == pytest.approx(expected, abs=0.04)


def test_contact_counts_what_lines_sink_into_each_other() -> None:
    line = torch.tensor([[20.0, 50], [40, 50], [60, 50], [80, 50]])
    apart = torch.stack([line, line + torch.tensor([0.0, 5.0]), line + torch.tensor([0.0, 60.0])])
    contact = Contact(apart, clearance=3.0)
    assert contact(apart).tolist() == [0.0, 0.0]  # the third line is out of reach of the others
    nearer = apart + torch.tensor([[0.0, 0.0], [0.0, -3.0], [0.0, 0.0]])[:, None]
    # Two px apart where three are wanted: one px deep along 60 px, seen from both.
    assert contact(nearer).tolist() == pytest.approx([60.0, 60.0], rel=1e-3)
    assert Contact(nearer, clearance=3.0)(nearer).tolist() == [0.0, 0.0]  # what touched at first may go on doing so


def test_lines_are_held_apart_while_they_settle() -> None:
    start = torch.tensor([[[60.0, row], [95.0, row], [130.0, row], [165.0, row]] for row in (110.3, 113.7)])
    target = target_line(112.0)  # both want to lie here

    def distance_with(weight: float) -> float:
        schedule = Schedule(steps=40, rate=0.5, bending=0.0, drift=0.0, crowding=0.0, contact=weight)
        refinement = Refinement(start, target, partial(PerceptualLoss, TinyEncoder()), coverage, schedule)
        for _ in range(schedule.steps):
            refinement.step()
        above, below = refinement.points.mean(1)[:, 1].tolist()
        return below - above

    assert distance_with(0.0) < PEN
    assert distance_with(10.0) > PEN


def target_line(row: float) -> torch.Tensor:
    points = torch.tensor([[[60.0, row], [95.0, row], [130.0, row], [165.0, row]]])
    return coverage(points[None].transpose(1, 2).reshape(1, 1, 1, 4, 2), torch.full((1, 1), PEN), size=(CANVAS, CANVAS))


def test_steps_bring_a_stroke_to_its_target() -> None:
    start = torch.tensor([[[60.0, 112], [95.0, 112], [130.0, 112], [165.0, 112]]])
    schedule = Schedule(steps=40, rate=0.5, bending=0.0, drift=0.0, crowding=0.0, contact=0.0)
    refinement = Refinement(start, target_line(113.0), partial(PerceptualLoss, TinyEncoder()), coverage, schedule)
    before = refinement.loss()
    for _ in range(schedule.steps):
        refinement.step()
    assert refinement.loss() < before / 100
    assert refinement.points[0, :, 1].mean() == pytest.approx(113, abs=0.1)


def test_a_stroke_that_comes_out_kinked_is_put_back() -> None:
    start = torch.tensor(
        [[[60.0, 112], [95.0, 112], [130.0, 112], [165.0, 112]], [[20.0, 20], [30, 20], [40, 20], [50, 20]]]
    )
    refinement = Refinement(start, target_line(112.0), partial(PerceptualLoss, TinyEncoder()), coverage, SETTLE)
    refinement.points[0] = torch.tensor([[60.0, 112], [170, 112], [55, 113], [165, 112]])  # there and back again
    refinement.points[1] += 1
    settled = refinement.settled()
    assert settled[0] == pytest.approx(start[0].numpy())
    assert settled[1] == pytest.approx(start[1].numpy() + 1)


def test_an_exchange_never_raises_its_cost_and_keeps_the_count() -> None:
    encoder = TinyEncoder()
    photo = disc_photo()
    scene = build_scene(own_eye(), photo, subject_of(own_eye(), photo, "none"))
    pool = contour_start(contour_candidates(scene), 24)
    rendition = torch.from_numpy(scene.rendition())[None]
    choices = list(exchange(pool, 5, rendition, partial(PerceptualLoss, encoder), coverage, lambda: False))
    assert choices[0].chosen == [0, 1, 2, 3, 4]
    costs = [choice.cost for choice in choices]
    assert all(later < earlier for earlier, later in pairwise(costs))
    assert all(len(set(choice.chosen)) == 5 for choice in choices)


def test_the_order_is_that_of_the_gains() -> None:
    photo = disc_photo()
    scene = build_scene(own_eye(), photo, subject_of(own_eye(), photo, "none"))
    points, gains = in_order(contour_start(contour_candidates(scene), 8))
    assert points.shape == (8, 4, 2)
    assert 0 < sum(gains) <= 1
    assert gains[0] == max(gains)
    assert math.isfinite(float(np.abs(points).max()))
