"""What the user chose for the next drawing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from app.engine import SketchRequest
from app.engine.presets import encoders_for
from app.engine.request import BUILTIN, CLIP_PRESETS, MAX_STROKES, Device, Preset, Start
from app.photo import Photo

Mask = Literal["auto", "none"]
DEFAULT_WIDTH = 1.2  # % of the photo's longer side
WIDTH_RANGE = (0.2, 5.0)  # %
STROKES_RANGE = (1, MAX_STROKES)
MAX_SEED = 999_999

__all__ = [
    "BUILTIN",
    "CLIP_PRESETS",
    "DEFAULT_WIDTH",
    "MAX_SEED",
    "STROKES_RANGE",
    "WIDTH_RANGE",
    "Choices",
    "Device",
    "Mask",
    "Preset",
    "Start",
    "counted",
]


@dataclass(frozen=True)
class Choices:
    """The panel's values, in the panel's units."""

    strokes: int = 16
    width: float = DEFAULT_WIDTH  # % of the photo's longer side
    preset: Preset = "standard"
    mask: Mask = "auto"
    start: Start = "contours"
    seed: int = 0
    device: Device = "auto"
    encoder: str = BUILTIN  # its id in the catalogue of models; "builtin" leaves the choice to the preset

    @property
    def encoders(self) -> Sequence[str]:
        """The ids of the encoders that would do, the preferred one first."""
        if self.preset not in CLIP_PRESETS:
            return (BUILTIN,)
        return encoders_for(self.preset) if self.encoder == BUILTIN else (self.encoder,)

    def request(self, photo: Photo) -> SketchRequest:
        return SketchRequest(
            photo=photo.pixels,
            width=float(photo.width),
            height=float(photo.height),
            mask=self.mask,
            strokes=self.strokes,
            stroke_width=self.width / 100 * max(photo.width, photo.height),
            preset=self.preset,
            start=self.start,
            seed=self.seed,
            device=self.device,
            encoder=self.encoder,
            name=photo.name,
        )


def counted(strokes: int) -> str:
    """“1 stroke”, “16 strokes”."""
    return "1 stroke" if strokes == 1 else f"{strokes} strokes"
