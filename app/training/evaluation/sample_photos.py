"""Ranks of the right names for the sample photos and for drawings of them with fewer and fewer strokes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import torch
from taureau.document import Drawing
from taureau.document.levels import prefix
from taureau.engine import Finished, SketchRequest
from taureau.engine.presets import Preset
from taureau.engine.runs.sketch import sketch
from taureau.engine.scene.render_drawing import drawing_view
from taureau.perception import Classifier, TaureauClip
from taureau.photo import load_photo
from taureau.resources import resource
from torch import Tensor

from training.evaluation.tables import Cell, Table

_DOGS = slice(151, 269)  # of ImageNet's classes: its breeds
STROKES = (32, 16, 8, 4)
# What the samples show, by ImageNet's names where it has one; the others are added to its list.
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


def sample_photos_table(clip: TaureauClip, preset: Preset) -> Table:
    """Rank the right name for each sample photo and for the first strokes of its drawing by a preset."""
    shown = {**SHOWN, "dog": (*SHOWN["dog"], *clip.names[_DOGS])}
    own = [name for right in SHOWN.values() for name in right if name not in clip.names]
    names = [*clip.names, *own]
    added = Classifier(clip, own, ("a photo of a {}", "a {}")).directions  # the templates of ImageNet's classes
    directions = torch.cat([clip.class_directions, added])
    rows: list[tuple[Cell, ...]] = []
    ranks: list[list[int]] = []
    for subject, right in shown.items():
        photo = load_photo(resource(f"samples/{subject}.jpg"))
        found = [_rank(clip, clip.prepare(photo.pixels), directions, [names.index(name) for name in right])]
        size = photo.width, photo.height
        drawing = _drawn(SketchRequest(photo.pixels, *size, strokes=STROKES[0], preset=preset, device="cpu"))
        for strokes in STROKES:
            seen = drawing_view(prefix(drawing, strokes), clip.size)
            found.append(_rank(clip, seen, directions, [names.index(name) for name in right]))
        found.append(round((len(names) + 1) / (len(right) + 1)))  # expected rank of the best right name by chance
        ranks.append(found)
        rows.append((subject, *found))
    rows.append(("median", *(sorted(column)[len(column) // 2] for column in zip(*ranks, strict=True))))
    note = (
        f"Rank of the right name among {len(names)}: ImageNet's 1,000 and {', '.join(own)}, which it lacks. "
        f"The drawings are the first strokes of one of {STROKES[0]} by the preset {preset}, seed 0, cropped to "
        "their ink. For the cat any of its cats is right, for the dog any of its breeds, for the cup the mug too, for "
        "the rocket the missile."
    )
    columns = ("sample", "photo", *(f"{strokes} strokes" for strokes in STROKES), "chance")
    return Table("The sample photos, drawn", note, columns, tuple(rows))


def _drawn(request: SketchRequest) -> Drawing:
    *_, last = sketch(request, lambda: False)
    if not isinstance(last, Finished):
        raise RuntimeError(f"a sample could not be drawn: {last}")
    return last.drawing


@torch.no_grad()
def _rank(clip: TaureauClip, image: Tensor, directions: Tensor, right: Sequence[int]) -> int:
    cosines = directions @ clip.encode_image(image, embedding=True).direction()[0]
    return 1 + int((cosines > cosines[list(right)].max()).sum())
