"""The walk through an SVG's elements that turns its shapes into strokes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import count
from typing import TYPE_CHECKING

import numpy as np

from taureau.document.drawing import Drawing, Layer, Stroke
from taureau.document.groups import settled
from taureau.document.guides import read_guides
from taureau.document.stroke_ids import is_stroke_id
from taureau.document.svg.areas import area_curve, area_within
from taureau.document.svg.cascade import Cascade
from taureau.document.svg.color import Color
from taureau.document.svg.conditions import applies, user_languages
from taureau.document.svg.expansion import GROUPS, check_drawn, too_deep, too_many_drawn
from taureau.document.svg.layers import LOOSE, OpenLayers
from taureau.document.svg.metadata import is_ground, is_locked, is_paper, read_facts, read_gains, read_paper
from taureau.document.svg.path import too_many_segments
from taureau.document.svg.power_stroke import EFFECT, PowerStroke, read_pen, read_power_stroke
from taureau.document.svg.reference import is_reference_layer
from taureau.document.svg.shapes import SHAPES, ShapeReader, too_large_a_number
from taureau.document.svg.style import PROPERTIES, Style, understood
from taureau.document.svg.terms import INKSCAPE, MAX_COORDINATE, MAX_DEPTH, MAX_ELEMENTS, MAX_SEGMENTS
from taureau.document.svg.transforms import origin, transform
from taureau.document.svg.tree import local_name, reference
from taureau.document.svg.units import Viewport, fitted, length, sheet_size
from taureau.document.svg.writer import layer_name
from taureau.geometry import Affine, Box, Curve, Points, bounds
from taureau.geometry.clipping import clipped

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_NOT_LINES = {"text": "text", "image": "pictures", "foreignObject": "text"}
_GROUP_MODE = f"{{{INKSCAPE}}}groupmode"
_OUTLINE_WIDTH = 1.0  # px
_AREA_OUTLINE = 0.01  # px, of the line around what is read as an area
_SHEET_WITHOUT_SIZE = (300.0, 150.0)  # px, CSS's own default
_EVEN = 1.25  # ratio of a pen's axes, above which a distorted stroke is worth a word


@dataclass(frozen=True)
class _Place:
    """The inherited state at one element of the tree."""

    affine: Affine
    style: Style
    viewport: Viewport
    depth: int = 0
    around: frozenset[str] = frozenset()  # ids of the groups around it, which it cannot use
    clips: tuple[Points, ...] = ()  # corners of the viewports that it is seen through, px of the drawing
    in_layer: bool = False
    groups: tuple[str, ...] = ()  # names of the groups of its layer that it is in


class StrokeReader:
    """Reads the strokes of one SVG; `left_out` names what was not read, and is complete once the drawing is."""

    def __init__(self, root: Element, *, areas: bool = False) -> None:
        """Read the lines of an SVG, and, with `areas`, what is filled as strokes of its own, below their lines."""
        self._root = root
        self._areas = areas
        self._cascade = Cascade(root, PROPERTIES, understood)
        self._shapes = ShapeReader()
        self._gains = read_gains(root)
        self._languages = user_languages()
        # In reverse, so that the first of several with one id is kept.
        self._by_id = {element.get("id", ""): element for element in reversed([*root.iter()])}
        self._layers = OpenLayers()
        self._group_names: set[str] = set()
        self._free_names = (name for name in map("group{}".format, count(1)) if name not in self._by_id)
        self._boxes: list[Box] | None = None  # of the shapes in an element that is being measured
        self._elements = 0
        self._segments = 0
        self._left_out: set[str] = set()

    @property
    def left_out(self) -> tuple[str, ...]:
        """The kinds of things that are seen in the file, or could be, and are not in the drawing."""
        return tuple(sorted(self._left_out | self._cascade.left_out))

    def drawing(self) -> Drawing:
        check_drawn(self._root, self._by_id)
        size = sheet_size(self._root)
        affine, viewport = fitted(self._root, *(size or _SHEET_WITHOUT_SIZE))
        style = Style().child(self._cascade.declarations(self._root))
        place = _Place((transform(style.transform) or Affine()) @ affine, style, viewport)
        for child in self._root:
            self._top_level(child, place)
        layers = settled(self._layers.closed())
        width, height = size or _extent(layers)
        guides = read_guides(self._root, (affine.a, affine.d), height)
        return Drawing(width, height, layers, read_facts(self._root), read_paper(self._root), guides)

    def _top_level(self, element: Element, place: _Place) -> None:
        """Read an element that lies directly in the root, where layers are."""
        if is_paper(element):
            return
        if local_name(element) == "g" and element.get(_GROUP_MODE) == "layer":
            if is_reference_layer(element):
                return
            label = element.get(f"{{{INKSCAPE}}}label", element.get("id", LOOSE))
            displayed = self._style(element, place).displayed
            self._layers.begin(layer_name(label), displayed, is_locked(element), is_ground(element))
            self._walk(element, replace(place, in_layer=True), ignore_display=True)
        else:
            self._layers.begin_loose()
            self._walk(element, place)

    def _style(self, element: Element, place: _Place) -> Style:
        return place.style.child(self._cascade.declarations(element))

    def _walk(self, element: Element, place: _Place, ignore_display: bool = False) -> None:
        name = local_name(element)
        self._elements += 1
        if self._elements > MAX_ELEMENTS:
            raise too_many_drawn()
        if name not in SHAPES and name not in GROUPS and name not in _NOT_LINES:
            return
        if place.depth > MAX_DEPTH:
            raise too_deep()
        if not applies(element, self._languages):
            return
        style = self._style(element, place)
        if not style.displayed and not ignore_display:
            self._left_out.add("hidden objects")
        elif name in _NOT_LINES:
            self._left_out.add(_NOT_LINES[name])
        else:
            if style.has_effects:
                self._left_out.add("effects such as dashes and clips")
            around = place.around | {element.get("id", "")}
            inner = replace(place, style=style, depth=place.depth + 1, around=around)
            if place.in_layer and name == "g" and element.get(_GROUP_MODE) != "layer" and self._boxes is None:
                inner = replace(inner, groups=(*place.groups, self._group_name(element)))
            if style.transform:
                inner = replace(inner, affine=place.affine @ self._transform(element, inner))
            self._contents(element, inner)

    def _contents(self, element: Element, place: _Place) -> None:
        """Read a shape, or what is in a group; `place` includes the element's style and transform."""
        match local_name(element):
            case "use":
                self._use(element, place)
            case "svg":
                self._nested(element, element, place)
            case "switch":
                known = (child for child in element if local_name(child) in SHAPES | GROUPS | {"text", "image"})
                for child in known:
                    if applies(child, self._languages):
                        self._walk(child, place)
                        break
            case name if name in SHAPES:
                self._shape(element, place)
            case _:
                self._children(element, place)

    def _group_name(self, element: Element) -> str:
        """A name for the group that no other has, for a `<use>` may draw one again."""
        own = element.get("id", "")
        name = own if is_stroke_id(own) and own not in self._group_names else next(self._free_names)
        self._group_names.add(name)
        return name

    def _children(self, element: Element, place: _Place) -> None:
        for child in element:
            self._walk(child, place)

    def _transform(self, element: Element, place: _Place) -> Affine:
        """The map of the element's own transform; `place` includes its style."""
        style = place.style
        box = place.viewport.box if style.transform_box == "view-box" else self._measured(element, place)
        affine = transform(style.transform, box) or Affine()
        about = origin(style.transform_origin, box) or (0.0, 0.0)
        x, y = box.left + about[0], box.top + about[1]
        return Affine.translate(x, y) @ affine @ Affine.translate(-x, -y) if x or y else affine

    def _measured(self, element: Element, place: _Place) -> Box:
        """The bounding box of the element's shapes without their strokes, in its own units."""
        before, self._boxes = self._boxes, []
        try:
            self._contents(element, replace(place, affine=Affine()))
            boxes = self._boxes
        finally:
            self._boxes = before
        return _around(boxes) or Box(0, 0, 0, 0)

    def _use(self, element: Element, place: _Place) -> None:
        name = reference(element)
        target = self._by_id.get(name[1:]) if len(name) > 1 else None
        if name and not name.startswith("#"):
            self._left_out.add("parts of other files")
        elif target is not None and name[1:] not in place.around:  # a group inside itself would never end
            inner = replace(place, affine=place.affine @ _shift(element, place.viewport))
            kind = local_name(target)
            if kind not in ("symbol", "svg"):
                self._walk(target, inner)
                return
            inner = replace(
                inner, style=self._style(target, inner), around=place.around | {name[1:]}, depth=place.depth + 1
            )
            if inner.style.transform:
                inner = replace(inner, affine=inner.affine @ self._transform(target, inner))
            if inner.style.displayed:
                self._nested(target, element, inner)

    def _nested(self, element: Element, user: Element, place: _Place) -> None:
        """Read an `<svg>` or `<symbol>` within the drawing; the size that its `<use>` gives comes before its own."""
        viewport = place.viewport
        if local_name(element) == "svg":
            place = replace(place, affine=place.affine @ _shift(element, viewport))
        width = _side("width", viewport.width, user, element)
        height = _side("height", viewport.height, user, element)
        if width > 0 and height > 0:
            affine, viewport = fitted(element, width, height)
            clips = place.clips if place.style.overflows else (*place.clips, _corners(place.affine, width, height))
            self._children(element, replace(place, affine=place.affine @ affine, viewport=viewport, clips=clips))

    def _shape(self, element: Element, place: _Place) -> None:
        style = place.style
        if self._boxes is not None:
            curves = self._shapes.curves(element, place.viewport)
            self._boxes += [bounds(_placed(curve, place.affine)) for curve in curves]
            return
        paint, outline = style.stroke, style.painted(style.fill)
        scale = place.affine.mean_scale if style.scales else 1.0
        width = (length(style.stroke_width, place.viewport.diagonal) or 0.0) * scale
        color = style.painted(paint)
        if not style.visible:
            if color or outline:
                self._left_out.add("hidden objects")
            return
        power = self._power_stroke(element)
        is_outline = color is None or width <= 0
        if is_outline:
            paint, color, width = style.fill, outline, _OUTLINE_WIDTH
        if color is None:
            return
        if self._areas and outline is not None:
            self._area(element, place, outline)
            if is_outline:
                return
        curves = self._shapes.curves(element, place.viewport)
        filled = (
            not is_outline
            and not self._areas
            and len(curves) == 1
            and outline == color
            and not (style.fill.server or paint.server)
            and style.fill_opacity == style.stroke_opacity
            and _has_area(curves[0])
        )
        power = power if is_outline else None
        if power is not None:
            curves, width = (power.curve,), power.width * place.affine.mean_scale
        elif (
            outline
            and not filled
            and not self._areas
            and "filled areas" not in self._left_out
            and any(map(_has_area, curves))
        ):
            self._left_out.add("filled areas")
        pen = read_pen(element)
        if paint.server and pen is None and not is_outline:
            self._left_out.add("gradients and patterns")
        if not is_outline and style.scales and place.affine.unevenness > _EVEN:
            self._left_out.add("pens that are wider one way than the other")
        self._count(sum(curve.segment_count for curve in curves))
        if not width <= MAX_COORDINATE:
            raise too_large_a_number()
        name = element.get("id", "")
        gain = self._gains.get(name) if len(curves) == 1 else None
        opacity = style.opacity * (style.fill_opacity if is_outline else style.stroke_opacity) * color.alpha
        stroke_id = name if is_stroke_id(name) else ""
        placed = [_placed(curve, place.affine) for curve in curves]
        for corners in place.clips:
            placed = [part for curve in placed for part in clipped(curve, corners)]
        profile = None if power is None else power.profile
        look = (width, color.hex, opacity, gain, stroke_id, place.groups, profile, pen, filled)
        strokes = [Stroke(curve, *look) for curve in placed]
        self._layers.add(strokes, outlines=is_outline and profile is None)

    def _area(self, element: Element, place: _Place, color: Color) -> None:
        """Add what a shape fills, if it can be seen."""
        rings = [curve for curve in self._shapes.curves(element, place.viewport) if _has_area(curve)]
        if not rings or self._power_stroke(element) is not None:
            return
        style = place.style
        curve: Curve | None = _placed(area_curve(rings, even_odd=style.even_odd), place.affine)
        for corners in place.clips:
            curve = None if curve is None else area_within(curve, corners)
        if curve is None:
            return
        self._count(curve.segment_count)
        opacity = style.opacity * style.fill_opacity * color.alpha
        look = Stroke(curve, _AREA_OUTLINE, color.hex, opacity, groups=place.groups, filled=True)
        self._layers.add([look], outlines=False)

    def _count(self, segments: int) -> None:
        self._segments += segments
        if self._segments > MAX_SEGMENTS:
            raise too_many_segments()

    def _power_stroke(self, element: Element) -> PowerStroke | None:
        effect = self._by_id.get(element.get(EFFECT, "").strip().removeprefix("#"))
        return read_power_stroke(element, effect, self._shapes.path_curves)


def _placed(curve: Curve, affine: Affine) -> Curve:
    points = affine.points(curve.points)
    if not np.all(np.abs(points) <= MAX_COORDINATE):  # so that what is not a number fails, too
        raise too_large_a_number()
    return Curve(points)


def _corners(affine: Affine, width: float, height: float) -> Points:
    """The corners of a viewport, [4, 2]."""
    return affine.points(np.array([[0, 0], [width, 0], [width, height], [0, height]], dtype=np.float64))


def _has_area(curve: Curve) -> bool:
    """Whether a fill of the curve can be seen: its control points do not lie on one straight line."""
    legs = curve.points[1:] - curve.points[0]
    longest = legs[np.argmax((legs**2).sum(1))]
    across = np.abs(legs @ (-longest[1], longest[0]))
    return bool(across.max() > 1e-9 * (longest**2).sum())


def _shift(element: Element, viewport: Viewport) -> Affine:
    """The map for the x and y of a `<use>` or a nested `<svg>`."""
    x = length(element.get("x", ""), viewport.width)
    y = length(element.get("y", ""), viewport.height)
    return Affine.translate(x or 0.0, y or 0.0)


def _side(name: str, whole: float, *elements: Element) -> float:
    """The width or height that the first of these elements gives that has one; else the whole."""
    sides = (length(element.get(name, ""), whole) for element in elements)
    return next((side for side in sides if side is not None), whole)


def _around(boxes: list[Box]) -> Box | None:
    if not boxes:
        return None
    lefts, tops, rights, bottoms = zip(*((box.left, box.top, box.right, box.bottom) for box in boxes), strict=True)
    return Box(min(lefts), min(tops), max(rights), max(bottoms))


def _extent(layers: tuple[Layer, ...]) -> tuple[float, float]:
    """The sheet size for a file without one: from the origin to the far ends of its strokes."""
    box = _around([bounds(one.curve).grown(one.width / 2) for layer in layers for one in layer.strokes])
    width, height = (box.right, box.bottom) if box else (0.0, 0.0)
    return width if width > 0 else _SHEET_WITHOUT_SIZE[0], height if height > 0 else _SHEET_WITHOUT_SIZE[1]
