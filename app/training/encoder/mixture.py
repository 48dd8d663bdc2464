"""What a batch holds: pictograms, drawings of our own, and scenes of two shapes beside their exact opposites."""

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
_SCENES = 1500  # couples that are drawn once
_SIDES = ("left", "right")  # words of what has no mirror image
_BY_NAME = 0.7  # how often a picture is called by its name rather than by another that it may have
_EVEN = 0.5  # 0: every picture as often as another; 1: every name


@dataclass(frozen=True)
class Shares:
    """The parts of a batch that are no pictograms."""

    drawings: float = 0.22  # by our own strokes, and edge maps
    outlines: float = 0.12  # drawn round by a pen
    scenes: float = 0.05


@dataclass(frozen=True)
class Batch:
    """Pictures, the number of the sentence below each, and what each is called, by which equal ones are known."""

    pictures: NDArray[np.uint8]  # [B, S, S, 3]
    sentences: NDArray[np.int64]  # [B], numbers of the mixture's sentences
    names: tuple[str, ...]  # [B]


class Mixture:
    """All that is learnt from; batch number k is the same whenever it is asked for."""

    def __init__(
        self,
        pictograms: Renders,
        drawings: Renders | None,
        seed: int,
        shares: Shares = Shares(),
        *,
        splits: Sequence[str] = ("train",),  # of both that are learnt from
    ) -> None:
        self._seed, self._scene_share = seed, shares.scenes
        self._parts = [_Part.of(pictograms, splits, _PICTOGRAMS, 0)]
        if drawings is not None:
            self._parts.append(_Part.of(drawings, splits, _DRAWN, shares.drawings))
            self._parts.append(_Part.of(drawings, splits, _OUTLINED, shares.outlines))
        self._scenes, scene_sentences = _scenes(seed)
        names = list(dict.fromkeys(name for part in self._parts for name in part.renders.names))
        self._place = {name: index for index, name in enumerate(names)}
        self._first_scene = len(names) * len(TEMPLATES)
        self.sentences = [form.format(name) for name in names for form in TEMPLATES] + scene_sentences

    def batch(self, number: int, size: int, side: int) -> Batch:
        """Batch `number`, of `size` pictures at `side` px."""
        random = np.random.default_rng([self._seed, 3, number])
        couples = round(size * self._scene_share / 2)
        counts = [round(size * part.share) if len(part.chosen) else 0 for part in self._parts]
        counts[0] = size - sum(counts) - 2 * couples
        pictures: list[NDArray[np.uint8]] = []
        sentences: list[int] = []
        names: list[str] = []
        for part, count in zip(self._parts, counts, strict=True):
            for index in part.some(count, random):
                called = part.renders.captions(index)
                caption = called[0] if random.random() < _BY_NAME else called[int(random.integers(len(called)))]
                two_sided = not any(word in caption.split() for word in _SIDES)
                pictures.append(augmented(part.renders.image(index), random, side, flip=two_sided))
                sentences.append(self._place[caption] * len(TEMPLATES) + int(random.integers(len(TEMPLATES))))
                names.append(called[0])
        for couple in random.choice(_SCENES, couples, replace=False):
            for number_ in (2 * couple, 2 * couple + 1):
                pictures.append(augmented(self._scenes[number_], random, side, hold=True))
                sentences.append(self._first_scene + int(number_))
                names.append(self.sentences[sentences[-1]])
        return Batch(np.stack(pictures), np.array(sentences), tuple(names))


@dataclass(frozen=True)
class _Part:
    """Pictures of some styles to learn from, those of rare names more often than the rest."""

    renders: Renders
    chosen: NDArray[np.intp]  # [N]
    odds: NDArray[np.float64]  # [N], rising to 1
    share: float  # of a batch

    @classmethod
    def of(cls, renders: Renders, splits: Sequence[str], styles: Sequence[str], share: float) -> _Part:
        chosen = np.concatenate([renders.where(split=split, style=style) for split in splits for style in styles])
        names = renders.name[chosen]
        rising = np.cumsum(np.bincount(names).astype(np.float64)[names] ** -_EVEN)
        return cls(renders, chosen, rising / rising[-1] if len(rising) else rising, share)

    def some(self, count: int, random: np.random.Generator) -> list[int]:
        """The numbers of so many pictures, by chance; one may come twice."""
        places = np.searchsorted(self.odds, random.random(count), side="right")
        return [int(index) for index in self.chosen[places.clip(max=len(self.odds) - 1)]] if count else []


def _scenes(seed: int) -> tuple[NDArray[np.uint8], list[str]]:
    """Couples of scenes one after the other, the second what the first is not, and the sentences that say so."""
    random = np.random.default_rng([seed, 4])
    pictures, sentences = [], []
    for _ in range(_SCENES):
        pair = random_pair(random)
        wrong = (pair.colours_exchanged, pair.places_exchanged, pair.place_reversed)[int(random.integers(3))]()
        for scene in (pair, wrong):
            pictures.append(draw_pair(scene, random))
            sentences.append(str(scene))
    return np.stack(pictures), sentences
