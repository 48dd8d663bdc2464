"""The things that a sentence names, with number, colour and place.

"two dogs under a red tree" is two dogs and a tree, and that the dogs are under it. The sentence is split at the words
of place, which are few; between them `imagine.noun_phrases` finds the things. A sentence that does not come out even,
word for word, is one thing: itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from taureau.engine.things.thing import Thing, things_of
from taureau.imagine.sentence import SAYS_WHAT_IT_IS

Place = Literal[
    "on", "riding", "under", "below", "above", "beside", "left", "right", "front", "behind", "between", "in"
]  # fmt: skip

_MOST_IN_ALL = 24  # things; a sentence of more is left to the decoder
_ABOUT = ((r"\b(?:a pair of|a couple of|both)\b", "two"), (r"\b(?:a few|several)\b", "three"))
_PLACES: tuple[tuple[str, Place], ...] = (  # the first that matches holds
    (r"in front of", "front"),
    (r"on top of|on|upon|atop", "on"),
    (r"riding", "riding"),
    (r"under|underneath|beneath", "under"),
    (r"below", "below"),
    (r"above|over", "above"),
    (r"next to|beside|alongside|near|close to", "beside"),
    (r"behind", "behind"),
    (r"between", "between"),
    (r"inside of|inside|within|in", "in"),
)
_SIDE = r"(?:(?:to|on|at) (?:the|its) )?(?P<side>left|right)(?: hand)?(?: side)?"
_RELATION = re.compile(
    rf"\b(?:{_SIDE} of(?P<side_it> (?:it|them))?"
    r"|(?:to|on|at) the (?P<alone>left|right)(?: side)?|(?P<with>with)"
    rf"|(?P<place>{'|'.join(pattern for pattern, _ in _PLACES)})(?P<it> (?:it|them))?)\b",
    re.I,
)
_SAID = re.compile(r"^(?:(?:please )?(?:draw|sketch|show)(?: me)?|there (?:is|are|stands?|lies?|sits?)) ", re.I)
_PARTS = """
hat cap crown helmet scarf glasses sunglasses suit dress shirt coat jacket uniform costume shoe boot tie collar bow
beard moustache mustache hair fur tail wing ear eye nose mouth smile face leg arm hand foot horn tusk mane trunk spot
stripe dot feather shell claw tooth teeth fang beak sleeve pocket button roof chimney door window wheel handle lid sail
flag leaf branch petal stem thorn
"""
_PART_OF_IT = frozenset(_PARTS.split())  # nouns of what is drawn with the thing that has it or wears it


Group = tuple[Thing, ...]  # things side by side


@dataclass(frozen=True)
class Relation:
    """A group of things has its place relative to another; both are indices of groups."""

    subject: int
    place: Place
    relative_to: int


@dataclass(frozen=True)
class Description:
    """What a sentence describes. Each group is the subject of at most one relation, and none depends on itself."""

    groups: tuple[Group, ...]
    relations: tuple[Relation, ...] = ()

    @property
    def things(self) -> list[Thing]:
        return [thing for group in self.groups for thing in group]

    @property
    def count(self) -> int:
        """The number of things, each of several counted."""
        return sum(thing.count for thing in self.things)

    @property
    def is_plain(self) -> bool:
        """Whether it is one thing in the pen's colour, which fills the sheet."""
        things = self.things
        return len(things) == 1 and things[0].count == 1 and things[0].colour is None


def described(sentence: str) -> Description:
    """Read a sentence; one that is not understood, and one of a single thing, is that thing as it stands."""
    sentence = " ".join(sentence.split())
    found = _Reading().read(sentence)
    if found is None or found.is_plain or found.count > _MOST_IN_ALL:
        return Description(((Thing(sentence, sentence, sentence),),))
    return found


class _Reading:
    """Groups and relations, as far as a sentence has been read."""

    def __init__(self) -> None:
        self._groups: list[Group] = []
        self._relations: dict[int, Relation] = {}  # by subject

    def read(self, sentence: str) -> Description | None:
        """Return what the sentence describes; None where it is not understood."""
        sentence = _SAID.sub("", SAYS_WHAT_IT_IS.sub("", sentence.rstrip(" .!")))
        for pattern, number in _ABOUT:
            sentence = re.sub(pattern, number, sentence, flags=re.I)
        relations = list(_RELATION.finditer(sentence))
        starts = [0, *(match.end() for match in relations)]
        ends = [*(match.start() for match in relations), len(sentence)]
        texts = [things_of(sentence[start:end]) for start, end in zip(starts, ends, strict=True)]
        if any(text is None for text in texts):
            return None
        return self._described(relations, [text or () for text in texts])

    def _described(self, relations: list[re.Match[str]], texts: list[Group]) -> Description | None:
        first = texts[0]
        if not first:  # "under a tree, two dogs"
            return self._turned(relations, texts)
        self._groups = [first]
        for number, (match, after) in enumerate(zip(relations, texts[1:], strict=True)):
            last = number == len(relations) - 1
            if not (self._closing(match, last) if not after else self._joined(match, after, last)):
                return None
        if self._circular():
            return None
        return Description(tuple(self._groups), tuple(self._relations.values()))

    def _turned(self, relations: list[re.Match[str]], texts: list[Group]) -> Description | None:
        """Return a sentence that begins with the place: "under a tree, two dogs"."""
        if len(relations) != 1 or len(texts[1]) < 2 or (place := _place(relations[0])) is None:
            return None
        split = 2 if place == "between" else 1
        if len(texts[1]) <= split:
            return None
        return Description((texts[1][split:], texts[1][:split]), (Relation(0, place, 1),))

    def _joined(self, match: re.Match[str], after: Group, last: bool) -> bool:
        """Add the things after a word of place; return whether they make sense there."""
        place, here = _place(match), len(self._groups) - 1
        if place is None:
            return False
        if match["it"] or match["side_it"]:  # "a boat, left of it a lighthouse"
            self._groups.append(after)
            self._relate(here + 1, place, 0)
        elif match["with"]:
            if len(after) == 1 and after[0].head in _PART_OF_IT:
                return False
            self._groups.append(after)
            self._relate(here + 1, "right", here)
        elif place == "in" and after[0].head in _PART_OF_IT:
            return False
        else:
            wanted = 2 if place == "between" and len(after) > 1 else 1
            if place == "between" and sum(thing.count for thing in after) < 2:
                return False
            if not match["alone"] and not last and len(after) > wanted:
                # "a cat on a mat and a dog under a table": the last thing belongs to what follows
                self._groups += [after[:-1], after[-1:]]
            else:
                self._groups.append(after)
            self._relate(here, place, here + 1)
        return True

    def _closing(self, match: re.Match[str], last: bool) -> bool:
        """Handle a word of place that no thing follows; return whether it makes sense there."""
        here, place = len(self._groups) - 1, _place(match)
        if not last or place is None:
            return False
        if match["alone"]:  # "a cup on the left and a plate on the right"
            return here > 0
        if not (match["it"] or match["side_it"]):
            return False
        if here == 0:  # "a boat, a lighthouse left of it"
            if len(self._groups[0]) < 2:
                return False
            self._groups = [self._groups[0][:-1], self._groups[0][-1:]]
            here = 1
        self._relate(here, place, 0)  # "a tree with two dogs under it"
        return True

    def _relate(self, subject: int, place: Place, relative_to: int) -> None:
        self._relations[subject] = Relation(subject, place, relative_to)

    def _circular(self) -> bool:
        for start in self._relations:
            group, steps = start, 0
            while group in self._relations and steps <= len(self._groups):
                group, steps = self._relations[group].relative_to, steps + 1
            if steps > len(self._groups):
                return True
        return False


def _place(match: re.Match[str]) -> Place | None:
    side = match["side"] or match["alone"]
    if side:
        return "left" if side.lower() == "left" else "right"
    if match["with"]:
        return "right"
    return next((place for pattern, place in _PLACES if re.fullmatch(pattern, match["place"], re.I)), None)
