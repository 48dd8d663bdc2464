"""The settings of image generation besides the prompt."""

from __future__ import annotations

from dataclasses import dataclass

from taureau.imagine.request import Device, Medium


@dataclass(frozen=True)
class ImagineSettings:
    """The fields of ImagineRequest of the same names."""

    medium: Medium = "pixels"
    strokes: int | None = None
    seed: int | None = 0  # None: of drawings in strokes, those that follow what was drawn of the same request
    steps: int | None = None
    guidance: float | None = None
    model: str = ""
    device: Device = "auto"
