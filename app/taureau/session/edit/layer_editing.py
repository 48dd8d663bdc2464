"""The edits of layers."""

from __future__ import annotations

from taureau.document import layer_moved, locked, made_visible, moved_to_layer, renamed, with_layer, without_layer
from taureau.session.choices import counted
from taureau.session.edit.editor import Editor


class LayerEditing:
    """Each edit is one undoable step; layers are named by their index, bottom first."""

    def __init__(self, editor: Editor) -> None:
        self._editor = editor

    def add(self, name: str, at: int | None = None) -> None:
        """Add an empty layer below the one whose index is `at`; by default on top."""
        base = self._editor.base
        if base is not None:
            self._editor.apply(with_layer(base, name, at), f"add layer {name}")

    def remove(self, layer: int) -> None:
        """Remove a layer and its strokes."""
        drawing = self._editor.with_layer(layer)
        if drawing is not None:
            self._editor.session.selection.marks.refuse(drawing.layers[layer].strokes)
            self._editor.apply(without_layer(drawing, layer), f"remove layer {drawing.layers[layer].name}")

    def rename(self, layer: int, name: str) -> None:
        drawing = self._editor.with_layer(layer)
        if drawing is not None and name != drawing.layers[layer].name:
            self._editor.apply(renamed(drawing, layer, name), f"rename layer {drawing.layers[layer].name}")

    def show(self, layer: int, visible: bool = True) -> None:
        """Show a layer, or hide it, which deselects its strokes."""
        drawing = self._editor.with_layer(layer)
        if drawing is not None and visible != drawing.layers[layer].visible:
            verb = "show" if visible else "hide"
            self._editor.apply(made_visible(drawing, layer, visible), f"{verb} layer {drawing.layers[layer].name}")

    def lock(self, layer: int, on: bool = True) -> None:
        """Lock a layer, which deselects its strokes, or unlock it."""
        drawing = self._editor.with_layer(layer)
        if drawing is not None and on != drawing.layers[layer].locked:
            verb = "lock" if on else "unlock"
            self._editor.apply(locked(drawing, layer, on), f"{verb} layer {drawing.layers[layer].name}")

    def make_editable(self, layer: int) -> None:
        """Show and unlock a layer, so that it can be drawn on."""
        self.show(layer)
        self.lock(layer, False)

    def move(self, layer: int, to: int) -> None:
        """Move a layer to the index `to`."""
        drawing = self._editor.with_layer(layer)
        if drawing is not None and self._editor.with_layer(to) is not None and layer != to:
            verb = "raise" if to > layer else "lower"
            self._editor.apply(layer_moved(drawing, layer, to), f"{verb} layer {drawing.layers[layer].name}")

    def take_selected(self, layer: int) -> None:
        """Move the selected strokes onto a layer."""
        drawing, indices = self._editor.selected
        if drawing is not None and self._editor.with_layer(layer) is not None:
            label = f"move {counted(len(indices))} to layer {drawing.layers[layer].name}"
            self._editor.apply_and_select(moved_to_layer(drawing, indices, layer), label)
