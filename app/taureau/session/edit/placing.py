"""Where the selected strokes lie: aligned, distributed, mirrored, and placed by number."""

from __future__ import annotations

from taureau.document import Axis, Edge, Spacing, aligned, chosen_items, distributed
from taureau.geometry import Affine, Box, bounds_of
from taureau.session.choices import counted
from taureau.session.drawing.undo import OF_ITS_OWN
from taureau.session.edit.editor import Editor
from taureau.session.language import tr
from taureau.wording import tr_noop

_FLAT = 1e-6  # px, below which a side cannot be stretched


class Placing:
    """Each edit is one undoable step. A group counts as one; within a group that was entered, each of its members."""

    def __init__(self, editor: Editor) -> None:
        self._editor = editor
        self.to_sheet = False  # align to the sheet rather than to the selection
        self.scale_widths = True  # with what is scaled by number

    @property
    def item_count(self) -> int:
        """The number of groups and strokes on their own that are selected."""
        drawing, indices = self._editor.selected
        return 0 if drawing is None else len(chosen_items(drawing, indices, self._inside))

    @property
    def box(self) -> Box | None:
        """The box around the selected curves, without their widths; None without a selection."""
        return bounds_of(stroke.curve for stroke in self._editor.session.selection.strokes)

    def align(self, edge: Edge) -> None:
        """Bring an edge, or the middle, of all that is selected onto one line."""
        drawing, indices = self._editor.selected
        if drawing is not None:
            result = aligned(drawing, indices, edge, inside=self._inside, to_sheet=self.to_sheet)
            self._editor.apply(result, tr("align {counted}", counted=counted(len(indices))))

    def distribute(self, axis: Axis, spacing: Spacing = "gaps") -> None:
        """Make the gaps between all that is selected equal, or the steps between the centres."""
        drawing, indices = self._editor.selected
        if drawing is not None:
            result = distributed(drawing, indices, axis, spacing, inside=self._inside, to_sheet=self.to_sheet)
            self._editor.apply(result, tr("distribute {counted}", counted=counted(len(indices))))

    def mirror(self, axis: Axis) -> None:
        """Exchange left and right, or top and bottom, of the selection."""
        box = self.box
        if box is not None:
            x, y = box.center
            flip = Affine.scale(-1, 1) if axis == "across" else Affine.scale(1, -1)
            self._editor.transform(Affine.translate(x, y) @ flip @ Affine.translate(-x, -y), verb=tr("mirror"))

    def place(self, box: Box, *, step: int = OF_ITS_OWN) -> None:
        """Move and scale the selection so that this box is around its curves; a side without length keeps its own."""
        before = self.box
        if before is None:
            return
        wide = box.width / before.width if before.width > _FLAT else 1.0
        high = box.height / before.height if before.height > _FLAT else 1.0
        to_origin = Affine.translate(-before.left, -before.top)
        affine = Affine.translate(box.left, box.top) @ Affine.scale(wide, high) @ to_origin
        verb = tr_noop("move") if (wide, high) == (1.0, 1.0) else tr_noop("scale")
        self._editor.transform(affine, verb=verb, scale_widths=self.scale_widths, step=step)

    @property
    def _inside(self) -> tuple[str, ...]:
        return self._editor.session.selection.entered
