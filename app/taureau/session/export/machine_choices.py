"""The machine that plots, as the dialog chooses it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any, Literal

from taureau.export import PROGRAMS, Format
from taureau.export.machines import MACHINES, ORIGINS, Machine, Origin, default_machine, load_machine
from taureau.session.export.stored_choices import restored

USUAL = ""  # the usual machine of a format; for an SVG any, whose bed does not matter
OWN = "file"  # the machine of `file`
OwnOrigin = Literal["machine"] | Origin


@dataclass(frozen=True)
class MachineChoices:
    """A known machine or a machine file, and what is changed of it; 0 and "machine" leave what the machine has."""

    name: str = USUAL  # of MACHINES, USUAL or OWN
    file: str = ""
    bed_width_mm: float = 0.0
    bed_height_mm: float = 0.0
    origin: OwnOrigin = "machine"
    tolerance_mm: float = 0.0

    def base(self, kind: Format) -> Machine | None:
        """Return the machine as it is known; None where any will do.

        Raises ExportError where the machine file cannot be read.
        """
        if self.name == OWN:
            return load_machine(Path(self.file))
        if self.name in names_for(kind):
            return MACHINES[self.name]
        return default_machine(kind) if kind in PROGRAMS else None

    def machine(self, kind: Format) -> Machine | None:
        """Return the machine with what is changed of it; raises ExportError as `base`."""
        machine = self.base(kind)
        if machine is None:
            return None
        width, height = machine.bed
        return replace(
            machine,
            bed=(self.bed_width_mm or width, self.bed_height_mm or height),
            origin=machine.origin if self.origin == "machine" else self.origin,
            tolerance=self.tolerance_mm or machine.tolerance,
        )

    def as_table(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_table(cls, table: object) -> MachineChoices:
        """Return stored choices; invalid values are ignored."""
        words = {"name": (USUAL, OWN, *MACHINES), "origin": ("machine", *ORIGINS)}
        return restored(cls(), table, [field.name for field in fields(cls)], words)


def names_for(kind: Format) -> Sequence[str]:
    """Return the names of the machines that a format is for: all for an SVG, which other programs translate."""
    return [name for name, machine in MACHINES.items() if kind not in PROGRAMS or machine.language == kind]
