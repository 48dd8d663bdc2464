"""A finished drawing in the colours of its photo."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from taureau.document import Drawing, line_indices, with_ground
from taureau.engine.coloring.fills import FlatFills
from taureau.engine.coloring.inks import colored
from taureau.engine.coloring.limits import MAX_AREAS
from taureau.engine.scene.subject import subject_of
from taureau.perception.eye import own_eye
from taureau.perception.regions import find_regions

if TYPE_CHECKING:
    from taureau.engine.request import SketchRequest


def in_photo_colors(
    drawing: Drawing, request: SketchRequest, *, pens: int | Sequence[str] | None = None, areas: int = 0
) -> Drawing:
    """Return the drawing with its lines drawn by so many pens of the photo's colours, and areas of them beneath.

    `pens`: 1 … MAX_PENS, or the colours of the pens at hand, "#rrggbb"; None leaves the lines as they are. `areas`:
    0 … MAX_AREAS. Raises ValueError for other numbers, or where the request has no photo.
    """
    photo = request.photo
    if photo is None:
        raise ValueError("colours are taken from a photo: give one, or leave them out")
    if not 0 <= areas <= MAX_AREAS:
        raise ValueError(f"areas must be from 0 to {MAX_AREAS}, not {areas}")
    eye = own_eye()
    subject = subject_of(eye, photo, request.mask, request.mode, request.alpha, lambda: None)
    if pens is not None:
        drawing = colored(drawing, photo, line_indices(drawing), pens=pens, mask=subject.mask)
    if areas:
        flat = FlatFills(photo, find_regions(eye, photo), subject.mask, drawing.width, drawing.height)
        drawing = with_ground(drawing, "Colours", flat.first(areas))
    facts = dict(drawing.facts)
    if pens is not None:
        facts["colours"] = str(pens) if isinstance(pens, int) else ",".join(pens)
    if areas:
        facts["areas"] = str(areas)
    return replace(drawing, facts=MappingProxyType(facts))
