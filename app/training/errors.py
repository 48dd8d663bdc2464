"""Errors of the training programs; each message says what to do."""

from __future__ import annotations


class TrainingError(Exception):
    """An input is missing, or a result cannot be exported."""


class MissingMiniLMError(TrainingError):
    """MiniLM, from which the text tower is made, is not on this machine."""


class WarmStartError(TrainingError):
    """The weights to start from are missing, damaged, or not those of the checkpoint."""


class NoCheckpointError(TrainingError):
    """There is no checkpoint or no exported model yet."""


class TooLargeError(TrainingError):
    """The exported files exceed their size limit."""


class NoFiguresError(TrainingError):
    """The model was not evaluated yet."""


class BrokenDatasetError(TrainingError):
    """The file of the stroke dataset is missing or damaged."""
