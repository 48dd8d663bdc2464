"""Choices as they are stored in the settings, which anybody may have edited."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    Choices = TypeVar("Choices", bound=DataclassInstance)


def restored(fresh: Choices, stored: object, names: Sequence[str], words: Mapping[str, tuple[str, ...]]) -> Choices:
    """Return `fresh` with the values of a stored table that make sense for fields of these names.

    A value has the type of the field's default, and is one of `words` where these list some.
    """
    if not isinstance(stored, dict):
        return fresh
    sensible = {name: stored[name] for name in names if name in stored and _sensible(fresh, name, stored[name], words)}
    return replace(fresh, **sensible)


def _sensible(fresh: object, name: str, value: Any, words: Mapping[str, tuple[str, ...]]) -> bool:
    if name in words:
        return value in words[name]
    if type(value) is not type(getattr(fresh, name)):
        return False
    return not isinstance(value, float) or math.isfinite(value)
