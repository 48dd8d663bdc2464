"""Machines that hold the pen: their files of movements, their limits and the time that they take."""

from taureau.export.machines.machine import LANGUAGES, ORIGINS, Language, Machine, Origin
from taureau.export.machines.machine_file import load_machine
from taureau.export.machines.motion import Motion, PenFigures, PenPlace, Stretch, motion, pen_figures
from taureau.export.machines.pen_paths import Line, PenPath, on_page, pen_paths
from taureau.export.machines.presets import AXIDRAW, MACHINES, default_machine
from taureau.export.machines.programs import check_holders, program
from taureau.export.machines.timing import duration_text, plotting_seconds

__all__ = [
    "AXIDRAW",
    "LANGUAGES",
    "MACHINES",
    "ORIGINS",
    "Language",
    "Line",
    "Machine",
    "Motion",
    "Origin",
    "PenFigures",
    "PenPath",
    "PenPlace",
    "Stretch",
    "check_holders",
    "default_machine",
    "duration_text",
    "load_machine",
    "motion",
    "on_page",
    "pen_figures",
    "pen_paths",
    "plotting_seconds",
    "program",
]
