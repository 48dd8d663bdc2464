"""Captions from icon names: without words of style and numbers, with signs told from things."""

from __future__ import annotations

import re
from collections.abc import Collection as Words
from collections.abc import Sequence

_MAX_WORDS = 5  # longer captions describe scenes
_STYLE = frozenset(
    "outline outlined filled fill duotone twotone linear rounded alt variant negative stroked baseline".split()
)
# Words of style only where the set also has the name without them: not in “traffic light”.
_POSSIBLE_STYLE = frozenset(
    "solid line light bold regular thin round sharp o color colour flat simple straight stroke remix duo poly badged "
    "alerted expressive curved minimalistic slim mini micro small big large medium classic basic broken circle square "
    "box rectangle hexagon outlines logo icon sign symbol one two three four five six 24px block".split()
)
_KINDS = (
    ("bold", frozenset(["bold"])),
    ("duotone", frozenset("duotone twotone duo two tone remix poly color colour".split())),
    ("solid", frozenset("filled fill solid baseline".split())),
    ("thin", frozenset("thin light 24px small 16 20".split())),
)
_WORD = re.compile(r"[a-z][a-z']*")


def caption_of(name: str, known: Words[str], endings: Sequence[str] = (), beginnings: Sequence[str] = ()) -> str:
    """Return an icon's name as words without its style: "animal-cat-24-filled" → "animal cat".

    `known`: the names in its set; `endings` and `beginnings`: the suffixes and prefixes that the set declares.
    """
    name = name.split("--")[0]
    name = name.removeprefix("i-")  # a prefix of the medical icons
    for beginning in beginnings:
        if beginning:
            name = name.removeprefix(beginning + "-")
    for ending in sorted(filter(None, endings), key=len, reverse=True):
        if name.endswith("-" + ending):
            name = name.removesuffix("-" + ending)
            break
    words = name.split("-")
    while len(words) > 1:
        tail = words[-1]
        base = "-".join(words[:-1])
        if tail in _STYLE or tail.isdigit() or (tail in _POSSIBLE_STYLE and base in known):
            words = words[:-1]
        elif tail != tail.rstrip("0123456789") and len(tail) > 3:  # "mossy-boulder2"
            words = [*words[:-1], tail.rstrip("0123456789")]
        else:
            break
    return " ".join(words)


def kind_of(name: str) -> str:
    """Return the style that an icon's name states: "line", "thin", "bold", "solid" or "duotone"."""
    words = set(name.split("-"))
    return next((kind for kind, markers in _KINDS if words & markers), "line")


def is_thing(caption: str, refused: frozenset[str], alone: Words[str] = ()) -> bool:
    """Return whether a caption is pronounceable, without refused words, and is no single word refused `alone`."""
    words = caption.split()
    pronounceable = len(words) <= _MAX_WORDS and sum(map(len, words)) > 2 and all(map(_WORD.fullmatch, words))
    return pronounceable and refused.isdisjoint(words) and not (len(words) == 1 and caption in alone)
