"""A sentence's first strokes: what a decoder that learnt from pictograms would draw, in many hands."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from app.engine.scene import CANVAS
from app.geometry import Curve
from app.geometry.welding import loose_ends, welded
from app.perception.stroke_decoder import StrokeDecoder

_REACH = 10.0  # canvas px between ends that were to meet
_SAMPLES = 16  # of a stroke, where its length is measured
_MET = 3.0  # canvas px from an end to what it meets
_LOOSE = 0.1  # how much the share of loose ends counts beside doubt, in nats a stroke
_CHANCE = 0.02  # how much worse a drawing may be that goes first by chance, in the same
_NEIGHBOURS = 4  # seeds that deal one order of hands among them
_LOST = 0.05  # of a drawing's lines, that too few strokes may leave out where another hand needs fewer

Points = NDArray[np.float64]  # [N, 4, 2], canvas px


def worded_starts(
    decoder: StrokeDecoder,
    sentence: Tensor,  # [1, W], as the decoder's text tower reads it
    strokes: int,
    tries: int,
    seed: int,
) -> list[Points]:
    """So many drawings, the likelier to be clear the earlier, with some chance in it; neighbouring seeds share none.

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
    for points, sure, doubtful in zip(drawn.double().numpy(), logits.numpy(), doubt.tolist(), strict=True):
        there = sure > 0
        there[np.argsort(-sure)[:2]] = True  # something is drawn of any sentence
        whole = welded((points[there] + 1) * CANVAS / 2, _REACH)
        few = as_many(whole, strokes)
        lost = _length(few) < (1 - _LOST) * _length(whole)
        found.append(few)
        unclear.append(doubtful + _LOOSE * loose_ends(whole, _MET) + lost)
    chance = np.random.default_rng(seed // _NEIGHBOURS).gumbel(size=len(found))
    order = np.argsort(np.array(unclear) / _CHANCE - chance, kind="stable")
    return [found[order[(seed % _NEIGHBOURS + _NEIGHBOURS * index) % len(order)]] for index in range(tries)]


def as_many(drawn: Points, strokes: int) -> Points:
    """The same drawing by so many strokes: without its shortest, or its longest in two, and the longest of those."""
    parts = list(drawn)
    while len(parts) < strokes:
        longest = max(range(len(parts)), key=lambda index: _length(parts[index : index + 1]))
        parts[longest : longest + 1] = _halves(parts[longest])
    while len(parts) > strokes:
        del parts[min(range(len(parts)), key=lambda index: _length(parts[index : index + 1]))]
    return np.stack(parts)


def _length(drawn: Iterable[Points]) -> float:
    """Of all strokes together, px."""
    return sum(Curve(stroke).length(_SAMPLES) for stroke in drawn)


def _halves(stroke: Points) -> list[Points]:
    return [half.points for half in Curve(stroke).split(0.5)]
