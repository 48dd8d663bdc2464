"""The item model of the layers, topmost first."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from taureau.document import Drawing, Layer, group_count
from taureau.session import counted
from taureau.session.language import tr

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_Role = Qt.ItemDataRole


@dataclass(frozen=True)
class LayerRow:
    """The values that a row shows."""

    name: str
    count: int  # strokes
    groups: int
    visible: bool
    locked: bool

    @property
    def contents(self) -> str:
        """What is on the layer, such as "12 strokes, 2 groups"."""
        groups = (
            ""
            if not self.groups
            else tr(", 1 group")
            if self.groups == 1
            else tr(", {groups} groups", groups=self.groups)
        )
        return f"{counted(self.count)}{groups}"

    @property
    def spoken(self) -> str:
        """The text for a screen reader."""
        state = [self.contents, *(["hidden"] if not self.visible else []), *(["locked"] if self.locked else [])]
        return tr("Layer {name}, {join}", name=self.name, join=", ".join(state))


class LayerModel(QAbstractListModel):
    """Row 0 is the topmost layer, the last of the drawing."""

    renamed = Signal(int, str)  # layer, name

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: list[LayerRow] = []

    def set_drawing(self, drawing: Drawing | None) -> None:
        layers = drawing.layers if drawing else ()
        rows = [_row(layer) for layer in reversed(layers)]
        if len(rows) != len(self._rows):
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
        elif rows != self._rows:
            self._rows = rows
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))

    def row_of(self, layer: int) -> int:
        return len(self._rows) - 1 - layer

    def layer_of(self, row: int) -> int:
        return len(self._rows) - 1 - row

    def row(self, row: int) -> LayerRow:
        return self._rows[row]

    # QAbstractListModel.

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> str | None:
        row = self._rows[index.row()]
        if role in (_Role.DisplayRole, _Role.EditRole):
            return row.name
        return row.spoken if role == _Role.AccessibleTextRole else None

    def setData(self, index: _Index, value: object, role: int = _Role.EditRole) -> bool:
        name = str(value).strip()
        if role != _Role.EditRole or not name or name == self._rows[index.row()].name:
            return False
        self.renamed.emit(self.layer_of(index.row()), name)
        return True


def _row(layer: Layer) -> LayerRow:
    return LayerRow(layer.name, len(layer.strokes), group_count(layer.strokes), layer.visible, layer.locked)
