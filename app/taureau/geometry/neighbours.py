"""The nearest neighbours of all points at once: a k-d tree whose queries are answered together, leaf by leaf."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from taureau.geometry.curve import Points

Indices = NDArray[np.intp]
Numbers = NDArray[np.float64]

_LEAF = 8  # points of a leaf at most
_BLOCK = 2  # levels above the leaves: what lies below such a node bounds the distances to be searched
MAX_NEIGHBOURS = _LEAF << (_BLOCK - 1)  # so that each block has enough of them


def nearest_neighbours(points: Points, count: int) -> Indices:
    """Return the indices [N, min(count, N - 1)] of the nearest other points of each point, the nearest first.

    The same points have the same neighbours, whichever of several equally near ones they are. Raises ValueError for
    more than MAX_NEIGHBOURS.
    """
    if not 0 < count < MAX_NEIGHBOURS:
        raise ValueError(f"there can be from 1 to {MAX_NEIGHBOURS - 1} neighbours, not {count}")
    if len(points) < 2:
        return np.zeros((len(points), 0), dtype=np.intp)
    leaves, depth = _leaves(points)
    boxes = _boxes(points, leaves, depth)
    count = min(count, len(points) - 1)
    block = np.arange(len(leaves)) >> _BLOCK << _BLOCK
    best, found = _nothing_found(leaves, count)
    for step in range(min(1 << _BLOCK, len(leaves))):
        _look_into(points, leaves, np.arange(len(leaves)), block + step, best, found)
    reach = np.where(leaves >= 0, best[..., -1], 0.0).max(axis=1)  # squared, of each leaf
    asking, asked = _pairs_of_leaves(boxes, reach, depth)
    turn = np.arange(len(asking)) - np.searchsorted(asking, asking)  # of a leaf among those that another one looks into
    for number in range(int(turn.max(initial=-1)) + 1):
        now = turn == number
        _look_into(points, leaves, asking[now], asked[now], best, found)
    inside = leaves >= 0
    neighbours = np.zeros((len(points), count), dtype=np.intp)
    neighbours[leaves[inside]] = found[inside]
    return neighbours


def _leaves(points: Points) -> tuple[Indices, int]:
    """Return the points of each leaf [2 ** depth, _LEAF], padded with -1, and the depth of the tree."""
    depth = max(0, (len(points) - 1).bit_length() - _LEAF.bit_length() + 1)
    order, node = np.arange(len(points)), np.zeros(len(points), dtype=np.intp)
    for level in range(depth):
        starts = np.searchsorted(node, np.arange(1 << level))
        extents = np.maximum.reduceat(points[order], starts) - np.minimum.reduceat(points[order], starts)
        axis = np.argmax(extents, axis=1)[node]
        by_place = np.lexsort((points[order, axis], node))
        order, rank = order[by_place], np.arange(len(points)) - starts[node]
        sizes = np.diff(np.append(starts, len(points)))
        node = 2 * node + (rank >= (sizes[node] + 1) // 2)
    leaves = np.full((1 << depth, _LEAF), -1, dtype=np.intp)
    leaves[node, np.arange(len(points)) - np.searchsorted(node, node)] = order
    return leaves, depth


def _boxes(points: Points, leaves: Indices, depth: int) -> list[Numbers]:
    """Return the boxes [2 ** level, 2, 2] of the nodes of each level: their low and high corners."""
    inside = (leaves >= 0)[..., None]
    low = np.where(inside, points[leaves], np.inf).min(axis=1)
    high = np.where(inside, points[leaves], -np.inf).max(axis=1)
    boxes = [np.stack([low, high], axis=1)]
    for _ in range(depth):
        below = boxes[0]
        low = np.minimum(below[::2, 0], below[1::2, 0])
        high = np.maximum(below[::2, 1], below[1::2, 1])
        boxes.insert(0, np.stack([low, high], axis=1))
    return boxes


def _pairs_of_leaves(boxes: list[Numbers], reach: Numbers, depth: int) -> tuple[Indices, Indices]:
    """Return which leaf has to look into which other ones outside its block, in the order of the first."""
    own = boxes[-1]
    asking, asked = np.arange(len(reach)), np.zeros(len(reach), dtype=np.intp)
    for level in range(1, depth + 1):
        asking, asked = np.repeat(asking, 2), (2 * asked[:, None] + np.arange(2)).ravel()
        there, here = boxes[level][asked], own[asking]
        gap = np.maximum(0.0, np.maximum(there[:, 0] - here[:, 1], here[:, 0] - there[:, 1]))
        near = np.sum(gap**2, axis=1) < reach[asking]
        if depth - level <= _BLOCK:  # what is in the block has been looked into
            near &= (asking >> _BLOCK) != (asked << (depth - level) >> _BLOCK)
        asking, asked = asking[near], asked[near]
    return (asking, asked) if depth else (asking[:0], asked[:0])


def _nothing_found(leaves: Indices, count: int) -> tuple[Numbers, Indices]:
    """Return the squared distances and the indices, [L, _LEAF, count], of neighbours before any is found."""
    shape = (*leaves.shape, count)
    return np.full(shape, np.inf), np.zeros(shape, dtype=np.intp)


def _look_into(points: Points, leaves: Indices, asking: Indices, asked: Indices, best: Numbers, found: Indices) -> None:
    """Take the points of the leaves `asked` into the neighbours of those of `asking`, each of which is there once."""
    here, there = leaves[asking], leaves[asked]
    apart = points[here][:, :, None] - points[there][:, None]  # [P, _LEAF, _LEAF, 2]
    squared = apart[..., 0] ** 2 + apart[..., 1] ** 2
    squared[(here[:, :, None] == there[:, None]) | (there < 0)[:, None]] = np.inf
    count = best.shape[-1]
    distances = np.concatenate([best[asking], squared], axis=2)
    indices = np.concatenate([found[asking], np.broadcast_to(there[:, None], squared.shape)], axis=2)
    nearest = np.argsort(distances, axis=2, kind="stable")[..., :count]
    best[asking] = np.take_along_axis(distances, nearest, axis=2)
    found[asking] = np.take_along_axis(indices, nearest, axis=2)
