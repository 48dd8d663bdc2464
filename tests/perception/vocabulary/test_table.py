"""The table of words as a file."""

from __future__ import annotations

from pathlib import Path

import pytest
from taureau.perception.vocabulary import Vocabulary, own_vocabulary, table
from taureau.perception.vocabulary.table import packed_vocabulary, vocabulary_from_bytes
from taureau.weights import DamagedWeightsError

SMALL = Vocabulary(
    {"dog": 20, "red apple": 2},
    frozenset({"poodle"}),
    {"democracy": ("dog",)},
    {"de": {"hund": "dog", "äpfel": "red apple"}, "emoji": {"🐕": "dog"}},
)


def test_a_packed_table_reads_back_and_is_always_the_same() -> None:
    packed = packed_vocabulary(SMALL)
    read = vocabulary_from_bytes(packed)
    assert (read.names, read.related, read.unrelated) == (SMALL.names, SMALL.related, SMALL.unrelated)
    assert read.translations == SMALL.translations
    assert packed_vocabulary(read) == packed


def test_the_last_words_of_names_are_things_too() -> None:
    assert SMALL.things == {"dog": 20, "red apple": 2, "apple": 2}


def test_words_are_found_without_their_accents() -> None:
    assert SMALL.translated("apfel", "de") == "red apple"
    assert SMALL.translated("apfel", "fr") == ""


@pytest.mark.parametrize("content", [b"", b"no gzip", packed_vocabulary(SMALL)[:-9], b"\x1f\x8b"])
def test_a_damaged_table_is_said(content: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "vocabulary.json.gz"
    file.write_bytes(content)
    monkeypatch.setattr(table, "resource", lambda name: file)
    with pytest.raises(DamagedWeightsError, match="install Taureau again"):
        own_vocabulary()
