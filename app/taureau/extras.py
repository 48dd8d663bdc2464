"""How optional parts of the program are added to it."""

from __future__ import annotations

import sys

from taureau.wording import Wording, said


def how_to_add(extra: str) -> Wording:
    """Return half a sentence on how to get what an extra of the package brings: pip cannot add it to a bundle."""
    if getattr(sys, "frozen", False):
        return said("it is not in this bundle, but in a copy that `pip install 'taureau[{extra}]'` makes", extra=extra)
    return said("install it by `pip install 'taureau[{extra}]'`", extra=extra)
