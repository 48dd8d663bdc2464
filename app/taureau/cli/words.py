"""Words that several commands print."""

from __future__ import annotations


def counted(number: int, thing: str) -> str:
    """ "1 stroke", "16 strokes"."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
