"""The tools, the actions that activate them, and their bar."""

from __future__ import annotations

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QWidget

from taureau.session import Editing, Message, Pen, Preferences, Session, Snapping
from taureau.session.language import tr
from taureau.ui.canvas.canvas import Canvas
from taureau.ui.canvas.hand import HandTool
from taureau.ui.canvas.tool import Tool
from taureau.ui.tools.eraser import EraserTool
from taureau.ui.tools.guide_overlay import GuideOverlay
from taureau.ui.tools.node import NodeTool
from taureau.ui.tools.node_buttons import NodeButtons
from taureau.ui.tools.pen import PenTool
from taureau.ui.tools.select import SelectTool
from taureau.ui.tools.symmetry_menu import SymmetryMenu
from taureau.ui.tools.tool_bar import ToolBar
from taureau.ui.widgets.icons import set_icon
from taureau.ui.widgets.parts import tool_button


class Toolbox:
    """Fills the Tools menu and the tool bar; the first tool is active at the start."""

    def __init__(
        self,
        window: QMainWindow,
        menu: QMenu,
        canvas: Canvas,
        session: Session,
        editing: Editing,
        pen: Pen,
        preferences: Preferences,
    ) -> None:
        self._canvas, self._editing = canvas, editing
        self._group = QActionGroup(window)
        snapping = Snapping(session, preferences)
        self.guides = GuideOverlay(canvas, session, editing, preferences, snapping)
        self.select = SelectTool(canvas, session, editing, preferences, snapping, self.guides)
        self.node = NodeTool(canvas, session, editing, snapping)
        self.pen = PenTool(canvas, session, editing, pen, snapping)
        self.eraser = EraserTool(canvas, session, editing)
        self.hand = HandTool(canvas.viewport)
        self._edit_tools = (self.select, self.node, self.pen, self.eraser)
        self._tools: list[tuple[Tool, QAction]] = []
        for tool, text, key, icon in (
            (self.select, tr("&Select"), "V", "mouse-pointer-2"),
            (self.node, tr("&Node"), "N", "spline-pointer"),
            (self.pen, tr("&Pen"), "P", "pencil"),
            (self.eraser, tr("&Eraser"), "E", "eraser"),
            (self.hand, tr("&Hand"), "H", "hand"),
        ):
            action = QAction(text, window)
            action.setCheckable(True)
            action.setShortcut(QKeySequence(key))
            action.setToolTip(f"{tr(tool.name)} ({key}). {tr(tool.hint)} {tr(tool.more)}".rstrip())
            set_icon(action, icon)
            self._group.addAction(action)
            menu.addAction(action)
            action.triggered.connect(lambda _=False, tool=tool: self._activate(tool))
            self._tools.append((tool, action))
        self.bar = ToolBar([action for _, action in self._tools])
        self.widths = tool_button(
            icon="scaling",
            tooltip=tr("Lines grow thicker and thinner with what is scaled"),
            spoken=tr("Scale line widths"),
        )
        self.widths.setCheckable(True)
        self.widths.setChecked(self.select.scale_widths)
        self.widths.toggled.connect(self._set_scale_widths)
        self.splits = tool_button(
            icon="scissors",
            tooltip=tr("Erase only the parts under the eraser, not whole strokes"),
            spoken=tr("Split strokes"),
        )
        self.splits.setCheckable(True)
        self.splits.toggled.connect(self._set_splits)
        self.symmetry = SymmetryMenu(self.pen, canvas, window)
        menu.addSeparator()
        menu.addMenu(self.symmetry)
        self.nodes = NodeButtons(self.node, canvas)
        session.selection.changed.connect(self.nodes.update_enabled)
        self._options: dict[Tool, tuple[QWidget, ...]] = {
            self.select: (self.widths,),
            self.node: self.nodes.buttons,
            self.pen: (self.symmetry.button(),),
            self.eraser: (self.splits,),
        }
        for widgets in self._options.values():
            for widget in widgets:
                self.bar.options.addWidget(widget)
        canvas.input.tool_changed.connect(self._show_tool)
        canvas.input.pressed.connect(lambda: self._report_locked_run(session))
        canvas.input.set_tool(self.select)

    def _activate(self, tool: Tool) -> None:
        self._canvas.input.set_tool(tool)
        self._canvas.setFocus()

    def _report_locked_run(self, session: Session) -> None:
        """Explain why the tools that edit have no effect during some runs."""
        if session.run.active and session.sheet.editable is None and self._canvas.input.tool in self._edit_tools:
            text = tr("This run moves all its strokes at once, so nothing can be edited while it is on.")
            session.notified.emit(Message(text, tr("Stop and keep it first."), kind="notice"))

    def _show_tool(self) -> None:
        """Show the active tool, which may be none of these."""
        active = self._canvas.input.tool
        for tool, action in self._tools:
            action.setChecked(tool is active)
        for tool, widgets in self._options.items():
            for widget in widgets:
                widget.setVisible(tool is active)
        self.bar.set_hint(tr(active.hint), tr(active.more))

    def _set_splits(self, splits: bool) -> None:
        self.eraser.whole = not splits

    def _set_scale_widths(self, scaled: bool) -> None:
        self.select.scale_widths = self._editing.placing.scale_widths = scaled
