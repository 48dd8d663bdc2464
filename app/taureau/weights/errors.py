"""Errors of model weights; each message is one line that says what to do."""

from __future__ import annotations

from taureau.errors import TaureauError


class WeightsError(TaureauError):
    """Weights cannot be fetched, stored or used."""

    def __init__(self, message: str) -> None:
        super().__init__(" ".join(message.split()))


class UnknownModelError(WeightsError):
    """The catalogue has no model of this id."""


class CatalogueError(WeightsError):
    """The catalogue cannot be read."""


class MissingWeightsError(WeightsError):
    """Required weights are not installed; the message says how to get them."""


class DamagedWeightsError(WeightsError):
    """A file has changed since it was stored, or differs from the published one."""


class UnlistedWeightsError(DamagedWeightsError):
    """A file differs from what others than its makers list; the message says how to take it all the same."""


class RefusedWeightsError(WeightsError):
    """The file is not weights, belongs to another model, or would execute code."""


class FetchError(WeightsError):
    """The download failed; what was received is kept for the next attempt."""


class StoppedError(WeightsError):
    """Stopped by the user; the message says what is kept."""


class StorageError(WeightsError):
    """The folder of the models cannot be read or written, or is full."""
