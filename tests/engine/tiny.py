"""A tiny encoder and small scenes, so that a run takes a fraction of a second."""

from __future__ import annotations

import cv2
import numpy as np
import torch
from numpy.typing import NDArray
from taureau.engine import Event, SketchRequest
from torch import Tensor, nn


class TinyEncoder(nn.Module):
    """Seven stages of random 3 × 3 convolutions with the real encoder's strides."""

    name = "tiny"
    size = 64

    def __init__(self) -> None:
        super().__init__()
        generator = torch.Generator().manual_seed(0)
        strides = (2, 2, 2, 2, 1, 2, 1)
        self.stages = nn.ModuleList(
            nn.Conv2d(3 if index == 0 else 8, 8, 3, stride=stride, padding=1) for index, stride in enumerate(strides)
        )
        for parameter in self.parameters():
            parameter.data = torch.randn(parameter.shape, generator=generator) * 0.3
        self.requires_grad_(False)

    @property
    def stage_count(self) -> int:
        return len(self.stages)

    @property
    def device(self) -> torch.device:
        return torch.device("cpu")

    def features(self, images: Tensor, depth: int = 7) -> list[Tensor]:
        outputs, x = [], images
        for stage in list(self.stages)[:depth]:
            x = torch.nn.functional.leaky_relu(stage(x), 0.1)
            outputs.append(x)
        return outputs

    def logits(self, last: Tensor) -> Tensor:
        return last.mean((2, 3))


def disc_photo(side: int = 96) -> NDArray[np.uint8]:
    """A dark disc with a bright square in it, on light grey."""
    image = np.full((side, side, 3), 210, dtype=np.uint8)
    cv2.circle(image, (side // 2, side // 2), side // 3, (40, 60, 120), -1, cv2.LINE_AA)
    quarter = side // 8
    image[side // 2 - quarter : side // 2 + quarter, side // 2 - quarter : side // 2 + quarter] = (250, 240, 120)
    return image


def disc_request(**changes: object) -> SketchRequest:
    photo = disc_photo()
    values = {"photo": photo, "width": 192.0, "height": 192.0, "strokes": 6, "mask": "none", **changes}
    return SketchRequest(**values)  # type: ignore[arg-type]


def kinds(events: list[Event]) -> list[str]:
    """The kinds of events in order, repeats of the same kind written once."""
    names = [type(event).__name__ for event in events]
    return [name for index, name in enumerate(names) if index == 0 or names[index - 1] != name]
