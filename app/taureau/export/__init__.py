"""Export of drawings for other programs, printers and plotters: laid out on a page, as SVG, PDF, PNG or WebP."""

from taureau.export.composition import Composition, composed
from taureau.export.errors import ExportError
from taureau.export.files import Plan, Sheet, file_bytes, format_of, planned, write
from taureau.export.hatched_areas import HATCH_SPACING
from taureau.export.marks import MARKS, Marks
from taureau.export.paper import (
    ORIENTATIONS,
    PAPER_COLOR,
    PAPERS,
    Margins,
    Orientation,
    Paper,
    PaperName,
    paper_of,
    size_of,
)
from taureau.export.proposals import PLOTTER_MARGIN_MM, PLOTTER_PAPER, PLOTTER_PEN_MM, proposed_paper
from taureau.export.request import DPI, FORMATS, PIXELS, PROFILES, PROGRAMS, Area, Export, Format, Profile, Side

__all__ = [
    "DPI",
    "FORMATS",
    "HATCH_SPACING",
    "MARKS",
    "ORIENTATIONS",
    "PAPERS",
    "PAPER_COLOR",
    "PIXELS",
    "PLOTTER_MARGIN_MM",
    "PLOTTER_PAPER",
    "PLOTTER_PEN_MM",
    "PROFILES",
    "PROGRAMS",
    "Area",
    "Composition",
    "Export",
    "ExportError",
    "Format",
    "Margins",
    "Marks",
    "Orientation",
    "Paper",
    "PaperName",
    "Plan",
    "Profile",
    "Sheet",
    "Side",
    "composed",
    "file_bytes",
    "format_of",
    "paper_of",
    "planned",
    "proposed_paper",
    "size_of",
    "write",
]
