"""Rendering icons: small pictures with their style, without near-copies of held-out icons."""

from __future__ import annotations

import io
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from training.icons.naming import NamedIcon
from training.icons.package import in_black, is_still
from training.icons.selection import Selection
from training.pictures.renders import SIDE, Render, encode
from training.processes import process_map

_FINE = 160  # px, before cropping to the ink
_MARGIN = 0.06  # around the ink, share of the side
_THICK = 0.11  # share of the side, wider than any line
_SOLID = 0.3  # share of thick ink that makes an icon solid
_COPY = 0.97  # correlation of thumbnails of one name that makes them copies
_CHUNK = 400


@dataclass(frozen=True)
class _Job:
    svg: str
    captions: tuple[str, ...]
    collection: str
    style: str  # empty: measured on the picture
    split: str


def render_all(selection: Selection, *, processes: int = 2) -> list[Render]:
    """Render all icons in their order, without those that fail or are blank."""
    jobs = [_job(one, selection) for one in selection.named]
    chunks = [jobs[start : start + _CHUNK] for start in range(0, len(jobs), _CHUNK)]
    with process_map(processes) as mapped:
        drawn = [render for chunk in mapped(_draw_chunk, chunks) for render in chunk]
    return list(without_copies(drawn))


def draw(svg: str, side: int = SIDE) -> Image.Image | None:
    """Render an SVG on white, cropped to its ink and centred in a square of `side` px; None if it is blank."""
    import resvg_py

    try:
        png = bytes(resvg_py.svg_to_bytes(svg_string=svg, background="white"))
    except ValueError:
        return None
    with Image.open(io.BytesIO(png)) as opened:
        image = opened.convert("RGB")
    ink = np.asarray(image).min(axis=2) < 245
    if not ink.any():
        return None
    rows, columns = np.flatnonzero(ink.any(1)), np.flatnonzero(ink.any(0))
    height, width = rows[-1] + 1 - rows[0], columns[-1] + 1 - columns[0]
    square = round(max(height, width, 8) / (1 - 2 * _MARGIN))
    sheet = Image.new("RGB", (square, square), "white")
    cut = image.crop((int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1))
    sheet.paste(cut, ((square - int(width)) // 2, (square - int(height)) // 2))
    return sheet.resize((side, side), Image.Resampling.LANCZOS)


def style_of(grey: NDArray[np.uint8]) -> str:
    """Return "solid" or "line" for a black icon [S, S], by the share of ink thicker than a line."""
    ink = (255 - grey).astype(np.float32)
    size = round(_THICK * len(grey)) | 1
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (size, size))
    thick = cv2.morphologyEx(ink, cv2.MORPH_OPEN, kernel)
    return "solid" if thick.sum() > _SOLID * ink.sum() else "line"


def without_copies(renders: Sequence[Render]) -> Iterator[Render]:
    """Drop training pictures that are near-copies of one with the same name in a held-out family."""
    unseen: dict[str, list[NDArray[np.float32]]] = defaultdict(list)
    for one in renders:
        if one.split == "family":
            for name in one.captions:
                unseen[name].append(_thumbnail(one))
    for one in renders:
        others = (
            [thumbnail for name in one.captions for thumbnail in unseen.get(name, ())] if one.split == "train" else []
        )
        if not others or max(float(other @ _thumbnail(one)) for other in others) < _COPY:
            yield one


def _thumbnail(one: Render) -> NDArray[np.float32]:
    with Image.open(io.BytesIO(one.webp)) as image:
        small = np.asarray(image.convert("L").resize((24, 24), Image.Resampling.BOX), dtype=np.float32).ravel()
    small -= small.mean()
    return small / max(float(np.linalg.norm(small)), 1e-6)


def _job(one: NamedIcon, selection: Selection) -> _Job:
    icon, collection = selection.icon(one), selection.about[one.prefix]
    style = ""
    if collection.emoji:
        style = "coloured emoji" if collection.coloured else "monochrome emoji"
    elif collection.coloured:
        style = "coloured pictogram"
    elif "opacity" in icon.body:
        style = "duotone"
    if collection.prefix == "openmoji":
        icon, style = in_black(icon), "monochrome emoji"
    svg = icon.svg(side=_FINE) if is_still(icon) else ""
    return _Job(svg, one.captions, one.prefix, style, selection.split(one))


def _draw_chunk(jobs: Sequence[_Job]) -> list[Render]:
    drawn = []
    for job in jobs:
        image = draw(job.svg) if job.svg else None
        if image is None:
            continue
        coloured = job.style.startswith("coloured")
        if not coloured:
            image = image.convert("L")
        style = job.style or style_of(np.asarray(image.convert("L")))
        drawn.append(Render(encode(image), job.captions, job.collection, style, job.split))
    return drawn
