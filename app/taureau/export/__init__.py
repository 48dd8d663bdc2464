"""Export of drawings for other programs, printers and plotters: laid out on a page, as SVG, PDF, PNG or WebP."""

from taureau.export.composition import Composition, composed
from taureau.export.errors import ExportError
from taureau.export.files import Plan, Sheet, file_bytes, format_of, planned, write
from taureau.export.paper import ORIENTATIONS, PAPER_COLOR, PAPERS, PORTRAIT_MM, Margins, Orientation, Paper
from taureau.export.request import DPI, FORMATS, PIXELS, PROFILES, Area, Export, Format, Profile, Side

__all__ = [
    "DPI",
    "FORMATS",
    "ORIENTATIONS",
    "PAPERS",
    "PAPER_COLOR",
    "PIXELS",
    "PORTRAIT_MM",
    "PROFILES",
    "Area",
    "Composition",
    "Export",
    "ExportError",
    "Format",
    "Margins",
    "Orientation",
    "Paper",
    "Plan",
    "Profile",
    "Sheet",
    "Side",
    "composed",
    "file_bytes",
    "format_of",
    "planned",
    "write",
]
