"""The things, colours and places of sentences, and sentences that stay as they are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from taureau.document import INK, WARM_WHITE, contrast
from taureau.engine.things.colours import ink
from taureau.engine.things.sentence import described

# sentence | phrase × number, +: in one row | subject place object, by the number of the group
READ = """
two dogs under a tree | a dog ×2; a tree | 0 under 1
a red cup on a blue table | a cup; a table | 0 on 1
a sailing boat, left of it a lighthouse | a sailing boat; a lighthouse | 1 left 0
a boat, a lighthouse left of it | a boat; a lighthouse | 1 left 0
three yellow stars above a house | a star ×3; a house | 0 above 1
a big, red ball next to a small, blue box | a big ball; a small box | 0 beside 1
an orange on a plate | an orange; a plate | 0 on 1
a dog between two trees | a dog; a tree ×2 | 0 between 1
a red dog between a tree and a house | a dog; a tree + a house | 0 between 1
between a tree and a house a dog | a dog; a tree + a house | 0 between 1
under a tree, two dogs | a dog ×2; a tree | 0 under 1
a cup on the left and a plate on the right | a cup; a plate | 0 left 1
a cat to the left of a dog | a cat; a dog | 0 left 1
a cat on the right side of a dog | a cat; a dog | 0 right 1
a tree with two dogs under it | a tree; a dog ×2 | 1 under 0
a house with a tree | a house; a tree | 1 right 0
a cat sleeping on a mat | a cat sleeping; a mat | 0 on 1
the dog is behind the fence | the dog; the fence | 0 behind 1
a man riding a horse | a man; a horse | 0 riding 1
a red cup and a blue cup | a cup + a cup |
two red apples and a yellow banana | an apple ×2 + a banana |
a bowl of soup beside three loaves of bread | a bowl of soup; a loaf of bread ×3 | 0 beside 1
a cat on a mat and a dog under a table | a cat; a mat; a dog; a table | 0 on 1, 2 under 3
a red cup on a blue table under a tree | a cup; a table; a tree | 0 on 1, 1 under 2
a house, to the left of it a tree, to the right of it a car | a house; a tree; a car | 1 left 0, 2 right 0
a drawing of a few birds over the sea. | a bird ×3; the sea | 0 above 1
There is a dog in front of a house | a dog; a house | 0 front 1
red cup on blue table | cup; table | 0 on 1
flowers in a vase | flowers; a vase | 0 in 1
two mice beside a knife | a mouse ×2; a knife | 0 beside 1
a sleeping red cat | a sleeping cat |
"""

UNCHANGED = """
a cat
a black and white cat
an orange
a house with a red roof
a man in a suit
a dog chases a cat
a boat at sunset
a cat in blue
a bull, in the style of Picasso
100 dogs under a tree
a cup on the left
ein Fahrrad
自行车
under
left of it
a
"""


@pytest.mark.parametrize("line", READ.strip().splitlines())
def test_a_sentence_is_read_as_things_and_places(line: str) -> None:
    sentence, things, places = (part.strip() for part in line.split("|"))
    found = described(sentence)
    groups = [
        " + ".join(f"{thing.phrase} ×{thing.count}" if thing.count > 1 else thing.phrase for thing in group)
        for group in found.groups
    ]
    assert "; ".join(groups) == things
    relations = sorted(f"{one.subject} {one.place} {one.relative_to}" for one in found.relations)
    assert ", ".join(relations) == places


@pytest.mark.parametrize("sentence", UNCHANGED.strip().splitlines())
def test_what_is_one_thing_or_not_understood_stays_as_it_is(sentence: str) -> None:
    found = described(sentence)
    assert found.is_plain
    assert found.things[0].phrase == sentence


WORDS = """
a b two red cat dogs under with it between and in the left of on , . ; 的 é 12 is
"""


@given(st.lists(st.sampled_from(WORDS.split()), max_size=9).map(" ".join))
def test_any_text_is_read(text: str) -> None:
    for thing in described(text).things:
        assert 1 <= thing.count <= 12


@pytest.mark.parametrize(
    ("sentence", "colours"),
    [
        ("a red cup on a blue table", [ink("red"), ink("blue")]),
        ("a dark green car next to a light-blue t-shirt", [ink("dark green"), ink("light blue")]),
        ("an orange cat beside an orange", [ink("orange"), None]),
        ("a black and white cat beside a black cat", [None, INK]),
        ("a white cup on a table", [None, None]),
    ],
)
def test_each_thing_has_its_own_colour(sentence: str, colours: list[str | None]) -> None:
    assert [thing.colour for thing in described(sentence).things] == colours


@pytest.mark.parametrize("shade", ["", "dark ", "light ", "pale ", "bright "])
@pytest.mark.parametrize("name", ["red", "yellow", "green", "blue", "pink", "beige", "silver", "black"])
def test_colours_can_be_read_on_paper(shade: str, name: str) -> None:
    assert contrast(ink(shade + name), WARM_WHITE) > 1.8


def test_shades_differ() -> None:
    assert contrast(ink("dark green"), WARM_WHITE) > contrast(ink("green"), WARM_WHITE)
    assert contrast(ink("light green"), WARM_WHITE) < contrast(ink("green"), WARM_WHITE)
