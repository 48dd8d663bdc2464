"""Buttons in the tool bar that edit the selected nodes."""

from __future__ import annotations

from PySide6.QtWidgets import QToolButton

from taureau.ui.canvas.canvas import Canvas
from taureau.ui.tools.node import NodeTool
from taureau.ui.widgets.parts import tool_button


class NodeButtons:
    """Smooth, corner and delete, enabled while nodes are selected."""

    def __init__(self, tool: NodeTool, canvas: Canvas) -> None:
        self._nodes = tool.nodes
        self.smooth = tool_button(icon="spline", tooltip="Make the selected nodes smooth (Shift+S)", spoken="Smooth")
        self.corner = tool_button(
            icon="corner-down-right", tooltip="Make the selected nodes corners (Shift+C)", spoken="Corner"
        )
        self.delete = tool_button(icon="trash-2", tooltip="Delete the selected nodes (Delete)", spoken="Delete nodes")
        self.buttons: tuple[QToolButton, ...] = (self.smooth, self.corner, self.delete)
        for button, edit in zip(self.buttons, (tool.make_smooth, tool.make_corner, tool.remove), strict=True):
            button.clicked.connect(edit)
            button.clicked.connect(canvas.setFocus)
        self._nodes.changed.connect(self.update_enabled)
        self.update_enabled()

    def update_enabled(self) -> None:
        for button in self.buttons:
            button.setEnabled(bool(self._nodes.selected))
