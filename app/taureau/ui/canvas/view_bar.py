"""The bar below the sheet: photo opacity, switches and zoom."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from taureau.session.language import tr
from taureau.ui.widgets.parts import label, slider, tool_button
from taureau.ui.widgets.theme import GRID
from taureau.wording import tr_noop

_STEP = 1.25  # zoom factor of one click
_FULL_WIDTH = 76 * GRID  # px; a narrower bar hides the labels of the slider
_EXPLANATION = tr_noop("How strongly the photo shows through the sheet, 0 to 100 %")


class ViewBar(QFrame):
    """Emits what the user asks for; fits into 480 px with six switches."""

    photo_opacity_changed = Signal(float)  # opacity, 0 … 1
    fit_requested = Signal()
    actual_size_requested = Signal()
    zoom_requested = Signal(float)  # factor

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("viewBar")
        self._words: list[QToolButton] = []
        self._photo_label = label(tr("Photo"), tooltip=tr(_EXPLANATION))
        self.photo = slider(tr("Photo opacity"), tooltip=tr(_EXPLANATION))
        self.photo.setRange(0, 100)
        self.photo.setMinimumWidth(7 * GRID)
        self.photo.setMaximumWidth(16 * GRID)
        self.photo.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._percent = label("", "muted")
        self._percent.setMinimumWidth(5 * GRID)
        self.photo.valueChanged.connect(self._opacity_changed)
        self._zoom = tool_button("100 %", tooltip=tr("Show at 100 % (1)"))
        self._zoom.setMinimumWidth(8 * GRID)
        self._zoom.clicked.connect(self.actual_size_requested)
        zoom_out = tool_button(icon="zoom-out", tooltip=tr("Zoom out (−)"))
        zoom_out.clicked.connect(lambda: self.zoom_requested.emit(1 / _STEP))
        zoom_in = tool_button(icon="zoom-in", tooltip=tr("Zoom in (+)"))
        zoom_in.clicked.connect(lambda: self.zoom_requested.emit(_STEP))
        fit = tool_button(icon="scan", tooltip=tr("Fit the sheet into the window (0)"))
        fit.clicked.connect(self.fit_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, GRID // 2, GRID, GRID // 2)
        row.setSpacing(GRID // 2)
        row.addWidget(self._photo_label)
        row.addWidget(self.photo, 8)
        row.addWidget(self._percent)
        self.switches = QHBoxLayout()
        self.switches.setSpacing(GRID // 2)
        row.addLayout(self.switches)
        row.addStretch(1)
        for button in (zoom_out, self._zoom, zoom_in, fit):
            row.addWidget(button)
        self.set_photo(has_photo=False)

    def add_switch(self, button: QToolButton, word: str) -> None:
        """Add a button that changes what is shown, with a word beside its icon where there is room."""
        action = button.defaultAction()
        (button.setText if action is None else action.setIconText)(word)
        self._words.append(button)
        self.switches.addWidget(button)
        self._update_labels()

    def set_photo(self, *, has_photo: bool) -> None:
        self._has_photo = has_photo
        self.photo.setVisible(has_photo)
        self._update_labels()

    def set_opacity(self, opacity: float) -> None:
        self.photo.setValue(round(100 * opacity))

    def set_scale(self, scale: float) -> None:
        self._zoom.setText(f"{100 * scale:.0f} %")
        self._zoom.setAccessibleName(tr("Zoom {value:.0f} percent; show at 100 percent", value=100 * scale))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._update_labels()

    def _update_labels(self) -> None:
        for widget in (self._photo_label, self._percent):
            widget.setVisible(self._has_photo and self.width() >= _FULL_WIDTH)
        words = sum(self.fontMetrics().horizontalAdvance(button.text()) + GRID for button in self._words)
        wordy = self.width() >= _FULL_WIDTH + words
        style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon if wordy else Qt.ToolButtonStyle.ToolButtonIconOnly
        for button in self._words:
            button.setToolButtonStyle(style)

    def _opacity_changed(self, percent: int) -> None:
        self._percent.setText(f"{percent} %")
        self.photo.setToolTip(tr("{what}; now {percent} %", what=tr(_EXPLANATION), percent=percent))
        self.photo_opacity_changed.emit(percent / 100)
