"""Requests: everything a run needs in one frozen value; torch-free."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from taureau.document import PENS, Drawing, Stroke
from taureau.engine.masks import MASKS, mask_models
from taureau.engine.presets import DEFAULT_PRESET, MODES, PRESETS, Mode, Preset

Mask = NDArray[np.bool_] | str
Start = Literal["contours", "random"]
Device = Literal["auto", "cpu", "cuda"]
Rasterizer = Literal["own", "diffvg"]
STARTS: tuple[Start, ...] = ("contours", "random")
DEVICES: tuple[Device, ...] = ("auto", "cpu", "cuda")
RASTERIZERS: tuple[Rasterizer, ...] = ("own", "diffvg")
DEFAULT_PEN = 0.006  # of the side of the square frame around the subject …
THINNEST_PEN, WIDEST_PEN = 0.0045, 0.006  # … but within these shares of `pen_side`
MAX_STROKES = 256
USUAL_STROKES = 16  # where no number is given
MAX_SEEDS = 16
MAX_PROMPT_WEIGHT = 10.0
PROMPT_SHEET = 512  # px, the side of a drawing without a photo
BUILTIN = "builtin"


@dataclass(frozen=True, eq=False)
class SketchRequest:
    """Draw this photo, or this prompt, or the photo pulled toward the prompt.

    Raises ValueError, with a sentence for the user, when a value is out of its range.
    """

    photo: NDArray[np.uint8] | None  # [H, W, 3], upright sRGB; None: the prompt alone is drawn
    width: float  # of the document, px; the photo's full width, if there is one
    height: float  # of the document, px; the photo's full height
    mask: Mask = "auto"  # "auto", "none", the id of a mask model, or [H, W], True where the subject is
    alpha: NDArray[np.uint8] | None = None  # [H, W], opacity of the photo's file, 0 … 255; then the "auto" mask
    mode: Mode = "auto"  # whether the photo is line art, whose lines are followed along their middle
    strokes: int = (
        USUAL_STROKES  # 1 … 256; the maximum where `detail` is given; new strokes, 0 … 256, where `drawing` is
    )
    detail: float | None = None  # 0 (a hint) … 1 (everything): decides the number; None: it is `strokes`
    drawing: Drawing | None = None  # to continue from, in document coordinates
    frozen: frozenset[int] = frozenset()  # indices of strokes of `drawing` that must not move, in drawing order
    refused: tuple[Stroke, ...] = ()  # strokes that the user deleted: similar ones are not drawn again
    stroke_width: float | None = None  # document px; None: `default_width`, times that of the pen
    pen: str | None = None  # one of PENS, with which new strokes are drawn; None: plain ink of constant width
    preset: Preset = DEFAULT_PRESET
    start: Start = "contours"
    seed: int = 0
    device: Device = "auto"
    rasterizer: Rasterizer = "own"
    encoder: str = BUILTIN  # id in the model catalogue; "builtin": the preset chooses
    prompt: str = ""  # a sentence, drawn alone or beside the photo
    prompt_weight: float = 1.0  # 0 … 10: weight of the prompt in the drawing of a photo
    seeds: int | None = None  # 1 … 16, of which the best is kept; None: the preset chooses
    like: tuple[int, ...] = ()  # the seed of a prompt's drawing: draw others like it; further seeds are among those
    force: bool = False  # draw a prompt although the stroke decoder has learnt nothing like it
    name: str = ""  # of the photo, for the drawing's facts

    def __post_init__(self) -> None:
        photo = self.photo
        object.__setattr__(self, "prompt", self.prompt.strip())  # ignores surrounding whitespace
        if photo is None and not self.prompt:
            raise ValueError("there is nothing to draw: give a photo or a prompt")
        if photo is not None and (photo.ndim != 3 or photo.shape[2] != 3 or photo.dtype != np.uint8):
            raise ValueError(f"the photo must be uint8 [H, W, 3], not {photo.dtype} {list(photo.shape)}")
        fewest = 1 if self.drawing is None else 0
        if not fewest <= self.strokes <= MAX_STROKES:
            raise ValueError(f"strokes must be from {fewest} to {MAX_STROKES}, not {self.strokes}")
        if self.detail is not None and not 0 <= self.detail <= 1:
            raise ValueError(f"detail must be from 0 (a hint) to 1 (everything), not {self.detail:g}")
        if self.drawing is not None and (self.drawing.width, self.drawing.height) != (self.width, self.height):
            raise ValueError("the drawing to go on with must have the photo's size")
        if self.stroke_width is not None and not 0 < self.stroke_width <= max(self.width, self.height):
            raise ValueError("the stroke width must be more than 0 and no more than the photo's longer side")
        if photo is None and not (isinstance(self.mask, str) and self.mask in MASKS):
            raise ValueError("a mask needs a photo: give the photo too, or leave the mask out")
        if isinstance(self.mask, str):
            check_mask(self.mask)
        elif photo is not None and self.mask.shape != photo.shape[:2]:
            raise ValueError("the mask must have the photo's size")
        if photo is None and self.mode != "auto":
            raise ValueError("a mode needs a photo: give the photo too, or leave the mode out")
        if self.seed < 0:
            raise ValueError(f"the seed must be 0 or more, not {self.seed}")
        if any(seed < 0 for seed in self.like):
            raise ValueError("the seeds of the drawing that others are to be like must be 0 or more")
        if self.like and photo is not None:
            raise ValueError("drawings like another are for a prompt alone: leave the photo out")
        if self.seeds is not None and not 1 <= self.seeds <= MAX_SEEDS:
            raise ValueError(f"seeds must be from 1 to {MAX_SEEDS}, not {self.seeds}")
        if not 0 <= self.prompt_weight <= MAX_PROMPT_WEIGHT:
            raise ValueError(f"the prompt's weight must be from 0 to {MAX_PROMPT_WEIGHT:g}, not {self.prompt_weight:g}")
        known: dict[str, tuple[str, ...]] = {
            "preset": tuple(PRESETS),
            "start": STARTS,
            "device": DEVICES,
            "mode": MODES,
            "rasterizer": RASTERIZERS,
            "pen": tuple(PENS),
        }
        for name, choices in known.items():
            value = getattr(self, name)
            if isinstance(value, str) and value not in choices:
                raise ValueError(f"unknown {name} {value!r}; choose one of {', '.join(choices)}")

        if self.grows and not PRESETS[self.preset].grows:
            raise ValueError(
                "the preset clipasso draws a given number of strokes at once, as published: choose fine or standard to "
                "find the number or to go on with a drawing"
            )
        if self.photo is None and self.grows:
            raise ValueError("a prompt alone is drawn anew with a given number of strokes: name the number")

    @property
    def grows(self) -> bool:
        """Whether strokes are added one by one: their number is not given, or the run continues from a drawing."""
        return self.detail is not None or self.drawing is not None

    def pen_width(self, frame_side: float) -> float:
        """The stroke width in document px; `frame_side`: that of the square around the subject, document px."""
        if self.stroke_width is not None:
            return self.stroke_width
        times = 1.0 if self.pen is None else PENS[self.pen].width
        return times * default_width(self.width, self.height, frame_side)


def default_width(width: float, height: float, frame_side: float) -> float:
    """Return the width of plain ink, px: 0.6 % of the side of the frame around the subject.

    It is at least 0.45 % of `pen_side`, so that lines around a small subject can be seen, and at most 0.6 %.
    """
    side = pen_side(width, height)
    return min(max(DEFAULT_PEN * frame_side, THINNEST_PEN * side), WIDEST_PEN * side)


def check_mask(name: str) -> None:
    """Raise ValueError where this is the name of no mask."""
    if name not in MASKS and name not in (models := mask_models()):
        raise ValueError(f"unknown mask {name!r}; choose one of {', '.join((*MASKS, *models))}")


def pen_side(width: float, height: float) -> float:
    """Return the length that the default pen width is relative to, px: the longer side, up to an aspect ratio of 3:1.

    Beyond that it grows with the root of the area, so that strokes neither fill a long strip nor fade on it.
    """
    return min(max(width, height), math.sqrt(3 * width * height))


@dataclass(frozen=True, eq=False)
class MaskRequest:
    """Find the subject mask of a photo before anything is drawn."""

    photo: NDArray[np.uint8]  # [H, W, 3], upright sRGB
    alpha: NDArray[np.uint8] | None = None  # [H, W], as in SketchRequest
    mask: str = "auto"  # or the id of a mask model


@dataclass(frozen=True, eq=False)
class RegionsRequest:
    """Find the regions of a photo that clicks add to a mask."""

    photo: NDArray[np.uint8]  # [H, W, 3], upright sRGB


@dataclass(frozen=True, eq=False)
class StrokeCostRequest:
    """Compute the cost of removing each stroke of a drawing."""

    photo: NDArray[np.uint8]  # [H, W, 3], upright sRGB
    drawing: Drawing  # of the photo's proportions
    mask: Mask = "auto"  # as in SketchRequest
    device: Device = "auto"
    alpha: NDArray[np.uint8] | None = None  # [H, W], as in SketchRequest
    mode: Mode = "auto"  # as in SketchRequest


@dataclass(frozen=True, eq=False)
class ThingRequest:
    """Draw one thing of a drawing differently that a sentence of several things made."""

    drawing: Drawing
    layer: int  # index of the thing's layer
    turn: int = 1  # how far down the decoder's order, from the style in which it is drawn


@dataclass(frozen=True, eq=False)
class OneLineRequest:
    """Join the lines of a drawing into as few as are asked for, as `taureau.document.one_line` does."""

    drawing: Drawing
    flow: float
    pen_downs: int = 1
    source: SketchRequest | None = None  # whose photo shows what bridges may follow
    contours: tuple[NDArray[np.float64], ...] | None = None  # [K, 2] each, px, where they are known already
