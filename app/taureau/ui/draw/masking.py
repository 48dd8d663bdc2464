"""Switches the canvas to the mask brush and back, and undo to the mask's stack."""

from __future__ import annotations

from PySide6.QtGui import QUndoGroup

from taureau.session import MaskPainting, Session
from taureau.ui.canvas.canvas import Canvas
from taureau.ui.canvas.tool import Tool
from taureau.ui.draw.source_panel import SourcePanel
from taureau.ui.tools.mask_brush import Brush, MaskBrush
from taureau.ui.tools.subject_overlay import SubjectOverlay


class Masking:
    """Binds the mask choice in the panel to the tool on the canvas."""

    def __init__(
        self,
        session: Session,
        painting: MaskPainting,
        brush: Brush,
        source: SourcePanel,
        canvas: Canvas,
        overlays: SubjectOverlay,
        undo: QUndoGroup,
    ) -> None:
        self._session, self._painting, self._source = session, painting, source
        self._canvas, self._overlays, self._undo = canvas, overlays, undo
        self.tool = MaskBrush(canvas, painting, brush)
        self._before: Tool = canvas.input.tool
        undo.addStack(painting.undo_stack)
        source.subject.value_changed.connect(self._choose)
        source.brush.brush_asked.connect(self._take_up)
        session.source.photo_changed.connect(lambda: source.subject.choose("auto"))
        session.run.changed.connect(self._rest)
        canvas.input.tool_changed.connect(self._show)
        brush.changed.connect(canvas.update)

    @property
    def up(self) -> bool:
        """Whether the brush is the active tool."""
        return self._canvas.input.tool is self.tool

    def _choose(self) -> None:
        brushed = self._source.subject.value == "brush"
        if brushed:
            self._painting.begin()
            self._take_up()
        else:
            self._put_away()
        self._overlays.set_brushed(brushed)

    def _take_up(self) -> None:
        if not self.up and not self._session.run.active:
            self._before = self._canvas.input.tool
            self._canvas.input.set_tool(self.tool)

    def _put_away(self) -> None:
        if self.up:
            self._canvas.input.set_tool(self._before)

    def _rest(self) -> None:
        """Disable the brush during a run, which uses the mask it began with."""
        if self._session.run.active:
            self._put_away()
        self._show()

    def _show(self) -> None:
        """Switch undo to the stack in use: that of the mask, of the drawing, or of a paused run."""
        self._undo.setActiveStack(self._painting.undo_stack if self.up else self._session.undo_stack)
