"""The open drawing: what is committed, what is shown of it, and its undo stack."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from taureau.document import Drawing, prefix
from taureau.session.drawing.hit_test import HitTest
from taureau.session.drawing.undo import OF_ITS_OWN, Replace


class EditTarget(Enum):
    """What an edit applies to."""

    DRAWING = "drawing"
    PREVIEW = "preview"  # of a run, which is paused for it
    NOTHING = "nothing"  # during a run that cannot continue from an edited preview


def same_curves(one: Drawing | None, other: Drawing | None) -> bool:
    """Return whether both drawings have the same curves in the same order, whatever their colours and the paper."""
    if one is None or other is None or one.stroke_count != other.stroke_count:
        return False
    return one is other or all(a.curve is b.curve for a, b in zip(one.strokes, other.strokes, strict=True))


class Sheet(QObject):
    """Observable state: change it through the methods below, read it when `changed` is emitted."""

    changed = Signal()  # `shown` or `editable` is another drawing
    clean_changed = Signal()  # whether the undo stack is clean

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.drawing: Drawing | None = None  # committed
        self.preview: Drawing | None = None  # of a run
        self.new_paper: str | None = None  # of drawings that begin here, "#rrggbb"
        self.level: int | None = None  # only so many of the first committed strokes are shown
        self.edit_target = EditTarget.DRAWING
        self.undo_stack = QUndoStack(self)
        # Through the parent, whose connections are cut before the stack is deleted, which emits once more then.
        self.undo_stack.cleanChanged.connect(self.clean_changed)
        self._prefix: tuple[Drawing, int, Drawing] | None = None  # drawing, level, and what they show
        self._hit_test = HitTest(None)

    @property
    def shown(self) -> Drawing | None:
        """The run's preview while there is one, else the committed drawing up to its level."""
        if self.preview is not None or self.drawing is None or self.level is None:
            return self.preview if self.preview is not None else self.drawing
        if self._prefix is None or self._prefix[0] is not self.drawing or self._prefix[1] != self.level:
            self._prefix = self.drawing, self.level, prefix(self.drawing, self.level)
        return self._prefix[2]

    @property
    def editable(self) -> Drawing | None:
        """The drawing in which strokes can be selected and edited now."""
        match self.edit_target:
            case EditTarget.DRAWING:
                return self.shown
            case EditTarget.PREVIEW:
                return self.preview
            case EditTarget.NOTHING:
                return None

    @property
    def hit_test(self) -> HitTest:
        """Hit testing on `editable`, without hidden and locked layers."""
        if self._hit_test.drawing is not self.editable:
            self._hit_test = HitTest(self.editable)
        return self._hit_test

    def set_edit_target(self, target: EditTarget) -> None:
        """Set what an edit applies to: a run calls this when it begins, stops and ends."""
        before = self.editable
        self.edit_target = target
        if self.editable is not before:
            self.changed.emit()

    def replace(self, drawing: Drawing | None, label: str, *, step: int = OF_ITS_OWN) -> None:
        """Replace the drawing as one undoable step; consecutive replacements with the same `step` are one."""
        self.undo_stack.push(Replace(self.drawing, drawing, label, self.set_drawing, step))

    def set_drawing(self, drawing: Drawing | None) -> None:
        """Set the drawing without an undo step."""
        self.drawing = drawing
        self.level = None
        self.changed.emit()

    def set_preview(self, preview: Drawing | None) -> None:
        """Show the preview of a run; None shows the drawing again."""
        if preview is not self.preview:
            self.preview = preview
            self.changed.emit()

    def reset(self, drawing: Drawing | None) -> None:
        """Set another drawing and clear the undo stack; the caller emits `changed`."""
        self.drawing, self.preview, self.level = drawing, None, None
        self.undo_stack.clear()

    # Levels: every prefix of the sequence of strokes is a drawing.

    def show_first(self, strokes: int) -> None:
        """Show only the first `count` strokes; the drawing stays whole."""
        if self.drawing is None or self.preview is not None:
            return
        level = max(1, strokes) if strokes < self.drawing.line_count else None
        if level != self.level:
            self.level = level
            self.changed.emit()

    def show_all(self) -> None:
        """Show the whole drawing."""
        if self.level is not None:
            self.level = None
            self.changed.emit()
