"""Drawings of a sentence, predicted by a decoder that was trained on pictograms, in many styles."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
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
_GUESSED = 2.0  # penalty of styles that have not learnt what others have
_LOST = 0.05  # share of a drawing's length: styles that lose more to the number of strokes come later
_THUMB = 56  # px, the side at which drawings are compared
_BLUR = 2.0  # px, of what is compared: lines that lie near each other agree
_FELLOWS = 7  # the most similar other drawings, whose mean similarity is a drawing's consensus
_DETAILED = 12  # strokes; more count no further
_VOTES = np.array([[1.0], [1.0], [0.5], [0.5]])  # weights of the four ranks
_SAME = 0.93  # similarity from which two drawings are alternatives of each other no more
_COPY = 0.985  # similarity from which a drawing is the same as another
_TRIED = 40  # styles compared for a strip
CANDIDATES = 4  # drawings that a run proposes
_FEW = 12  # styles that say how certain the decoder is of a sentence
_LINE = bernstein(np.linspace(0, 1, 33))

Points = NDArray[np.float64]  # [N, 4, 2], canvas px


@dataclass(frozen=True, eq=False)
class DecodedDrawings:
    """Drawings of one thing in several styles, with what they are ranked by. Lower is better in all of it."""

    drawings: Sequence[Points]  # [S], of any number of strokes, their ends joined
    styles: NDArray[np.int64]  # [S], indices of the decoder's styles
    sentences: NDArray[np.int64]  # [S], indices of the decoded sentences
    uncertainty: NDArray[np.float64]  # [S], nats per stroke
    looseness: NDArray[np.float64]  # [S], share of ends that met no other before they were joined
    penalty: NDArray[np.float64]  # [S], sum of the reasons that make a style the last choice

    def ranked(self) -> list[int]:
        """Return the indices of the drawings, best first.

        A drawing is good that the decoder is certain of, whose strokes meet, that other styles resemble, and that is
        no mere blob: each counts by the drawing's rank among the styles.
        """
        plainness = -np.minimum([len(drawing) for drawing in self.drawings], _DETAILED).astype(np.float64)
        votes = _VOTES * [_ranks(one) for one in (self.uncertainty, self.looseness, -self.consensus(), plainness)]
        score = votes.sum(0) / len(self.drawings) + _VOTES.sum() * self.penalty
        return [int(index) for index in np.argsort(score, kind="stable")]

    def consensus(self) -> NDArray[np.float64]:
        """Return how much each drawing resembles the others most like it that are not guessed, [S] in 0 … 1."""
        alike = np.sort(self.similarity() * (self.penalty < _GUESSED), axis=1)[:, ::-1]
        return np.asarray(alike[:, 1 : 1 + _FELLOWS].mean(1) if len(alike) > 1 else np.zeros(len(alike)))

    def similarity(self) -> NDArray[np.float64]:
        """Return the correlation of the blurred inks of all pairs of drawings, [S, S] in 0 … 1."""
        inks = np.stack([_blurred(drawing) for drawing in self.drawings])
        return np.asarray(inks @ inks.T, dtype=np.float64)

    def choice(self, seed: int, count: int, like: Sequence[int] = ()) -> list[int]:
        """Return the indices of up to `count` drawings: alternatives of each other, or those like another.

        `like` is the seed of that drawing among the alternatives; a further seed is one among the drawings like it.
        What was proposed with it, or before it, comes last.
        """
        if not like:
            return self.alternatives(seed, count)
        shown = self.alternatives(0, _proposed(like[0]))
        chosen = shown[like[0] % len(shown)]
        for further in like[1:]:
            near = self.neighbours(chosen, 0, _proposed(further), shown)
            chosen = near[further % len(near)]
            shown += near
        return self.neighbours(chosen, seed, count, shown)

    def neighbours(self, index: int, seed: int, count: int, shown: Collection[int] = ()) -> list[int]:
        """Return the indices of up to `count` drawings that resemble one, the most similar first; begins at `seed`.

        What was `shown` comes last, with the drawing itself, copies of both, and styles that are nobody's first choice.
        """
        similarity = self.similarity()
        seen = [index, *shown]
        last = (similarity[seen] >= _COPY).any(0).astype(np.float64) + (self.penalty > 0)
        last[seen] += 1
        last[index] = np.inf
        order = [int(one) for one in np.lexsort((-similarity[index], last))]
        return [order[(seed + step) % len(order)] for step in range(min(count, len(order)))]

    def alternatives(self, seed: int, count: int) -> list[int]:
        """Return the indices of up to `count` drawings, best first; a seed says how far down the order they begin.

        Drawings that resemble a better one are left out, as long as others remain; after the last the first comes
        again.
        """
        similarity, distinct, rest = self.similarity(), list[int](), list[int]()
        for index in self.ranked():
            new = all(similarity[index, other] < _SAME for other in distinct)
            (distinct if new and not self.penalty[index] else rest).append(index)
        order = distinct + rest
        return [order[(seed + step) % len(order)] for step in range(min(count, len(order)))]


def _proposed(seed: int) -> int:
    """Return how many drawings are proposed up to the run that proposes this one."""
    return CANDIDATES * (seed // CANDIDATES + 1)


def decode(
    decoder: StrokeDecoder,
    sentences: Tensor,  # [N, W], as the decoder's text tower reads them
    strokes: int,
    checkpoint: Callable[[], None] = lambda: None,
    *,
    styles: Sequence[int] | None = None,  # indices; None: all
    learnt: Collection[int] = (),  # styles that have drawn the thing
    most: int | None = None,  # drawings; None: as many as there are styles
) -> DecodedDrawings:
    """Decode sentences that mean one thing in every style; `checkpoint` is called between drawings, and may raise.

    The `most` drawings are kept that the decoder is most certain of, in styles that it was well trained on if possible.
    The styles that have `learnt` to draw the thing come first, if there are any: the others guess it from its name.
    `strokes` is the number of strokes wanted: styles that lose much of a drawing to it come last.
    """
    tried = np.arange(len(decoder.styles)) if styles is None else np.asarray(styles)
    sentence, style = (one.ravel() for one in np.meshgrid(np.arange(len(sentences)), tried, indexing="ij"))
    drawn, logits, uncertainty = _predicted(decoder, sentences[sentence], style)
    examples = np.array(list(decoder.styles.values()))
    guessed = np.full(len(style), bool(learnt)) & ~np.isin(style, list(learnt))
    order = np.lexsort((uncertainty, guessed, examples[style] < _WELL_TRAINED))
    kept = np.sort(order[: len(tried) if most is None else most])
    drawings: list[Points] = []
    looseness, penalty = [], []
    for points, logit, number, guess in zip(drawn[kept], logits[kept], style[kept], guessed[kept], strict=True):
        checkpoint()
        there = logit > 0
        there[np.argsort(-logit)[:2]] = True  # every sentence gets some strokes
        parts = (points[there] + 1) * CANVAS / 2
        whole = welded(parts, _REACH)
        lengths = sorted(map(_length, whole))
        lost = sum(lengths[: max(0, len(lengths) - strokes)]) > _LOST * sum(lengths)
        drawings.append(whole)
        looseness.append(loose_ends(parts, _MET))
        penalty.append(_GUESSED * float(guess) + float(lost) + float(examples[number] < _WELL_TRAINED))
    return DecodedDrawings(
        drawings, style[kept], sentence[kept], uncertainty[kept], np.array(looseness), np.array(penalty)
    )


def decode_strip(
    decoder: StrokeDecoder,
    sentences: Tensor,  # [N, W], the steps of the strip
    strokes: int,
    checkpoint: Callable[[], None] = lambda: None,
    *,
    learnt: Collection[int] = (),  # styles that have drawn the things at both ends
) -> tuple[int, list[Points]]:
    """Return the style that draws both ends of the strip best, and the drawings of all steps in it.

    Of the styles that the decoder is most certain of at both ends, those that have `learnt` the things before all
    others, the one is taken whose worse rank is best.
    """
    examples = np.array(list(decoder.styles.values()))
    styles = np.tile(np.arange(len(examples)), 2)
    ends = sentences[[0, -1]]
    uncertainty = _predicted(decoder, ends.repeat_interleave(len(examples), 0), styles)[2]
    worse = uncertainty.reshape(2, -1).max(0)
    guessed = np.full(len(examples), bool(learnt)) & ~np.isin(np.arange(len(examples)), list(learnt))
    tried = [int(style) for style in np.lexsort((worse, guessed, examples < _WELL_TRAINED))[:_TRIED]]
    ranked = [decode(decoder, end[None], strokes, checkpoint, styles=tried, learnt=learnt).ranked() for end in ends]
    best = tried[int(np.max([np.argsort(order) for order in ranked], axis=0).argmin())]
    steps = [decode(decoder, sentence[None], strokes, checkpoint, styles=[best]) for sentence in sentences]
    return best, [step.drawings[0] for step in steps]


def certainty_of(decoder: StrokeDecoder, sentences: Tensor) -> NDArray[np.float64]:
    """Return the negative uncertainty of the best few styles for each of the sentences [N, W], nats per stroke."""
    count = len(decoder.styles)
    styles = np.tile(np.arange(count), len(sentences))
    uncertainty = _predicted(decoder, sentences.repeat_interleave(count, 0), styles)[2]
    return -np.sort(uncertainty.reshape(len(sentences), count), axis=1)[:, :_FEW].mean(1)


@torch.no_grad()
def _predicted(
    decoder: StrokeDecoder, sentences: Tensor, styles: NDArray[np.int64]
) -> tuple[NDArray[np.float64], NDArray[np.float32], NDArray[np.float64]]:
    """Return points [B, K, 4, 2], logits [B, K] and uncertainty [B] of sentences [B, W] in styles [B]."""
    drawn, logits = decoder(sentences, torch.from_numpy(styles))
    entropy = nn.functional.binary_cross_entropy_with_logits(logits, logits.sigmoid(), reduction="none")
    return drawn.double().numpy(), logits.numpy(), entropy.mean(1).double().numpy()


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
