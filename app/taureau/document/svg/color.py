"""Paints and colours of CSS (Color Module Level 4) in sRGB."""

from __future__ import annotations

import math
import re
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from tinycss2 import color4
from tinycss2.color5 import parse_color  # level 4 and `light-dark()`

_HEX = re.compile(r"#[0-9a-fA-F]{6}")
_URL = re.compile(r"url\(\s*(?:\"([^\"]*)\"|'([^']*)'|([^)\"']*))\s*\)", re.IGNORECASE)
_ICC = re.compile(r"\bicc-color\s*\([^()]*\)", re.IGNORECASE)
_LONGEST = 200  # characters of a paint; what is longer is not understood
_LINEAR_FROM_XYZ = np.array(  # of the white D65
    [
        [3.2409699419, -1.5373831776, -0.4986107603],
        [-0.9692436363, 1.8759675015, 0.0415550574],
        [0.0556300797, -0.2039769589, 1.0569715142],
    ]
)
_D65_FROM_D50 = np.array(  # Bradford's adaptation
    [
        [0.9555766, -0.0230393, 0.0631636],
        [-0.0282895, 1.0099416, 0.0210077],
        [0.0122982, -0.0204830, 1.3299098],
    ]
)
_XYZ_FROM_P3 = np.array(
    [
        [0.4865709486, 0.2656676932, 0.1982172852],
        [0.2289745641, 0.6917385218, 0.0792869141],
        [0.0, 0.0451133819, 1.0439443689],
    ]
)


class Color(NamedTuple):
    """A colour as "#rrggbb", sRGB, and its alpha, 0 … 1."""

    hex: str
    alpha: float


class Paint(NamedTuple):
    """What `fill` or `stroke` says; neither colour nor server is "none"."""

    color: Color | None = None  # of a paint server, its fallback
    current: bool = False  # the colour is the element's own `color`
    server: str = ""  # the id of a gradient or pattern in the file


@lru_cache(maxsize=4096)
def paint_of(text: str) -> Paint | None:
    """Return the paint that a value of `fill` or `stroke` stands for; None if it is not understood."""
    text = text.strip()
    if len(text) > _LONGEST:
        return None
    server = _URL.match(text)
    if server:
        rest = text[server.end() :].strip()
        fallback = paint_of(rest) if rest else Paint()
        name = next((group for group in server.groups() if group is not None), "").strip()
        return fallback and fallback._replace(server=name.removeprefix("#") or "?")
    if text.lower() in ("none", "context-fill", "context-stroke"):
        return Paint()
    text = _ICC.sub("", text).strip() if text.startswith("#") else text
    if text.lower() == "currentcolor":
        return Paint(current=True)
    color = color_of(text)
    return color and Paint(color)


@lru_cache(maxsize=4096)
def color_of(text: str) -> Color | None:
    """Return a colour in any notation but `currentColor`, out of gamut clipped; None if it is not understood."""
    if _HEX.fullmatch(text):
        return Color(text.lower(), 1.0)
    if len(text) > _LONGEST:
        return None
    try:
        parsed = parse_color(text)
        with np.errstate(all="ignore"):  # what is not a number is no colour
            numbers = None if parsed is None or isinstance(parsed, str) else _srgb(parsed)
    except (ArithmeticError, AttributeError, IndexError, NotImplementedError, RecursionError, TypeError, ValueError):
        return None  # the parser expects more arguments, or smaller numbers
    if numbers is None or any(map(math.isnan, numbers)):
        return None
    *channels, alpha = (min(max(number, 0.0), 1.0) for number in numbers)
    return Color("#" + bytes(math.floor(255 * channel + 0.5) for channel in channels).hex(), alpha)


def _srgb(color: color4.Color) -> list[float] | None:
    """Return red, green, blue and alpha, not clipped; None for a colour space without a definition, such as CMYK's."""
    numbers = np.array([number or 0.0 for number in color.coordinates])
    match color.space:
        case "srgb":
            return [*numbers.tolist(), color.alpha]
        case "hsl" | "hwb":
            return [*color.to("srgb")]
        case "srgb-linear":
            linear = numbers
        case "display-p3":
            linear = _LINEAR_FROM_XYZ @ _XYZ_FROM_P3 @ _decoded(numbers)
        case "xyz-d65" | "oklab" | "oklch":
            linear = _LINEAR_FROM_XYZ @ np.array(color.to("xyz-d65").coordinates)
        case "xyz-d50" | "lab" | "lch":
            linear = _LINEAR_FROM_XYZ @ _D65_FROM_D50 @ np.array(color.to("xyz-d50").coordinates)
        case _:
            return None
    return [*_encoded(linear).tolist(), color.alpha]


def _decoded(channels: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return linear light from channels with sRGB's transfer curve."""
    size = np.abs(channels)
    linear: NDArray[np.float64] = np.sign(channels) * np.where(
        size <= 0.04045, size / 12.92, ((size + 0.055) / 1.055) ** 2.4
    )
    return linear


def _encoded(linear: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return channels with sRGB's transfer curve from linear light."""
    size = np.abs(linear)
    channels: NDArray[np.float64] = np.sign(linear) * np.where(
        size <= 0.0031308, size * 12.92, 1.055 * size ** (1 / 2.4) - 0.055
    )
    return channels
