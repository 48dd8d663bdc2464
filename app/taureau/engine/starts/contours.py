"""First strokes from contours: traced edges cut into cubic pieces, and a greedy choice of the pieces."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from taureau.engine.scene.edges import EdgeMap
from taureau.geometry import Points
from taureau.geometry.fit import bernstein, fit_cubic

SHARP = np.radians(55)  # a turn over 60° within 3 px of 224 is visible as a kink
_FAR = 1 << 30  # px²
_SAMPLES = bernstein(np.linspace(0, 1, 129))


@dataclass(frozen=True, eq=False)
class Piece:
    """A cubic fitted to a stretch of edge."""

    points: Points  # [4, 2], canvas px
    length: float  # px


def pieces_of(line: Points, *, tolerance: float, shortest: float, kink: float) -> list[Piece]:
    """Return all cubics, long and short, that fit a stretch of `line` [K, 2] within `tolerance` px.

    The line is split at its worst point until the pieces fit; halves of pieces that fit are returned too, so that a
    later choice decides between a long stroke and the better part of it. Pieces shorter than `shortest` px are dropped,
    and none turns sharply within `kink` px.
    """
    found: list[Piece] = []
    pending = [(line, 0)]
    while pending:
        run, spare = pending.pop()
        if len(run) < 4:
            continue
        fit = fit_cubic(run)
        length = length_of(fit.points)
        if length < shortest:
            continue
        cut = min(max(fit.worst, len(run) // 4), len(run) - 1 - len(run) // 4)
        if fit.error <= tolerance and sharpest_turn(fit.points, kink) < SHARP:
            found.append(Piece(fit.points, length))
            spare += 1
            cut = len(run) // 2
        if spare < 3:
            pending += [(run[: cut + 1], spare), (run[cut:], spare)]
    return found


def length_of(points: Points) -> float:
    """Return the length of a cubic [4, 2], in the unit of its points."""
    return float(np.hypot(*np.diff(_SAMPLES @ points, axis=0).T).sum())


def sharpest_turn(points: Points, within: float) -> float:
    """Return the largest angle by which a cubic [4, 2] turns within so many px of its length, radians."""
    steps = np.diff(_SAMPLES @ points, axis=0)
    along = np.cumsum(np.hypot(*steps.T))
    heading = np.unwrap(np.arctan2(steps[:, 1], steps[:, 0]))
    later = np.searchsorted(along, along + within).clip(0, len(along) - 1)
    return float(np.abs(heading[later] - heading).max())


@dataclass(frozen=True, eq=False)
class Candidates:
    """Pieces and the weighted edge pixels that each explains, as a sparse matrix."""

    pieces: Sequence[Piece]
    length: NDArray[np.float64]  # [K], px
    owner: NDArray[np.intp]  # [M], index of the piece
    pixel: NDArray[np.intp]  # [M], flat index of the edge pixel
    share: NDArray[np.float32]  # [M], how much of the pixel the piece explains, 0 … 1
    weight: NDArray[np.float32]  # [H · W]

    def only(self, chosen: Sequence[int]) -> Candidates:
        """Return these pieces alone, in this order."""
        place = np.full(len(self.pieces), -1)
        place[list(chosen)] = np.arange(len(chosen))
        kept = place[self.owner] >= 0
        pieces = [self.pieces[index] for index in chosen]
        owner = place[self.owner[kept]]
        return Candidates(pieces, self.length[list(chosen)], owner, self.pixel[kept], self.share[kept], self.weight)

    def explained(self, chosen: Sequence[int]) -> float:
        """Return the edge weight that these pieces explain together."""
        return float(self.covered(chosen) @ self.weight)

    def covered(self, chosen: Sequence[int]) -> NDArray[np.float32]:
        """Return how much of each pixel these pieces explain together, 0 … 1: [H · W]."""
        cover = np.zeros_like(self.weight)
        mine = np.isin(self.owner, chosen)
        np.maximum.at(cover, self.pixel[mine], self.share[mine])
        return cover

    def adds(self, cover: NDArray[np.float32]) -> NDArray[np.float64]:
        """Return the edge weight that each piece explains beyond `cover` [H · W]: [K]."""
        new = np.maximum(self.share - cover[self.pixel], 0) * self.weight[self.pixel]
        return np.bincount(self.owner, weights=new, minlength=len(self.pieces)).astype(np.float64)


def explain(
    pieces: Sequence[Piece],
    edges: EdgeMap,
    weight: NDArray[np.float32],
    *,
    reach: int,
    checkpoint: Callable[[], None] = lambda: None,
) -> Candidates:
    """Find the weighted edge pixels [H, W] within `reach` px of each piece and parallel to it.

    Within half the reach a pixel is explained fully, beyond it partly: the second edge of a thin tube or a shadow
    needs no stroke of its own. `checkpoint` is called before each piece, and may raise.
    """
    rows, columns = np.nonzero(weight > 0)
    tangents = edges.tangent[rows, columns].astype(np.float64)  # [E, 2]
    pixels: list[NDArray[np.intp]] = []
    share: list[NDArray[np.float32]] = []
    for piece in pieces:
        checkpoint()
        count = max(int(piece.length / 1.5), 4)
        basis = bernstein(np.linspace(0, 1, count))
        samples = basis @ piece.points
        heading = np.gradient(samples, axis=0)
        heading /= np.maximum(np.hypot(*heading.T), 1e-9)[:, None]
        x, y = np.floor(samples).astype(int).T  # [K] each
        around = (columns >= x.min() - reach) & (columns <= x.max() + reach)
        around &= (rows >= y.min() - reach) & (rows <= y.max() + reach)
        some = np.flatnonzero(around)  # [M] of the edge pixels
        apart = (columns[some] - x[:, None]) ** 2 + (rows[some] - y[:, None]) ** 2  # [K, M], px²
        apart[np.abs(heading @ tangents[some].T) <= 0.75] = _FAR
        nearest = apart.min(0, initial=_FAR)
        kept = nearest <= reach * reach
        pixels.append((rows[some] * weight.shape[1] + columns[some])[kept])
        share.append(np.where(4 * nearest[kept] <= reach * reach, 1.0, 0.6).astype(np.float32))
    return Candidates(
        pieces,
        np.array([piece.length for piece in pieces]),
        np.repeat(np.arange(len(pieces)), [len(found) for found in pixels]),
        np.concatenate([np.zeros(0, dtype=np.intp), *pixels]),
        np.concatenate([np.zeros(0, dtype=np.float32), *share]),
        weight.ravel(),
    )


def choose(
    candidates: Candidates, count: int, *, price: float, cover: NDArray[np.float32] | None = None
) -> list[tuple[int, float]]:
    """Choose up to `count` candidates greedily; return their indices and gains.

    The gain of a piece is the edge weight it explains beyond what is explained already (by `cover` [H · W] at first),
    less `price` for each pixel of its length, which rejects lines off the edges. When no gain is positive any more,
    pieces that explain anything at all fill up the count.
    """
    cover = np.zeros_like(candidates.weight) if cover is None else cover.copy()
    chosen: list[tuple[int, float]] = []
    while len(chosen) < min(count, len(candidates.pieces)):
        explained = candidates.adds(cover)
        gains = explained - price * candidates.length
        best = int(gains.argmax())
        if gains[best] <= 0:
            if price == 0:
                break
            price = 0.0
            continue
        chosen.append((best, float(explained[best])))
        np.maximum(cover, candidates.covered([best]), out=cover)
    return chosen
