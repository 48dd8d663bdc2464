"""The sample photos drawn with ever fewer strokes: at which place the right name stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import torch
from torch import Tensor

from app.document import Drawing
from app.engine import Finished, SketchRequest
from app.engine.sheet import on_sheet
from app.engine.sketch import sketch
from app.perception import Classifier, TaureauClip
from app.photo import load_photo
from app.resources import resource
from app.training.tables import Cell, Table

_DOGS = slice(151, 269)  # of ImageNet's classes: its breeds
STROKES = (32, 16, 8, 4)
# What the samples show, in ImageNet's own names where it has any; the others are added to its list.
SHOWN: Mapping[str, Sequence[str]] = {
    "astronaut": ("astronaut",),
    "cat": ("tabby cat", "tiger cat", "Persian cat", "Siamese cat", "Egyptian Mau"),
    "cup": ("tea cup", "coffee mug"),
    "dahlia": ("dahlia",),
    "dog": ("dog",),
    "duck": ("duck",),
    "hammer": ("hammer",),
    "moose": ("moose",),
    "rocket": ("rocket", "missile"),
    "windmill": ("windmill",),
}


def samples_drawn(clip: TaureauClip) -> Table:
    """Rank of the right name for each sample photo and its drawings."""
    shown = {**SHOWN, "dog": (*SHOWN["dog"], *clip.names[_DOGS])}
    own = [name for right in SHOWN.values() for name in right if name not in clip.names]
    names = [*clip.names, *own]
    added = Classifier(clip, own, ("a photo of a {}", "a {}")).directions  # as ImageNet's own were read
    directions = torch.cat([clip.photos.directions, added])
    rows: list[tuple[Cell, ...]] = []
    ranks: list[list[int]] = []
    for subject, right in shown.items():
        photo = load_photo(resource(f"samples/{subject}.jpg"))
        found = [_rank(clip, clip.prepare(photo.pixels), directions, [names.index(name) for name in right])]
        for strokes in STROKES:
            drawing = _drawn(SketchRequest(photo.pixels, photo.width, photo.height, strokes=strokes, device="cpu"))
            seen = on_sheet(drawing, clip.size)
            found.append(_rank(clip, seen, directions, [names.index(name) for name in right]))
        ranks.append(found)
        rows.append((subject, *found))
    middle = [sorted(column)[len(column) // 2] for column in zip(*ranks, strict=True)]
    rows.append(("median", *middle))
    rows.append(("chance", *[len(names) // 2] * len(middle)))
    note = (
        f"Rank of the right name among {len(names)}: ImageNet's 1,000 and {', '.join(own)}, which it lacks. "
        "The drawings are those of the preset standard, seed 0. For the cat any of its cats is right, for the dog any "
        "of its breeds, for the cup the mug too, for the rocket the missile."
    )
    return Table("The sample photos, drawn", note, ("sample", "photo", *(f"{n} strokes" for n in STROKES)), tuple(rows))


def _drawn(request: SketchRequest) -> Drawing:
    *_, last = sketch(request, lambda: False)
    if not isinstance(last, Finished):
        raise RuntimeError(f"a sample could not be drawn: {last}")
    return last.drawing


@torch.no_grad()
def _rank(clip: TaureauClip, image: Tensor, directions: Tensor, right: Sequence[int]) -> int:
    cosines = directions @ clip.see(image, embedding=True).direction()[0]
    return 1 + int((cosines > cosines[list(right)].max()).sum())
