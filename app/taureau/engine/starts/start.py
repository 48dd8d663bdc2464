"""First strokes as candidates: from contours, or from saliency-sampled points as published."""

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
from taureau.geometry import Points
from taureau.geometry.fit import bernstein

_LOW, _HIGH = 0.1, 0.22  # hysteresis thresholds of tracing
_GAP = 6.0  # canvas px over which lines are joined …
_TURN = 0.7  # … when they turn by no more than this, radians
_TOLERANCE = 3.5  # canvas px, the largest distance of a piece from its edge
_SHORTEST = 8.0  # canvas px
_KINK = _SHORTEST / 3  # canvas px within which a stroke must not turn sharply
_DETAIL_TOLERANCE, _SHORTEST_DETAIL = 1.5, 2.5  # canvas px, of an eye, a nose or a mouth
_REACH = 5  # canvas px within which a stroke explains edges
_ALONG = 0.6  # share of a candidate's length along a refused stroke, from which it counts as the same
POOL = 96  # candidates considered, or twice the number of strokes where that is more
PRICE = 0.12  # edge weight that each pixel of a stroke must explain


def contour_candidates(
    scene: Scene, checkpoint: Callable[[], None] = lambda: None, *, fine: int = OVERSAMPLING
) -> Candidates:
    """Return every cubic that fits a stretch of the scene's edges, in px of a grid of `fine` px per canvas px.

    `checkpoint` is called between the parts of the work, and may raise to end it.
    """
    traced = trace_edges(scene.edges, scene.weight, low=_LOW, high=_HIGH, shortest=2 * fine)
    checkpoint()
    pieces: list[Piece] = []
    lines = [line for line in traced if len(line) >= 4 * fine and not _is_detail(scene, line)]
    for line in join_lines(lines, gap=_GAP * fine, turn=_TURN):
        pieces += pieces_of(line, tolerance=_TOLERANCE * fine, shortest=_SHORTEST * fine, kink=_KINK * fine)
        checkpoint()
    for line in traced:
        if _is_detail(scene, line):
            shortest = _SHORTEST_DETAIL * fine
            pieces += pieces_of(line, tolerance=_DETAIL_TOLERANCE * fine, shortest=shortest, kink=_KINK * fine)
    return explain(pieces, scene.edges, scene.weight, reach=_REACH * fine, checkpoint=checkpoint)


def contour_lines(scene: Scene) -> list[Points]:
    """Return the scene's edges as lines [K, 2], canvas px, joined across gaps, the strongest first."""
    fine = OVERSAMPLING
    traced = trace_edges(scene.edges, scene.weight, low=_LOW, high=_HIGH, shortest=4 * fine)
    return [line / fine for line in join_lines(traced, gap=_GAP * fine, turn=_TURN)]


def _is_detail(scene: Scene, line: Points) -> bool:
    """Return whether most of a line [K, 2], px of the fine grid, lies on a detail of the scene."""
    if scene.details is None:
        return False
    x, y = line.astype(int).T
    return bool(scene.details[y, x].mean() > 0.5)


def contour_start(candidates: Candidates, count: int, cover: NDArray[np.float32] | None = None) -> Candidates:
    """Return up to `count` candidates that explain the most edge weight beyond `cover`, in greedy order."""
    return candidates.only([index for index, _ in choose(candidates, count, price=PRICE, cover=cover)])


def scattered_candidates(scene: Scene, count: int, seed: int) -> Candidates:
    """Return saliency-sampled scribbles as candidates, in px of the scene's fine grid."""
    return strokes_as_candidates(scene, random_start(scene, count, seed))


def strokes_as_candidates(scene: Scene, points: NDArray[np.float64]) -> Candidates:
    """Return strokes [N, 4, 2], canvas px, as candidates with the edges they explain."""
    pieces = [Piece(stroke * OVERSAMPLING, length_of(stroke) * OVERSAMPLING) for stroke in points]
    return explain(pieces, scene.edges, scene.weight, reach=_REACH * OVERSAMPLING)


def without_refused(candidates: Candidates, refused: Sequence[NDArray[np.float64]]) -> Candidates:
    """Return the candidates that do not lie, for most of their length, along a refused line [K, 2], canvas px."""
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
    """Return all candidates in greedy order: [N, 4, 2] canvas px, and their gains, of which edges are half."""
    chosen = choose(candidates, len(candidates.pieces), price=PRICE)
    rest = set(range(len(candidates.pieces))) - {index for index, _ in chosen}
    chosen += [(index, 0.0) for index in sorted(rest)]
    if not chosen:
        return np.zeros((0, 4, 2)), []
    total = 2 * max(float(candidates.weight.sum()), 1e-9)
    points = np.stack([candidates.pieces[index].points for index, _ in chosen]) / OVERSAMPLING
    return points, [gain / total for _, gain in chosen]


def random_start(scene: Scene, count: int, seed: int) -> NDArray[np.float64]:
    """Return the published first strokes from the built-in encoder's saliency in the mask: [count, 4, 2] canvas px."""
    image = cv2.resize(scene.crop, (CANVAS, CANVAS), interpolation=cv2.INTER_AREA)
    attention = scene.frame.crop(scene.saliency).clip(0, 1) * (scene.frame.crop(scene.mask.astype(np.uint8)) > 0)
    return published_start(attention, xdog(image), count, np.random.default_rng(seed))


def xdog(
    image: NDArray[np.uint8], *, sigma: float = 0.5, ratio: float = 4.5, sharpness: float = 19.0
) -> NDArray[np.float32]:
    """Return the extended difference of Gaussians (Winnemöller et al., 2012) of an sRGB image [H, W, 3]: ink [H, W]."""
    grey = cv2.cvtColor(image, cv2.COLOR_RGB2GRAY).astype(np.float32) / 255
    narrow, wide = cv2.GaussianBlur(grey, (0, 0), sigma), cv2.GaussianBlur(grey, (0, 0), sigma * ratio)
    sharpened = (1 + sharpness) * narrow - sharpness * wide
    level = float(sharpened.mean())
    ink: NDArray[np.float32] = np.where(sharpened >= level, 0, -np.tanh(10 * (sharpened - level))).astype(np.float32)
    return ink
