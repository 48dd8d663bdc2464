"""Training of the dimensions that tell exchanged words apart, on scenes of two shapes, with the tower frozen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import cv2
import numpy as np
import torch
from numpy.typing import NDArray
from taureau.geometry.fit import bernstein
from taureau.perception.relations import Relations, beside, places
from taureau.perception.taureau_clip import TaureauClip
from torch import Tensor, nn

from training.decoder.dataset import StrokeDataset
from training.decoder.training import embedded_names
from training.encoder.augmentation import augmented
from training.pictures.scenes import Pair, draw_pair, random_pair

_FALSE = (Pair.colours_exchanged, Pair.places_exchanged, Pair.place_reversed)
_MOVED = 0.6  # share of the scenes that are augmented
_AT_ONCE = 64  # pictures, or sentences
_SHARPNESS = 20.0  # of the losses, per unit of cosine
_NOISE = 0.004  # on each component of a sentence's embedding
_LEAST_SPREAD = 0.01  # of a feature
_SAME = 2.0  # weight of: a scene described from its other thing is the same
_AMONG = 0.02  # weight of: a sentence is told from those of other scenes
_STILL = 20.0  # weight of: single things have no relations
_SINGLE, _NAMES = 96, 512  # drawings of single things, and sentences of their names, in a batch
_SHEET = 128  # px, of a drawing before it is augmented
_LINE = bernstein(np.linspace(0, 1, 24))


@dataclass(frozen=True)
class RelationsPlan:
    """The hyperparameters."""

    scenes: int = 5000  # each beside a false variant of itself
    single: int = 11_000  # drawings of single things
    steps: int = 1100
    batch: int = 256
    rate: float = 1e-3
    decay: float = 0.05
    seed: int = 0


@dataclass(frozen=True, eq=False)
class Lessons:
    """Features of scenes and of drawings of single things, and embeddings of their sentences."""

    scenes: Tensor  # [N, F]
    embeddings: Tensor  # [N, D], of the scenes in CLIP's own dimensions
    sentences: Tensor  # [5, N, W]: the true one, three false ones, and the true one from the other thing
    single: Tensor  # [M, F]
    names: Tensor  # [K, W], sentences of the names of single things


def gather(clip: TaureauClip, dataset: StrokeDataset, plan: RelationsPlan) -> Lessons:
    """Draw scenes, and drawings of a dataset, and embed them by the frozen towers."""
    random = np.random.default_rng([plan.seed, 9])
    side, pairs, pictures = clip.size, list[Pair](), list[NDArray[np.uint8]]()
    for number in range(plan.scenes):
        pair = random_pair(random)
        for one in (pair, _FALSE[number % len(_FALSE)](pair)):
            pairs.append(one)
            drawn = draw_pair(one, random)
            moved = random.random() < _MOVED
            pictures.append(augmented(drawn, random, side, hold=True) if moved else cv2.resize(drawn, (side, side)))
    texts = [[str(pair) for pair in pairs], *([str(false(pair)) for pair in pairs] for false in _FALSE)]
    chosen = random.permutation(len(dataset.count))[: plan.single].tolist()
    names = sorted({name for captions in dataset.captions for name in captions})
    scenes, embeddings = _features(clip, pictures)
    return Lessons(
        scenes,
        embeddings,
        torch.stack([_read(clip, some) for some in (*texts, [str(pair.converse()) for pair in pairs])]),
        _features(clip, [augmented(_drawing(dataset, row, random), random, side) for row in chosen])[0],
        embedded_names(clip.sentences, names).flatten(0, 1),
    )


def train_relations(
    clip: TaureauClip, lessons: Lessons, plan: RelationsPlan, report: Callable[[int, float], None] = lambda *noted: None
) -> Relations:
    """Train on the lessons; `report` is called regularly with step and loss."""
    torch.manual_seed(plan.seed)
    scenes, single = lessons.scenes, lessons.single
    relations = Relations(scenes.shape[1], lessons.names.shape[1]).train()
    relations.mean.copy_(scenes.mean(0))
    relations.spread.copy_(scenes.std(0) + _LEAST_SPREAD)
    adam = torch.optim.AdamW(relations.parameters(), lr=plan.rate, weight_decay=plan.decay)
    with torch.no_grad():
        named = nn.functional.normalize(clip.words(lessons.sentences[:4]), dim=-1)
    for step in range(plan.steps):
        share = min(1, (step + 1) / 50) * 0.5 * (1 + np.cos(np.pi * step / plan.steps))
        adam.param_groups[0]["lr"] = float(plan.rate * share)
        rows = torch.randint(len(scenes), (plan.batch,))
        things, names = torch.randint(len(single), (_SINGLE,)), torch.randint(len(lessons.names), (_NAMES,))
        seen = relations.of_images(scenes[rows])
        noisy = lessons.sentences[:, rows] + _NOISE * torch.randn_like(lessons.sentences[:, rows])
        read = relations.of_sentences(noisy)  # [5, B, R]
        own = (lessons.embeddings[rows] * named[:, rows]).sum(-1)  # [4, B]
        scores = _SHARPNESS * (own + (seen * read[:4]).sum(-1))
        loss = nn.functional.softplus(scores[1:] - scores[:1]).mean(1).sum()
        loss = loss + _SAME * (read[4] - read[0]).square().sum(-1).mean()
        among = nn.functional.cross_entropy(_SHARPNESS * seen @ read[0].T, torch.arange(len(rows)))
        still = relations.of_images(single[things]).square().sum(-1).mean()
        named_things = lessons.names[names] + _NOISE * torch.randn(len(names), lessons.names.shape[1])
        still = still + relations.of_sentences(named_things).square().sum(-1).mean()
        loss = loss + _AMONG * among + _STILL * still
        adam.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        adam.step()
        if (step + 1) % 100 == 0:
            report(step + 1, loss.item())
    return relations.eval().requires_grad_(False)


@torch.no_grad()
def share_right(clip: TaureauClip, relations: Relations, lessons: Lessons) -> list[float]:
    """Return how often the true sentence of a scene is nearer than each of the three false ones."""
    named = nn.functional.normalize(clip.words(lessons.sentences[:4]), dim=-1)
    seen = beside(lessons.embeddings, relations.of_images(lessons.scenes))
    scores = (seen * beside(named, relations.of_sentences(lessons.sentences[:4]))).sum(-1)
    return [float((scores[0] > false).float().mean()) for false in scores[1:]]


@torch.no_grad()
def _features(clip: TaureauClip, pictures: Sequence[NDArray[np.uint8]]) -> tuple[Tensor, Tensor]:
    """Return the pooled features and those of the last stage by place, [N, F], and the unit embeddings [N, D]."""
    found, embeddings = [], []
    for first in range(0, len(pictures), _AT_ONCE):
        images = torch.from_numpy(np.stack(pictures[first : first + _AT_ONCE])).permute(0, 3, 1, 2).float().div(255)
        last = clip.features(images, clip.stage_count)[-1]
        pooled = clip.tower.network.logits(last)
        found.append(places(last, pooled))
        embeddings.append(nn.functional.normalize(clip.tower.projection(pooled), dim=-1))
    return torch.cat(found), torch.cat(embeddings)


def _read(clip: TaureauClip, texts: Sequence[str]) -> Tensor:
    """Return the embeddings of sentences [N, W], each different one computed once."""
    different = list(dict.fromkeys(texts))
    found = torch.cat(
        [clip.sentences(different[first : first + _AT_ONCE]) for first in range(0, len(different), _AT_ONCE)]
    )
    place = {text: index for index, text in enumerate(different)}
    return found[[place[text] for text in texts]]


def _drawing(dataset: StrokeDataset, row: int, random: np.random.Generator) -> NDArray[np.uint8]:
    """Return a drawing of a dataset with a random pen, [S, S, 3]."""
    sheet, pen, ink = np.full((_SHEET, _SHEET), 255, np.uint8), int(random.integers(1, 5)), int(random.integers(0, 90))
    strokes = dataset.points[row, : int(dataset.count[row])].astype(np.float64)
    lines = np.round(_LINE @ ((strokes + 1) * (_SHEET / 2)) * 16).astype(np.int32)
    cv2.polylines(sheet, list(lines), False, ink, pen, cv2.LINE_AA, shift=4)
    return np.repeat(sheet[..., None], 3, axis=2)
