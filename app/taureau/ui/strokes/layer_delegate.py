"""The item delegate of the layer list: an eye, a lock, the name, and the number of strokes."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from taureau.session.language import tr
from taureau.ui.strokes.layer_model import LayerModel, LayerRow
from taureau.ui.widgets.icons import SIZE, pixmap
from taureau.ui.widgets.theme import GRID, LIGHT, Theme

HEIGHT = 4 * GRID
_ZONE = SIZE + GRID  # width of the eye and of the lock, px
_EDGE = 3  # px, width of the mark on the current layer
_Index = QModelIndex | QPersistentModelIndex


def eye_zone(row: QRect) -> QRect:
    return QRect(row.left() + GRID, row.top(), _ZONE, row.height())


def lock_zone(row: QRect) -> QRect:
    return eye_zone(row).translated(_ZONE, 0)


def name_zone(row: QRect) -> QRect:
    return row.adjusted(GRID + 2 * _ZONE, 0, -5 * GRID, 0)


class LayerDelegate(QStyledItemDelegate):
    """Paints rows, and shows tooltips of their parts."""

    def __init__(self, view: QAbstractItemView, model: LayerModel) -> None:
        super().__init__(view)
        self._model = model
        self.theme: Theme = LIGHT

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(16 * GRID, HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        facts, theme, row = self._model.row(index.row()), self.theme, option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setClipRect(row)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            back = QColor(theme.line)
            back.setAlphaF(1.0 if chosen else 0.5)
            painter.fillRect(row, back)
        if chosen:
            painter.fillRect(QRect(row.left(), row.top(), _EDGE, row.height()), QColor(theme.accent))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(theme.accent), 1))
            painter.drawRect(row.adjusted(0, 0, -1, -1))
        on, off = theme.text, theme.faint
        self._paint_icon(painter, eye_zone(row), "eye" if facts.visible else "eye-off", on if facts.visible else off)
        self._paint_icon(painter, lock_zone(row), "lock" if facts.locked else "lock-open", on if facts.locked else off)
        painter.setPen(QColor(theme.text if facts.visible else theme.muted))
        area = name_zone(row).adjusted(GRID // 2, 0, 0, 0)
        name = painter.fontMetrics().elidedText(facts.name, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, name)
        painter.setPen(QColor(theme.muted))
        painter.drawText(
            row.adjusted(0, 0, -GRID, 0), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, str(facts.count)
        )
        painter.restore()

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: _Index) -> None:
        editor.setGeometry(name_zone(option.rect).adjusted(-GRID // 2, 1, 4 * GRID, -1))

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: _Index
    ) -> bool:
        if not index.isValid():
            return False
        words = _explanation(self._model.row(index.row()), event.pos(), option.rect)
        QToolTip.showText(event.globalPos(), words, view.viewport(), option.rect)
        return True

    def _paint_icon(self, painter: QPainter, zone: QRect, name: str, color: str) -> None:
        corner = zone.center() - QPoint(SIZE // 2 - 1, SIZE // 2 - 1)
        painter.drawPixmap(corner, pixmap(name, color, SIZE, painter.device().devicePixelRatioF()))


def _explanation(facts: LayerRow, at: QPoint, row: QRect) -> str:
    if eye_zone(row).contains(at):
        return tr("Hide this layer (Space)") if facts.visible else tr("Show this layer (Space)")
    if lock_zone(row).contains(at):
        return (
            tr("Open this layer to changes (L)") if facts.locked else tr("Hold everything on this layer as it is (L)")
        )
    verbs = tr("Double-click to rename it (F2), drag it to move it (Alt+Up, Alt+Down)")
    return f"{facts.name}, {facts.contents}. {verbs}."
