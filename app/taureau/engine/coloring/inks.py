"""The photo's colour along each stroke, reduced to few pens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import cv2
import numpy as np
from numpy.typing import NDArray

from taureau.document import Drawing, Stroke, is_dark
from taureau.document.arranging import exchanged
from taureau.engine.coloring.limits import MAX_PENS
from taureau.geometry import Curve
from taureau.photo.lab import hex_of, lab_of, lab_of_hex

Lab = NDArray[np.float32]  # [..., 3], L* 0 … 100, a*, b*

_BAND = 0.012  # of the photo's longer side: width of the band around a stroke in which colours are looked at, at least
_DARKER = 50  # percentile of L*: an outline has the colour of its darker side
_INSIDE = 0.2  # share of the band in the mask from which on only that counts
_LIGHTEST, _DARKEST = 70.0, 45.0  # L* of inks: at most on light paper, at least on dark paper
_ROUNDS = 30  # of k-means
_WEIGHTS = 64  # copies of the longest stroke's colour in k-means


def colored(
    drawing: Drawing,
    photo: NDArray[np.uint8],
    indices: Sequence[int],
    *,
    pens: int | Sequence[str],
    mask: NDArray[np.bool_] | None = None,
) -> Drawing:
    """Return the drawing with the strokes of these indices in the photo's colours, by at most so many pens.

    `photo` [H, W, 3], upright sRGB, lies under the whole sheet; `mask` [H, W] is True on the subject, whose colours
    count before those around it. `pens` is their number, 1 … MAX_PENS, found by k-means in L*a*b* (Lloyd, 1982), or
    the colours of pens at hand, "#rrggbb", of which each stroke takes the nearest. Found colours are kept dark
    enough, or light enough on dark paper, to be seen. Raises ValueError for no pen or too many.
    """
    if isinstance(pens, int) and not 1 <= pens <= MAX_PENS:
        raise ValueError(f"pens must be from 1 to {MAX_PENS}, not {pens}")
    if not isinstance(pens, int) and not pens:
        raise ValueError("name at least one pen, such as #141414")
    if not indices:
        return drawing
    strokes = list(drawing.strokes)
    chosen = [strokes[index] for index in indices]
    colors = _colors_along(chosen, drawing, photo, mask)
    if isinstance(pens, int):
        colors[:, 0] = colors[:, 0].clip(*((_DARKEST, 100) if is_dark(drawing.paper) else (0, _LIGHTEST)))
        inks = _reduced(colors, np.array([stroke.curve.length(8) for stroke in chosen]), pens)
    else:
        inks = np.stack([lab_of_hex(pen) for pen in pens])
    nearest = _distances(colors, inks).argmin(1)
    names = [hex_of(ink) for ink in inks] if isinstance(pens, int) else [pen.lower() for pen in pens]
    places = zip(indices, chosen, nearest, strict=True)
    return exchanged(drawing, {index: replace(stroke, color=names[pen]) for index, stroke, pen in places})


def _colors_along(
    strokes: Sequence[Stroke], drawing: Drawing, photo: NDArray[np.uint8], mask: NDArray[np.bool_] | None
) -> Lab:
    """Return the colours [N, 3] that the photo has along these strokes."""
    rows, columns = photo.shape[:2]
    scale = np.array([columns / drawing.width, rows / drawing.height])
    lab = lab_of(photo)
    thinnest = _BAND * max(rows, columns)
    return np.stack(
        [_color_in(lab, mask, stroke.curve, scale, max(thinnest, stroke.width * scale.min())) for stroke in strokes]
    )


def _color_in(lab: Lab, mask: NDArray[np.bool_] | None, curve: Curve, scale: NDArray[np.float64], width: float) -> Lab:
    """Return the median colour [3] of the darker pixels in a band along a curve."""
    line = curve.sample(24) * scale - 0.5
    rows, columns = lab.shape[:2]
    corner = (columns - 1, rows - 1)
    line = line.clip(0, corner)
    left, top = np.floor(line.min(0) - width).clip(0, corner).astype(int)
    right, bottom = np.ceil(line.max(0) + width + 1).clip(1, (columns, rows)).astype(int)
    band = np.zeros((bottom - top, right - left), np.uint8)
    cv2.polylines(band, [np.rint(line - (left, top)).astype(np.int32)], False, 1, max(1, round(width)))
    inside = band > 0
    if mask is not None:
        masked = inside & mask[top:bottom, left:right]
        inside = masked if masked.sum() >= _INSIDE * inside.sum() else inside
    pixels = lab[top:bottom, left:right][inside]
    darker = pixels[pixels[:, 0] <= np.percentile(pixels[:, 0], _DARKER)]
    return np.asarray(np.median(darker, axis=0), dtype=np.float32)


def _reduced(colors: Lab, lengths: NDArray[np.float64], count: int) -> Lab:
    """Return at most `count` colours that stand for all; longer strokes count more."""
    copies = np.ceil(_WEIGHTS * lengths / max(lengths.max(), 1e-9)).astype(int).clip(1)
    starts = [int(copies.argmax())]
    while len(starts) < min(count, len(colors)):  # the farthest from those before
        away = _distances(colors, colors[starts]).min(1)
        if away.max() <= 1e-6:
            break
        starts.append(int(away.argmax()))
    labels = np.repeat(_distances(colors, colors[starts]).argmin(1), copies).astype(np.int32)
    rule = (cv2.TERM_CRITERIA_EPS + cv2.TERM_CRITERIA_MAX_ITER, _ROUNDS, 0.01)
    samples = np.repeat(colors, copies, axis=0)
    _, _, centres = cv2.kmeans(samples, len(starts), labels, rule, 1, cv2.KMEANS_USE_INITIAL_LABELS)
    return np.asarray(centres, dtype=np.float32)


def _distances(colors: Lab, others: Lab) -> NDArray[np.float32]:
    """Return the colour differences [N, M] (ΔE*ab, CIE 1976)."""
    return np.linalg.norm(colors[:, None] - others, axis=-1)
