"""Regions of a photo, nested in each other, and the one that a click on the photo means."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

Mask = NDArray[np.bool_]  # [H, W] of the photo's pixels

_SIZE = 0.1  # exponent of the area: of two regions with equal outlines the larger is meant
_LARGEST = 0.5  # share of the photo that a click adds at most
_OTHERS = 0.1  # share of the mask that a region to be added may contain: what is masked is another thing
_MOST_TAKEN = 0.5  # share of the mask that a click takes away at most


@dataclass(frozen=True, eq=False)
class Regions:
    """A binary tree of N regions, each the union of two, down to the smallest, of which there are K.

    The smallest are numbered so that every region is a range of them; parents come after their children.
    """

    labels: NDArray[np.int32]  # [h, w]: the smallest region of each pixel, 0 … K − 1, at the photo's proportions
    first: NDArray[np.int32]  # [N]: region i consists of the labels first[i] … last[i] − 1
    last: NDArray[np.int32]  # [N]
    parent: NDArray[np.int32]  # [N]; −1 for the root, which is the whole photo
    outline: NDArray[np.float32]  # [N]: mean strength of its outline, where that is not the photo's border
    at_border: NDArray[np.float32]  # [N]: share of its outline that is the photo's border

    def clicked(self, mask: Mask, at: tuple[float, float], *, adds: bool) -> Mask:
        """Return the mask with what is under a point added or taken away.

        `at`: shares of the photo's width and height. The region is the one with the strongest outline for its size
        that contains little of the mask, if it is added, or not most of it, if it is taken away. Nothing is taken away
        where the mask is not.
        """
        height, width = mask.shape
        x, y = (min(length - 1, max(0, int(part * length))) for part, length in zip(at, (width, height), strict=True))
        if not adds and not mask[y, x]:
            return mask
        rows, columns = self.labels.shape
        chain = self._around(self.labels[y * rows // height, x * columns // width])
        region = self._region(self._meant(chain, mask, adds=adds), mask.shape)
        return mask | region if adds else mask & ~region

    def _around(self, label: int) -> NDArray[np.int64]:
        """Return the regions that contain a label, the smallest first."""
        return np.flatnonzero((self.first <= label) & (label < self.last))

    def _meant(self, chain: NDArray[np.int64], mask: Mask, *, adds: bool) -> int:
        """Return the best of the regions `chain`, the smallest of which is always eligible."""
        first, last = self.first[chain], self.last[chain]
        areas = np.concatenate([[0], np.cumsum(np.bincount(self.labels.ravel(), minlength=self.last[-1]))])
        area = (areas[last] - areas[first]) / self.labels.size
        masked = np.concatenate([[0], np.cumsum(self._masked(mask))])
        share = (masked[last] - masked[first]) / max(1, masked[-1])
        eligible = (share <= _OTHERS) & (area <= _LARGEST) if adds else share <= _MOST_TAKEN
        eligible[0] = True
        score = self.outline[chain] * area**_SIZE
        if adds:
            score *= 1 - self.at_border[chain]
        return int(chain[np.where(eligible, score, -1).argmax()])

    def _masked(self, mask: Mask) -> NDArray[np.int64]:
        """Return the masked pixels of each label, [K]."""
        rows, columns = (
            np.arange(length) * of // length for length, of in zip(self.labels.shape, mask.shape, strict=True)
        )
        return np.bincount(self.labels[mask[np.ix_(rows, columns)]], minlength=self.last[-1])

    def _region(self, region: int, shape: tuple[int, int]) -> Mask:
        """Return the pixels of a region in a photo of this shape, with a smooth outline."""
        inside = (self.labels >= self.first[region]) & (self.labels < self.last[region])
        levels = Image.fromarray(np.where(inside, 255, 0).astype(np.uint8))
        return np.asarray(levels.resize(shape[::-1], Image.Resampling.BILINEAR)) >= 128
