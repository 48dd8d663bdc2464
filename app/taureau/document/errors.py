"""What can go wrong with a drawing's file, each in one sentence for the person who opened or saved it."""

from __future__ import annotations

from taureau.errors import TaureauError


class DocumentError(TaureauError):
    """A drawing could not be read or written; the message says in one line what is wrong and what to do."""

    def __init__(self, message: str) -> None:
        super().__init__(" ".join(message.split()))


def excerpt(text: str, length: int = 60) -> str:
    """A piece of foreign text fit for a message: printable, on one line, and short."""
    clean = "".join(c if c.isprintable() else " " for c in text[: 4 * length])
    clean = " ".join(clean.split())
    return clean if len(clean) <= length else clean[: length - 1] + "…"
