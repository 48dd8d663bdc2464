"""What a run with CLIP starts from: the photo as CLIP will see it, and the first strokes of each seed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

import cv2
import numpy as np
import torch
from numpy.typing import NDArray

from taureau.engine.losses.perceptual import PerceptualLoss
from taureau.engine.recipes import Recipe
from taureau.engine.request import SketchRequest
from taureau.engine.runs.drawing_tools import DrawingTools
from taureau.engine.runs.run_context import RunContext
from taureau.engine.scene.encoder_view import EncoderView, encoder_view
from taureau.engine.scene.frame import MARGIN, Frame, central_square
from taureau.engine.scene.scene import CANVAS, Scene, build_scene
from taureau.engine.scene.subject import NO_SUBJECT, subject_of
from taureau.engine.search.swap import exchange
from taureau.engine.starts.contours import Candidates
from taureau.engine.starts.scatter import grid_start, published_start, scattered_start
from taureau.engine.starts.start import POOL, contour_candidates, contour_start, in_order, xdog
from taureau.geometry import Affine
from taureau.perception import Encoder, builtin_encoder, own_eye

_BLOTCH = 24.0  # canvas px, the size of regions whose contours another seed weighs more or less
_CONTRAST = 0.7  # how much more or less, as a standard deviation of the logarithm

Points = NDArray[np.float64]  # [N, 4, 2], canvas px


@dataclass(frozen=True, eq=False)
class FirstStrokes:
    """The start of every seed."""

    view: EncoderView | None  # None without a photo
    drawings: list[Points]  # one for each seed, with the same number of strokes; 0 where there is no contour
    to_document: Affine  # from canvas px
    lines: PerceptualLoss | None  # against the photo's line rendition, where the recipe weighs it
    notice: str = ""

    @property
    def image(self) -> torch.Tensor | None:
        """The photo as the encoder sees it, [1, 3, S, S] sRGB in 0 … 1."""
        return None if self.view is None else self.view.image


def photo_start(
    context: RunContext,
    tools: DrawingTools,
    recipe: Recipe,
    saliency_encoder: Encoder,
) -> FirstStrokes:
    """Find the subject, show it to the encoder on white, and make the recipe's first strokes. Raises CancelledError."""
    request, encoder, cancellation = context.request, tools.encoder, context.cancellation
    photo = request.photo
    assert photo is not None
    perceptual_encoder = builtin_encoder(context.device)
    eye = own_eye()
    subject = subject_of(eye, photo, request.mask, request.mode, request.alpha, cancellation.checkpoint)
    mask = subject.mask
    published = recipe.start == "published"
    scene = None if published else build_scene(eye, photo, subject, cancellation.checkpoint)
    # A whole photo fills the square: its border would be an edge.
    frame = Frame.around(mask, CANVAS, margin=0.0 if mask.all() else MARGIN) if scene is None else scene.frame
    height, width = photo.shape[:2]
    to_document = Affine.scale(request.width / width, request.height / height) @ frame.to_canvas.inverse()
    view = encoder_view(encoder, saliency_encoder, photo, mask, frame, cancellation)
    if scene is None:
        edges = xdog(view.pixels)
        drawings = [
            published_start(view.canvas_saliency, edges, request.strokes, np.random.default_rng(request.seed + seed))
            for seed in range(recipe.seeds)
        ]
        return FirstStrokes(view, drawings, to_document, None, "" if subject.found else NO_SUBJECT)
    drawings = contour_drawings(context, tools, recipe, scene, perceptual_encoder)
    count = len(drawings[0])
    few = f"This photo has contours for {count} strokes, not {request.strokes}."
    notice = few if 0 < count < request.strokes else "" if subject.found else NO_SUBJECT
    rendition = torch.from_numpy(scene.rendition())[None, None]
    small = torch.nn.functional.interpolate(rendition, size=(encoder.size, encoder.size), mode="area")[:, 0]
    lines = PerceptualLoss(perceptual_encoder, small.to(encoder.device)) if recipe.lines else None
    return FirstStrokes(view, drawings, to_document, lines, notice)


def contour_drawings(
    context: RunContext, tools: DrawingTools, recipe: Recipe, scene: Scene, perceptual_encoder: Encoder
) -> list[Points]:
    """Return the drawing that the preset standard would refine, then others with another weighting of the edges."""
    request, cancellation = context.request, context.cancellation
    candidates = contour_candidates(scene, cancellation.checkpoint)
    pool = contour_start(candidates, max(POOL, 2 * request.strokes))
    count = min(request.strokes, len(pool.pieces))
    if not count:
        return [in_order(pool)[0]]
    rendition = torch.from_numpy(scene.rendition())[None].to(perceptual_encoder.device)
    loss = partial(PerceptualLoss, perceptual_encoder)
    chosen = list(range(count))
    for choice in exchange(pool, count, rendition, loss, tools.coverage, cancellation.cancelled):
        chosen = choice.chosen
    drawings = [in_order(pool.only(chosen))[0]]
    for seed in range(1, recipe.seeds):
        cancellation.checkpoint()
        other = contour_start(_reweighted(candidates, np.random.default_rng([request.seed, seed])), count)
        drawings.append(in_order(other)[0] if len(other.pieces) == count else drawings[0])
    return drawings


def prompt_start(request: SketchRequest, recipe: Recipe) -> FirstStrokes:
    """Return strokes scattered and on a grid in turn, one drawing a seed, in the document's central square."""
    drawings = [
        (grid_start if seed % 2 else scattered_start)(request.strokes, np.random.default_rng(request.seed + seed))
        for seed in range(recipe.seeds)
    ]
    return FirstStrokes(None, drawings, central_square(request.width, request.height, CANVAS), None)


def _reweighted(candidates: Candidates, random: np.random.Generator) -> Candidates:
    """Return the candidates with smooth noise multiplied onto the weights of the edges."""
    side = round(len(candidates.weight) ** 0.5)
    noise = cv2.GaussianBlur(random.standard_normal((side, side)), (0, 0), _BLOTCH * side / CANVAS)
    factor = np.exp(_CONTRAST * noise / max(float(noise.std()), 1e-9))
    return replace(candidates, weight=(candidates.weight * factor.ravel()).astype(np.float32))
