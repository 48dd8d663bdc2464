"""Edges found, traced, cut into cubics and chosen, on images whose contours are known."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from taureau.engine.scene.edges import EdgeMap, find_edges, trace_edges
from taureau.engine.starts.contours import Piece, choose, explain, pieces_of, sharpest_turn


def circle_image(radius: float = 60.0) -> np.ndarray:
    """A red disc on white around (100, 100), drawn at eight times the size and averaged."""
    large = np.full((1600, 1600, 3), 255, dtype=np.uint8)
    cv2.circle(large, (800 - 1, 800 - 1), round(radius * 8), (200, 30, 30), -1)
    return cv2.resize(large, (200, 200), interpolation=cv2.INTER_AREA)


def test_the_crest_lies_on_the_edge_to_a_fraction_of_a_pixel() -> None:
    edges = find_edges(circle_image(), sigma=2.0)
    rows, columns = np.nonzero(edges.strength > 0.5)
    places = np.stack([columns, rows], axis=1) + 0.5 + edges.offset[rows, columns]
    radius = np.hypot(*(places - 100).T)
    assert np.abs(radius - 60).max() < 0.5
    assert np.abs(radius - 60).mean() < 0.15


def test_edges_run_along_the_contour() -> None:
    edges = find_edges(circle_image(), sigma=2.0)
    rows, columns = np.nonzero(edges.strength > 0.5)
    outward = np.stack([columns, rows], axis=1) + 0.5 - 100
    outward /= np.hypot(*outward.T)[:, None]
    assert np.abs((outward * edges.tangent[rows, columns]).sum(1)).max() < 0.1


def test_equal_lightness_is_no_hiding_place() -> None:
    """Two colours of the same lightness: their edge is found all the same."""
    image = np.zeros((60, 60, 3), dtype=np.uint8)
    image[:, :30], image[:, 30:] = (180, 90, 90), (60, 132, 110)
    grey = cv2.cvtColor(image, cv2.COLOR_RGB2LAB)[..., 0]
    assert abs(int(grey[0, 0]) - int(grey[0, -1])) <= 6
    assert find_edges(image, sigma=1.5).strength[30, 28:32].max() > 0.5


def test_a_flat_image_has_no_edges() -> None:
    assert find_edges(np.full((40, 40, 3), 128, dtype=np.uint8), sigma=1.5).strength.max() < 0.01


def test_a_circle_is_traced_in_one_line() -> None:
    edges = find_edges(circle_image(), sigma=2.0)
    lines = trace_edges(edges, edges.strength, low=0.3, high=0.5)
    assert len(lines) == 1
    length = np.hypot(*np.diff(lines[0], axis=0).T).sum()
    assert length == pytest.approx(2 * np.pi * 60, rel=0.05)


def test_at_a_crossing_lines_go_straight_on() -> None:
    image = np.full((120, 120, 3), 255, dtype=np.uint8)
    image[58:, :] = 0  # one long horizontal edge …
    image[:58, 80:] = 90  # … and a weaker one that ends on it
    edges = find_edges(image, sigma=1.5)
    lines = trace_edges(edges, edges.strength, low=0.2, high=0.4)
    longest = max(lines, key=len)
    assert np.ptp(longest[:, 0]) > 105
    assert np.ptp(longest[:, 1]) < 4


def test_pieces_of_a_circle_follow_it() -> None:
    angle = np.linspace(0, 2 * np.pi, 400)
    line = 100 + 60 * np.stack([np.cos(angle), np.sin(angle)], axis=1)
    pieces = pieces_of(line, tolerance=1.0, shortest=8.0, kink=3.0)
    assert len(pieces) > 4
    for piece in pieces:
        samples = np.stack([np.polynomial.Polynomial(c)(np.linspace(0, 1, 50)) for c in _power(piece.points)], axis=1)
        assert np.abs(np.hypot(*(samples - 100).T) - 60).max() < 1.05


def _power(points: np.ndarray) -> np.ndarray:
    """Coefficients of t⁰ … t³ of x and y: [2, 4]."""
    p0, p1, p2, p3 = points
    return np.stack([p0, 3 * (p1 - p0), 3 * (p2 - 2 * p1 + p0), p3 - 3 * p2 + 3 * p1 - p0]).T


def test_no_piece_has_a_kink() -> None:
    corner = np.concatenate([np.linspace([0.0, 0.0], [40.0, 0.0], 41), np.linspace([40.0, 1.0], [40.0, 40.0], 40)])
    assert all(
        sharpest_turn(piece.points, 3.0) < np.radians(55)
        for piece in pieces_of(corner, tolerance=9.0, shortest=9.0, kink=3.0)
    )


def test_a_hairpin_turns_by_half_a_circle() -> None:
    hairpin = np.array([[0.0, 0.0], [20.0, 0.0], [20.0, 0.5], [0.0, 0.5]])
    assert sharpest_turn(hairpin, 3.0) == pytest.approx(np.pi, abs=0.3)


def two_lines() -> tuple[list[Piece], EdgeMap, np.ndarray]:
    """Edges on rows 10 (weight 1) and 30 (weight ½), columns 10 to 49, and pieces along both, and along nothing."""
    weight = np.zeros((50, 60), dtype=np.float32)
    weight[10, 10:50], weight[30, 10:50] = 1.0, 0.5
    tangent = np.zeros((50, 60, 2), dtype=np.float32)
    tangent[..., 0] = 1
    edges = EdgeMap((weight > 0).astype(np.float32), tangent, np.zeros_like(tangent))

    def along(row: float, start: float, end: float) -> Piece:
        return Piece(np.linspace([start, row], [end, row], 4), end - start)

    return [along(40.5, 10, 50), along(30.5, 10, 50), along(10.5, 10, 30), along(10.5, 10, 50)], edges, weight


def test_a_piece_explains_the_edge_beneath_it() -> None:
    pieces, edges, weight = two_lines()
    candidates = explain(pieces, edges, weight, reach=4)
    explained = [candidates.explained([index]) for index in range(4)]
    assert explained == pytest.approx([0, 20, 24.2, 40])  # the third: three pixels past its end wholly, two partly
    assert candidates.explained([2, 3]) == pytest.approx(40)


def test_an_edge_that_runs_across_is_not_explained() -> None:
    _, edges, weight = two_lines()
    across = [Piece(np.linspace([30.0, 0.0], [30.0, 45.0], 4), 45.0)]
    assert explain(across, edges, weight, reach=4).explained([0]) == 0


def test_the_choice_takes_the_most_first_and_skips_what_is_explained() -> None:
    pieces, edges, weight = two_lines()
    chosen = choose(explain(pieces, edges, weight, reach=4), 4, price=0.1)
    assert [index for index, _ in chosen] == [3, 1]
    assert [gain for _, gain in chosen] == pytest.approx([40, 20], abs=1)


def test_a_price_above_the_gain_comes_last_but_fills_up() -> None:
    pieces, edges, weight = two_lines()
    chosen = choose(explain(pieces, edges, weight, reach=4), 4, price=0.6)
    assert [index for index, _ in chosen] == [3, 1]


def test_only_keeps_rows_in_the_order_given() -> None:
    pieces, edges, weight = two_lines()
    candidates = explain(pieces, edges, weight, reach=4)
    some = candidates.only([3, 1])
    assert [piece is pieces[index] for piece, index in zip(some.pieces, (3, 1), strict=True)] == [True, True]
    assert [some.explained([0]), some.explained([1])] == pytest.approx([40, 20])
