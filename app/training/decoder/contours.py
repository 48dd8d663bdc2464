"""Contours of coloured pictograms: the borders of their areas of one colour, and the middles of their thin lines."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image
from skimage.color import rgb2lab
from skimage.measure import label
from taureau.geometry import Points

from training.decoder.skeleton import centre_lines
from training.decoder.tracing import Tracing, centred, cubics, deduplicated

_COLOURS = 24  # to which a picture is reduced before
_SOLID = 128  # alpha
_GROUND = 0  # label of what is transparent
_THIN = 2.2  # px, half the width up to which an area is a line
_SLENDER = 4.0  # widths; shorter thin areas are specks
_LONGEST = 75  # px, of borders for each stroke
_DISC = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (3, 3))
_PEN = 3.0  # px, width of the borders before their middle is found
_GAP = 3.0  # px within which ends of strokes are joined

Labels = NDArray[np.int32]  # [H, W]


@dataclass(frozen=True)
class _Detail:
    """How much of a picture is drawn."""

    alike: float  # difference of colour (CIE 1976) up to which neighbouring areas are one
    speck: int  # px², smaller areas are left out
    blur: float  # px, by which borders are smoothed
    tolerance: float  # px between a stroke and its line
    corner: float  # rad by which a line turns where strokes end


_DETAILS = (
    _Detail(12, 20, 0.8, 1.6, 0.9),
    _Detail(20, 25, 1.2, 2.2, 1.0),
    _Detail(28, 30, 1.6, 2.8, 1.2),
    _Detail(36, 40, 2.0, 3.6, 1.4),
    _Detail(40, 50, 2.4, 4.4, 1.7),
    _Detail(40, 60, 3.2, 5.5, 2.0),
)  # the finest first


def trace_colours(svg: str, *, fewest: int, most: Sequence[int]) -> list[Tracing | None]:
    """Trace a coloured icon with `SIDE` px along its longer edge by the borders of its areas.

    It is drawn once for each of the numbers of strokes in `most`, in as much detail as so many allow; None where that
    is too little, or where it takes fewer than `fewest`.
    """
    found: list[Tracing | None] = [None] * len(most)
    rgba = _rendered(svg)
    if rgba is None:
        return found
    areas, colours = _areas(rgba)
    for detail in _DETAILS:
        strokes = _drawn(areas, colours, detail, max(most))
        if strokes is None:
            continue
        for place, limit in enumerate(most):
            if found[place] is None and fewest <= len(strokes) <= limit:
                found[place] = Tracing(centred(strokes, _GAP), in_lines=False)
        if len(strokes) <= min(most):
            break
    return found


def _drawn(areas: Labels, colours: NDArray[np.float64], detail: _Detail, most: int) -> Points | None:
    """Return the borders as strokes [N, 4, 2] in px; None where there are none, or far too many."""
    plain, middles = _without_lines(_merged(areas, colours, detail))
    ink = _borders(_smoothed(plain, detail.blur), middles)
    if ink.sum() > _LONGEST * most:
        return None
    lines = centre_lines(cv2.dilate(ink.astype(np.uint8), _DISC).astype(np.float32), _PEN)
    pieces = [piece for line in lines for piece in cubics(line, detail.tolerance, detail.corner)]
    return deduplicated(np.stack(pieces)) if pieces else None


def _rendered(svg: str) -> NDArray[np.uint8] | None:
    """Return an SVG as pixels [H, W, 4] with a transparent margin; None where it cannot be rendered."""
    import resvg_py

    try:
        png = bytes(resvg_py.svg_to_bytes(svg_string=svg))
    except ValueError:
        return None
    with Image.open(io.BytesIO(png)) as opened:
        return np.pad(np.asarray(opened.convert("RGBA")), ((4, 4), (4, 4), (0, 0)))


def _areas(rgba: NDArray[np.uint8]) -> tuple[Labels, NDArray[np.float64]]:
    """Return the connected areas of one colour, from 1, and the colours of all labels [N, 3] in CIE L*a*b*."""
    solid = rgba[..., 3] >= _SOLID
    smooth = cv2.medianBlur(np.ascontiguousarray(rgba[..., :3]), 3)
    reduced = np.asarray(Image.fromarray(smooth).quantize(_COLOURS, dither=Image.Dither.NONE), dtype=np.int32)
    found = label(np.where(solid, reduced + 1, 0), background=0, connectivity=1)  # type: ignore[no-untyped-call]
    areas = np.asarray(found, dtype=np.int32)
    lab = rgb2lab(smooth)
    count = np.maximum(np.bincount(areas.ravel()), 1)
    means = [np.bincount(areas.ravel(), lab[..., axis].ravel(), minlength=len(count)) / count for axis in range(3)]
    return areas, np.stack(means, axis=-1)


def _merged(areas: Labels, colours: NDArray[np.float64], detail: _Detail) -> Labels:
    """Return the areas with specks gone and neighbours of similar colour as one, the most similar first."""
    areas, colours = _dissolved(areas, np.flatnonzero(np.bincount(areas.ravel()) < detail.speck)), colours.copy()
    sizes = np.bincount(areas.ravel(), minlength=len(colours)).astype(np.float64)
    into = np.arange(len(colours))
    pairs = _neighbours(areas)
    while len(pairs):
        apart = np.linalg.norm(colours[pairs[:, 0]] - colours[pairs[:, 1]], axis=1)
        nearest = int(apart.argmin())
        if apart[nearest] > detail.alike:
            break
        one, other = sorted(pairs[nearest].tolist(), key=lambda index: -sizes[index])
        colours[one] = np.average(colours[[one, other]], axis=0, weights=sizes[[one, other]])
        sizes[one] += sizes[other]
        into[into == other] = one
        pairs = np.where(pairs == other, one, pairs)
        pairs = np.unique(np.sort(pairs[pairs[:, 0] != pairs[:, 1]], axis=1), axis=0)
    return np.asarray(into[areas], dtype=np.int32)


def _neighbours(areas: Labels) -> NDArray[np.int64]:
    """Return the pairs of areas that touch [P, 2], without the ground."""
    low, high = (
        np.concatenate([choice(areas[:, :-1], areas[:, 1:]).ravel(), choice(areas[:-1], areas[1:]).ravel()])
        for choice in (np.minimum, np.maximum)
    )
    apart = (low != high) & (low != _GROUND)
    size = int(areas.max()) + 1
    return np.stack(np.divmod(np.unique(low[apart].astype(np.int64) * size + high[apart]), size), axis=-1)


def _without_lines(areas: Labels) -> tuple[Labels, NDArray[np.bool_]]:
    """Return the areas without thin ones, and the middles of those that are lines."""
    from skimage.morphology import skeletonize

    middles, thin = np.zeros(areas.shape, dtype=bool), list[int]()
    for one in np.unique(areas):
        inside = areas == one
        depth = float(cv2.distanceTransform(inside.astype(np.uint8), cv2.DIST_L2, 3).max())
        if one == _GROUND or depth > _THIN:
            continue
        thin.append(int(one))
        if inside.sum() > _SLENDER * (2 * depth) ** 2:
            middles |= skeletonize(inside)  # type: ignore[no-untyped-call]
    return _dissolved(areas, np.array(thin, dtype=np.int64)), middles


def _smoothed(areas: Labels, blur: float) -> Labels:
    """Return the areas with smoother borders: each pixel goes to the area that is strongest around it."""
    known = np.unique(areas)
    around = np.stack([cv2.GaussianBlur((areas == one).astype(np.float32), (0, 0), blur) for one in known])
    return np.asarray(known[around.argmax(0)], dtype=np.int32)


def _dissolved(areas: Labels, gone: NDArray[np.int64]) -> Labels:
    """Return the areas with the pixels of some given to the nearest of the others."""
    left = ~np.isin(areas, gone[gone != _GROUND])
    if left.all() or not left.any():
        return areas
    _, index = cv2.distanceTransformWithLabels((~left).astype(np.uint8), cv2.DIST_L2, 3, labelType=cv2.DIST_LABEL_PIXEL)
    of_index = np.zeros(int(index.max()) + 1, dtype=np.int32)
    of_index[index[left]] = areas[left]
    return np.where(left, areas, of_index[index])


def _borders(areas: Labels, middles: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return where areas border each other, or a line has its middle."""
    ink = middles.copy()
    ink[:, 1:] |= areas[:, 1:] != areas[:, :-1]
    ink[1:] |= areas[1:] != areas[:-1]
    return ink
