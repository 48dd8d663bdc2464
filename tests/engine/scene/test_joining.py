"""Lines that go on in each other become one; others stay apart."""

from __future__ import annotations

import numpy as np
import pytest
from taureau.engine.scene.joining import join_lines
from taureau.geometry import Points


def line(start: tuple[float, float], end: tuple[float, float]) -> Points:
    count = int(np.hypot(end[0] - start[0], end[1] - start[1])) + 1
    return np.linspace(start, end, count)


@pytest.mark.parametrize("turned", [(False, False), (True, False), (False, True), (True, True)])
def test_a_gap_is_bridged_whichever_way_the_lines_run(turned: tuple[bool, bool]) -> None:
    parts = [line((0, 0), (20, 0)), line((25, 0), (50, 0))]
    found = join_lines(
        [part[::-1] if flip else part for part, flip in zip(parts, turned, strict=True)], gap=6, turn=0.7
    )
    assert len(found) == 1
    xs = found[0][:, 0] if found[0][0, 0] == 0 else found[0][::-1, 0]
    assert xs == pytest.approx(np.arange(51))


def test_a_wide_gap_and_a_sharp_turn_stay() -> None:
    lines = [line((0, 0), (20, 0)), line((30, 0), (50, 0)), line((22, 1), (22, 30))]
    assert [found.tolist() for found in join_lines(lines, gap=6, turn=0.7)] == [part.tolist() for part in lines]


def test_parallel_neighbours_stay() -> None:
    lines = [line((0, 0), (20, 0)), line((0, 3), (20, 3))]
    assert len(join_lines(lines, gap=6, turn=0.7)) == 2


def test_three_in_a_row_become_one_and_the_nearest_wins() -> None:
    lines = [line((24, 0), (40, 0)), line((0, 0), (20, 0)), line((43, 0), (60, 0)), line((25, 2), (40, 6))]
    found = join_lines(lines, gap=8, turn=0.7)
    assert sorted(np.ptp(part[:, 0]) for part in found) == [15, 60]


def test_an_open_ring_is_not_closed_into_a_loop_without_ends() -> None:
    angle = np.linspace(0, np.pi, 60)
    top = 40 * np.stack([np.cos(angle), -np.sin(angle)], axis=1)
    found = join_lines([top, top * [-1, -1]], gap=6, turn=0.7)
    assert len(found) == 1
    assert len(found[0]) == 120


def test_nothing_gives_nothing() -> None:
    assert join_lines([], gap=6, turn=0.7) == []
