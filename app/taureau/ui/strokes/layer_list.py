"""The drawing's layers and what can be done with them."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from taureau.session import Editing, Pen, Session
from taureau.ui.strokes.layer_model import LayerModel
from taureau.ui.strokes.layer_view import LayerView
from taureau.ui.widgets.icons import dress
from taureau.ui.widgets.parts import action_button
from taureau.ui.widgets.theme import GRID, Theme


class LayerList(QWidget):
    """The chosen layer is the one that the pen draws on."""

    def __init__(self, session: Session, editing: Editing, pen: Pen) -> None:
        super().__init__()
        self._session, self._editing, self._pen = session, editing, pen
        self.model = LayerModel(self)
        self.view = LayerView(self.model)
        self.add = self._action("&Add a layer", "plus", "Add an empty layer above this one")
        self.remove = self._action("&Remove the layer", "trash-2", "Remove this layer with its strokes")
        self.up = self._action("Move the layer &up", "arrow-up", "Draw this layer later (Alt+Up)")
        self.down = self._action("Move the layer &down", "arrow-down", "Draw this layer earlier (Alt+Down)")
        self.take = self._action(
            "&Bring the selected strokes here", "corner-down-right", "Move the selected strokes to this layer"
        )
        self.rename = self._action("Re&name", "", "")
        self.hide_or_show = self._action("&Hide", "", "")
        self.lock_or_open = self._action("&Lock", "", "")
        row = QHBoxLayout()
        row.setSpacing(GRID // 2)
        for action in (self.add, self.remove, self.up, self.down):
            row.addWidget(action_button(action))
        row.addStretch(1)
        row.addWidget(action_button(self.take))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addWidget(self.view)
        column.addLayout(row)
        self._connect()
        self.show_layers()

    def _connect(self) -> None:
        editing, view, model = self._editing, self.view, self.model
        view.chosen.connect(lambda row: self._pen.set_layer(model.layer_of(row)))
        view.eye_clicked.connect(self._hide_or_show)
        view.lock_clicked.connect(self._lock_or_open)
        view.moved.connect(lambda row, to: editing.layers.move(model.layer_of(row), model.layer_of(to)))
        view.customContextMenuRequested.connect(self._show_menu)
        model.renamed.connect(editing.layers.rename)
        self.add.triggered.connect(self._add)
        self.remove.triggered.connect(lambda: editing.layers.remove(self._pen.layer))
        self.up.triggered.connect(lambda: editing.layers.move(self._pen.layer, self._pen.layer + 1))
        self.down.triggered.connect(lambda: editing.layers.move(self._pen.layer, self._pen.layer - 1))
        self.take.triggered.connect(lambda: editing.layers.take_selected(self._pen.layer))
        self.rename.triggered.connect(lambda: view.edit(view.currentIndex()))
        self.hide_or_show.triggered.connect(lambda: self._hide_or_show(model.row_of(self._pen.layer)))
        self.lock_or_open.triggered.connect(lambda: self._lock_or_open(model.row_of(self._pen.layer)))
        self._session.sheet.changed.connect(self.show_layers)
        self._session.selection.changed.connect(self._show_verbs)
        self._pen.changed.connect(self._show_chosen)

    def set_theme(self, theme: Theme) -> None:
        self.view.set_theme(theme)

    def show_layers(self) -> None:
        self.model.set_drawing(self._session.sheet.shown)
        self._show_chosen()

    def _show_chosen(self) -> None:
        if self.model.rowCount():
            self.view.choose(self.model.row_of(self._pen.layer))
        self._show_verbs()

    def _show_verbs(self) -> None:
        """Enable what can be done now."""
        layers, layer = self.model.rowCount(), self._pen.layer
        free = self._session.sheet.editable is not None
        self.view.setEnabled(free)
        self.add.setEnabled(free)
        self.remove.setEnabled(free and layers > 1)
        self.up.setEnabled(free and layer < layers - 1)
        self.down.setEnabled(free and 0 < layer < layers)
        facts = self.model.facts(self.model.row_of(layer)) if layer < layers else None
        self.take.setEnabled(free and facts is not None and not facts.locked and bool(self._session.selection.strokes))
        for action in (self.rename, self.hide_or_show, self.lock_or_open):
            action.setEnabled(free and facts is not None)
        if facts is not None:
            self.hide_or_show.setText("&Hide" if facts.visible else "S&how")
            self.lock_or_open.setText("&Open to changes" if facts.locked else "&Lock")

    def _hide_or_show(self, row: int) -> None:
        self._editing.layers.show(self.model.layer_of(row), not self.model.facts(row).visible)

    def _lock_or_open(self, row: int) -> None:
        self._editing.layers.lock(self.model.layer_of(row), not self.model.facts(row).locked)

    def _add(self) -> None:
        """An empty layer above the chosen one, which is then drawn on."""
        names = {self.model.facts(row).name for row in range(self.model.rowCount())}
        number = next(n for n in range(len(names) + 1, 2 * len(names) + 2) if f"Layer {n}" not in names)
        at = min(self._pen.layer + 1, self.model.rowCount())
        self._editing.layers.add(f"Layer {number}", at)
        self._pen.set_layer(at)

    def _show_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.addActions([self.rename, self.hide_or_show, self.lock_or_open, self.take])
        menu.addSeparator()
        menu.addActions([self.add, self.up, self.down, self.remove])
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.view.viewport().mapToGlobal(at))

    def _action(self, text: str, icon: str, tooltip: str) -> QAction:
        action = QAction(text, self)
        action.setToolTip(tooltip)
        if icon:
            dress(action, icon)
        return action
