"""Noun phrases of a sentence: the things it names, each with its attributes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from taureau.imagine.english import tags as tags_of
from taureau.imagine.sentence import SAYS_WHAT_IT_IS

_WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*|[,.;:!?()]")
_FRAMED = re.compile(r"^\s*(?:an?\s+|the\s+)?(?:[\w-]+\s+)?(?:portrait|close-?up|view|shot)\s+of\s+", re.IGNORECASE)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_OF_ONE = _words("a an one this that each every another")  # not followed by a plural
_OF_MANY = _words("these those all both many several few two three four five six seven eight nine ten eleven twelve")
_DETERMINERS = _OF_ONE | _OF_MANY | _words("the my your his her its our their some any no")
_PLACES = _words(  # of place: not things
    "top bottom front back side left right middle center centre background foreground distance style shape form"
)
_KINDS = _words(  # of picture: not things without a determiner
    "watercolor watercolour painting drawing sketch illustration photo photograph photography photorealism render "
    "rendering art artwork cartoon anime ink pastel charcoal acrylic gouache engraving detail details detailed quality "
    "resolution focus lighting light bokeh masterpiece artstation style background hd uhd realism minimalism film "
    "cinematic photorealistic realistic minimalist vintage poly view close-up closeup portrait"
)
_NAMES_IN_ING = _words(  # nouns that follow another noun: "a brick building"
    "building ring king wing string spring earring ceiling painting clothing wedding sling swing evening morning thing "
    "railing awning dumpling duckling sapling pudding lightning stocking crossing drawing carving"
)
_WAYS = _words("into onto over under through across toward towards along around at up down")  # after verbs of motion


@dataclass
class _Phrase:
    """The phrase that is being parsed."""

    words: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)  # Penn Treebank's, of the words
    thing: str = ""  # the tag of its last noun, "" before there is one

    def add(self, word: str, tag: str) -> None:
        self.words.append(word)
        self.tags.append(tag)
        if tag.startswith("NN"):
            self.thing = tag

    @property
    def first(self) -> str:
        return self.words[0].lower() if self.words else ""

    @property
    def is_begun(self) -> bool:
        """Whether it has words, and no noun yet."""
        return bool(self.words) and not self.thing

    @property
    def is_determined(self) -> bool:
        return _determines(self.first)

    def text(self) -> str:
        """Return the phrase as written; empty where it names no thing."""
        words = list(self.words)
        while words and words[-1].lower() in ("of", "and", "or", ","):
            words.pop()
        named = [word.lower() for word in words if not _determines(word.lower()) and word[0].isalnum()]
        if not named or not (self.thing or self.is_determined):
            return ""
        if not any(letter.isalpha() for word in named for letter in word):
            return ""
        if self.first not in ("a", "an") and named[0] in _PLACES and (len(named) == 1 or named[1] == "of"):
            return ""
        if not self.is_determined and (named[-1] in _KINDS or re.fullmatch(r"\d+k", named[-1])):
            return ""
        return " ".join(words).replace(" ,", ",")


def noun_phrases(sentence: str) -> tuple[str, ...]:
    """Return the things a sentence names, with attributes: "a red cube on a blue one" -> "a red cube", "a blue one".

    A part-of-speech tagger classifies each word; where a word may be a noun or a verb ("a dog chases a cat", "a chef
    cooking pasta"), its neighbours decide. Words about the picture itself ("watercolor", "a photo of") and places
    ("on top of") are left out; "a string of pearls" is one thing. Each phrase is returned once, in the order of the
    sentence. These are heuristics for English, not a grammar.
    """
    return tuple(dict.fromkeys(mentions(sentence)))


def mentions(sentence: str) -> list[str]:
    """Return the noun phrases of a sentence as `noun_phrases` does, each as often as it is mentioned."""
    words = _WORD.findall(_FRAMED.sub("", SAYS_WHAT_IT_IS.sub("", sentence)))
    if not words:
        return []
    tags = tags_of([word.lower() for word in words])
    return _read(words, [_mended(*pair) for pair in zip(words, tags, strict=True)])


def _read(words: list[str], tags: list[str]) -> list[str]:
    """Return the phrases of tagged words, in order."""
    phrases: list[str] = []
    phrase = _Phrase()
    skipping = False  # a name after "by" without a determiner is the author

    def close() -> None:
        nonlocal phrase
        if (text := phrase.text()) and not skipping:
            phrases.append(text)
        phrase = _Phrase()

    for place, (word, tag) in enumerate(zip(words, tags, strict=True)):
        lower = word.lower()
        before, after = (tags[place - 1] if place else ""), (tags[place + 1] if place + 1 < len(tags) else ".")
        if tag in (",", ".") or lower in ("and", "or", "of"):
            if _goes_on(phrase, lower, after):
                phrase.add(word, tag)
                if lower == "of":
                    phrase.thing = ""
            else:
                close()
                skipping = skipping and lower in ("and", "of")
        elif lower == "that" and phrase.thing:  # "a lion that wears a crown"
            close()
        elif tag == "DT":
            if not (phrase.words and all(one == "DT" for one in phrase.tags)) and phrase.words[-1:] != ["of"]:
                close()
            skipping = False
            phrase.add(word, tag)
        elif _is_noun(phrase, lower, tag, after, words[place + 1 : place + 2]):
            phrase.add(word, "NNS" if tag == "NNS" else "NN")
        elif _is_attribute(phrase, tag, before, after):
            phrase.add(word, tag)
        else:
            close()
            skipping = lower == "by" and not before.startswith("VB") and after != "DT"
    close()
    return phrases


def _goes_on(phrase: _Phrase, joint: str, after: str) -> bool:
    """Return whether a comma, "and" or "of" continues the phrase: "a big, red ball", "a black and white cat"."""
    if joint == "of":
        return bool(phrase.thing) and (after.startswith(("NN", "JJ")) or after in ("VBG", "VBN", "CD"))
    adjective = phrase.is_begun and phrase.tags[-1] != "DT"
    return adjective and (joint == "," or joint == "and") and after.startswith(("JJ", "NN", "VBN"))


def _is_noun(phrase: _Phrase, word: str, tag: str, after: str, following: list[str]) -> bool:
    """Return whether a word is a noun in this phrase."""
    if tag == "NNS" and phrase.thing == "NN":  # "a dog chases a cat", "the coffee beans"
        moves = bool(following) and following[0].lower() in _WAYS
        return not (phrase.first in _OF_ONE or after == "DT" or moves)
    if (
        tag == "NNS" and phrase.first in _OF_ONE and len(phrase.words) > 1 and "of" not in phrase.words
    ):  # "a saw cuts a plank"
        return after.startswith("NN")
    if phrase.thing and word.endswith("ing") and tag in ("NN", "VBG"):  # "a chef cooking pasta", "a brick building"
        return word in _NAMES_IN_ING and not after.startswith(("DT", "NN", "JJ"))
    if tag == "NN" and phrase.thing == "NNS":  # "two dogs chase a cat", "a sports car"
        return phrase.first in _OF_ONE or (phrase.first == "the" and after != "DT")
    if tag in ("VB", "VBP"):  # "a polar bear", "a pocket watch"
        of_one = phrase.is_determined and not (phrase.first in _OF_MANY or phrase.first.isdigit())
        return phrase.is_begun or (phrase.thing == "NN" and of_one)
    if tag == "VBG" and phrase.is_begun:  # "a spring in the mountains"
        return not after.startswith(("NN", "JJ"))
    return tag.startswith("NN")


def _is_attribute(phrase: _Phrase, tag: str, before: str, after: str) -> bool:
    """Return whether a word is an attribute of the noun to come."""
    if tag.startswith("JJ") or tag == "POS":
        return not phrase.thing or after.startswith("NN")  # "a light blue vase"
    if tag in ("VBG", "VBN", "VBD", "VBZ"):
        begins = before in ("", "IN", "TO") and after.startswith("NN")  # "flying pigs", "in shining armor"
        return phrase.is_begun or (begins and not phrase.words)
    return tag == "RB" and not phrase.thing and after.startswith(("JJ", "VBN", "VBG"))  # "a very tall tree"


def _mended(word: str, tag: str) -> str:
    """The tag, with one name for all words that begin a phrase, and for those that the tagger does not know."""
    lower = word.lower()
    if _determines(lower) and not (lower == "that" and tag == "WDT"):
        return "DT"
    if lower.endswith(("'s", "’s", "s'", "s’")):
        return "POS"
    if not word[0].isalnum():
        return "," if word == "," else "."
    return tag


def _determines(word: str) -> bool:
    return word in _DETERMINERS or word.isdigit()
