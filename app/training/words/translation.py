"""Translation by emoji: words of two languages that stand for the same emoji mean the same thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from math import log2, sqrt

from training.words.emoji import LABEL, Emoji, Words

_SURE = 0.5  # cosine of two words over their emoji, from which on one translates the other
_SURE_OF_NAMES = 0.3  # the same for the name of an emoji, which may be one of many of a kind: poodle, dog
_USUAL = 0.08  # by which each doubling of a name's drawings is preferred
_NAMED = 1.3  # by which the names of emoji are preferred to words that emoji are found by


class Translator:
    """Finds the name that stands for the same emoji as a word does."""

    def __init__(self, emoji: Emoji, things: Mapping[str, int]) -> None:
        self._things = things
        self._english = {word: codes for word, codes in emoji.words["en"].items() if word in things}
        self._labels = set(emoji.labels.values())
        self._by_code: dict[str, set[str]] = defaultdict(set)
        for word, codes in self._english.items():
            for code in codes:
                self._by_code[code].add(word)

    def name_of(self, codes: Mapping[str, float]) -> str:
        """Return the name nearest to a word that stands for these emoji; empty where none is near."""
        sure = _SURE_OF_NAMES if LABEL in codes.values() else _SURE
        candidates = {name for code in codes for name in self._by_code[code]}
        cosines = {name: self._cosine(codes, name) for name in candidates}
        scored = [(self._score(name, cosine), name) for name, cosine in cosines.items() if cosine >= sure]
        return max(scored)[1] if scored else ""

    def translations(self, words: Words) -> dict[str, str]:
        """Return all words of a language that have a name, with it."""
        found = {word: self.name_of(codes) for word, codes in words.items()}
        return {word: name for word, name in found.items() if name}

    def _cosine(self, codes: Mapping[str, float], name: str) -> float:
        other = self._english[name]
        shared = sum(weight * other.get(code, 0.0) for code, weight in codes.items())
        return shared / (_length(codes) * _length(other))

    def _score(self, name: str, cosine: float) -> float:
        usual = 1 + _USUAL * log2(1 + self._things[name])
        return cosine * usual * (_NAMED if name in self._labels else 1.0)


def _length(codes: Mapping[str, float]) -> float:
    return sqrt(sum(weight * weight for weight in codes.values()))
