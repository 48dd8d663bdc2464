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
    """The losses, views and schedule of an optimisation against an encoder. Lengths are px of the 224 px canvas."""

    layers: Mapping[str, float]  # weights of the squared feature differences, by layer
    embedding: float  # weight of 1 − cosine of the embeddings
    steps: int  # at most
    rate: float  # of Adam
    start: Literal["published", "contours", "scattered", "decoded"]
    seeds: int  # unless the request gives a number
    views: int  # random views in each step
    stroke_width: float = 3.0
    scaled: bool = True  # divide each layer's term by the variance of the photo's features
    lines: float = 0.0  # weight of the perceptual loss against the photo's line rendition
    settle: float = 0.05  # the rate decays along a cosine to this share of itself; 1: constant
    bank: int = 0  # size of the bank of views, for which the photo is encoded once; 0: new views in each step
    plain: bool = False  # each step includes the identity view
    zoom: tuple[float, float] = (0.8, 0.8)  # range of the share of the image's area in a view
    beyond: float = 1.0  # padding outside the image: 0 black, 1 white
    rounds: tuple[int, ...] = ()  # steps after which the worse half of the seeds is dropped
    bending: float = 0.0  # weight of the change of second differences
    drift: float = 0.0  # weight of the distance from the start
    crowding: float = 0.0  # weight of ink laid upon ink
    patience: int = 0  # steps without an improvement of 1 % before the run ends; 0: never
    cpu_batch: int = 2  # images in one pass of the encoder on a CPU: between passes a run can be cancelled


def _layers(**weights: float) -> Mapping[str, float]:
    return MappingProxyType(weights)


# CLIPasso (arXiv 2202.05822) as published.
CLIPASSO = Recipe(
    layers=_layers(layer2=1.0, layer3=1.0), embedding=0.1, steps=2000, rate=1.0, start="published", seeds=3,
    views=4, scaled=False, settle=1.0, plain=True, beyond=0.0,
)  # fmt: skip

# From contours, regularised toward their shape, with a bank of views and the perceptual loss beside CLIP's.
_FINE = Recipe(
    layers=_layers(layer2=1.0, layer3=1.0), embedding=1.0, steps=150, rate=0.6, start="contours", seeds=3,
    views=1, stroke_width=2.7, lines=1.0, bank=8, rounds=(16, 32), bending=0.03, drift=0.01, crowding=6.0, patience=40,
)  # fmt: skip

FINE: Mapping[str, Recipe] = MappingProxyType({
    "datacomp-vit-b-32-256": replace(_FINE, layers=_layers(block4=1.0, block8=1.0)),
    "mobileclip2-s0": replace(_FINE, layers=_layers(stage2=1.0, stage3=1.0)),
    "laion-vit-b-16": replace(_FINE, layers=_layers(block4=1.0, block8=1.0)),
    "vit-b-16": replace(_FINE, layers=_layers(block4=1.0, block8=1.0)),
    "rn101": _FINE,
    "vit-b-32": replace(_FINE, layers=_layers(block4=1.0, block8=1.0)),
    "vit-l-14": replace(_FINE, layers=_layers(block8=1.0, block16=1.0)),
})  # fmt: skip

# A prompt alone, over views as in CLIPDraw (arXiv 2106.14843), from scattered strokes and strokes on a grid.
PROMPT = Recipe(
    layers=_layers(), embedding=0.0, steps=400, rate=1.0, start="scattered", seeds=4,
    views=4, stroke_width=2.7, zoom=(0.7, 0.9), rounds=(40, 80), patience=80,
)  # fmt: skip

# The bundled decoder draws a prompt in its styles; nothing is optimised (`runs/words_strategy.py`).
OWN_PROMPT = replace(PROMPT, start="decoded", steps=0)


def recipe_for(preset: Preset, encoder: str, layers: Sequence[str], *, photo: bool) -> Recipe:
    """Return the recipe of a preset for an encoder with these layers.

    An encoder of the user's own takes the row of one with the same layers.
    """
    if not photo:
        return OWN_PROMPT if encoder == OWN_CLIP else PROMPT
    if preset == "clipasso":
        return CLIPASSO
    if encoder in FINE:
        return FINE[encoder]
    return next((row for row in FINE.values() if set(row.layers) <= set(layers)), replace(_FINE, layers=_layers()))
