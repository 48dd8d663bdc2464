"""A sentence's first strokes: what a decoder that learnt from pictograms would draw, in many hands."""

from __future__ import annotations

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from app.engine.scene import CANVAS
from app.geometry import Curve
from app.geometry.welding import welded
from app.perception.stroke_decoder import StrokeDecoder

_REACH = 10.0  # canvas px between ends that were to meet
_SAMPLES = 16  # of a stroke, where its length is measured

Points = NDArray[np.float64]  # [N, 4, 2], canvas px


def worded_starts(
    decoder: StrokeDecoder,
    sentence: Tensor,  # [1, W], as the decoder's text tower reads it
    strokes: int,
    tries: int,
    random: np.random.Generator,
) -> list[Points]:
    """So many drawings in hands chosen by chance, those that were learnt from more drawings more often.

    Each is of `strokes` strokes exactly: the shortest are left out, or the longest drawn in two.
    """
    often = np.array([*decoder.hands.values()], dtype=np.float64)
    count = min(tries, len(often))
    hands = torch.from_numpy(random.choice(len(often), size=count, replace=False, p=often / often.sum()))
    with torch.no_grad():
        drawn, logits = decoder(sentence.expand(count, -1), hands)
    found = []
    for points, sure in zip(drawn.double().numpy(), logits.numpy(), strict=True):
        there = sure > 0
        there[np.argsort(-sure)[:2]] = True  # something is drawn of any sentence
        found.append(as_many(welded((points[there] + 1) * CANVAS / 2, _REACH), strokes))
    return [found[index % count] for index in range(tries)]


def as_many(drawn: Points, strokes: int) -> Points:
    """The same drawing by so many strokes: without its shortest, or its longest in two, and the longest of those."""
    parts = list(drawn)
    while len(parts) < strokes:
        longest = max(range(len(parts)), key=lambda index: _length(parts[index]))
        parts[longest : longest + 1] = _halves(parts[longest])
    while len(parts) > strokes:
        del parts[min(range(len(parts)), key=lambda index: _length(parts[index]))]
    return np.stack(parts)


def _length(stroke: Points) -> float:
    return Curve(stroke).length(_SAMPLES)


def _halves(stroke: Points) -> list[Points]:
    return [half.points for half in Curve(stroke).split(0.5)]
