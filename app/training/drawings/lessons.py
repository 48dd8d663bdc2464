"""What the projection is taught with, read from the folder of the training."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from taureau.perception.taureau_clip import TaureauClip
from torch import Tensor, nn

from training.decoder.dataset import StrokeDataset
from training.decoder.training import TEMPLATES
from training.drawings.measuring import Unseen
from training.drawings.mixture import DrawingsMixture
from training.encoder.text_features import sentence_features
from training.pictures.renders import Renders

PHOTOS, EMOJI = "drafts-photos.npz", "drafts-emoji.npz"
_SENTENCES = "drawings.sentences.safetensors"


@dataclass(frozen=True, eq=False)
class Lessons:
    """The training data, and what is measured."""

    mixture: DrawingsMixture
    names: Tensor  # [K, D], unit embeddings of the mixture's names
    unseen: Unseen


@torch.no_grad()
def lessons_of(clip: TaureauClip, folder: Path, strokes: Path, seed: int) -> Lessons:
    """Read renders, drafts and traced pictograms, and embed the names; raises TrainingError, BrokenRendersError."""
    drafts = joined([StrokeDataset.read(folder / name) for name in (PHOTOS, EMOJI)])
    pictograms = Renders.read(folder / "renders.npz")
    mixture = DrawingsMixture(drafts, StrokeDataset.read(strokes), pictograms, seed)
    asked = [form.format(name) for name in mixture.names for form in TEMPLATES]
    sentences = sentence_features(clip.sentences, asked, folder / _SENTENCES).float()
    named = nn.functional.normalize(clip.words(sentences), dim=-1).view(len(mixture.names), len(TEMPLATES), -1).mean(1)
    return Lessons(mixture, nn.functional.normalize(named, dim=-1), Unseen(clip, drafts, pictograms, seed))


def joined(parts: Sequence[StrokeDataset]) -> StrokeDataset:
    """Return the drawings of several datasets with the same styles as one."""
    return StrokeDataset(
        np.concatenate([part.points for part in parts]),
        np.concatenate([part.count for part in parts]),
        np.concatenate([part.style for part in parts]),
        tuple(split for part in parts for split in part.split),
        tuple(names for part in parts for names in part.captions),
        parts[0].styles,
    )
