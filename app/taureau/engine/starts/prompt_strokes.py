"""Drawings of a sentence, predicted by a decoder that was trained on pictograms, in many styles."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import cv2
import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from taureau.engine.scene.scene import CANVAS
from taureau.geometry import Curve
from taureau.geometry.fit import bernstein
from taureau.geometry.welding import loose_ends, welded
from taureau.perception.stroke_decoder import StrokeDecoder

_REACH = 10.0  # canvas px within which ends are joined
_SAMPLES = 16  # of a stroke, to measure its length
_MET = 5.0  # canvas px within which an end counts as joined before the ends are joined
_WELL_TRAINED = 40  # drawings: styles trained on fewer come last
_LOST = 0.05  # share of a drawing's length: styles that lose more to the number of strokes come later
_THUMB = 56  # px, the side at which drawings are compared
_BLUR = 2.0  # px, of what is compared: lines that lie near each other agree
_FELLOWS = 7  # the most similar other drawings, whose mean similarity is a drawing's consensus
_DETAILED = 12  # strokes; more count no further
_VOTES = np.array([[1.0], [1.0], [0.5], [0.5]])  # weights of the four ranks
_SAME = 0.93  # similarity from which two drawings are alternatives of each other no more
_LINE = bernstein(np.linspace(0, 1, 33))

Points = NDArray[np.float64]  # [N, 4, 2], canvas px


@dataclass(frozen=True, eq=False)
class DecodedDrawings:
    """The drawings of one sentence in S styles, with what they are ranked by. Lower is better in all of it."""

    drawings: Sequence[Points]  # of any number of strokes, their ends joined
    uncertainty: NDArray[np.float64]  # [S], nats per stroke
    looseness: NDArray[np.float64]  # [S], share of ends that met no other before they were joined
    penalty: NDArray[np.float64]  # [S], 1 for each reason that makes a style the last choice

    def ranked(self) -> list[int]:
        """Return the indices of the styles, best first.

        A drawing is good that the decoder is certain of, whose strokes meet, that other styles resemble, and that is
        no mere blob: each counts by the drawing's rank among the styles.
        """
        plainness = -np.minimum([len(drawing) for drawing in self.drawings], _DETAILED).astype(np.float64)
        votes = _VOTES * [_ranks(one) for one in (self.uncertainty, self.looseness, -self.consensus(), plainness)]
        score = votes.sum(0) / len(self.drawings) + _VOTES.sum() * self.penalty
        return [int(index) for index in np.argsort(score, kind="stable")]

    def consensus(self) -> NDArray[np.float64]:
        """Return how much each drawing resembles the others most like it, [S] in 0 … 1."""
        alike = np.sort(self.similarity(), axis=1)[:, ::-1]
        return np.asarray(alike[:, 1 : 1 + _FELLOWS].mean(1) if len(alike) > 1 else np.zeros(len(alike)))

    def similarity(self) -> NDArray[np.float64]:
        """Return the correlation of the blurred inks of all pairs of drawings, [S, S] in 0 … 1."""
        inks = np.stack([_blurred(drawing) for drawing in self.drawings])
        return np.asarray(inks @ inks.T, dtype=np.float64)

    def alternatives(self, seed: int, count: int) -> list[int]:
        """Return up to `count` styles for a seed, best first: the first is as far down the order as the seed says.

        Drawings that resemble a better one are left out, as long as others remain; after the last the first comes
        again.
        """
        similarity, distinct, rest = self.similarity(), list[int](), list[int]()
        for index in self.ranked():
            new = all(similarity[index, other] < _SAME for other in distinct)
            (distinct if new and not self.penalty[index] else rest).append(index)
        order = distinct + rest
        return [order[(seed + step) % len(order)] for step in range(min(count, len(order)))]


def decode(
    decoder: StrokeDecoder,
    sentence: Tensor,  # [1, W], as the decoder's text tower reads it
    strokes: int,
    checkpoint: Callable[[], None] = lambda: None,
) -> DecodedDrawings:
    """Decode a sentence in every style; `checkpoint` is called between drawings, and may raise.

    `strokes` is the number of strokes wanted: styles that lose much of a drawing to it come last.
    """
    styles = torch.arange(len(decoder.styles))
    with torch.no_grad():
        drawn, logits = decoder(sentence.expand(len(styles), -1), styles)
        uncertainty = nn.functional.binary_cross_entropy_with_logits(logits, logits.sigmoid(), reduction="none").mean(1)
    drawings: list[Points] = []
    looseness, penalty = [], []
    for points, logit, examples in zip(drawn.double().numpy(), logits.numpy(), decoder.styles.values(), strict=True):
        checkpoint()
        there = logit > 0
        there[np.argsort(-logit)[:2]] = True  # every sentence gets some strokes
        parts = (points[there] + 1) * CANVAS / 2
        whole = welded(parts, _REACH)
        lengths = sorted(map(_length, whole))
        lost = sum(lengths[: max(0, len(lengths) - strokes)]) > _LOST * sum(lengths)
        drawings.append(whole)
        looseness.append(loose_ends(parts, _MET))
        penalty.append(float(lost) + float(examples < _WELL_TRAINED))
    return DecodedDrawings(drawings, uncertainty.double().numpy(), np.array(looseness), np.array(penalty))


def as_many(drawn: Points, strokes: int) -> Points:
    """Return the drawing with so many strokes: its shortest are removed, or its longest split in halves."""
    parts = list(drawn)
    lengths = [_length(part) for part in parts]
    while len(parts) < strokes:
        longest = lengths.index(max(lengths))
        halves = [half.points for half in Curve(parts[longest]).split(0.5)]
        parts[longest : longest + 1] = halves
        lengths[longest : longest + 1] = [_length(half) for half in halves]
    while len(parts) > strokes:
        shortest = lengths.index(min(lengths))
        del parts[shortest], lengths[shortest]
    return np.stack(parts)


def _length(stroke: Points) -> float:
    return Curve(stroke).length(_SAMPLES)


def _ranks(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return how many values are lower than each."""
    return np.asarray((values[:, None] > values[None]).sum(1), dtype=np.float64)


def _blurred(drawing: Points) -> NDArray[np.float32]:
    """Return the blurred ink of a drawing as a unit vector."""
    ink = np.zeros((_THUMB, _THUMB), np.uint8)
    fixed = np.round(_LINE @ drawing * (_THUMB / CANVAS * 16)).astype(np.int32)
    cv2.polylines(ink, list(fixed), False, 255, 1, cv2.LINE_AA, shift=4)
    soft = cv2.GaussianBlur(ink.astype(np.float32), (0, 0), _BLUR).ravel()
    return np.asarray(soft / max(float(np.linalg.norm(soft)), 1e-9), dtype=np.float32)
