"""Teaching the stroke decoder: what it draws is matched with the pictogram's strokes, and moved toward them."""

from __future__ import annotations

import math
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from taureau.geometry.fit import bernstein
from taureau.perception.sentences import SentenceTower
from taureau.perception.stroke_decoder import StrokeDecoder
from torch import Tensor, nn

from training.decoder.dataset import StrokeDataset

FORMS = ("{}", "a {}", "a drawing of a {}")  # how names are read
_NAME = 0.7  # how often a drawing's own name is read, and not another that its set gives it
_SAMPLES = torch.from_numpy(bernstein(np.linspace(0, 1, 6))).float()  # of a stroke, that are compared
_SURE = 0.05  # how much the logit of being there counts in the matching
_HANDLES = 0.3  # how much control points count beside points on the strokes
_THERE = 0.1  # how much it counts to know which strokes are there
_READ_AT_ONCE = 256  # sentences
_NOTED = 500  # steps


@dataclass(frozen=True)
class StrokePlan:
    """How to teach."""

    steps: int = 24_000
    batch: int = 128
    seed: int = 0
    rate: float = 1.5e-3
    decay: float = 0.01
    blur: float = 0.004  # the noise on each number of a sentence
    rise: int = 200  # steps in which the rate rises

    def share(self, step: int) -> float:
        """The share of the full rate at a step: up in a straight line, down along a cosine."""
        return min(1.0, (step + 1) / self.rise) * 0.5 * (1 + math.cos(math.pi * step / self.steps))


def train_decoder(
    dataset: StrokeDataset,
    tower: SentenceTower,
    plan: StrokePlan,
    report: Callable[[int, float, float, float], None] = lambda *noted: None,
) -> StrokeDecoder:
    """A decoder taught anew; `said` is told step, seconds, and the means of both losses now and then."""
    often = Counter(dataset.hand.tolist())
    torch.manual_seed(plan.seed)
    decoder = StrokeDecoder(
        {hand: often[number] for number, hand in enumerate(dataset.hands)},
        width=tower.width,
        strokes=dataset.points.shape[1],
    )
    random = np.random.default_rng(plan.seed)
    names = sorted({name for some in dataset.captions for name in some})
    place = {name: index for index, name in enumerate(names)}
    read = _read(tower, names)
    points, hands = torch.from_numpy(dataset.points).float(), torch.from_numpy(dataset.hand)
    count = torch.from_numpy(dataset.count)
    adam = torch.optim.AdamW(decoder.parameters(), lr=plan.rate, weight_decay=plan.decay, betas=(0.9, 0.98))
    began, losses = time.monotonic(), list[tuple[float, float]]()
    left: list[int] = []
    for step in range(plan.steps):
        if len(left) < plan.batch:
            left = random.permutation(len(points)).tolist()
        rows, left = left[: plan.batch], left[plan.batch :]
        called = [_called(dataset.captions[row], random) for row in rows]
        forms = torch.from_numpy(random.integers(len(FORMS), size=len(rows)))
        sentences = read[torch.tensor([place[name] for name in called]), forms]
        sentences = sentences + plan.blur * torch.randn_like(sentences)
        for group in adam.param_groups:
            group["lr"] = plan.share(step) * plan.rate
        drawn, logits = decoder(sentences, hands[rows])
        shape, there = stroke_losses(drawn, logits, points[rows], count[rows])
        adam.zero_grad()
        (shape + _THERE * there).backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(decoder.parameters(), 1.0)
        adam.step()
        losses.append((shape.item(), there.item()))
        if (step + 1) % _NOTED == 0:
            report(step + 1, time.monotonic() - began, *np.mean(losses, axis=0).tolist())
            losses.clear()
    return decoder.eval()


def stroke_losses(drawn: Tensor, logits: Tensor, wanted: Tensor, count: Tensor) -> tuple[Tensor, Tensor]:
    """How far strokes [B, K, 4, 2] are from those wanted [B, K, 4, 2], of which the first `count` [B] are there, and
    how wrong the logits [B, K] are about which are there.

    Each wanted stroke is matched with one that is drawn (Kuhn, 1955), so that neither their order nor the direction in
    which each is drawn matters.
    """
    lines, goals = (torch.einsum("sk,bnkd->bnsd", _SAMPLES, strokes) for strokes in (drawn, wanted))
    with torch.no_grad():
        ahead = torch.cdist(lines.flatten(2), goals.flatten(2), p=1)
        back = torch.cdist(lines.flatten(2), goals.flip(2).flatten(2), p=1)
        cost = torch.minimum(ahead, back) / goals[0, 0].numel() - _SURE * logits[..., None]
        taken = _matched(cost, count)  # [B, K]: which of those wanted, or −1
    real = taken >= 0
    goal, control = (_picked(strokes, taken) for strokes in (goals, wanted))
    ahead, back = ((lines - way).abs().mean((2, 3)) for way in (goal, goal.flip(2)))
    handles_ahead, handles_back = ((drawn - way).abs().mean((2, 3)) for way in (control, control.flip(2)))
    apart = torch.where(ahead < back, ahead + _HANDLES * handles_ahead, back + _HANDLES * handles_back)
    shape = apart[real].mean()
    return shape, nn.functional.binary_cross_entropy_with_logits(logits, real.float())


def _matched(cost: Tensor, count: Tensor) -> Tensor:
    """The cheapest matching of each drawing: by drawn stroke the wanted one, or −1 where there is none for it."""
    from scipy.optimize import linear_sum_assignment

    taken = np.full(cost.shape[:2], -1)
    for row, (matrix, real) in enumerate(zip(cost.numpy(), count.tolist(), strict=True)):
        drawn, wanted = linear_sum_assignment(matrix[:, :real])
        taken[row, drawn] = wanted
    return torch.from_numpy(taken)


def _picked(strokes: Tensor, taken: Tensor) -> Tensor:
    """Strokes [B, K, S, 2] in the order of `taken` [B, K]."""
    places = taken.clamp(min=0)[..., None, None].expand_as(strokes)
    return strokes.gather(1, places)


def _called(captions: Sequence[str], random: np.random.Generator) -> str:
    return captions[0 if random.random() < _NAME else int(random.integers(len(captions)))]


def _read(tower: SentenceTower, names: Sequence[str]) -> Tensor:
    """All names in all forms, [names, forms, W]."""
    return torch.stack(
        [
            torch.cat(
                [
                    tower([form.format(name) for name in names[first : first + _READ_AT_ONCE]])
                    for first in range(0, len(names), _READ_AT_ONCE)
                ]
            )
            for form in FORMS
        ],
        dim=1,
    )
