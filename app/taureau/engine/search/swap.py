"""Swap search: exchange chosen strokes for candidates while that lowers the perceptual loss of the drawing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from taureau.engine.losses.perceptual import LossFactory
from taureau.engine.scene.scene import CANVAS, OVERSAMPLING, PEN, SHRINK
from taureau.engine.starts.contours import Candidates

_KEEP = 1.0  # weight of the explained edges relative to the perceptual loss
_CROWDING = 2.0  # weight of overlap
_WORTH = 0.003  # of the first loss: the least improvement for which a swap is made
_TRIED = 4  # of the strokes that help least, and of the candidates that would help most, per round
_BATCH = 8  # drawings in one pass of the encoder


@dataclass(frozen=True, eq=False)
class Exchange:
    """A choice of strokes, better than the one before."""

    chosen: list[int]  # indices of candidates
    cost: float  # perceptual loss relative to the first choice's, plus lost edges and overlap


@torch.no_grad()
def exchange(
    candidates: Candidates,
    count: int,
    rendition: Tensor,
    loss: LossFactory,
    coverage: Callable[..., Tensor],
    cancelled: Callable[[], bool],
    *,
    rounds: int = 12,
) -> Iterator[Exchange]:
    """Start with the first `count` candidates; each round swap one of the worst strokes for one of the best candidates.

    The cost of a choice is its perceptual loss at half size, relative to the first choice's, plus `_KEEP` × the lost
    share of the edge weight that the first choice explained, plus `_CROWDING` × the overlap: the loss alone would spend
    strokes on dots and hairs, and cross them.
    Yields the choice after each round, the first choice included; ends when no swap lowers the cost. `rendition` is
    the target ink [1, CANVAS, CANVAS], `loss` makes a loss from targets [1, H, W].
    """
    device = rendition.device
    side = CANVAS // SHRINK
    points = np.stack([piece.points for piece in candidates.pieces]) / (OVERSAMPLING * SHRINK)  # [K, 4, 2]
    strokes = torch.from_numpy(points).float().to(device)[:, None, None]  # [K, 1, 1, 4, 2]
    widths = torch.full((len(points), 1), PEN / SHRINK, device=device)
    ink = coverage(strokes, widths, size=(side, side))  # [K, side, side]
    amounts = ink.sum((1, 2)).double().cpu().numpy()  # [K], px²
    clear = ink.clamp_(max=0.9999).neg_().log1p_()  # log transmittance: that of several strokes is the sum
    distance = loss(torch.nn.functional.avg_pool2d(rendition[:, None], SHRINK)[:, 0])
    first = list(range(min(count, len(points))))
    spared = [index for index in range(len(points)) if index not in first]

    def compared(sheets: Iterable[Tensor]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Return the perceptual loss and the ink of each of the drawings, log transmittances [B, side, side]."""
        scores, inked = [], []
        for part in sheets:
            shown = 1 - part.exp()
            # A round takes longer than a cancelled run may: its remaining drawings are skipped by a high loss.
            scores.append(distance(shown).sum(1) if not cancelled() else shown.new_full((len(shown),), 1e9))
            inked.append(shown.sum((1, 2)))
        return torch.cat(scores).double().cpu().numpy(), torch.cat(inked).double().cpu().numpy()

    loss_at_first = float(compared([clear[first].sum(0)[None]])[0][0])
    explained_at_first = max(candidates.explained(first), 1e-9)

    def costs(sheets: Iterable[Tensor], choices: Sequence[list[int]]) -> NDArray[np.float64]:
        given_up = np.array([1 - candidates.explained(choice) / explained_at_first for choice in choices])
        perceptual, inked = compared(sheets)
        twice = np.array([amounts[choice].sum() for choice in choices]) / np.maximum(inked, 1e-9) - 1
        return perceptual / loss_at_first + _KEEP * given_up + _CROWDING * twice

    chosen = first
    yield Exchange(chosen, float(costs([clear[chosen].sum(0)[None]], [chosen])[0]))
    for _ in range(rounds if spared else 0):
        if cancelled():
            return
        sheet = clear[chosen].sum(0)
        without = [[index for index in chosen if index != out] for out in chosen]
        joined = [[*chosen, new] for new in spared]
        change = torch.tensor([0.0] + [-1.0] * len(chosen) + [1.0] * len(spared), device=device)[:, None, None]
        changed = torch.tensor([chosen[0], *chosen, *spared], device=device)
        sheets = (
            sheet + sign * clear[index]  # a batch at a time: there can be hundreds
            for sign, index in zip(torch.split(change, _BATCH), torch.split(changed, _BATCH), strict=True)
        )
        cost = costs(sheets, [chosen, *without, *joined])
        loses, wins = cost[1 : 1 + len(chosen)] - cost[0], cost[0] - cost[1 + len(chosen) :]
        swaps = [
            [*without[out], spared[new]]
            for out in np.argsort(loses, kind="stable")[:_TRIED]
            for new in np.argsort(-wins, kind="stable")[:_TRIED]
        ]
        tried = costs(torch.split(torch.stack([clear[choice].sum(0) for choice in swaps]), _BATCH), swaps)
        best = int(tried.argmin())
        if cancelled() or tried[best] > cost[0] - _WORTH:
            return
        chosen = swaps[best]
        spared = [index for index in range(len(points)) if index not in chosen]
        yield Exchange(chosen, float(tried[best]))
