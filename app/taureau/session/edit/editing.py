"""All edits of the drawing and of the selected strokes.

During a run, the run is paused and its preview is edited; it continues from there when it is resumed.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Literal

from taureau.document import (
    DocumentError,
    Drawing,
    Stroke,
    at_bottom,
    duplicated,
    exchanged,
    inserted,
    is_dark,
    lowered,
    on_paper,
    on_top,
    prefix,
    raised,
    restyled,
    with_layer,
    without,
)
from taureau.geometry import Affine, Box, bounds_of
from taureau.session.choices import counted
from taureau.session.core.session import Session
from taureau.session.drawing.marks import lies_among
from taureau.session.drawing.sheet import EditTarget
from taureau.session.drawing.undo import OF_ITS_OWN
from taureau.session.edit.clipboard import Clipboard
from taureau.session.edit.editor import Editor
from taureau.session.edit.grouping import Grouping
from taureau.session.edit.guide_editing import GuideEditing
from taureau.session.edit.layer_editing import LayerEditing
from taureau.session.edit.line_editing import LineEditing
from taureau.session.edit.pen_editing import PenEditing
from taureau.session.edit.placing import Placing
from taureau.session.edit.redrawing import Redrawing
from taureau.session.language import tr
from taureau.session.messages import Message
from taureau.wording import tr_noop

NEW_LAYER = "Drawing"  # the name of the layer that is added if none can be drawn on
OFFSET = 8.0  # px to the right and down, from a stroke to its duplicate
Order = Literal["front", "forward", "backward", "back"]
_ORDERS: dict[Order, tuple[Callable[[Drawing, Collection[int]], Drawing], str]] = {
    "front": (on_top, tr_noop("bring {} to the front")),
    "forward": (raised, tr_noop("raise {}")),
    "backward": (lowered, tr_noop("lower {}")),
    "back": (at_bottom, tr_noop("send {} to the back")),
}


class Editing:
    """Each edit that changes something is one undoable step with a name.

    `step` numbers the changes of one drag: consecutive ones with the same number are one step.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._editor = Editor(session)
        self.layers = LayerEditing(self._editor)
        self.pens = PenEditing(self._editor)
        self.guides = GuideEditing(self._editor)
        self.groups = Grouping(self._editor)
        self.placing = Placing(self._editor)
        self.lines = LineEditing(self._editor)
        self.things = Redrawing(self._editor)

    # The selected strokes.

    def transform(
        self, affine: Affine, *, verb: str = tr_noop("move"), scale_widths: bool = True, step: int = OF_ITS_OWN
    ) -> None:
        """Move, scale or rotate the selected strokes; `verb` names which."""
        self._editor.transform(affine, verb=verb, scale_widths=scale_widths, step=step)

    def restyle(
        self,
        *,
        width: float | None = None,
        color: str | None = None,
        opacity: float | None = None,
        step: int = OF_ITS_OWN,
    ) -> None:
        """Give the selected strokes another width, px, colour, "#rrggbb", or opacity, 0 … 1."""
        drawing, indices = self._editor.selected
        if drawing is None:
            return
        named = {
            tr_noop("set the width of"): width,
            tr_noop("colour"): color,
            tr_noop("set the opacity of"): opacity,
        }
        verbs = [verb for verb, value in named.items() if value is not None]
        verb = verbs[0] if len(verbs) == 1 else tr_noop("restyle")
        styled = restyled(drawing, indices, width=width, color=color, opacity=opacity)
        self._editor.apply(styled, tr("{verb} {strokes}", verb=tr(verb), strokes=counted(len(indices))), step=step)

    def arrange(self, order: Order) -> None:
        """Change when the selected strokes are drawn: last, one later, one earlier, or first."""
        drawing, indices = self._editor.selected
        if drawing is not None:
            arranged, label = _ORDERS[order]
            self._editor.apply(arranged(drawing, indices), tr(label).format(counted(len(indices))))

    def duplicate(self) -> None:
        """Add a copy of each selected stroke beside it, and select the copies."""
        drawing, indices = self._editor.selected
        if drawing is not None:
            label = tr("duplicate {counted}", counted=counted(len(indices)))
            self._editor.apply_and_select(duplicated(drawing, indices, (OFFSET, OFFSET)), label)

    def delete(self, verb: str = tr_noop("delete")) -> None:
        """Delete the selected strokes from the drawing, or from the run's preview."""
        drawing, indices = self._editor.selected
        if drawing is None:
            return
        selection, sheet = self._session.selection, self._session.sheet
        selection.marks.refuse(stroke for index, stroke in enumerate(drawing.strokes) if index in indices)
        selection.marks.select([])
        level = sheet.level
        self._editor.apply(
            without(drawing, indices), tr("{verb} {strokes}", verb=tr(verb), strokes=counted(len(indices)))
        )
        if level is not None and level > len(indices):
            sheet.show_first(level - len(indices))

    def freeze(self) -> None:
        """Keep the selected strokes as they are in later runs, or release them where all are frozen."""
        selection, drawing = self._session.selection, self._session.sheet.editable
        if drawing is None or not selection.strokes:
            return
        selection.marks.freeze(not selection.all_frozen)
        if self._session.run.active:
            self._session.run.edit_preview(drawing)
        selection.notify()

    # The clipboard.

    def copy(self) -> bool:
        """Copy the selected strokes as SVG; return False if there are none."""
        drawing, indices = self._editor.selected
        if drawing is None:
            return False
        try:
            Clipboard().put(drawing, indices)
        except DocumentError as error:
            self._session.notified.emit(Message(tr(str(error))))
            return False
        return True

    def cut(self) -> None:
        """Copy the selected strokes and delete them, as one step."""
        if self.copy():
            self.delete("cut")

    @property
    def can_paste(self) -> bool:
        """Whether the clipboard offers a drawing, without reading it."""
        return Clipboard().holds_drawing

    def paste(self, layer: int | None = None) -> None:
        """Add the strokes of the clipboard to a layer, where they were copied; emits a message if there are none.

        They are moved by `OFFSET` where they would cover themselves, and to the middle of the sheet where they would
        lie outside it.
        """
        found = Clipboard().take()
        if isinstance(found, Message):
            self._session.notified.emit(found)
            return
        sheet, photo = self._session.sheet, self._session.source.photo
        base = self._editor.base
        if sheet.edit_target is EditTarget.DRAWING and sheet.shown is None and photo is None:
            base = Drawing(found.width, found.height)
        if base is not None:
            strokes = _placed(list(found.strokes), base)
            self._insert(base, strokes, layer, tr("paste {counted}", counted=counted(len(strokes))), select=True)

    # Strokes of the drawing.

    def insert(
        self, strokes: Iterable[Stroke], layer: int | None = None, *, label: str = "", select: bool = False
    ) -> None:
        """Add strokes to a layer: this one (its index), or the topmost that can be edited, or a new one.

        On an empty sheet that makes a drawing of the photo's size, or of A4.
        """
        new, base = list(strokes), self._editor.base
        if new and base is not None:
            self._insert(base, new, layer, label or tr("add {counted}", counted=counted(len(new))), select=select)

    def replace_strokes(
        self, replacements: Mapping[int, Stroke | Sequence[Stroke]], label: str, *, step: int = OF_ITS_OWN
    ) -> None:
        """Replace strokes, by index, each by one, several or none; the replacements of selected ones are selected."""
        drawing = self._editor.drawing
        if drawing is None or not replacements:
            return
        gone = [stroke for index, stroke in enumerate(drawing.strokes) if replacements.get(index, stroke) == ()]
        self._session.selection.marks.refuse(gone)
        result = exchanged(drawing, replacements)
        after = iter(result.strokes)
        pairs = [
            (stroke, next(after))
            for index, stroke in enumerate(drawing.strokes)
            for _ in _several(replacements.get(index, stroke))
        ]
        self._editor.apply(result, label, pairs=pairs, step=step)

    # The drawing.

    def keep_level(self) -> None:
        """Delete the strokes that are not shown."""
        drawing, level = self._session.sheet.drawing, self._session.sheet.level
        if drawing is not None and level is not None:
            self._session.sheet.replace(prefix(drawing, level), tr("keep the first {counted}", counted=counted(level)))

    def set_paper(self, paper: str | None, name: str) -> None:
        """Change the paper's colour, "#rrggbb", or None for the default; ink that would be invisible changes too."""
        drawing = self._session.sheet.drawing
        if drawing is None or self._session.run.active or paper == drawing.paper:
            return
        laid = on_paper(drawing, paper)
        changed = sum(old is not new for old, new in zip(drawing.strokes, laid.strokes, strict=True))
        self._editor.apply(laid, tr("{name} paper", name=name))
        if changed:
            ink = tr("chalk") if is_dark(paper) else tr("black")
            text = tr("{counted} became {ink}, to show on this paper.", counted=counted(changed), ink=ink)
            self._session.notified.emit(Message(text, tr("Undo takes both back."), kind="notice"))

    def _insert(self, base: Drawing, strokes: list[Stroke], layer: int | None, label: str, *, select: bool) -> None:
        editable = [index for index, one in enumerate(base.layers) if one.editable]
        if layer not in editable:
            layer = max(editable, default=None)
        if layer is None:
            base, layer = with_layer(base, _unused(NEW_LAYER, base)), len(base.layers)
        result = inserted(base, strokes, layer)
        if select:
            self._editor.apply_and_select(result, label)
        else:
            self._editor.apply(result[0], label)


def _several(strokes: Stroke | Sequence[Stroke]) -> Sequence[Stroke]:
    return (strokes,) if isinstance(strokes, Stroke) else strokes


def _unused(name: str, drawing: Drawing) -> str:
    """Return this name for a layer, with a number if another layer has it."""
    taken = {layer.name.casefold() for layer in drawing.layers}
    numbered = (f"{name} {number}" for number in range(2, len(taken) + 3))
    return next(free for free in (name, *numbered) if free.casefold() not in taken)


def _placed(strokes: list[Stroke], base: Drawing) -> list[Stroke]:
    """Return the strokes moved onto the sheet, and away from strokes at the same place."""
    box = bounds_of(stroke.curve for stroke in strokes)
    shift = Affine()
    if box is not None and not box.overlaps(Box(0, 0, base.width, base.height)):
        x, y = box.center
        shift = Affine.translate(base.width / 2 - x, base.height / 2 - y)
    while lies_among(strokes[0].transformed(shift), base.strokes):
        shift = Affine.translate(OFFSET, OFFSET) @ shift
    return strokes if shift == Affine() else [stroke.transformed(shift) for stroke in strokes]
