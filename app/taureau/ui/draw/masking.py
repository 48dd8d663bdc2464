"""Switches the canvas to the tool that makes the mask and back, and undo to the mask's stack."""

from __future__ import annotations

from typing import cast

from PySide6.QtGui import QUndoGroup

from taureau.session import MaskClicking, MaskPainting, Session
from taureau.session.choices import Mask
from taureau.ui.canvas.canvas import Canvas
from taureau.ui.canvas.tool import Tool
from taureau.ui.draw.source_panel import SourcePanel
from taureau.ui.tools.mask_brush import Brush, MaskBrush
from taureau.ui.tools.mask_click import MaskClick
from taureau.ui.tools.subject_overlay import SubjectOverlay

_FAINT = 0.35  # opacity of a hidden photo while its mask is made


class Masking:
    """Binds the mask choice in the panel to the tools on the canvas."""

    def __init__(
        self,
        session: Session,
        clicking: MaskClicking,
        painting: MaskPainting,
        brush: Brush,
        source: SourcePanel,
        canvas: Canvas,
        overlays: SubjectOverlay,
        undo: QUndoGroup,
    ) -> None:
        self._session, self._clicking, self._painting, self._source = session, clicking, painting, source
        self._canvas, self._overlays, self._undo = canvas, overlays, undo
        self._tools: dict[str, Tool] = {
            "click": MaskClick(canvas, clicking, brush),
            "brush": MaskBrush(canvas, painting, brush),
        }
        self._before: Tool = canvas.input.tool
        undo.addStack(painting.undo_stack)
        source.subject.value_changed.connect(self._choose)
        source.brush.tool_asked.connect(self._take_up)
        session.source.photo_changed.connect(lambda: source.subject.choose("auto"))
        session.run.changed.connect(self._rest)
        canvas.input.tool_changed.connect(self._show)
        brush.changed.connect(canvas.update)

    @property
    def up(self) -> bool:
        """Whether one of the tools that make the mask is active."""
        return self._canvas.input.tool in self._tools.values()

    def _choose(self) -> None:
        mask = cast(Mask, self._source.subject.value)
        if mask == "brush":
            self._painting.begin()
            self._take_up()
        else:
            self._put_away()
        self._overlays.set_choice(mask)

    def _take_up(self) -> None:
        if self._source.subject.value != "brush" or self._session.run.active:
            return
        if not self.up:
            self._before = self._canvas.input.tool
        chosen = self._source.brush.tool.value
        if chosen == "click":
            self._clicking.prepare()
        self._canvas.input.set_tool(self._tools[chosen])

    def _put_away(self) -> None:
        if self.up:
            self._canvas.input.set_tool(self._before)

    def _rest(self) -> None:
        """Disable the tools during a run, which uses the mask it began with."""
        if self._session.run.active:
            self._put_away()
        self._show()

    def _show(self) -> None:
        """Switch undo to the stack in use, that of the mask, of the drawing or of a paused run; show a hidden photo."""
        self._canvas.set_least_photo_opacity(_FAINT if self.up else 0.0)
        self._undo.setActiveStack(self._painting.undo_stack if self.up else self._session.undo_stack)
