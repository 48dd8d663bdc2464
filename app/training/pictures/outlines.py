"""Icons as outlines: filled shapes stroked by a thin pen, many of them dashed."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from training.icons.captions import kind_of
from training.icons.naming import NamedIcon
from training.icons.package import Icon, is_still
from training.icons.selection import Selection
from training.pictures.rendering import draw
from training.pictures.renders import Render, encode
from training.processes import process_map

_WIDTHS = (0.012, 0.05)  # of the pen, share of the longer edge
_SETS_PER_NAME = 2
_DASHED = 0.6  # share of the pictures
_TAG = re.compile(r"<(path|circle|rect|ellipse|polygon|polyline|line|g)\b[^>]*>")
_PAINT = re.compile(r'\s(fill-opacity|stroke-opacity|opacity|stroke-width|stroke-dasharray|stroke|fill)="[^"]*"')
_FINE = 240  # px
_CHUNK = 400
_Job = tuple[str, tuple[str, ...], str, str]  # SVG, captions, collection, split


def outline_all(selection: Selection, random: np.random.Generator, *, processes: int = 2) -> list[Render]:
    """Outline each name in up to two monochrome sets, held-out families excluded."""
    found: dict[str, dict[str, NamedIcon]] = defaultdict(dict)  # by name, by set
    for one in selection.named:
        collection = selection.about[one.prefix]
        if collection.unseen or collection.coloured or not is_still(selection.icon(one)):
            continue
        kind, ones = kind_of(one.icon), found[one.captions[0]]
        if kind != "duotone" and (one.prefix not in ones or kind == "solid"):
            ones[one.prefix] = one
    picked = [
        list(ones.values())[index]
        for ones in found.values()
        for index in sorted(random.permutation(len(ones))[:_SETS_PER_NAME])
    ]
    jobs: list[_Job] = [
        (outlined(selection.icon(one), random).svg(side=_FINE), one.captions, one.prefix, selection.split(one))
        for one in picked
    ]
    with process_map(processes) as mapped:
        chunks = [jobs[start : start + _CHUNK] for start in range(0, len(jobs), _CHUNK)]
        return [render for chunk in mapped(_draw_chunk, chunks) for render in chunk]


def outlined(icon: Icon, random: np.random.Generator) -> Icon:
    """Return an icon without fill, stroked by a pen of one width, possibly dashed."""
    edge = max(icon.width, icon.height)
    width = edge * float(np.exp(random.uniform(*np.log(_WIDTHS))))
    dashes = ""
    if random.random() < _DASHED:
        lengths = np.stack([random.uniform(0.15, 1.2, 4), random.uniform(0.02, 0.12, 4)], axis=-1).ravel() * edge
        dashes = f' stroke-dasharray="{" ".join(f"{length:.2f}" for length in lengths)}"'
    body = _TAG.sub(_unfilled, icon.body)
    pen = f'fill="none" stroke="#000" stroke-width="{width:.3f}" stroke-linecap="round" stroke-linejoin="round"'
    return Icon(f"<g {pen}{dashes}>{body}</g>", icon.left, icon.top, icon.width, icon.height)


def _unfilled(match: re.Match[str]) -> str:
    """Return a tag without its paint; one that paints nothing, such as a frame, stays invisible."""
    tag = match[0]
    unseen = 'fill="none"' in tag and 'stroke="' not in tag and match[1] != "g"
    bare = _PAINT.sub("", tag)
    return re.sub(r"\s*/?>$", lambda end: f' stroke="none"{end[0]}', bare) if unseen else bare


def _draw_chunk(jobs: Sequence[_Job]) -> list[Render]:
    drawn = []
    for svg, captions, collection, split in jobs:
        image = draw(svg)
        if image is not None:
            drawn.append(Render(encode(image.convert("L")), captions, collection, "outline", split))
    return drawn
