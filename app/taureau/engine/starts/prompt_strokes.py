"""A sentence's first strokes: what a decoder that learnt from pictograms would draw, in many hands."""

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

_REACH = 10.0  # canvas px between ends that were to meet
_SAMPLES = 16  # of a stroke, where its length is measured
_MET = 3.0  # canvas px from an end to what it meets
_LOOSE = 0.1  # how much the share of loose ends counts beside doubt, in nats a stroke
_CHANCE = 0.02  # how much worse a drawing may be that goes first by chance, in the same
_WELL_LEARNT = 40  # drawings: hands that learnt from fewer come last
_LOST = 0.05  # of a drawing's lines, that too few strokes may leave out where another hand needs fewer

Points = NDArray[np.float64]  # [N, 4, 2], canvas px


def decoded_starts(
    decoder: StrokeDecoder,
    sentence: Tensor,  # [1, W], as the decoder's text tower reads it
    strokes: int,
    count: int,
    seed: int,
    checkpoint: Callable[[], None] = lambda: None,
) -> list[Points]:
    """So many drawings in different hands, or as many as there are, the likelier to be clear the earlier, with some
    chance in it. The seed 0 takes from all hands; 1 and 2 take from one half each, and so do 3 and 4, from other
    halves. `checkpoint` is called between drawings, and may raise.

    A hand that knows what is asked for is sure which strokes are there, and their ends meet; one that does not draws
    the mean of what others do. Each drawing is of `strokes` strokes exactly: the shortest are left out, or the longest
    drawn in two. Hands that can do with so few go before others.
    """
    hands = torch.arange(len(decoder.hands))
    with torch.no_grad():
        drawn, logits = decoder(sentence.expand(len(hands), -1), hands)
        doubt = nn.functional.binary_cross_entropy_with_logits(logits, logits.sigmoid(), reduction="none").mean(1)
    found: list[Points] = []
    unclear: list[float] = []
    learnt = decoder.hands.values()
    for points, sure, doubtful, often in zip(
        drawn.double().numpy(), logits.numpy(), doubt.tolist(), learnt, strict=True
    ):
        checkpoint()
        there = sure > 0
        there[np.argsort(-sure)[:2]] = True  # something is drawn of any sentence
        whole = welded((points[there] + 1) * CANVAS / 2, _REACH)
        lengths = sorted(map(_length, whole))
        lost = sum(lengths[: max(0, len(lengths) - strokes)]) > _LOST * sum(lengths)
        found.append(whole)
        unclear.append(doubtful + _LOOSE * loose_ends(whole, _MET) + lost + (often < _WELL_LEARNT))
    chance = np.random.default_rng((seed + 1) // 2).gumbel(size=len(found))
    order = np.argsort(np.array(unclear) / _CHANCE - chance, kind="stable").tolist()
    dealt: list[Points] = []
    for hand in (order if seed == 0 else order[(seed + 1) % 2 :: 2])[:count]:
        checkpoint()
        dealt.append(as_many(found[hand], strokes))
    return dealt


def as_many(drawn: Points, strokes: int) -> Points:
    """The same drawing by so many strokes: without its shortest, or its longest in two, and the longest of those."""
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
