"""The things that a text lists, each with its number and its colour."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from taureau.engine.things.colours import BEFORE_A_NOUN, ink, is_colour
from taureau.imagine.english import singular
from taureau.imagine.noun_phrases import mentions

MOST = 12  # of one thing; larger numbers are left to the decoder
_NAMED = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_NUMBERS = dict(zip(_NAMED, range(2, MOST + 1), strict=True)) | {str(number): number for number in range(2, MOST + 1)}
_DETERMINERS = ("a", "an", "one", "1", "the", "my", "your", "his", "her", "its", "our", "their", "this", "that", "some")
_JOINT = re.compile(r"[,;&]|\b(?:and|plus|is|are|there|with|stand(?:s|ing)?|sits?|lies?)\b", re.I)
_DOING = re.compile(r"[a-z]+ing")


@dataclass(frozen=True)
class Thing:
    """A thing, and how often it is there."""

    phrase: str  # what the decoder draws, of one of them: "a sleeping dog"
    name: str  # "brown sleeping dog"
    head: str  # its noun, singular, lower case: "dog"
    count: int = 1
    colour: str | None = None  # "#rrggbb"; None: the pen's

    @property
    def names(self) -> list[str]:
        """The name of each: "dog 1", "dog 2"."""
        return [self.name] if self.count == 1 else [f"{self.name} {number}" for number in range(1, self.count + 1)]


def things_of(text: str) -> tuple[Thing, ...] | None:
    """Return the things that a text without words of place lists; None where it holds something else."""
    text = text.strip(" ,;")
    text, colours = _without_colours(text)
    things: list[Thing] = []
    for phrase, start, end, after in _spans(text):
        if phrase is None:
            return None
        doing = [word for word in re.findall(r"[^\s,;]+", _JOINT.sub(" ", after)) if word]
        if any(not _DOING.fullmatch(word) for word in doing) or len(doing) > 1:
            return None
        here = [name for at, name in colours if start <= at <= end]
        thing = _thing(" ".join([phrase, *doing]), here[0] if len(here) == 1 else "")
        if thing is None or len(here) > 1:
            return None
        things.append(thing)
    return tuple(things)


def _spans(text: str) -> Iterator[tuple[str | None, int, int, str]]:
    """Yield each noun phrase with its start, its end and the text after it; None for text that belongs to none."""
    phrases = mentions(text)
    places: list[tuple[int, int]] = []
    end = 0
    for phrase in phrases:
        match = re.compile(r"\s*,?\s+".join(map(re.escape, phrase.replace(",", "").split())), re.I).search(text, end)
        if match is None:
            yield None, 0, 0, ""
            return
        places.append(match.span())
        end = match.end()
    before = text[: places[0][0]] if places else text
    if re.search(r"\w", _JOINT.sub(" ", before)):
        yield None, 0, 0, ""
        return
    ends = [start for start, _ in places[1:]] + [len(text)] * bool(places)
    for (start, end), following in zip(places, ends, strict=True):
        yield text[start:end], start, end, text[end:following]


def _without_colours(text: str) -> tuple[str, list[tuple[int, str]]]:
    """Return a text without the colours of its things, and each colour with its place in it.

    Where a thing has several colours ("a black and white cat") they stay, and are the decoder's to draw.
    """
    colours: list[tuple[int, str]] = []
    kept, end = "", 0
    for match in BEFORE_A_NOUN.finditer(text):
        if match["more"]:
            continue
        kept += text[end : match.start()]
        if kept.endswith(", ") and re.search(r"\b(?:a|an|the|\w+ly)\s[\w-]+, $", kept):  # "a big, red ball"
            kept = kept[:-2] + " "
        colours.append((len(kept), match["one"]))
        end = match.end()
    return kept + text[end:], colours


def _thing(phrase: str, colour: str) -> Thing | None:
    """Return the thing of a noun phrase without its colour; None where it is too many."""
    words = phrase.split()
    number = words[0].lower()
    count = _NUMBERS.get(number, 1)
    if count == 1 and number.isdigit() and number != "1":
        return None
    rest = words[1:] if count > 1 or number in _DETERMINERS else words
    if not rest or is_colour(phrase):  # "in blue"
        return None
    at = next((place for place, word in enumerate(rest) if word.lower() == "of" and place), len(rest)) - 1
    if at and at == len(rest) - 1 and _DOING.fullmatch(rest[at]):  # "a cat sleeping"
        at -= 1
    if count > 1:
        rest[at] = singular(rest[at])
        phrase = f"{_article(rest[0])} {' '.join(rest)}"
    elif number in ("a", "an"):
        phrase = f"{_article(rest[0])} {' '.join(rest)}" if colour else phrase
    return Thing(
        phrase,
        " ".join([*colour.split(), *rest]),
        singular(rest[at].lower()),
        count,
        ink(colour) if colour else None,
    )


def _article(word: str) -> str:
    return "an" if word[0].lower() in "aeiou" else "a"
