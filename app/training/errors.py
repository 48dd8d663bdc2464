"""What stands in the way of teaching or shipping a model."""

from __future__ import annotations


class TrainingError(Exception):
    """Something that is needed is missing, or what was made is not fit; the message says what to do."""


class MissingMiniLMError(TrainingError):
    """The sentence encoder that the text tower is made from is not on this machine."""


class WarmStartError(TrainingError):
    """The weights that teaching was to begin from are not there, not whole, or not those it began from before."""


class NoCheckpointError(TrainingError):
    """There is no checkpoint to ship from yet."""


class TooLargeError(TrainingError):
    """What was to ship is larger than it may be."""


class NoFiguresError(TrainingError):
    """What the model can do was not measured yet."""


class BrokenDatasetError(TrainingError):
    """The file of strokes to learn from is not there or not whole."""
