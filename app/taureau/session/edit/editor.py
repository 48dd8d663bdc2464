"""Applying edits: to the drawing as one undoable step, or to the preview of a paused run."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from taureau.document import Drawing, Stroke, exchanged, transformed
from taureau.geometry import Affine
from taureau.session.choices import counted
from taureau.session.core.session import Session
from taureau.session.drawing.sheet import EditTarget
from taureau.session.drawing.undo import OF_ITS_OWN
from taureau.session.language import tr

_A4 = (793.701, 1122.52)  # px, the sheet without a drawing or a photo
Pairs = Iterable[tuple[Stroke, Stroke]]  # (before, after)


class Editor:
    """The drawing that is edited, and the function that changes it."""

    def __init__(self, session: Session) -> None:
        self.session = session

    @property
    def drawing(self) -> Drawing | None:
        """The drawing that edits apply to: the whole one, even if only its first strokes are shown, or the preview."""
        sheet = self.session.sheet
        return sheet.drawing if sheet.edit_target is EditTarget.DRAWING else sheet.editable

    @property
    def base(self) -> Drawing | None:
        """The drawing that is added to, empty if there is none; None while a run cannot be edited."""
        sheet, photo = self.session.sheet, self.session.source.photo
        if sheet.edit_target is not EditTarget.DRAWING or sheet.drawing is not None:
            return self.drawing
        size = (float(photo.width), float(photo.height)) if photo else _A4
        return Drawing(*size, paper=sheet.new_paper)

    @property
    def selected(self) -> tuple[Drawing | None, frozenset[int]]:
        """The drawing and the indices of its selected strokes; no drawing if none are selected."""
        indices = self.session.selection.marked.selected
        return (self.drawing if indices else None), indices

    def with_layer(self, layer: int) -> Drawing | None:
        """Return the drawing if it has a layer of this index."""
        drawing = self.drawing
        return drawing if drawing is not None and 0 <= layer < len(drawing.layers) else None

    def apply(self, new: Drawing, label: str, *, pairs: Pairs | None = None, step: int = OF_ITS_OWN) -> None:
        """Replace the drawing unless nothing changed; marks pass along `pairs`, by default of strokes of one id."""
        sheet, old = self.session.sheet, self.drawing
        same_count = old is not None and old.stroke_count == new.stroke_count
        if old is not None:
            if _unchanged(old, new):
                return
            if pairs is None:
                before = {stroke.id: stroke for stroke in old.strokes}
                pairs = ((before[stroke.id], stroke) for stroke in new.strokes if stroke.id in before)
            kept = {id(stroke) for stroke in new.strokes}
            self.session.selection.marks.hand_over((was, now) for was, now in pairs or () if id(was) not in kept)
        level = sheet.level
        if sheet.edit_target is EditTarget.DRAWING:
            sheet.replace(new, label, step=step)
        else:
            self.session.run.edit_preview(new, label, step=step)
        if level is not None and same_count:
            sheet.show_first(level)

    def transform(self, affine: Affine, *, verb: str, scale_widths: bool = True, step: int = OF_ITS_OWN) -> None:
        """Map the selected strokes, with their widths or without; `verb` names the step."""
        drawing, indices = self.selected
        if drawing is None or affine == Affine():
            return
        result = transformed(drawing, indices, affine)
        if not scale_widths:
            pairs = zip(drawing.strokes, result.strokes, strict=True)
            kept = {index: replace(new, width=old.width) for index, (old, new) in enumerate(pairs) if index in indices}
            result = exchanged(result, kept)
        self.apply(result, tr("{verb} {strokes}", verb=tr(verb), strokes=counted(len(indices))), step=step)

    def apply_and_select(self, result: tuple[Drawing, Collection[int]], label: str) -> None:
        """Apply an edit that returns a drawing and the indices to select in it."""
        drawing, indices = result
        self.apply(drawing, label)
        self.session.selection.select(indices)


def _unchanged(old: Drawing, new: Drawing) -> bool:
    """Return whether two drawings have the same sheet, paper and guides, and equal strokes on the same layers."""
    before, after = ((one.width, one.height, one.paper, one.guides) for one in (old, new))
    if before != after or len(old.layers) != len(new.layers):
        return False
    return all(
        (a.name, a.visible, a.locked, len(a.strokes)) == (b.name, b.visible, b.locked, len(b.strokes))
        and all(one is other or one == other for one, other in zip(a.strokes, b.strokes, strict=True))
        for a, b in zip(old.layers, new.layers, strict=True)
    )
