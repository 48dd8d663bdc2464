"""The settings of image generation besides the prompt."""

from __future__ import annotations

from dataclasses import dataclass

from taureau.imagine.request import Device


@dataclass(frozen=True)
class ImagineSettings:
    """The fields of ImagineRequest of the same names."""

    seed: int = 0
    steps: int | None = None
    guidance: float | None = None
    model: str = ""
    device: Device = "auto"
