"""The choices for an export: what for, on which page and how large, which strokes and by which pen."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import QSettings, QSignalBlocker, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from taureau.export import PIXELS
from taureau.session import ExportChoices, Preferences
from taureau.session.language import tr
from taureau.ui.export.page_settings import PageSettings
from taureau.ui.export.setting_rows import setting_row
from taureau.ui.export.stroke_settings import StrokeSettings
from taureau.ui.widgets.choice_row import ChoiceRow
from taureau.ui.widgets.number_input import NumberField
from taureau.ui.widgets.parts import label
from taureau.ui.widgets.theme import GRID


class ExportSettings(QWidget):
    """Hides the settings that the chosen format ignores, and proposes page and pen where it is a plotter's."""

    changed = Signal()

    def __init__(self, preferences: Preferences, settings: QSettings) -> None:
        super().__init__()
        self.format = ChoiceRow(
            tr("Format"),
            [
                ("svg", "SVG", tr("Lines, for other drawing programs, the web and plotters")),
                ("pdf", "PDF", tr("Lines on a page, for print")),
                ("png", "PNG", tr("Pixels, without loss")),
                ("webp", "WebP", tr("Pixels, without loss, in a smaller file")),
                ("gcode", "G-code", tr("Movements, for plotters and lasers with GRBL")),
                ("hpgl", "HPGL", tr("Movements, for plotters of Hewlett-Packard and those that understand them")),
            ],
        )
        self.profile = ChoiceRow(
            tr("For"),
            [
                ("inkscape", "Inkscape", tr("Sizes in mm, layers as layers")),
                ("illustrator", "Illustrator", tr("Sizes in points, which is how Illustrator reads them")),
                ("web", tr("Web"), tr("Sizes in px, 96 to an inch")),
                ("plotter", tr("Plotter"), tr("Sizes in mm, a numbered layer for each pen")),
            ],
        )
        self.dpi = NumberField(tr("Resolution"), 1, 4800, step=50, unit=" dpi")
        self.dpi.setToolTip(tr("Pixels per inch, 1 to 4800; it is stated in the file"))
        self.page = PageSettings(preferences)
        self.strokes = StrokeSettings(preferences, settings)
        self._resolution = setting_row(tr("Resolution"), self.dpi)
        self._shown = ExportChoices()  # before what the user changes now
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addWidget(label(tr("FILE"), "heading"))
        for widget in (self.format, self.profile, self._resolution):
            column.addWidget(widget)
        for group in (self.page, self.strokes):
            column.addSpacing(GRID)
            column.addWidget(group)
        column.addStretch(1)
        self.show_choices(self._shown)
        for row in (self.format, self.profile):
            row.value_changed.connect(self._changed)
        self.dpi.valueChanged.connect(self._changed)
        self.page.changed.connect(self._changed)
        self.strokes.changed.connect(self._changed)

    def choices(self, path: Path) -> ExportChoices:
        own = ExportChoices(
            format=cast(Any, self.format.value),
            profile=cast(Any, self.profile.value),
            dpi=self.dpi.value(),
            path=path,
        )
        return self.strokes.chosen(self.page.chosen(own))

    def show_choices(self, choices: ExportChoices) -> None:
        """Set the controls to these choices, except for the path; nothing is emitted."""
        with QSignalBlocker(self), QSignalBlocker(self.page), QSignalBlocker(self.strokes):
            with QSignalBlocker(self.format), QSignalBlocker(self.profile), QSignalBlocker(self.dpi):
                self.format.choose(choices.format)
                self.profile.choose(choices.profile)
                self.dpi.setValue(choices.dpi)
            self.page.show_choices(choices)
            self.strokes.show_choices(choices)
        self._shown = self.choices(Path())
        self._show_what_matters()

    def set_with_paper(self, painted: bool) -> None:
        """Show whether the paper will be in the file."""
        self.strokes.set_with_paper(painted)

    def set_areas(self, present: bool) -> None:
        """Set whether the drawing has areas, which a plotter can hatch."""
        self.strokes.set_areas(present)
        self._show_what_matters()

    def set_selected(self, count: int) -> None:
        """Set the number of selected strokes."""
        self.strokes.set_selected(count)

    def _changed(self) -> None:
        choices = self.choices(Path())
        proposed = choices.with_proposals(self._shown)
        if proposed != choices or choices.format != self._shown.format or choices.plots != self._shown.plots:
            self.show_choices(proposed)
        self._shown = self.choices(Path())
        self._show_what_matters()
        self.changed.emit()

    def _show_what_matters(self) -> None:
        choices = self._shown
        self.profile.setVisible(choices.format == "svg")
        self._resolution.setVisible(choices.format in PIXELS)
        self.page.show_what_matters(choices)
        self.strokes.show_what_matters(choices)
