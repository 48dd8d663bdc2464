"""Pen styles: the same lines as another drawing tool would draw them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from taureau.document.drawing import Drawing, Stroke
from taureau.document.errors import DocumentError, excerpt

_WHITE = "#ffffff"


@dataclass(frozen=True)
class Look:
    """How a pen style changes each stroke."""

    width: float  # times the stroke's own
    opacity: float  # times the stroke's own
    fading: float  # 0 … 1, how far its colour goes towards the paper's


AS_DRAWN = "ink"  # the drawing as it is
LOOKS: Mapping[str, Look] = MappingProxyType(
    {
        AS_DRAWN: Look(width=1.0, opacity=1.0, fading=0.0),
        "pencil": Look(width=0.7, opacity=0.8, fading=0.2),
        "marker": Look(width=2.5, opacity=0.6, fading=0.0),
    }
)


def in_look(drawing: Drawing, look: str) -> Drawing:
    """Return the drawing in one of the LOOKS, for screen and export; raises DocumentError for another name."""
    if look not in LOOKS:
        raise DocumentError(f"There is no look '{excerpt(look)}'; choose {', '.join(LOOKS)}.")
    if look == AS_DRAWN:
        return drawing
    layers = tuple(
        replace(layer, strokes=tuple(stroke_in_look(stroke, look, drawing.paper) for stroke in layer.strokes))
        for layer in drawing.layers
    )
    return replace(drawing, layers=layers)


def stroke_in_look(stroke: Stroke, look: str, paper: str | None = None) -> Stroke:
    """Return a stroke in one of the LOOKS, on paper of this colour ("#rrggbb"; white by default)."""
    if stroke.filled:  # an area is not drawn by a pen
        return stroke
    tool = LOOKS[look]
    return replace(
        stroke,
        width=stroke.width * tool.width,
        color=_mixed(stroke.color, paper or _WHITE, tool.fading),
        opacity=stroke.opacity * tool.opacity,
    )


def _mixed(color: str, other: str, share: float) -> str:
    """Return the mix of two colours, both "#rrggbb", with `share` 0 … 1 of the second."""
    pairs = zip(bytes.fromhex(color[1:]), bytes.fromhex(other[1:]), strict=True)
    return "#" + bytes(round(one + (two - one) * share) for one, two in pairs).hex()
