"""What an export is where the user names nothing."""

from __future__ import annotations

from taureau.export.machines import Machine
from taureau.export.paper import Margins, Paper, PaperName, paper_mm

PLOTTER_PAPER: PaperName = "a4"
PLOTTER_MARGIN_MM = 15.0
PLOTTER_PEN_MM = 0.5  # a fineliner or gel pen
_SMALLER: tuple[PaperName, ...] = ("a5", "a6")


def proposed_paper(machine: Machine | None) -> Paper:
    """Return the page for a plotter: A4, or the largest smaller one that a machine reaches within the margins."""
    margins = Margins.even(PLOTTER_MARGIN_MM)
    for paper in (PLOTTER_PAPER, *_SMALLER):
        if machine is None or any(reached(paper, machine, margins, wide=wide) for wide in (True, False)):
            return paper
    return PLOTTER_PAPER


def reached(paper: PaperName, machine: Machine, margins: Margins, *, wide: bool) -> bool:
    """Return whether a machine reaches all that the margins leave of a page."""
    width, height = paper_mm(paper, "landscape" if wide else "portrait", wide=wide)
    return machine.reaches(margins.left, margins.top, width - margins.right, height - margins.bottom, height)
