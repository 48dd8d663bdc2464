"""What can go wrong with weights, each as one line that also says what to do about it."""

from __future__ import annotations

from taureau.errors import TaureauError


class WeightsError(TaureauError):
    """Weights cannot be had, kept or used; the message is one line for the user."""

    def __init__(self, message: str) -> None:
        super().__init__(" ".join(message.split()))


class UnknownModelError(WeightsError):
    """The catalogue has no model of this id."""


class CatalogueError(WeightsError):
    """The catalogue cannot be read."""


class MissingWeightsError(WeightsError):
    """Weights that are needed are not on this machine; the message says how to get them."""


class DamagedWeightsError(WeightsError):
    """A file is not what it was when it came, or not what its makers published."""


class RefusedWeightsError(WeightsError):
    """The file is not weights, belongs to another model, or would run code."""


class FetchError(WeightsError):
    """The network or the server did not deliver; what came is kept for the next try."""


class StoppedError(WeightsError):
    """The user stopped it; the message says what is kept."""


class StorageError(WeightsError):
    """The folder of the models cannot be read or written, or is full."""
