"""Regions of a photo, nested in each other: superpixels merged until one is left, the most alike first."""

from __future__ import annotations

import heapq
import math
from collections.abc import Callable

import cv2
import numpy as np
from numpy.typing import NDArray

from taureau.perception.eye import Eye
from taureau.perception.superpixels import Superpixels, superpixels
from taureau.photo import Regions

_WORK = 448  # px, the longer side at which regions are found
_SUBJECT, _COLOR = 1.2, 0.5  # weights of these differences beside the edge between two regions
_FAR = 50.0  # L*a*b* distance that counts as a difference of 1
_SPECK, _HASTE = 0.02, 0.6  # share of the photo below which regions merge earlier, and the exponent of how much
_STEP = 0.6  # weight of the step in the subject's likelihood beside the edge, in the strength of an outline


def find_regions(eye: Eye, photo: NDArray[np.uint8], checkpoint: Callable[[], None] = lambda: None) -> Regions:
    """Find the regions of an sRGB photo [H, W, 3].

    Whether two regions are alike is told by the contours and the edges of colour between them, and by the likelihood
    that each belongs to a subject; the tree is that of ultrametric contour maps (Arbeláez et al., 2011).
    `checkpoint` is called between the parts of the work, and may raise to end it.
    """
    height, width = photo.shape[:2]
    scale = min(1.0, _WORK / max(height, width))
    size = max(1, round(width * scale)), max(1, round(height * scale))
    small = cv2.resize(photo, size, interpolation=cv2.INTER_AREA) if scale < 1 else photo
    sight = eye.see(small)
    checkpoint()
    pieces = superpixels(small, sight)
    checkpoint()
    return _Merging(pieces).regions()


class _Merging:
    """The regions so far; those of index K and above are merged from two."""

    def __init__(self, pieces: Superpixels) -> None:
        self._pieces = pieces
        self._count = len(pieces.area)
        self._area = pieces.area.tolist()
        self._border = pieces.border.tolist()
        self._subject = pieces.subject.tolist()
        self._color = [tuple(color) for color in pieces.color.tolist()]
        self._beside: list[dict[int, tuple[float, float]]] = [{} for _ in self._area]  # edge and length, by neighbour
        outlines = zip(pieces.edge.tolist(), pieces.length.tolist(), strict=True)
        for (a, b), common in zip(pieces.pairs.tolist(), outlines, strict=True):
            self._beside[a][b] = self._beside[b][a] = common
        self._children: list[tuple[int, int] | None] = [None] * self._count
        self._outlines = [self._outline(region) for region in range(self._count)]

    def regions(self) -> Regions:
        """Merge until one region is left."""
        alive = [True] * self._count
        queue = [(self._difference(int(a), int(b)), int(a), int(b)) for a, b in self._pieces.pairs]
        heapq.heapify(queue)
        while queue:
            _, a, b = heapq.heappop(queue)
            if alive[a] and alive[b]:
                merged = self._merge(a, b)
                alive[a] = alive[b] = False
                alive.append(True)
                for other in self._beside[merged]:
                    heapq.heappush(queue, (self._difference(merged, other), merged, other))
        return self._tree()

    def _difference(self, a: int, b: int) -> float:
        """Return how different two regions that touch are; small ones count as alike, so that they merge early."""
        edge, length = self._beside[a][b]
        unlike = _SUBJECT * abs(self._subject[a] - self._subject[b])
        color = _COLOR * min(1.0, math.dist(self._color[a], self._color[b]) / _FAR)
        speck = min(1.0, min(self._area[a], self._area[b]) / (_SPECK * self._pieces.labels.size))
        return (edge / length + unlike + color) * speck**_HASTE

    def _merge(self, a: int, b: int) -> int:
        """Add the union of two regions, and return its index."""
        merged, whole = len(self._area), self._area[a] + self._area[b]
        part = self._area[a] / whole
        self._area.append(whole)
        self._border.append(self._border[a] + self._border[b])
        self._subject.append(part * self._subject[a] + (1 - part) * self._subject[b])
        self._color.append(
            tuple(part * one + (1 - part) * other for one, other in zip(self._color[a], self._color[b], strict=True))
        )
        beside: dict[int, tuple[float, float]] = {}
        for region in (a, b):
            for other, (edge, length) in self._beside[region].items():
                if other not in (a, b):
                    before = beside.get(other, (0.0, 0.0))
                    beside[other] = before[0] + edge, before[1] + length
                    del self._beside[other][region]
        for other, common in beside.items():
            self._beside[other][merged] = common
        self._beside.append(beside)
        self._children.append((a, b))
        self._outlines.append(self._outline(merged))
        return merged

    def _outline(self, region: int) -> tuple[float, float]:
        """Return the mean strength of a region's outline, and the share of it that is the photo's border."""
        strength = inside = 0.0
        for other, (edge, length) in self._beside[region].items():
            strength += edge + _STEP * length * max(0.0, self._subject[region] - self._subject[other])
            inside += length
        border = self._border[region]
        return strength / max(1.0, inside), border / max(1.0, border + inside)

    def _tree(self) -> Regions:
        """Return the regions with the superpixels numbered in the order of the tree."""
        total = len(self._area)
        first, last = np.zeros(total, dtype=np.int32), np.zeros(total, dtype=np.int32)
        parent = np.full(total, -1, dtype=np.int32)
        size = np.ones(total, dtype=np.int32)
        for region in range(self._count, total):
            children = self._children[region]
            assert children is not None
            parent[list(children)] = region
            size[region] = size[children[0]] + size[children[1]]
        for region in range(total - 1, -1, -1):  # parents before their children
            last[region] = first[region] + size[region]
            children = self._children[region]
            if children is not None:
                first[children[0]] = first[region]
                first[children[1]] = first[region] + size[children[0]]
        outline, at_border = np.array(self._outlines, dtype=np.float32).T
        return Regions(first[self._pieces.labels], first, last, parent, outline, at_border)
