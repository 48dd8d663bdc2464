"""The everyday names of colours, as inks that can be read on white paper."""

from __future__ import annotations

import re
from colorsys import hls_to_rgb, rgb_to_hls

from taureau.document import INK, WARM_WHITE, contrast

_READABLE = 1.9  # contrast with the paper that a light shade keeps at least
_INKS = {  # named as in CSS; the light ones are darker than there. White is left to the pen: it is the paper's colour
    "red": "#d02020",
    "crimson": "#b0143c",
    "scarlet": "#e02a10",
    "maroon": "#800000",
    "orange": "#e87500",
    "yellow": "#dba400",
    "gold": "#b8860b",
    "golden": "#b8860b",
    "green": "#1e8a2e",
    "turquoise": "#14a89c",
    "teal": "#007a7a",
    "cyan": "#00a0b8",
    "blue": "#1f4fd0",
    "navy": "#10206e",
    "indigo": "#4b0082",
    "purple": "#7d22a8",
    "violet": "#8a4fd8",
    "magenta": "#c8149a",
    "pink": "#f0649b",
    "brown": "#85501f",
    "beige": "#b39a6b",
    "black": INK,
    "grey": "#808080",
    "gray": "#808080",
    "silver": "#949aa2",
}
_SHADES = {"dark": 0.55, "deep": 0.7, "bright": 1.15, "light": 1.45, "pale": 1.6}  # factors of lightness
_ONE = rf"(?:(?:{'|'.join(_SHADES)})[ -])?(?:{'|'.join(_INKS)})(?:[ -]coloured|[ -]colored)?"
_NOT_ITS_NOUN = r"(?!and\b|or\b|is\b|are\b)\w"

BEFORE_A_NOUN = re.compile(rf"\b(?P<one>{_ONE})(?P<more>(?:,? and |, | or |-){_ONE})*,? (?={_NOT_ITS_NOUN})", re.I)
"""A colour before another word; `more` matches where it is one of several."""


def is_colour(text: str) -> bool:
    """Return whether a text is the name of a colour, and no more."""
    return re.fullmatch(_ONE, text, re.I) is not None


def ink(name: str) -> str:
    """Return the ink, "#rrggbb", of a colour that `BEFORE_A_NOUN` finds: "red", "dark green", "light-blue coloured"."""
    words = re.split(r"[ -]", name.lower())
    words = [word for word in words if word not in ("coloured", "colored")]
    color = _INKS[words[-1]]
    return _shaded(color, _SHADES[words[0]]) if len(words) > 1 else color


def _shaded(color: str, factor: float) -> str:
    """Return a colour with its lightness scaled, as far as it stays readable."""
    hue, lightness, saturation = rgb_to_hls(*(int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)))
    wanted = lightness * factor if lightness else factor - 1  # black has no lightness to scale: "light black"
    while True:
        channels = hls_to_rgb(hue, min(max(wanted, 0.0), 1.0), saturation)
        shade = "#" + "".join(f"{round(255 * channel):02x}" for channel in channels)
        if factor < 1 or contrast(shade, WARM_WHITE) >= _READABLE:
            return shade
        wanted -= 0.01
