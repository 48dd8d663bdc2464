"""The name of one pictogram made into a caption: style words and numbers gone, signs and plumbing told from things."""

from __future__ import annotations

import re
from collections.abc import Collection as Words
from collections.abc import Sequence

_LONGEST = 5  # words; what needs more to be said is a scene
_STYLE = frozenset(
    "outline outlined filled fill duotone twotone linear rounded alt variant negative stroked baseline".split()
)
# Style at a name's end only where the set has the name without it too: a traffic light is not a light sort of traffic.
_PERHAPS_STYLE = frozenset(
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
    """A pictogram's name as words, without those that only tell its style: "animal-cat-24-filled" → "animal cat".

    `known` are the names in its set; `endings` and `beginnings` are what the set says it hangs on names.
    """
    name = name.split("--")[0]
    name = name.removeprefix("i-")  # as the set of medical icons begins every other name
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
        if tail in _STYLE or tail.isdigit() or (tail in _PERHAPS_STYLE and base in known):
            words = words[:-1]
        elif tail != tail.rstrip("0123456789") and len(tail) > 3:  # "mossy-boulder2"
            words = [*words[:-1], tail.rstrip("0123456789")]
        else:
            break
    return " ".join(words)


def kind_of(name: str) -> str:
    """Which of a name's styles a pictogram is, by its own name: "line", "thin", "bold", "solid" or "duotone"."""
    words = set(name.split("-"))
    return next((kind for kind, telling in _KINDS if words & telling), "line")


def is_thing(caption: str, refused: frozenset[str], alone: Words[str] = ()) -> bool:
    """Whether a caption can be said and has none of the refused words, nor is wholly one of those refused alone."""
    words = caption.split()
    sayable = len(words) <= _LONGEST and sum(map(len, words)) > 2 and all(map(_WORD.fullmatch, words))
    return sayable and refused.isdisjoint(words) and not (len(words) == 1 and caption in alone)
