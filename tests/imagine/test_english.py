"""Parts of speech and singulars, found without the libraries that textblob's own code would import."""

from __future__ import annotations

import subprocess
import sys

from taureau.imagine.english import singular, tags

SCRIPT = """
import sys
from taureau.imagine.english import singular, tags
import taureau.engine.runs.sketch
assert "textblob.en" not in sys.modules, "textblob is imported before there are words"
print(*tags(["two", "brown", "dogs"]), singular("dogs"))
assert not {"nltk", "scipy", "sklearn"} & set(sys.modules)
import textblob
assert textblob.Word("dogs").singularize() == "dog"
"""


def test_words_are_tagged_and_made_singular() -> None:
    assert tags(["a", "red", "cube", "on", "two", "tables"]) == ["DT", "JJ", "NN", "IN", "CD", "NNS"]
    assert [singular(noun) for noun in ("mice", "boats", "a", "house")] == ["mouse", "boat", "a", "house"]


def test_neither_nltk_nor_scipy_is_imported_and_textblob_still_can_be() -> None:
    done = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == ["CD", "JJ", "NNS", "dog"]
