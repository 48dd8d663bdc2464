"""What a drawing that grows with CLIP is judged by."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import torch
from torch import Tensor

from taureau.engine.losses.clip_loss import Likeness, Looks
from taureau.engine.losses.perceptual import Judge, Loss
from taureau.engine.presets import recipe_for
from taureau.engine.runs.context import Studio
from taureau.engine.scene.encoder_view import Sight
from taureau.engine.scene.scene import CANVAS
from taureau.engine.search.lazy_greedy import BATCH

PASS = 2  # pictures that go through an encoder at once on a CPU: between passes a run can be ended


class ClipJudge:
    """The lines' own loss and CLIP's, of drawings of any size; the photo was encoded once for each view of the bank.

    Drawings that are compared are seen plainly, one that is to move through a view, each time another.
    """

    def __init__(
        self,
        lines: Judge,
        weight: float,  # of the lines
        likeness: Likeness,
        looks: Looks,
        checkpoint: Callable[[], None],
    ) -> None:
        """`checkpoint` is called between passes of the encoder over drawings that are compared, and may raise."""
        self._lines = lines
        self._weight = weight
        self._likeness = likeness
        self._looks = looks
        self._checkpoint = checkpoint

    def __call__(self, rendition: Tensor) -> Loss:
        """The loss against a photo's line rendition [1, H, W] and the photo itself: ink [B, H, W] -> terms [B, T]."""
        lines = self._lines(rendition)

        def loss(ink: Tensor) -> Tensor:
            looks = self._looks
            look = looks.at(looks.next()) if ink.requires_grad else looks.plain
            found: list[Tensor] = []
            for few in torch.split(ink, looks.most):
                if found:
                    self._checkpoint()
                terms = self._likeness(few, look)
                found.append(torch.stack([*terms.values(), self._weight * lines(few).sum(1)], 1))
            return torch.cat(found)

        return loss


def judged_by_clip(studio: Studio, sight: Sight) -> Studio:
    """The same studio, whose encoder judges beside whoever judged, by what it was shown of the photo."""
    request, encoder, ask = studio.request, studio.encoder, studio.watch.checkpoint
    recipe = recipe_for(request.preset, encoder.name, encoder.layers, photo=True)
    most = PASS if encoder.device.type == "cpu" else BATCH
    looks = Looks(encoder, recipe, sight.shown, request.seed, most=most, checkpoint=ask)
    likeness = Likeness(encoder, recipe, looks.plain, request.prompt, request.prompt_weight)
    # CLIP looks at as many pixels either way: smaller drawings would save nothing.
    return replace(studio, judge=ClipJudge(studio.judge, recipe.lines, likeness, looks, ask), compared=CANVAS)
