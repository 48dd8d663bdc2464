"""Paper sizes, margins and colour."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import Literal, TypeAlias, get_args

from taureau.export.errors import ExportError

PaperName = Literal["fit", "a6", "a5", "a4", "a3", "a2", "a1", "letter", "legal", "tabloid"]
Paper: TypeAlias = PaperName | tuple[float, float]  # "fit": as large as the picture and its margins; or size, mm
Orientation = Literal["auto", "portrait", "landscape"]  # "auto": as the picture lies, and a size as it is given
PAPERS: tuple[PaperName, ...] = get_args(PaperName)
ORIENTATIONS: tuple[Orientation, ...] = get_args(Orientation)
PAPER_COLOR = "#ffffff"  # where no other was chosen, and of what other programs show
MAX_MM = 100_000.0

PORTRAIT_MM: dict[PaperName, tuple[float, float]] = {
    "a6": (105.0, 148.0),
    "a5": (148.0, 210.0),
    "a4": (210.0, 297.0),
    "a3": (297.0, 420.0),
    "a2": (420.0, 594.0),
    "a1": (594.0, 841.0),
    "letter": (215.9, 279.4),
    "legal": (215.9, 355.6),
    "tabloid": (279.4, 431.8),
}
_SIZE = re.compile(r"(\d+(?:\.\d*)?)\s*[x×]\s*(\d+(?:\.\d*)?)\s*(mm|in)?")
_MM = {"mm": 1.0, "in": 25.4}


@dataclass(frozen=True)
class Margins:
    """The margins of a page, mm, in the order of CSS."""

    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0
    left: float = 0.0

    @classmethod
    def even(cls, mm: float) -> Margins:
        return cls(mm, mm, mm, mm)

    @property
    def across(self) -> float:
        return self.left + self.right

    @property
    def down(self) -> float:
        return self.top + self.bottom


def paper_of(text: str) -> Paper:
    """The paper of a name, or of a size such as "200x300" or "8x10in"; raises ExportError."""
    for name in PAPERS:
        if text.lower() == name:
            return name
    size = size_of(text)
    if size is None:
        raise ExportError(f"a page is one of {', '.join(PAPERS)}, or a size as in 200x300 or 8x10in, not {text[:40]!r}")
    return size


def size_of(text: str) -> tuple[float, float] | None:
    """Width and height, mm, of a size such as "300x218" or "8x10in"; None for other text."""
    found = _SIZE.fullmatch(text.strip().lower()) if len(text) < 40 else None
    if found is None:
        return None
    unit = _MM[found[3] or "mm"]
    return float(found[1]) * unit, float(found[2]) * unit


def check_paper(paper: Paper) -> None:
    """Raise ExportError for a size that no page has."""
    if not isinstance(paper, str) and not all(math.isfinite(side) and 0 < side <= MAX_MM for side in paper):
        raise ExportError(f"a page's sides must be more than 0 and at most {MAX_MM:g} mm")


def paper_mm(paper: Paper, orientation: Orientation, *, wide: bool) -> tuple[float, float]:
    """Width and height of a sheet, mm; "auto" is landscape if the content is `wide`, and a size as it is given."""
    if paper == "fit":
        raise ValueError("a page that fits its picture has no size of its own")
    width, height = paper if isinstance(paper, tuple) else PORTRAIT_MM[paper]
    if orientation == "auto" and isinstance(paper, tuple):
        return width, height
    landscape = wide if orientation == "auto" else orientation == "landscape"
    short, long = sorted((width, height))
    return (long, short) if landscape else (short, long)
