"""Names for things whose everyday names the decoder takes for something else.

Many pictograms called "table" show a spreadsheet, many called "cup" a trophy. The decoder draws what most of them show.
"""

from __future__ import annotations

import re
from collections.abc import Container
from itertools import chain

from taureau.perception.vocabulary.grammar import plural, singulars

_CLEAR = {
    "table": "desk",
    "cup": "mug",
    "sailing boat": "sailboat",
    "boat": "sailboat",
    "lamp": "desk lamp",
    "palm": "palm tree",
}
_LONGEST = 3  # words of a name
_WORD = re.compile(r"[^\W_]+")


def in_clear_names(sentence: str, names: Container[str]) -> str:
    """Return a sentence with such names replaced, also in the plural.

    A word stays that is part of a longer one of the decoder's `names`, which is clear by itself: "coffee cup".
    """
    found = list(_WORD.finditer(sentence))
    words = [match[0].lower() for match in found]
    parts: list[str] = []
    copied = at = 0
    while at < len(found):
        length = next((len(part) for part in (words[at : at + 2], words[at : at + 1]) if _clear(part)), 0)
        if length and not _in_longer_name(words, at, length, names):
            parts += [sentence[copied : found[at].start()], _clear(words[at : at + length])]
            copied = found[at + length - 1].end()
        at += max(1, length)
    return "".join([*parts, sentence[copied:]])


def _clear(words: list[str]) -> str:
    """Return the clear name of words, in their number; empty where they need none."""
    name = " ".join(words)
    if name in _CLEAR:
        return _CLEAR[name]
    return next((plural(_CLEAR[one]) for one in singulars(name) if one in _CLEAR), "")


def _in_longer_name(words: list[str], at: int, length: int, names: Container[str]) -> bool:
    """Return whether words are part of a longer name that stands in a sentence, the plural of its last one ignored."""
    for more in range(length + 1, _LONGEST + 1):
        for start in range(max(0, at + length - more), at + 1):
            *before, last = words[start : start + more]
            if start + more <= len(words) and any(
                " ".join([*before, one]) in names for one in chain([last], singulars(last))
            ):
                return True
    return False
