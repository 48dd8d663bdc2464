"""What stands in the way of teaching or shipping a model."""

from __future__ import annotations


class CannotTeachError(Exception):
    """Something that is needed is missing, or what was made is not fit; the message says what to do."""


class MissingMiniLMError(CannotTeachError):
    """The sentence encoder that the text tower is made from is not on this machine."""


class BadBeginningError(CannotTeachError):
    """The weights that teaching was to begin from are not there, not whole, or not those it began from before."""


class UntaughtError(CannotTeachError):
    """There is no checkpoint to ship from yet."""


class TooLargeError(CannotTeachError):
    """What was to ship is larger than it may be."""


class NoFiguresError(CannotTeachError):
    """What the model can do was not measured yet."""


class BrokenLessonsError(CannotTeachError):
    """The file of strokes to learn from is not there or not whole."""
