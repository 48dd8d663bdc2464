"""Custom properties and `var()`."""

from __future__ import annotations

import re
from collections.abc import Mapping

_USE = re.compile(r"var\(\s*(--[^\s,()]+)\s*(?:,([^()]*(?:\([^()]*\)[^()]*)*))?\)", re.IGNORECASE)
_LONGEST = 1000  # characters of a value, with variables put in
_DEEPEST = 20  # variables within variables


def uses_variables(value: str) -> bool:
    """Return whether a value refers to custom properties."""
    return "var(" in value.lower()


def resolved(value: str, variables: Mapping[str, str]) -> str | None:
    """Return a value with its variables, or their fallbacks, put in.

    None if one has neither, refers to itself, or the value grows too long.
    """
    for _ in range(_DEEPEST):
        if not uses_variables(value):
            return value
        if len(value) > _LONGEST:
            return None
        missing = False

        def put_in(found: re.Match[str]) -> str:
            nonlocal missing
            text = variables.get(found[1], found[2])
            missing = missing or text is None
            return text or ""

        put = _USE.sub(put_in, value)
        if missing or put == value:
            return None
        value = put.strip()
    return None
