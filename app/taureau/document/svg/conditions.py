"""Conditional processing: which elements are meant for this program and the user's language."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")  # in the order in which they count
_DEFAULT = ("en",)


def user_languages() -> tuple[str, ...]:
    """Return the user's languages as tags such as "de-at", the preferred one first; English if none is set."""
    for name in _VARIABLES:
        tags = (part.partition(".")[0].partition("@")[0] for part in os.environ.get(name, "").split(":"))
        found = tuple(tag.replace("_", "-").lower() for tag in tags if tag and tag not in ("C", "POSIX"))
        if found:
            return found
    return _DEFAULT


def applies(element: Element, languages: tuple[str, ...]) -> bool:
    """Return whether an element's `systemLanguage` and `requiredExtensions` are met."""
    if "requiredExtensions" in element.attrib:
        return False  # there are none here
    wanted = element.get("systemLanguage")
    if wanted is None:
        return True
    tags = [tag.strip().lower() for tag in wanted[:1000].split(",")]
    return any(_alike(tag, language) for tag in tags if tag for language in languages)


def _alike(one: str, other: str) -> bool:
    """Return whether one language is the other or a variety of it, as "de-at" is of "de"."""
    return f"{one}-".startswith(f"{other}-") or f"{other}-".startswith(f"{one}-")
