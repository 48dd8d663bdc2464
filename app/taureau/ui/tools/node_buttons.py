"""Actions, and their buttons in the tool bar, that edit the selected nodes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolButton

from taureau.session.language import tr
from taureau.ui.canvas.canvas import Canvas
from taureau.ui.tools.node import NodeTool
from taureau.ui.widgets.icons import set_icon
from taureau.ui.widgets.parts import action_button


class NodeButtons:
    """Smooth, corner, join, split and delete, enabled while nodes are selected that allow it."""

    def __init__(self, tool: NodeTool, canvas: Canvas) -> None:
        self._tool, self._nodes, self._canvas = tool, tool.nodes, canvas
        self.actions: list[QAction] = []
        self.smooth = self._button(
            tr("&Smooth"), "spline", tr("Make the selected nodes smooth (Shift+S)"), tool.make_smooth
        )
        self.corner = self._button(
            tr("&Corner"), "corner-down-right", tr("Make the selected nodes corners (Shift+C)"), tool.make_corner
        )
        self.join = self._button(tr("&Join ends"), "merge", tr("Join the two selected ends (Shift+J)"), tool.join)
        self.split = self._button(tr("S&plit"), "split", tr("Cut the line at the selected nodes (Shift+B)"), tool.split)
        self.delete = self._button(
            tr("&Delete nodes"), "trash-2", tr("Delete the selected nodes (Delete)"), tool.remove
        )
        self.buttons: tuple[QToolButton, ...] = (self.smooth, self.corner, self.join, self.split, self.delete)
        self._nodes.changed.connect(self.update_enabled)
        self.update_enabled()

    def update_enabled(self) -> None:
        for action in self.actions:
            action.setEnabled(bool(self._nodes.selected))
        self.join.defaultAction().setEnabled(self._tool.can_join)

    def _button(self, text: str, icon: str, tooltip: str, edit: Callable[[], None]) -> QToolButton:
        action = QAction(text, self._canvas)
        action.setToolTip(tooltip)
        set_icon(action, icon)
        action.triggered.connect(lambda _=False: edit())
        action.triggered.connect(lambda _=False: self._canvas.setFocus())
        self.actions.append(action)
        return action_button(action)
