"""What can be done to the chosen nodes, as buttons beside the tools."""

from __future__ import annotations

from PySide6.QtWidgets import QToolButton

from taureau.ui.canvas.canvas import Canvas
from taureau.ui.tools import Node
from taureau.ui.widgets.parts import tool_button


class NodeButtons:
    """Smooth, corner and delete; they can be pressed while nodes are chosen."""

    def __init__(self, node: Node, canvas: Canvas) -> None:
        self._node, self._canvas = node, canvas
        self.smooth = tool_button(icon="spline", tooltip="Make the chosen nodes smooth (Shift+S)", spoken="Smooth")
        self.corner = tool_button(
            icon="corner-down-right", tooltip="Make the chosen nodes corners (Shift+C)", spoken="Corner"
        )
        self.delete = tool_button(icon="trash-2", tooltip="Delete the chosen nodes (Delete)", spoken="Delete nodes")
        self.buttons: tuple[QToolButton, ...] = (self.smooth, self.corner, self.delete)
        for button, verb in zip(self.buttons, (node.make_smooth, node.make_corner, node.remove), strict=True):
            button.clicked.connect(verb)
            button.clicked.connect(canvas.setFocus)
        node.when_chosen = self.update_what_can_be_done
        self.update_what_can_be_done()

    def update_what_can_be_done(self) -> None:
        for button in self.buttons:
            button.setEnabled(bool(self._node.chosen))
