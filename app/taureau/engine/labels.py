"""Labels that users type: parted, and led to English, which encoders read."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from taureau.perception.vocabulary import in_english, own_vocabulary

_COMMAS = ",;，、；،\\n"  # and semicolons, also full-width and Arabic ones
_QUOTED = '"[^"]*"|“[^”]*”|„[^“”]*[“”]|‘[^’]*’|«[^»]*»|»[^«]*«|‹[^›]*›|「[^」]*」|『[^』]*』|`[^`]*`'
_LABEL = re.compile(rf"\s*(?:{_QUOTED})\s*(?=[{_COMMAS}]|$)|[^{_COMMAS}]+")
_QUOTES = "\"'“”„‟‘’‚«»‹›「」『』`"


def labels_in(text: str) -> list[str]:
    """Return the labels between commas, each once and without quotes: ' cat, “a  dog”，cat' -> ["cat", "a dog"].

    Commas between quotes belong to the label.
    """
    parts = (" ".join(part.split()).strip(_QUOTES).strip() for part in _LABEL.findall(text))
    return list(dict.fromkeys(part for part in parts if part))


def translated(labels: Sequence[str]) -> dict[str, str]:
    """Return each label with what it is in English; those that are English, or not known, stay as they are.

    Of labels that mean the same the first is kept. Raises DamagedWeightsError where the table of words is damaged.
    """
    found: dict[str, str] = {}
    for label in labels:
        english = in_english(label, own_vocabulary()) or label
        if english not in found.values():
            found[label] = english
    return found


def unread(labels: Sequence[str]) -> str:
    """Return one line about labels in other scripts that have no known translation; empty where there are none."""
    foreign = [label for label, english in translated(labels).items() if not _is_latin(english)]
    if not foreign:
        return ""
    return f"{', '.join(foreign)}: not among the words that Taureau can translate; encoders read English"


def _is_latin(text: str) -> bool:
    """Return whether text has letters, all of them Latin, or digits."""
    letters = [letter for letter in text if letter.isalnum()]
    return bool(letters) and all(
        letter.isascii() or unicodedata.name(letter, "").startswith("LATIN") for letter in letters
    )
