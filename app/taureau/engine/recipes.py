"""The recipes by which CLIP draws, in one table; torch-free, so that the window can read it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Literal

from taureau.engine.presets import Preset
from taureau.weights import OWN_CLIP


@dataclass(frozen=True)
class Recipe:
    """How strokes are moved toward what an encoder sees. Lengths are px of the 224 px canvas."""

    layers: Mapping[str, float]  # whose squared difference from the photo's counts, and how much
    embedding: float  # how much 1 − cosine of the embeddings counts
    steps: int  # at most
    rate: float  # of Adam
    start: Literal["published", "contours", "scattered", "worded"]
    seeds: int  # drawings that are tried, unless the request says how many
    views: int  # random views in each step
    stroke_width: float = 3.0
    scaled: bool = True  # each layer's difference is divided by the variance of the photo's features
    lines: float = 0.0  # weight of the built-in encoder's distance from the photo's line rendition
    settle: float = 0.05  # the rate falls along a cosine to this share of itself; 1: it stays
    bank: int = 0  # views made once, the photo encoded once for each; 0: new ones in each step
    plain: bool = False  # each step looks at the unchanged picture too
    zoom: tuple[float, float] = (0.8, 0.8)  # share of the picture's area that a view shows
    beyond: float = 1.0  # what lies beyond the picture in a view: 0 black, 1 white
    rounds: tuple[int, ...] = ()  # steps after which the worse half of the drawings is given up
    bending: float = 0.0  # weight of the change of second differences
    drift: float = 0.0  # weight of the distance from the start
    crowding: float = 0.0  # weight of ink laid upon ink
    patience: int = 0  # steps without a gain of 1 % after which the run ends; 0: never
    forms: tuple[str, ...] = ("{}",)  # how the sentence is read: the mean of these
    names: float = 0.0  # weight of telling the sentence from the names that the encoder knows
    judged: int = 0  # random views, always the same, by which drawings are compared beside the plain one
    tries: int = 1  # drawings of each seed at most, of which the best is begun with
    smooth: float = 0.0  # weight of second differences: strokes tend to plain arcs
    inside: float = 0.0  # weight of what lies beyond the margin
    cpu_batch: int = 2  # images in one pass of the encoder on a CPU: between passes a run can be cancelled


def _layers(**weights: float) -> Mapping[str, float]:
    return MappingProxyType(weights)


# CLIPasso (arXiv 2202.05822) as published.
CLIPASSO = Recipe(
    layers=_layers(layer2=1.0, layer3=1.0), embedding=0.1, steps=2000, rate=1.0, start="published", seeds=3,
    views=4, scaled=False, settle=1.0, plain=True, beyond=0.0,
)  # fmt: skip

# From contours, held to their shape, with a bank of views and the lines' own loss beside CLIP's.
_FINE = Recipe(
    layers=_layers(layer2=1.0, layer3=1.0), embedding=1.0, steps=150, rate=0.6, start="contours", seeds=3,
    views=1, stroke_width=2.7, lines=1.0, bank=8, rounds=(16, 32), bending=0.03, drift=0.01, crowding=6.0, patience=40,
)  # fmt: skip

FINE: Mapping[str, Recipe] = MappingProxyType({
    "mobileclip2-s0": replace(_FINE, layers=_layers(stage2=1.0, stage3=1.0)),
    "laion-vit-b-16": replace(_FINE, layers=_layers(block4=1.0, block8=1.0)),
    "vit-b-16": replace(_FINE, layers=_layers(block4=1.0, block8=1.0)),
    "rn101": _FINE,
    "vit-b-32": replace(_FINE, layers=_layers(block4=1.0, block8=1.0)),
    "vit-l-14": replace(_FINE, layers=_layers(block8=1.0, block16=1.0)),
})  # fmt: skip

# A sentence alone, by views as in CLIPDraw (arXiv 2106.14843), from strokes anywhere and on a grid.
PROMPT = Recipe(
    layers=_layers(), embedding=0.0, steps=400, rate=1.0, start="scattered", seeds=4,
    views=4, stroke_width=2.7, zoom=(0.7, 0.9), rounds=(40, 80), patience=80,
)  # fmt: skip

# The same for the CLIP that ships, which is small and quick, and easily pleased by scribbles: it chooses among drawings
# that a decoder makes of the words by heart, and betters what is held to its shape and told from a thousand things.
OWN_PROMPT = replace(
    PROMPT, start="worded", steps=30, rate=0.3, rounds=(8, 16), patience=0, plain=True, zoom=(0.75, 1.0),
    forms=("{}", "a sketch of {}", "a line drawing of {}", "a picture of {}"), names=0.2, judged=5, tries=22,
    bending=0.03, drift=0.01, smooth=1e-4, inside=0.01, cpu_batch=20,
)  # fmt: skip


def recipe_for(preset: Preset, encoder: str, layers: Sequence[str], *, photo: bool) -> Recipe:
    """What a preset does with an encoder that has these layers.

    An encoder of the user's own takes the row of one that is built alike.
    """
    if not photo:
        return OWN_PROMPT if encoder == OWN_CLIP else PROMPT
    if preset == "clipasso":
        return CLIPASSO
    if encoder in FINE:
        return FINE[encoder]
    return next((row for row in FINE.values() if set(row.layers) <= set(layers)), replace(_FINE, layers=_layers()))
