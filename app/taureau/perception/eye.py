"""The eye: a small network that predicts the subject of a photo, the contours worth drawing, and face features.

Trained by `python -m training.eye`; see the model card beside its weights for training and accuracy.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import cv2
import numpy as np
import torch
from numpy.typing import NDArray
from safetensors import SafetensorError
from torch import Tensor, nn
from torch.nn import functional

from taureau.weights import DamagedWeightsError

Map = NDArray[np.float32]
EYE_FILE, CONFIG_FILE = "eye.safetensors", "config.json"
CHANNELS = ("subject", "contour", "face")
STRIDE = 2  # input px per output px
_MULTIPLE = 32  # px: input sides are multiples of this
_STAGES = (  # EfficientNet-Lite0's: kernel, stride, expansion, channels, blocks
    (3, 1, 1, 16, 1), (3, 2, 6, 24, 2), (5, 2, 6, 40, 2), (3, 2, 6, 80, 3), (5, 1, 6, 112, 3), (5, 2, 6, 192, 4),
)  # fmt: skip
_SKIPS = (0, 1, 2, 4)  # stages connected to the decoder, at strides 2, 4, 8 and 16
_UNREADABLE = (OSError, ValueError, KeyError, TypeError, RuntimeError, SafetensorError)


@dataclass(frozen=True, eq=False)
class Sight:
    """Predictions for a photo [H, W, 3]: maps [H, W] in 0 … 1."""

    subject: Map  # probability that a pixel belongs to the subject
    contour: Map  # probability of a contour worth drawing; lines are about three px of 320 wide
    face: Map  # probability of a line of eyes, brows, nose or mouth


class Convolution(nn.Sequential):
    """A convolution with TensorFlow's "same" padding, optional batch normalisation, and an activation."""

    def __init__(
        self,
        inputs: int,
        outputs: int,
        kernel: int = 1,
        *,
        stride: int = 1,
        groups: int = 1,
        norm: bool,
        act: nn.Module,
    ) -> None:
        odd = (kernel - stride) % 2  # the odd pixel of padding is right and below
        pad = (kernel - stride) // 2
        super().__init__(
            nn.ZeroPad2d((pad, pad + odd, pad, pad + odd)) if stride > 1 else nn.Identity(),
            nn.Conv2d(inputs, outputs, kernel, stride, 0 if stride > 1 else kernel // 2, groups=groups, bias=not norm),
            nn.BatchNorm2d(outputs) if norm else nn.Identity(),
            act,
        )

    @property
    def convolution(self) -> nn.Conv2d:
        return self[1]  # type: ignore[return-value]


class _Block(nn.Module):
    """Inverted residual block (Sandler et al., arXiv 1801.04381)."""

    def __init__(self, inputs: int, outputs: int, kernel: int, stride: int, expansion: int) -> None:
        super().__init__()
        wide = inputs * expansion
        layers = [] if expansion == 1 else [Convolution(inputs, wide, norm=False, act=nn.ReLU6(inplace=True))]
        layers.append(
            Convolution(wide, wide, kernel, stride=stride, groups=wide, norm=False, act=nn.ReLU6(inplace=True))
        )
        layers.append(Convolution(wide, outputs, norm=False, act=nn.Identity()))
        self.layers = nn.Sequential(*layers)
        self.adds = stride == 1 and inputs == outputs

    def forward(self, x: Tensor) -> Tensor:
        out: Tensor = self.layers(x)
        return x + out if self.adds else out


class Trunk(nn.Module):
    """EfficientNet-Lite0 (Tan & Le, arXiv 1905.11946, the Lite variant) up to stride 32, without its last stage.

    Normalisation is folded into the convolutions.
    """

    def __init__(self) -> None:
        super().__init__()
        self.stem = Convolution(3, 32, 3, stride=2, norm=False, act=nn.ReLU6(inplace=True))
        stages, inputs = [], 32
        for kernel, stride, expansion, outputs, blocks in _STAGES:
            stage: list[nn.Module] = []
            for index in range(blocks):
                stage.append(_Block(inputs, outputs, kernel, stride if index == 0 else 1, expansion))
                inputs = outputs
            stages.append(nn.Sequential(*stage))
        self.stages = nn.ModuleList(stages)

    def forward(self, images: Tensor) -> list[Tensor]:
        """The outputs of all stages for images [B, 3, H, W] normalised to (byte − 127) / 128."""
        x, outputs = self.stem(images), []
        for stage in self.stages:
            x = stage(x)
            outputs.append(x)
        return outputs


class Decoder(nn.Module):
    """Upsampling path to stride 2 with skip connections (U-Net, arXiv 1505.04597)."""

    def __init__(self, *, norm: bool, channels: int = len(CHANNELS)) -> None:
        super().__init__()
        self.norm = norm
        deepest = _STAGES[-1][3]
        self.deep, self.whole = self._layer(deepest, 96), nn.Conv2d(deepest, 96, 1)
        self.laterals = nn.ModuleList(
            self._layer(_STAGES[stage][3], width) for stage, width in zip(_SKIPS, (16, 24, 32, 48), strict=True)
        )
        self.ups = nn.ModuleList(
            [
                nn.Sequential(self._layer(16 + 32 + 12, 32), self._separable(32, 32), self._separable(32, 24)),
                self._separable(24 + 48, 32),
                self._separable(32 + 64, 48),
                self._separable(48 + 96, 64),
            ]
        )
        self.heads = nn.Conv2d(24, channels, 1)

    def forward(self, images: Tensor, stages: Sequence[Tensor]) -> Tensor:
        """Logits [B, C, H/2, W/2] from the trunk's stages and the images themselves [B, 3, H, W]."""
        deepest = stages[-1]
        x = self.deep(deepest) + self.whole(deepest.mean((2, 3), keepdim=True))
        for step in reversed(range(len(_SKIPS))):
            fine = self.laterals[step](stages[_SKIPS[step]])
            x = functional.interpolate(x, size=fine.shape[2:], mode="bilinear", align_corners=False)
            parts = [fine, x] if step else [fine, x, functional.pixel_unshuffle(images, STRIDE)]
            x = self.ups[step](torch.cat(parts, dim=1))
        logits: Tensor = self.heads(x)
        return logits

    def _layer(self, inputs: int, outputs: int, kernel: int = 1, groups: int = 1) -> Convolution:
        return Convolution(inputs, outputs, kernel, groups=groups, norm=self.norm, act=nn.ReLU(inplace=True))

    def _separable(self, inputs: int, outputs: int) -> nn.Sequential:
        return nn.Sequential(self._layer(inputs, inputs, 3, groups=inputs), self._layer(inputs, outputs))


class Eye(nn.Module):
    """Trunk and decoder. Trained with batch normalisation in the decoder, exported without."""

    def __init__(self, *, norm: bool = False, side: int = 320) -> None:
        super().__init__()
        self.side = side  # px, longer side of the input
        self.trunk, self.decoder = Trunk(), Decoder(norm=norm)

    def forward(self, images: Tensor) -> Tensor:
        """Images [B, 3, H, W], sRGB in 0 … 1, sides multiples of 32 -> logits [B, C, H/2, W/2]."""
        normal = images * (255 / 128) - 127 / 128
        logits: Tensor = self.decoder(normal, self.trunk(normal))
        return logits

    @torch.no_grad()
    def see(self, photo: NDArray[np.uint8], side: int | None = None) -> Sight:
        """Predictions for an sRGB photo [H, W, 3] of any size, viewed at `side` px (default: as trained)."""
        height, width = photo.shape[:2]
        seen = (
            self(fitted(photo, side or self.side).to(next(self.parameters()).device)).sigmoid()[0].float().cpu().numpy()
        )
        maps = [cv2.resize(level, (width, height), interpolation=cv2.INTER_LINEAR) for level in seen]
        return Sight(*maps)


def fitted(photo: NDArray[np.uint8], side: int) -> Tensor:
    """A photo [H, W, 3] as [1, 3, H', W'] in 0 … 1: longer side `side` px, both sides multiples of 32."""
    height, width = photo.shape[:2]
    scale = side / max(height, width)
    size = tuple(max(_MULTIPLE, round(length * scale / _MULTIPLE) * _MULTIPLE) for length in (width, height))
    resized = cv2.resize(photo, size, interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC)
    images = torch.from_numpy(resized).permute(2, 0, 1)[None].float().div(255)
    return images.contiguous(memory_format=torch.channels_last)


def eye_from_folder(folder: Path, device: str = "cpu") -> Eye:
    """Load the eye from a folder; raises DamagedWeightsError if files are missing or invalid."""
    from safetensors.torch import load_file

    try:
        config = json.loads((folder / CONFIG_FILE).read_text(encoding="utf-8"))
        eye = Eye(side=int(config["side"]))
        eye.load_state_dict({key: value.float() for key, value in load_file(folder / EYE_FILE).items()})
    except _UNREADABLE as error:
        raise DamagedWeightsError(f"the eye in {folder} cannot be read: install the program again") from error
    return eye.eval().requires_grad_(False).to(device).to(memory_format=torch.channels_last)


def own_eye(device: str = "cpu") -> Eye:
    """Return the bundled eye; loaded once per device."""
    return _loaded(device)


@cache
def _loaded(device: str) -> Eye:
    from taureau.weights.builtin import own_eye_folder

    return eye_from_folder(own_eye_folder(), device)
