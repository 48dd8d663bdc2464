"""What a batch holds: pictograms, drawings of our own, and scenes of two shapes beside their exact opposites."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.training.augmentation import augmented
from app.training.pairs import draw_pair, random_pair
from app.training.renders import Renders

TEMPLATES = ("{}", "a line drawing of a {}")
_SCENES = 1500  # couples that are drawn once
_SIDES = ("left", "right")  # words of what has no mirror image
_BY_NAME = 0.7  # how often a picture is called by its name rather than by another that it may have
_EVEN = 0.5  # 0: every picture as often as another; 1: every name


@dataclass(frozen=True)
class Shares:
    """The parts of a batch that are no pictograms."""

    drawings: float = 0.3
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
        self._seed = seed
        self._parts = [pictograms] if drawings is None else [pictograms, drawings]
        self._scene_share, self._drawing_share = shares.scenes, shares.drawings if drawings is not None else 0.0
        self._chosen = [np.concatenate([part.where(split=split) for split in splits]) for part in self._parts]
        self._odds = [_odds(part, chosen) for part, chosen in zip(self._parts, self._chosen, strict=True)]
        self._scenes, scene_sentences = _scenes(seed)
        names = list(dict.fromkeys(name for part in self._parts for name in part.names))
        self._place = {name: index for index, name in enumerate(names)}
        self._first_scene = len(names) * len(TEMPLATES)
        self.sentences = [form.format(name) for name in names for form in TEMPLATES] + scene_sentences

    def batch(self, number: int, size: int, side: int) -> Batch:
        """Batch `number`, of `size` pictures at `side` px."""
        random = np.random.default_rng([self._seed, 3, number])
        couples = round(size * self._scene_share / 2)
        of_drawings = round(size * self._drawing_share)
        counts = [size - of_drawings - 2 * couples, of_drawings]
        pictures: list[NDArray[np.uint8]] = []
        sentences: list[int] = []
        names: list[str] = []
        for part, chosen, odds, count in zip(self._parts, self._chosen, self._odds, counts, strict=False):
            for index in chosen[np.searchsorted(odds, random.random(count), side="right").clip(max=len(odds) - 1)]:
                called = part.captions(int(index))
                caption = called[0] if random.random() < _BY_NAME else called[int(random.integers(len(called)))]
                two_sided = not any(word in caption.split() for word in _SIDES)
                pictures.append(augmented(part.image(int(index)), random, side, flip=two_sided))
                sentences.append(self._place[caption] * len(TEMPLATES) + int(random.integers(len(TEMPLATES))))
                names.append(called[0])
        for couple in random.choice(_SCENES, couples, replace=False):
            for number_ in (2 * couple, 2 * couple + 1):
                pictures.append(augmented(self._scenes[number_], random, side, hold=True))
                sentences.append(self._first_scene + int(number_))
                names.append(self.sentences[sentences[-1]])
        return Batch(np.stack(pictures), np.array(sentences), tuple(names))


def _odds(part: Renders, chosen: NDArray[np.intp]) -> NDArray[np.float64]:
    """The rising sum of how likely each picture is to be taken: those of rare names more than the rest."""
    names = part.name[chosen]
    weight = np.bincount(names).astype(np.float64)[names] ** -_EVEN
    rising = np.cumsum(weight)
    return rising / rising[-1]


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
