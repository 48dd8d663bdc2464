"""What the strokes of an SVG refer to: the textures of pens as patterns, and the widths of profiles as path effects.

A texture is a picture of 128 × 128 px in the stroke's colour, which repeats in the user units of the drawing. Each pen
and colour has one, and a pattern of its own size where strokes are of other widths. The colour itself is the fallback
of the paint, for programs without patterns, and for reading.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator

from taureau.document.drawing import Drawing, Stroke
from taureau.document.grain import GRAINS, SIDE, tile_png, tile_size
from taureau.document.svg.power_stroke import effect_line
from taureau.document.svg.terms import XLINK
from taureau.geometry import decimal_text

_SCALE_DECIMALS = 6
_SIDES = f'width="{SIDE}" height="{SIDE}"'
_LINKED = f'xmlns:xlink="{XLINK}" xlink:href'


class Definitions:
    """The patterns and path effects of one drawing, numbered in its order."""

    def __init__(self, drawing: Drawing) -> None:
        self._textures: dict[tuple[str, str, float], int] = {}
        self._effects: dict[str, int] = {}
        self._profiled = [stroke for stroke in drawing.strokes if stroke.profile is not None]
        for stroke in drawing.strokes:
            if stroke.pen in GRAINS:
                self._textures.setdefault(_texture(stroke), len(self._textures) + 1)
        for number, stroke in enumerate(self._profiled, 1):
            self._effects[stroke.id] = number

    def lines(self) -> Iterator[str]:
        """The lines of the `<defs>` element; none where there is nothing to define."""
        if not self._textures and not self._effects:
            return
        yield "  <defs>"
        first: dict[tuple[str, str], int] = {}
        for (pen, color, size), number in self._textures.items():
            scale = f'patternTransform="scale({decimal_text(size / SIDE, _SCALE_DECIMALS)})"'
            known = first.setdefault((pen, color), number)
            if known != number:
                yield f'    <pattern id="grain{number}" {_LINKED}="#grain{known}" {scale}/>'
                continue
            data = base64.b64encode(tile_png(pen, color)).decode("ascii")
            yield f'    <pattern id="grain{number}" patternUnits="userSpaceOnUse" {_SIDES} {scale}>'
            yield f'      <image {_SIDES} {_LINKED}="data:image/png;base64,{data}"/>'
            yield "    </pattern>"
        for number, stroke in enumerate(self._profiled, 1):
            yield effect_line(number, stroke)
        yield "  </defs>"

    def paint(self, stroke: Stroke) -> str:
        """The paint of a stroke: its colour, after the texture of its pen if that has one."""
        if stroke.pen not in GRAINS:
            return stroke.color
        return f"url(#grain{self._textures[_texture(stroke)]}) {stroke.color}"

    def effect(self, stroke: Stroke) -> int:
        """The number of the path effect of a stroke with a profile."""
        return self._effects[stroke.id]


def _texture(stroke: Stroke) -> tuple[str, str, float]:
    return stroke.pen or "", stroke.color, tile_size(stroke.pen or "", stroke.width)
