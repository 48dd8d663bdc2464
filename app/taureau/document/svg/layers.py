"""Strokes gathered in layers while an SVG is read."""

from __future__ import annotations

from dataclasses import dataclass, field

from taureau.document.drawing import Layer, Stroke

LOOSE = "Drawing"  # the name of a layer for what lies in none


@dataclass
class _OpenLayer:
    name: str
    is_layer: bool
    visible: bool = True
    locked: bool = False
    ground: bool = False
    strokes: list[Stroke] = field(default_factory=list)
    outlines: list[Stroke] = field(default_factory=list)  # of filled shapes


class OpenLayers:
    """The layers of the file, and between them one for what lies loose."""

    def __init__(self) -> None:
        self._layers: list[_OpenLayer] = []

    def begin(self, name: str, visible: bool, locked: bool, ground: bool) -> None:
        """Begin a layer of the file."""
        self._layers.append(_OpenLayer(name, True, visible, locked, ground))

    def begin_loose(self) -> None:
        """Begin a layer for what lies in none, unless there is one already."""
        if not self._layers or self._layers[-1].is_layer:
            self._layers.append(_OpenLayer(LOOSE, False))

    def add(self, strokes: list[Stroke], *, outlines: bool) -> None:
        """Add strokes to the layer that began last, or outlines of filled shapes."""
        layer = self._layers[-1]
        (layer.outlines if outlines else layer.strokes).extend(strokes)

    def closed(self) -> tuple[Layer, ...]:
        """Return the layers with their strokes; with the outlines instead where no layer has a stroke."""
        outlined = not any(layer.strokes for layer in self._layers)
        return tuple(
            Layer(
                layer.name,
                tuple(layer.outlines if outlined else layer.strokes),
                layer.visible,
                layer.locked,
                layer.ground,
            )
            for layer in self._layers
            if layer.is_layer or (layer.outlines if outlined else layer.strokes)
        )
