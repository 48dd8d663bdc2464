"""A combo box with an arrow from the icons of the program."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent, QPalette, QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter

from taureau.ui.widgets.icons import SIZE, pixmap
from taureau.ui.widgets.theme import GRID

_NAME = Qt.ItemDataRole.UserRole + 1


class DropDown(QComboBox):
    """Closed, it shows the name of the current item without its remark; the wheel scrolls the panel around it."""

    def __init__(self, name: str, tooltip: str) -> None:
        super().__init__()
        self._shown: str | None = None
        self.setAccessibleName(name)
        self.view().setAccessibleName(name)
        self.setToolTip(tooltip)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def show_as(self, name: str | None) -> None:
        """Show `name` while it is closed; None: the name of the current item."""
        self._shown = name
        self.update()

    def set_item(self, index: int, name: str, remark: str = "") -> None:
        self.setItemText(index, f"{name} ({remark})" if remark else name)
        self.setItemData(index, name, _NAME)

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        option.currentText = self._shown or str(self.currentData(_NAME))
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        color = self.palette().color(QPalette.ColorRole.ButtonText).name()
        arrow = pixmap("chevron-down", color, SIZE, self.devicePixelRatioF())
        painter.drawPixmap(self.width() - SIZE - GRID, (self.height() - SIZE) // 2, arrow)
        painter.end()
