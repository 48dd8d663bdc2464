"""Typing slips: the known word that a misspelt one was meant to be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher, get_close_matches

_SHORTEST = 4  # letters: shorter words are near too many others
_LONG = 7  # letters, from which on two slips are believed
_USUAL = 5  # drawings of what two slips are believed to have meant
_SPELLED_ALIKE = 0.4  # difflib's ratio, 0 … 1, from which on a name is suggested
_LESS_ALIKE = 0.15  # by which further names may be less alike than the first


def meant(word: str, known: Mapping[str, int]) -> str:
    """Return the known word that `word` is a slip of; empty where there is no obvious one.

    One slip is believed in words of four letters and more, two in long words with the same first letter. `known` has
    how usual each word is: where two are as near, the first letter decides, then which is much more usual.
    """
    most = 0 if len(word) < _SHORTEST else 1 if len(word) < _LONG else 2
    letters = Counter(word)
    found: list[tuple[int, bool, int, str]] = []
    for other, usual in known.items():
        if not most or abs(len(other) - len(word)) > most or " " in other or len(other) < _SHORTEST:
            continue
        if (letters - Counter(other)).total() > most:
            continue
        steps = distance(word, other, most)
        near_enough = other[0] == word[0] and usual >= _USUAL and (letters - Counter(other)).total() < 2
        if steps < 2 or (steps <= most and near_enough):
            found.append((steps, other[0] != word[0], -usual, other))
    return min(found)[3] if found else ""


def distance(a: str, b: str, most: int) -> int:
    """Return the number of letters inserted, removed, changed or swapped (optimal string alignment).

    Stops at `most` + 1 where there are more.
    """
    before: list[int] = []
    last = list(range(len(b) + 1))
    for i, letter in enumerate(a, 1):
        row = [i]
        for j, other in enumerate(b, 1):
            steps = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == b[j - 2] and a[i - 2] == other:
                steps = min(steps, before[j - 2] + 1)
            row.append(steps)
        if min(row) > most:
            return most + 1
        before, last = last, row
    return last[-1]


def spelled_alike(word: str, names: Iterable[str], count: int) -> list[str]:
    """Return up to `count` names that are spelled like a word, the nearest first."""
    found = get_close_matches(word, list(names), n=count, cutoff=_SPELLED_ALIKE)
    likeness = {name: SequenceMatcher(None, name, word).ratio() for name in found}
    return [name for name in found if likeness[name] > max(likeness.values()) - _LESS_ALIKE]
