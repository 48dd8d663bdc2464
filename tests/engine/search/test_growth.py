"""One stroke after another: the choice against a naive one, state that is kept, and when it is enough."""

from __future__ import annotations

from functools import partial

import numpy as np
import pytest
import torch
from taureau.engine.losses.perceptual import PerceptualLoss
from taureau.engine.scene.scene import OVERSAMPLING, PEN, Scene, build_scene
from taureau.engine.scene.subject import subject_of
from taureau.engine.search.growth import Growth
from taureau.engine.search.refine import Refinement
from taureau.engine.search.schedule import RESETTLE
from taureau.engine.search.sequence import grow, grow_by_edges
from taureau.engine.search.stopping_rule import StoppingRule
from taureau.engine.starts.start import contour_candidates, contour_start, strokes_as_candidates, without_refused
from taureau.perception import own_eye
from taureau.raster import coverage

from tests.engine.tiny import TinyEncoder, disc_photo

NOTHING = torch.zeros(0, 4, 2)
LINES = torch.tensor(
    [[[60.0, 112], [95.0, 112], [130.0, 112], [165.0, 112]], [[112.0, 60], [112, 95], [112, 130], [112, 165]]]
)


@pytest.fixture(scope="module")
def scene() -> Scene:
    return build_scene(own_eye(), disc_photo(), subject_of(own_eye(), disc_photo(), "none"))


def rendition_of(scene: Scene) -> torch.Tensor:
    return torch.from_numpy(scene.rendition())[None]


def growth_of(scene: Scene, points: torch.Tensor = NOTHING, **options: object) -> Growth:
    candidates = contour_start(contour_candidates(scene), 40)
    cover = np.zeros_like(candidates.weight)
    judge = partial(PerceptualLoss, TinyEncoder())
    return Growth(candidates, points, cover, rendition_of(scene), judge, coverage, RESETTLE, **options)  # type: ignore[arg-type]


def test_a_step_after_an_addition_moves_the_others_as_without_it(scene: Scene) -> None:
    def refined(change: bool) -> torch.Tensor:
        refinement = Refinement(LINES, rendition_of(scene), partial(PerceptualLoss, TinyEncoder()), coverage, RESETTLE)
        for step in range(6):
            if change and step == 2:
                refinement.add(LINES[:1] + 7, width=0.0)  # there, but invisible
            if change and step == 4:
                refinement.remove([2])
            refinement.step()
        return refinement.points

    changed, plain = refined(True), refined(False)
    assert torch.equal(changed, plain)
    assert not torch.equal(plain, LINES)


def test_removing_a_stroke_keeps_the_moments_of_the_rest(scene: Scene) -> None:
    judge = partial(PerceptualLoss, TinyEncoder())
    refinement = Refinement(LINES, rendition_of(scene), judge, coverage, RESETTLE)
    fresh = Refinement(LINES[:1], rendition_of(scene), judge, coverage, RESETTLE)
    for _ in range(4):
        refinement.step()
    refinement.remove([1])
    before = refinement.points.clone()
    refinement.step()
    fresh.step()
    # Adam's first step is as long as its rate in every coordinate; with four steps behind it, it is not.
    assert not torch.allclose((refinement.points - before).abs(), (fresh.points - LINES[:1]).abs(), atol=1e-3)
    assert len(refinement.points) == 1


def test_the_first_stroke_is_the_one_a_naive_search_finds(scene: Scene) -> None:
    growth = growth_of(scene)
    candidates = contour_start(contour_candidates(scene), 40)
    half = torch.nn.functional.interpolate(rendition_of(scene)[None], size=(112, 112), mode="area")[0]
    loss = PerceptualLoss(TinyEncoder(), half)

    def loss_of(ink: torch.Tensor) -> float:
        with torch.no_grad():
            return float(loss(ink).sum())

    empty = loss_of(torch.zeros(1, 112, 112))
    scores = []
    for index, piece in enumerate(candidates.pieces):
        points = torch.from_numpy(piece.points / OVERSAMPLING / 2).float()[None, None, None]
        ink = coverage(points, torch.full((1, 1), PEN / 2), size=(112, 112))
        share = candidates.explained([index]) / float(candidates.weight.sum())
        scores.append(((1 - loss_of(ink) / empty) + share) / 2)
    best = torch.from_numpy(candidates.pieces[int(np.argmax(scores))].points / OVERSAMPLING)
    gain = growth.draw_next()
    assert gain is not None
    assert gain > 0
    assert float((growth.points[0] - best).abs().max()) < 3  # it has settled by a little since


def test_gains_add_up_to_the_progress(scene: Scene) -> None:
    growth = growth_of(scene)
    assert growth.progress == pytest.approx(0, abs=1e-6)
    gains = [growth.draw_next() for _ in range(4)]
    assert sum(gain for gain in gains if gain is not None) == pytest.approx(growth.progress, abs=1e-6)
    assert len(growth.points) == 4


def test_taking_back_leaves_all_as_it_was_but_for_what_has_settled(scene: Scene) -> None:
    growth = growth_of(scene)
    gains = [growth.draw_next() for _ in range(4)]
    kept = growth.points[:2].clone()
    growth.remove_last(2)
    assert torch.equal(growth.points, kept)
    assert growth.progress == pytest.approx(sum(gain or 0 for gain in gains[:2]), abs=1e-6)
    again = growth.draw_next()
    assert again == pytest.approx(gains[2], abs=0.02)  # the same stroke may be drawn again


def test_each_next_stroke_starts_at_its_end_nearer_to_the_pen(scene: Scene) -> None:
    growth = growth_of(scene)
    growth.draw_next()
    turned = 0
    for _ in range(6):
        pen = growth.points[-1, 3].clone()
        if growth.draw_next() is None:
            break
        drawn = growth.points[-1]
        start, end = float((drawn[0] - pen).norm()), float((drawn[3] - pen).norm())
        if abs(start - end) > 3:  # else it may have turned about while settling
            assert start < end
            turned += 1
    assert turned >= 3


def test_fixed_strokes_count_as_drawn(scene: Scene) -> None:
    alone = growth_of(scene)
    alone.draw_next()
    fixed = alone.points.clone()
    beside = growth_of(scene, fixed=fixed)
    assert beside.loss == pytest.approx(alone.loss, rel=1e-5)
    assert len(beside.points) == 0


def test_enough_is_when_the_last_three_bring_too_little() -> None:
    enough = StoppingRule(0.0)  # ε = 6 %
    assert enough.threshold(0.5) == pytest.approx(0.03)
    assert not enough.reached([0.01, 0.01], 0.5)
    assert not enough.reached([0.4, 0.04, 0.03, 0.03], 0.5)
    assert enough.reached([0.4, 0.04, 0.03, 0.019], 0.5)
    assert enough.spare([0.4, 0.04, 0.02, 0.029], 0.5) == 2
    assert enough.spare([0.01, 0.01, 0.01], 0.5) == 2  # one is kept whatever it brought
    assert StoppingRule(1.0).threshold(0.5) < StoppingRule(0.5).threshold(0.5) < enough.threshold(0.5)


def test_a_checkpoint_may_end_a_sequence(scene: Scene) -> None:
    class CancelledError(Exception):
        pass

    calls = 0

    def checkpoint() -> None:
        nonlocal calls
        calls += 1
        if calls > 12:
            raise CancelledError

    with pytest.raises(CancelledError):
        list(grow(growth_of(scene), 40, None, checkpoint))
    assert calls == 13  # it was not asked again


def test_a_draft_grows_by_edges_alone(scene: Scene) -> None:
    candidates = contour_start(contour_candidates(scene), 40)
    cover = np.zeros_like(candidates.weight)
    steps = list(grow_by_edges(candidates, np.zeros((0, 4, 2)), cover, 40, StoppingRule(0.5)))
    whole = 2 * float(candidates.weight.sum())  # edges are half of how far a drawing comes
    assert sum(steps[-1].gains) * whole == pytest.approx(
        candidates.explained(list(range(len(steps[-1].gains)))), rel=1e-4
    )
    assert len(steps[-1].points) == len(steps[-1].gains) < len(candidates.pieces)


def test_what_runs_along_a_refused_line_is_no_candidate(scene: Scene) -> None:
    candidates = contour_start(contour_candidates(scene), 40)
    first = candidates.pieces[0].points / OVERSAMPLING
    along = np.linspace(0, 1, 33)[:, None]
    line = (
        first[0] * (1 - along) ** 3
        + 3 * first[1] * along * (1 - along) ** 2
        + 3 * first[2] * along**2 * (1 - along)
        + first[3] * along**3
    )
    left = without_refused(candidates, [line])
    assert 0 < len(left.pieces) < len(candidates.pieces)
    assert not any(np.array_equal(piece.points, candidates.pieces[0].points) for piece in left.pieces)
    assert without_refused(candidates, []) is candidates


def test_strokes_explain_the_edges_they_lie_on(scene: Scene) -> None:
    candidates = contour_start(contour_candidates(scene), 1)
    again = strokes_as_candidates(scene, np.stack([piece.points for piece in candidates.pieces]) / OVERSAMPLING)
    assert again.explained([0]) == pytest.approx(candidates.explained([0]), rel=1e-3)
    far = strokes_as_candidates(scene, np.full((1, 4, 2), 3.0) + np.arange(4)[:, None])
    assert far.explained([0]) == 0


def test_the_rule_finds_where_a_known_sequence_stops() -> None:
    gains = [0.4, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001]
    counts = [StoppingRule(detail).count(gains) for detail in (0.0, 0.25, 0.5, 0.75, 1.0)]
    assert counts == sorted(counts)
    assert counts[0] < counts[-1] <= len(gains)
    assert StoppingRule(0.5).count([]) == 0
    assert StoppingRule(0.5).count([0.3]) == 1
