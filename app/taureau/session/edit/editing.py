"""What a hand does to the drawing: each verb is one step with a name, to be undone and redone.

While a run is on it is paused and its preview is edited; it goes on from there when it is resumed.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from PySide6.QtCore import QObject

from taureau.document import (
    DocumentError,
    Drawing,
    Stroke,
    at_bottom,
    duplicated,
    exchanged,
    inserted,
    layer_moved,
    locked,
    lowered,
    made_visible,
    moved_to_layer,
    on_top,
    raised,
    renamed,
    restyled,
    transformed,
    with_layer,
    without_layer,
)
from taureau.geometry import Affine, Box, bounds_of
from taureau.session.choices import counted
from taureau.session.core.workbench import Workbench
from taureau.session.drawing.marks import lies_among
from taureau.session.drawing.replace import OF_ITS_OWN
from taureau.session.edit.clipboard import Clipboard
from taureau.session.messages import Message

NEW_LAYER = "Drawing"  # the name of the layer that is made where none is at hand
BESIDE = 8.0  # px to the right and down, from a stroke to its double
_A4 = (793.701, 1122.52)  # px, the sheet where there is neither a drawing nor a photo


class Editing(QObject):
    """The verbs of the selection and of the layers; what would change nothing is no step.

    `step` numbers changes that belong to one drag: those that follow each other with the same number are one step.
    """

    def __init__(self, session: Workbench) -> None:
        super().__init__(session)
        self._session = session

    # The selected strokes.

    def transform(self, affine: Affine, *, verb: str = "move", step: int = OF_ITS_OWN) -> None:
        """Move, scale or rotate the selected strokes; `verb` names which."""
        drawing, places = self._chosen()
        if drawing is not None and affine != Affine():
            self._change(transformed(drawing, places, affine), f"{verb} {counted(len(places))}", step=step)

    def restyle(
        self,
        *,
        width: float | None = None,
        color: str | None = None,
        opacity: float | None = None,
        step: int = OF_ITS_OWN,
    ) -> None:
        """Give the selected strokes another width, px, colour, "#rrggbb", or opacity, 0 … 1."""
        drawing, places = self._chosen()
        if drawing is None:
            return
        named = {"set the width of": width, "colour": color, "set the opacity of": opacity}
        verbs = [verb for verb, value in named.items() if value is not None]
        verb = verbs[0] if len(verbs) == 1 else "restyle"
        styled = restyled(drawing, places, width=width, color=color, opacity=opacity)
        self._change(styled, f"{verb} {counted(len(places))}", step=step)

    def bring_to_front(self) -> None:
        self._reorder(on_top, "bring {} to the front")

    def raise_selected(self) -> None:
        self._reorder(raised, "raise {}")

    def lower_selected(self) -> None:
        self._reorder(lowered, "lower {}")

    def send_to_back(self) -> None:
        self._reorder(at_bottom, "send {} to the back")

    def replace_strokes(
        self, becomes: Mapping[int, Stroke | Sequence[Stroke]], label: str, *, step: int = OF_ITS_OWN
    ) -> None:
        """Put others in the place of strokes, one, several or none for each; what was selected stays so."""
        drawing = self._drawing
        if drawing is None or not becomes:
            return
        gone = [stroke for place, stroke in enumerate(drawing.strokes) if becomes.get(place, stroke) == ()]
        self._session.marks.refuse(gone)
        result = exchanged(drawing, becomes)
        after = iter(result.strokes)
        pairs = [
            (stroke, next(after))
            for place, stroke in enumerate(drawing.strokes)
            for _ in _several(becomes.get(place, stroke))
        ]
        self._change(result, label, pairs=pairs, step=step)

    def duplicate(self) -> None:
        """A second of each selected stroke beside it; the new ones are selected."""
        drawing, places = self._chosen()
        if drawing is not None:
            self._change_and_select(duplicated(drawing, places, (BESIDE, BESIDE)), f"duplicate {counted(len(places))}")

    def delete(self) -> None:
        self._session.delete_selected()

    # The clipboard.

    def copy(self) -> bool:
        """Put the selected strokes on the clipboard, as SVG that other programs take; False where there are none."""
        drawing, places = self._chosen()
        if drawing is None:
            return False
        try:
            Clipboard().put(drawing, places)
        except DocumentError as error:
            self._session.said.emit(Message(str(error)))
            return False
        return True

    def cut(self) -> None:
        """Copy the selected strokes and take them out of the drawing, as one step."""
        if self.copy():
            self._session.delete_selected("cut")

    @property
    def can_paste(self) -> bool:
        """Whether the clipboard holds a drawing, as far as can be told without reading it."""
        return Clipboard().holds_drawing

    def paste(self, layer: int | None = None) -> None:
        """Lay the strokes of the clipboard on a layer, where they were copied; what they are is said if it is nothing.

        They lie `BESIDE` where they would cover themselves, and in the middle of the sheet where they would miss it.
        """
        session = self._session
        found = Clipboard().take()
        if isinstance(found, Message):
            session.said.emit(found)
            return
        if self._at_rest and session.shown is None and session.photo is None:
            base: Drawing | None = Drawing(found.width, found.height)
        else:
            base = self._base()
        if base is not None:
            strokes = _placed(list(found.strokes), base)
            self._insert(base, strokes, layer, f"paste {counted(len(strokes))}", select=True)

    # New strokes.

    def insert(
        self, strokes: Iterable[Stroke], layer: int | None = None, *, label: str = "", select: bool = False
    ) -> None:
        """Lay new strokes on a layer: this one (its index), or the topmost at hand, or one that is made for them.

        On an empty sheet that makes a drawing of the photo's size, or of A4.
        """
        new = list(strokes)
        base = self._base()
        if new and base is not None:
            self._insert(base, new, layer, label or f"add {counted(len(new))}", select=select)

    # The layers, by their index, bottom first.

    def add_layer(self, name: str, at: int | None = None) -> None:
        """An empty layer below the one that is at `at` now; by default on top."""
        base = self._base()
        if base is not None:
            self._change(with_layer(base, name, at), f"add layer {name}")

    def remove_layer(self, layer: int) -> None:
        """Take a layer away with its strokes."""
        drawing = self._with(layer)
        if drawing is not None:
            self._session.marks.refuse(drawing.layers[layer].strokes)
            self._change(without_layer(drawing, layer), f"remove layer {drawing.layers[layer].name}")

    def rename_layer(self, layer: int, name: str) -> None:
        drawing = self._with(layer)
        if drawing is not None and name != drawing.layers[layer].name:
            self._change(renamed(drawing, layer, name), f"rename layer {drawing.layers[layer].name}")

    def show_layer(self, layer: int, visible: bool = True) -> None:
        """Show a layer, or hide it; strokes that are hidden are not selected any more."""
        drawing = self._with(layer)
        if drawing is not None and visible != drawing.layers[layer].visible:
            verb = "show" if visible else "hide"
            self._change(made_visible(drawing, layer, visible), f"{verb} layer {drawing.layers[layer].name}")

    def lock_layer(self, layer: int, on: bool = True) -> None:
        """Lock a layer, or open it again; strokes that are locked are not selected any more."""
        drawing = self._with(layer)
        if drawing is not None and on != drawing.layers[layer].locked:
            verb = "lock" if on else "unlock"
            self._change(locked(drawing, layer, on), f"{verb} layer {drawing.layers[layer].name}")

    def open_layer(self, layer: int) -> None:
        """Show and unlock a layer, so that it can be drawn on."""
        self.show_layer(layer)
        self.lock_layer(layer, False)

    def move_layer(self, layer: int, to: int) -> None:
        """Bring a layer to where its index is `to`."""
        drawing = self._with(layer)
        if drawing is not None and self._with(to) is not None and layer != to:
            verb = "raise" if to > layer else "lower"
            self._change(layer_moved(drawing, layer, to), f"{verb} layer {drawing.layers[layer].name}")

    def move_to_layer(self, layer: int) -> None:
        """Take the selected strokes onto a layer."""
        drawing, places = self._chosen()
        if drawing is not None and self._with(layer) is not None:
            self._change_and_select(
                moved_to_layer(drawing, places, layer),
                f"move {counted(len(places))} to layer {drawing.layers[layer].name}",
            )

    # How a change is made.

    @property
    def _at_rest(self) -> bool:
        return not self._session.run.active

    @property
    def _drawing(self) -> Drawing | None:
        """What would be edited: the whole drawing, though only its first strokes may be looked at."""
        return self._session.drawing if self._at_rest else self._session.editable

    def _base(self) -> Drawing | None:
        """What new things are put into; None while a run cannot be interrupted."""
        session = self._session
        if not self._at_rest or session.drawing is not None:
            return self._drawing
        photo = session.photo
        return Drawing(*((float(photo.width), float(photo.height)) if photo else _A4))

    def _chosen(self) -> tuple[Drawing | None, frozenset[int]]:
        """The drawing and the places selected in it; no drawing where none are."""
        places = self._session.marked.selected
        return (self._drawing if places else None), places

    def _with(self, layer: int) -> Drawing | None:
        """The drawing, if it has this layer."""
        drawing = self._drawing
        return drawing if drawing is not None and 0 <= layer < len(drawing.layers) else None

    def _reorder(self, order: Callable[[Drawing, Collection[int]], Drawing], label: str) -> None:
        drawing, places = self._chosen()
        if drawing is not None:
            self._change(order(drawing, places), label.format(counted(len(places))))

    def _insert(self, base: Drawing, strokes: list[Stroke], layer: int | None, label: str, *, select: bool) -> None:
        at_hand = [index for index, one in enumerate(base.layers) if one.editable]
        if layer not in at_hand:
            layer = max(at_hand, default=None)
        if layer is None:
            base, layer = with_layer(base, _unused(NEW_LAYER, base)), len(base.layers)
        result = inserted(base, strokes, layer)
        if select:
            self._change_and_select(result, label)
        else:
            self._change(result[0], label)

    def _change_and_select(self, result: tuple[Drawing, Collection[int]], label: str) -> None:
        drawing, places = result
        self._change(drawing, label)
        self._session.select_places(places)

    def _change(
        self,
        new: Drawing,
        label: str,
        *,
        pairs: Iterable[tuple[Stroke, Stroke]] | None = None,
        step: int = OF_ITS_OWN,
    ) -> None:
        """Make this the drawing; marks pass from what strokes were to what they are: in `pairs`, or place by place."""
        session, old = self._session, self._drawing
        same_count = old is not None and old.stroke_count == new.stroke_count
        if old is not None:
            if _nothing_new(old, new):
                return
            if pairs is None and same_count:
                pairs = zip(old.strokes, new.strokes, strict=True)
            kept = {id(stroke) for stroke in new.strokes}
            session.marks.hand_over((was, now) for was, now in pairs or () if id(was) not in kept)
        level = session.level
        session.change(new, label, step=step)
        if level is not None and same_count:
            session.show_first(level)


def _several(strokes: Stroke | Sequence[Stroke]) -> Sequence[Stroke]:
    return (strokes,) if isinstance(strokes, Stroke) else strokes


def _unused(name: str, drawing: Drawing) -> str:
    """This name for a layer, with a number where another layer has it."""
    taken = {layer.name.casefold() for layer in drawing.layers}
    numbered = (f"{name} {number}" for number in range(2, len(taken) + 3))
    return next(free for free in (name, *numbered) if free.casefold() not in taken)


def _nothing_new(old: Drawing, new: Drawing) -> bool:
    """True when the two drawings are made of the same strokes on the same layers."""
    if (old.width, old.height, old.paper) != (new.width, new.height, new.paper) or len(old.layers) != len(new.layers):
        return False
    return all(
        (a.name, a.visible, a.locked, [*map(id, a.strokes)]) == (b.name, b.visible, b.locked, [*map(id, b.strokes)])
        for a, b in zip(old.layers, new.layers, strict=True)
    )


def _placed(strokes: list[Stroke], base: Drawing) -> list[Stroke]:
    """Strokes on their way into a drawing: on its sheet, and beside their like."""
    box = bounds_of(stroke.curve for stroke in strokes)
    shift = Affine()
    if box is not None and not box.overlaps(Box(0, 0, base.width, base.height)):
        x, y = box.center
        shift = Affine.translate(base.width / 2 - x, base.height / 2 - y)
    while lies_among(strokes[0].transformed(shift), base.strokes):
        shift = Affine.translate(BESIDE, BESIDE) @ shift
    return strokes if shift == Affine() else [stroke.transformed(shift) for stroke in strokes]
