"""The choices for an export: what for, how large, on which page, which strokes."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from taureau.document import MM_PER_PX
from taureau.export import PIXELS
from taureau.session import ExportChoices, Preferences
from taureau.session.language import tr
from taureau.ui.widgets.check_box import CheckBox
from taureau.ui.widgets.choice_row import LABEL_WIDTH, ChoiceRow
from taureau.ui.widgets.drop_down import DropDown
from taureau.ui.widgets.length_field import LengthField
from taureau.ui.widgets.number_input import NumberField
from taureau.ui.widgets.parts import label
from taureau.ui.widgets.theme import GRID
from taureau.wording import tr_noop

_SIDES = (
    ("own", tr_noop("As drawn")),
    ("longer", tr_noop("Longer side")),
    ("width", tr_noop("Width")),
    ("height", tr_noop("Height")),
)
_LOOKS = (("ink", tr_noop("Ink, as drawn")), ("pencil", tr_noop("Pencil")), ("marker", tr_noop("Marker")))
_MM_DECIMALS = 4  # so that mm are the same after px
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
)


class ExportSettings(QWidget):
    """Hides the settings that the chosen format ignores."""

    changed = Signal()

    def __init__(self, preferences: Preferences) -> None:
        super().__init__()
        self.format = ChoiceRow(
            tr("Format"),
            [
                ("svg", "SVG", tr("Lines, for other drawing programs, the web and plotters")),
                ("pdf", "PDF", tr("Lines on a page, for print")),
                ("png", "PNG", tr("Pixels, without loss")),
                ("webp", "WebP", tr("Pixels, without loss, in a smaller file")),
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
        self.side = _drop_down(tr("Size"), tr("Which side of the drawing has the given size, without margins"), _SIDES)
        self.length = _length_field(tr("Size"), 0.1, 100_000, preferences)
        self.length.setToolTip(tr("Up to 100 m; any unit can be typed: mm, in, px, pt"))
        self.area = ChoiceRow(
            tr("Measure"),
            [
                ("sheet", tr("Sheet"), tr("The whole sheet of the drawing, empty edges included")),
                ("ink", tr("Ink"), tr("Only what is drawn, from edge to edge of the outermost strokes")),
            ],
        )
        self.paper = _drop_down(tr("Page"), tr("The page that is drawn on; the drawing is centred on it"), _PAPERS)
        self.orientation = ChoiceRow(
            tr("Turned"),
            [
                ("auto", tr("Auto"), tr("As it suits the drawing")),
                ("portrait", tr("Portrait"), tr("Higher than wide")),
                ("landscape", tr("Landscape"), tr("Wider than high")),
            ],
        )
        self.margin = _length_field(tr("Margins"), 0, 1000, preferences)
        self.margin.setToolTip(tr("What stays free at each edge of the page, up to 1 m"))
        self.look = _drop_down(
            tr("Look"), tr("As another tool would have drawn it: the lines stay where they are"), _LOOKS
        )
        self.pen = _length_field(tr("Pen width"), 0, 100, preferences, fine=True)
        self.pen.setSpecialValueText(tr("as drawn"))
        self.pen.setFixedWidth(14 * GRID)  # for these words in every language
        self.pen.setToolTip(tr("How wide all strokes are on paper, up to 10 cm; 0 leaves them as they are drawn"))
        self.dpi = NumberField(tr("Resolution"), 1, 4800, step=50, unit=" dpi")
        self.dpi.setToolTip(tr("Pixels per inch, 1 to 4800; it is stated in the file"))
        self.decimals = NumberField(tr("Decimals"), 0, 6)
        self.decimals.setToolTip(tr("How finely numbers are written, 0 to 6 digits; 3 is finer than any plotter"))
        self.transparent = CheckBox(tr("Transparent"), tr("Leave the paper out"))
        self.with_paper = CheckBox(
            tr("With paper"), tr("An area in the paper’s colour below the lines; checked where ink would vanish")
        )
        self._with_paper: bool | None = None  # as it was chosen
        self.selected = CheckBox(tr("Selected strokes only"))
        self.layer_files = CheckBox(tr("A file for each layer"), tr("All with the same page, so that they align"))
        self.pens = CheckBox(
            tr("A layer for each pen"), tr("Strokes of one colour and width together, in place of the layers")
        )
        self.sort_travel = CheckBox(
            tr("Short ways between strokes"),
            tr("Order and turn the strokes of each layer so that the lifted pen travels less"),
        )
        self._plotted = False  # the last choice was for a plotter
        self._rows: dict[str, QWidget] = {}
        self._lay_out()
        self._connect()
        self.show_choices(ExportChoices())

    def choices(self, path: Path) -> ExportChoices:
        return ExportChoices(
            format=cast(Any, self.format.value),
            profile=cast(Any, self.profile.value),
            side=self.side.currentData(),
            size_mm=_mm(self.length),
            area=cast(Any, self.area.value),
            paper=self.paper.currentData(),
            orientation=cast(Any, self.orientation.value),
            margin_mm=_mm(self.margin),
            look=self.look.currentData(),
            pen_mm=_mm(self.pen),
            dpi=self.dpi.value(),
            decimals=round(self.decimals.value()),
            transparent=self.transparent.isChecked(),
            with_paper=self._with_paper,
            selected=self.selected.isChecked(),
            layer_files=self.layer_files.isChecked(),
            pens=self.pens.isChecked(),
            sort_travel=self.sort_travel.isChecked(),
            path=path,
        )

    def show_choices(self, choices: ExportChoices) -> None:
        """Set the controls to these choices, except for the path."""
        for row in ("format", "profile", "area", "orientation"):
            getattr(self, row).choose(getattr(choices, row))
        for drop_down, value in ((self.side, choices.side), (self.paper, choices.paper), (self.look, choices.look)):
            drop_down.setCurrentIndex(drop_down.findData(value))
        for name, number in (
            ("length", choices.size_mm / MM_PER_PX),
            ("margin", choices.margin_mm / MM_PER_PX),
            ("pen", choices.pen_mm / MM_PER_PX),
            ("dpi", choices.dpi),
            ("decimals", choices.decimals),
        ):
            getattr(self, name).setValue(number)
        for name in ("transparent", "selected", "layer_files", "pens", "sort_travel"):
            getattr(self, name).setChecked(getattr(choices, name))
        self._with_paper, self._plotted = choices.with_paper, choices.plots
        self._show_what_matters()

    def set_with_paper(self, painted: bool) -> None:
        """Show whether the paper will be in the file."""
        self.with_paper.setChecked(painted)

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

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addWidget(label(tr("FILE"), "heading"))
        column.addWidget(self.format)
        column.addWidget(self.profile)
        column.addWidget(self._row("dpi", tr("Resolution"), self.dpi))
        column.addSpacing(GRID)
        column.addWidget(label(tr("SIZE"), "heading"))
        column.addWidget(self._row("size", tr("Size"), self.side, self.length))
        column.addWidget(self.area)
        column.addWidget(self._row("paper", tr("Page"), self.paper))
        column.addWidget(self.orientation)
        column.addWidget(self._row("margin", tr("Margins"), self.margin))
        column.addSpacing(GRID)
        column.addWidget(label(tr("STROKES"), "heading"))
        column.addWidget(self._row("look", tr("Look"), self.look))
        column.addWidget(self._row("pen", tr("Pen width"), self.pen))
        column.addWidget(self._row("decimals", tr("Decimals"), self.decimals))
        for box in (self.selected, self.layer_files, self.pens, self.sort_travel, self.transparent, self.with_paper):
            column.addWidget(box)
        column.addStretch(1)

    def _row(self, key: str, name: str, *controls: QWidget) -> QWidget:
        """Return a labelled row; a single number field is aligned right, as in the other panels."""
        row = self._rows[key] = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GRID)
        word = label(name, tooltip=controls[0].toolTip())
        word.setMinimumWidth(LABEL_WIDTH)
        word.setBuddy(controls[0])
        lone = isinstance(controls[0], NumberField)
        line.addWidget(word, 1 if lone else 0)
        for control in controls:
            line.addWidget(control, 0 if isinstance(control, NumberField) else 1)
        return row

    def _connect(self) -> None:
        for row in (self.format, self.profile, self.area, self.orientation):
            row.value_changed.connect(self._changed)
        for drop_down in (self.side, self.paper, self.look):
            drop_down.currentIndexChanged.connect(self._changed)
        for field in (self.length, self.margin, self.pen, self.dpi, self.decimals):
            field.valueChanged.connect(self._changed)
        for box in (self.transparent, self.selected, self.layer_files, self.pens, self.sort_travel):
            box.toggled.connect(self._changed)
        self.with_paper.clicked.connect(self._choose_paper)

    def _choose_paper(self, painted: bool) -> None:
        self._with_paper = painted
        self._changed()

    def _changed(self) -> None:
        choices = self.choices(Path())
        if choices.plots != self._plotted:
            self.show_choices(choices.with_proposals())
        self._show_what_matters()
        self.changed.emit()

    def _show_what_matters(self) -> None:
        svg = self.format.value == "svg"
        pixels = self.format.value in PIXELS
        plots = svg and self.profile.value == "plotter"
        on_paper = self.paper.currentData() != "fit"
        self.profile.setVisible(svg)
        self._rows["dpi"].setVisible(pixels)
        self._rows["decimals"].setVisible(svg)
        self.orientation.setVisible(on_paper)
        self.side.set_item(0, tr("Fill the page") if on_paper else tr("As drawn"))
        self.length.setEnabled(self.side.currentData() != "own")
        self.transparent.setVisible(pixels)
        self.with_paper.setVisible(not (pixels or plots))
        for box in (self.pens, self.sort_travel):
            box.setVisible(plots)


def _length_field(
    name: str, low_mm: float, high_mm: float, preferences: Preferences, *, fine: bool = False
) -> LengthField:
    return LengthField(name, low_mm / MM_PER_PX, high_mm / MM_PER_PX, preferences, fine=fine)


def _mm(field: LengthField) -> float:
    return round(field.value() * MM_PER_PX, _MM_DECIMALS)


def _drop_down(name: str, tooltip: str, items: tuple[tuple[str, str], ...]) -> DropDown:
    made = DropDown(name, tooltip)
    for index, (value, word) in enumerate(items):
        made.addItem(tr(word), value)
        made.set_item(index, tr(word))
    return made
