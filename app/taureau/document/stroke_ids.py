"""The ids of strokes: which names can be one, and how strokes without one are numbered."""

from __future__ import annotations

import re
from collections.abc import Iterable

_START = (
    "A-Z_a-z\xc0-\xd6\xd8-\xf6\xf8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c\u200d\u2070-\u218f\u2c00-\u2fef"
    "\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
_MAX_LENGTH = 255  # characters
# An XML name without a colon that the SVG writer does not give to an element of another kind.
_ID = re.compile(
    rf"(?!(?:(?:layer|width|grain|mask)[0-9]+|reference)\Z)"
    rf"[{_START}][{_START}\-.0-9\xb7\u0300-\u036f\u203f\u2040]{{0,{_MAX_LENGTH - 1}}}"
)
_NUMBERED = re.compile(r"stroke([1-9][0-9]{0,8})")


def is_stroke_id(text: str) -> bool:
    """Return whether a stroke can have this id: an XML name without a colon, of at most 255 characters.

    `reference`, `layer1`, `width1`, `grain1`, `mask1`, … are the ids of other elements in an SVG, and reserved.
    """
    return _ID.fullmatch(text) is not None


def unique_ids(ids: Iterable[str], last: int = 0) -> tuple[list[str], int]:
    """Return the ids with each empty or repeated one replaced by `stroke1`, `stroke2`, …, and the last number used.

    Numbering continues after `last` and after the highest number among `ids`.
    """
    given = list(ids)
    for found in map(_NUMBERED.fullmatch, given):
        if found:
            last = max(last, int(found[1]))
    taken = set(given)
    seen: set[str] = {""}
    result = []
    for name in given:
        if name in seen:
            last += 1
            while f"stroke{last}" in taken:
                last += 1
            name = f"stroke{last}"
        seen.add(name)
        result.append(name)
    return result, last
