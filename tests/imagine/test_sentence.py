"""Sentences as they are sent, and the things they name."""

from __future__ import annotations

import pytest

from app.imagine.sentence import STYLES, as_sent, noun_phrases


@pytest.mark.parametrize(
    ("sentence", "phrases"),
    [
        ("a red cube on top of a blue cube", ("a red cube", "a blue cube")),
        ("a photo of a cat wearing a green hat, next to two dogs", ("a cat", "a green hat", "two dogs")),
        ("three sleeping cats and an old man with a beard", ("three sleeping cats", "an old man", "a beard")),
        ("cat and dog", ("cat", "dog")),
        ("A well-kept garden in front of the queen's house.", ("A well-kept garden", "the queen's house")),
        ("a cat sitting on a mat beside a cat", ("a cat", "a mat")),
        ("a camel", ("a camel",)),
        ("of the on a", ()),
        ("… !", ()),
    ],
)
def test_the_things_a_sentence_names(sentence: str, phrases: tuple[str, ...]) -> None:
    assert noun_phrases(sentence) == phrases


def test_a_style_puts_the_prompt_into_its_words() -> None:
    assert as_sent("  a   red\nfox ", "as-typed") == "a red fox"
    assert as_sent("a red fox", "photo") == "a photo of a red fox"
    assert as_sent("a line drawing of a fox", "photo") == "a line drawing of a fox"
    assert as_sent("{} braces", "object") == "a photo of {} braces on a plain white background"
    assert all(style.count("{}") == 1 for style in STYLES.values())
