"""The strokes of an export: which, how they look, and for a plotter its pen and the machine that holds it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, cast

from PySide6.QtCore import QSettings, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from taureau.export import PIXELS
from taureau.session import ExportChoices, Preferences
from taureau.session.language import tr
from taureau.ui.export.machine_settings import MachineSettings
from taureau.ui.export.setting_rows import drop_down, length_field, mm, set_mm, setting_row
from taureau.ui.widgets.check_box import CheckBox
from taureau.ui.widgets.choice_row import ChoiceRow
from taureau.ui.widgets.collapsible_section import CollapsibleSection
from taureau.ui.widgets.number_input import NumberField
from taureau.ui.widgets.parts import label
from taureau.ui.widgets.theme import GRID
from taureau.wording import tr_noop

_LOOKS = (("ink", tr_noop("Ink, as drawn")), ("pencil", tr_noop("Pencil")), ("marker", tr_noop("Marker")))
_MOST_STROKES = 1_000_000


class StrokeSettings(QWidget):
    changed = Signal()

    def __init__(self, preferences: Preferences, settings: QSettings) -> None:
        super().__init__()
        self.machine = MachineSettings(preferences)
        self.look = drop_down(
            tr("Look"), tr("As another tool would have drawn it: the lines stay where they are"), _LOOKS
        )
        self.pen = length_field(tr("Pen width"), 0, 100, preferences, fine=True)
        self.pen.setSpecialValueText(tr("as drawn"))
        self.pen.setFixedWidth(14 * GRID)  # for these words in every language
        self.pen.setToolTip(tr("How wide all strokes are on paper, up to 10 cm; 0 leaves them as they are drawn"))
        self.files = ChoiceRow(
            tr("Pens"),
            [
                ("one", tr("One file"), tr("All pens in one file; the machine pauses between two, or changes them")),
                ("each", tr("A file each"), tr("A file for each pen, all with the same page, so that they align")),
            ],
        )
        self.decimals = NumberField(tr("Decimals"), 0, 6)
        self.decimals.setToolTip(tr("How finely numbers are written, 0 to 6 digits; 3 is finer than any plotter"))
        self.selected = CheckBox(tr("Selected strokes only"))
        self.layer_files = CheckBox(tr("A file for each layer"), tr("All with the same page, so that they align"))
        self.pens = CheckBox(
            tr("A layer for each pen"), tr("Strokes of one colour and width together, in place of the layers")
        )
        self.sort_travel = CheckBox(
            tr("Short ways between strokes"),
            tr("Order and turn the strokes of each layer so that the lifted pen travels less"),
        )
        self.hatch = CheckBox(
            tr("Hatch areas"),
            tr("Areas as lines of the pen, each colour at an angle of its own; else they are left out"),
        )
        self.spacing = length_field(tr("Spacing"), 0, 100, preferences, fine=True)
        self.spacing.setSpecialValueText(tr("by the pen"))
        self.spacing.setToolTip(tr("Between the lines of the hatching; 0 goes by the pen’s width"))
        self._has_areas = False
        self.transparent = CheckBox(tr("Transparent"), tr("Leave the paper out"))
        self.with_paper = CheckBox(
            tr("With paper"), tr("An area in the paper’s colour below the lines; checked where ink would vanish")
        )
        self._with_paper: bool | None = None  # as it was chosen
        self.marks = ChoiceRow(
            tr("Marks"),
            [
                ("none", tr("None"), tr("No registration marks")),
                (
                    "corners",
                    tr("Corners"),
                    tr("An angle at each corner around the drawing, which each pen draws first"),
                ),
                ("crosses", tr("Crosses"), tr("A cross at each corner around the drawing, which each pen draws first")),
            ],
        )
        self.from_stroke = NumberField(tr("From stroke"), 1, _MOST_STROKES)
        self.from_stroke.setToolTip(
            tr("Goes on with a plot that was interrupted: leaves out what was plotted before this stroke")
        )
        self._lay_out(settings)
        self.machine.changed.connect(self.changed)
        self.look.currentIndexChanged.connect(self.changed)
        for field in (self.pen, self.decimals, self.spacing, self.from_stroke):
            field.valueChanged.connect(self.changed)
        self.marks.value_changed.connect(self.changed)
        self.files.value_changed.connect(lambda: self.layer_files.setChecked(self.files.value == "each"))
        self.layer_files.toggled.connect(lambda each: self.files.choose("each" if each else "one"))
        for box in (self.transparent, self.selected, self.layer_files, self.pens, self.sort_travel, self.hatch):
            box.toggled.connect(self.changed)
        self.with_paper.clicked.connect(self._choose_paper)

    def chosen(self, choices: ExportChoices) -> ExportChoices:
        """Return the choices with those of the strokes in their place."""
        return replace(
            choices,
            machine=self.machine.chosen(),
            look=self.look.currentData(),
            pen_mm=mm(self.pen),
            decimals=round(self.decimals.value()),
            transparent=self.transparent.isChecked(),
            with_paper=self._with_paper,
            selected=self.selected.isChecked(),
            layer_files=self.layer_files.isChecked(),
            pens=self.pens.isChecked(),
            sort_travel=self.sort_travel.isChecked(),
            hatch_fills=self.hatch.isChecked(),
            hatch_spacing_mm=mm(self.spacing),
            marks=cast(Any, self.marks.value),
            from_stroke=round(self.from_stroke.value()),
        )

    def show_choices(self, choices: ExportChoices) -> None:
        self.machine.show_choices(choices.machine, choices.format)
        self.look.setCurrentIndex(self.look.findData(choices.look))
        set_mm(self.pen, choices.pen_mm)
        self.decimals.setValue(choices.decimals)
        self.from_stroke.setValue(choices.from_stroke)
        for name in ("transparent", "selected", "layer_files", "pens", "sort_travel"):
            getattr(self, name).setChecked(getattr(choices, name))
        self.hatch.setChecked(choices.hatch_fills)
        set_mm(self.spacing, choices.hatch_spacing_mm)
        self.marks.choose(choices.marks)
        self._with_paper = choices.with_paper

    def show_what_matters(self, choices: ExportChoices) -> None:
        plots, programs, pixels = choices.plots, choices.programs, choices.format in PIXELS
        self._heading.setText(tr("PEN AND MACHINE") if plots else tr("STROKES"))
        for plotting in (self.machine, self.details, self.pens, self.sort_travel):
            plotting.setVisible(plots)
        self.hatch.setVisible(plots and self._has_areas)
        self._spacing.setVisible(plots and self._has_areas and choices.hatch_fills)
        self._look.setVisible(not plots)
        self.files.setVisible(programs)
        self.layer_files.setVisible(not programs)
        self.pens.setText(tr("A pen for each colour and width") if programs else tr("A layer for each pen"))
        self._decimals.setVisible(choices.format == "svg")
        self.transparent.setVisible(pixels)
        self.with_paper.setVisible(not (pixels or plots))

    def set_with_paper(self, painted: bool) -> None:
        """Show whether the paper will be in the file."""
        self.with_paper.setChecked(painted)

    def set_areas(self, present: bool) -> None:
        """Set whether the drawing has areas."""
        self._has_areas = present

    def set_selected(self, count: int) -> None:
        """Set the number of selected strokes."""
        self.selected.setEnabled(count > 0 or self.selected.isChecked())
        self.selected.setText(
            tr("Selected strokes only") if count == 0 else tr("Selected strokes only ({count})", count=count)
        )
        self.selected.setToolTip(
            tr("Leave out what is not selected, and measure what is")
            if count
            else tr("Select strokes on the sheet first")
        )

    def _lay_out(self, settings: QSettings) -> None:
        more = QWidget()
        inside = QVBoxLayout(more)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(GRID)
        inside.addWidget(self.marks)
        inside.addWidget(self.machine.details)
        inside.addWidget(setting_row(tr("From stroke"), self.from_stroke))
        self.details = CollapsibleSection(tr("More"), more, settings, "export/more", folded=True)
        self._heading = label(tr("STROKES"), "heading")
        self._look = setting_row(tr("Look"), self.look)
        self._spacing = setting_row(tr("Spacing"), self.spacing)
        self._decimals = setting_row(tr("Decimals"), self.decimals)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        for widget in (
            self._heading,
            self.machine,
            self._look,
            setting_row(tr("Pen width"), self.pen),
            self.files,
            self._decimals,
            self.selected,
            self.layer_files,
            self.pens,
            self.sort_travel,
            self.hatch,
            self._spacing,
            self.transparent,
            self.with_paper,
            self.details,
        ):
            column.addWidget(widget)

    def _choose_paper(self, painted: bool) -> None:
        self._with_paper = painted
        self.changed.emit()
