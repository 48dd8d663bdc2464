"""Ranks of the right names for drafts of kinds of photos that were never taught."""

from __future__ import annotations

import numpy as np
import torch
from taureau.perception import Classifier, TaureauClip

from training.decoder.dataset import StrokeDataset
from training.drawings.drafts import UNSEEN_PHOTOS
from training.drawings.measuring import seen_picture
from training.encoder.export import TEMPLATES
from training.encoder.validation import as_images
from training.evaluation.sample_photos import STROKES
from training.evaluation.tables import Cell, Table


@torch.no_grad()
def kinds_table(clip: TaureauClip, drafts: StrokeDataset) -> Table:
    """Rank the right name for drafts of photos of kinds that were left out of training."""
    rows = [row for row, split in enumerate(drafts.split) if split == UNSEEN_PHOTOS]
    names = sorted({drafts.captions[row][0] for row in rows})
    directions = torch.cat([Classifier(clip, names, TEMPLATES).directions, clip.class_directions])
    ranks: dict[str, list[list[int]]] = {name: [] for name in names}
    for row in rows:
        name = drafts.captions[row][0]
        pictures = np.stack([seen_picture(drafts, row, strokes, clip.size) for strokes in STROKES])
        cosines = clip.encode_image(as_images(pictures, clip.size), embedding=True).direction() @ directions.T
        right = cosines[:, names.index(name), None]
        ranks[name].append((1 + (cosines > right).sum(1)).tolist())
    found: list[tuple[Cell, ...]] = [(name, len(of), *_medians(of)) for name, of in ranks.items()]
    found.append(("all", len(rows), *_medians([one for of in ranks.values() for one in of])))
    note = (
        f"Median rank of the right name among {len(directions)}: ImageNet's 1,000 and these {len(names)}. The "
        f"drawings are first strokes of drafts of {STROKES[0]} of photos (Caltech-101) of kinds that were never taught."
        " Pictograms of the same names were, and other photos of chairs and of ships; Windsor chairs are called chairs."
    )
    columns = ("kind", "photos", *(f"{strokes} strokes" for strokes in STROKES))
    return Table("Photos of kinds never taught, drawn", note, columns, tuple(found))


def _medians(ranks: list[list[int]]) -> tuple[int, ...]:
    """Return the medians of ranks, [photos][numbers of strokes]."""
    return tuple(sorted(column)[len(column) // 2] for column in zip(*ranks, strict=True))
