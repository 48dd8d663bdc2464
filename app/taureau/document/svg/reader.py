"""SVG files as drawings: our own exactly, those of other programs as far as strokes go.

What is read: paths, lines, polylines, polygons, rectangles, circles and ellipses with their transforms,
units, viewBox, groups, `<use>` and nested `<svg>`; stroke, width, colour and opacity from attributes, inline
style and simple style sheets. Groups that Inkscape calls layers are layers; sublayers belong to theirs, and
what lies loose between layers is gathered in a layer of its own. Each subpath is a stroke; the first of an element
keeps its id where that can be a stroke's (`stroke_ids.py`). A shape without a stroke is left out, unless nothing in
the file has one: then the outlines of its filled shapes are read as lines of 1 px in the colour of the fill. What is
not: text, pictures, dashes, markers, clips, masks, filters; gradients become their fallback colour or black. The one
picture that counts is the photo kept in a layer of its own (`reference.py`).
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from taureau.document.drawing import Drawing, Layer, Stroke
from taureau.document.errors import DocumentError, excerpt
from taureau.document.stroke_ids import is_stroke_id
from taureau.document.svg.metadata import is_locked, read_facts, read_gains, read_paper
from taureau.document.svg.path import too_many_segments
from taureau.document.svg.reference import Reference, is_reference_layer, read_reference
from taureau.document.svg.shapes import SHAPES, ShapeReader, too_large_a_number
from taureau.document.svg.style import Style, StyleSheet, color_and_alpha
from taureau.document.svg.terms import INKSCAPE, MAX_BYTES, MAX_COORDINATE, MAX_DEPTH, MAX_ELEMENTS, MAX_SEGMENTS
from taureau.document.svg.tree import local_name, reference, svg_tree, too_large
from taureau.document.svg.units import Viewport, fitted, length, sheet_size, transform
from taureau.document.svg.writer import layer_name
from taureau.geometry import Affine, Curve, bounds

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_GROUPS = frozenset({"g", "a", "svg", "use", "switch"})
_NOT_LINES = {"text": "text", "image": "pictures", "foreignObject": "text"}
_EFFECTS = ("clip-path", "mask", "filter", "stroke-dasharray", "marker-start", "marker-mid", "marker-end")
_LOOSE = "Drawing"  # the name of a layer for what lies in none
_OUTLINE_WIDTH = 1.0  # px
_SHEET_WITHOUT_SIZE = (300.0, 150.0)  # px, CSS's own default


@dataclass(frozen=True)
class SvgContent:
    """The content of an SVG that was read, and the kinds that were left out."""

    drawing: Drawing
    reference: Reference | None  # the photo kept with it
    left_out: tuple[str, ...]  # kinds of things that are seen in the file, or could be, and are not in the drawing


def load_svg(path: str | os.PathLike[str]) -> Drawing:
    """Read a drawing from an SVG or SVGZ file; raises DocumentError, which names the file."""
    return read_svg(path).drawing


def read_svg(path: str | os.PathLike[str]) -> SvgContent:
    """Read an SVG or SVGZ file; raises DocumentError, as `load_svg`."""
    name = excerpt(os.path.basename(os.fsdecode(path)) or os.fsdecode(path))
    try:
        if not Path(path).is_file():
            reason = "it is not a file" if Path(path).exists() else "there is no such file"
            raise DocumentError(f"{reason}; check the name.")
        with open(path, "rb") as file:
            data = file.read(MAX_BYTES + 1)
        if len(data) > MAX_BYTES:
            raise too_large()
        return _content(data)
    except DocumentError as error:
        raise DocumentError(f"Cannot open '{name}': {error}") from error
    except (OSError, ValueError) as error:
        reason = (isinstance(error, OSError) and error.strerror) or str(error)
        raise DocumentError(f"Cannot open '{name}': {reason}; check that it may be read.") from error


def svg_to_drawing(data: bytes | str) -> Drawing:
    """Read a drawing from the bytes of an SVG or SVGZ file, or from SVG text; raises DocumentError."""
    return _content(data).drawing


def _content(data: bytes | str) -> SvgContent:
    root = svg_tree(data)
    reader = _Reader(root)
    with np.errstate(all="ignore"):  # what is not finite is refused in the end, where curves are made
        return SvgContent(reader.drawing(), read_reference(root), reader.left_out)


@dataclass(frozen=True)
class _Place:
    """The inherited state at one element of the tree."""

    affine: Affine
    style: Style
    viewport: Viewport
    depth: int = 0
    around: frozenset[str] = frozenset()  # ids of the groups around it, which it cannot use


@dataclass
class _OpenLayer:
    name: str
    is_layer: bool
    visible: bool = True
    locked: bool = False
    strokes: list[Stroke] = field(default_factory=list)
    outlines: list[Stroke] = field(default_factory=list)  # of filled shapes


class _Reader:
    def __init__(self, root: Element) -> None:
        self._root = root
        self._sheet = StyleSheet(root)
        self._shapes = ShapeReader()
        self._gains = read_gains(root)
        # In reverse, so that the first of several with one id is kept.
        self._by_id = {element.get("id", ""): element for element in reversed([*root.iter()])}
        self._layers: list[_OpenLayer] = []
        self._elements = 0
        self._segments = 0
        self._left_out: set[str] = set()

    @property
    def left_out(self) -> tuple[str, ...]:
        """The kinds of content that were left out; complete once the drawing is read."""
        return tuple(sorted(self._left_out))

    def drawing(self) -> Drawing:
        size = sheet_size(self._root)
        affine, viewport = fitted(self._root, *(size or _SHEET_WITHOUT_SIZE))
        declared = self._sheet.declarations(self._root)
        style = Style().child(declared, viewport.diagonal)
        place = _Place(transform(declared.get("transform", "")) @ affine, style, viewport)
        for child in self._root:
            self._top_level(child, place)
        layers = self._closed_layers()
        return Drawing(*(size or _extent(layers)), layers, read_facts(self._root), read_paper(self._root))

    def _closed_layers(self) -> tuple[Layer, ...]:
        outlined = not any(layer.strokes for layer in self._layers)
        layers = (
            Layer(layer.name, tuple(layer.outlines if outlined else layer.strokes), layer.visible, layer.locked)
            for layer in self._layers
        )
        return tuple(layer for layer, of in zip(layers, self._layers, strict=True) if of.is_layer or layer.strokes)

    def _top_level(self, element: Element, place: _Place) -> None:
        """Read an element that lies directly in the root, where layers are."""
        declared = self._sheet.declarations(element)
        if local_name(element) == "g" and element.get(f"{{{INKSCAPE}}}groupmode") == "layer":
            if is_reference_layer(element):
                return
            label = element.get(f"{{{INKSCAPE}}}label", element.get("id", _LOOSE))
            visible = declared.get("display") != "none"
            self._layers.append(_OpenLayer(layer_name(label), True, visible, is_locked(element)))
            self._walk(element, place, ignore_display=True)
            return
        if not self._layers or self._layers[-1].is_layer:
            self._layers.append(_OpenLayer(_LOOSE, False))
        self._walk(element, place)

    def _walk(self, element: Element, place: _Place, ignore_display: bool = False) -> None:
        name = local_name(element)
        self._elements += 1
        if self._elements > MAX_ELEMENTS:
            raise DocumentError(f"The SVG draws more than {MAX_ELEMENTS:,} elements; simplify it and open it again.")
        if name not in SHAPES and name not in _GROUPS:
            if name in _NOT_LINES:
                self._left_out.add(_NOT_LINES[name])
            return
        if place.depth > MAX_DEPTH:
            raise DocumentError(f"The SVG nests more than {MAX_DEPTH} elements; ungroup it and open it again.")
        declared = self._sheet.declarations(element)
        if declared.get("display") == "none" and not ignore_display:
            self._left_out.add("hidden objects")
            return
        if any(declared.get(effect, "none") not in ("none", "") for effect in _EFFECTS):
            self._left_out.add("effects such as dashes and clips")
        inner = replace(
            place,
            affine=place.affine @ transform(declared.get("transform", "")),
            style=place.style.child(declared, place.viewport.diagonal),
            depth=place.depth + 1,
            around=place.around | {element.get("id", "")},
        )
        if name in SHAPES:
            self._shape(element, inner)
        elif name == "use":
            self._use(element, inner)
        elif name == "svg":
            moved = replace(inner, affine=inner.affine @ _shift(element, inner.viewport))
            self._children(element, self._within(element, element, moved))
        elif name == "switch":
            known = [child for child in element if local_name(child) in SHAPES | _GROUPS]
            if known:
                self._walk(known[0], inner)
        else:
            self._children(element, inner)

    def _children(self, element: Element, place: _Place) -> None:
        for child in element:
            self._walk(child, place)

    def _use(self, element: Element, place: _Place) -> None:
        name = reference(element)[1:]
        target = self._by_id.get(name) if name else None
        if target is None or name in place.around:  # a group inside itself would never end
            return
        inner = replace(place, affine=place.affine @ _shift(element, place.viewport))
        if local_name(target) == "symbol":
            style = inner.style.child(self._sheet.declarations(target), place.viewport.diagonal)
            inner = replace(inner, style=style, around=place.around | {name})
            self._children(target, self._within(target, element, inner))
        else:
            self._walk(target, inner)

    def _within(self, element: Element, sized_by: Element, place: _Place) -> _Place:
        """The state inside a nested `<svg>` or `<symbol>`, whose size `sized_by` gives."""
        wholes = (place.viewport.width, place.viewport.height)
        sides = (
            length(sized_by.get(name, "100%"), whole) for name, whole in zip(("width", "height"), wholes, strict=True)
        )
        affine, viewport = fitted(element, *(whole if s is None else s for s, whole in zip(sides, wholes, strict=True)))
        return replace(place, affine=place.affine @ affine, viewport=viewport)

    def _shape(self, element: Element, place: _Place) -> None:
        style, layer = place.style, self._layers[-1]
        width = style.stroke_width * (place.affine.mean_scale if style.scales else 1.0)
        paint = color_and_alpha(style.stroke) if width > 0 else None
        if style.visible and color_and_alpha(style.fill) is not None:
            self._left_out.add("filled areas")
        into, share = layer.strokes, style.stroke_opacity
        if paint is None:
            paint, width = color_and_alpha(style.fill), _OUTLINE_WIDTH
            into, share = layer.outlines, style.fill_opacity
        if paint is None or not style.visible:
            return
        curves = self._shapes.curves(element, place.viewport)
        self._segments += sum(curve.segment_count for curve in curves)
        if self._segments > MAX_SEGMENTS:
            raise too_many_segments()
        if not width <= MAX_COORDINATE:
            raise too_large_a_number()
        color, alpha = paint
        name = element.get("id", "")
        gain = self._gains.get(name) if len(curves) == 1 else None
        stroke_id = name if is_stroke_id(name) else ""
        for curve in curves:
            placed = _placed(curve, place.affine)
            into.append(Stroke(placed, width, color, style.opacity * share * alpha, gain, stroke_id))


def _placed(curve: Curve, affine: Affine) -> Curve:
    points = affine.points(curve.points)
    if not np.all(np.abs(points) <= MAX_COORDINATE):  # so that what is not a number fails, too
        raise too_large_a_number()
    return Curve(points)


def _shift(element: Element, viewport: Viewport) -> Affine:
    """The map for the x and y of a `<use>` or a nested `<svg>`."""
    x = length(element.get("x", ""), viewport.width)
    y = length(element.get("y", ""), viewport.height)
    return Affine.translate(x or 0.0, y or 0.0)


def _extent(layers: tuple[Layer, ...]) -> tuple[float, float]:
    """The sheet size for a file without one: from the origin to the far ends of its strokes."""
    strokes = [stroke for layer in layers for stroke in layer.strokes]
    boxes = [bounds(stroke.curve).grown(stroke.width / 2) for stroke in strokes]
    width, height = (
        max((box.right for box in boxes), default=0.0),
        max((box.bottom for box in boxes), default=0.0),
    )
    return width if width > 0 else _SHEET_WITHOUT_SIZE[0], height if height > 0 else _SHEET_WITHOUT_SIZE[1]
