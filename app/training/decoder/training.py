"""Training of the stroke decoder: its strokes are matched with those of the icon."""

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

TEMPLATES = ("{}", "a {}", "a drawing of a {}")  # of sentences for a name
_NAME_SHARE = 0.7  # probability of the name instead of a random caption
_SAMPLES = torch.from_numpy(bernstein(np.linspace(0, 1, 6))).float()  # points of a stroke that are compared
_LOGIT_WEIGHT = 0.05  # of the presence logit in the matching
_CONTROL_WEIGHT = 0.3  # of control points beside points on the strokes
_PRESENCE_WEIGHT = 0.1  # of the presence loss
_BATCH = 256  # sentences
_LOG_EVERY = 500  # steps


@dataclass(frozen=True)
class StrokePlan:
    """The hyperparameters."""

    steps: int = 24_000
    batch: int = 128
    seed: int = 0
    rate: float = 1.5e-3
    decay: float = 0.01
    noise: float = 0.004  # on each component of a sentence embedding
    rise: int = 200  # warm-up steps

    def share(self, step: int) -> float:
        """Return the share of the full rate at a step: linear warm-up, then cosine decay."""
        return min(1.0, (step + 1) / self.rise) * 0.5 * (1 + math.cos(math.pi * step / self.steps))


def train_decoder(
    dataset: StrokeDataset,
    tower: SentenceTower,
    plan: StrokePlan,
    report: Callable[[int, float, float, float], None] = lambda *noted: None,
) -> StrokeDecoder:
    """Train a decoder; `report` is called regularly with step, seconds, and the means of both losses."""
    often = Counter(dataset.style.tolist())
    torch.manual_seed(plan.seed)
    decoder = StrokeDecoder(
        {style: often[number] for number, style in enumerate(dataset.styles)},
        width=tower.width,
        strokes=dataset.points.shape[1],
    )
    random = np.random.default_rng(plan.seed)
    names = sorted({name for some in dataset.captions for name in some})
    index_of = {name: index for index, name in enumerate(names)}
    embeddings = _embedded(tower, names)
    points, styles = torch.from_numpy(dataset.points).float(), torch.from_numpy(dataset.style)
    count = torch.from_numpy(dataset.count)
    adam = torch.optim.AdamW(decoder.parameters(), lr=plan.rate, weight_decay=plan.decay, betas=(0.9, 0.98))
    began, losses = time.monotonic(), list[tuple[float, float]]()
    left: list[int] = []
    for step in range(plan.steps):
        if len(left) < plan.batch:
            left = random.permutation(len(points)).tolist()
        rows, left = left[: plan.batch], left[plan.batch :]
        captions = [_caption(dataset.captions[row], random) for row in rows]
        templates = torch.from_numpy(random.integers(len(TEMPLATES), size=len(rows)))
        sentences = embeddings[torch.tensor([index_of[name] for name in captions]), templates]
        sentences = sentences + plan.noise * torch.randn_like(sentences)
        for group in adam.param_groups:
            group["lr"] = plan.share(step) * plan.rate
        drawn, logits = decoder(sentences, styles[rows])
        shape, presence = stroke_losses(drawn, logits, points[rows], count[rows])
        adam.zero_grad()
        (shape + _PRESENCE_WEIGHT * presence).backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(decoder.parameters(), 1.0)
        adam.step()
        losses.append((shape.item(), presence.item()))
        if (step + 1) % _LOG_EVERY == 0:
            report(step + 1, time.monotonic() - began, *np.mean(losses, axis=0).tolist())
            losses.clear()
    return decoder.eval()


def stroke_losses(drawn: Tensor, logits: Tensor, wanted: Tensor, count: Tensor) -> tuple[Tensor, Tensor]:
    """Return the shape loss of strokes [B, K, 4, 2] and the presence loss of their logits [B, K].

    `wanted` [B, K, 4, 2]: the target strokes, of which the first `count` [B] are present. Targets are matched with
    drawn strokes by the Hungarian method (Kuhn, 1955), so that their order and direction do not matter.
    """
    lines, goals = (torch.einsum("sk,bnkd->bnsd", _SAMPLES, strokes) for strokes in (drawn, wanted))
    with torch.no_grad():
        ahead = torch.cdist(lines.flatten(2), goals.flatten(2), p=1)
        back = torch.cdist(lines.flatten(2), goals.flip(2).flatten(2), p=1)
        cost = torch.minimum(ahead, back) / goals[0, 0].numel() - _LOGIT_WEIGHT * logits[..., None]
        taken = _matched(cost, count)  # [B, K]: index of the target, or −1
    real = taken >= 0
    goal, control = (_picked(strokes, taken) for strokes in (goals, wanted))
    ahead, back = ((lines - way).abs().mean((2, 3)) for way in (goal, goal.flip(2)))
    handles_ahead, handles_back = ((drawn - way).abs().mean((2, 3)) for way in (control, control.flip(2)))
    apart = torch.where(ahead < back, ahead + _CONTROL_WEIGHT * handles_ahead, back + _CONTROL_WEIGHT * handles_back)
    shape = apart[real].mean()
    return shape, nn.functional.binary_cross_entropy_with_logits(logits, real.float())


def _matched(cost: Tensor, count: Tensor) -> Tensor:
    """Return the cheapest matching of each drawing: the target of each drawn stroke, or −1."""
    from scipy.optimize import linear_sum_assignment

    taken = np.full(cost.shape[:2], -1)
    for row, (matrix, real) in enumerate(zip(cost.numpy(), count.tolist(), strict=True)):
        drawn, wanted = linear_sum_assignment(matrix[:, :real])
        taken[row, drawn] = wanted
    return torch.from_numpy(taken)


def _picked(strokes: Tensor, taken: Tensor) -> Tensor:
    """Return strokes [B, K, S, 2] in the order of `taken` [B, K]."""
    places = taken.clamp(min=0)[..., None, None].expand_as(strokes)
    return strokes.gather(1, places)


def _caption(captions: Sequence[str], random: np.random.Generator) -> str:
    return captions[0 if random.random() < _NAME_SHARE else int(random.integers(len(captions)))]


def _embedded(tower: SentenceTower, names: Sequence[str]) -> Tensor:
    """Embed all names in all templates, [names, templates, W]."""
    return torch.stack(
        [
            torch.cat(
                [
                    tower([template.format(name) for name in names[first : first + _BATCH]])
                    for first in range(0, len(names), _BATCH)
                ]
            )
            for template in TEMPLATES
        ],
        dim=1,
    )
