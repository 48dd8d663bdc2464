"""The order of pieces: every piece once, and for few pieces as cheap as the best of all orders."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from numpy.typing import NDArray
from taureau.geometry.one_line.tour import cheapest_tour


def prices_of(pieces: int, seed: int) -> NDArray[np.float64]:
    """Distances between the ends of random segments; a piece is not linked to itself."""
    ends = np.random.default_rng(seed).uniform(0, 100, (2 * pieces, 2))
    prices = np.linalg.norm(ends[:, None] - ends, axis=-1)
    place = np.arange(2 * pieces)
    prices[place, place] = prices[place, place ^ 1] = np.inf
    return prices


def price(line: list[int], prices: NDArray[np.float64]) -> float:
    return sum(prices[one ^ 1, other] for one, other in itertools.pairwise(line))


def nothing() -> None:
    """A checkpoint that lets it go on."""


@pytest.mark.parametrize("seed", range(4))
def test_few_pieces_are_ordered_as_well_as_can_be(seed: int) -> None:
    prices = prices_of(5, seed)
    (tour,) = cheapest_tour(prices, 0, nothing)
    assert sorted(end // 2 for end in tour) == list(range(5))
    best = min(
        price([2 * piece + way for piece, way in zip(order, ways, strict=True)], prices)
        for order in itertools.permutations(range(5))
        for ways in itertools.product((0, 1), repeat=5)
    )
    assert price(tour, prices) <= 1.1 * best


@pytest.mark.parametrize("lifts", [0, 1, 5, 39, 60])
def test_lifts_leave_out_the_dearest_links(lifts: int) -> None:
    prices = prices_of(40, 7)
    lines = cheapest_tour(prices, lifts, nothing)
    assert len(lines) <= lifts + 1
    assert sorted(end // 2 for line in lines for end in line) == list(range(40))
    total = sum(price(line, prices) for line in lines)
    if lifts >= 39:
        assert total == 0
    else:
        whole = price(cheapest_tour(prices, 0, nothing)[0], prices)
        assert total <= whole + 1e-9


def test_one_piece_is_a_tour() -> None:
    assert cheapest_tour(prices_of(1, 0), 3, nothing) == [[0]]
