"""Labels as users type them."""

from __future__ import annotations

import pytest
from taureau.engine.labels import labels_in


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        (" cat, a  dog,cat", ["cat", "a dog"]),
        ('"cat", “a dog”; «un chat»', ["cat", "a dog", "un chat"]),
        ("猫，狗、鸟", ["猫", "狗", "鸟"]),
        ("cat\ndog", ["cat", "dog"]),
        ("  , ,; “” ", []),
        ("a dog's tail, cat", ["a dog's tail", "cat"]),
    ],
)
def test_labels(text: str, labels: list[str]) -> None:
    assert labels_in(text) == labels
