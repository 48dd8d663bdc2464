"""The masks that have a name: automatic, none, and the mask models of the catalogue; torch-free."""

from __future__ import annotations

from collections.abc import Sequence

from taureau.weights import catalogue

AUTO, NONE = "auto", "none"
MASKS = (AUTO, NONE)  # those that need no model


def mask_models() -> Sequence[str]:
    """Return the ids of the mask models in the catalogue; raises CatalogueError."""
    return [model.id for model in catalogue() if model.mask is not None]
