"""Greedy growth: the candidate of the highest gain is added, and all strokes are refined a little."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from taureau.engine.losses.perceptual import LossFactory
from taureau.engine.scene.scene import CANVAS, OVERSAMPLING, PEN, SHRINK
from taureau.engine.search.lazy_greedy import LazySearch
from taureau.engine.search.refine import Refinement
from taureau.engine.search.schedule import Schedule
from taureau.engine.starts.contours import Candidates

_CROWDING = 2.0  # weight of overlap against a candidate, as in `swap`
_ALIKE = 0.9  # of the best score: of such candidates the one nearest to the last stroke's end is drawn
_STEPS = 2  # of refinement after each stroke
_FRESH = 0.5  # canvas px, the learning rate of a new stroke …
_SETTLING = 0.75  # … its decay with each further stroke …
_LEAST = 0.1  # … and its minimum


class Growth:
    """Adds strokes to a drawing one at a time.

    The progress of a drawing is the mean of two shares, each 0 for an empty canvas and 1 for a perfect drawing: of the
    empty canvas's perceptual loss that it removes, and of the photo's edge weight that it explains. A stroke's gain is
    the progress it adds.

    Candidates are scored by their gain, measured by drawing them onto the present canvas, less their overlap. Gains
    shrink as a drawing fills, which saves most measurements (`lazy_greedy.py`).
    """

    def __init__(
        self,
        candidates: Candidates,
        points: Tensor,  # [N, 4, 2], canvas px, strokes drawn already that may move
        cover: NDArray[np.float32],  # [H · W], how much of each edge pixel strokes drawn already explain
        rendition: Tensor,  # [1, CANVAS, CANVAS], ink 0 … 1
        loss: LossFactory,
        coverage: Callable[..., Tensor],
        schedule: Schedule,
        *,
        fixed: Tensor | None = None,  # [M, 4, 2], canvas px, strokes drawn already that must not move
        side: int = CANVAS // SHRINK,  # px, the size at which drawings are compared
    ) -> None:
        scale = side / CANVAS
        self._candidates = candidates
        self._cover = cover.copy()
        self._cover_at_first = cover
        self._added: list[tuple[int, float]] = []  # candidates and their gains, in drawing order
        self._edges = max(float(candidates.weight.sum()), 1e-9)
        pieces = np.stack([piece.points for piece in candidates.pieces]) / OVERSAMPLING
        self._points = torch.from_numpy(pieces).to(points)  # [K, 4, 2], canvas px
        self._refinement = Refinement(points, rendition, loss, coverage, schedule, side=side, fixed=fixed)
        widths = points.new_full((len(pieces), 1), PEN * scale)
        with torch.no_grad():
            self._ink = coverage(self._points[:, None, None] * scale, widths, size=(side, side))  # [K, side, side]
        self._amount = self._ink.sum((1, 2))  # [K], px²
        self._search = LazySearch(len(pieces))
        self._age = [0] * len(points)  # the number of strokes added after each
        self._empty_loss = max(float(self._refinement.losses(torch.zeros_like(self._ink[:1]))[0]), 1e-9)
        self._measure()
        saved = 1 - self.loss / self._empty_loss
        self.progress = (saved + float(cover @ candidates.weight) / self._edges) / 2  # 0 … 1

    @property
    def points(self) -> Tensor:
        """All strokes that may move, [N, 4, 2] canvas px, the added ones last."""
        return self._refinement.points

    def draw_next(self, checkpoint: Callable[[], None] = lambda: None) -> float | None:
        """Add the stroke of the highest score and refine all; return its gain, or None when no score is positive.

        `checkpoint` is called between the parts of the work, and may raise to end it.
        """
        fresh = self._candidates.adds(self._cover) / self._edges  # [K]
        candidate, points = self._best(fresh, checkpoint)
        if candidate is None:
            return None
        self._search.take(candidate)
        np.maximum(self._cover, self._candidates.covered([candidate]), out=self._cover)
        self._refinement.add(points[None])
        self._age = [age + 1 for age in self._age] + [0]
        rates = self.points.new_tensor([max(_FRESH * _SETTLING**age, _LEAST) for age in self._age])
        for _ in range(_STEPS):
            checkpoint()
            self._refinement.step(rates)
        before = self.loss
        self._measure()
        gain = ((before - self.loss) / self._empty_loss + float(fresh[candidate])) / 2
        self.progress += gain
        self._added.append((candidate, gain))
        return gain

    def remove_last(self, count: int) -> None:
        """Remove the last `count` added strokes; the others stay where they are."""
        self._refinement.remove(range(len(self.points) - count, len(self.points)))
        self._age = self._age[: len(self.points)]
        removed = self._added[len(self._added) - count :]
        del self._added[len(self._added) - count :]
        self.progress -= sum(gain for _, gain in removed)
        remaining = self._candidates.covered([candidate for candidate, _ in self._added])
        self._cover = np.maximum(self._cover_at_first, remaining)
        for candidate, _ in removed:
            self._search.put_back(candidate)
        self._measure()

    def _measure(self) -> None:
        """Update the ink [1, side, side] and the perceptual loss of the drawing at the size of comparison."""
        self._canvas_ink = self._refinement.ink()
        self.loss = float(self._refinement.losses(self._canvas_ink)[0])

    def _best(self, fresh: NDArray[np.float64], checkpoint: Callable[[], None]) -> tuple[int | None, Tensor]:
        """Return the candidate to draw, and its control points [4, 2] in drawing direction."""
        measured = self._search.scores(
            lambda some: self._scores(some, fresh[some]).tolist(), alike=_ALIKE, floor=0.0, checkpoint=checkpoint
        )
        best = max(measured.values(), default=0.0)
        alike = [one for one, score in measured.items() if score > 0 and score >= _ALIKE * best]
        if not alike:
            return None, self._points[:0]
        if not len(self.points):
            first = max(alike, key=measured.__getitem__)
            return first, self._points[first]
        pen = self.points[-1, 3]
        gaps = (self._points[alike][:, [0, 3]] - pen).norm(dim=2).flatten()  # [2 · A], to both ends of each
        which, end = divmod(int(gaps.argmin()), 2)
        points = self._points[alike[which]]
        return alike[which], points.flip(0) if end else points

    @torch.no_grad()
    def _scores(self, some: list[int], fresh: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return the scores of some candidates, [B]."""
        now = self._canvas_ink
        then = 1 - (1 - now) * (1 - self._ink[some])
        saved = (self.loss - self._refinement.losses(then)) / self._empty_loss
        overlap = (self._amount[some] - (then - now).sum((1, 2))) / then.sum((1, 2)).clamp(min=1.0)
        scores: NDArray[np.float64] = (saved - _CROWDING * overlap).double().cpu().numpy()
        return (scores + fresh) / 2
