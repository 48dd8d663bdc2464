"""Parsing of labels that users type."""

from __future__ import annotations


def labels_in(text: str) -> list[str]:
    """Return the labels between commas, each once: " cat, a  dog,cat" -> ["cat", "a dog"]."""
    return list(dict.fromkeys(label for part in text.split(",") if (label := " ".join(part.split()))))
