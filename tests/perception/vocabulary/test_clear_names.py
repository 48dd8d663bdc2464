"""Names that the decoder takes for something else, and the names that it draws as they are meant."""

from __future__ import annotations

import pytest
from taureau.perception.vocabulary import in_clear_names, own_vocabulary


@pytest.mark.parametrize(
    ("sentence", "clear"),
    [
        ("a table", "a desk"),
        ("a round table", "a round desk"),
        ("two cups", "two mugs"),
        ("A Cup", "A mug"),
        ("a cup of tea", "a mug of tea"),
        ("a sailing boat", "a sailboat"),
        ("a cup on a table, beside a boat", "a mug on a desk, beside a sailboat"),
    ],
)
def test_unclear_names_are_replaced(sentence: str, clear: str) -> None:
    assert in_clear_names(sentence, own_vocabulary().names) == clear


@pytest.mark.parametrize(
    "sentence",
    ["a dog", "a coffee cup", "two coffee cups", "a table lamp", "a table of contents", ""],
)
def test_other_names_stay(sentence: str) -> None:
    assert in_clear_names(sentence, own_vocabulary().names) == sentence
