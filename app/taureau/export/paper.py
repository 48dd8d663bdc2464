"""Paper sizes, margins and colour."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

Paper = Literal["fit", "a5", "a4", "a3", "letter"]  # "fit": as large as the picture and its margins
Orientation = Literal["auto", "portrait", "landscape"]  # "auto": as the picture lies
PAPERS: tuple[Paper, ...] = get_args(Paper)
ORIENTATIONS: tuple[Orientation, ...] = get_args(Orientation)
PAPER_COLOR = "#ffffff"  # where no other was chosen, and of what other programs show

PORTRAIT_MM: dict[Paper, tuple[float, float]] = {
    "a5": (148.0, 210.0),
    "a4": (210.0, 297.0),
    "a3": (297.0, 420.0),
    "letter": (215.9, 279.4),
}


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


def paper_mm(paper: Paper, orientation: Orientation, *, wide: bool) -> tuple[float, float]:
    """Width and height of a sheet, mm; "auto" is landscape if the content is `wide`."""
    short, long = PORTRAIT_MM[paper]
    landscape = wide if orientation == "auto" else orientation == "landscape"
    return (long, short) if landscape else (short, long)
