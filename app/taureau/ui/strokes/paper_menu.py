"""The menu of paper colours."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QAction, QActionGroup, QColor, QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from taureau.document import CHALK, INK, PAPERS, WARM_WHITE, is_dark
from taureau.session import Editing, Session
from taureau.session.language import tr
from taureau.ui.strokes.color_picker import color_dialog
from taureau.ui.widgets.icons import SIZE
from taureau.ui.widgets.parts import tool_button
from taureau.wording import tr_noop

_EXPLANATION = tr_noop("The colour of the paper, which is kept with the drawing")


class PaperMenu(QMenu):
    """The standard papers, and any other colour."""

    def __init__(self, session: Session, editing: Editing, window: QWidget) -> None:
        super().__init__(tr("&Paper"), window)
        self._session, self._editing, self._window = session, editing, window
        self.setToolTipsVisible(True)
        self._group = QActionGroup(self)
        self.papers: dict[str | None, QAction] = {}
        for name, color in PAPERS:
            action = self._add(tr(name), color)
            action.triggered.connect(lambda _=False, name=name, color=color: editing.set_paper(color, tr(name)))
            self.papers[color] = action
        self.addSeparator()
        self.other = self._add(tr("Another colour…"), None)
        self.other.triggered.connect(self._show_dialog)
        session.sheet.changed.connect(self.show_paper)
        session.run.changed.connect(self.show_paper)
        self.show_paper()

    def button(self) -> QToolButton:
        made = tool_button(icon="sticky-note", tooltip=tr(_EXPLANATION), spoken=tr("Paper"))
        made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        made.setMenu(self)
        return made

    def show_paper(self) -> None:
        """Check the paper in use; disable the menu without a drawing or during a run."""
        drawing = self._session.sheet.shown
        paper = drawing.paper if drawing else None
        self.papers.get(paper, self.other).setChecked(True)
        self.other.setIcon(_paper_icon(paper if paper and paper not in self.papers else None))
        self.setEnabled(drawing is not None and not self._session.run.active)

    def _show_dialog(self) -> None:
        self.show_paper()  # checking the action is undone until a colour is chosen
        drawing = self._session.sheet.shown
        paper = (drawing.paper if drawing else None) or WARM_WHITE
        dialog = color_dialog(self._window, tr("Colour of the paper"), paper)
        dialog.colorSelected.connect(lambda color: self._editing.set_paper(color.name(), color.name()))
        dialog.show()

    def _add(self, name: str, color: str | None) -> QAction:
        action = self.addAction(_paper_icon(color or WARM_WHITE), name)
        action.setCheckable(True)
        self._group.addAction(action)
        return action


def _paper_icon(color: str | None) -> QIcon:
    """Return an icon of paper of this colour (None: an outline), with a tick in the checked state."""
    icon = QIcon()
    for state in (QIcon.State.Off, QIcon.State.On):
        image = QPixmap(2 * SIZE, 2 * SIZE)
        image.fill(Qt.GlobalColor.transparent)
        image.setDevicePixelRatio(2)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor("#8a8880"), 1))
        if color is not None:
            painter.setBrush(QColor(color))
        painter.drawRoundedRect(QRectF(1.5, 1.5, SIZE - 3, SIZE - 3), 2, 2)
        if state is QIcon.State.On:
            painter.setPen(QPen(QColor(CHALK if is_dark(color) else INK), 1.5))
            painter.drawPolyline([QPointF(4.5, 8.5), QPointF(7, 11), QPointF(11.5, 5.5)])
        painter.end()
        icon.addPixmap(image, QIcon.Mode.Normal, state)
    return icon
