"""Strokes with a profile, as outlines that any program shows and that Inkscape edits as power strokes.

    <inkscape:path-effect id="width1" effect="powerstroke" offset_points="0,0.5 | 1,2" …/>
    <path id="stroke1" d="outline" fill="#141414" inkscape:path-effect="#width1" inkscape:original-d="middle line"
          taureau:width="4" taureau:profile="0,0.25 1,1" taureau:pen="brush"/>

Inkscape's points are a parameter of the middle line and half of the width there; ours, in the attribute, are exact.
Where another program changed Inkscape's, those count.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from taureau.document.drawing import Stroke
from taureau.document.pens import PENS
from taureau.document.svg.terms import INKSCAPE, PROFILE_DECIMALS, TAUREAU
from taureau.geometry import Curve, Profile, SvgPathPen, decimal_text
from taureau.geometry.outline import outline
from taureau.geometry.profile import MAX_FACTOR

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

ORIGINAL = f"{{{INKSCAPE}}}original-d"
EFFECT = f"{{{INKSCAPE}}}path-effect"
_MOST_POINTS = 1000
_LONGEST = 40 * _MOST_POINTS  # characters of a list of points
_EQUAL = 2e-3  # share of the width by which offsets that nobody changed may differ after rounding
_OFFSET_DECIMALS = 8


@dataclass(frozen=True)
class PowerStroke:
    """What is read of one: its middle line in user units, its width, and how it is drawn."""

    curve: Curve
    width: float
    profile: Profile
    pen: str | None


def effect_line(number: int, stroke: Stroke) -> str:
    """The definition of Inkscape's path effect for a stroke with a profile."""
    points = " | ".join(
        f"{decimal_text(t, _OFFSET_DECIMALS)},{decimal_text(offset, _OFFSET_DECIMALS)}"
        for t, offset in _offsets(stroke.curve, stroke.width, stroke.profile)
    )
    return (
        f'    <inkscape:path-effect id="width{number}" effect="powerstroke" is_visible="true" lpeversion="1"'
        f' offset_points="{points}" sort_points="true" interpolator_type="CentripetalCatmullRom"'
        f' interpolator_beta="0.2" start_linecap_type="round" end_linecap_type="round" linejoin_type="round"'
        f' miter_limit="4" scale_width="1"/>'
    )


def power_stroke_attributes(number: int, stroke: Stroke, precision: int) -> str:
    """The attributes that give a stroke with a profile its shape, and say what it is."""
    points = " ".join(
        f"{decimal_text(share, PROFILE_DECIMALS)},{decimal_text(factor, PROFILE_DECIMALS)}"
        for share, factor in (stroke.profile.points if stroke.profile else ())
    )
    shape = outline(stroke.curve, stroke.width, stroke.profile)
    return (
        f'd="{_data(shape, precision)} Z" inkscape:path-effect="#width{number}"'
        f' inkscape:original-d="{_data(stroke.curve, precision)}"'
        f' taureau:width="{decimal_text(stroke.width, precision)}" taureau:profile="{points}"'
    )


def read_power_stroke(
    element: Element, effect: Element | None, curves_of: Callable[[str], tuple[Curve, ...]]
) -> PowerStroke | None:
    """Return the power stroke of a path; None where it is none, or was made another shape by another program."""
    data = element.get(ORIGINAL)
    width = _number(element.get(f"{{{TAUREAU}}}width", ""))
    profile = _profile(element.get(f"{{{TAUREAU}}}profile", ""))
    if data is None or width is None or not width > 0 or profile is None or effect is None:
        return None
    curves = curves_of(data)
    if len(curves) != 1:
        return None
    return PowerStroke(curves[0], width, _edited(curves[0], width, profile, effect), read_pen(element))


def read_pen(element: Element) -> str | None:
    """Return the pen that a path says it is drawn with, if there is such a pen."""
    pen = element.get(f"{{{TAUREAU}}}pen")
    return pen if pen in PENS else None


def _edited(curve: Curve, width: float, profile: Profile, effect: Element) -> Profile:
    """Return the profile, or that of the effect where its points are others."""
    found = _pairs(effect.get("offset_points", "").replace("|", " "))
    ours = _offsets(curve, width, profile)
    scale = 1.0, width
    same = len(found) == len(ours) and np.allclose(np.array(found) / scale, np.array(ours) / scale, atol=_EQUAL, rtol=0)
    if same or not found:
        return profile
    shares = curve.shares([t for t, _ in found])
    points = {
        float(share): min(abs(offset) * 2 / width, MAX_FACTOR) for share, (_, offset) in zip(shares, found, strict=True)
    }
    return Profile(tuple(sorted(points.items()))) if any(points.values()) else profile


def _offsets(curve: Curve, width: float, profile: Profile | None) -> list[tuple[float, float]]:
    """The points of a profile as Inkscape has them: parameter, half of the width."""
    points = profile.points if profile else ()
    parameters = curve.parameters([share for share, _ in points]).tolist()
    return [(t, factor * width / 2) for t, (_, factor) in zip(parameters, points, strict=True)]


def _profile(text: str) -> Profile | None:
    try:
        return Profile(tuple(_pairs(text)))
    except ValueError:
        return None


def _pairs(text: str) -> list[tuple[float, float]]:
    """Read "x,y x,y …"; nothing where it is anything else, or too long."""
    words = text[:_LONGEST].split()
    if len(text) > _LONGEST or len(words) > _MOST_POINTS:
        return []
    numbers = [[_number(part) for part in word.split(",")] for word in words]
    pairs = [(pair[0], pair[1]) for pair in numbers if len(pair) == 2 and pair[0] is not None and pair[1] is not None]
    return pairs if len(pairs) == len(words) else []


def _number(text: str) -> float | None:
    try:
        number = float(text[:_LONGEST])
    except ValueError:
        return None
    return number if np.isfinite(number) else None


def _data(curve: Curve, precision: int) -> str:
    pen = SvgPathPen(precision)
    curve.draw(pen)
    return pen.data
