"""The choices for a film: in what file, how large, how fast, on which paper, with the photo or without."""

from __future__ import annotations

from typing import Any, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QListView, QVBoxLayout, QWidget

from taureau.document import PAPERS
from taureau.export.film import LINES, MAX_HOLD, MAX_PX, MAX_SECONDS, MIN_PX, NO_PAPER
from taureau.session import FilmChoices
from taureau.session.film.film_choices import AS_DRAWN
from taureau.session.language import tr
from taureau.ui.widgets.choice_row import LABEL_WIDTH, ChoiceRow
from taureau.ui.widgets.drop_down import DropDown
from taureau.ui.widgets.number_input import NumberField
from taureau.ui.widgets.parts import label
from taureau.ui.widgets.theme import GRID


class FilmSettings(QWidget):
    """Without a photo it cannot be chosen; paper can be left out where there are no pixels."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.format = DropDown(tr("Format"), tr("The kind of file"))
        for index, (value, word) in enumerate(
            (
                ("svg", tr("Animated SVG")),
                ("webp", tr("Animated WebP")),
                ("gif", "GIF"),
                ("mp4", tr("MP4 video")),
                ("webm", tr("WebM video")),
                ("json", "Lottie"),
            )
        ):
            self.format.addItem(word, value)
            self.format.set_item(index, word)
        self.side = NumberField(tr("Longer side"), MIN_PX, MAX_PX, step=20, unit=" px")
        self.side.setToolTip(tr("Of the film, 16 to 4096 px"))
        self.seconds = NumberField(tr("Drawing takes"), 0, MAX_SECONDS, step=1, decimals=1, unit=" s")
        self.seconds.setSpecialValueText(tr("as long as by hand"))
        self.seconds.setToolTip(tr("From the first stroke to the last, up to 120 s; 0: what the strokes ask for"))
        self.hold = NumberField(tr("Then stays"), 0, MAX_HOLD, step=0.5, decimals=1, unit=" s")
        self.hold.setToolTip(tr("How long the finished drawing stays at the end, up to 60 s"))
        self.paper = DropDown(tr("Paper"), tr("The colour of the paper; SVG and Lottie can be without"))
        self._add_papers()
        self.photo = ChoiceRow(
            tr("Photo"),
            [
                ("none", tr("None"), tr("The drawing alone")),
                ("beside", tr("Beside"), tr("The photo at the left of the drawing")),
                ("beneath", tr("Beneath"), tr("The photo under the drawing; it fades while the lines are drawn")),
            ],
        )
        self._lay_out()
        for drop_down in (self.format, self.paper):
            drop_down.currentIndexChanged.connect(self._changed)
        for field in (self.side, self.seconds, self.hold):
            field.valueChanged.connect(self._changed)
        self.photo.value_changed.connect(self._changed)
        self.show_choices(FilmChoices())

    def choices(self) -> FilmChoices:
        return FilmChoices(
            format=self.format.currentData(),
            size=round(self.side.value()),
            seconds=self.seconds.value(),
            hold=self.hold.value(),
            paper=self.paper.currentData(),
            photo=cast(Any, self.photo.value),
        )

    def show_choices(self, choices: FilmChoices) -> None:
        """Set the controls to these choices."""
        for drop_down, value in ((self.format, choices.format), (self.paper, choices.paper)):
            drop_down.setCurrentIndex(max(0, drop_down.findData(value)))
        for field, number in ((self.side, choices.size), (self.seconds, choices.seconds), (self.hold, choices.hold)):
            field.setValue(number)
        self.photo.choose(choices.photo)

    def set_has_photo(self, has_photo: bool) -> None:
        """Set whether there is a photo to be shown."""
        self.photo.setEnabled(has_photo)
        self.photo.setToolTip("" if has_photo else tr("There is no photo beneath this drawing"))

    def _add_papers(self) -> None:
        papers = [(tr("As in the drawing"), AS_DRAWN)]
        papers += [(tr(name), color) for name, color in PAPERS if color is not None]
        papers.append((tr("Without paper"), NO_PAPER))
        for index, (word, value) in enumerate(papers):
            self.paper.addItem(word, value)
            self.paper.set_item(index, word)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addWidget(label(tr("FILE"), "heading"))
        column.addWidget(_row(tr("Format"), self.format))
        column.addWidget(_row(tr("Longer side"), self.side))
        column.addSpacing(GRID)
        column.addWidget(label(tr("TIME"), "heading"))
        column.addWidget(_row(tr("Drawing takes"), self.seconds))
        column.addWidget(_row(tr("Then stays"), self.hold))
        column.addSpacing(GRID)
        column.addWidget(label(tr("PICTURE"), "heading"))
        column.addWidget(_row(tr("Paper"), self.paper))
        column.addWidget(self.photo)
        column.addStretch(1)

    def _changed(self) -> None:
        without, possible = self.paper.findData(NO_PAPER), self.format.currentData() in LINES
        papers = self.paper.view()
        assert isinstance(papers, QListView)
        papers.setRowHidden(without, not possible)
        if self.paper.currentIndex() == without and not possible:
            self.paper.setCurrentIndex(0)
        self.changed.emit()


def _row(name: str, control: QWidget) -> QWidget:
    """Return a labelled row; a number field is aligned right, as in the other panels."""
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(GRID)
    word = label(name, tooltip=control.toolTip())
    word.setMinimumWidth(LABEL_WIDTH)
    word.setBuddy(control)
    lone = isinstance(control, NumberField)
    line.addWidget(word, 1 if lone else 0)
    line.addWidget(control, 0 if lone else 1)
    return row
