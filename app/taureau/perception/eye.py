"""The eye: a small network that predicts the subject of a photo, the contours worth drawing, and face features.

Trained by `python -m training.eye`; see the model card beside its weights for training and accuracy. It runs in
onnxruntime: a draft then needs no torch, whose import takes longer than everything else.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from taureau.perception.onnx_session import onnx_session
from taureau.threads import DRAWING_THREADS
from taureau.weights import DamagedWeightsError
from taureau.weights.builtin import OWN_EYE, own_eye_folder

Map = NDArray[np.float32]
GRAPH_FILE, CONFIG_FILE = "eye.onnx", "config.json"
CHANNELS = ("subject", "contour", "face")
STRIDE = 2  # input px per output px
_MULTIPLE = 32  # px: input sides are multiples of this


@dataclass(frozen=True, eq=False)
class Sight:
    """Predictions for a photo [H, W, 3]: maps [H, W] in 0 … 1."""

    subject: Map  # probability that a pixel belongs to the subject
    contour: Map  # probability of a contour worth drawing; lines are about three px of 320 wide
    face: Map  # probability of a line of eyes, brows, nose or mouth


class Eye:
    """The trained network, on the processor; the same photo gives the same maps on any number of cores."""

    name = OWN_EYE

    def __init__(self, graph: bytes, *, side: int, threads: int = DRAWING_THREADS) -> None:
        """`graph` is an ONNX file as `python -m training.eye` makes it; `side` px is the longer side of its input."""
        self.side = side
        self._session = onnx_session(graph, threads=threads)

    def probabilities(self, images: Map) -> Map:
        """Images [B, 3, H, W], sRGB in 0 … 1, sides multiples of 32 -> maps of all channels [B, C, H/2, W/2]."""
        found: list[Map] = self._session.run(None, {"images": images})
        return found[0]

    def see(self, photo: NDArray[np.uint8], side: int | None = None) -> Sight:
        """Predictions for an sRGB photo [H, W, 3] of any size, viewed at `side` px (default: as trained)."""
        height, width = photo.shape[:2]
        seen = self.probabilities(fitted(photo, side or self.side))[0]
        maps = [cv2.resize(level, (width, height), interpolation=cv2.INTER_LINEAR) for level in seen]
        return Sight(*maps)


def fitted(photo: NDArray[np.uint8], side: int) -> Map:
    """A photo [H, W, 3] as [1, 3, H', W'] in 0 … 1: longer side `side` px, both sides multiples of 32."""
    height, width = photo.shape[:2]
    scale = side / max(height, width)
    size = tuple(max(_MULTIPLE, round(length * scale / _MULTIPLE) * _MULTIPLE) for length in (width, height))
    resized = cv2.resize(photo, size, interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC)
    return np.ascontiguousarray(resized.transpose(2, 0, 1)[None], dtype=np.float32) / np.float32(255)


def eye_from_folder(folder: Path) -> Eye:
    """Load the eye from a folder; raises DamagedWeightsError if files are missing or not those of its record."""
    try:
        config = json.loads((folder / CONFIG_FILE).read_text(encoding="utf-8"))
        graph, side, wanted = (folder / GRAPH_FILE).read_bytes(), int(config["side"]), config["sha256"][GRAPH_FILE]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise _damaged(folder) from error
    if hashlib.sha256(graph).hexdigest() != wanted:
        raise _damaged(folder)
    return Eye(graph, side=side)


@cache
def own_eye() -> Eye:
    """Return the bundled eye; loaded once."""
    return eye_from_folder(own_eye_folder())


def _damaged(folder: Path) -> DamagedWeightsError:
    return DamagedWeightsError(f"the eye in {folder} cannot be read: install the program again")
