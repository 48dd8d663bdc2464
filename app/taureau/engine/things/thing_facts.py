"""What the facts of a drawing say of its things: the style of each, and how much of it is seen."""

from __future__ import annotations

from collections.abc import Mapping

from taureau.geometry import Box

_WHOLE = (0.0, 0.0, 1.0, 1.0)


def style_fact(name: str) -> str:
    """Return the fact that holds the style in which a thing is drawn; the name is that of its layer."""
    return f"style of {name}"


def is_thing(facts: Mapping[str, str], name: str) -> bool:
    """Return whether a layer of this name was drawn as one of several things."""
    return style_fact(name) in facts


def facts_of(name: str, style: str, whole: Box, seen: Box) -> dict[str, str]:
    """Return the facts of a thing that fills the box `whole`, and of which what lies in the box `seen` is drawn."""
    left, right = ((x - whole.left) / whole.width for x in (seen.left, seen.right))
    top, bottom = ((y - whole.top) / whole.height for y in (seen.top, seen.bottom))
    shares = " ".join(f"{round(share, 3) + 0.0:g}" for share in (left, top, right, bottom))
    return {style_fact(name): style, _seen_fact(name): shares}


def whole_box(facts: Mapping[str, str], name: str, seen: Box) -> Box:
    """Return the box that a thing fills of which what lies in the box `seen` is drawn; that one where it is not known.

    The thing may have been moved and scaled since it was drawn.
    """
    left, top, right, bottom = _shares(facts.get(_seen_fact(name), ""))
    width, height = seen.width / (right - left), seen.height / (bottom - top)
    x, y = seen.left - left * width, seen.top - top * height
    return Box(x, y, x + width, y + height)


def _seen_fact(name: str) -> str:
    return f"seen of {name}"


def _shares(text: str) -> tuple[float, float, float, float]:
    """Return left, top, right and bottom as shares of the whole; all of it where the text is not that."""
    try:
        left, top, right, bottom = map(float, text.split())
    except ValueError:
        return _WHOLE
    return (left, top, right, bottom) if 0.05 < right - left <= 2 and 0.05 < bottom - top <= 2 else _WHOLE
