"""The edits of layers."""

from __future__ import annotations

from taureau.document import layer_moved, locked, made_visible, moved_to_layer, renamed, with_layer, without_layer
from taureau.session.choices import counted
from taureau.session.edit.editor import Editor
from taureau.session.language import tr
from taureau.wording import tr_noop


class LayerEditing:
    """Each edit is one undoable step; layers are named by their index, bottom first."""

    def __init__(self, editor: Editor) -> None:
        self._editor = editor

    def add(self, name: str, at: int | None = None) -> None:
        """Add an empty layer below the one whose index is `at`; by default on top."""
        base = self._editor.base
        if base is not None:
            self._editor.apply(with_layer(base, name, at), tr("add layer {name}", name=name))

    def remove(self, layer: int) -> None:
        """Remove a layer and its strokes."""
        drawing = self._editor.with_layer(layer)
        if drawing is not None:
            self._editor.session.selection.marks.refuse(drawing.layers[layer].strokes)
            self._editor.apply(
                without_layer(drawing, layer), tr("remove layer {name}", name=drawing.layers[layer].name)
            )

    def rename(self, layer: int, name: str) -> None:
        drawing = self._editor.with_layer(layer)
        if drawing is not None and name != drawing.layers[layer].name:
            self._editor.apply(
                renamed(drawing, layer, name), tr("rename layer {name}", name=drawing.layers[layer].name)
            )

    def show(self, layer: int, visible: bool = True) -> None:
        """Show a layer, or hide it, which deselects its strokes."""
        drawing = self._editor.with_layer(layer)
        if drawing is not None and visible != drawing.layers[layer].visible:
            verb = tr_noop("show") if visible else tr_noop("hide")
            self._editor.apply(
                made_visible(drawing, layer, visible),
                tr("{verb} layer {name}", verb=tr(verb), name=drawing.layers[layer].name),
            )

    def lock(self, layer: int, on: bool = True) -> None:
        """Lock a layer, which deselects its strokes, or unlock it."""
        drawing = self._editor.with_layer(layer)
        if drawing is not None and on != drawing.layers[layer].locked:
            verb = tr_noop("lock") if on else tr_noop("unlock")
            self._editor.apply(
                locked(drawing, layer, on), tr("{verb} layer {name}", verb=tr(verb), name=drawing.layers[layer].name)
            )

    def make_editable(self, layer: int) -> None:
        """Show and unlock a layer, so that it can be drawn on."""
        self.show(layer)
        self.lock(layer, False)

    def move(self, layer: int, to: int) -> None:
        """Move a layer to the index `to`."""
        drawing = self._editor.with_layer(layer)
        if drawing is not None and self._editor.with_layer(to) is not None and layer != to:
            verb = tr_noop("raise") if to > layer else tr_noop("lower")
            self._editor.apply(
                layer_moved(drawing, layer, to),
                tr("{verb} layer {name}", verb=tr(verb), name=drawing.layers[layer].name),
            )

    def take_selected(self, layer: int) -> None:
        """Move the selected strokes onto a layer."""
        drawing, indices = self._editor.selected
        if drawing is not None and self._editor.with_layer(layer) is not None:
            label = tr("move {counted} to layer {name}", counted=counted(len(indices)), name=drawing.layers[layer].name)
            self._editor.apply_and_select(moved_to_layer(drawing, indices, layer), label)
