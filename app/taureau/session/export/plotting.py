"""How a machine plots what is exported: its motion, and what each pen has to do."""

from __future__ import annotations

from dataclasses import dataclass

from taureau.document import Unit
from taureau.export import Plan
from taureau.export.machines import Machine, Motion, PenFigures, motion, pen_figures

_MM_PER_M = 1000.0
_MM_PER_FOOT = 304.8


@dataclass(frozen=True, eq=False)
class Plotting:
    """The plot of a plan; lengths in mm."""

    machine: Machine
    motion: Motion
    pens: tuple[PenFigures, ...]

    @classmethod
    def of(cls, plan: Plan) -> Plotting | None:
        """Return the plot of a plan; None where nothing is plotted."""
        if not plan.export.plots or not plan.pen_paths:
            return None
        machine = plan.export.plotting_machine
        moved = motion(plan.pen_paths, machine)
        return cls(machine, moved, pen_figures(plan.pen_paths, moved))

    @property
    def seconds(self) -> float:
        return self.motion.seconds

    @property
    def pen_downs(self) -> int:
        return sum(pen.pen_downs for pen in self.pens)

    @property
    def drawn(self) -> float:
        return sum(pen.drawn for pen in self.pens)

    @property
    def travelled(self) -> float:
        return sum(pen.travelled for pen in self.pens)


def way_text(mm: float, unit: Unit) -> str:
    """Return a length that is too long for the units of a sheet, such as "3.21 m", or feet where inches are used."""
    return f"{mm / _MM_PER_FOOT:.1f} ft" if unit is Unit.INCH else f"{mm / _MM_PER_M:.2f} m"
