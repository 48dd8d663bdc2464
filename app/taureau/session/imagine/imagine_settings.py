"""How pictures are imagined, beside what they show."""

from __future__ import annotations

from dataclasses import dataclass

from taureau.imagine.request import Device


@dataclass(frozen=True)
class ImagineSettings:
    """What ImagineRequest says of each of these."""

    seed: int = 0
    steps: int | None = None
    guidance: float | None = None
    model: str = ""
    device: Device = "auto"
