"""One stroke after another: which candidate brings the most now, and how the others settle around it."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from taureau.engine.losses.perceptual import LossFactory
from taureau.engine.scene.scene import CANVAS, OVERSAMPLING, PEN, SHRINK
from taureau.engine.search.lazy_greedy import LazySearch
from taureau.engine.search.refine import Refinement, Schedule
from taureau.engine.starts.contours import Candidates

_CROWDING = 2.0  # how much ink laid upon ink counts against a candidate, as in the exchange
_ALIKE = 0.9  # of the best score: among such candidates the one nearest to the pen is drawn
_STEPS = 2  # of refinement after each stroke
_FRESH = 0.5  # canvas px a stroke moves in its first step …
_SETTLING = 0.75  # … and this much of it after each further stroke …
_LEAST = 0.1  # … but no less


class Growth:
    """A drawing that gains strokes; `draw_next` is apart from any loop.

    How far a drawing has come is the mean of two shares, each 0 for an empty sheet and 1 for a perfect one: of the
    empty sheet's perceptual loss that it saves, and of the photo's edge weight that it explains. A stroke's gain is
    how much further it brings the drawing.

    Candidates are judged by their gain, measured by drawing them into the sheet as it is now, less the ink they would
    lay upon ink. Gains shrink as a drawing fills, which spares most of the measuring (`lazy_search.py`).
    """

    def __init__(
        self,
        candidates: Candidates,
        points: Tensor,  # [N, 4, 2], canvas px, strokes that are there already and may move
        cover: NDArray[np.float32],  # [H · W], how far the strokes that are there explain each edge pixel
        rendition: Tensor,  # [1, CANVAS, CANVAS], ink 0 … 1
        loss: LossFactory,
        coverage: Callable[..., Tensor],
        schedule: Schedule,
        *,
        fixed: Tensor | None = None,  # [M, 4, 2], canvas px, strokes that stay as they are
        side: int = CANVAS // SHRINK,  # px, the size at which drawings are compared
    ) -> None:
        scale = side / CANVAS
        self._candidates = candidates
        self._cover = cover.copy()
        self._cover_at_first = cover
        self._added: list[tuple[int, float]] = []  # candidates and their gains, in the order in which they were drawn
        self._edges = max(float(candidates.weight.sum()), 1e-9)
        pieces = np.stack([piece.points for piece in candidates.pieces]) / OVERSAMPLING
        self._points = torch.from_numpy(pieces).to(points)  # [K, 4, 2], canvas px
        self._sketch = Refinement(points, rendition, loss, coverage, schedule, side=side, fixed=fixed)
        widths = points.new_full((len(pieces), 1), PEN * scale)
        with torch.no_grad():
            self._ink = coverage(self._points[:, None, None] * scale, widths, size=(side, side))  # [K, side, side]
        self._amount = self._ink.sum((1, 2))  # [K], px²
        self._search = LazySearch(len(pieces))
        self._age = [0] * len(points)  # strokes added since each
        self._empty_loss = max(float(self._sketch.losses(torch.zeros_like(self._ink[:1]))[0]), 1e-9)
        self._look()
        saved = 1 - self.loss / self._empty_loss
        self.progress = (saved + float(cover @ candidates.weight) / self._edges) / 2  # how far the drawing has come

    @property
    def points(self) -> Tensor:
        """All strokes that may move, [N, 4, 2] canvas px: those that were there, then those that were added."""
        return self._sketch.points

    def draw_next(self, checkpoint: Callable[[], None] = lambda: None) -> float | None:
        """Add the stroke that brings the most and let all settle; its gain, or None when nothing would gain.

        `checkpoint` is called between the parts of the work, and may raise to end it.
        """
        fresh = self._candidates.adds(self._cover) / self._edges  # [K]
        candidate, points = self._best(fresh, checkpoint)
        if candidate is None:
            return None
        self._search.take(candidate)
        np.maximum(self._cover, self._candidates.covered([candidate]), out=self._cover)
        self._sketch.add(points[None])
        self._age = [age + 1 for age in self._age] + [0]
        rates = self.points.new_tensor([max(_FRESH * _SETTLING**age, _LEAST) for age in self._age])
        for _ in range(_STEPS):
            checkpoint()
            self._sketch.step(rates)
        before = self.loss
        self._look()
        gain = ((before - self.loss) / self._empty_loss + float(fresh[candidate])) / 2
        self.progress += gain
        self._added.append((candidate, gain))
        return gain

    def take_back(self, count: int) -> None:
        """Remove the last `count` strokes that were added; the others stay where they are."""
        self._sketch.remove(range(len(self.points) - count, len(self.points)))
        self._age = self._age[: len(self.points)]
        gone = self._added[len(self._added) - count :]
        del self._added[len(self._added) - count :]
        self.progress -= sum(gain for _, gain in gone)
        left = self._candidates.covered([candidate for candidate, _ in self._added])
        self._cover = np.maximum(self._cover_at_first, left)
        for candidate, _ in gone:
            self._search.put_back(candidate)
        self._look()

    def _look(self) -> None:
        """See the drawing as it is now: its ink [1, side, side], and its perceptual loss at the size of comparison."""
        self._sheet = self._sketch.ink()
        self.loss = float(self._sketch.losses(self._sheet)[0])

    def _best(self, fresh: NDArray[np.float64], checkpoint: Callable[[], None]) -> tuple[int | None, Tensor]:
        """The candidate to draw, and its control points [4, 2] in the direction in which to draw it."""
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
        """What the drawing would gain by each of some candidates, [B]."""
        sheet = self._sheet
        sheets = 1 - (1 - sheet) * (1 - self._ink[some])
        saved = (self.loss - self._sketch.losses(sheets)) / self._empty_loss
        twice = (self._amount[some] - (sheets - sheet).sum((1, 2))) / sheets.sum((1, 2)).clamp(min=1.0)
        scores: NDArray[np.float64] = (saved - _CROWDING * twice).double().cpu().numpy()
        return (scores + fresh) / 2
