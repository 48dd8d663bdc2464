"""The pencil case: what the mouse does on the sheet."""

from taureau.ui.canvas.hand import Hand
from taureau.ui.canvas.tool import Gesture, Pointer, Tool
from taureau.ui.tools.eraser import Eraser
from taureau.ui.tools.node import Node
from taureau.ui.tools.pen import PenTool
from taureau.ui.tools.select import Select

__all__ = ["Eraser", "Gesture", "Hand", "Node", "PenTool", "Pointer", "Select", "Tool"]
