"""Everything a run needs, in one frozen value; torch-free, so that the window can build it at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from app.document import Drawing, Stroke

Preset = Literal["draft", "standard"]
Start = Literal["contours", "random"]
Device = Literal["auto", "cpu", "cuda"]
Rasterizer = Literal["own", "diffvg"]
PRESETS: tuple[Preset, ...] = ("draft", "standard")
STARTS: tuple[Start, ...] = ("contours", "random")
DEVICES: tuple[Device, ...] = ("auto", "cpu", "cuda")
MASKS = ("auto", "none")
RASTERIZERS: tuple[Rasterizer, ...] = ("own", "diffvg")
MAX_STROKES = 256


@dataclass(frozen=True, eq=False)
class SketchRequest:
    """Draw this photo. Raises ValueError, with a sentence for the user, when a value is out of its range."""

    photo: NDArray[np.uint8]  # [H, W, 3], upright sRGB
    width: float  # of the document, px; the photo's full width
    height: float  # of the document, px; the photo's full height
    mask: NDArray[np.bool_] | Literal["auto", "none"] = "auto"  # [H, W], True where the subject is
    strokes: int = 16  # 1 … 256; at most so many where `detail` is given; new ones where `drawing` is, 0 … 256
    detail: float | None = None  # 0 (a hint) … 1 (everything): the number is found; None: it is `strokes`
    drawing: Drawing | None = None  # to go on with, in the document's coordinates
    frozen: frozenset[int] = frozenset()  # strokes of `drawing` that may not move, by their place in drawing order
    refused: tuple[Stroke, ...] = ()  # strokes that the user took away: nothing like them is drawn again
    stroke_width: float | None = None  # document px; None: 1.2 % of the document's longer side
    preset: Preset = "standard"
    start: Start = "contours"
    seed: int = 0
    device: Device = "auto"
    rasterizer: Rasterizer = "own"
    name: str = ""  # of the photo, for the drawing's facts

    def __post_init__(self) -> None:
        if self.photo.ndim != 3 or self.photo.shape[2] != 3 or self.photo.dtype != np.uint8:
            raise ValueError(f"the photo must be uint8 [H, W, 3], not {self.photo.dtype} {list(self.photo.shape)}")
        fewest = 1 if self.drawing is None else 0
        if not fewest <= self.strokes <= MAX_STROKES:
            raise ValueError(f"strokes must be from {fewest} to {MAX_STROKES}, not {self.strokes}")
        if self.detail is not None and not 0 <= self.detail <= 1:
            raise ValueError(f"detail must be from 0 (a hint) to 1 (everything), not {self.detail:g}")
        if self.drawing is not None and (self.drawing.width, self.drawing.height) != (self.width, self.height):
            raise ValueError("the drawing to go on with must have the photo's size")
        if self.stroke_width is not None and not 0 < self.stroke_width <= max(self.width, self.height):
            raise ValueError("the stroke width must be more than 0 and no more than the photo's longer side")
        if not isinstance(self.mask, str) and self.mask.shape != self.photo.shape[:2]:
            raise ValueError("the mask must have the photo's size")
        if self.seed < 0:
            raise ValueError(f"the seed must be 0 or more, not {self.seed}")
        known: dict[str, tuple[str, ...]] = {
            "preset": PRESETS,
            "start": STARTS,
            "device": DEVICES,
            "mask": MASKS,
            "rasterizer": RASTERIZERS,
        }
        for name, choices in known.items():
            value = getattr(self, name)
            if isinstance(value, str) and value not in choices:
                raise ValueError(f"unknown {name} {value!r}; choose one of {', '.join(choices)}")

    @property
    def pen_width(self) -> float:
        """The stroke width in document px."""
        return self.stroke_width if self.stroke_width is not None else 0.012 * max(self.width, self.height)


@dataclass(frozen=True, eq=False)
class WeighRequest:
    """Say what each stroke of a drawing is worth: how much worse the drawing is without it."""

    photo: NDArray[np.uint8]  # [H, W, 3], upright sRGB
    drawing: Drawing  # of the photo's proportions
    mask: NDArray[np.bool_] | Literal["auto", "none"] = "auto"  # [H, W], True where the subject is
    device: Device = "auto"
