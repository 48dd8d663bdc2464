"""Training batches: pictograms, drawings, and scenes of two shapes beside false variants of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from training.encoder.augmentation import augmented
from training.pictures.renders import STYLES, Renders
from training.pictures.scenes import draw_pair, random_pair

TEMPLATES = ("{}", "a line drawing of a {}")
_DRAWN, _OUTLINED = ("own drawing", "edge map"), ("outline",)
_PICTOGRAMS = tuple(style for style in STYLES if style not in _DRAWN + _OUTLINED)
_SCENES = 1500  # pairs of a scene and its variant
_SIDES = ("left", "right")  # captions with these are not mirrored
_NAME_SHARE = 0.7  # probability of the name instead of a random caption
_BALANCE = 0.5  # 0: pictures are equally likely; 1: names are


@dataclass(frozen=True)
class Shares:
    """The shares of a batch that are not pictograms."""

    drawings: float = 0.22  # contour drawings and edge maps
    outlines: float = 0.12  # of icons
    scenes: float = 0.05


@dataclass(frozen=True)
class Batch:
    """Pictures with the index of a sentence and the name of each."""

    pictures: NDArray[np.uint8]  # [B, S, S, 3]
    sentences: NDArray[np.int64]  # [B], indices of the mixture's sentences
    names: tuple[str, ...]  # [B]


class Mixture:
    """The training data; batch k depends on k and the seed only."""

    def __init__(
        self,
        pictograms: Renders,
        drawings: Renders | None,
        seed: int,
        shares: Shares = Shares(),
        *,
        splits: Sequence[str] = ("train",),  # of pictograms and drawings
    ) -> None:
        self._seed, self._scene_share = seed, shares.scenes
        self._parts = [_Part.of(pictograms, splits, _PICTOGRAMS, 0)]
        if drawings is not None:
            self._parts.append(_Part.of(drawings, splits, _DRAWN, shares.drawings))
            self._parts.append(_Part.of(drawings, splits, _OUTLINED, shares.outlines))
        self._scenes, scene_sentences = _scenes(seed)
        names = list(dict.fromkeys(name for part in self._parts for name in part.renders.names))
        self._name_index = {name: index for index, name in enumerate(names)}
        self._first_scene = len(names) * len(TEMPLATES)
        self.sentences = [form.format(name) for name in names for form in TEMPLATES] + scene_sentences

    def batch(self, number: int, size: int, side: int) -> Batch:
        """Return batch `number`, of `size` pictures at `side` px."""
        random = np.random.default_rng([self._seed, 3, number])
        pairs = round(size * self._scene_share / 2)
        counts = [round(size * part.share) if len(part.chosen) else 0 for part in self._parts]
        counts[0] = size - sum(counts) - 2 * pairs
        pictures: list[NDArray[np.uint8]] = []
        sentences: list[int] = []
        names: list[str] = []
        for part, count in zip(self._parts, counts, strict=True):
            for index in part.sample(count, random):
                captions = part.renders.captions(index)
                caption = (
                    captions[0] if random.random() < _NAME_SHARE else captions[int(random.integers(len(captions)))]
                )
                may_flip = not any(word in caption.split() for word in _SIDES)
                pictures.append(augmented(part.renders.image(index), random, side, flip=may_flip))
                sentences.append(self._name_index[caption] * len(TEMPLATES) + int(random.integers(len(TEMPLATES))))
                names.append(captions[0])
        for pair in random.choice(_SCENES, pairs, replace=False):
            for number_ in (2 * pair, 2 * pair + 1):
                pictures.append(augmented(self._scenes[number_], random, side, hold=True))
                sentences.append(self._first_scene + int(number_))
                names.append(self.sentences[sentences[-1]])
        return Batch(np.stack(pictures), np.array(sentences), tuple(names))


@dataclass(frozen=True)
class _Part:
    """Pictures of some styles, sampled with a preference for rare names."""

    renders: Renders
    chosen: NDArray[np.intp]  # [N]
    cumulative: NDArray[np.float64]  # [N], cumulative probabilities
    share: float  # of a batch

    @classmethod
    def of(cls, renders: Renders, splits: Sequence[str], styles: Sequence[str], share: float) -> _Part:
        chosen = np.concatenate([renders.where(split=split, style=style) for split in splits for style in styles])
        names = renders.name[chosen]
        cumulative = np.cumsum(np.bincount(names).astype(np.float64)[names] ** -_BALANCE)
        return cls(renders, chosen, cumulative / cumulative[-1] if len(cumulative) else cumulative, share)

    def sample(self, count: int, random: np.random.Generator) -> list[int]:
        """Return the indices of random pictures, with replacement."""
        places = np.searchsorted(self.cumulative, random.random(count), side="right")
        return [int(index) for index in self.chosen[places.clip(max=len(self.cumulative) - 1)]] if count else []


def _scenes(seed: int) -> tuple[NDArray[np.uint8], list[str]]:
    """Return pictures and sentences of scenes, each followed by a false variant drawn as its own scene."""
    random = np.random.default_rng([seed, 4])
    pictures, sentences = [], []
    for _ in range(_SCENES):
        pair = random_pair(random)
        wrong = (pair.colours_exchanged, pair.places_exchanged, pair.place_reversed)[int(random.integers(3))]()
        for scene in (pair, wrong):
            pictures.append(draw_pair(scene, random))
            sentences.append(str(scene))
    return np.stack(pictures), sentences
