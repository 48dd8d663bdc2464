"""Labels as people type them."""

from __future__ import annotations


def labels_in(text: str) -> list[str]:
    """The labels between commas, each once: " cat, a  dog,cat" -> ["cat", "a dog"]."""
    return list(dict.fromkeys(label for part in text.split(",") if (label := " ".join(part.split()))))
