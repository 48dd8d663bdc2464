"""The pencil case: what the mouse does on the sheet."""

from app.ui.tools.eraser import Eraser
from app.ui.tools.hand import Hand
from app.ui.tools.node import Node
from app.ui.tools.pen import PenTool
from app.ui.tools.select import Select
from app.ui.tools.tool import Gesture, Pointer, Tool

__all__ = ["Eraser", "Gesture", "Hand", "Node", "PenTool", "Pointer", "Select", "Tool"]
