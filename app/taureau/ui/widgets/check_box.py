"""A check box in the colours of the theme."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QCheckBox, QStyle, QStyleOptionButton

from taureau.ui.widgets.icons import pixmap

_SIDE = 16.0  # px
_RADIUS = 4.0  # px, of the corners
_TICK = 12  # px
_SPACING = 4  # px between box and text, beyond that of Fusion


class CheckBox(QCheckBox):
    """Painted here: Fusion's box is hardly visible on dark, and style sheets need the tick as a file."""

    def __init__(self, text: str, tooltip: str = "") -> None:
        super().__init__(text)
        self.setToolTip(tooltip)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def sizeHint(self) -> QSize:
        return super().sizeHint() + QSize(_SPACING, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        style, colors = self.style(), self.palette()
        group = QPalette.ColorGroup.Active if self.isEnabled() else QPalette.ColorGroup.Disabled
        box = QRectF(0, 0, _SIDE, _SIDE)
        frame = style.subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, self)
        box.moveCenter(QRectF(frame).center())
        box.moveLeft(1.0)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline = colors.color(QPalette.ColorRole.Accent if self.hasFocus() else QPalette.ColorRole.Mid)
        if self.underMouse() and self.isEnabled() and not self.hasFocus():
            outline = colors.color(QPalette.ColorRole.PlaceholderText)
        painter.setPen(QPen(outline, 2.0 if self.hasFocus() else 1.0))
        painter.setBrush(colors.color(QPalette.ColorRole.Base))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
        if self.isChecked():
            color: QColor = colors.color(group, QPalette.ColorRole.WindowText)
            if self.isEnabled():
                color = colors.color(QPalette.ColorRole.Accent)
            tick = pixmap("check", color.name(), _TICK, self.devicePixelRatioF())
            painter.drawPixmap(round(box.center().x() - _TICK / 2), round(box.center().y() - _TICK / 2), tick)
        words = style.subElementRect(QStyle.SubElement.SE_CheckBoxContents, option, self)
        painter.setPen(colors.color(group, QPalette.ColorRole.WindowText))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextShowMnemonic
        painter.drawText(words.adjusted(_SPACING, 0, _SPACING, 0), flags, self.text())
        painter.end()
