"""One tile of the gallery: the drawing on its paper, its name, and when it was made."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QImage, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from taureau.session.gallery.thumbnails import Thumbnails
from taureau.store.search import Summary
from taureau.ui.gallery.entry_model import ENTRY
from taureau.ui.gallery.entry_texts import about
from taureau.ui.widgets.icons import pixmap
from taureau.ui.widgets.theme import GRID, LIGHT, Theme

SIDE = 20 * GRID  # px of the paper
_GAP = GRID  # px around it
_WORDS = 5 * GRID  # px below it, for two lines
_SIGN = 18  # px of the star
CELL = QSize(SIDE + 2 * _GAP, SIDE + _WORDS + 2 * _GAP)
_STATE = QStyle.StateFlag


class EntryDelegate(QStyledItemDelegate):
    """Paints a tile; a click on its star marks it."""

    star_clicked = Signal(object)  # Summary

    def __init__(self, thumbnails: Thumbnails, parent: QWidget) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails
        self.theme: Theme = LIGHT
        self.cell = CELL  # as large as the view makes it
        self._small = QFont(parent.font())
        self._small.setPixelSize(11)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return self.cell

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        entry: Summary = index.data(ENTRY)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        paper = _paper(rect)
        selected, over = bool(state & _STATE.State_Selected), bool(state & _STATE.State_MouseOver)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = QColor(self.theme.accent if selected else self.theme.muted if over else self.theme.edge)
        painter.setPen(QPen(edge, 2 if selected else 1))
        painter.setBrush(QColor(self.theme.paper))
        painter.drawRoundedRect(paper, GRID / 2, GRID / 2)
        if state & _STATE.State_HasFocus and option.state & _STATE.State_KeyboardFocusChange:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(self.theme.accent), 1, Qt.PenStyle.DotLine))
            painter.drawRoundedRect(paper.adjusted(-3, -3, 3, 3), GRID * 0.75, GRID * 0.75)
        self._paint_picture(painter, paper.adjusted(GRID // 2, GRID // 2, -GRID // 2, -GRID // 2), entry)
        self._paint_signs(painter, paper, entry, over or selected)
        self._paint_words(painter, rect, entry)
        painter.restore()

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """Take a click on the star, so that it does not select the tile."""
        if isinstance(event, QMouseEvent) and event.button() == Qt.MouseButton.LeftButton:
            star = self.star_rect(option.rect)
            if star.contains(event.position().toPoint()):
                if event.type() == QEvent.Type.MouseButtonRelease:
                    self.star_clicked.emit(index.data(ENTRY))
                return True
        return super().editorEvent(event, model, option, index)

    @staticmethod
    def star_rect(cell: QRect) -> QRect:
        """Return where the star of a tile is."""
        return _star(_paper(cell))

    def _paint_picture(self, painter: QPainter, room: QRect, entry: Summary) -> None:
        if entry.strokes == 0 and entry.outcome == "failed":
            self._paint_icon(painter, "triangle-alert", self.theme.quiet, _centred(QSize(32, 32), room))
            return
        picture = self._thumbnails.picture(entry.id)
        if picture is None or picture.isNull():
            return
        painter.drawImage(_centred(_size(picture, painter.device().devicePixelRatioF()), room), picture)

    def _paint_signs(self, painter: QPainter, paper: QRect, entry: Summary, active: bool) -> None:
        star = _star(paper)
        if entry.favourite or active:
            name, color = ("star-full", self.theme.mark) if entry.favourite else ("star", self.theme.quiet)
            self._paint_icon(painter, name, color, star)
        if entry.noted:
            self._paint_icon(painter, "sticky-note", self.theme.quiet, star.translated(0, _SIGN + 6))

    def _paint_icon(self, painter: QPainter, name: str, color: str, place: QRect) -> None:
        scale = painter.device().devicePixelRatioF()
        painter.drawPixmap(place, pixmap(name, color, place.width(), scale))

    def _paint_words(self, painter: QPainter, rect: QRect, entry: Summary) -> None:
        line = QRect(_paper(rect).left(), _paper(rect).bottom() + GRID // 2, SIDE, 18)
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
        elide = Qt.TextElideMode.ElideRight
        painter.setPen(QColor(self.theme.text))
        painter.drawText(line, flags, painter.fontMetrics().elidedText(entry.name, elide, line.width()))
        painter.setPen(QColor(self.theme.error if entry.outcome == "failed" else self.theme.muted))
        painter.setFont(self._small)
        text = painter.fontMetrics().elidedText(about(entry), elide, line.width())
        painter.drawText(line.translated(0, 17), flags, text)


def _paper(cell: QRect) -> QRect:
    return QRect(cell.left() + (cell.width() - SIDE) // 2, cell.top() + _GAP, SIDE, SIDE)


def _size(picture: QImage, scale: float) -> QSize:
    return QSize(round(picture.width() / scale), round(picture.height() / scale))


def _centred(size: QSize, room: QRect) -> QRect:
    place = QRect(QPoint(0, 0), size)
    place.moveCenter(room.center())
    return place


def _star(paper: QRect) -> QRect:
    return QRect(paper.topRight() - QPoint(_SIGN + 5, -6), QSize(_SIGN, _SIGN))
