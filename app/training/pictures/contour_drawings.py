"""Drawings of coloured icons by contour strokes, as a run starts them, intact and damaged, and their edge maps."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import cv2
import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image
from taureau.engine.scene.edges import find_edges
from taureau.engine.scene.frame import Frame
from taureau.engine.scene.scene import CANVAS, PEN, Scene
from taureau.engine.starts.start import contour_candidates, contour_start
from taureau.geometry import Points
from taureau.raster import coverage

from training.pictures.renders import SIDE, Render, encode

COUNTS = (32, 16, 8)  # strokes; any prefix of the contour start is a drawing
_MOST = COUNTS[0]
_EDGE_BLUR = 1.5  # canvas px, as for photos
_OUTLINE = 0.8  # extra weight of edges on the outline
_DAMAGED = 2  # damaged drawings of random stroke counts


@dataclass(frozen=True)
class Subject:
    """A coloured icon to draw, with its labels."""

    svg: str
    captions: tuple[str, ...]
    collection: str
    split: str


def draw_subject(subject: Subject, random: np.random.Generator) -> list[Render]:
    """Return drawings of 32, 16 and 8 strokes, damaged ones, and the edge map; nothing for a blank icon."""
    scene = scene_of(subject.svg)
    if scene is None:
        return []
    chosen = contour_start(contour_candidates(scene, fine=1), _MOST)
    if len(chosen.pieces) < 2:
        return []
    start = np.stack([piece.points for piece in chosen.pieces])  # [N, 4, 2], canvas px
    drawings = [start[:count] for count in COUNTS if count == COUNTS[-1] or len(start) > count // 2]
    widths = [float(random.choice([PEN, random.uniform(2, 6)])) for _ in drawings]
    for _ in range(_DAMAGED):
        count = round(float(np.exp(random.uniform(np.log(6), np.log(_MOST)))))
        drawings.append(damaged(start[:count], random))
        widths.append(random.uniform(2, 8))
    kept = [
        Render(encode(image), subject.captions, subject.collection, "own drawing", subject.split, len(strokes))
        for strokes, image in zip(drawings, pictures(drawings, widths), strict=True)
    ]
    lines = (255 * (1 - edge_map(scene))).astype(np.uint8)
    edges = Image.fromarray(lines).resize((SIDE, SIDE), Image.Resampling.BOX)
    return [*kept, Render(encode(edges), subject.captions, subject.collection, "edge map", subject.split)]


def scene_of(svg: str) -> Scene | None:
    """Return the engine's scene of an icon at canvas resolution, without an encoder; None for a blank icon."""
    import resvg_py

    try:
        png = bytes(resvg_py.svg_to_bytes(svg_string=svg))
    except ValueError:
        return None
    with Image.open(io.BytesIO(png)) as opened:
        drawn = opened.convert("RGBA")
    width, height = drawn.size
    sheet = Image.new("RGBA", (round(1.3 * width), round(1.3 * height)), (255, 255, 255, 0))
    sheet.paste(drawn, (round(0.15 * width), round(0.15 * height)))
    mask = np.asarray(sheet.getchannel("A")) > 127
    if not mask.any():
        return None
    paper = Image.new("RGBA", sheet.size, "white")
    paper.alpha_composite(sheet)
    frame = Frame.around(mask, CANVAS)
    crop = frame.crop(np.asarray(paper.convert("RGB")))
    subject = frame.crop(mask.astype(np.uint8) * 255) > 127
    edges = find_edges(crop, sigma=_EDGE_BLUR)
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (5, 5))
    rim = cv2.morphologyEx(subject.astype(np.uint8), cv2.MORPH_GRADIENT, kernel)
    outline = cv2.GaussianBlur(rim.astype(np.float32), (0, 0), 1.0)
    weight = edges.strength * (1 + _OUTLINE * outline)
    positive = weight[weight > 0]
    weight = weight / (np.percentile(positive, 98) if positive.size else 1.0)
    return Scene(frame, mask, np.ones(mask.shape, np.float32), crop, edges, weight.astype(np.float32))


def edge_map(scene: Scene) -> NDArray[np.float32]:
    """Return the edges of a scene at the pen's width, [CANVAS, CANVAS], ink 0 … 1."""
    blur = 0.45 * PEN
    lines = cv2.GaussianBlur(scene.weight.clip(0, 1.5), (0, 0), blur) * (blur * np.sqrt(2 * np.pi))
    return lines.clip(0, 1).astype(np.float32)


def damaged(strokes: Points, random: np.random.Generator) -> Points:
    """Return strokes [N, 4, 2] (canvas px) with some removed, some split by a gap, all displaced a little."""
    kept = strokes[random.random(len(strokes)) >= random.uniform(0, 0.3)]
    kept = kept if len(kept) else strokes[:1]
    parts: list[Points] = []
    broken = random.uniform(0, 0.3)
    for stroke in kept:
        if random.random() < broken:
            middle, gap = random.uniform(0.3, 0.7), random.uniform(0.03, 0.12)
            parts += [_part(stroke, 0, middle - gap), _part(stroke, middle + gap, 1)]
        else:
            parts.append(stroke)
    there = np.stack(parts)
    moved = random.normal(0, random.uniform(0.5, 4), (len(there), 1, 2))
    bent = random.normal(0, random.uniform(0.3, 2.5), there.shape)
    return there + moved + bent


def pictures(drawings: Sequence[Points], widths: Sequence[float]) -> Iterator[Image.Image]:
    """Rasterise drawings [N, 4, 2] (canvas px), black on white at SIDE px."""
    scale = SIDE / CANVAS
    most = max(map(len, drawings))
    points = np.zeros((len(drawings), most, 1, 4, 2), dtype=np.float32)
    pens = np.zeros((len(drawings), most), dtype=np.float32)  # width 0: absent
    for index, (strokes, width) in enumerate(zip(drawings, widths, strict=True)):
        points[index, : len(strokes), 0] = strokes * scale
        pens[index, : len(strokes)] = width * scale
    with torch.no_grad():
        ink = coverage(torch.from_numpy(points), torch.from_numpy(pens), size=(SIDE, SIDE))
    for sheet in (255 * (1 - ink)).round().clamp(0, 255).to(torch.uint8).numpy():
        yield Image.fromarray(sheet)


def _part(stroke: Points, start: float, end: float) -> Points:
    """Return the part of a cubic between two parameters, by blossoming."""

    def blossom(a: float, b: float, c: float) -> NDArray[np.float64]:
        points = stroke
        for t in (a, b, c):
            points = points[:-1] * (1 - t) + points[1:] * t
        return points[0]

    return np.stack([blossom(*t) for t in ((start,) * 3, (start, start, end), (start, end, end), (end,) * 3)])
