"""Dragging the drawing, or the selected strokes, into other programs."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDrag, QMouseEvent, QPixmap
from PySide6.QtWidgets import QApplication, QToolButton, QWidget

from taureau.document import DocumentError
from taureau.session import Message, Session
from taureau.session.edit.transfer import offered, only, picture, with_file
from taureau.session.language import tr
from taureau.ui.canvas.canvas import Canvas
from taureau.ui.canvas.tool import Gesture, Pointer
from taureau.ui.widgets.icons import set_icon

_PREVIEW = 160  # px


class DragOut(Gesture):
    """A drag that leaves the window; a press without a drag is nothing."""

    def __init__(self, canvas: Canvas, session: Session, at: Pointer) -> None:
        self._canvas, self._session, self._from = canvas, session, at
        self._begun = False

    def move(self, at: Pointer) -> None:
        if not self._begun and at.is_drag_from(self._from):
            self._begun = True
            drag_out(self._canvas, self._session)
            self._canvas.input.cancel()  # the release went to where it was dropped


class DragOutButton(QToolButton):
    """Is dragged rather than pressed."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._pressed: QPoint | None = None
        self.setAccessibleName(tr("Drag into another program"))
        self.setToolTip(
            tr("Drag this into another program: the selected strokes, or else the drawing, as SVG and picture")
        )
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        set_icon(self, "square-arrow-out-up-right")
        session.sheet.changed.connect(self._update_enabled)
        self._update_enabled()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        start = self._pressed
        if start is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        if (event.position().toPoint() - start).manhattanLength() >= QApplication.startDragDistance():
            self._pressed = None
            self.setDown(False)
            drag_out(self, self._session)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed = None
        super().mouseReleaseEvent(event)

    def _update_enabled(self) -> None:
        self.setEnabled(self._session.sheet.shown is not None)


def drag_out(source: QWidget, session: Session) -> None:
    """Drag the selected strokes, or the whole drawing, until the button is released."""
    drawing, indices = session.sheet.shown, session.selection.marked.selected
    if drawing is None:
        return
    chosen = only(drawing, indices or range(drawing.stroke_count))
    try:
        data = with_file(offered(chosen), chosen, Path(session.file.name).stem)
    except DocumentError as error:
        session.notified.emit(Message(str(error)))
        return
    drag = QDrag(source)
    drag.setMimeData(data)
    preview = picture(chosen, _PREVIEW)
    if not preview.isNull():
        drag.setPixmap(QPixmap.fromImage(preview))
        drag.setHotSpot(preview.rect().center())
    drag.exec(Qt.DropAction.CopyAction)
