"""What a run with CLIP begins with: the photo as CLIP will see it, and the first strokes of each drawing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

import cv2
import numpy as np
import torch
from numpy.typing import NDArray

from taureau.engine.cancellation import Stopwatch
from taureau.engine.losses.perceptual import PerceptualLoss
from taureau.engine.presets import Recipe
from taureau.engine.request import SketchRequest
from taureau.engine.scene.encoder_view import Sight, show
from taureau.engine.scene.frame import Frame
from taureau.engine.scene.scene import CANVAS, Scene, find_subject, look
from taureau.engine.search.swap import POOL, exchange
from taureau.engine.starts.contours import Candidates
from taureau.engine.starts.prompt_strokes import worded_starts
from taureau.engine.starts.scatter import grid_start, published_start, scattered_start
from taureau.engine.starts.start import contour_candidates, contour_start, in_order, xdog
from taureau.geometry import Affine
from taureau.perception import Encoder, TaureauClip, stroke_decoder

_BLOTCH = 24.0  # canvas px, the size of places where another seed finds contours more or less worth drawing
_CONTRAST = 0.7  # how much more or less, as a standard deviation of the logarithm

Points = NDArray[np.float64]  # [N, 4, 2], canvas px


@dataclass(frozen=True, eq=False)
class Start:
    """Ready to be drawn."""

    sight: Sight | None  # None without a photo
    drawings: list[Points]  # one for each seed, the same number of strokes in each; none where there is no contour
    to_document: Affine  # from canvas px
    lines: PerceptualLoss | None
    notice: str = ""

    @property
    def photo(self) -> torch.Tensor | None:
        """As the encoder sees it, [1, 3, S, S] sRGB in 0 … 1."""
        return None if self.sight is None else self.sight.shown


def photo_start(
    request: SketchRequest,
    recipe: Recipe,
    looker: Encoder,
    gazer: Encoder,
    encoder: Encoder,
    coverage: Callable[..., torch.Tensor],
    watch: Stopwatch,
) -> Start:
    """Find the subject, show it to the encoder on white, and put down the recipe's first strokes."""
    photo = request.photo
    assert photo is not None
    mask, salient = find_subject(looker, photo, request.mask, watch.checkpoint)
    published = recipe.start == "published"
    # A whole photo fills the square: its border would be an edge. Contours come in the frame that `look` lays.
    frame = Frame.around(mask, CANVAS, margin=0.0) if published and mask.all() else Frame.around(mask, CANVAS)
    height, width = photo.shape[:2]
    to_document = Affine.scale(request.width / width, request.height / height) @ frame.to_canvas.inverse()
    sight = show(encoder, gazer, photo, mask, frame, watch)
    if published:
        drawings = [
            published_start(
                sight.attention, xdog(sight.image), request.strokes, np.random.default_rng(request.seed + seed)
            )
            for seed in range(recipe.seeds)
        ]
        return Start(sight, drawings, to_document, None)
    scene = look(looker, photo, mask, salient, watch.checkpoint)
    drawings = contour_drawings(request, recipe, scene, looker, coverage, watch)
    count = len(drawings[0])
    few = f"This photo has contours for {count} strokes, not {request.strokes}."
    notice = few if 0 < count < request.strokes else ""
    rendition = torch.from_numpy(scene.rendition())[None, None]
    small = torch.nn.functional.interpolate(rendition, size=(encoder.size, encoder.size), mode="area")[:, 0]
    lines = PerceptualLoss(looker, small.to(encoder.device)) if recipe.lines else None
    return Start(sight, drawings, to_document, lines, notice)


def contour_drawings(
    request: SketchRequest,
    recipe: Recipe,
    scene: Scene,
    looker: Encoder,
    coverage: Callable[..., torch.Tensor],
    watch: Stopwatch,
) -> list[Points]:
    """The drawing that the preset standard would refine, then others that weigh the photo's parts differently."""
    candidates = contour_candidates(scene, watch.checkpoint)
    pool = contour_start(candidates, max(POOL, 2 * request.strokes))
    count = min(request.strokes, len(pool.pieces))
    if not count:
        return [in_order(pool)[0]]
    rendition = torch.from_numpy(scene.rendition())[None].to(looker.device)
    chosen = list(range(count))
    for choice in exchange(pool, count, rendition, partial(PerceptualLoss, looker), coverage, watch.cancelled):
        chosen = choice.chosen
    drawings = [in_order(pool.only(chosen))[0]]
    for seed in range(1, recipe.seeds):
        watch.checkpoint()
        other = contour_start(_weighed(candidates, np.random.default_rng([request.seed, seed])), count)
        drawings.append(in_order(other)[0] if len(other.pieces) == count else drawings[0])
    return drawings


def prompt_start(request: SketchRequest, recipe: Recipe, encoder: Encoder, watch: Stopwatch) -> Start:
    """No photo: strokes anywhere and on a grid in turn, or the words drawn by heart, in the document's largest square.

    Each seed has as many drawings, one after the other, as the recipe tries, or as many as there are hands.
    """
    if recipe.start == "worded":
        assert isinstance(encoder, TaureauClip)  # whose recipe this is
        sentence = encoder.sentences([request.prompt]).cpu()
        count = recipe.seeds * recipe.tries
        dealt = worded_starts(stroke_decoder(), sentence, request.strokes, count, request.seed, watch.checkpoint)
        tries = max(1, len(dealt) // recipe.seeds)  # of each seed, the same number
        drawings = [
            dealt[(seed + recipe.seeds * index) % len(dealt)] for seed in range(recipe.seeds) for index in range(tries)
        ]
    else:
        drawings = [
            (grid_start if seed % 2 else scattered_start)(request.strokes, np.random.default_rng(request.seed + seed))
            for seed in range(recipe.seeds)
        ]
    side = min(request.width, request.height)
    middle = Affine.translate((request.width - side) / 2, (request.height - side) / 2)
    return Start(None, drawings, middle @ Affine.scale(side / CANVAS), None)


def _weighed(candidates: Candidates, random: np.random.Generator) -> Candidates:
    """The same candidates on a photo some places of which matter more, others less."""
    side = round(len(candidates.weight) ** 0.5)
    noise = cv2.GaussianBlur(random.standard_normal((side, side)), (0, 0), _BLOTCH * side / CANVAS)
    factor = np.exp(_CONTRAST * noise / max(float(noise.std()), 1e-9))
    return replace(candidates, weight=(candidates.weight * factor.ravel()).astype(np.float32))
