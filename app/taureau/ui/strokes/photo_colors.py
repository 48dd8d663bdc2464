"""Colours and tone of the photo: pens of the lines, areas and hatching beneath them, and the pens at hand."""

from __future__ import annotations

from PySide6.QtCore import QSettings, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from taureau.session import Coloring
from taureau.session.choices import DEFAULT_LEVELS, MAX_AREAS, MAX_LEVELS, MAX_PENS, Tone
from taureau.session.language import tr
from taureau.ui.strokes.color_picker import Swatch, color_dialog, stored_colors
from taureau.ui.widgets.check_box import CheckBox
from taureau.ui.widgets.drop_down import DropDown
from taureau.ui.widgets.number_input import NumberRow
from taureau.ui.widgets.parts import label, tool_button
from taureau.ui.widgets.theme import GRID, LIGHT, Theme
from taureau.wording import tr_noop

_USUAL_AREAS = 24  # at the end of the slider
_KEY = "strokes/pens"
_TONES: tuple[tuple[Tone | None, str], ...] = (
    (None, tr_noop("None")),
    ("hatch", tr_noop("Parallel lines")),
    ("cross", tr_noop("Crossed lines")),
    ("form", tr_noop("Along the form")),
    ("stipple", tr_noop("Dots")),
)
_INITIAL = "#141414"  # of a pen that is added


class PhotoColors(QWidget):
    """What it shows follows the drawing; a drag is one undo step."""

    def __init__(self, coloring: Coloring, settings: QSettings) -> None:
        super().__init__()
        self._coloring = coloring
        self._updating = False
        self.pens = NumberRow(
            tr("Pens"),
            low=0,
            high=MAX_PENS,
            default=0,
            tooltip=tr(
                "How many colours the lines take from the photo; 0 is plain ink.\n"
                "With a selection, only its strokes are coloured."
            ),
        )
        self.pens.field.setSpecialValueText(tr("ink"))
        self.areas = NumberRow(
            tr("Flat areas"),
            low=0,
            high=MAX_AREAS,
            default=0,
            slider_high=_USUAL_AREAS,
            tooltip=tr("How many areas of one colour lie beneath the lines, on a layer of their own."),
        )
        self.areas.field.setSpecialValueText(tr("none"))
        self.tone = DropDown(tr("Tone"), tr("How the dark parts of the photo are toned under the lines"))
        for place, (tone, name) in enumerate(_TONES):
            self.tone.addItem(tr(name), tone)
            self.tone.set_item(place, tr(name))
        self.levels = NumberRow(
            tr("Levels of tone"),
            low=1,
            high=MAX_LEVELS,
            default=DEFAULT_LEVELS,
            tooltip=tr("How many levels of darkness are told apart."),
        )
        self.own = OwnPens(settings)
        self._missing = label(tr("Open the photo of this drawing to take its colours."), "muted")
        self._missing.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(label(tr("Tone")))
        row.addWidget(self.tone, 1)
        for widget in (self._missing, self.pens, self.own, self.areas):
            column.addWidget(widget)
        column.addLayout(row)
        column.addWidget(self.levels)
        self.pens.value_changed.connect(self._set_pens)
        self.areas.value_changed.connect(self._set_areas)
        self.own.changed.connect(self._set_own)
        self.tone.currentIndexChanged.connect(lambda _: self._set_tone())
        self.levels.value_changed.connect(self._set_tone)
        for slider in (self.pens.slider, self.areas.slider, self.levels.slider):
            slider.sliderPressed.connect(coloring.hold)
            slider.sliderReleased.connect(coloring.release)
        coloring.changed.connect(self.update_controls)
        self.update_controls()

    def set_theme(self, theme: Theme) -> None:
        self.own.set_theme(theme)

    def update_controls(self) -> None:
        """Show the drawing's pens, areas and tone, or that its photo is missing."""
        available = self._coloring.available
        self._missing.setVisible(not available)
        for row in (self.pens, self.own, self.areas, self.tone, self.levels):
            row.setEnabled(available)
        self._updating = True
        if not self.pens.slider.isSliderDown():  # fewer pens may be found than are asked for
            self.pens.set_value(min(self._coloring.pens, MAX_PENS))
        if not self.areas.slider.isSliderDown():
            self.areas.set_value(self._coloring.areas)
        if not self._coloring.toned:
            self.tone.setCurrentIndex(0)
        self.levels.setVisible(self.tone.currentData() is not None)
        self._updating = False

    def _set_tone(self) -> None:
        if not self._updating:
            self._coloring.set_tone(self.tone.currentData(), round(self.levels.value))

    def _set_pens(self) -> None:
        if not self._updating:
            self.own.only.setChecked(False)
            self._coloring.set_pens(round(self.pens.value))

    def _set_areas(self) -> None:
        if not self._updating:
            self._coloring.set_areas(round(self.areas.value))

    def _set_own(self) -> None:
        if self.own.only.isChecked():
            self._coloring.set_pens(self.own.colors)


class OwnPens(QWidget):
    """The colours of the pens that the user owns, and whether the lines take only these; stored in the settings."""

    changed = Signal()

    def __init__(self, settings: QSettings) -> None:
        super().__init__()
        self._settings, self._theme = settings, LIGHT
        self.only = CheckBox(tr("Only my pens"), tr("Each line takes the nearest colour among the pens that you have"))
        self._row = QHBoxLayout()
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(2)
        self.add = tool_button(icon="plus", tooltip=tr("Add a pen that you have"))
        self.swatches: list[Swatch] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.only)
        line = QHBoxLayout()
        line.setSpacing(2)
        line.addLayout(self._row)
        line.addWidget(self.add)
        line.addStretch(1)
        column.addLayout(line)
        for color in stored_colors(settings, _KEY, MAX_PENS):
            self._insert(color)
        self.add.clicked.connect(lambda: self._choose(None))
        self.only.toggled.connect(lambda _: self._store())
        self._show()

    @property
    def colors(self) -> tuple[str, ...]:
        return tuple(swatch.color for swatch in self.swatches)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for swatch in self.swatches:
            swatch.theme = theme
            swatch.update()

    def add_pen(self, color: str) -> None:
        """Add a pen of this colour, "#rrggbb", unless there is one."""
        if color not in self.colors and len(self.swatches) < MAX_PENS:
            self._insert(color)
            self._store()

    def remove_pen(self, swatch: Swatch) -> None:
        self.swatches.remove(swatch)
        swatch.deleteLater()
        self._store()

    def _insert(self, color: str) -> None:
        swatch = Swatch("", color)
        swatch.setCheckable(False)
        swatch.theme = self._theme
        swatch.setToolTip(tr("{color}; click to change it, right-click to remove it", color=color))
        swatch.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        swatch.customContextMenuRequested.connect(lambda _: self.remove_pen(swatch))
        swatch.clicked.connect(lambda: self._choose(swatch))
        self.swatches.append(swatch)
        self._row.addWidget(swatch)

    def _choose(self, swatch: Swatch | None) -> None:
        """Let the user choose the colour of a pen, or of a new one."""
        dialog = color_dialog(self.window(), tr("Colour of a pen"), _INITIAL if swatch is None else swatch.color)

        def take(color: QColor) -> None:
            if swatch is None:
                self.add_pen(color.name())
            else:
                swatch.set_color(color.name())
                self._store()

        dialog.colorSelected.connect(take)
        dialog.show()

    def _store(self) -> None:
        self._settings.setValue(_KEY, ",".join(self.colors))
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        self.only.setEnabled(bool(self.swatches))
        if not self.swatches:
            self.only.setChecked(False)
        self.add.setEnabled(len(self.swatches) < MAX_PENS)
