"""The table of words that ships with the program: names with drawings, words near them, and translations."""

from __future__ import annotations

import gzip
import json
import zlib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from unicodedata import combining, normalize

from taureau.perception.vocabulary.grammar import FUNCTION_WORDS, plain
from taureau.resources import resource
from taureau.weights import DamagedWeightsError

TABLE = "words/vocabulary.json.gz"
ENGLISH = "en"
_SUGGESTED = 3  # drawings: names with fewer are drawn badly, and not suggested
_SHORTEST_HEAD = 3  # letters


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """What the stroke decoder has learnt, in lower case; `python -m training.words` writes it."""

    names: Mapping[str, int]  # each with the number of its drawings
    related: frozenset[str]  # English words for kinds of things that are drawn, and words near to names
    unrelated: Mapping[str, tuple[str, ...]]  # other English words, with the nearest names, which are too far away
    translations: Mapping[str, Mapping[str, str]]  # by language: words and phrases -> names

    @cached_property
    def things(self) -> dict[str, int]:
        """Names and the last words of names ("apple" of "red apple"), with the number of drawings."""
        counts = Counter(dict(self.names))
        for name, drawings in self.names.items():
            head = name.split()[-1]
            if head != name and len(head) >= _SHORTEST_HEAD and head not in FUNCTION_WORDS:
                counts[head] += drawings
        return counts

    @cached_property
    def words(self) -> frozenset[str]:
        """All English words that names or sentences contain."""
        spelled = {word for name in (*self.names, *self.translations.get(ENGLISH, ())) for word in name.split()}
        return frozenset(spelled | self.related | self.unrelated.keys())

    @cached_property
    def suggestions(self) -> tuple[str, ...]:
        """Names of one word that the decoder has seen often."""
        return tuple(
            name for name, drawings in self.names.items() if drawings >= _SUGGESTED and name.isalpha() and len(name) > 2
        )

    @cached_property
    def _without_accents(self) -> dict[str, dict[str, str]]:
        return {}  # by language, as they are asked for

    def translated(self, term: str, language: str) -> str:
        """Return the name of a word or phrase in a language; empty if there is none."""
        terms = self.translations.get(language, {})
        if name := terms.get(term):
            return name
        if language not in self._without_accents:  # as words are typed on other keyboards
            self._without_accents[language] = {_bare(accented): name for accented, name in terms.items()}
        return self._without_accents[language].get(_bare(term), "")


def _bare(text: str) -> str:
    """Return text without accents."""
    return text if text.isascii() else "".join(letter for letter in normalize("NFD", text) if not combining(letter))


def own_vocabulary() -> Vocabulary:
    """Return the vocabulary of the bundled decoder; raises DamagedWeightsError."""
    try:
        file = resource(TABLE)
        return _cached(file, file.stat().st_mtime_ns)
    except (OSError, EOFError, zlib.error, ValueError, KeyError, TypeError, AttributeError) as error:
        raise DamagedWeightsError(f"the table of words is damaged ({error}): install Taureau again") from error


@lru_cache(maxsize=1)
def _cached(file: Path, changed: int) -> Vocabulary:
    return vocabulary_from_bytes(file.read_bytes())


def vocabulary_from_bytes(packed: bytes) -> Vocabulary:
    """Return a packed vocabulary; raises OSError, EOFError or ValueError where it is damaged."""
    held = json.loads(gzip.decompress(packed))
    names = list(held["names"])

    return Vocabulary(
        held["names"],
        frozenset(held["related"].split()),
        {word: tuple(names[index] for index in near) for word, near in held["unrelated"].items()},
        {
            language: {term: name for name, terms in found.items() for term in terms}
            for language, found in held["translations"].items()
        },
    )


def packed_vocabulary(vocabulary: Vocabulary) -> bytes:
    """Return a vocabulary as compressed JSON, the same bytes for the same words."""
    index = {name: number for number, name in enumerate(vocabulary.names)}
    translations: dict[str, dict[str, list[str]]] = {}
    for language, terms in vocabulary.translations.items():
        found = translations.setdefault(language, {})
        for term, name in sorted(terms.items()):
            found.setdefault(name, []).append(plain(term))
    held = {
        "names": dict(vocabulary.names),
        "related": " ".join(sorted(vocabulary.related)),
        "unrelated": {word: [index[name] for name in near] for word, near in vocabulary.unrelated.items()},
        "translations": translations,
    }
    text = json.dumps(held, ensure_ascii=False, separators=(",", ":"))
    return gzip.compress(text.encode(), compresslevel=9, mtime=0)
