"""Sentences as they are sent, and the things they name."""

from __future__ import annotations

from taureau.imagine.sentence import STYLES, as_sent


def test_a_style_puts_the_prompt_into_its_words() -> None:
    assert as_sent("  a   red\nfox ", "as-typed") == "a red fox"
    assert as_sent("a red fox", "photo") == "a photo of a red fox"
    assert as_sent("{} braces", "object") == "a photo of {} braces on a plain white background"
    assert all(style.count("{}") == 1 for style in STYLES.values())


def test_a_style_takes_the_place_of_what_the_prompt_says_that_it_is() -> None:
    assert as_sent("a picture of a fox.", "object") == "a photo of a fox on a plain white background"
    assert as_sent("photo of a fox", "photo") == "a photo of a fox"
    assert as_sent("black and white photograph of a fox", "photo") == "a photo of a fox"
    assert as_sent("an oil painting of a fox", "line-drawing").startswith("a simple line drawing of a fox,")
    assert as_sent("a line drawing of a fox", "as-typed") == "a line drawing of a fox"
    assert as_sent("a fox on a plain white background", "object") == "a photo of a fox on a plain white background"
    assert as_sent("a man with a picture of a dog", "photo") == "a photo of a man with a picture of a dog"
    assert as_sent("…", "photo") == "a photo of …"
