"""The list view of the layers: clicks on eyes and locks, dragged rows, keys."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QApplication, QFrame, QListView, QWidget

from taureau.session.language import tr
from taureau.ui.strokes.layer_delegate import HEIGHT, LayerDelegate, eye_zone, lock_zone, name_zone
from taureau.ui.strokes.layer_model import LayerModel
from taureau.ui.widgets.theme import Theme

_MAX_ROWS = 5  # visible without scrolling
_OWN_KEYS = (Qt.Key.Key_Space, Qt.Key.Key_L, Qt.Key.Key_F2)  # shortcuts elsewhere in the window
_PLAIN = Qt.KeyboardModifier.NoModifier
_LEFT = Qt.MouseButton.LeftButton


class LayerView(QListView):
    """Emits what the user asks for; changes neither model nor drawing."""

    row_chosen = Signal(int)
    eye_clicked = Signal(int)
    lock_clicked = Signal(int)
    row_moved = Signal(int, int)  # from, to

    def __init__(self, model: LayerModel) -> None:
        super().__init__()
        self.setAccessibleName(tr("Layers"))
        self.setAccessibleDescription(tr("Topmost first. Space hides, L locks, F2 renames, Alt with an arrow moves."))
        self._layers = model
        self._pressed: QPoint | None = None  # start of a drag
        self._before: QWidget | None = None  # what had the focus before a name is edited, or a row dragged
        self._gap: int | None = None  # index of the row above which the drag would drop
        self.setModel(model)
        self.row = LayerDelegate(self, model)
        self.setItemDelegate(self.row)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        model.modelReset.connect(self._fit)
        self.selectionModel().currentChanged.connect(self._current_changed)
        self._fit()

    def set_theme(self, theme: Theme) -> None:
        self.row.theme = theme
        self.viewport().update()

    def set_current_row(self, row: int) -> None:
        if row != self.currentIndex().row():
            self.setCurrentIndex(self._layers.index(row))

    def _current_changed(self) -> None:
        if self.currentIndex().isValid():
            self.row_chosen.emit(self.currentIndex().row())

    def _fit(self) -> None:
        self.setFixedHeight(HEIGHT * max(1, min(_MAX_ROWS, self._layers.rowCount())))

    # Keyboard.

    def edit(self, index: QModelIndex | QPersistentModelIndex, *how: Any) -> Any:
        before = QApplication.focusWidget()
        opened: Any = super().edit(index, *how)
        if opened and before is not QApplication.focusWidget():
            self._before = before
        return opened

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Give the focus back to what had it, so that arrow keys nudge strokes as they did before."""
        had_focus = editor.hasFocus()
        super().closeEditor(editor, hint)
        if had_focus:
            self._give_focus_back()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._is_own_key(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row, key = self.currentIndex().row(), event.key()
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._move(row, row + (1 if key == Qt.Key.Key_Down else -1))
        elif event.modifiers() == _PLAIN and key == Qt.Key.Key_Space and row >= 0:
            self.eye_clicked.emit(row)
        elif event.modifiers() == _PLAIN and key == Qt.Key.Key_L and row >= 0:
            self.lock_clicked.emit(row)
        elif key == Qt.Key.Key_Escape and self._gap is not None:
            self._end_drag()
        else:
            super().keyPressEvent(event)

    def _is_own_key(self, event: QKeyEvent) -> bool:
        moving = event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down)
        dropping = event.key() == Qt.Key.Key_Escape and self._gap is not None
        return bool(moving) or dropping or (event.modifiers() == _PLAIN and event.key() in _OWN_KEYS)

    # Mouse.

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        row, at = self.visualRect(index), event.position().toPoint()
        if event.button() == _LEFT and index.isValid() and eye_zone(row).contains(at):
            self.eye_clicked.emit(index.row())
        elif event.button() == _LEFT and index.isValid() and lock_zone(row).contains(at):
            self.lock_clicked.emit(index.row())
        else:
            super().mousePressEvent(event)
            self._pressed = at if event.button() == _LEFT and index.isValid() else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if self._pressed is None:
            super().mouseMoveEvent(event)
        elif self._gap is not None or (at - self._pressed).manhattanLength() >= QApplication.startDragDistance():
            if self._gap is None:
                self._before = QApplication.focusWidget()
                self.setFocus()  # for Esc
            top = self.visualRect(self._layers.index(0)).top()
            self._gap = max(0, min(self._layers.rowCount(), round((at.y() - top) / HEIGHT)))
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        row, gap = self.currentIndex().row(), self._gap
        self._end_drag()
        if gap is None:
            super().mouseReleaseEvent(event)
        else:
            self._move(row, gap if gap <= row else gap - 1)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and name_zone(self.visualRect(index)).contains(event.position().toPoint()):
            super().mouseDoubleClickEvent(event)
        else:
            self.mousePressEvent(event)  # the second of two clicks on an eye or lock

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._gap is not None:
            y = self.visualRect(self._layers.index(0)).top() + self._gap * HEIGHT
            y = max(1, min(self.viewport().height() - 1, y))
            painter = QPainter(self.viewport())
            painter.setPen(QPen(QColor(self.row.theme.accent), 2))
            painter.drawLine(0, y, self.viewport().width(), y)
            painter.end()

    def _move(self, row: int, to: int) -> None:
        if row >= 0 and 0 <= to < self._layers.rowCount() and to != row:
            self.row_moved.emit(row, to)

    def _give_focus_back(self) -> None:
        before, self._before = self._before, None
        if before is not None:
            before.setFocus()

    def _end_drag(self) -> None:
        if self._gap is not None:
            self._give_focus_back()
        self._pressed = self._gap = None
        self.unsetCursor()
        self.viewport().update()
