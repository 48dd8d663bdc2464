"""The table of words, made from a few drawings, emoji and nouns."""

from __future__ import annotations

import io
import json
import tarfile
from pathlib import Path

import numpy as np
import pytest
from taureau.perception.vocabulary import Vocabulary, read_prompt
from training.decoder.dataset import StrokeDataset
from training.errors import TrainingError
from training.words.__main__ import drawn_names, main
from training.words.emoji import read_emoji
from training.words.everyday import everyday_words
from training.words.kinds import Kinds
from training.words.translation import Translator

_FOLDERS = "en en-gb es es-mx zh zh-hant bn da de et fi fr hi hu it ja ko lt ms nb nl pl pt ru sv th uk vi"
_DOG, _POODLE, _BIKE = "1F415", "1F429", "1F6B2"
_EMOJI = {
    "en": [("dog", _DOG, ["animal", "pet"]), ("poodle", _POODLE, ["animal", "dog"]), ("bicycle", _BIKE, ["bike"])],
    "de": [("Hund", _DOG, ["tier"]), ("Pudel", _POODLE, ["hund", "tier"]), ("Fahrrad", _BIKE, ["rad"])],
}
_NOUNS = {
    "index.noun": ["oak n 1 1 @ 1 1 00000001", "hope n 1 1 @ 1 1 00000003"],
    "data.noun": [
        "00000001 20 n 01 oak 0 001 @ 00000002 n 0000 | a tree with acorns",
        "00000002 20 n 01 tree 0 000 | a tall plant",
        "00000003 12 n 01 hope 0 000 | a feeling",
    ],
}


def tarball(path: Path, files: dict[str, str]) -> Path:
    with tarfile.open(path, "w:gz") as package:
        for name, text in files.items():
            entry = tarfile.TarInfo(f"package/{name}")
            entry.size = len(text.encode())
            package.addfile(entry, io.BytesIO(text.encode()))
    return path


@pytest.fixture
def emoji(tmp_path: Path) -> Path:
    folders = _FOLDERS.split()

    def listed(folder: str) -> str:
        return json.dumps(
            [
                {"label": label, "hexcode": code, "tags": tags, "unicode": chr(int(code, 16)), "group": 3}
                for label, code, tags in _EMOJI.get(folder, [])
            ]
        )

    return tarball(tmp_path / "emoji.tgz", {f"{folder}/compact.json": listed(folder) for folder in folders})


@pytest.fixture
def nouns(tmp_path: Path) -> Path:
    return tarball(tmp_path / "nouns.tgz", {f"dict/{name}": "\n".join(lines) for name, lines in _NOUNS.items()})


def test_words_for_the_same_emoji_are_translations(emoji: Path) -> None:
    read = read_emoji(emoji)
    translator = Translator(read, {"dog": 20, "bicycle": 22})
    found = translator.translations(read.words["de"])
    assert found == {"hund": "dog", "pudel": "dog", "fahrrad": "bicycle", "rad": "bicycle", "tier": "dog"}
    assert read.labels["🚲"] == "bicycle"


def test_a_word_for_nothing_that_is_drawn_has_no_translation(emoji: Path) -> None:
    read = read_emoji(emoji)
    assert Translator(read, {"dog": 20}).translations(read.words["de"]).keys() == {"hund", "pudel", "tier"}


def test_kinds_of_things(nouns: Path) -> None:
    kinds = Kinds(nouns)
    assert kinds.is_kind_of("oak", {"tree"})
    assert not kinds.is_kind_of("oak", {"dog"})
    assert not kinds.is_kind_of("hope", {"tree"})
    assert (kinds.is_concrete("oak"), kinds.is_concrete("hope"), kinds.is_concrete("nice")) == (True, False, False)


def test_our_own_translations_are_of_things_that_are_drawn() -> None:
    assert everyday_words({"table": 38})["de"] == {"tisch": "table"}
    assert not any(everyday_words({}).values())


def test_names_are_counted_once_a_drawing() -> None:
    drawings = StrokeDataset(
        np.zeros((2, 3, 4, 2), np.float16),
        np.array([3, 3]),
        np.array([0, 0]),
        ("train", "train"),
        (("Dog", "dog"), ("bicycle", "dog")),
        ("round",),
    )
    assert drawn_names(drawings) == {"dog": 2, "bicycle": 1}


@pytest.mark.parametrize("read", [read_emoji, Kinds])
def test_a_damaged_tarball_is_said(read: type[Kinds], tmp_path: Path) -> None:
    (tmp_path / "broken.tgz").write_bytes(b"no tarball")
    for file in ("broken.tgz", "none.tgz"):
        with pytest.raises(TrainingError, match="npm pack"):
            read(tmp_path / file)


def test_the_program_says_what_is_missing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ("--strokes", "none.npz", "--emoji", "none.tgz", "--nouns", "none.tgz")
    assert main([*arguments, "--into", str(tmp_path / "words.gz")]) == 2
    assert "none.npz holds no strokes" in capsys.readouterr().err


def test_a_small_vocabulary_reads_prompts() -> None:
    vocabulary = Vocabulary({"dog": 20}, frozenset({"poodle"}), {}, {"de": {"hund": "dog"}})
    assert read_prompt("ein Hund", vocabulary).sentence == "a dog"
    assert read_prompt("a poodle", vocabulary).known
    assert not read_prompt("a cat", vocabulary).known
