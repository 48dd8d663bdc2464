"""Transforms of SVG and CSS, and the point that they turn about."""

from __future__ import annotations

import math
import re
from functools import lru_cache

import numpy as np

from taureau.document.errors import DocumentError
from taureau.document.svg.units import NUMBER, length, px
from taureau.geometry import Affine, Box
from taureau.wording import tr_noop

_FUNCTION = re.compile(r"[\s,]*([a-zA-Z]+)\s*\(([^()]*)\)")
_ARGUMENT = re.compile(rf"\s*({NUMBER})([a-zA-Z]+|%|)\s*,?")
_LONGEST = 10_000  # characters
_DEGREES = {"": 1.0, "deg": 1.0, "grad": 0.9, "rad": math.degrees(1), "turn": 360.0}  # in one unit
_SHARES = {"left": 0.0, "top": 0.0, "center": 0.5, "right": 1.0, "bottom": 1.0}
_UNIT_BOX = Box(0, 0, 1, 1)

TRANSFORM_BOXES = ("content-box", "border-box", "fill-box", "stroke-box", "view-box")


def transform(text: str, box: Box = _UNIT_BOX) -> Affine | None:
    """Return the map of a `transform`, None if it is invalid; percentages are of the reference box.

    SVG's notation and that of CSS are both accepted, without units and with them. Raises DocumentError for a
    transform that is too long.
    """
    if len(text) > _LONGEST:
        raise DocumentError(
            tr_noop("The SVG has a transform that is too long; apply the transforms and open it again.")
        )
    if text.strip().lower() == "none":
        return Affine()
    return _transform(text, box.width, box.height)


@lru_cache(maxsize=1024)
def _transform(text: str, width: float, height: float) -> Affine | None:
    affine, position = Affine(), 0
    while found := _FUNCTION.match(text, position):
        arguments = _arguments(found[2])
        step = None if arguments is None else _function(found[1].lower(), arguments, width, height)
        if step is None:
            return None
        affine, position = affine @ step, found.end()
    return affine if not text[position:].strip(" \t\r\n,;") else None


def origin(text: str, box: Box) -> tuple[float, float] | None:
    """Return the point of a `transform-origin`, px from the box's corner; None if it is invalid."""
    words = [word for word in re.split(r"[\s,]+", text.strip().lower()[:200]) if word]
    if len(words) == 3:
        words.pop()  # z
    if len(words) == 1:
        words = ["center", words[0]] if words[0] in ("top", "bottom") else [words[0], "center"]
    if len(words) != 2:
        return None
    if words[0] in ("top", "bottom") or words[1] in ("left", "right"):
        words.reverse()
    if words[0] in ("top", "bottom") or words[1] in ("left", "right"):
        return None
    x, y = (
        whole * _SHARES[word] if word in _SHARES else length(word, whole)
        for word, whole in zip(words, (box.width, box.height), strict=True)
    )
    return None if x is None or y is None else (x, y)


def _arguments(text: str) -> list[tuple[float, str]] | None:
    """Return numbers and their units; None if there is anything else."""
    found, position = [], 0
    while argument := _ARGUMENT.match(text, position):
        found.append((float(argument[1]), argument[2].lower()))
        position = argument.end()
    return found if not text[position:].strip() else None


def _function(name: str, arguments: list[tuple[float, str]], width: float, height: float) -> Affine | None:
    match name, arguments:
        case "matrix", [_, _, _, _, _, _] if all(not unit for _, unit in arguments):
            return Affine(*(value for value, _ in arguments))
        case "translate", [x] | [x, _]:
            return _translation(x, arguments[1] if len(arguments) == 2 else (0.0, ""), width, height)
        case "translatex", [x]:
            return _translation(x, (0.0, ""), width, height)
        case "translatey", [y]:
            return _translation((0.0, ""), y, width, height)
        case "scale", [x] | [x, _]:
            return _scaling(x, arguments[-1])
        case "scalex", [x]:
            return _scaling(x, (1.0, ""))
        case "scaley", [y]:
            return _scaling((1.0, ""), y)
        case "rotate", [angle]:
            return _turned(angle)
        case "rotate", [angle, x, y]:
            there, turned = _translation(x, y, width, height), _turned(angle)
            return there and turned and there @ turned @ Affine.translate(-there.e, -there.f)
        case "skew", [x] | [x, _]:
            return _skewed(x, arguments[1] if len(arguments) == 2 else (0.0, ""))
        case "skewx", [x]:
            return _skewed(x, (0.0, ""))
        case "skewy", [y]:
            return _skewed((0.0, ""), y)
    return None


def _translation(x: tuple[float, str], y: tuple[float, str], width: float, height: float) -> Affine | None:
    across, down = px(*x, width), px(*y, height)
    return None if across is None or down is None else Affine.translate(across, down)


def _scaling(x: tuple[float, str], y: tuple[float, str]) -> Affine | None:
    if not {x[1], y[1]} <= {"", "%"}:
        return None
    across, down = (value / 100 if unit else value for value, unit in (x, y))
    return Affine.scale(across, down)


def _turned(angle: tuple[float, str]) -> Affine | None:
    value, unit = angle
    return Affine.rotate(value * _DEGREES[unit]) if unit in _DEGREES else None


def _skewed(x: tuple[float, str], y: tuple[float, str]) -> Affine | None:
    if not {x[1], y[1]} <= _DEGREES.keys():
        return None
    across, down = (float(np.tan(np.radians(value * _DEGREES[unit]))) for value, unit in (x, y))
    return Affine(b=down, c=across)
