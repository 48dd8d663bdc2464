"""Layers added, taken away, named, hidden, locked and put in another order; `layer` is an index, bottom first."""

from __future__ import annotations

from dataclasses import replace

from taureau.document.drawing import Drawing, Layer


def with_layer(drawing: Drawing, name: str, at: int | None = None) -> Drawing:
    """An empty layer of this name below the layer that is at `at` now; by default on top."""
    layers = list(drawing.layers)
    layers.insert(len(layers) if at is None else at, Layer(name))
    return replace(drawing, layers=tuple(layers))


def without_layer(drawing: Drawing, layer: int) -> Drawing:
    """The drawing without this layer and its strokes; raises IndexError where there is none."""
    layers = list(drawing.layers)
    del layers[layer]
    return replace(drawing, layers=tuple(layers))


def renamed(drawing: Drawing, layer: int, name: str) -> Drawing:
    return _exchanged(drawing, layer, replace(drawing.layers[layer], name=name))


def made_visible(drawing: Drawing, layer: int, visible: bool = True) -> Drawing:
    """The layer shown, or hidden."""
    return _exchanged(drawing, layer, replace(drawing.layers[layer], visible=visible))


def locked(drawing: Drawing, layer: int, locked: bool = True) -> Drawing:
    """The layer held as it is, or open to edits again."""
    return _exchanged(drawing, layer, replace(drawing.layers[layer], locked=locked))


def layer_moved(drawing: Drawing, layer: int, to: int) -> Drawing:
    """The layer where its index is `to`; the others keep their order."""
    layers = list(drawing.layers)
    layers.insert(to, layers.pop(layer))
    return replace(drawing, layers=tuple(layers))


def _exchanged(drawing: Drawing, index: int, layer: Layer) -> Drawing:
    layers = list(drawing.layers)
    layers[index] = layer
    return replace(drawing, layers=tuple(layers))
