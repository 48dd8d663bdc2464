"""Errors of requests that cannot be drawn, with advice for the user."""

from __future__ import annotations


class CannotDrawError(Exception):
    """This request cannot be drawn; `what_to_do` is for the user."""

    def __init__(self, message: str, what_to_do: str) -> None:
        super().__init__(message)
        self.what_to_do = what_to_do


class NotLearntError(CannotDrawError):
    """The stroke decoder has learnt nothing like these words; `near` are names that it knows, the nearest first."""

    def __init__(self, words: str, near: tuple[str, ...]) -> None:
        names = f" Near it: {', '.join(near)}." if near else ""
        super().__init__(
            f"Taureau has not learnt to draw “{words}”.{names}", "Use other words, or have it drawn all the same."
        )
        self.near = near


class NoContourError(CannotDrawError):
    """The photo has no contour to start from."""

    def __init__(self) -> None:
        super().__init__(
            "There is no clear contour in this photo.", "Choose one with more contrast, or draw it without a mask."
        )
