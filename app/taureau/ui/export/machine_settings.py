"""The machine of an export: a known one or that of a file, its bed, where it counts from, and how finely it draws."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from taureau.export import PROGRAMS, ExportError, Format
from taureau.export.machines import MACHINES, Machine, default_machine
from taureau.session import MachineChoices, Preferences
from taureau.session.export.machine_choices import OWN, USUAL, names_for
from taureau.session.language import tr
from taureau.ui.export.setting_rows import drop_down, fill, length_field, mm, set_mm, setting_row, size_row
from taureau.ui.widgets.choice_row import ChoiceRow
from taureau.ui.widgets.parts import tool_button
from taureau.ui.widgets.theme import GRID

_SAME_MM = 0.02  # what a length in inches loses in its field


class MachineSettings(QWidget):
    """Bed, origin and tolerance are those of the machine until they are changed."""

    changed = Signal()
    file_wanted = Signal()

    def __init__(self, preferences: Preferences) -> None:
        super().__init__()
        self._format: Format = "gcode"
        self._file = ""
        self._base: Machine | None = None  # as it is known, without what is changed here
        self.machine = drop_down(
            tr("Machine"), tr("Whose bed is kept to, whose commands are written and whose time is told"), ()
        )
        self.file = tool_button(icon="folder-open", tooltip=tr("Take a machine file of your own (.toml)"))
        self.bed_width = length_field(tr("Width of the bed"), 1, 100_000, preferences)
        self.bed_height = length_field(tr("Height of the bed"), 1, 100_000, preferences)
        for field in (self.bed_width, self.bed_height):
            field.setToolTip(tr("How far the machine moves; what would leave its bed is not written"))
        self.origin = ChoiceRow(
            tr("Origin"),
            [
                ("bottom-left", tr("Bottom left"), tr("The machine counts from this corner of the page")),
                ("top-left", tr("Top left"), tr("The machine counts from this corner of the page")),
            ],
        )
        self.tolerance = length_field(tr("Tolerance"), 0.001, 1, preferences, fine=True)
        self.tolerance.setToolTip(tr("By how much straight pieces may differ from the curves, up to 1 mm"))
        self._bed = size_row(tr("Bed"), self.bed_width, self.bed_height)
        self.details = QWidget()  # for those who unfold them
        which = QHBoxLayout()
        which.setContentsMargins(0, 0, 0, 0)
        which.setSpacing(GRID // 2)
        which.addWidget(setting_row(tr("Machine"), self.machine), 1)
        which.addWidget(self.file)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(which)
        column.addWidget(self._bed)
        below = QVBoxLayout(self.details)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(GRID)
        below.addWidget(self.origin)
        below.addWidget(setting_row(tr("Tolerance"), self.tolerance))
        self.machine.currentIndexChanged.connect(self._take_machine)
        self.file.clicked.connect(self.file_wanted)
        self.origin.value_changed.connect(self.changed)
        for field in (self.bed_width, self.bed_height, self.tolerance):
            field.valueChanged.connect(self.changed)

    @property
    def folder(self) -> Path:
        """Where the last machine file lies."""
        return Path(self._file).parent if self._file else Path.home()

    def take_file(self, path: Path) -> None:
        """Choose the machine of a file."""
        self._file = str(path)
        self._list_machines(OWN)
        self._take_machine()

    def chosen(self) -> MachineChoices:
        base = self._base
        if base is None:
            return MachineChoices(self.machine.currentData(), self._file)
        width, height = mm(self.bed_width), mm(self.bed_height)
        return MachineChoices(
            name=self.machine.currentData(),
            file=self._file,
            bed_width_mm=0.0 if abs(width - base.bed[0]) < _SAME_MM else width,
            bed_height_mm=0.0 if abs(height - base.bed[1]) < _SAME_MM else height,
            origin="machine" if self.origin.value == base.origin else cast(Any, self.origin.value),
            tolerance_mm=0.0 if mm(self.tolerance) == round(base.tolerance, 4) else mm(self.tolerance),
        )

    def show_choices(self, choices: MachineChoices, kind: Format) -> None:
        """Offer the machines of a format, and show the choices."""
        self._format, self._file = kind, choices.file
        if not self._list_machines(choices.name):  # what was changed of another machine
            choices = MachineChoices(file=choices.file)
        self._find_base()
        if self._base is None:
            return
        with QSignalBlocker(self):
            width, height = self._base.bed
            set_mm(self.bed_width, choices.bed_width_mm or width)
            set_mm(self.bed_height, choices.bed_height_mm or height)
            self.origin.choose(self._base.origin if choices.origin == "machine" else choices.origin)
            set_mm(self.tolerance, choices.tolerance_mm or self._base.tolerance)

    def _take_machine(self) -> None:
        """Show what the machine has, in place of what was changed of the last one."""
        self.show_choices(MachineChoices(self.machine.currentData(), self._file), self._format)
        self.changed.emit()

    def _list_machines(self, name: str) -> bool:
        """Offer the machines of the format and choose one; the usual one, and return False, if it is not there."""
        items: list[tuple[object, str]] = [(one, tr(MACHINES[one].name)) for one in names_for(self._format)]
        usual = USUAL
        if self._format in PROGRAMS:
            usual = _name_of(default_machine(self._format))
        else:
            items.insert(0, (USUAL, tr("Any plotter")))
        if self._file:
            items.append((OWN, self._name_of_file()))
        with QSignalBlocker(self.machine):
            fill(self.machine, items)
            place = self.machine.findData(name)
            self.machine.setCurrentIndex(self.machine.findData(usual) if place < 0 else place)
        return place >= 0

    def _name_of_file(self) -> str:
        try:
            return MachineChoices(OWN, self._file).machine(self._format).name  # type: ignore[union-attr]
        except ExportError:  # which the export says
            return Path(self._file).name

    def _find_base(self) -> None:
        try:
            self._base = MachineChoices(self.machine.currentData(), self._file).base(self._format)
        except ExportError:
            self._base = None
        known = self._base is not None
        self._bed.setVisible(known)
        self.details.setEnabled(known)


def _name_of(machine: Machine) -> str:
    return next(name for name, known in MACHINES.items() if known is machine)
