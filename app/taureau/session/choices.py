"""The choices for the next drawing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from taureau.document import Drawing, Stroke
from taureau.engine import SketchRequest
from taureau.engine.coloring.limits import MAX_AREAS, MAX_PENS
from taureau.engine.encoders import default_preset, encoders_for, first_present
from taureau.engine.presets import CLIP_PRESETS, DEFAULT_PRESET, PRESETS, Mode, Preset
from taureau.engine.recipes import recipe_for
from taureau.engine.request import BUILTIN, MAX_PROMPT_WEIGHT, MAX_STROKES, PROMPT_SHEET, Device, Start, pen_side
from taureau.engine.tone.limits import DEFAULT_LEVELS, MAX_LEVELS, Tone
from taureau.photo import Photo
from taureau.session.language import tr
from taureau.weights import OWN_CLIP, CatalogueError

Mask = Literal["auto", "brush", "none"]
DEFAULT_WIDTH = 0.6  # % of the photo's longer side; less around a small subject
WIDTH_RANGE = (0.2, 5.0)  # %
STROKES_RANGE = (1, MAX_STROKES)
DEFAULT_STROKES = 16  # where a number is asked for
DEFAULT_DETAIL = 0.5
DEFAULT_LIMIT = 64
DEFAULT_PULL = 1.0
MAX_SEED = 999_999
MAX_TRIES = 8

__all__ = [
    "BUILTIN",
    "CLIP_PRESETS",
    "DEFAULT_DETAIL",
    "DEFAULT_LEVELS",
    "DEFAULT_LIMIT",
    "DEFAULT_PULL",
    "DEFAULT_STROKES",
    "DEFAULT_WIDTH",
    "MAX_AREAS",
    "MAX_LEVELS",
    "MAX_PENS",
    "MAX_PROMPT_WEIGHT",
    "MAX_SEED",
    "MAX_TRIES",
    "OWN_CLIP",
    "PRESETS",
    "PROMPT_SHEET",
    "STROKES_RANGE",
    "WIDTH_RANGE",
    "Choices",
    "Device",
    "Mask",
    "Mode",
    "Preset",
    "Start",
    "Tone",
    "counted",
]


@dataclass(frozen=True)
class Choices:
    """The values of the draw panel, in its units."""

    strokes: int | None = None  # None: as many as it takes
    detail: float = DEFAULT_DETAIL  # 0 (a hint) … 1 (everything), where the number is to be found
    limit: int = DEFAULT_LIMIT  # of strokes, if their number is not given
    width: float = DEFAULT_WIDTH  # % of the photo's longer side; the default follows the size of the subject
    pen: str | None = None  # one of PENS, with which new strokes are drawn
    preset: Preset = DEFAULT_PRESET
    mask: Mask = "auto"
    mask_model: str = ""  # the id of the one that finds the subject of the mask "auto"; empty: Taureau's own network
    painted: NDArray[np.bool_] | None = field(default=None, compare=False)  # [H, W] of the photo, for the brush
    mode: Mode = "auto"  # whether the photo is line art
    start: Start = "contours"
    seed: int = 0
    device: Device = "auto"
    encoder: str = BUILTIN  # its id in the catalogue of models; "builtin" leaves the choice to the preset
    seeds: int | None = None  # drawings that CLIP's presets try; None: as many as the preset says
    words: str = ""  # to draw, or to pull the drawing of the photo toward
    pull: float = DEFAULT_PULL  # 0 … 10: how strongly
    like: tuple[int, ...] = ()  # as in SketchRequest
    force: bool = False  # draw words although nothing like them was learnt

    @property
    def grows(self) -> bool:
        """Whether strokes are added one by one, also to a drawing; the preset clipasso draws all at once."""
        return PRESETS[self.preset].grows

    @property
    def reads(self) -> bool:
        """Whether the preset draws words; others draw the photo alone."""
        return self.preset in CLIP_PRESETS

    def encoders(self, *, alone: bool = False) -> Sequence[str]:
        """Return the ids of suitable encoders, the preferred one first; `alone`: for words without a photo."""
        if self.preset not in CLIP_PRESETS:
            return (BUILTIN,)
        return encoders_for(self.preset, alone=alone) if self.encoder == BUILTIN else (self.encoder,)

    def tries(self, *, alone: bool) -> int:
        """Return the number of seeds tried; `alone`: for words without a photo."""
        if self.preset not in CLIP_PRESETS:
            return 1
        if self.seeds is not None:
            return self.seeds
        try:
            encoder = first_present(self.encoders(alone=alone)) or self.encoder
        except CatalogueError:  # reported where the catalogue is listed
            encoder = self.encoder
        return recipe_for(self.preset, encoder, (), photo=not alone).seeds

    @property
    def shared(self) -> Choices:
        """The same for other pictures, without what is meant for the one that lies open."""
        return replace(
            self, words="", like=(), force=False, pull=DEFAULT_PULL, mask="auto", mask_model="", painted=None
        )

    @property
    def photo_alone(self) -> Choices:
        """The same without words, and without an encoder that is not here."""
        if not self.reads or first_present(self.encoders()) is not None:
            return replace(self, words="")
        return replace(self, words="", preset=default_preset(), encoder=BUILTIN)

    @property
    def usual_strokes(self) -> int:
        """The number of strokes that the words take where no photo and no number is given: more for several things."""
        if len(self.words.split()) < 2:
            return DEFAULT_STROKES
        from taureau.engine.prompts import with_usual_strokes  # an empty window does without the words' grammar

        try:
            return with_usual_strokes(replace(self, strokes=DEFAULT_STROKES).request(None)).strokes
        except CatalogueError:  # reported where the catalogue is listed
            return DEFAULT_STROKES

    @property
    def subject(self) -> NDArray[np.bool_] | str:
        """The mask in the form of SketchRequest."""
        if self.mask == "brush" and self.painted is not None:
            return self.painted
        return "none" if self.mask == "none" else self.mask_model or "auto"

    def pen_side(self, width: float, height: float) -> float:
        """Return the length that `width` is a percentage of, px, on a sheet of this size."""
        return pen_side(width, height) if self.width == DEFAULT_WIDTH else max(width, height)

    def request(
        self,
        photo: Photo | None,  # None: the words alone are drawn
        *,
        size: tuple[float, float] | None = None,  # of the sheet, px; the photo's own by default
        drawing: Drawing | None = None,  # to continue, of the sheet's size
        frozen: frozenset[int] = frozenset(),
        refused: tuple[Stroke, ...] = (),
    ) -> SketchRequest:
        own = (PROMPT_SHEET, PROMPT_SHEET) if photo is None else (photo.width, photo.height)
        width, height = size or (float(own[0]), float(own[1]))
        return SketchRequest(
            photo=None if photo is None else photo.pixels,
            width=width,
            height=height,
            drawing=drawing,
            frozen=frozen,
            refused=refused,
            mask="auto" if photo is None else self.subject,
            alpha=None if photo is None else photo.alpha,
            mode="auto" if photo is None else self.mode,
            strokes=self.limit if self.strokes is None else self.strokes,
            detail=self.detail if self.strokes is None else None,
            stroke_width=None if self.width == DEFAULT_WIDTH else self.width * (max(width, height) / 100),
            pen=self.pen,
            preset=self.preset,
            start=self.start,
            seed=self.seed,
            device=self.device,
            encoder=self.encoder,
            prompt=self.words,
            seeds=self.seeds,
            prompt_weight=self.pull,
            like=() if photo is not None else self.like,
            force=self.force,
            name="" if photo is None else photo.name,
        )


def counted(strokes: int, *, more: bool = False) -> str:
    """Return “1 stroke” or “16 strokes”; with `more`, “4 more strokes”."""
    if more:
        return tr("%n more stroke(s)", "", strokes)
    return tr("%n stroke(s)", "", strokes)
