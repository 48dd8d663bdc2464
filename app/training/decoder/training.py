"""Training of the stroke decoder: its strokes are matched with those of the icon."""

from __future__ import annotations

import io
import math
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from taureau.document.whole_file import write_whole
from taureau.geometry.fit import bernstein
from taureau.perception.sentences import SentenceTower
from taureau.perception.stroke_decoder import StrokeDecoder
from taureau.perception.taureau_clip import TaureauClip
from taureau.perception.vocabulary.grammar import plain
from taureau.raster import coverage
from torch import Tensor, nn

from training.decoder.dataset import StrokeDataset

TEMPLATES = ("{}", "a {}", "a drawing of a {}")  # of sentences for a name
_NAME_SHARE = 0.7  # probability of the name instead of a random caption
_SAMPLES = torch.from_numpy(bernstein(np.linspace(0, 1, 6))).float()  # points of a stroke that are compared
_LOGIT_WEIGHT = 0.05  # of the presence logit in the matching
_CONTROL_WEIGHT = 0.3  # of control points beside points on the strokes
_WEIGHTS = {"shape": 1.0, "presence": 0.1, "joints": 0.15}  # of the losses
_MEET = 0.01  # in units of −1 … 1; ends nearer than that meet
_AS_WORDS = 0.3  # share of image embeddings that are those of a sentence
_EMOJI = ("emojione", "fluent-emoji", "fxemoji", "noto", "streamline-emojis", "twemoji")  # sets of emoji
_PEN = 0.03  # width of the strokes that are embedded, share of the side
_BATCH = 256  # sentences
_LOG_EVERY = 500  # steps


@dataclass(frozen=True)
class StrokePlan:
    """The hyperparameters."""

    steps: int = 24_000
    batch: int = 256
    seed: int = 0
    rate: float = 1e-3
    decay: float = 0.01
    noise: float = 0.004  # on each component of a sentence embedding
    image_noise: float = 0.015  # on each component of an image embedding
    image_share: float = 0.15  # of the steps that decode image embeddings instead of sentences
    rise: int = 200  # warm-up steps
    fall: float = 0.3  # share of the steps in which the rate decays, at the end
    common: int = 4  # drawings of a name from which on it counts as common
    usual: float = 0.6  # how often drawings of common names are practised, beside those of emoji
    rare: float = 0.1  # how often those of rarer names are

    def share(self, step: int) -> float:
        """Return the share of the full rate at a step: linear warm-up, a plateau, half a cosine down to zero."""
        falling = max(0.0, (step - (1 - self.fall) * self.steps) / (self.fall * self.steps))
        return min(1.0, (step + 1) / self.rise) * 0.5 * (1 + math.cos(math.pi * min(1.0, falling)))


class DecoderTraining:
    """Trains a decoder on a dataset, from the beginning or from a checkpoint."""

    def __init__(self, dataset: StrokeDataset, clip: TaureauClip, plan: StrokePlan, checkpoint: Path | None = None):
        often = Counter(dataset.style.tolist())
        torch.manual_seed(plan.seed)
        self._dataset, self._plan, self._checkpoint = dataset, plan, checkpoint
        tower = clip.sentences
        self.decoder = StrokeDecoder(
            {style: often[number] for number, style in enumerate(dataset.styles)},
            lessons(dataset),
            width=tower.width,
            image_width=clip.words.out_features,
            strokes=dataset.points.shape[1],
        )
        self._adam = torch.optim.AdamW(
            self.decoder.parameters(), lr=plan.rate, weight_decay=plan.decay, betas=(0.9, 0.98), fused=True
        )
        names = sorted({name for some in dataset.captions for name in some})
        self._index_of = {name: index for index, name in enumerate(names)}
        self._sentences = embedded_names(tower, names)
        self._points = torch.from_numpy(dataset.points).float()
        self._styles, self._count = torch.from_numpy(dataset.style), torch.from_numpy(dataset.count)
        self._meeting = meeting_ends(self._points, self._count)
        self._images = image_embeddings(clip, self._points, self._count)  # [N, width]
        practised = practice(dataset, plan)
        self._until = np.cumsum(practised) / practised.sum()
        with torch.no_grad():
            self._words = nn.functional.normalize(clip.words(self._sentences), dim=-1)  # the same space
        self.done = 0
        if checkpoint is not None and checkpoint.exists():
            state = torch.load(checkpoint, weights_only=True)
            self.decoder.load_state_dict(state["decoder"])
            self._adam.load_state_dict(state["adam"])
            self.done = int(state["done"])

    def run(self, report: Callable[[int, float, Mapping[str, float]], None] = lambda *noted: None) -> StrokeDecoder:
        """Train to the end; `report` is called regularly with step, seconds, and the means of the losses."""
        plan, began, noted = self._plan, time.monotonic(), list[dict[str, float]]()
        while self.done < plan.steps:
            noted.append(self._step())
            self.done += 1
            if self.done % _LOG_EVERY == 0:
                self._save()
                means = {name: float(np.mean([one[name] for one in noted])) for name in noted[0]}
                report(self.done, time.monotonic() - began, means)
                noted.clear()
        return self.decoder.eval()

    def _step(self) -> dict[str, float]:
        plan = self._plan
        random = np.random.default_rng((plan.seed, self.done))
        torch.manual_seed(plan.seed * 1_000_003 + self.done)
        rows = np.searchsorted(self._until, random.random(plan.batch), side="right")
        for group in self._adam.param_groups:
            group["lr"] = plan.share(self.done) * plan.rate
        with torch.autocast("cpu", torch.bfloat16):
            drawn, logits = self._decoded(rows, random)
        losses = stroke_losses(
            drawn.float(), logits.float(), self._points[rows], self._count[rows], self._meeting[rows]
        )
        self._adam.zero_grad()
        sum(_WEIGHTS[name] * loss for name, loss in losses.items()).backward()  # type: ignore[union-attr]
        nn.utils.clip_grad_norm_(self.decoder.parameters(), 1.0)
        self._adam.step()
        return {name: loss.item() for name, loss in losses.items()}

    def _decoded(self, rows: NDArray[np.int64], random: np.random.Generator) -> tuple[Tensor, Tensor]:
        plan, styles = self._plan, self._styles[rows]
        captions = torch.tensor([self._index_of[_caption(self._dataset.captions[row], random)] for row in rows])
        templates = torch.from_numpy(random.integers(len(TEMPLATES), size=len(rows)))
        if random.random() >= plan.image_share:
            sentences = self._sentences[captions, templates]
            decoded: tuple[Tensor, Tensor] = self.decoder(sentences + plan.noise * torch.randn_like(sentences), styles)
            return decoded
        # Photos are embedded by the names of their classes, so that some of the images are such embeddings.
        as_words = torch.rand(len(rows), 1) < _AS_WORDS
        images = torch.where(as_words, self._words[captions, templates], self._images[rows])
        noisy = images + plan.image_noise * torch.rand(len(rows), 1) * torch.randn_like(images)
        return self.decoder.decode_images(nn.functional.normalize(noisy, dim=-1), styles)

    def _save(self) -> None:
        if self._checkpoint is not None:
            state = {"decoder": self.decoder.state_dict(), "adam": self._adam.state_dict(), "done": self.done}
            buffer = io.BytesIO()
            torch.save(state, buffer)
            write_whole(self._checkpoint, buffer.getvalue())


def lessons(dataset: StrokeDataset) -> dict[str, list[int]]:
    """Return the styles (indices) in which each name is drawn, the names in lower case and without marks."""
    found: dict[str, set[int]] = defaultdict(set)
    for captions, style in zip(dataset.captions, dataset.style.tolist(), strict=True):
        for caption in captions:
            found[plain(caption)].add(style)
    return {name: sorted(found[name]) for name in sorted(found) if name}


def practice(dataset: StrokeDataset, plan: StrokePlan) -> NDArray[np.float64]:
    """Return how often each drawing is practised, [N]: people ask for what emoji show, then for what many sets have."""
    names = [captions[0] for captions in dataset.captions]
    often = Counter(names)
    emoji = {
        name
        for name, style in zip(names, dataset.style.tolist(), strict=True)
        if dataset.styles[style].startswith(_EMOJI)
    }
    return np.array(
        [1.0 if name in emoji else plan.usual if often[name] >= plan.common else plan.rare for name in names]
    )


@torch.no_grad()
def image_embeddings(clip: TaureauClip, points: Tensor, count: Tensor) -> Tensor:
    """Return the unit embeddings [N, W] of drawings: strokes [N, K, 4, 2] in −1 … 1, of which `count` [N] are real."""
    found = []
    side = clip.size
    for first in range(0, len(points), _BATCH):
        strokes, real = points[first : first + _BATCH], count[first : first + _BATCH]
        there = torch.arange(strokes.shape[1]) < real[:, None]  # [B, K]
        widths = torch.where(there, _PEN * side, 0.0)
        ink = coverage((strokes[:, :, None] + 1) * side / 2, widths, size=(side, side))  # [B, side, side]
        images = (1 - ink)[:, None].expand(-1, 3, -1, -1)
        found.append(clip.encode_image(images, embedding=True).direction()[:, : clip.words.out_features])
    return torch.cat(found)


def meeting_ends(points: Tensor, count: Tensor) -> Tensor:
    """Return which ends of strokes [N, K, 4, 2] meet, [N, 2K, 2K]: index 2k is the first point of stroke k, 2k + 1 its
    last; `count` [N] strokes are real."""
    ends = points[:, :, [0, 3]].flatten(1, 2)  # [N, 2K, 2]
    real = (torch.arange(points.shape[1]) < count[:, None]).repeat_interleave(2, dim=1)
    meet = torch.cdist(ends, ends, p=1) < _MEET
    meet &= real[:, None] & real[:, :, None]
    return meet & ~torch.eye(ends.shape[1], dtype=torch.bool)


def stroke_losses(drawn: Tensor, logits: Tensor, wanted: Tensor, count: Tensor, meeting: Tensor) -> dict[str, Tensor]:
    """Return the losses of strokes [B, K, 4, 2] and their logits [B, K]: shape, presence, and joints.

    `wanted` [B, K, 4, 2]: the target strokes, of which the first `count` [B] are present. Targets are matched with
    drawn strokes by the Hungarian method (Kuhn, 1955), so that their order and direction do not matter. Joints are the
    gaps between drawn ends where the targets' ends meet (`meeting_ends`).
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
    forward = ahead < back
    apart = torch.where(forward, ahead + _CONTROL_WEIGHT * handles_ahead, back + _CONTROL_WEIGHT * handles_back)
    return {
        "shape": apart[real].mean(),
        "presence": nn.functional.binary_cross_entropy_with_logits(logits, real.float()),
        "joints": _gaps(drawn, taken, forward, meeting),
    }


def _gaps(drawn: Tensor, taken: Tensor, forward: Tensor, meeting: Tensor) -> Tensor:
    """Return the mean distance between the ends of drawn strokes that meet in the target."""
    ends = drawn[:, :, [0, 3]].flatten(1, 2)  # [B, 2K, 2]
    first = 2 * taken.clamp(min=0) + (~forward).long()  # the target's end at which each drawn stroke begins
    index = torch.stack([first, first ^ 1], dim=-1).flatten(1)  # [B, 2K]
    real = (taken >= 0).repeat_interleave(2, dim=1)
    batch = torch.arange(len(drawn))[:, None, None]
    meet = meeting[batch, index[:, :, None], index[:, None]] & real[:, None] & real[:, :, None]
    gap = torch.cdist(ends, ends, p=1)[meet]
    return gap.mean() if gap.numel() else drawn.new_zeros(())


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


def embedded_names(tower: SentenceTower, names: Sequence[str]) -> Tensor:
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
