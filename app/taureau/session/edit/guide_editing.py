"""The edits of guides."""

from __future__ import annotations

from dataclasses import replace

from taureau.document import Guide
from taureau.session.edit.editor import Editor
from taureau.session.language import tr


class GuideEditing:
    """Each edit is one undoable step; guides are named by their index."""

    def __init__(self, editor: Editor) -> None:
        self._editor = editor

    @property
    def guides(self) -> tuple[Guide, ...]:
        """The guides of the drawing that is edited."""
        drawing = self._editor.drawing
        return () if drawing is None else drawing.guides

    def add(self, guide: Guide) -> None:
        """Add a guide; on an empty sheet that makes a drawing of the photo's size, or of A4."""
        base = self._editor.base
        if base is not None:
            self._editor.apply(replace(base, guides=(*base.guides, guide)), tr("add a guide"))

    def move(self, index: int, guide: Guide) -> None:
        """Put another guide in the place of this one."""
        guides = self.guides
        self._set((*guides[:index], guide, *guides[index + 1 :]), tr("move a guide"))

    def remove(self, index: int) -> None:
        guides = self.guides
        self._set((*guides[:index], *guides[index + 1 :]), tr("remove a guide"))

    def clear(self) -> None:
        """Remove all guides."""
        self._set((), tr("remove all guides"))

    def _set(self, guides: tuple[Guide, ...], label: str) -> None:
        drawing = self._editor.drawing
        if drawing is not None:
            self._editor.apply(replace(drawing, guides=guides), label)
