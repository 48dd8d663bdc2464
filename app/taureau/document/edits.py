"""Edits of a whole drawing: scale, strip and round."""

from __future__ import annotations

import math
import re
from dataclasses import replace
from types import MappingProxyType

from taureau.document.drawing import Drawing, Layer, Stroke
from taureau.document.errors import DocumentError, excerpt
from taureau.document.groups import settled
from taureau.document.svg.terms import (
    DECIMALS,
    GAIN_DECIMALS,
    MAX_COORDINATE,
    MM_PER_PX,
    OPACITY_DECIMALS,
    PROFILE_DECIMALS,
)
from taureau.geometry import Affine, Curve, rounded_number
from taureau.wording import said

_COLOR = re.compile(r"#[0-9a-f]{6}")
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def scaled_to_mm(drawing: Drawing, longer_side_mm: float) -> Drawing:
    """Return the drawing scaled uniformly, widths included, to a longer side of `longer_side_mm` on paper.

    Raises DocumentError when that is not a positive, finite length.
    """
    if not (math.isfinite(longer_side_mm) and longer_side_mm > 0):
        raise DocumentError(
            said(
                "A drawing cannot be {longer_side_mm:g} mm long; give a length above 0.", longer_side_mm=longer_side_mm
            )
        )
    factor = longer_side_mm / MM_PER_PX / max(drawing.width, drawing.height)
    return drawing.transformed(Affine.scale(factor))


def fitted_into(drawing: Drawing, width: float, height: float) -> Drawing:
    """Return the drawing, as large as it can be, in the middle of a sheet of `width` × `height` px."""
    scale = min(width / drawing.width, height / drawing.height)
    middle = Affine.translate((width - scale * drawing.width) / 2, (height - scale * drawing.height) / 2)
    onto = middle @ Affine.scale(scale)
    layers = tuple(
        replace(layer, strokes=tuple(stroke.transformed(onto) for stroke in layer.strokes)) for layer in drawing.layers
    )
    return replace(drawing, width=width, height=height, layers=layers)


def bare(drawing: Drawing) -> Drawing:
    """Return the drawing without facts, gains and guides, as it is given to other programs."""
    layers = tuple(
        replace(layer, strokes=tuple(replace(stroke, gain=None) for stroke in layer.strokes))
        for layer in drawing.layers
    )
    return replace(drawing, layers=layers, facts=MappingProxyType({}), guides=())


def rounded(drawing: Drawing, precision: int = DECIMALS) -> Drawing:
    """Return the drawing as an SVG with `precision` decimals stores it; rounding again changes nothing.

    Sizes stay above 0 by at least one step of the last decimal, colours are in lower case, an opacity keeps
    three decimals and a gain six. Groups are named uniquely, those of one item dissolved. Characters that XML
    cannot hold are dropped from the names of layers; facts keep all but lone surrogates. Raises DocumentError
    when a number is not finite or too large, or a colour is not "#rrggbb".
    """

    def size(value: float, what: str) -> float:
        return max(number(value, what), rounded_number(10**-precision, precision))

    def number(value: float, what: str) -> float:
        if not abs(value) <= MAX_COORDINATE:
            raise DocumentError(
                said(
                    "The drawing cannot be saved: {what} is {value:g}; remove it and save again.",
                    what=what,
                    value=value,
                )
            )
        return rounded_number(value, precision)

    def colour(text: str) -> str:
        lower = text.lower()
        if not _COLOR.fullmatch(lower):
            raise DocumentError(
                said("The drawing cannot be saved: '{excerpt}' is not a colour; use #rrggbb.", excerpt=excerpt(lower))
            )
        return lower

    def stroke(old: Stroke) -> Stroke:
        points = [[number(v, "a stroke's coordinate") for v in point] for point in old.curve.points.tolist()]
        color = colour(old.color)
        number(old.opacity, "a stroke's opacity")
        gain = old.gain
        if gain is not None:
            gain = rounded_number(gain, GAIN_DECIMALS) if abs(gain) <= MAX_COORDINATE else None
        opacity = rounded_number(min(max(old.opacity, 0.0), 1.0), OPACITY_DECIMALS)
        width = size(old.width, "a stroke's width")
        profile = None if old.profile is None else old.profile.rounded(PROFILE_DECIMALS)
        return Stroke(Curve(points), width, color, opacity, gain, old.id, old.groups, profile, old.pen, old.filled)

    def layer(old: Layer) -> Layer:
        strokes = tuple(stroke(one) for one in old.strokes)
        return replace(old, name=_NOT_IN_XML.sub("", old.name), strokes=strokes)

    facts = {_SURROGATE.sub("\ufffd", k): _SURROGATE.sub("\ufffd", v) for k, v in drawing.facts.items()}
    return Drawing(
        size(drawing.width, "its width"),
        size(drawing.height, "its height"),
        settled([layer(one) for one in drawing.layers]),
        MappingProxyType(facts),
        None if drawing.paper is None else colour(drawing.paper),
        tuple(
            replace(guide, x=number(guide.x, "a guide's place"), y=number(guide.y, "a guide's place"))
            for guide in drawing.guides
        ),
        drawing.last_number,
    )
