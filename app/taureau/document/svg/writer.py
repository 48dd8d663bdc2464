"""Drawings as SVG that opens everywhere: Inkscape, Illustrator, Figma, browsers, plotters.

User units are 1/96 inch, the size is in mm, layers stand at the top level, groups are `<g>` within them, each stroke
is one path of absolute cubics with presentation attributes only, one with a profile its outline (`power_stroke.py`),
and the texture of a pen a pattern (`definitions.py`). The same drawing gives the same bytes, and with `d` a
drawing, `write` and `read` this module and its reader at the same precision:

    read(write(d)) == rounded(d)    and    write(read(write(d))) == write(d)
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import takewhile
from typing import Literal

import numpy as np

from taureau.document.drawing import Drawing, Layer, Stroke
from taureau.document.edits import rounded
from taureau.document.guides import guide_lines
from taureau.document.svg.definitions import Definitions
from taureau.document.svg.metadata import PAPER_MARK, metadata_lines
from taureau.document.svg.power_stroke import power_stroke_attributes
from taureau.document.svg.reference import Reference, reference_lines
from taureau.document.svg.terms import DECIMALS, INKSCAPE, MM_PER_PX, OPACITY_DECIMALS, SODIPODI, SVG, TAUREAU
from taureau.document.whole_file import write_whole
from taureau.geometry import SvgPathPen, decimal_text

SheetUnit = Literal["mm", "px", "pt"]


@dataclass(frozen=True)
class Additions:
    """What stands in a file beside what the drawing says."""

    lines: Sequence[str] = ()  # beneath the layers, above the paper
    attributes: Mapping[str, str] = field(default_factory=dict)  # of paths, by the stroke's id


_NOTHING_ADDED = Additions()
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}


def drawing_to_svg(
    drawing: Drawing,
    *,
    precision: int = DECIMALS,
    unit: SheetUnit = "mm",
    reference: Reference | None = None,
    painted: str | None = None,
    additions: Additions = _NOTHING_ADDED,
) -> str:
    """The drawing as SVG text with numbers, in px, of at most `precision` decimals; see the module for what
    it promises.

    `unit` is what the sheet's size is stated in: mm or px, a user unit then being 1/96 inch, or points, and then
    the drawing's numbers are taken for points. `reference` is the photo to keep with the drawing, `painted` the
    colour of an area below all strokes, for programs that do not show paper. `additions` stand beside it. Raises
    DocumentError when a number is not finite or too large, or a colour is not "#rrggbb".
    """
    return "\n".join(_lines(rounded(drawing, precision), precision, unit, reference, painted, additions)) + "\n"


def save_svg(
    drawing: Drawing,
    path: str | os.PathLike[str],
    *,
    precision: int = DECIMALS,
    reference: Reference | None = None,
) -> None:
    """Write the drawing's SVG to `path` in one step; raises DocumentError, the old file untouched."""
    write_whole(path, drawing_to_svg(drawing, precision=precision, reference=reference).encode("utf-8"))


def _lines(
    drawing: Drawing,
    precision: int,
    unit: SheetUnit,
    reference: Reference | None,
    painted: str | None,
    additions: Additions,
) -> Iterator[str]:
    width, height = (decimal_text(side, precision) for side in (drawing.width, drawing.height))
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    more = drawing.paper is not None or drawing.guides or any(layer.locked for layer in drawing.layers)
    sodipodi = f' xmlns:sodipodi="{SODIPODI}"' if more else ""  # where Inkscape keeps paper and locks
    yield f'<svg xmlns="{SVG}" xmlns:inkscape="{INKSCAPE}"{sodipodi} xmlns:taureau="{TAUREAU}"'
    sides = (_mm(drawing.width), _mm(drawing.height)) if unit == "mm" else (width, height)
    ending = "" if unit == "px" else unit
    yield f'     width="{sides[0]}{ending}" height="{sides[1]}{ending}" viewBox="0 0 {width} {height}">'
    if drawing.paper is not None or drawing.guides:
        paper = "" if drawing.paper is None else f' pagecolor="{drawing.paper}" inkscape:pageopacity="1"'
        yield f"  <sodipodi:namedview{paper}{'>' if drawing.guides else '/>'}"
    if drawing.guides:
        yield from guide_lines(drawing.guides, drawing.height, precision)
        yield "  </sodipodi:namedview>"
    gains = {stroke.id: stroke.gain for stroke in drawing.strokes if stroke.gain is not None}
    if drawing.facts or gains:
        yield from metadata_lines(drawing.facts, gains)
    definitions = Definitions(drawing)
    yield from definitions.lines()
    if painted is not None:
        yield f'  <rect {PAPER_MARK}="true" width="{width}" height="{height}" fill="{painted}"/>'
    yield from additions.lines
    if reference is not None:
        yield from reference_lines(reference, width, height)
    for number, layer in enumerate(drawing.layers, 1):
        hidden = "" if layer.visible else ' display="none"'
        lock = ' sodipodi:insensitive="true"' if layer.locked else ""
        ground = ' taureau:ground="true"' if layer.ground else ""
        label = _attribute(layer_label(layer, number))
        yield f'  <g inkscape:groupmode="layer" inkscape:label="{label}" id="layer{number}"{hidden}{lock}{ground}>'
        yield from _stroke_lines(layer, precision, definitions, additions)
        yield "  </g>"
    yield "</svg>"


def _stroke_lines(layer: Layer, precision: int, definitions: Definitions, additions: Additions) -> Iterator[str]:
    """The lines of a layer's strokes, those of a group within a `<g>` of its name."""
    groups: tuple[str, ...] = ()
    for stroke in (*layer.strokes, None):
        wanted = stroke.groups if stroke else ()
        shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(groups, wanted, strict=False)))
        for depth in reversed(range(shared, len(groups))):
            yield f"    {'  ' * depth}</g>"
        for depth in range(shared, len(wanted)):
            yield f'    {"  " * depth}<g id="{wanted[depth]}">'
        groups = wanted
        if stroke:
            own = additions.attributes.get(stroke.id)
            yield "  " * len(groups) + _path(stroke, precision, definitions, f" {own}" if own else "")


def layer_label(layer: Layer, number: int) -> str:
    """The layer's label in the file: a number in front for plotters, which skip labels that begin with %."""
    return layer.name if layer.name.startswith("%") else f"{number}-{layer.name}"


def layer_name(label: str) -> str:
    """The name of the layer that has this label, the number in front taken off."""
    return re.sub(r"^\d+-", "", label)


def _path(stroke: Stroke, precision: int, definitions: Definitions, more: str) -> str:
    pen = SvgPathPen(precision)
    stroke.curve.draw(pen)
    paint, way = definitions.paint(stroke), "stroke" if stroke.profile is None else "fill"
    opaque = stroke.opacity == 1
    share = decimal_text(stroke.opacity, OPACITY_DECIMALS)
    opacity = "" if opaque else f' {way}-opacity="{share}"'
    own = more if stroke.pen is None else f' taureau:pen="{stroke.pen}"{more}'
    if stroke.profile is not None:
        shape = power_stroke_attributes(definitions.effect(stroke), stroke, precision)
        return f'    <path id="{stroke.id}" {shape} fill="{paint}"{opacity}{own}/>'
    fill = "none"
    if stroke.filled:
        fill = stroke.color if opaque else f'{stroke.color}" fill-opacity="{share}'
    return (
        f'    <path id="{stroke.id}" d="{pen.data}" fill="{fill}" stroke="{paint}"'
        f' stroke-width="{decimal_text(stroke.width, precision)}"{opacity}'
        f' stroke-linecap="round" stroke-linejoin="round"{own}/>'
    )


def _mm(px: float) -> str:
    """Nine significant digits, so that mm and viewBox agree and are read back as a scale of exactly 1."""
    return np.format_float_positional(px * MM_PER_PX, precision=9, fractional=False, trim="-")


def _attribute(text: str) -> str:
    """Text inside double quotes; line ends and tabs are escaped, for XML would turn them into spaces."""
    return re.sub(r'[&<>"\t\n\r]', lambda found: _ENTITIES.get(found[0]) or f"&#{ord(found[0])};", text)
