"""The events that every run yields, whether it draws or generates images: frozen and torch-free."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Event:
    run: str  # the id of the run; listeners drop events of an older run


@dataclass(frozen=True)
class StageChanged(Event):
    stage: str  # a few words for the user: "looking at the photo", "refining", "painting"


@dataclass(frozen=True)
class Notice(Event):
    """One line the user should read: the run continues, but not as requested (less memory, smaller working size)."""

    message: str


@dataclass(frozen=True)
class Failed(Event):
    """The last event of a run that could not finish."""

    error: str  # what happened, one line
    what_to_do: str  # one line
    bad_input: bool = False  # the request itself is at fault, and would fail again
