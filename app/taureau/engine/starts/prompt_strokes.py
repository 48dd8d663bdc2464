"""First strokes of a sentence, predicted by a decoder that was trained on pictograms, in many styles."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from taureau.engine.scene.scene import CANVAS
from taureau.geometry import Curve
from taureau.geometry.welding import loose_ends, welded
from taureau.perception.stroke_decoder import StrokeDecoder

_REACH = 10.0  # canvas px within which ends are joined
_SAMPLES = 16  # of a stroke, to measure its length
_MET = 3.0  # canvas px within which an end counts as joined
_LOOSE = 0.1  # weight of the share of loose ends relative to uncertainty, in nats per stroke
_CHANCE = 0.02  # scale of the random perturbation of the order, in nats per stroke
_WELL_TRAINED = 40  # drawings: styles trained on fewer come last
_LOST = 0.05  # share of a drawing's length: styles that lose more to the number of strokes come later

Points = NDArray[np.float64]  # [N, 4, 2], canvas px


def decoded_starts(
    decoder: StrokeDecoder,
    sentence: Tensor,  # [1, W], as the decoder's text tower reads it
    strokes: int,
    count: int,
    seed: int,
    checkpoint: Callable[[], None] = lambda: None,
) -> list[Points]:
    """Return up to `count` drawings in different styles, the most certain first, with a random perturbation.

    The seed 0 takes from all styles; 1 and 2 take from one half each, and so do 3 and 4, from other halves.
    `checkpoint` is called between drawings, and may raise.

    A style is certain where the logits of its strokes are decided and the ends of its strokes meet. Each drawing has
    exactly `strokes` strokes: the shortest are left out, or the longest are split. Styles that lose little by that come
    before others.
    """
    styles = torch.arange(len(decoder.hands))
    with torch.no_grad():
        drawn, logits = decoder(sentence.expand(len(styles), -1), styles)
        uncertainty = nn.functional.binary_cross_entropy_with_logits(logits, logits.sigmoid(), reduction="none").mean(1)
    found: list[Points] = []
    scores: list[float] = []  # lower is better
    trained_on = decoder.hands.values()
    for points, logit, uncertain, examples in zip(
        drawn.double().numpy(), logits.numpy(), uncertainty.tolist(), trained_on, strict=True
    ):
        checkpoint()
        there = logit > 0
        there[np.argsort(-logit)[:2]] = True  # every sentence gets some strokes
        whole = welded((points[there] + 1) * CANVAS / 2, _REACH)
        lengths = sorted(map(_length, whole))
        lost = sum(lengths[: max(0, len(lengths) - strokes)]) > _LOST * sum(lengths)
        found.append(whole)
        scores.append(uncertain + _LOOSE * loose_ends(whole, _MET) + lost + (examples < _WELL_TRAINED))
    noise = np.random.default_rng((seed + 1) // 2).gumbel(size=len(found))
    order = np.argsort(np.array(scores) / _CHANCE - noise, kind="stable").tolist()
    chosen: list[Points] = []
    for style in (order if seed == 0 else order[(seed + 1) % 2 :: 2])[:count]:
        checkpoint()
        chosen.append(as_many(found[style], strokes))
    return chosen


def as_many(drawn: Points, strokes: int) -> Points:
    """Return the drawing with so many strokes: its shortest are removed, or its longest split in halves."""
    parts = list(drawn)
    lengths = [_length(part) for part in parts]
    while len(parts) < strokes:
        longest = lengths.index(max(lengths))
        halves = _halves(parts[longest])
        parts[longest : longest + 1] = halves
        lengths[longest : longest + 1] = [_length(half) for half in halves]
    while len(parts) > strokes:
        shortest = lengths.index(min(lengths))
        del parts[shortest], lengths[shortest]
    return np.stack(parts)


def _length(stroke: Points) -> float:
    return Curve(stroke).length(_SAMPLES)


def _halves(stroke: Points) -> list[Points]:
    return [half.points for half in Curve(stroke).split(0.5)]
