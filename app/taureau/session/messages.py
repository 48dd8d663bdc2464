"""Messages to the user: what happened, and what to do about it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

Kind = Literal["notice", "error"]


@dataclass(frozen=True)
class Offer:
    """A button beside a message."""

    text: str
    do: Callable[[], object]


@dataclass(frozen=True)
class Message:
    text: str  # what happened
    advice: str = ""  # what to do
    kind: Kind = "error"
    verb: str = ""  # the text of a button that calls `do`
    do: Callable[[], object] | None = None
    offers: tuple[Offer, ...] = ()  # further buttons, before that one


def sentence(text: str) -> str:
    """Return an error text as a sentence: with a capital and a full stop; empty if the text is."""
    return f"{text[:1].upper()}{text[1:]}".rstrip(".") + "." if text else ""
