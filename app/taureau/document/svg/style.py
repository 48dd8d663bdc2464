"""How SVG elements are painted: attributes, style sheets and inline style, inherited as CSS does."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from taureau.document.svg.tree import local_name
from taureau.document.svg.units import length

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_PROPERTIES = frozenset(
    {
        "color",
        "display",
        "fill",
        "fill-opacity",
        "opacity",
        "stroke",
        "stroke-opacity",
        "stroke-width",
        "transform",
        "vector-effect",
        "visibility",
    }
)
_SELECTOR = re.compile(r"\*|[\w-]+|[\w-]*[.#][\w-]+")
_BETWEEN_NUMBERS = re.compile(r"[\s,/]+")
_HEX = re.compile(r"#[0-9a-fA-F]{6}")

Declarations = dict[str, str]


class StyleSheet:
    """The rules of all `<style>` elements for `*`, `tag`, `.class`, `tag.class` and `#id`; no others."""

    def __init__(self, root: Element) -> None:
        self._rules: dict[str, Declarations] = {}
        self._found: dict[Element, Declarations] = {}
        for element in root.iter():
            if local_name(element) == "style":
                self._add(_without_comments("".join(element.itertext())))

    def declarations(self, element: Element) -> Declarations:
        """The element's own declarations, by specificity."""
        found = self._found.get(element)
        if found is None:
            found = self._found[element] = self._declarations(element)
        return found

    def _declarations(self, element: Element) -> Declarations:
        declared = {name: value.strip() for name, value in element.attrib.items() if name in _PROPERTIES}
        if self._rules:
            tag = local_name(element)
            classes = element.get("class", "").split()
            selectors = ["*", tag, *(f".{name}" for name in classes), *(f"{tag}.{name}" for name in classes)]
            for selector in (*selectors, f"#{element.get('id', '')}"):
                declared |= self._rules.get(selector, {})
        return declared | _declared(element.get("style", ""))

    def _add(self, text: str) -> None:
        # Split by hand: a pattern for "selector { body }" takes quadratic time on a long text without braces.
        for rule in text.split("}"):
            before, _, body = rule.partition("{")
            selectors = before.rpartition(";")[2]  # what stands before is an @import or @charset
            declared = _declared(body)
            for selector in map(str.strip, selectors.split(",")) if declared else ():
                if len(selector) < 200 and _SELECTOR.fullmatch(selector):
                    self._rules[selector] = self._rules.get(selector, {}) | declared


@dataclass(frozen=True)
class Style:
    """The painting of one element after inheritance; `opacity` is multiplied with that of its groups."""

    color: str = "black"
    fill: str = "black"
    stroke: str = "none"
    stroke_width: float = 1.0  # user units
    fill_opacity: float = 1.0
    stroke_opacity: float = 1.0
    opacity: float = 1.0
    visible: bool = True
    scales: bool = True  # whether the stroke's width grows with the transform

    def child(self, declared: Declarations, diagonal: float) -> Style:
        """The style of an element with these declarations; percentages are of the viewport's `diagonal`."""
        known = {name: value for name, value in declared.items() if value not in ("inherit", "unset")}
        color = known.get("color", self.color)
        colors = {name: known.get(name, getattr(self, name)) for name in ("fill", "stroke")}
        width = length(known.get("stroke-width", ""), diagonal)
        visibility = known.get("visibility")
        return replace(
            self,
            color=color,
            **{name: color if value.lower() == "currentcolor" else value for name, value in colors.items()},
            stroke_width=self.stroke_width if width is None else width,
            fill_opacity=_share(known.get("fill-opacity"), self.fill_opacity),
            stroke_opacity=_share(known.get("stroke-opacity"), self.stroke_opacity),
            opacity=self.opacity * _share(known.get("opacity"), 1.0),
            visible=self.visible if visibility is None else visibility not in ("hidden", "collapse"),
            scales=known.get("vector-effect") != "non-scaling-stroke",
        )


def color_and_alpha(paint: str) -> tuple[str, float] | None:
    """A paint as "#rrggbb" and its alpha, 0 … 1; None for no paint at all.

    Gradients and patterns become their fallback colour, or black.
    """
    text = paint.strip()[:200]
    if text.startswith("url("):
        text = text.partition(")")[2].strip() or "black"
    if text.lower() in ("none", ""):
        return None
    if _HEX.fullmatch(text):
        return text.lower(), 1.0

    from svgelements import Color

    name, bracket, inside = text.partition("(")
    if bracket:  # the newer spelling "rgb(1 2 3 / 50%)" with the commas of the older
        text = f"{name}({_BETWEEN_NUMBERS.sub(',', inside.strip(' )'))})"
    try:
        color = Color(text)
    except ValueError:
        return "#000000", 1.0
    if color.value is None:
        return None
    return f"#{color.red:02x}{color.green:02x}{color.blue:02x}", color.alpha / 255


def _declared(text: str) -> Declarations:
    pairs = (item.partition(":") for item in text.split(";"))
    stripped = ((name.strip().lower(), value.partition("!")[0].strip()) for name, _, value in pairs)
    return {name: value for name, value in stripped if name in _PROPERTIES and value}


def _without_comments(text: str) -> str:
    first, *rest = text.split("/*")
    return first + "".join(part.partition("*/")[2] for part in rest)


def _share(text: str | None, otherwise: float) -> float:
    """An opacity from a number or percentage, clipped to 0 … 1; `otherwise` if it is invalid."""
    if text is None:
        return otherwise
    try:
        value = float(text[:40].rstrip("%")) / (100 if text.endswith("%") else 1)
    except ValueError:
        return otherwise
    return otherwise if math.isnan(value) else min(max(value, 0.0), 1.0)
