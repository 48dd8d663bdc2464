"""The lazy search finds what a search through all finds, and measures less."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from taureau.engine.search.lazy_greedy import LazySearch


def test_the_best_of_sets_that_cover_a_place_is_found_each_time() -> None:
    sets = np.random.default_rng(0).random((60, 200)) < 0.1
    covered = np.zeros(200, dtype=bool)
    asked: list[int] = []

    def gains(some: list[int]) -> list[float]:
        asked.extend(some)
        return [float((sets[one] & ~covered).sum()) for one in some]

    search = LazySearch(60)
    taken: set[int] = set()
    for _ in range(15):
        left = [one for one in range(60) if one not in taken]
        most = max(float((sets[one] & ~covered).sum()) for one in left)
        found = search.scores(gains)
        best = max(found, key=found.__getitem__)
        assert best not in taken
        assert found[best] == most
        search.take(best)
        taken.add(best)
        covered |= sets[best]
    assert len(asked) < 15 * 60 / 2


def score_of(values: list[float]) -> Callable[[list[int]], list[float]]:
    return lambda some: [values[one] for one in some]


def test_all_that_are_nearly_as_good_are_measured_again() -> None:
    values = [1.0, 0.95, 0.5, *[0.0] * 20]
    search = LazySearch(len(values))
    search.scores(score_of(values))  # all have a bound from now on
    assert set(search.scores(score_of(values))) >= {0}
    assert {0, 1} <= set(search.scores(score_of(values), alike=0.9))
    assert search.scores(score_of(values), floor=2.0) == {}


def test_what_was_taken_may_be_put_back() -> None:
    search = LazySearch(3)
    search.take(1)
    assert set(search.scores(score_of([0.1, 5.0, 0.2]))) == {0, 2}
    search.put_back(1)
    found = search.scores(score_of([0.1, 5.0, 0.2]))
    assert max(found, key=found.__getitem__) == 1


def test_a_checkpoint_may_end_a_search() -> None:
    def stop() -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        LazySearch(2).scores(score_of([1.0, 2.0]), checkpoint=stop)
