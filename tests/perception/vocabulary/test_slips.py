"""Typing slips."""

from __future__ import annotations

import pytest
from taureau.perception.vocabulary.slips import distance, meant, spelled_alike


@pytest.mark.parametrize(
    ("a", "b", "steps"),
    [("cat", "cat", 0), ("cat", "act", 1), ("cat", "ca", 1), ("cat", "cart", 1), ("bycicle", "bicycle", 2)],
)
def test_steps_between_words(a: str, b: str, steps: int) -> None:
    assert distance(a, b, 3) == distance(b, a, 3) == steps


def test_counting_stops_where_there_are_too_many() -> None:
    assert distance("elephant", "bicycle", 2) == 3


def test_short_words_and_far_ones_are_not_corrected() -> None:
    known = {"cat": 20, "bicycle": 22, "sauropod": 1}
    assert meant("cta", known) == ""
    assert meant("bycicle", known) == "bicycle"
    assert meant("sauroood", known) == "sauropod"
    assert meant("saurrood", known) == ""  # two slips, in a word that is seldom drawn
    assert meant("gycikle", known) == ""


def test_of_two_as_near_the_more_usual_is_meant() -> None:
    assert meant("hoase", {"hoise": 1, "house": 30}) == "house"


def test_names_spelled_alike() -> None:
    assert spelled_alike("doggo", ["dog", "cat", "door"], 4) == ["dog", "door"]
    assert spelled_alike("xqzvy", ["dog"], 4) == []
