"""Batches for the image tower: drafts, traced pictograms, half of them damaged, and pictograms of the same names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray
from taureau.engine.scene.scene import CANVAS
from taureau.geometry import Points
from taureau.geometry.fit import bernstein

from training.decoder.dataset import StrokeDataset
from training.drawings.drafts import FEWEST, UNSEEN_EMOJI, UNSEEN_PHOTOS
from training.encoder.augmentation import Picture, augmented
from training.pictures.contour_drawings import damaged
from training.pictures.renders import Renders

_SHEET = 128  # px, of a drawing before it is augmented
_LINE = bernstein(np.linspace(0, 1, 24))
_NAME_SHARE = 0.7  # probability of the name instead of a random caption
_BALANCE = 0.5  # 0: pictures are equally likely; 1: names are
_DAMAGED = 0.5  # share of the drawings, drafts or not, with strokes lost, broken and displaced
_WHOLE = 0.2  # share of the drafts with all their strokes, instead of a random number of the first ones
_UNSEEN = (UNSEEN_PHOTOS, UNSEEN_EMOJI)
_SIDES = ("left", "right")  # captions with these are not mirrored


@dataclass(frozen=True)
class Shares:
    """The shares of a batch that are not pictograms."""

    photos: float = 0.22  # drafts of photos
    emoji: float = 0.22  # drafts of coloured emoji
    traced: float = 0.2  # strokes along pictograms


@dataclass(frozen=True)
class Batch:
    """Pictures with the index of a name of each."""

    pictures: NDArray[np.uint8]  # [B, S, S, 3]
    names: NDArray[np.int64]  # [B], indices of the mixture's names
    drawn: NDArray[np.bool_]  # [B], whether it is a draft


class DrawingsMixture:
    """The training data; batch k depends on k and the seed only."""

    def __init__(
        self, drafts: StrokeDataset, traced: StrokeDataset, pictograms: Renders, seed: int, shares: Shares = Shares()
    ) -> None:
        self._drafts, self._traced, self._pictograms = drafts, traced, pictograms
        self._seed, self._shares = seed, shares
        style = [drafts.styles[index] for index in drafts.style.tolist()]
        self._photos, self._emoji = (_among(drafts, [one == kind for one in style]) for kind in ("photo", "emoji"))
        self._strokes = _among(traced, [True] * len(traced.count))
        seen = [
            name
            for part in (drafts, traced)
            for names, split in zip(part.captions, part.split, strict=True)
            if split not in _UNSEEN
            for name in names
        ]
        self.names = tuple(dict.fromkeys(seen))
        self._index = {name: index for index, name in enumerate(self.names)}
        kept = np.concatenate([pictograms.where(split=split) for split in ("train", "name")])
        kept = kept[[pictograms.names[name] in self._index for name in pictograms.name[kept].tolist()]]
        self._icons = _Sampler.of(kept, pictograms.name[kept].tolist())

    @property
    def draft_count(self) -> int:
        """Return the number of drafts that are taught."""
        return len(self._photos.chosen) + len(self._emoji.chosen)

    def batch(self, number: int, size: int, side: int) -> Batch:
        """Return batch `number`, of `size` pictures at `side` px."""
        random = np.random.default_rng([self._seed, 6, number])
        counts = [round(size * share) for share in (self._shares.photos, self._shares.emoji, self._shares.traced)]
        pictures: list[Picture] = []
        names: list[int] = []

        def add(picture: Picture, captions: Sequence[str]) -> None:
            known = [caption for caption in captions if caption in self._index]
            caption = known[0 if random.random() < _NAME_SHARE else int(random.integers(len(known)))]
            flip = not any(word in caption.split() for word in _SIDES)
            pictures.append(augmented(picture, random, side, flip=flip))
            names.append(self._index[caption])

        for part, source, count in (
            (self._drafts, self._photos, counts[0]),
            (self._drafts, self._emoji, counts[1]),
            (self._traced, self._strokes, counts[2]),
        ):
            for row in source.sample(count, random):
                strokes = part.points[row, : int(part.count[row])].astype(np.float64)
                if part is self._drafts:
                    strokes = strokes[: _some(len(strokes), random)]
                if random.random() < _DAMAGED:
                    strokes = damaged((strokes + 1) * (CANVAS / 2), random)
                add(
                    stroke_picture(strokes, random.uniform(0.05, 0.18), random.uniform(0.012, 0.035)),
                    part.captions[row],
                )
        for index in self._icons.sample(size - len(pictures), random):
            add(self._pictograms.image(index), self._pictograms.captions(index))
        drafted = counts[0] + counts[1]
        return Batch(np.stack(pictures), np.array(names), np.arange(len(names)) < drafted)


def stroke_picture(strokes: Points, margin: float, pen: float, side: int = _SHEET) -> Picture:
    """Draw strokes [N, 4, 2] in a square around them, black on white, [side, side, 3].

    `margin` is a share of their longer side, `pen` the width of a line as a share of the square's.
    """
    lines = _LINE @ strokes  # [N, 24, 2]
    low, high = lines.min((0, 1)), lines.max((0, 1))
    scale = side / (max(float((high - low).max()), 1e-6) * (1 + 2 * margin))
    placed = np.round(((lines - (low + high) / 2) * scale + side / 2) * 16).astype(np.int32)
    sheet = np.full((side, side), 255, np.uint8)
    cv2.polylines(sheet, list(placed), False, 0, max(1, round(pen * side)), cv2.LINE_AA, shift=4)
    return np.repeat(sheet[..., None], 3, axis=2)


@dataclass(frozen=True)
class _Sampler:
    """Indices, sampled with a preference for rare names."""

    chosen: NDArray[np.intp]  # [N]
    cumulative: NDArray[np.float64]  # [N], cumulative probabilities

    @classmethod
    def of(cls, chosen: NDArray[np.intp], names: Sequence[str] | Sequence[int]) -> _Sampler:
        _, number, often = np.unique(np.asarray(names), return_inverse=True, return_counts=True)
        cumulative = np.cumsum(often[number].astype(np.float64) ** -_BALANCE)
        return cls(chosen, cumulative / cumulative[-1] if len(cumulative) else cumulative)

    def sample(self, count: int, random: np.random.Generator) -> list[int]:
        """Return random indices, with replacement; none where there is nothing to choose from."""
        places = np.searchsorted(self.cumulative, random.random(count), side="right")
        return [int(index) for index in self.chosen[places.clip(max=len(self.cumulative) - 1)]] if count else []


def _among(part: StrokeDataset, wanted: Sequence[bool]) -> _Sampler:
    """Return a sampler of those drawings of a dataset that may be trained on."""
    rows = [
        row for row, (one, split) in enumerate(zip(wanted, part.split, strict=True)) if one and split not in _UNSEEN
    ]
    return _Sampler.of(np.array(rows, np.intp), [part.captions[row][0] for row in rows])


def _some(count: int, random: np.random.Generator) -> int:
    """Return how many of the first strokes of a draft are drawn."""
    if random.random() < _WHOLE or count <= FEWEST:
        return count
    return round(float(np.exp(random.uniform(np.log(FEWEST), np.log(count)))))
