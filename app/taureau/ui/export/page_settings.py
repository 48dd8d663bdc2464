"""The page of an export, and how large the drawing lies on it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from taureau.session import ExportChoices, Preferences
from taureau.session.export.export_choices import CUSTOM
from taureau.session.language import tr
from taureau.ui.export.setting_rows import drop_down, length_field, mm, set_mm, setting_row, size_row
from taureau.ui.widgets.choice_row import ChoiceRow
from taureau.ui.widgets.parts import label
from taureau.ui.widgets.theme import GRID
from taureau.wording import tr_noop

_SIDES = (
    ("own", tr_noop("As drawn")),
    ("longer", tr_noop("Longer side")),
    ("width", tr_noop("Width")),
    ("height", tr_noop("Height")),
)
_PAPERS = (
    ("fit", tr_noop("Fits the drawing")),
    ("a6", "A6"),
    ("a5", "A5"),
    ("a4", "A4"),
    ("a3", "A3"),
    ("a2", "A2"),
    ("a1", "A1"),
    ("letter", tr_noop("US Letter")),
    ("legal", tr_noop("US Legal")),
    ("tabloid", tr_noop("US Tabloid")),
    (CUSTOM, tr_noop("Other size")),
)


class PageSettings(QWidget):
    changed = Signal()

    def __init__(self, preferences: Preferences) -> None:
        super().__init__()
        self.paper = drop_down(tr("Page"), tr("The page that is drawn on; the drawing is centred on it"), _PAPERS)
        self.width_field = length_field(tr("Width of the page"), 1, 100_000, preferences)
        self.height_field = length_field(tr("Height of the page"), 1, 100_000, preferences)
        self.orientation = ChoiceRow(
            tr("Turned"),
            [
                ("auto", tr("Auto"), tr("As it suits the drawing")),
                ("portrait", tr("Portrait"), tr("Higher than wide")),
                ("landscape", tr("Landscape"), tr("Wider than high")),
            ],
        )
        self.margin = length_field(tr("Margins"), 0, 1000, preferences)
        self.margin.setToolTip(tr("What stays free at each edge of the page, up to 1 m"))
        self.side = drop_down(tr("Size"), tr("Which side of the drawing has the given size, without margins"), _SIDES)
        self.length = length_field(tr("Size"), 0.1, 100_000, preferences)
        for field in (self.length, self.width_field, self.height_field):
            field.setToolTip(tr("Up to 100 m; any unit can be typed: mm, in, px, pt"))
        self.area = ChoiceRow(
            tr("Measure"),
            [
                ("sheet", tr("Sheet"), tr("The whole sheet of the drawing, empty edges included")),
                ("ink", tr("Ink"), tr("Only what is drawn, from edge to edge of the outermost strokes")),
            ],
        )
        self._own_size = size_row("", self.width_field, self.height_field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(label(tr("PAGE"), "heading"))
        column.addWidget(setting_row(tr("Page"), self.paper))
        column.addWidget(self._own_size)
        column.addWidget(self.orientation)
        column.addWidget(setting_row(tr("Margins"), self.margin))
        column.addWidget(setting_row(tr("Size"), self.side, self.length))
        column.addWidget(self.area)
        for row in (self.orientation, self.area):
            row.value_changed.connect(self.changed)
        for box in (self.paper, self.side):
            box.currentIndexChanged.connect(self.changed)
        for field in (self.width_field, self.height_field, self.margin, self.length):
            field.valueChanged.connect(self.changed)

    def chosen(self, choices: ExportChoices) -> ExportChoices:
        """Return the choices with those of the page in their place."""
        return replace(
            choices,
            paper=self.paper.currentData(),
            page_width_mm=mm(self.width_field),
            page_height_mm=mm(self.height_field),
            orientation=cast(Any, self.orientation.value),
            margin_mm=mm(self.margin),
            side=self.side.currentData(),
            size_mm=mm(self.length),
            area=cast(Any, self.area.value),
        )

    def show_choices(self, choices: ExportChoices) -> None:
        self.paper.setCurrentIndex(self.paper.findData(choices.paper))
        self.side.setCurrentIndex(self.side.findData(choices.side))
        self.orientation.choose(choices.orientation)
        self.area.choose(choices.area)
        set_mm(self.width_field, choices.page_width_mm)
        set_mm(self.height_field, choices.page_height_mm)
        set_mm(self.margin, choices.margin_mm)
        set_mm(self.length, choices.size_mm)

    def show_what_matters(self, choices: ExportChoices) -> None:
        on_paper = choices.paper != "fit"
        self._own_size.setVisible(choices.paper == CUSTOM)
        self.orientation.setVisible(on_paper)
        self.side.set_item(0, tr("Fill the page") if on_paper else tr("As drawn"))
        self.length.setEnabled(choices.side != "own")
