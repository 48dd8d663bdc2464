"""The Arrange menu: groups, the order of strokes, where they lie, and how lines are joined."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from taureau.document import Axis, Edge, Spacing
from taureau.session import Editing, Order, Session
from taureau.session.language import tr
from taureau.ui.widgets.icons import set_icon
from taureau.wording import tr_noop

_ORDERS: tuple[tuple[str, str, str, str, Order], ...] = (
    (tr_noop("To the &front"), "Home", "arrow-up-to-line", tr_noop("Draw the selected strokes last"), "front"),
    (tr_noop("&Raise"), "PgUp", "arrow-up", tr_noop("Draw the selected strokes one later"), "forward"),
    (tr_noop("&Lower"), "PgDown", "arrow-down", tr_noop("Draw the selected strokes one earlier"), "backward"),
    (tr_noop("To the &back"), "End", "arrow-down-to-line", tr_noop("Draw the selected strokes first"), "back"),
)
_EDGES: tuple[tuple[str, str, str, Edge], ...] = (
    (tr_noop("&Left edges"), "align-start-vertical", tr_noop("Bring the left edges onto one line"), "left"),
    (tr_noop("&Centres"), "align-center-vertical", tr_noop("Bring the centres onto one upright line"), "centre"),
    (tr_noop("&Right edges"), "align-end-vertical", tr_noop("Bring the right edges onto one line"), "right"),
    (tr_noop("&Top edges"), "align-start-horizontal", tr_noop("Bring the top edges onto one line"), "top"),
    (tr_noop("&Middles"), "align-center-horizontal", tr_noop("Bring the middles onto one level line"), "middle"),
    (tr_noop("&Bottom edges"), "align-end-horizontal", tr_noop("Bring the bottom edges onto one line"), "bottom"),
)
_SPACINGS: tuple[tuple[str, str, str, Axis, Spacing], ...] = (
    (
        tr_noop("&Gaps across"),
        "align-horizontal-space-between",
        tr_noop("Make the gaps from left to right equal"),
        "across",
        "gaps",
    ),
    (
        tr_noop("G&aps down"),
        "align-vertical-space-between",
        tr_noop("Make the gaps from top to bottom equal"),
        "down",
        "gaps",
    ),
    (
        tr_noop("&Centres across"),
        "align-horizontal-distribute-center",
        tr_noop("Make the steps from centre to centre equal, from left to right"),
        "across",
        "centres",
    ),
    (
        tr_noop("C&entres down"),
        "align-vertical-distribute-center",
        tr_noop("Make the steps from centre to centre equal, from top to bottom"),
        "down",
        "centres",
    ),
)


class ArrangeMenu(QMenu):
    """Uses Inkscape's keys; those of the order are active only while the sheet has the focus, for lists and sliders
    use the same."""

    def __init__(self, session: Session, editing: Editing, window: QWidget, canvas: QWidget) -> None:
        super().__init__(tr("&Arrange"), window)
        self._session, self._editing = session, editing
        self.setToolTipsVisible(True)
        groups = editing.groups
        self.group = self._verb(self, tr("&Group"), "Ctrl+G", "group", groups.group)
        self.group.setToolTip(tr("Make the selected strokes one, to be selected and moved as a whole (Ctrl+G)"))
        self.ungroup = self._verb(self, tr("&Ungroup"), "Ctrl+Shift+G", "ungroup", groups.ungroup)
        self.ungroup.setToolTip(tr("Take the selected groups apart (Ctrl+Shift+G)"))
        self.addSeparator()
        self.order: list[QAction] = []
        for text, key, icon, tooltip, order in _ORDERS:
            action = self._verb(self, tr(text), key, icon, partial(editing.arrange, order))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.setToolTip(
                tr("{tooltip} of their layer ({keys})", tooltip=tr(tooltip), keys=key.replace("Pg", "Page "))
            )
            window.addAction(action)
            canvas.addAction(action)
            self.order.append(action)
        self.addSeparator()
        self.duplicate = self._verb(self, tr("&Duplicate"), "Ctrl+D", "copy-plus", editing.duplicate)
        self.duplicate.setToolTip(tr("A second of each selected stroke beside it (Ctrl+D)"))
        self.addSeparator()
        self.align = self._submenu(tr("&Align"), "align-start-vertical", tr("Bring edges or middles onto one line"))
        self.distribute = self._submenu(
            tr("D&istribute"), "align-horizontal-space-between", tr("Make gaps, or steps from centre to centre, equal")
        )
        self.edges, self.spacings = self._fill_align(), self._fill_distribute()
        mirror = editing.placing.mirror
        self.mirrors = (
            self._verb(self, tr("&Mirror left to right"), "Shift+H", "flip-vertical-2", partial(mirror, "across")),
            self._verb(self, tr("Mirror &top to bottom"), "Shift+V", "flip-horizontal-2", partial(mirror, "down")),
        )
        self.mirrors[0].setToolTip(tr("Exchange left and right of what is selected (Shift+H)"))
        self.mirrors[1].setToolTip(tr("Exchange top and bottom of what is selected (Shift+V)"))
        self.addSeparator()
        self.lines = (
            self._verb(self, tr("&Join ends"), "Shift+J", "merge", editing.lines.join),
            self._verb(self, tr("&Close lines"), "", "circle-dashed", editing.lines.close),
            self._verb(self, tr("Re&verse lines"), "Shift+R", "arrow-left-right", editing.lines.reverse),
        )
        self.lines[0].setToolTip(tr("Make the selected strokes one, at their nearest ends (Shift+J)"))
        self.lines[1].setToolTip(tr("Bring both ends of each selected stroke together"))
        self.lines[2].setToolTip(tr("Draw the selected strokes from their other ends (Shift+R)"))
        self._nodes = self._submenu(tr("&Nodes"), "spline-pointer", tr("What can be done with the selected nodes"))
        session.selection.changed.connect(self.update_enabled)
        session.run.changed.connect(self.update_enabled)
        self.update_enabled()

    def update_enabled(self) -> None:
        free = self._session.sheet.editable is not None and bool(self._session.selection.strokes)
        for action in (*self.order, self.duplicate, *self.edges, *self.mirrors):
            action.setEnabled(free)
        ends = self._editing.lines.open_count if free else 0
        join, close, reverse = self.lines
        join.setEnabled(ends > 1)
        close.setEnabled(ends > 0)
        reverse.setEnabled(free)
        self.group.setEnabled(free and self._editing.groups.can_group)
        self.ungroup.setEnabled(free and self._editing.groups.can_ungroup)
        items = self._editing.placing.item_count if free else 0
        enough = items >= (2 if self.to_sheet.isChecked() else 3)
        for action in self.spacings:
            action.setEnabled(enough)
        self.align.setEnabled(free)
        self.distribute.setEnabled(enough)

    def add_nodes(self, actions: Sequence[QAction]) -> None:
        """Add the verbs for the nodes selected by the node tool."""
        self._nodes.addActions(actions)

    def _fill_align(self) -> tuple[QAction, ...]:
        edges, placing = [], self._editing.placing
        for text, icon, tooltip, edge in _EDGES:
            action = self._verb(self.align, tr(text), "", icon, partial(placing.align, edge))
            action.setToolTip(tr("{tooltip}; a group counts as one", tooltip=tr(tooltip)))
            edges.append(action)
            if edge == "right":
                self.align.addSeparator()
        self.align.addSeparator()
        self.to_sheet = self.align.addAction(tr("To the &sheet"))
        self.to_sheet.setCheckable(True)
        self.to_sheet.setToolTip(tr("Align and distribute on the whole sheet, as a single stroke always is"))
        self.to_sheet.toggled.connect(self._set_to_sheet)
        return tuple(edges)

    def _fill_distribute(self) -> tuple[QAction, ...]:
        spacings, placing = [], self._editing.placing
        for text, icon, tooltip, axis, spacing in _SPACINGS:
            action = self._verb(self.distribute, tr(text), "", icon, partial(placing.distribute, axis, spacing))
            action.setToolTip(tr("{tooltip}; of three or more, the outermost stay", tooltip=tr(tooltip)))
            spacings.append(action)
        return tuple(spacings)

    def _set_to_sheet(self, on: bool) -> None:
        self._editing.placing.to_sheet = on
        self.update_enabled()

    def _submenu(self, title: str, icon: str, tooltip: str) -> QMenu:
        menu = self.addMenu(title)
        menu.setToolTipsVisible(True)
        menu.menuAction().setToolTip(tooltip)
        set_icon(menu.menuAction(), icon)
        return menu

    def _verb(self, menu: QMenu, text: str, keys: str, icon: str, verb: Callable[[], object]) -> QAction:
        action = menu.addAction(text)
        if keys:
            action.setShortcut(keys)
        action.triggered.connect(lambda _=False: verb())
        set_icon(action, icon)
        return action
