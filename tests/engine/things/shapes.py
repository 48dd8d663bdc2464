"""Simple closed drawings, in place of decoded ones."""

from __future__ import annotations

import zlib

import numpy as np
from numpy.typing import NDArray
from taureau.geometry import Curve

from tests.engine.things.sentences import NOUNS


def polygon(corners: list[tuple[float, float]]) -> NDArray[np.float64]:
    """Return a closed polygon, a stroke for each side, [N, 4, 2]."""
    following = [*corners[1:], corners[0]]
    return np.stack([Curve.line(a, b).points for a, b in zip(corners, following, strict=True)])


def shape_of(phrase: str) -> NDArray[np.float64]:
    """Return a polygon that depends on the phrase: 3 … 9 corners, 0.4 … 2.5 times as wide as high."""
    random = np.random.default_rng(zlib.crc32(phrase.encode()))
    corners = int(random.integers(3, 10))
    angles = np.linspace(0, 2 * np.pi, corners, endpoint=False) - np.pi / 2
    wide = float(np.exp(random.uniform(np.log(0.4), np.log(2.5))))
    return polygon([(50 * wide * float(np.cos(a)), 50 * float(np.sin(a))) for a in angles])


def shapes() -> dict[str, NDArray[np.float64]]:
    """Return a shape for each noun of the generator, by its phrase."""
    phrases = [f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}" for noun in NOUNS]
    return {phrase: shape_of(phrase) for phrase in phrases}
