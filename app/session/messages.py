"""A line for the user: what happened, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["notice", "error"]


@dataclass(frozen=True)
class Message:
    text: str  # what happened, and what was kept
    advice: str = ""  # what to do
    kind: Kind = "error"
