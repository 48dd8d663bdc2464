"""The edits of groups."""

from __future__ import annotations

from taureau.document import chosen_items, grouped, is_group, ungrouped
from taureau.session.choices import counted
from taureau.session.edit.editor import Editor
from taureau.session.language import tr


class Grouping:
    """Each edit is one undoable step; the strokes stay selected."""

    def __init__(self, editor: Editor) -> None:
        self._editor = editor

    @property
    def can_group(self) -> bool:
        """Whether several groups or strokes on their own are selected."""
        drawing, indices = self._editor.selected
        return drawing is not None and len(chosen_items(drawing, indices)) > 1

    @property
    def can_ungroup(self) -> bool:
        """Whether a whole group is selected."""
        drawing, indices = self._editor.selected
        return drawing is not None and is_group(drawing, indices)

    def group(self) -> None:
        """Make the selected strokes one group, where the topmost of them is."""
        drawing, indices = self._editor.selected
        if drawing is not None:
            self._editor.apply_and_select(
                grouped(drawing, indices), tr("group {counted}", counted=counted(len(indices)))
            )

    def ungroup(self) -> None:
        """Dissolve the outermost selected groups."""
        drawing, indices = self._editor.selected
        if drawing is not None:
            self._editor.apply_and_select(
                (ungrouped(drawing, indices), indices), tr("ungroup {counted}", counted=counted(len(indices)))
            )
