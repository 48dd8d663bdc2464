"""The names a decoder has learnt well, which lead from images to it."""

from __future__ import annotations

from collections import Counter

from training.decoder.dataset import StrokeDataset
from training.decoder.training import StrokePlan, practice


def learnt_names(dataset: StrokeDataset, plan: StrokePlan) -> list[tuple[str, int]]:
    """Return the names that are not rare, each with the number of its drawings."""
    names = [captions[0] for captions in dataset.captions]
    often = Counter(names)
    shares = practice(dataset, plan)
    most = {name for name, share in zip(names, shares, strict=True) if share > plan.rare}
    return [(name, often[name]) for name in sorted(most)]
