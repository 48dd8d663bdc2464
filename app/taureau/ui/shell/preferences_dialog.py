"""The preferences in a dialog: every change applies at once; what is as at first is not stored."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from taureau.document import PAPERS, Unit
from taureau.session import GallerySettings, Preference, Preferences
from taureau.session.language import tr
from taureau.session.preferences import (
    ALL,
    APPEARANCE,
    GRID_SPACING,
    KEEP_PHOTO,
    MOTION,
    NEW_PAPER,
    PRINT_FITTED,
    SHOW_GRID,
    SHOW_GUIDES,
    SHOW_RULERS,
    SHOW_SEES,
    SHOW_STROKES,
    SNAP,
    SNAP_DISTANCE,
    SNAP_TO_GRID,
    SNAP_TO_GUIDES,
    SNAP_TO_NODES,
    SNAP_TO_PAGE,
    TOUCH_DRAWS,
    UNIT,
)
from taureau.store.settings import FEWEST, MOST
from taureau.ui.widgets.check_box import CheckBox
from taureau.ui.widgets.choice_row import LABEL_WIDTH, ChoiceRow
from taureau.ui.widgets.drop_down import DropDown
from taureau.ui.widgets.length_field import LengthField
from taureau.ui.widgets.number_input import NumberField
from taureau.ui.widgets.parts import label, push_button
from taureau.ui.widgets.theme import GRID
from taureau.wording import tr_noop

_SWITCHES: dict[str, tuple[tuple[Preference[bool], str, str], ...]] = {
    tr_noop("WINDOW"): (
        (MOTION, tr_noop("Animate new strokes"), tr_noop("New strokes appear along their length; off for no motion")),
        (
            SHOW_STROKES,
            tr_noop("Panel of strokes and layers"),
            tr_noop("Width, colour and order of strokes, and the layers"),
        ),
        (SHOW_SEES, tr_noop("Panel of what it sees"), tr_noop("Names what is seen in photo and drawing")),
        (
            TOUCH_DRAWS,
            tr_noop("Fingers draw"),
            tr_noop("One finger draws; else it moves the sheet, and pen or mouse draw"),
        ),
    ),
    tr_noop("SHEET"): (
        (SHOW_RULERS, tr_noop("Rulers"), tr_noop("At the edges of the sheet; guides are dragged out of them")),
        (SHOW_GUIDES, tr_noop("Guides"), tr_noop("The lines that help to draw, kept in the file")),
        (SHOW_GRID, tr_noop("Grid"), tr_noop("A faint grid on the sheet")),
    ),
    tr_noop("SNAPPING"): (
        (SNAP, tr_noop("Snap"), tr_noop("What is dragged or drawn jumps to what is near; Alt suspends it")),
        (SNAP_TO_NODES, tr_noop("to nodes and ends of strokes"), tr_noop("The points that strokes run through")),
        (SNAP_TO_GUIDES, tr_noop("to guides"), tr_noop("While they are shown")),
        (
            SNAP_TO_PAGE,
            tr_noop("to edges and centre of the sheet"),
            tr_noop("The page, and the lines through its middle"),
        ),
        (SNAP_TO_GRID, tr_noop("to the grid"), tr_noop("While it is shown")),
    ),
    tr_noop("FILES"): (
        (
            KEEP_PHOTO,
            tr_noop("Keep the photo in saved drawings"),
            tr_noop("So that a drawing opened later can be continued"),
        ),
        (PRINT_FITTED, tr_noop("Print as large as the page allows"), tr_noop("Off: print at the size of the drawing")),
    ),
}
_SNAPPING_TO = (SNAP_TO_NODES, SNAP_TO_GUIDES, SNAP_TO_PAGE, SNAP_TO_GRID)  # parts of SNAP


class PreferencesDialog(QDialog):
    """Not modal: the sheet shows what a change does."""

    def __init__(self, preferences: Preferences, gallery: GallerySettings, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Preferences"))
        self._preferences, self._gallery = preferences, gallery
        self.unit = ChoiceRow(
            tr("Units"),
            [
                ("", tr("By region"), tr("Millimetres, or inches in the United States")),
                *((str(unit), str(unit), tr("Show every length in {plural}", plural=tr(unit.plural))) for unit in Unit),
            ],
        )
        self.appearance = ChoiceRow(
            tr("Colours"),
            [
                ("system", tr("As the system"), tr("Light or dark, as the system is")),
                ("light", tr("Light"), tr("Always light")),
                ("dark", tr("Dark"), tr("Always dark")),
            ],
        )
        self.paper = DropDown(tr("New paper"), tr("The paper of drawings that are begun; each keeps its own"))
        for index, (name, color) in enumerate(PAPERS):
            self.paper.addItem(tr(name), color or "")
            self.paper.set_item(index, tr(name))
        self.spacing = LengthField(tr("Grid spacing"), GRID_SPACING.low, GRID_SPACING.high, preferences, fine=True)
        self.spacing.setKeyboardTracking(False)
        self.distance = NumberField(tr("Snapping distance"), SNAP_DISTANCE.low, SNAP_DISTANCE.high, unit=" px")
        self.keep_runs = CheckBox(
            tr("Keep every run in the gallery"), tr("Those of the window, the queue and the command line")
        )
        self.limit = NumberField(tr("Drawings at most"), FEWEST, MOST, step=100)
        self.limit.setKeyboardTracking(False)
        self.limit.setToolTip(tr("Beyond it the oldest are deleted, but no favourites and none with notes"))
        self.boxes = {one: CheckBox(tr(text), tr(tip)) for group in _SWITCHES.values() for one, text, tip in group}
        self.reset = push_button(tr("Reset all"), "quiet", tooltip=tr("Set everything here to its default"))
        self.close_button = push_button(tr("Close"), tooltip=tr("Everything here applies at once (Esc)"))
        for button in (self.reset, self.close_button):
            button.setAutoDefault(False)  # Enter ends what is typed
        self._lay_out()
        self._connect()

    def show_page(self) -> None:
        self._show_gallery()
        self.show()
        self.raise_()
        self.activateWindow()

    def _lay_out(self) -> None:
        columns = QHBoxLayout()
        columns.setSpacing(4 * GRID)
        for groups in (("WINDOW", "FILES"), ("SHEET", "SNAPPING")):
            column = QVBoxLayout()
            column.setSpacing(GRID)
            for group in groups:
                column.addWidget(label(tr(group), "heading"))
                if group == "WINDOW":
                    column.addWidget(self.unit)
                    column.addWidget(self.appearance)
                for one, _, _ in _SWITCHES[group]:
                    column.addLayout(_indented(self.boxes[one], 3 * GRID if one in _SNAPPING_TO else 0))
                if group == "SHEET":
                    column.addLayout(_row(tr("Grid spacing"), self.spacing))
                    column.addLayout(_row(tr("New paper"), self.paper))
                if group == "FILES":
                    column.addWidget(self.keep_runs)
                    column.addLayout(_row(tr("Drawings at most"), self.limit))
                if group == "SNAPPING":
                    column.addLayout(_row(tr("Within"), self.distance))
                column.addSpacing(GRID)
            column.addStretch(1)
            columns.addLayout(column)
        foot = QHBoxLayout()
        foot.addWidget(self.reset)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        whole.setSpacing(2 * GRID)
        whole.addLayout(columns, 1)
        whole.addLayout(foot)

    def _connect(self) -> None:
        preferences = self._preferences
        for row, preference in ((self.unit, UNIT), (self.appearance, APPEARANCE)):
            preferences.follow(preference, row.choose)
            row.value_changed.connect(lambda row=row, one=preference: preferences.set_value(one, row.value))
        for field, number in ((self.spacing, GRID_SPACING), (self.distance, SNAP_DISTANCE)):
            preferences.follow(number, field.setValue)
            field.valueChanged.connect(lambda value, one=number: preferences.set_value(one, value))
        for switch, box in self.boxes.items():
            preferences.follow(switch, box.setChecked)
            box.toggled.connect(lambda on, one=switch: preferences.set_value(one, on))
        preferences.follow(NEW_PAPER, lambda color: self.paper.setCurrentIndex(self.paper.findData(color)))
        self.paper.currentIndexChanged.connect(lambda: preferences.set_value(NEW_PAPER, self.paper.currentData()))
        preferences.follow(SNAP, self._show_snapping)
        self._gallery.changed.connect(self._show_gallery)
        self.keep_runs.toggled.connect(self._gallery.set_keep_runs)
        self.limit.valueChanged.connect(lambda value: self._gallery.set_limit(round(value)))
        self.reset.clicked.connect(self._reset)
        self.close_button.clicked.connect(self.reject)

    def _reset(self) -> None:
        for preference in ALL:
            self._preferences.reset(preference)
        self._gallery.reset()

    def _show_gallery(self) -> None:
        kept = self._gallery.value
        self.keep_runs.setChecked(kept.keep_runs)
        self.limit.setValue(kept.limit)
        self.limit.setEnabled(kept.keep_runs)

    def _show_snapping(self, on: bool) -> None:
        for preference in _SNAPPING_TO:
            self.boxes[preference].setEnabled(on)
        self.distance.setEnabled(on)


def _indented(box: QWidget, px: int) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addSpacing(px)
    row.addWidget(box, 1)
    return row


def _row(name: str, field: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    word = label(name)
    word.setMinimumWidth(max(LABEL_WIDTH, word.sizeHint().width()))
    word.setBuddy(field)
    row.addWidget(word, 1)
    row.addWidget(field)
    return row
