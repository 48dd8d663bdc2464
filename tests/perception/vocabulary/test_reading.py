"""What prompts mean in the vocabulary that ships."""

from __future__ import annotations

import pytest
from taureau.perception.vocabulary import Reading, own_vocabulary, read_prompt, thing_in

from tests.perception.vocabulary.lists import LANGUAGES, NONSENSE, everyday, is_right


def read(prompt: str) -> Reading:
    return read_prompt(prompt, own_vocabulary())


@pytest.mark.parametrize("prompt", [
    "a cat", "A CAT.", "cats", "two dogs", "dogs", "three mice", "a red apple", "a sad camel", "sailing boat",
    "two dogs under a tree", "a cat with a hat", "cat sleeping", "someone riding a bicycle", "a boy playing football",
    "ice-cream", "the Eiffel tower at night", "my dog's bone", "a violinist", "an old oak",
])  # fmt: skip
def test_a_sentence_whose_thing_is_known_is_kept(prompt: str) -> None:
    assert read(prompt) == Reading(prompt)


@pytest.mark.parametrize(
    ("prompt", "sentence"),
    [
        ("bycicle", "a bicycle"),
        ("a red bycicle", "a red bicycle"),
        ("an elefant", "an elephant"),
        ("two giraffs", "two giraffes"),
        ("helikopter", "a helicopter"),
    ],
)
def test_slips_are_corrected(prompt: str, sentence: str) -> None:
    assert read(prompt).sentence == sentence


@pytest.mark.parametrize(
    ("prompt", "sentence"),
    [
        ("ein Fahrrad", "a bicycle"),
        ("ein rotes Fahrrad", "a bicycle"),
        ("zwei Hunde", "two dogs"),
        ("un vélo", "a bicycle"),
        ("deux chiens noirs", "two dogs"),
        ("l'avion", "an airplane"),
        ("un eléphant", "an elephant"),
        ("велосипед", "a bicycle"),
        ("自行车", "a bicycle"),
        ("一辆红色的自行车", "a bicycle"),
        ("자전거", "a bicycle"),
        ("自転車", "a bicycle"),
        ("ein Hut", "a hat"),
        ("🚲", "a bicycle"),
    ],
)
def test_other_languages_lead_to_english(prompt: str, sentence: str) -> None:
    assert read(prompt) == Reading(sentence, changed=True)


def test_english_comes_first_without_an_article() -> None:
    assert read("hut") == Reading("hut")


def test_synonyms_are_replaced_within_a_sentence() -> None:
    assert read("a poodle in a car").sentence in ("a poodle in a car", "a dog in a car")
    assert read("poodle").known


@pytest.mark.parametrize(
    "prompt", [*NONSENSE, "a xqzvy", "xqzvy blorp", "龘龘", "", " ", "!!!", "\x00", "123", "q" * 5000]
)
def test_nonsense_is_not_known(prompt: str) -> None:
    found = read(prompt)
    assert not found.known
    assert all(name in own_vocabulary().names for name in found.near)


def test_control_characters_go() -> None:
    assert read("a\x1b cat\n\x07with a hat") == Reading("a cat with a hat")


def test_names_near_to_what_is_not_known() -> None:
    assert read("doggo").near[0] == "dog"  # by spelling
    assert {"vote", "ballot"} & set(read("democracy").near)  # by meaning


@pytest.mark.parametrize("language", LANGUAGES)
def test_everyday_things(language: str) -> None:
    wrong = {
        thing[language]: found
        for thing in everyday()
        if not (found := read(thing[language])).known or not is_right(found.sentence, thing["en"])
    }
    assert not wrong


@pytest.mark.parametrize(
    ("sentence", "thing"),
    [
        ("a cat", "cat"),
        ("two black cats under a tree", "cat"),
        ("a race car", "race car"),
        ("a tiny race car", "race car"),
        ("a cat sleeping", "cat"),
        ("something", ""),
        ("", ""),
    ],
)
def test_the_thing_that_a_sentence_is_about(sentence: str, thing: str) -> None:
    assert thing_in(sentence, {"cat", "car", "race car", "tree"}, own_vocabulary()) == thing
