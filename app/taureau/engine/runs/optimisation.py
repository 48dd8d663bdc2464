"""What a run that optimises strokes needs: encoders, rasteriser and strategy."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from taureau.engine.errors import CannotDrawError
from taureau.engine.request import SketchRequest
from taureau.engine.runs.choose_encoder import check_encoder, choose_encoders, encoder_name
from taureau.engine.runs.clip_strategy import ClipStrategy
from taureau.engine.runs.contour_strategy import ContourStrategy
from taureau.engine.runs.device import drawing_device
from taureau.engine.runs.drawing_tools import Coverage, DrawingTools
from taureau.engine.runs.optimiser import Optimiser
from taureau.engine.runs.preset_check import wants_clip
from taureau.engine.runs.run_context import RunContext
from taureau.engine.runs.words_strategy import WordsStrategy
from taureau.engine.scene.scene import Scene
from taureau.perception import Encoder, builtin_encoder, own_eye, own_sentences
from taureau.perception.stroke_decoder import stroke_decoder
from taureau.raster import coverage as own_coverage
from taureau.raster import diffvg
from taureau.weights import OWN_CLIP


@dataclass(frozen=True, eq=False)
class Chosen:
    """The means of a run that CLIP judges."""

    device: str  # "cpu", "cuda"
    encoder: str  # the name of the one that judges
    strategy: Callable[[RunContext], ContourStrategy | ClipStrategy | WordsStrategy]


def with_clip(request: SketchRequest, encoder: Encoder | None, coverage: Coverage | None) -> Chosen:
    """Choose what CLIP draws a request with; `encoder` and `coverage` take precedence.

    Raises CannotDrawError or WeightsError where something is not on this machine.
    """
    device = drawing_device(request.device)
    rasterize = coverage or choose_rasterizer(request.rasterizer)
    if request.photo is None and (encoder.name if encoder else encoder_name(request, device)) == OWN_CLIP:
        return Chosen("cpu", OWN_CLIP, WordsStrategy)
    if request.like:
        raise CannotDrawError(
            "Only the stroke decoder draws others like a drawing.", f"Draw with {OWN_CLIP}, or leave that drawing out."
        )
    judge, saliency_encoder = (encoder, encoder) if encoder is not None else choose_encoders(request, device)
    check_encoder(request, judge)
    tools = DrawingTools(judge, rasterize)
    if not request.grows:
        return Chosen(device, judge.name, partial(ClipStrategy, tools=tools, saliency_encoder=saliency_encoder))
    optimiser = partial(Optimiser, tools=tools, perceptual_encoder=builtin_encoder(device))
    strategy = partial(ContourStrategy, eye=own_eye(), optimiser_of=optimiser, shows_saliency=True)
    return Chosen(device, judge.name, strategy)


def without_clip(context: RunContext, scene: Scene, encoder: Encoder | None, coverage: Coverage | None) -> Optimiser:
    """Return the optimiser by the built-in encoder, or by `encoder`; raises CannotDrawError, WeightsError."""
    judge = encoder or builtin_encoder(drawing_device(context.request.device))
    tools = DrawingTools(judge, coverage or choose_rasterizer(context.request.rasterizer))
    return Optimiser(context, scene, tools=tools, perceptual_encoder=judge)


def load_for(request: SketchRequest) -> None:
    """Load the networks that a request will use, which stay in memory; raises CannotDrawError, WeightsError."""
    if not wants_clip(request):
        builtin_encoder(drawing_device(request.device))
        return
    if with_clip(request, None, None).strategy is WordsStrategy:
        stroke_decoder()
        own_sentences()


def choose_rasterizer(requested: str) -> Coverage:
    """Return our own rasteriser or pydiffvg's; raises CannotDrawError when that is not installed."""
    if requested == "own":
        return own_coverage
    if not diffvg.available():
        raise CannotDrawError("pydiffvg is not installed.", "Build it (see docs/method.md), or leave out --rasterizer.")
    return diffvg.coverage
