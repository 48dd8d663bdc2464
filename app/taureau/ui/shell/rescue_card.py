"""The recovery card: drawings that a crash left unsaved, each to be restored or discarded."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QDateTime, QLocale, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from taureau.document import Drawing
from taureau.session import Rescued, counted
from taureau.session.language import tr
from taureau.ui.canvas.stroke_painting import paint_stroke
from taureau.ui.widgets.parts import label, push_button, tool_button
from taureau.ui.widgets.theme import GRID, LIGHT, Theme

_PICTURE = QSize(12 * GRID, 9 * GRID)
_LONGEST = 36  # characters of a name
_MOST_SHOWN = 3  # offers at once; more are scrolled to


class RescueCard(QFrame):
    """Hidden while there is nothing to offer."""

    restore_asked = Signal(object)  # Rescued
    discard_asked = Signal(object)  # Rescued
    put_off = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rescueCard")
        self._theme = LIGHT
        self._title = label("", "stage")
        self._title.setWordWrap(True)
        later = tool_button(icon="x", tooltip=tr("Not now: they are offered again at the next start"))
        later.clicked.connect(self.put_off)
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        top.addWidget(later, 0, Qt.AlignmentFlag.AlignTop)
        self._scroll = QScrollArea(widgetResizable=True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Tab goes through its buttons
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, GRID, GRID, GRID)
        column.setSpacing(GRID)
        column.addLayout(top)
        column.addWidget(self._scroll)
        self.hide()

    def show_offers(self, offers: Sequence[Rescued]) -> None:
        what = (
            tr("a drawing that was not saved. It was")
            if len(offers) == 1
            else tr("drawings that were not saved. They were")
        )
        self._title.setText(tr("Taureau ended unexpectedly with {what} kept.", what=what))
        rows = QWidget()
        column = QVBoxLayout(rows)
        column.setContentsMargins(0, 0, GRID, 0)
        column.setSpacing(GRID)
        for rescued in offers:
            column.addLayout(self._row(rescued))
        self._scroll.setWidget(rows)  # deletes the previous rows
        shown = min(len(offers), _MOST_SHOWN)
        self._scroll.setFixedHeight(shown * _PICTURE.height() + max(0, shown - 1) * GRID)
        self.setAccessibleName(self._title.text())
        self.setVisible(bool(offers))

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for picture in self.findChildren(_Picture):
            picture.set_theme(theme)

    def _row(self, rescued: Rescued) -> QHBoxLayout:
        picture = _Picture(rescued.shown, self._theme)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        where = str(rescued.opened.path or tr("{name}, not in a file yet", name=rescued.name))
        name = label(_short(rescued.name), tooltip=where)
        name.setTextFormat(Qt.TextFormat.PlainText)
        words.addWidget(name)
        about = f"{counted(rescued.shown.line_count)}, {_time_text(rescued.when)}"
        words.addWidget(label(tr("{about}, while it was drawn", about=about) if rescued.running else about, "muted"))
        words.addStretch(1)
        restore = push_button(tr("Restore"), tooltip=tr("Open it as it was, unsaved"))
        restore.setAccessibleName(tr("Restore {name}", name=rescued.name))
        restore.clicked.connect(lambda: self.restore_asked.emit(rescued))
        discard = push_button(
            tr("Discard"), "quiet", tooltip=tr("Discard it; it can be restored until the window closes")
        )
        discard.setAccessibleName(tr("Discard {name}", name=rescued.name))
        discard.clicked.connect(lambda: self.discard_asked.emit(rescued))
        row = QHBoxLayout()
        row.setSpacing(2 * GRID)
        row.addWidget(picture)
        row.addLayout(words, 1)
        row.addWidget(restore)
        row.addWidget(discard)
        return row


class _Picture(QLabel):
    """The drawing on its paper."""

    def __init__(self, drawing: Drawing, theme: Theme) -> None:
        super().__init__()
        self._drawing, self._theme = drawing, theme
        self.setFixedSize(_PICTURE)
        self.setAccessibleName(tr("Picture of the drawing"))

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        drawing = self._drawing
        room = QRectF(self.rect()).adjusted(4, 4, -4, -4)
        scale = min(room.width() / drawing.width, room.height() / drawing.height)
        sheet = QRectF(0, 0, drawing.width * scale, drawing.height * scale)
        sheet.moveCenter(room.center())
        painter = QPainter(self)
        painter.setPen(QColor(self._theme.edge))  # else the paper would not be visible on a light card
        painter.setBrush(QColor(drawing.paper or self._theme.paper))
        painter.drawRect(sheet.toRect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(sheet.topLeft())
        painter.scale(scale, scale)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for layer in drawing.layers:
            for stroke in layer.strokes if layer.visible else ():
                paint_stroke(painter, stroke)
        painter.end()


def _short(name: str) -> str:
    """Elide the middle of a long name."""
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST // 2]} … {name[-_LONGEST // 2 :]}"


def _time_text(when: datetime) -> str:
    """Return the time of day, with the date unless it is today."""
    moment = QDateTime.fromSecsSinceEpoch(int(when.timestamp()))
    time = QLocale().toString(moment.time(), QLocale.FormatType.ShortFormat)
    if when.date() == datetime.now().date():
        return tr("today at {time}", time=time)
    return tr(
        "{toString} at {time}", toString=QLocale().toString(moment.date(), QLocale.FormatType.ShortFormat), time=time
    )
