"""Parsing of labels that users type."""

from __future__ import annotations

import re

_BETWEEN = re.compile("[,;，、；،\\n]")  # commas and semicolons, also full-width and Arabic ones
_QUOTES = "\"'“”„‟‘’‚«»‹›「」『』`"


def labels_in(text: str) -> list[str]:
    """Return the labels between commas, each once and without quotes: ' cat, “a  dog”，cat' -> ["cat", "a dog"]."""
    parts = (" ".join(part.split()).strip(_QUOTES).strip() for part in _BETWEEN.split(text))
    return list(dict.fromkeys(part for part in parts if part))
