"""Figures of a CLIP for drawings: held-out families, comparison with a supervised head, attributes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from taureau.perception import Classifier, TaureauClip
from torch import Tensor

from training.evaluation.supervised_head import SupervisedHead
from training.evaluation.tables import Cell, Table
from training.pictures.renders import Renders
from training.pictures.scenes import draw_pair, random_pair

TEMPLATES = ("a sketch of a {}", "a line drawing of a {}", "a picture of a {}")
SHIFTED = ("line", "solid", "duotone", "monochrome emoji", "own drawing")  # styles that the head is not trained on
TRAINED = "coloured emoji"
STROKES = 16  # of the contour drawings that are evaluated
_SCENES = 500
_BATCH = 64  # pictures


class Gallery:
    """Pictures of several packed files with their embeddings, computed once; a place is (file, index)."""

    def __init__(self, clip: TaureauClip, packed: Sequence[Renders]) -> None:
        self._clip, self._packed = clip, packed
        self._seen: dict[tuple[int, int], tuple[Tensor, Tensor]] = {}

    def where(
        self, splits: Iterable[str], style: str | None = None, strokes: int | None = None
    ) -> list[tuple[int, int]]:
        """Return the places of the pictures of some splits, a style and a number of strokes."""
        return [
            (file, int(index))
            for file, renders in enumerate(self._packed)
            for split in splits
            for index in renders.where(split=split, style=style)
            if strokes is None or int(renders.strokes[index]) == strokes
        ]

    def name(self, place: tuple[int, int]) -> str:
        file, index = place
        return self._packed[file].names[int(self._packed[file].name[index])]

    def names(self, place: tuple[int, int]) -> list[str]:
        """Return the name and synonyms of a picture."""
        return self._packed[place[0]].captions(place[1])

    def collection(self, place: tuple[int, int]) -> str:
        file, index = place
        return self._packed[file].collections[int(self._packed[file].collection[index])]

    def pooled(self, places: Sequence[tuple[int, int]]) -> Tensor:
        """Return the pooled features of pictures, [N, 1280]."""
        self._embed(places)
        return torch.stack([self._seen[place][0] for place in places])

    def directions(self, places: Sequence[tuple[int, int]]) -> Tensor:
        """Return the unit embeddings of pictures, [N, D]."""
        self._embed(places)
        return torch.stack([self._seen[place][1] for place in places])

    @torch.no_grad()
    def _embed(self, places: Sequence[tuple[int, int]]) -> None:
        new = [place for place in dict.fromkeys(places) if place not in self._seen]
        for first in range(0, len(new), _BATCH):
            few = new[first : first + _BATCH]
            images = as_tensor([self._packed[file].image(index) for file, index in few])
            layer = self._clip.layers[-1]
            seen = self._clip.encode_image(images, [layer], embedding=True)
            pooled = self._clip.tower.network.logits(seen.features[layer])
            self._seen.update(zip(few, zip(pooled, seen.direction(), strict=True), strict=True))


def unseen_families(clip: TaureauClip, gallery: Gallery) -> Table:
    """Evaluate zero-shot naming of held-out families, among all their names at once."""
    places = gallery.where(["family"])
    names = sorted({gallery.name(place) for place in places})
    number = {name: index for index, name in enumerate(names)}
    classifier = Classifier(clip, names, TEMPLATES)
    rows: list[tuple[Cell, ...]] = []
    for family in sorted({gallery.collection(place) for place in places}):
        own = [place for place in places if gallery.collection(place) == family]
        best = (gallery.directions(own) @ classifier.directions.T).topk(min(5, len(names)), dim=1).indices.tolist()
        right = [{number[name] for name in gallery.names(place) if name in number} for place in own]
        top1 = float(np.mean([found[0] in wanted for found, wanted in zip(best, right, strict=True)]))
        top5 = float(np.mean([bool(wanted & set(found)) for found, wanted in zip(best, right, strict=True)]))
        share = float(np.mean([len(wanted) for wanted in right])) / len(names)
        rows.append((family, len(own), top1, share, top5, min(1.0, 5 * share)))
    note = (
        f"Pictures of families left out of training, named among the {len(names)} names of all of them at once; right "
        "is a picture's name or another that its set gives it."
    )
    columns = ("family", "pictures", "top-1", "chance", "top-5", "chance of top-5")
    return Table("Zero-shot, on families never seen", note, columns, tuple(rows))


def supervised_beside_zero_shot(clip: TaureauClip, gallery: Gallery, splits: Sequence[str]) -> Table | None:
    """Compare a head trained on coloured emoji with zero-shot classification, on the same classes in other styles.

    None without two names of these splits that have coloured emoji and every other style present.
    """
    groups = {style: gallery.where(splits, style, STROKES if style == "own drawing" else None)
              for style in (TRAINED, *SHIFTED)}  # fmt: skip
    shown = [{gallery.name(place) for place in places} for style, places in groups.items() if places]
    classes = sorted(set.intersection(*shown)) if groups[TRAINED] else []
    if len(classes) < 2:
        return None
    number = {name: index for index, name in enumerate(classes)}
    kept = {style: [place for place in places if gallery.name(place) in number] for style, places in groups.items()}
    labels = {style: torch.tensor([number[gallery.name(place)] for place in places]) for style, places in kept.items()}
    head = SupervisedHead(gallery.pooled(kept[TRAINED]), labels[TRAINED], len(classes))
    classifier = Classifier(clip, classes, TEMPLATES)
    rows: list[tuple[Cell, ...]] = []
    for style in (TRAINED, *SHIFTED):
        if not kept[style]:
            continue
        supervised = _share_right(head(gallery.pooled(kept[style])), labels[style])
        zero_shot = _share_right(gallery.directions(kept[style]) @ classifier.directions.T, labels[style])
        name = f"{style} (training data of the head)" if style == TRAINED else style
        name = f"own drawings of {STROKES} strokes" if style == "own drawing" else name
        rows.append((name, len(kept[style]), supervised, zero_shot, _points(zero_shot - supervised), 1 / len(classes)))
    note = (
        f"{len(classes)} classes. The head is a logistic regression on the same tower's pooled features, trained on "
        f"the {len(kept[TRAINED])} coloured emoji of these classes; zero-shot uses no labels of these classes."
    )
    columns = ("style", "pictures", "supervised head", "zero-shot", "difference", "chance")
    return Table("A supervised head beside zero-shot, under a shift of style", note, columns, tuple(rows))


def attributes(clip: TaureauClip, seed: int) -> Table:
    """Evaluate how often the true sentence of a scene is nearer than one with an exchange."""
    random = np.random.default_rng([seed, 8])
    pairs = [random_pair(random) for _ in range(_SCENES)]
    images = as_tensor([draw_pair(pair, random) for pair in pairs])
    with torch.no_grad():
        seen = torch.cat([clip.encode_image(few, embedding=True).direction() for few in torch.split(images, _BATCH)])
    true = (seen * clip.encode_text([str(pair) for pair in pairs])).sum(1)
    swaps = {
        "the two colours": [pair.colours_exchanged() for pair in pairs],
        "the two things": [pair.places_exchanged() for pair in pairs],
        "the place (above for below …)": [pair.place_reversed() for pair in pairs],
    }
    rows: list[tuple[Cell, ...]] = []
    for exchanged, others in swaps.items():
        false = (seen * clip.encode_text([str(pair) for pair in others])).sum(1)
        rows.append((exchanged, len(pairs), float((true > false).float().mean()), 0.5))
    note = (
        "“A red circle on top of a blue square” against a sentence that is not true of the picture: how often the true "
        "one lies nearer."
    )
    columns = ("exchanged", "scenes", "true one nearer", "chance")
    return Table("Attributes", note, columns, tuple(rows))


def as_tensor(pictures: Sequence[NDArray[np.uint8]]) -> Tensor:
    """Return pictures [H, W, 3] as a batch [N, 3, H, W], sRGB in 0 … 1."""
    return torch.from_numpy(np.stack(pictures)).permute(0, 3, 1, 2).float().div(255)


def _share_right(scores: Tensor, labels: Tensor) -> float:
    return float((scores.argmax(1) == labels).float().mean())


def _points(difference: float) -> str:
    return f"{100 * difference:+.1f} points"
