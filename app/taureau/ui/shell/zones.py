"""The layout of the window: panels left and right, the canvas or the welcome between them, time at the bottom."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from taureau.ui.widgets.theme import GRID

_WIDTHS = (280, 520, 220)  # px, of left, centre and right in a new window; the centre takes what there is beside


class Zones(QWidget):
    """Lays out the widgets it is given; ZonePresenter decides which are visible.

    A click on whatever is no field gives the keyboard to the canvas, so that arrow keys nudge the selected strokes.
    """

    def __init__(
        self,
        *,
        left: QWidget,
        welcome: QWidget,
        canvas: QWidget,
        keyboard: QWidget,  # within the canvas: what the keys go to
        at_the_foot: QWidget,  # overlaps the lower edge of the canvas
        below: QWidget,  # the view bar
        notices: tuple[QWidget, ...],  # overlap the canvas, which must not move, one below the other
        right: tuple[QWidget, ...],  # one above the other; the last one stretches
        bottom: tuple[QWidget, ...],  # one above the other
    ) -> None:
        super().__init__()
        self._welcome, self._left, self._keyboard = welcome, left, keyboard
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._right_wanted, self._alone = True, False
        self._sheet = QWidget()
        column = _column(self._sheet)
        on_sheet = QGridLayout()
        on_sheet.addWidget(canvas, 0, 0)
        foot = QVBoxLayout()
        foot.setContentsMargins(GRID, GRID, GRID, GRID)
        foot.addStretch(1)
        foot.addWidget(at_the_foot, 0, Qt.AlignmentFlag.AlignHCenter)
        on_sheet.addLayout(foot, 0, 0)
        column.addLayout(on_sheet, 1)
        column.addWidget(below)
        self._pages = QStackedWidget()
        self._pages.addWidget(welcome)
        self._pages.addWidget(self._sheet)
        self.tools = QHBoxLayout()  # of the tool bar, above the canvas
        centre = QWidget()
        layers = QGridLayout()
        layers.addWidget(self._pages, 0, 0)
        above = QVBoxLayout()
        above.setContentsMargins(2 * GRID, GRID, 2 * GRID, 0)
        above.setSpacing(GRID)
        for notice in notices:
            above.addWidget(notice)
        above.addStretch(1)
        layers.addLayout(above, 0, 0)
        column = _column(centre)
        column.addLayout(self.tools)
        column.addLayout(layers, 1)
        self._right = QFrame()
        self._right.setObjectName("panel")
        column = _column(self._right)
        for widget in right[:-1]:
            column.addWidget(widget)
        column.addWidget(right[-1], 1)
        left.setMinimumWidth(_WIDTHS[0])  # the sheet must not move when a panel has more to show
        self._right.setMinimumWidth(max(widget.minimumWidth() for widget in right))  # whichever of them are visible
        self.across = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False, handleWidth=1)
        for widget in (left, centre, self._right):
            self.across.addWidget(widget)
        self.across.setStretchFactor(1, 1)
        self.across.setSizes(_WIDTHS)
        self._bottom = QWidget()
        column = _column(self._bottom)
        for widget in bottom:
            column.addWidget(widget)
        column = _column(self)
        column.addWidget(self.across, 1)
        column.addWidget(self._bottom)

    def show_sheet(self, shown: bool) -> None:
        """Show the canvas, or else the welcome."""
        self._pages.setCurrentWidget(self._sheet if shown else self._welcome)

    def show_right(self, shown: bool) -> None:
        self._right_wanted = shown
        self._right.setVisible(shown and not self._alone)

    def show_panels(self, shown: bool) -> None:
        """Show the panels beside and below the canvas, or the canvas alone."""
        self._alone = not shown
        for zone in (self._left, self._bottom):
            zone.setVisible(shown)
        self.show_right(self._right_wanted)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if self._keyboard.isVisible():
            self._keyboard.setFocus(event.reason())

    def save_state(self) -> QByteArray:
        """Return the widths of the zones."""
        return self.across.saveState()

    def restore_state(self, state: QByteArray) -> None:
        self.across.restoreState(state)


def _column(parent: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(parent)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    return column
