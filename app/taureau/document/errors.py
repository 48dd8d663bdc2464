"""Errors of reading and writing drawings."""

from __future__ import annotations

from taureau.errors import TaureauError


class DocumentError(TaureauError):
    """A drawing could not be read or written; the message says in one line what is wrong and what to do."""

    def __init__(self, message: str) -> None:
        super().__init__(" ".join(message.split()))


def excerpt(text: str, length: int = 60) -> str:
    """Return a short, printable, one-line excerpt of foreign text for a message."""
    clean = "".join(c if c.isprintable() else " " for c in text[: 4 * length])
    clean = " ".join(clean.split())
    return clean if len(clean) <= length else clean[: length - 1] + "…"
