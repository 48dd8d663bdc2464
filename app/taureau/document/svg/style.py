"""The properties that decide how an element is painted and placed: their values, and inheritance."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from taureau.document.svg.color import Color, Paint, color_of, paint_of
from taureau.document.svg.transforms import TRANSFORM_BOXES, origin, transform
from taureau.document.svg.units import length
from taureau.document.svg.variables import resolved, uses_variables
from taureau.geometry import Box

_SHARE = re.compile(r"[-+\d.eE]+\s*%?")
_BLACK = Color("#000000", 1.0)
_UNIT_BOX = Box(0, 0, 1, 1)
_EFFECTS = (
    *("clip-path", "mask", "filter", "stroke-dasharray"),
    *("marker", "marker-start", "marker-mid", "marker-end"),
)
_WIDE = frozenset({"inherit", "initial", "unset", "revert", "revert-layer"})  # of every property
_INITIAL = {
    "color": "black",
    "fill": "black",
    "stroke": "none",
    "stroke-width": "1",
    "visibility": "visible",
    "fill-rule": "nonzero",
    "fill-opacity": "1",
    "stroke-opacity": "1",
}  # of those that are inherited; others are initial unless they are declared
_VISIBILITIES = ("visible", "hidden", "collapse")
_FILL_RULES = ("nonzero", "evenodd")


def understood(name: str, value: str) -> bool:
    """Return whether this is a value of the property; one with variables may turn out to be."""
    return value.lower() in _WIDE or uses_variables(value) or _UNDERSTOOD[name](value)


@dataclass(frozen=True)
class Style:
    """The computed style of one element; `opacity` is multiplied with that of its groups."""

    color: Color = _BLACK
    fill: Paint = Paint(_BLACK)  # noqa: RUF009
    stroke: Paint = Paint()  # noqa: RUF009
    stroke_width: str = "1"  # a length; a percentage is of the viewport of whatever inherits it
    even_odd: bool = False  # the rule of fills
    fill_opacity: float = 1.0
    stroke_opacity: float = 1.0
    opacity: float = 1.0
    visible: bool = True
    displayed: bool = True
    scales: bool = True  # whether the stroke's width grows with the transform
    has_effects: bool = False  # dashes, markers, clips, masks or filters of its own
    overflows: bool = False  # whether what lies outside the viewport that the element makes is seen
    transform: str = ""
    transform_origin: str = ""
    transform_box: str = "view-box"
    variables: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def child(self, declared: Mapping[str, str]) -> Style:
        """The style of an element within, with these declarations."""
        if not declared and self._is_inherited:
            return self
        variables = self.variables
        own = {name: value for name, value in declared.items() if name.startswith("--")}
        if own:
            variables = MappingProxyType({**variables, **own})
        values = {}
        for name, value in declared.items():
            if name in own:
                continue
            if uses_variables(value):
                value = resolved(value, variables) or "unset"
            if value.lower() == "initial":
                value = _INITIAL.get(name, "unset")
            if value.lower() not in _WIDE and understood(name, value):
                values[name] = value
        own_color = color_of(values.get("color", ""))
        visibility = values.get("visibility")
        return Style(
            color=own_color or self.color,
            fill=paint_of(values.get("fill", "")) or self.fill,
            stroke=paint_of(values.get("stroke", "")) or self.stroke,
            stroke_width=values.get("stroke-width", self.stroke_width),
            even_odd=self.even_odd if "fill-rule" not in values else values["fill-rule"].lower() == "evenodd",
            fill_opacity=_share(values.get("fill-opacity", ""), self.fill_opacity),
            stroke_opacity=_share(values.get("stroke-opacity", ""), self.stroke_opacity),
            opacity=self.opacity * _share(values.get("opacity", ""), 1.0),
            visible=self.visible if visibility is None else visibility.lower() == "visible",
            displayed=values.get("display", "").lower() != "none",
            scales=values.get("vector-effect", "").lower() != "non-scaling-stroke",
            has_effects=any(values.get(name, "none").lower() != "none" for name in _EFFECTS),
            overflows=values.get("overflow", "").lower() in ("visible", "auto"),
            transform=values.get("transform", ""),
            transform_origin=values.get("transform-origin", ""),
            transform_box=values.get("transform-box", "view-box").lower(),
            variables=variables,
        )

    @property
    def _is_inherited(self) -> bool:
        """Whether an element that declares nothing has this very style."""
        return self.displayed and self.scales and not (self.transform or self.has_effects or self.overflows)

    def painted(self, paint: Paint) -> Color | None:
        """The colour of `fill` or `stroke`; None for none. Gradients have their fallback colour, or black."""
        if paint.current:
            return self.color
        return paint.color or (_BLACK if paint.server else None)


def _is_width(value: str) -> bool:
    width = length(value, 1.0)
    return width is not None and 0 <= width < math.inf


def _is_paint(value: str) -> bool:
    return paint_of(value) is not None


def _is_share(value: str) -> bool:
    return _share(value, -1.0) >= 0


def _share(text: str, otherwise: float) -> float:
    """An opacity from a number or percentage, clipped to 0 … 1; `otherwise` if it is invalid."""
    value = length(text, 1.0) if _SHARE.fullmatch(text) else None
    return otherwise if value is None else min(max(value, 0.0), 1.0)


_UNDERSTOOD: Mapping[str, Callable[[str], bool]] = {
    "color": lambda value: value.lower() == "currentcolor" or color_of(value) is not None,
    "display": lambda value: value.replace("-", "").isalpha(),
    **dict.fromkeys(("fill", "stroke"), _is_paint),
    **dict.fromkeys(("fill-opacity", "stroke-opacity", "opacity"), _is_share),
    "fill-rule": lambda value: value.lower() in _FILL_RULES,
    "overflow": str.isalpha,
    "stroke-width": _is_width,
    "transform": lambda value: transform(value, _UNIT_BOX) is not None,
    "transform-origin": lambda value: origin(value, _UNIT_BOX) is not None,
    "transform-box": lambda value: value.lower() in TRANSFORM_BOXES,
    "vector-effect": lambda value: value.replace("-", "").isalpha(),
    "visibility": lambda value: value.lower() in _VISIBILITIES,
    **dict.fromkeys(_EFFECTS, bool),
}
PROPERTIES = frozenset(_UNDERSTOOD)
