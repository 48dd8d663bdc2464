"""Starting strokes from contours: traced edges cut into cubic pieces, and the few pieces that explain the most."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.engine.edges import EdgeMap
from app.geometry import Points
from app.geometry.fit import bernstein, fit_cubic

_SAMPLES = bernstein(np.linspace(0, 1, 65))


@dataclass(frozen=True, eq=False)
class Piece:
    """One cubic that follows a stretch of edge."""

    points: Points  # [4, 2], canvas px
    length: float  # px


def pieces_of(line: Points, *, tolerance: float, shortest: float) -> list[Piece]:
    """Every cubic, long or short, that follows a stretch of `line` [K, 2] within `tolerance` px.

    The line is halved at its worst point until the pieces fit; halves of pieces that fit are offered too, so that the
    choice between one long stroke and the better part of it is left to whoever weighs them. Pieces shorter than
    `shortest` px are dropped.
    """
    found: list[Piece] = []
    pending = [(line, 0)]
    while pending:
        run, spare = pending.pop()
        if len(run) < 4:
            continue
        fit = fit_cubic(run)
        length = float(np.hypot(*np.diff(_SAMPLES @ fit.points, axis=0).T).sum())
        if length < shortest:
            continue
        cut = min(max(fit.worst, len(run) // 4), len(run) - 1 - len(run) // 4)
        if fit.error <= tolerance:
            found.append(Piece(fit.points, length))
            spare += 1
            cut = len(run) // 2
        if spare < 3:
            pending += [(run[: cut + 1], spare), (run[cut:], spare)]
    return found


@dataclass(frozen=True, eq=False)
class Explained:
    """What each piece explains of the edges, in sparse rows."""

    pixels: list[NDArray[np.intp]]  # per piece, flat indices of the edge pixels it explains
    share: list[NDArray[np.float32]]  # per piece, how far it explains each of them, 0 … 1


def explain(pieces: Sequence[Piece], edges: EdgeMap, weight: NDArray[np.float32], *, reach: int) -> Explained:
    """Which weighted edge pixels lie within `reach` px of each piece and run its way.

    Within half the reach a pixel is explained wholly, beyond it partly: the second edge of a thin tube or of a shadow
    needs no line of its own once the first is drawn.
    """
    height, width = weight.shape
    steps = np.arange(-reach, reach + 1)
    stencil = np.stack(np.meshgrid(steps, steps), axis=-1).reshape(-1, 2)
    stencil = stencil[np.hypot(*stencil.T) <= reach]
    nearness = np.where(np.hypot(*stencil.T) <= reach / 2, 1.0, 0.6).astype(np.float32)
    pixels, share = [], []
    for piece in pieces:
        count = max(int(piece.length / 1.5), 4)
        basis = bernstein(np.linspace(0, 1, count))
        samples = basis @ piece.points
        heading = np.gradient(samples, axis=0)
        heading /= np.maximum(np.hypot(*heading.T), 1e-9)[:, None]
        near = np.floor(samples).astype(int)[:, None] + stencil  # [K, M, 2]
        within = (near >= 0).all(-1) & (near < (width, height)).all(-1)
        x, y = np.where(within, near[..., 0], 0), np.where(within, near[..., 1], 0)
        agree = np.abs((edges.tangent[y, x] * heading[:, None]).sum(-1))
        value = np.where(within & (weight[y, x] > 0) & (agree > 0.75), nearness, 0)
        flat = (y * width + x).ravel()
        order = np.lexsort((-value.ravel(), flat))  # the best share of each pixel first
        flat, best = flat[order], value.ravel()[order]
        first = np.concatenate([[True], flat[1:] != flat[:-1]]) & (best > 0)
        pixels.append(flat[first])
        share.append(best[first])
    return Explained(pixels, share)


def choose(
    pieces: Sequence[Piece], explained: Explained, weight: NDArray[np.float32], count: int, *, price: float
) -> list[tuple[Piece, float]]:
    """Up to `count` pieces with their gains, each the one that adds the most to those before it.

    The gain of a piece is the edge weight it explains beyond what is explained already, less `price` for each pixel of
    its length: a line that runs where no edge is costs more than it brings.
    """
    left = weight.ravel().copy()
    length = np.array([piece.length for piece in pieces])
    sizes = [len(pixels) for pixels in explained.pixels]
    owner = np.repeat(np.arange(len(pieces)), sizes)
    pixels = np.concatenate(explained.pixels) if pieces else np.zeros(0, dtype=np.intp)
    share = np.concatenate(explained.share) if pieces else np.zeros(0, dtype=np.float32)
    gone = np.zeros(weight.size, dtype=np.float32)  # how far each pixel is explained already
    chosen: list[tuple[Piece, float]] = []
    for _ in range(min(count, len(pieces))):
        new = np.maximum(share - gone[pixels], 0) * left[pixels]
        gains = np.bincount(owner, weights=new, minlength=len(pieces)) - price * length
        best = int(gains.argmax())
        if gains[best] <= 0:
            break
        chosen.append((pieces[best], float(gains[best])))
        mine = owner == best
        np.maximum.at(gone, pixels[mine], share[mine])
    return chosen
