"""The context menus of the sheet: what can be done with strokes or nodes under the pointer, or with the sheet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject, QPoint, QPointF
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from taureau.session import Editing, Session
from taureau.session.language import tr
from taureau.ui.canvas.canvas import Canvas
from taureau.ui.canvas.tool import Pointer
from taureau.ui.shell.actions import Actions
from taureau.ui.strokes.arrange_menu import ArrangeMenu
from taureau.ui.strokes.paper_menu import PaperMenu
from taureau.ui.tools.toolbox import Toolbox

Entry = QAction | QMenu


class SheetMenu(QObject):
    """Shows the verbs of the window's menus that are possible there; the menu key shows them for the selection."""

    def __init__(
        self,
        canvas: Canvas,
        session: Session,
        editing: Editing,
        toolbox: Toolbox,
        actions: Actions,
        arrange: ArrangeMenu,
        paper: PaperMenu,
    ) -> None:
        super().__init__(canvas)
        self._canvas, self._session, self._editing, self._toolbox = canvas, session, editing, toolbox
        self._actions, self._arrange, self._paper = actions, arrange, paper
        canvas.menu_requested.connect(self._show)

    def _show(self, at: QPoint, by_key: bool) -> None:
        if self._session.sheet.shown is None:
            return
        pointer = self._canvas.input.pointer(QPointF(at))
        menu = QMenu(self._canvas)
        menu.setToolTipsVisible(True)
        for entries in self._sections(pointer, by_key):
            _add(menu, entries)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._canvas.mapToGlobal(self._selection_corner() if by_key else at))

    def _sections(self, pointer: Pointer, by_key: bool) -> Sequence[Iterable[Entry]]:
        """Return the entries of the menu; a stroke under the pointer is selected first, unless it is."""
        selection, node = self._session.selection, self._toolbox.node
        if self._canvas.input.tool is node and (by_key or node.nodes.node_at(pointer) is not None):
            if not by_key:
                node.select_at(pointer)
            if node.nodes.selected:
                return (self._toolbox.nodes.actions, *self._for_strokes())
        if not by_key:
            where = pointer.on_sheet.x(), pointer.on_sheet.y(), pointer.hit_radius
            index = self._session.sheet.hit_test.at(*where)
            if index is None:
                return self._for_sheet()
            if index not in selection.marked.selected:
                selection.select_at(*where, alone=self._canvas.input.tool is node)
        return self._for_strokes() if selection.strokes else self._for_sheet()

    def _for_strokes(self) -> Sequence[Iterable[Entry]]:
        actions, arrange = self._actions, self._arrange
        return (
            (actions.cut, actions.copy, actions.paste, arrange.duplicate, actions.delete),
            (arrange.group, arrange.ungroup),
            (*arrange.order, self._layers()),
            (arrange.align, arrange.distribute, *arrange.mirrors),
            arrange.lines,
            (actions.similar_menu, actions.freeze),
        )

    def _for_sheet(self) -> Sequence[Iterable[Entry]]:
        actions = self._actions
        return (
            (actions.paste, actions.select_all, actions.select_inverse, actions.select_none),
            (actions.show_all, actions.keep_level, actions.fit, actions.actual_size),
            (self._paper, actions.divider, actions.export),
        )

    def _layers(self) -> QMenu:
        """Return a menu of the layers that the selected strokes can be moved to, topmost first."""
        menu = QMenu(tr("Move to la&yer"), self._canvas)
        drawing = self._session.sheet.editable
        for number, layer in reversed([*enumerate(drawing.layers if drawing is not None else ())]):
            if not layer.locked:
                action = menu.addAction(layer.name.replace("&", "&&"))
                action.triggered.connect(lambda _=False, number=number: self._editing.layers.take_selected(number))
        menu.setEnabled(len(menu.actions()) > 1)
        return menu

    def _selection_corner(self) -> QPoint:
        """Return the lower right corner of the selection, px of the canvas, or the middle of the canvas."""
        box = self._session.sheet.hit_test.box(self._session.selection.marked.selected)
        rect = self._canvas.rect()
        if box is None:
            return rect.center()
        corner = self._canvas.view.to_canvas(QPointF(box.right, box.bottom)).toPoint()
        return QPoint(min(max(corner.x(), 0), rect.right()), min(max(corner.y(), 0), rect.bottom()))


def _add(menu: QMenu, entries: Iterable[Entry]) -> None:
    """Add what is possible now, as a section of its own."""
    for entry in entries:
        if isinstance(entry, QMenu):
            if entry.isEnabled() and any(action.isEnabled() for action in entry.actions()):
                menu.addAction(entry.menuAction())  # addMenu would make it a child, to be deleted with the menu
        elif entry.isEnabled() and entry.isVisible():
            menu.addAction(entry)
    menu.addSeparator()
