"""Labels as users type them."""

from __future__ import annotations

import pytest
from taureau.engine.labels import labels_in, translated, unread


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        (" cat, a  dog,cat", ["cat", "a dog"]),
        ('"cat", “a dog”; «un chat»', ["cat", "a dog", "un chat"]),
        ("猫，狗、鸟", ["猫", "狗", "鸟"]),
        ("cat\ndog", ["cat", "dog"]),
        ("  , ,; “” ", []),
        ("a dog's tail, cat", ["a dog's tail", "cat"]),
        ('"salt, pepper", 「猫、狗」，鸟', ["salt, pepper", "猫、狗", "鸟"]),
        ('"cat, dog', ["cat", "dog"]),
        ("'cat', 'a dog'", ["cat", "a dog"]),
    ],
)
def test_labels(text: str, labels: list[str]) -> None:
    assert labels_in(text) == labels


def test_labels_of_other_languages_and_emoji_are_led_to_english() -> None:
    labels = ["鸭子", "Fahrrad", "собака", "🐈", "poodle", "wolfhound"]
    assert list(translated(labels).values()) == ["duck", "bicycle", "dog", "cat", "poodle", "wolfhound"]
    assert unread(labels) == ""


def test_of_labels_that_mean_the_same_the_first_is_kept() -> None:
    assert translated(["鸭子", "🦆", "duck", "cat"]) == {"鸭子": "duck", "cat": "cat"}


def test_what_cannot_be_translated_is_said_in_one_line() -> None:
    said = "ਬਤਖ, بطة: not among the words that Taureau can translate; encoders read English"
    assert unread(["cat", "ਬਤਖ", "بطة", "schön"]) == said
