"""How well drafts of things and of emoji are named that were not taught."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from taureau.perception.taureau_clip import TaureauClip
from torch import Tensor, nn

from training.decoder.dataset import StrokeDataset
from training.drawings.drafts import UNSEEN_EMOJI, UNSEEN_PHOTOS
from training.drawings.mixture import stroke_picture
from training.drawings.teaching import pooled_features
from training.encoder.augmentation import Picture
from training.encoder.export import TEMPLATES
from training.encoder.validation import as_images
from training.pictures.renders import Renders

STROKES = 16  # of the drafts that are measured
_MARGIN, _PEN = 0.12, 0.018  # as `drawing_view` shows drawings
_PICTURES = 600  # pictograms of unseen families
_AT_ONCE = 64  # pictures, or sentences


@dataclass(frozen=True, eq=False)
class Trial:
    """Features of pictures, with the index of the right name among the directions of K names."""

    pooled: Tensor  # [N, F]
    right: Tensor  # [N]
    directions: Tensor  # [K, D]

    @torch.no_grad()
    def ranks(self, projection: nn.Module) -> Tensor:
        """Return the ranks [N] of the right names, from 1."""
        cosines = nn.functional.normalize(projection(self.pooled), dim=-1) @ self.directions.T
        return 1 + (cosines > cosines.gather(1, self.right[:, None])).sum(1)


class Unseen:
    """What is never taught: kinds of photos, and a family of emoji, in drafts of 16 strokes; families of pictograms."""

    def __init__(self, clip: TaureauClip, drafts: StrokeDataset, pictograms: Renders, seed: int) -> None:
        """Kinds of photos are named among ImageNet's 1,000 names and their own, the others among their own."""
        self.trials: dict[str, Trial] = {}
        for label, split in (("kinds", UNSEEN_PHOTOS), ("emoji", UNSEEN_EMOJI)):
            rows = [row for row, one in enumerate(drafts.split) if one == split]
            drawn = [seen_picture(drafts, row, STROKES, clip.size) for row in rows]
            if drawn:
                others = clip.photos.directions if split == UNSEEN_PHOTOS else clip.photos.directions[:0]
                self.trials[label] = _trial(clip, drawn, [drafts.captions[row][0] for row in rows], others)
        family = np.random.default_rng([seed, 10]).permutation(pictograms.where(split="family"))[:_PICTURES].tolist()
        if family:
            pictures = [pictograms.image(index) for index in family]
            names = [pictograms.names[int(pictograms.name[index])] for index in family]
            self.trials["families"] = _trial(clip, pictures, names, clip.photos.directions[:0])

    def measure(self, projection: nn.Module) -> Mapping[str, float]:
        """Return the median rank of drafts of kinds and of emoji, and the share right of pictograms of families."""
        ranks = {label: trial.ranks(projection).float() for label, trial in self.trials.items()}
        return {
            label: float((rank == 1).float().mean() if label == "families" else rank.median())
            for label, rank in ranks.items()
        }


def seen_picture(drafts: StrokeDataset, row: int, strokes: int, side: int) -> Picture:
    """Return the first strokes of a draft as `drawing_view` shows them, [side, side, 3]."""
    first = drafts.points[row, : min(strokes, int(drafts.count[row]))].astype(np.float64)
    return stroke_picture(first, _MARGIN, _PEN, side)


@torch.no_grad()
def _trial(clip: TaureauClip, pictures: Sequence[Picture], names: Sequence[str], others: Tensor) -> Trial:
    own = sorted(set(names))
    images = as_images(np.stack(pictures), clip.size)
    read = [
        torch.cat([clip.words(clip.sentences([form.format(name) for name in own[first : first + _AT_ONCE]]))
                   for first in range(0, len(own), _AT_ONCE)])
        for form in TEMPLATES
    ]  # fmt: skip
    directions = torch.stack([nn.functional.normalize(one, dim=-1) for one in read]).mean(0)
    return Trial(
        torch.cat([pooled_features(clip, few) for few in torch.split(images, _AT_ONCE)]),
        torch.tensor([own.index(name) for name in names]),
        torch.cat([nn.functional.normalize(directions, dim=-1), others]),
    )
