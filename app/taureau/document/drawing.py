"""The drawing as a value: strokes in layers on a sheet. Nothing here can be changed in place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from taureau.geometry import Affine, Curve


@dataclass(frozen=True)
class Stroke:
    """One line of the pen: round caps and joins, painted *over* what lies beneath."""

    curve: Curve  # document coordinates, px
    width: float  # full width, px, > 0
    color: str = "#141414"  # "#rrggbb", lower case, sRGB
    opacity: float = 1.0  # 0 … 1
    gain: float | None = None  # how much further it brought the drawing when it was added, a share, where known

    def transformed(self, affine: Affine) -> Stroke:
        return replace(self, curve=affine.curve(self.curve), width=self.width * affine.mean_scale)


@dataclass(frozen=True)
class Layer:
    """A named group of strokes in drawing order, first drawn first."""

    name: str
    strokes: tuple[Stroke, ...] = ()
    visible: bool = True
    locked: bool = False  # its strokes are not to be selected or changed

    @property
    def editable(self) -> bool:
        """Whether a hand may take hold of its strokes."""
        return self.visible and not self.locked


@dataclass(frozen=True)
class Drawing:
    """A sheet of `width` × `height` user units (1 unit = 1 px = 1/96 inch) with its layers, bottom first.

    `paper` is the colour of the sheet, "#rrggbb", where one was chosen; it is no part of what is drawn. `facts` is
    what Taureau must remember of how the drawing came about (request, seed, encoder, app version): short strings by
    name. They are stored in the SVG's metadata and do not change the picture.
    """

    width: float  # px, > 0
    height: float  # px, > 0
    layers: tuple[Layer, ...] = ()
    facts: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    paper: str | None = None

    @property
    def strokes(self) -> Iterator[Stroke]:
        """All strokes in document order."""
        return (stroke for layer in self.layers for stroke in layer.strokes)

    @property
    def stroke_count(self) -> int:
        return sum(len(layer.strokes) for layer in self.layers)

    def transformed(self, affine: Affine) -> Drawing:
        """The drawing under a scaling; the sheet's corners move with it (no rotation, no shift)."""
        layers = tuple(
            replace(layer, strokes=tuple(stroke.transformed(affine) for stroke in layer.strokes))
            for layer in self.layers
        )
        return replace(self, width=self.width * abs(affine.a), height=self.height * abs(affine.d), layers=layers)
