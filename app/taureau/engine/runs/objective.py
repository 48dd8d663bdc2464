"""What growth and refinement minimise: the perceptual loss alone, or with CLIP beside it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import torch
from torch import Tensor

from taureau.engine.losses.clip_loss import ClipLoss, ViewSampler
from taureau.engine.losses.perceptual import Loss, LossFactory
from taureau.engine.recipes import recipe_for
from taureau.engine.runs.run_context import RunContext
from taureau.engine.scene.encoder_view import EncoderView
from taureau.engine.scene.scene import CANVAS, SHRINK
from taureau.engine.search.lazy_greedy import BATCH
from taureau.engine.search.schedule import Schedule
from taureau.perception import Encoder

CPU_BATCH = 2  # images in one pass of the encoder on a CPU: between passes a run can be cancelled


@dataclass(frozen=True, eq=False)
class Objective:
    """A loss and how freely strokes may move against it."""

    loss_against: LossFactory
    schedule: Schedule
    compare_side: int = CANVAS // SHRINK  # px, the size at which growing drawings are compared


class LinesAndClipLoss:
    """The perceptual loss of line renditions plus CLIP's, for drawings of any size.

    The photo was encoded once for each view of the bank. Drawings that are compared are seen through the identity view,
    one that is to be moved through a view of the bank, each time another.
    """

    def __init__(
        self,
        lines: LossFactory,
        weight: float,  # of the lines
        clip_loss: ClipLoss,
        views: ViewSampler,
        checkpoint: Callable[[], None],
    ) -> None:
        """`checkpoint` is called between passes of the encoder over drawings that are compared, and may raise."""
        self._lines = lines
        self._weight = weight
        self._clip_loss = clip_loss
        self._views = views
        self._checkpoint = checkpoint

    def __call__(self, rendition: Tensor) -> Loss:
        """Return the loss against a photo's line rendition [1, H, W]: ink [B, H, W] -> terms [B, T]."""
        lines = self._lines(rendition)

        def loss(ink: Tensor) -> Tensor:
            sampler = self._views
            views = sampler.at(sampler.next()) if ink.requires_grad else sampler.identity
            found: list[Tensor] = []
            for batch in torch.split(ink, sampler.batch_size):
                if found:
                    self._checkpoint()
                terms = self._clip_loss(batch, views)
                found.append(torch.stack([*terms.values(), self._weight * lines(batch).sum(1)], 1))
            return torch.cat(found)

        return loss


def with_clip(objective: Objective, context: RunContext, encoder: Encoder, view: EncoderView) -> Objective:
    """Return the objective with the loss of `encoder`, a CLIP, added, for the photo as it sees it."""
    request, checkpoint = context.request, context.cancellation.checkpoint
    recipe = recipe_for(request.preset, encoder.name, encoder.layers, photo=True)
    batch_size = CPU_BATCH if encoder.device.type == "cpu" else BATCH
    views = ViewSampler(encoder, recipe, view.image, request.seed, batch_size=batch_size, checkpoint=checkpoint)
    clip_loss = ClipLoss(encoder, recipe, views.identity, request.prompt, request.prompt_weight)
    combined = LinesAndClipLoss(objective.loss_against, recipe.lines, clip_loss, views, checkpoint)
    # CLIP sees as many pixels either way: smaller drawings would save nothing.
    return Objective(combined, objective.schedule, compare_side=CANVAS)
