"""One row of the queue: a small picture, name and settings, state, and a hairline for its progress."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from taureau.session.gallery.thumbnails import Thumbnails
from taureau.session.queue.pictures import picture_key
from taureau.store.jobs import JobRecord
from taureau.ui.queue.job_model import PROGRESS, RECORD, SETTINGS, STATE
from taureau.ui.widgets.icons import pixmap
from taureau.ui.widgets.theme import GRID, LIGHT, Theme

SIDE = 6 * GRID  # px of the picture
ROW = SIDE + 2 * GRID  # px
_NAMES = 0.55  # of the row's width, which name and settings take
_ICONS = {
    "waiting": "circle-dashed",
    "running": "pencil",
    "done": "check",
    "failed": "triangle-alert",
    "cancelled": "x",
}
_ICON = 2 * GRID
_BAR = 2  # px


class JobDelegate(QStyledItemDelegate):
    def __init__(self, thumbnails: Thumbnails, parent: QWidget) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails
        self.theme: Theme = LIGHT
        self._font = parent.font()
        self._small = QFont(self._font)
        self._small.setPixelSize(11)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(20 * GRID, ROW)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        record: JobRecord = index.data(RECORD)
        theme, rect = self.theme, QRect(option.rect)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(rect)  # a long reason is in the tooltip
        if selected:
            painter.fillRect(rect, QColor(theme.line))
        if selected and option.state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(QRect(rect.topLeft(), QSize(3, rect.height())), QColor(theme.accent))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(theme.line))
        picture = QRect(rect.left() + 2 * GRID, rect.top() + GRID, SIDE, SIDE)
        self._paint_picture(painter, picture, record)
        left = picture.right() + 2 * GRID
        names = QRect(left, rect.top(), round((rect.width() - left) * _NAMES), rect.height())
        quiet = theme.faint if record.state == "cancelled" else theme.text
        self._paint_line(painter, names, record.name, quiet, upper=True)
        self._paint_line(painter, names, index.data(SETTINGS), theme.muted, upper=False)
        state = QRect(names.right() + 2 * GRID, rect.top(), rect.right() - names.right() - 4 * GRID, rect.height())
        self._paint_state(painter, state, record, index.data(STATE))
        progress = index.data(PROGRESS)
        if progress is not None:
            whole = rect.width() - left - 2 * GRID
            line = QRect(left, rect.bottom() - _BAR + 1, whole, _BAR)
            painter.fillRect(line, QColor(theme.edge))
            painter.fillRect(QRect(line.topLeft(), QSize(round(whole * progress), _BAR)), QColor(theme.accent))
        painter.restore()

    def _paint_picture(self, painter: QPainter, room: QRect, record: JobRecord) -> None:
        painter.fillRect(room, QColor(self.theme.paper))
        picture = self._thumbnails.picture(picture_key(record))
        if picture is None:
            return
        scale = painter.device().devicePixelRatioF()
        if picture.isNull():  # a prompt, or a file that cannot be read
            mark = QRect(QPoint(0, 0), QSize(_ICON, _ICON))
            mark.moveCenter(room.center())
            painter.drawPixmap(mark, pixmap("spline", self.theme.quiet, _ICON, scale))
            return
        place = QRect(QPoint(0, 0), _size(picture, scale).scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio))
        place.moveCenter(room.center())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(place, picture)

    def _paint_line(self, painter: QPainter, room: QRect, text: str, color: str, *, upper: bool) -> None:
        middle = room.center().y()
        line = QRect(room.left(), middle - 18 if upper else middle + 2, room.width(), 18)
        painter.setPen(QColor(color))
        painter.setFont(self._font if upper else self._small)
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, line.width())
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)

    def _paint_state(self, painter: QPainter, room: QRect, record: JobRecord, text: str) -> None:
        theme = self.theme
        color = {"failed": theme.error, "running": theme.accent}.get(record.state, theme.muted)
        icon = QRect(room.left(), room.center().y() - _ICON // 2, _ICON, _ICON)
        painter.drawPixmap(icon, pixmap(_ICONS[record.state], color, _ICON, painter.device().devicePixelRatioF()))
        line = room.adjusted(_ICON + GRID, 0, 0, 0)
        painter.setPen(QColor(theme.error if record.state == "failed" else theme.muted))
        painter.setFont(self._small)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(line, flags, text)


def _size(picture: QImage, scale: float) -> QSize:
    return QSize(round(picture.width() / scale), round(picture.height() / scale))
