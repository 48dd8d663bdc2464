"""The list of layers with the buttons that edit it."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from taureau.session import Editing, Pen, Session
from taureau.session.language import tr
from taureau.ui.strokes.layer_model import LayerModel
from taureau.ui.strokes.layer_view import LayerView
from taureau.ui.widgets.icons import set_icon
from taureau.ui.widgets.parts import action_button
from taureau.ui.widgets.theme import GRID, Theme


class LayerPanel(QWidget):
    """The current layer is the one that the pen draws on."""

    def __init__(self, session: Session, editing: Editing, pen: Pen) -> None:
        super().__init__()
        self._session, self._editing, self._pen = session, editing, pen
        self.model = LayerModel(self)
        self.view = LayerView(self.model)
        self.add = self._action(tr("&Add a layer"), "plus", tr("Add an empty layer above this one"))
        self.remove = self._action(tr("&Remove the layer"), "trash-2", tr("Remove this layer with its strokes"))
        self.up = self._action(tr("Move the layer &up"), "arrow-up", tr("Draw this layer later (Alt+Up)"))
        self.down = self._action(tr("Move the layer &down"), "arrow-down", tr("Draw this layer earlier (Alt+Down)"))
        self.move_here = self._action(
            tr("&Bring the selected strokes here"), "corner-down-right", tr("Move the selected strokes to this layer")
        )
        self.rename = self._action(tr("Re&name"), "", "")
        self.another = self._action(tr("Draw &another"), "dices", "")
        for action, keys in ((self.up, "Alt+Up"), (self.down, "Alt+Down"), (self.rename, "F2")):
            action.setShortcut(keys)
            self.addAction(action)  # while the panel is visible
        self.toggle_visible = self._action(tr("&Hide"), "", "")
        self.toggle_lock = self._action(tr("&Lock"), "", "")
        row = QHBoxLayout()
        row.setSpacing(GRID // 2)
        for action in (self.add, self.remove, self.up, self.down):
            row.addWidget(action_button(action))
        row.addStretch(1)
        self._another_button = action_button(self.another)
        row.addWidget(self._another_button)
        row.addWidget(action_button(self.move_here))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addWidget(self.view)
        column.addLayout(row)
        self._connect()
        self.show_layers()

    def _connect(self) -> None:
        editing, view, model = self._editing, self.view, self.model
        view.row_chosen.connect(lambda row: self._pen.set_layer(model.layer_of(row)))
        view.eye_clicked.connect(self._toggle_visible)
        view.lock_clicked.connect(self._toggle_lock)
        view.row_moved.connect(lambda row, to: editing.layers.move(model.layer_of(row), model.layer_of(to)))
        view.customContextMenuRequested.connect(self._show_menu)
        model.renamed.connect(editing.layers.rename)
        self.add.triggered.connect(self._add)
        self.remove.triggered.connect(lambda: editing.layers.remove(self._pen.layer))
        self.up.triggered.connect(lambda: editing.layers.move(self._pen.layer, self._pen.layer + 1))
        self.down.triggered.connect(lambda: editing.layers.move(self._pen.layer, self._pen.layer - 1))
        self.move_here.triggered.connect(lambda: editing.layers.take_selected(self._pen.layer))
        self.rename.triggered.connect(lambda: view.edit(view.currentIndex()))
        self.toggle_visible.triggered.connect(lambda: self._toggle_visible(model.row_of(self._pen.layer)))
        self.toggle_lock.triggered.connect(lambda: self._toggle_lock(model.row_of(self._pen.layer)))
        self.another.triggered.connect(lambda: editing.things.draw_another(self._pen.layer))
        editing.things.changed.connect(self._update_enabled)
        self._session.sheet.changed.connect(self.show_layers)
        self._session.selection.changed.connect(self._update_enabled)
        self._pen.changed.connect(self._show_current)

    def set_theme(self, theme: Theme) -> None:
        self.view.set_theme(theme)

    def show_layers(self) -> None:
        self.model.set_drawing(self._session.sheet.shown)
        self._show_current()

    def _show_current(self) -> None:
        if self.model.rowCount():
            self.view.set_current_row(self.model.row_of(self._pen.layer))
        self._update_enabled()

    def _update_enabled(self) -> None:
        layers, layer = self.model.rowCount(), self._pen.layer
        editable = self._session.sheet.editable is not None
        self.view.setEnabled(editable)
        self.add.setEnabled(editable)
        self.remove.setEnabled(editable and layers > 1)
        self.up.setEnabled(editable and layer < layers - 1)
        self.down.setEnabled(editable and 0 < layer < layers)
        row = self.model.row(self.model.row_of(layer)) if layer < layers else None
        accepts = editable and row is not None and not row.locked
        self.move_here.setEnabled(accepts and bool(self._session.selection.strokes))
        for action in (self.rename, self.toggle_visible, self.toggle_lock):
            action.setEnabled(editable and row is not None)
        if row is not None:
            self.toggle_visible.setText(tr("&Hide") if row.visible else tr("S&how"))
            self.toggle_lock.setText(tr("&Open to changes") if row.locked else tr("&Lock"))

        self._update_another(layer)

    def _update_another(self, layer: int) -> None:
        things = self._editing.things
        thing = things.name(layer)
        self.another.setText(
            tr("&Another {replace}", replace=thing.replace("&", "&&")) if thing else tr("Draw &another")
        )
        self.another.setToolTip(
            tr("Draw the {thing} differently, in its place", thing=thing) if thing else tr("Choose a thing's layer")
        )
        self.another.setVisible(things.has_things)
        self.another.setEnabled(things.can_draw_another(layer))
        self._another_button.setAccessibleName(self.another.text().replace("&", ""))

    def _toggle_visible(self, row: int) -> None:
        self._editing.layers.show(self.model.layer_of(row), not self.model.row(row).visible)

    def _toggle_lock(self, row: int) -> None:
        self._editing.layers.lock(self.model.layer_of(row), not self.model.row(row).locked)

    def _add(self) -> None:
        """Add an empty layer above the current one and make it current."""
        names = {self.model.row(row).name for row in range(self.model.rowCount())}
        number = next(
            n for n in range(len(names) + 1, 2 * len(names) + 2) if tr("Layer {number}", number=n) not in names
        )
        at = min(self._pen.layer + 1, self.model.rowCount())
        self._editing.layers.add(tr("Layer {number}", number=number), at)
        self._pen.set_layer(at)

    def _show_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.addActions([self.rename, self.toggle_visible, self.toggle_lock, self.move_here])
        if self.another.isVisible():
            menu.addSeparator()
            menu.addAction(self.another)
        menu.addSeparator()
        menu.addActions([self.add, self.up, self.down, self.remove])
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.view.viewport().mapToGlobal(at))

    def _action(self, text: str, icon: str, tooltip: str) -> QAction:
        action = QAction(text, self)
        action.setToolTip(tooltip)
        if icon:
            set_icon(action, icon)
        return action
