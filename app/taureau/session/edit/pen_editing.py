"""The edits of what strokes are drawn with: their pens, and the widths along them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from taureau.document import PENS, SHAPES, Stroke, exchanged, width_of
from taureau.geometry import Profile
from taureau.session.choices import counted
from taureau.session.drawing.undo import OF_ITS_OWN
from taureau.session.edit.editor import Editor
from taureau.session.language import tr


class PenEditing:
    """Each edit of the selected strokes is one undoable step; areas stay as they are."""

    def __init__(self, editor: Editor) -> None:
        self._editor = editor

    def set_pen(self, pen: str | None) -> None:
        """Draw the selected strokes with one of PENS, or with plain ink, as wide as it is."""
        self._change(lambda stroke: drawn_with(stroke, pen), tr("set the pen of"))

    def set_shape(self, name: str) -> None:
        """Give the selected strokes one of SHAPES."""
        self._change(lambda stroke: replace(stroke, profile=SHAPES[name]), tr("set the widths of"))

    def set_profile(self, index: int, profile: Profile | None, *, step: int = OF_ITS_OWN) -> None:
        """Give a stroke, by its index, another width along its length."""
        drawing = self._editor.drawing
        if drawing is None:
            return
        stroke = [*drawing.strokes][index]
        if profile != stroke.profile:
            changed = exchanged(drawing, {index: replace(stroke, profile=profile)})
            self._editor.apply(changed, tr("set the widths of 1 stroke"), step=step)

    def _change(self, change: Callable[[Stroke], Stroke], verb: str) -> None:
        drawing, indices = self._editor.selected
        if drawing is None:
            return
        strokes = [*drawing.strokes]
        changed = {index: change(strokes[index]) for index in indices if not strokes[index].filled}
        different = {index: stroke for index, stroke in changed.items() if stroke != strokes[index]}
        if different:
            self._editor.apply(
                exchanged(drawing, different), tr("{verb} {strokes}", verb=tr(verb), strokes=counted(len(indices)))
            )


def drawn_with(stroke: Stroke, pen: str | None) -> Stroke:
    """Return the stroke drawn with another pen: as wide as that is, and with its profile."""
    width = stroke.width * width_of(pen) / width_of(stroke.pen)
    profile = None if pen is None else PENS[pen].profile(stroke.curve, width)
    return replace(stroke, pen=pen, width=width, profile=profile)
