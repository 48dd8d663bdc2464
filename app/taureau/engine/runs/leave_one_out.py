"""The cost of removing each stroke of a drawing, by greedy backward elimination."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

import numpy as np
import torch
from torch import Tensor

from taureau.cancellation import Cancellation
from taureau.document import Drawing
from taureau.engine.events import StrokeCosts
from taureau.engine.losses.perceptual import PerceptualLoss
from taureau.engine.request import StrokeCostRequest
from taureau.engine.runs.device import drawing_device
from taureau.engine.runs.runner import Prepared, run_events
from taureau.engine.scene.scene import CANVAS, PEN, SHRINK, build_scene
from taureau.engine.scene.subject import subject_of
from taureau.engine.search.lazy_greedy import LazySearch
from taureau.events import Event, StageChanged
from taureau.geometry import Affine
from taureau.perception import Encoder, builtin_encoder, own_eye
from taureau.raster import coverage
from taureau.wording import tr_noop

MOST = 0.1  # of the loss: the elimination ends where removing more strokes would cost more in all


def stroke_costs(
    request: StrokeCostRequest,
    cancelled: Callable[[], bool],
    *,
    run: str | None = None,
    encoder: Encoder | None = None,
) -> Iterator[Event]:
    """Compute the cost of removing each stroke; the last event is StrokeCosts or Failed, or none if cancelled."""

    def prepare() -> Prepared:
        device = drawing_device(request.device)
        chosen = encoder or builtin_encoder(device)

        def work(run: str, cancellation: Cancellation) -> Iterator[Event]:
            yield StageChanged(run, tr_noop("comparing strokes"))
            yield StrokeCosts(run, _costs(request, chosen, cancellation.checkpoint))

        return Prepared(device, chosen.name, work)

    return run_events(cancelled, prepare, run=run)


def _costs(request: StrokeCostRequest, encoder: Encoder, checkpoint: Callable[[], None]) -> tuple[float, ...]:
    """Return, in drawing order, the rise of the loss once this stroke is removed too, cheapest first."""
    eye = own_eye()
    subject = subject_of(eye, request.photo, request.mask, request.mode, request.alpha, checkpoint)
    scene = build_scene(eye, request.photo, subject, checkpoint)
    height, width = request.photo.shape[:2]
    to_canvas = scene.frame.to_canvas @ Affine.scale(width / request.drawing.width, height / request.drawing.height)
    rendition = torch.from_numpy(scene.rendition()).to(encoder.device)[None, None]
    judge = PerceptualLoss(encoder, torch.nn.functional.avg_pool2d(rendition, SHRINK)[:, 0])
    indices, clear = _clear(request.drawing, to_canvas, encoder.device)
    costs = np.full(request.drawing.stroke_count, np.inf)
    for removed, cost in _cheapest_first(clear, judge, checkpoint):
        costs[indices[removed]] = cost
    return tuple(costs.tolist())


@torch.no_grad()
def _cheapest_first(
    clear: Tensor, judge: PerceptualLoss, checkpoint: Callable[[], None]
) -> Iterator[tuple[int, float]]:
    """Yield one stroke after another, each the cheapest to remove then, and the rise of the loss without all of them.

    `clear` is the logarithm of the transmittance of each stroke, [N, side, side]. The rise never falls.
    """

    def losses(sheets: Tensor) -> list[float]:
        found: list[float] = judge(1 - sheets.exp()).sum(1).double().tolist()
        return found

    def without(sheet: Tensor, some: list[int]) -> list[float]:
        return [-loss for loss in losses(sheet - clear[some])]

    if not len(clear):
        return
    sheet = clear.sum(0)
    (first,) = losses(sheet[None])
    search = LazySearch(len(clear))
    cost = 0.0
    for _ in range(len(clear)):
        found = search.scores(partial(without, sheet), checkpoint=checkpoint)
        removed = max(found, key=found.__getitem__)
        cost = max(cost, -found[removed] / first - 1)
        if cost > MOST:
            return
        yield removed, cost
        sheet = sheet - clear[removed]
        search.take(removed)


@torch.no_grad()
def _clear(drawing: Drawing, to_canvas: Affine, device: torch.device) -> tuple[list[int], Tensor]:
    """Return the visible lines' indices in drawing order, and the log transmittance of each, [N, side, side].

    Areas and tone are left out: they would hide what a line above them is worth.
    """
    side = CANVAS // SHRINK
    indices: list[int] = []
    sheets = [torch.zeros((0, side, side), device=device)]
    index = -1
    for layer in drawing.layers:
        for stroke in layer.strokes:
            index += 1
            if not layer.visible or layer.ground:
                continue
            segments = torch.from_numpy(to_canvas.points(stroke.curve.segments) / SHRINK).float().to(device)
            width = torch.full((1, 1), PEN / SHRINK, device=device)
            ink = coverage(segments[None, None], width, size=(side, side))
            indices.append(index)
            sheets.append(torch.log1p(-ink.clamp(max=0.9999)))
    return indices, torch.cat(sheets)
