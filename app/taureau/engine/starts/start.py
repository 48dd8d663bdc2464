"""The two ways to begin: from contours, or as published, from random points where the eye rests."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from taureau.engine.scene.edges import trace_edges
from taureau.engine.scene.joining import join_lines
from taureau.engine.scene.scene import CANVAS, OVERSAMPLING, Scene
from taureau.engine.starts.contours import Candidates, Piece, choose, explain, length_of, pieces_of
from taureau.engine.starts.scatter import published_start
from taureau.geometry.fit import bernstein

_LOW, _HIGH = 0.1, 0.22  # weights at which a traced line may go on, and may begin
_GAP = 6.0  # canvas px over which a line may go on …
_TURN = 0.7  # … when it turns by no more than this, radians
_TOLERANCE = 3.5  # canvas px a piece may stray from its edge
_SHORTEST = 8.0  # canvas px
_REACH = 5  # canvas px over which a stroke explains edges beside it
_ALONG = 0.6  # of a candidate's length, from which it is the same line as another
PRICE = 0.12  # weight that each pixel of a stroke must earn


def contour_candidates(
    scene: Scene, checkpoint: Callable[[], None] = lambda: None, *, fine: int = OVERSAMPLING
) -> Candidates:
    """Every cubic that follows a stretch of the scene's edges, in px of its grid, which is `fine` to a canvas px.

    `checkpoint` is called between the parts of the work, and may raise to end it.
    """
    traced = trace_edges(scene.edges, scene.weight, low=_LOW, high=_HIGH, shortest=4 * fine)
    checkpoint()
    pieces: list[Piece] = []
    for line in join_lines(traced, gap=_GAP * fine, turn=_TURN):
        pieces += pieces_of(line, tolerance=_TOLERANCE * fine, shortest=_SHORTEST * fine)
        checkpoint()
    return explain(pieces, scene.edges, scene.weight, reach=_REACH * fine, checkpoint=checkpoint)


def contour_start(candidates: Candidates, count: int, cover: NDArray[np.float32] | None = None) -> Candidates:
    """The up to `count` candidates that explain the most beyond `cover`, in that order: big outlines first."""
    return candidates.only([index for index, _ in choose(candidates, count, price=PRICE, cover=cover)])


def scattered_candidates(scene: Scene, count: int, seed: int) -> Candidates:
    """Scribbles where the eye rests, as candidates in px of the scene's fine grid."""
    return strokes_as_candidates(scene, random_start(scene, count, seed))


def strokes_as_candidates(scene: Scene, points: NDArray[np.float64]) -> Candidates:
    """Strokes [N, 4, 2], canvas px, with what they explain of the scene's edges."""
    pieces = [Piece(stroke * OVERSAMPLING, length_of(stroke) * OVERSAMPLING) for stroke in points]
    return explain(pieces, scene.edges, scene.weight, reach=_REACH * OVERSAMPLING)


def unlike(candidates: Candidates, refused: Sequence[NDArray[np.float64]]) -> Candidates:
    """The candidates that do not run, for most of their length, along a refused line [K, 2], canvas px."""
    lines = np.concatenate([*refused, np.zeros((0, 2))]) * OVERSAMPLING
    if not len(lines):
        return candidates
    kept = []
    for index, piece in enumerate(candidates.pieces):
        samples = bernstein(np.linspace(0, 1, 17)) @ piece.points
        gap = np.hypot(*(samples[:, None] - lines[None]).transpose(2, 0, 1)).min(1)  # [17], px of the fine grid
        if (gap <= _REACH * OVERSAMPLING).mean() < _ALONG:
            kept.append(index)
    return candidates.only(kept)


def in_order(candidates: Candidates) -> tuple[NDArray[np.float64], list[float]]:
    """All candidates in the order of what each adds: [N, 4, 2] canvas px, and gains, of which edges make half."""
    chosen = choose(candidates, len(candidates.pieces), price=PRICE)
    rest = set(range(len(candidates.pieces))) - {index for index, _ in chosen}
    chosen += [(index, 0.0) for index in sorted(rest)]
    if not chosen:
        return np.zeros((0, 4, 2)), []
    total = 2 * max(float(candidates.weight.sum()), 1e-9)
    points = np.stack([candidates.pieces[index].points for index, _ in chosen]) / OVERSAMPLING
    return points, [gain / total for _, gain in chosen]


def random_start(scene: Scene, count: int, seed: int) -> NDArray[np.float64]:
    """The published start from what our own encoder finds salient within the mask: [count, 4, 2] canvas px."""
    image = cv2.resize(scene.crop, (CANVAS, CANVAS), interpolation=cv2.INTER_AREA)
    attention = scene.frame.crop(scene.saliency).clip(0, 1) * (scene.frame.crop(scene.mask.astype(np.uint8)) > 0)
    return published_start(attention, xdog(image), count, np.random.default_rng(seed))


def xdog(
    image: NDArray[np.uint8], *, sigma: float = 0.5, ratio: float = 4.5, sharpness: float = 19.0
) -> NDArray[np.float32]:
    """Extended difference of Gaussians (Winnemöller et al., 2012) of an sRGB image [H, W, 3]: ink 0 … 1, [H, W]."""
    grey = cv2.cvtColor(image, cv2.COLOR_RGB2GRAY).astype(np.float32) / 255
    narrow, wide = cv2.GaussianBlur(grey, (0, 0), sigma), cv2.GaussianBlur(grey, (0, 0), sigma * ratio)
    sharpened = (1 + sharpness) * narrow - sharpness * wide
    level = float(sharpened.mean())
    ink: NDArray[np.float32] = np.where(sharpened >= level, 0, -np.tanh(10 * (sharpened - level))).astype(np.float32)
    return ink
