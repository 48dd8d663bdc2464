"""Quick zero-shot validation during training; the figures of the model card are measured by `evaluate`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import torch
from numpy.typing import NDArray
from taureau.perception.sentences import SentenceTower
from torch import Tensor

from training.encoder.mixture import TEMPLATES
from training.encoder.model import PictogramModel
from training.pictures.renders import Renders

_PICTURES = 300  # of a trial
_NAMES = 300  # of a trial
_AT_ONCE = 100


@dataclass(frozen=True)
class Trial:
    """Held-out pictures with the index of the right name among K."""

    pictures: NDArray[np.uint8]  # [N, S, S, 3]
    right: Tensor  # [N], indices of names
    features: Tensor  # [T, K, W], of T sentences for each name


@dataclass
class Validation:
    """Trials by kind: held-out names and families, and drawings of them."""

    trials: dict[str, Trial] = field(default_factory=dict)

    @classmethod
    def of(cls, pictograms: Renders, drawings: Renders | None, tower: SentenceTower, seed: int) -> Validation:
        """Choose the trials, the same for the same renders and seed."""
        found = cls()
        random = np.random.default_rng([seed, 5])
        parts = [("names", pictograms, "name"), ("families", pictograms, "family")]
        if drawings is not None:
            parts += [("drawings", drawings, "name"), ("drawings of families", drawings, "family")]
        for name, part, split in parts:
            among = part.where(split=split)
            if len(among):
                found.trials[name] = _trial(part, among, tower, random)
        return found

    @torch.no_grad()
    def measure(self, model: PictogramModel, side: int) -> Mapping[str, Mapping[str, float]]:
        """Return top-1, top-5 (0 … 1), median rank and number of names of each trial."""
        model.eval()
        found = {}
        for name, trial in self.trials.items():
            named = torch.nn.functional.normalize(model.read(trial.features.float()).mean(0), dim=-1)  # [K, D]
            ranks = []
            for start in range(0, len(trial.right), _AT_ONCE):
                seen = model(as_images(trial.pictures[start : start + _AT_ONCE], side))
                cosines = seen @ named.T
                own = cosines.gather(1, trial.right[start : start + _AT_ONCE, None])
                ranks.append((cosines > own).sum(1))
            rank = torch.cat(ranks).float()
            found[name] = {
                "top1": float((rank < 1).float().mean()),
                "top5": float((rank < 5).float().mean()),
                "median rank": float(rank.median() + 1),
                "ways": named.shape[0],
            }
        model.train()
        return found


def as_images(pictures: NDArray[np.uint8], side: int) -> Tensor:
    """Return pictures [B, S, S, 3] as images [B, 3, side, side], 0 … 1."""
    images = torch.from_numpy(pictures).permute(0, 3, 1, 2).float().div(255)
    if images.shape[2:] == (side, side):
        return images
    return torch.nn.functional.interpolate(images, size=(side, side), mode="bilinear", antialias=True)


def _trial(part: Renders, among: NDArray[np.intp], tower: SentenceTower, random: np.random.Generator) -> Trial:
    """Choose random names and pictures of them."""
    names = np.unique(part.name[among])
    names = random.choice(names, min(_NAMES, len(names)), replace=False)
    among = among[np.isin(part.name[among], names)]
    among = random.choice(among, min(_PICTURES, len(among)), replace=False)
    place = {int(name): index for index, name in enumerate(names)}
    right = torch.tensor([place[int(part.name[index])] for index in among])
    asked = [[form.format(part.names[int(name)]) for name in names] for form in TEMPLATES]
    pictures = np.stack([part.image(int(index)) for index in among])
    return Trial(pictures, right, torch.stack([tower(sentences) for sentences in asked]))
