"""Edits of layers: add, remove, rename, hide, lock and reorder; `layer` is an index, bottom first."""

from __future__ import annotations

from dataclasses import replace

from taureau.document.drawing import Drawing, Layer


def with_layer(drawing: Drawing, name: str, at: int | None = None) -> Drawing:
    """Return the drawing with an empty layer at index `at`; by default on top."""
    layers = list(drawing.layers)
    layers.insert(len(layers) if at is None else at, Layer(name))
    return replace(drawing, layers=tuple(layers))


def without_layer(drawing: Drawing, layer: int) -> Drawing:
    """Return the drawing without this layer and its strokes; raises IndexError for an index out of range."""
    layers = list(drawing.layers)
    del layers[layer]
    return replace(drawing, layers=tuple(layers))


def renamed(drawing: Drawing, layer: int, name: str) -> Drawing:
    return _exchanged(drawing, layer, replace(drawing.layers[layer], name=name))


def made_visible(drawing: Drawing, layer: int, visible: bool = True) -> Drawing:
    """Return the drawing with the layer shown or hidden."""
    return _exchanged(drawing, layer, replace(drawing.layers[layer], visible=visible))


def locked(drawing: Drawing, layer: int, locked: bool = True) -> Drawing:
    """Return the drawing with the layer locked or unlocked."""
    return _exchanged(drawing, layer, replace(drawing.layers[layer], locked=locked))


def layer_moved(drawing: Drawing, layer: int, to: int) -> Drawing:
    """Return the drawing with the layer moved to index `to`; the others keep their order."""
    layers = list(drawing.layers)
    layers.insert(to, layers.pop(layer))
    return replace(drawing, layers=tuple(layers))


def _exchanged(drawing: Drawing, index: int, layer: Layer) -> Drawing:
    layers = list(drawing.layers)
    layers[index] = layer
    return replace(drawing, layers=tuple(layers))
