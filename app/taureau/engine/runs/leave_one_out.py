"""What each stroke of a drawing is worth: the order in which they could go, and what the drawing loses by it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from uuid import uuid4

import numpy as np
import torch
from torch import Tensor

from taureau.document import Drawing
from taureau.engine.events import Started, Weighed
from taureau.engine.losses.perceptual import PerceptualLoss
from taureau.engine.request import WeighRequest
from taureau.engine.runs.sketch import choose_device, failed, thread_count
from taureau.engine.scene.scene import CANVAS, PEN, SHRINK, find_subject, look
from taureau.engine.search.lazy_greedy import LazySearch
from taureau.events import Event, StageChanged
from taureau.geometry import Affine
from taureau.perception import Encoder, builtin_encoder
from taureau.raster import coverage

MOST = 0.1  # of the loss: strokes whose going would cost more in all are not asked about


class _StoppedError(Exception):
    """Cancelled; there is no answer."""


def weigh(
    request: WeighRequest,
    cancelled: Callable[[], bool],
    *,
    run: str | None = None,
    encoder: Encoder | None = None,
) -> Iterator[Event]:
    """Weigh the drawing's strokes; the last event is Weighed or Failed, or there is none when it was cancelled."""
    run = run or uuid4().hex

    def checkpoint() -> None:
        if cancelled():
            raise _StoppedError

    try:
        device = choose_device(request.device)
        torch.set_num_threads(thread_count())
        encoder = encoder or builtin_encoder(device)
        yield Started(run, device, torch.get_num_threads(), encoder.name)
        yield StageChanged(run, "weighing strokes")
        yield Weighed(run, _costs(request, encoder, checkpoint))
    except _StoppedError:
        return
    except Exception as error:  # as in a sketch: whatever fails, a listener waits for an end
        yield failed(run, error)


def _costs(request: WeighRequest, encoder: Encoder, checkpoint: Callable[[], None]) -> tuple[float, ...]:
    """By drawing order: the rise of the loss once this stroke goes too, the cheapest going first."""
    mask, salient = find_subject(encoder, request.photo, request.mask, checkpoint)
    scene = look(encoder, request.photo, mask, salient, checkpoint)
    height, width = request.photo.shape[:2]
    to_canvas = scene.frame.to_canvas @ Affine.scale(width / request.drawing.width, height / request.drawing.height)
    rendition = torch.from_numpy(scene.rendition()).to(encoder.device)[None, None]
    judge = PerceptualLoss(encoder, torch.nn.functional.avg_pool2d(rendition, SHRINK)[:, 0])
    places, clear = _clear(request.drawing, to_canvas, encoder.device)
    costs = np.full(request.drawing.stroke_count, np.inf)
    for going, cost in _cheapest_first(clear, judge, checkpoint):
        costs[places[going]] = cost
    return tuple(costs.tolist())


@torch.no_grad()
def _cheapest_first(
    clear: Tensor, judge: PerceptualLoss, checkpoint: Callable[[], None]
) -> Iterator[tuple[int, float]]:
    """One stroke after another, each the one whose going costs least then, and the rise of the loss without them all.

    `clear`: the logarithm of what each stroke leaves white, [N, side, side]. The loss rises as the drawing thins.
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
        going = max(found, key=found.__getitem__)
        cost = max(cost, -found[going] / first - 1)
        if cost > MOST:
            return
        yield going, cost
        sheet = sheet - clear[going]
        search.take(going)


@torch.no_grad()
def _clear(drawing: Drawing, to_canvas: Affine, device: torch.device) -> tuple[list[int], Tensor]:
    """The visible strokes' places in drawing order, and the logarithm of what each leaves white [N, side, side]."""
    side = CANVAS // SHRINK
    places: list[int] = []
    sheets = [torch.zeros((0, side, side), device=device)]
    place = -1
    for layer in drawing.layers:
        for stroke in layer.strokes:
            place += 1
            if not layer.visible:
                continue
            segments = torch.from_numpy(to_canvas.points(stroke.curve.segments) / SHRINK).float().to(device)
            width = torch.full((1, 1), PEN / SHRINK, device=device)
            ink = coverage(segments[None, None], width, size=(side, side))
            places.append(place)
            sheets.append(torch.log1p(-ink.clamp(max=0.9999)))
    return places, torch.cat(sheets)
