"""Choosing a colour: swatches of the standard inks and of recent colours, or a dialog for any other."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSettings, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QColorDialog, QGridLayout, QWidget

from taureau.document import INKS
from taureau.session.language import tr
from taureau.ui.widgets.parts import tool_button
from taureau.ui.widgets.theme import GRID, LIGHT, Theme

_SIDE = 3 * GRID
_RECENT = 6  # recent colours kept
_KEY = "strokes/colours"


class Swatch(QAbstractButton):
    """A button of one colour, with a ring while it is checked or focused."""

    def __init__(self, name: str, color: str) -> None:
        super().__init__()
        self.theme: Theme = LIGHT
        self.setCheckable(True)
        self.setFixedSize(_SIDE, _SIDE)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._name = name
        self.set_color(color)

    def set_color(self, color: str) -> None:
        self.color = color
        self.setToolTip(f"{self._name}, {color}" if self._name else color)
        self.setAccessibleName(tr("Colour {value}", value=self._name or color))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect())
        if self.isChecked() or self.hasFocus():
            painter.setPen(QPen(QColor(self.theme.accent if self.hasFocus() else self.theme.text), 2))
            painter.drawEllipse(whole.adjusted(1, 1, -1, -1))
        color = QColor(self.color)
        if not self.isEnabled():
            color.setAlphaF(0.3)
        painter.setPen(QPen(QColor(self.theme.edge), 1))
        painter.setBrush(color)
        painter.drawEllipse(whole.adjusted(4, 4, -4, -4))
        painter.end()


class ColorPicker(QWidget):
    """Emits the colour that the user chooses, and shows the one in use."""

    color_chosen = Signal(str)  # "#rrggbb"

    def __init__(self, settings: QSettings) -> None:
        super().__init__()
        self._settings = settings
        self._color: str | None = None
        self._theme: Theme = LIGHT
        self.inks = [Swatch(tr(name), color) for name, color in INKS]
        self.recent = [Swatch("", color) for color in stored_colors(settings, _KEY, _RECENT)]
        self.other = tool_button(icon="palette", tooltip=tr("Another colour, by eye or as #rrggbb"))
        self.other.clicked.connect(self._show_dialog)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(2)
        self._grid.setColumnStretch(_RECENT + 1, 1)
        for column, swatch in enumerate(self.inks):
            self._grid.addWidget(swatch, 0, column)
        self._grid.addWidget(self.other, 0, len(self.inks))
        for swatch in self.inks:
            swatch.clicked.connect(lambda _=False, swatch=swatch: self._choose(swatch.color))
        self._add_recent()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for swatch in (*self.inks, *self.recent):
            swatch.theme = theme
            swatch.update()

    def set_color(self, color: str | None) -> None:
        """Show the colour in use; None when several are in use."""
        self._color = color
        for swatch in (*self.inks, *self.recent):
            swatch.setChecked(swatch.color == color)

    def sizeHint(self) -> QSize:
        return QSize(7 * (_SIDE + 2), super().sizeHint().height())

    def _choose(self, color: str) -> None:
        self.set_color(color)
        if color not in {swatch.color for swatch in self.inks}:
            self._remember(color)
        self.color_chosen.emit(color)

    def _remember(self, color: str) -> None:
        kept = [swatch.color for swatch in self.recent if swatch.color != color]
        colors = [color, *kept][:_RECENT]
        self._settings.setValue(_KEY, ",".join(colors))
        for swatch, old in zip(self.recent, colors, strict=False):
            swatch.set_color(old)
        if len(colors) > len(self.recent):
            self.recent.append(Swatch("", colors[-1]))
            self._add_recent()
        self.set_color(color)

    def _add_recent(self) -> None:
        for column, swatch in enumerate(self.recent):
            if self._grid.indexOf(swatch) < 0:
                swatch.theme = self._theme
                swatch.clicked.connect(lambda _=False, swatch=swatch: self._choose(swatch.color))
                self._grid.addWidget(swatch, 1, column)

    def _show_dialog(self) -> None:
        dialog = color_dialog(self.window(), tr("Colour of strokes"), self._color)
        dialog.colorSelected.connect(lambda color: self._choose(color.name()))
        dialog.show()


def stored_colors(settings: QSettings, key: str, most: int) -> list[str]:
    """Return up to `most` different colours, "#rrggbb", stored in the settings, ignoring invalid values."""
    stored = settings.value(key, "")
    words = stored if isinstance(stored, list) else str(stored).split(",")
    colors = [QColor(str(word)) for word in words if str(word).startswith("#")]
    return list(dict.fromkeys(color.name() for color in colors if color.isValid()))[:most]


def color_dialog(parent: QWidget, title: str, color: str | None) -> QColorDialog:
    """Return a non-modal dialog for any colour, by eye or as #rrggbb, which is deleted when it is closed."""
    dialog = QColorDialog(parent)
    dialog.setWindowTitle(title)
    dialog.setOption(QColorDialog.ColorDialogOption.DontUseNativeDialog)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setModal(False)
    if color is not None:
        dialog.setCurrentColor(QColor(color))
    return dialog
