"""Flat areas of the subject: the regions of the photo that bring its colours back with the fewest shapes."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from taureau.document import Stroke
from taureau.engine.coloring.limits import MAX_AREAS
from taureau.engine.coloring.outlines import traced
from taureau.geometry import Affine, Curve
from taureau.photo import Regions
from taureau.photo.lab import hex_of, lab_of

Map = NDArray[np.float32]  # [H, W, 3]
Totals = NDArray[np.float64]  # [N, 4]: area, and sums of L*, a*, b*

_SEAM = 0.002  # of the longer side: width of an area's own outline, which closes the seams between neighbours
_THINNEST = 0.012  # of the longer side: a region that is nowhere so wide is no area


class FlatFills:
    """The areas of a photo's subject in the order of what they bring: the first N of them are the best N.

    The first is the subject itself. Every further one is the region that takes away the most of the squared colour
    difference (ΔE*ab) between the photo and the areas so far; it lies upon the areas that it is a part of.
    """

    def __init__(
        self, photo: NDArray[np.uint8], regions: Regions, mask: NDArray[np.bool_] | None, width: float, height: float
    ) -> None:
        """`photo` [H, W, 3], sRGB; `mask` [H, W], True on the subject, None: all; a document of width × height px."""
        rows, columns = regions.labels.shape
        size = (columns, rows)
        self._regions = regions
        self._inside = np.ones((rows, columns), np.bool_)
        if mask is not None:
            self._inside = cv2.resize(mask.astype(np.float32), size, interpolation=cv2.INTER_AREA) >= 0.5
        self._seam = _SEAM * max(width, height)
        self._to_document = Affine.scale(width / columns, height / rows)
        self._longer = max(rows, columns)
        self._totals = self._totals_of(lab_of(cv2.resize(photo, size, interpolation=cv2.INTER_AREA)))
        self._order = self._ordered() if self._inside.any() else []
        self._outlines: dict[int, Curve] = {}

    def first(self, count: int) -> tuple[Stroke, ...]:
        """Return the best `count` areas, or as many as there are, as filled strokes; those beneath come first."""
        chosen = sorted(self._order[:count], reverse=True)  # regions come after those that they consist of
        fills = []
        for place, region in enumerate(chosen):
            area, *color = self._totals[region]
            covered = np.zeros(len(self._totals), np.bool_)
            for above in chosen[place + 1 :]:
                if self._within(region)[above] and not covered[above]:
                    covered |= self._within(above)
                    area, *color = np.array([area, *color]) - self._totals[above]
            if area > 0:
                shade = hex_of(np.array(color) / area)
                fills.append(Stroke(self._outline(region), self._seam, shade, filled=True))
        return tuple(fills)

    def _totals_of(self, lab: Map) -> Totals:
        """Return of every region the area in the subject, px, and the sum of its L*a*b*."""
        labels = self._regions.labels[self._inside]
        planes = [np.ones(len(labels)), *lab[self._inside].T]
        count = int(self._regions.last.max())
        sums = np.stack([np.bincount(labels, weights=plane, minlength=count) for plane in planes], axis=1)
        until = np.concatenate([np.zeros((1, 4)), np.cumsum(sums, axis=0)])
        totals: Totals = until[self._regions.last] - until[self._regions.first]
        return totals

    def _ordered(self) -> list[int]:
        """Return the regions that become areas, the one that brings most first."""
        root = int(np.flatnonzero(self._regions.parent < 0)[0])
        order = [root]
        seen = self._totals.copy()  # without what the areas chosen so far cover
        owner = np.full(len(seen), root)  # the smallest area around each region
        wide = np.ones(len(seen), np.bool_)
        while len(order) < MAX_AREAS:
            gains = np.where(wide, _gains(seen, seen[owner]), 0.0)
            region = int(gains.argmax())
            if gains[region] <= 0:
                break
            if self._radius(region) < _THINNEST * self._longer / 2:
                wide[region] = False
                continue
            order.append(region)
            around, share = int(owner[region]), seen[region].copy()
            above = region
            while above != around:
                above = int(self._regions.parent[above])
                seen[above] -= share
            owner[self._within(region) & (owner == around)] = region
        return order

    def _within(self, region: int) -> NDArray[np.bool_]:
        """Return which regions [N] lie in this one, itself among them."""
        first, last = self._regions.first, self._regions.last
        inside: NDArray[np.bool_] = (first >= first[region]) & (last <= last[region])
        return inside

    def _pixels(self, region: int) -> NDArray[np.bool_]:
        labels = self._regions.labels
        pixels: NDArray[np.bool_] = (labels >= self._regions.first[region]) & (labels < self._regions.last[region])
        return pixels & self._inside

    def _radius(self, region: int) -> float:
        """Return the radius, px, of the largest circle in a region."""
        pixels = cv2.copyMakeBorder(self._pixels(region).astype(np.uint8), 1, 1, 1, 1, cv2.BORDER_CONSTANT, value=0)
        return float(cv2.distanceTransform(pixels, cv2.DIST_L2, 3).max())

    def _outline(self, region: int) -> Curve:
        """Return the outline of the largest part of a region, in document px, holes cut into it."""
        if region not in self._outlines:
            self._outlines[region] = self._to_document.curve(traced(self._pixels(region), self._longer))
        return self._outlines[region]


def _gains(seen: Totals, around: Totals) -> NDArray[np.float64]:
    """Return by how much each region [N] would lower the squared colour difference as an area upon the one around."""
    area, rest = seen[:, 0], around[:, 0] - seen[:, 0]
    there = (area > 0.5) & (rest > 0.5)
    own = seen[:, 1:] / np.maximum(area, 1)[:, None]
    other = (around[:, 1:] - seen[:, 1:]) / np.maximum(rest, 1)[:, None]
    gains: NDArray[np.float64] = area * rest / np.maximum(area + rest, 1) * ((own - other) ** 2).sum(1)
    return np.where(there, gains, 0.0)
