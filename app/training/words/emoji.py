"""Words for emoji in 24 languages, from npm's emojibase-data, which has them from Unicode's CLDR."""

from __future__ import annotations

import json
import tarfile
import zlib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from taureau.perception.vocabulary.grammar import plain

from training.errors import TrainingError

PACKAGE = "emojibase-data@17.0.0"
_LANGUAGES = {  # folders of the package; regional variants follow their language
    "en": ("en", "en-gb"), "es": ("es", "es-mx"), "zh": ("zh", "zh-hant"),
    **{one: (one,) for one in "bn da de et fi fr hi hu it ja ko lt ms nb nl pl pt ru sv th uk vi".split()},
}  # fmt: skip
_NO_THINGS = (None, 9)  # groups: components such as skin tones, and flags
_FACES = 0  # the group whose tags are feelings and greetings
LABEL, _TAG = 2.0, 1.0  # weights of an emoji's own name, and of a word that it is found by

Words = Mapping[str, Mapping[str, float]]  # each word with the emoji that it stands for (code points), weighted


@dataclass(frozen=True)
class Emoji:
    """The words of each language, and the emoji themselves with their English names."""

    words: Mapping[str, Words]
    labels: Mapping[str, str]  # by character


def read_emoji(tarball: Path) -> Emoji:
    """Read the words from the tarball of the package; raises TrainingError."""
    try:
        with tarfile.open(tarball, "r:gz") as package:
            described = {
                folder: json.load(held)
                for folders in _LANGUAGES.values()
                for folder in folders
                if (held := package.extractfile(f"package/{folder}/compact.json")) is not None
            }
    except (OSError, KeyError, EOFError, ValueError, tarfile.TarError, zlib.error) as error:
        raise TrainingError(f"{tarball} cannot be read ({error}); fetch it by `npm pack {PACKAGE}`") from error
    words = {language: _words([described[folder] for folder in folders]) for language, folders in _LANGUAGES.items()}
    labels = {
        character: plain(one["label"])
        for one in described["en"]
        if one.get("group") not in _NO_THINGS and not (character := plain(one["unicode"])).isascii()
    }
    return Emoji(words, labels)


def _words(lists: list[list[dict[str, object]]]) -> Words:
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for one in (one for described in lists for one in described if one.get("group") not in _NO_THINGS):
        code, tags = str(one["hexcode"]), None if one["group"] == _FACES else one.get("tags")
        for tag in tags if isinstance(tags, list) else ():
            found[plain(str(tag))].setdefault(code, _TAG)
        found[plain(str(one["label"]))][code] = LABEL
    found.pop("", None)
    return found
