"""A line for the user: what happened, and what to do about it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

Kind = Literal["notice", "error"]


@dataclass(frozen=True)
class Message:
    text: str  # what happened, and what was kept
    advice: str = ""  # what to do
    kind: Kind = "error"
    verb: str = ""  # what a button in the line does at once, where there is one
    do: Callable[[], object] | None = None
