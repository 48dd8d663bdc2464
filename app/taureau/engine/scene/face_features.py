"""Eyes, noses and mouths of people and animals: where they are in a photo, and how much their lines count."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from taureau.engine.scene.frame import Frame
from taureau.geometry import Affine
from taureau.perception.eye import Eye

_SIDES = (192, 448)  # px, further sizes at which the crop is viewed, for large and for small faces
_SURE = 0.6  # response from which no further size is tried
_LEAST, _CLEAR, _CLEAR_ALONE = 0.33, 0.4, 0.45  # response to look closer, to several features, to a single one
_FAINT, _RELATIVE = 0.2, 0.4  # least response in a feature, and relative to the strongest one
_APART, _MARGIN = 3.0, 0.08  # distance of features of one face, relative to their extent so far and to the canvas
_CLOSE_SIDE = 192  # px, the size of a closer view
_CLOSER = (2.4, 5.0)  # sides of closer views relative to the extent of the features …
_SMALLEST, _LARGEST = 0.04, 0.6  # … which is no less than that of the canvas; a larger face needs no closer view
_CLEARER = 0.8  # response in a closer view, relative to that before, from which it is the better one

Map = NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class FaceFeatures:
    """The features of a face on the canvas [S, S]."""

    ink: Map  # [S, S], 0 … 1, their lines
    labels: NDArray[np.int32]  # [S, S], the number of each feature, from 1; 0 elsewhere
    extents: NDArray[np.intp]  # [N], px, the longer side of each
    response: float  # 0 … 1, the eye's, at its strongest

    @property
    def clear(self) -> bool:
        """Whether the response is strong enough to be a face."""
        return self.response > (_CLEAR if len(self.extents) > 1 else _CLEAR_ALONE)

    def weighted(self, weight: Map, each: float, least: float, most: float) -> Map:
        """Return edge weights [S, S] with those in each feature multiplied by `least` to `most`.

        A line of mean weight along the longer side of a feature weighs `each` then, as far as these limits allow.
        """
        labels = self.labels.ravel()
        pixels = np.bincount(labels, weights=weight.ravel() > 0)[1:]
        mean = np.bincount(labels, weights=weight.ravel())[1:] / np.maximum(pixels, 1)
        factors = (each / np.maximum(self.extents * mean, 1e-9)).clip(least, most)
        raised: Map = (weight * np.concatenate([[1.0], factors])[self.labels]).astype(np.float32)
        return raised


def find_face_features(
    eye: Eye, photo: NDArray[np.uint8], frame: Frame, crop: NDArray[np.uint8], face: Map, inside: NDArray[np.bool_]
) -> FaceFeatures | None:
    """Find the features of the clearest face in the crop [S, S, 3] of an sRGB photo [H, W, 3]; None without a face.

    `face` [S, S] is the eye's response to the crop; only features `inside` [S, S] count. The eye was trained on
    portraits of one scale, so it views the crop at other sizes too, and a small face again in its surroundings.
    """
    response = face * inside
    for side in _SIDES:
        if response.max() < _SURE:
            response = np.maximum(response, eye.see(crop, side).face * inside)
    features = _features(response)
    if features is None:
        return None
    for share in _CLOSER:
        closer = _closer_view(eye, photo, frame, features.labels > 0, share) * inside
        better = _features(closer)
        if better is not None and better.response > _CLEARER * features.response and better.clear:
            return better
    return features if features.clear else None


def _features(response: Map) -> FaceFeatures | None:
    """Return the features around the strongest response [S, S], or None where it is too weak."""
    strongest = float(response.max())
    if strongest < _LEAST:
        return None
    clear = (response > max(_FAINT, _RELATIVE * strongest)).astype(np.uint8)
    _, parts, statistics, _ = cv2.connectedComponentsWithStats(clear)
    low = statistics[:, [cv2.CC_STAT_LEFT, cv2.CC_STAT_TOP]]
    high = low + statistics[:, [cv2.CC_STAT_WIDTH, cv2.CC_STAT_HEIGHT]]
    chosen = _one_face(low[1:], high[1:], int(parts[np.unravel_index(response.argmax(), parts.shape)]) - 1, len(parts))
    number = np.zeros(len(low), dtype=np.int32)
    number[chosen + 1] = np.arange(1, len(chosen) + 1)
    labels = number[parts]
    ink = np.where(labels > 0, response / strongest, 0).astype(np.float32)
    return FaceFeatures(ink, labels, (high - low)[chosen + 1].max(1), strongest)


def _one_face(low: NDArray[np.int32], high: NDArray[np.int32], first: int, size: int) -> NDArray[np.intp]:
    """Return the indices of the boxes [N, 2] that lie near the first one or near others that do."""
    near = np.arange(len(low)) == first
    while True:
        least, most = low[near].min(0), high[near].max(0)
        reach = _APART * (most - least).max() + _MARGIN * size
        wider = (np.maximum(least - high, low - most).max(1) < reach) | near
        if (wider == near).all():
            return np.flatnonzero(near)
        near = wider


def _closer_view(eye: Eye, photo: NDArray[np.uint8], frame: Frame, features: NDArray[np.bool_], share: float) -> Map:
    """Return the eye's response to the surroundings of the features [S, S], seen in the photo; 0 elsewhere.

    The side of the view is `share` times their extent. 0 everywhere where that is much of the canvas.
    """
    size = len(features)
    closer = np.zeros((size, size), dtype=np.float32)
    rows, columns = np.flatnonzero(features.any(1)), np.flatnonzero(features.any(0))
    extent = max(rows[-1] - rows[0], columns[-1] - columns[0]) + 1
    side = round(share * max(extent, _SMALLEST * size))
    if side > _LARGEST * size:
        return closer
    left, top = ((line[0] + line[-1] + 1 - side) // 2 for line in (columns, rows))
    to_view = Affine.scale(_CLOSE_SIDE / side) @ Affine.translate(-left, -top) @ Affine.scale(size / frame.size)
    view = Frame(_CLOSE_SIDE, to_view @ frame.to_canvas)
    response = cv2.resize(eye.see(view.crop(photo), _CLOSE_SIDE).face, (side, side), interpolation=cv2.INTER_AREA)
    shown = closer[max(top, 0) : top + side, max(left, 0) : left + side]  # the part of the view on the canvas
    height, width = shown.shape
    shown[:] = response[max(-top, 0) :, max(-left, 0) :][:height, :width]
    return closer
