"""The choices for the next film, as the dialog has them."""

from __future__ import annotations

import json
import math
from dataclasses import asdict, dataclass, fields
from typing import Any

from taureau.export import ExportError
from taureau.export.film import HOLD, Film, FilmFormat, PhotoPlace

AS_DRAWN = ""  # the paper of the drawing
USUAL_SIZE = 720  # px


@dataclass(frozen=True)
class FilmChoices:
    """A photo that is missing is left out of the request, and stays chosen."""

    format: FilmFormat = "svg"
    size: int = USUAL_SIZE  # px of the longer side
    seconds: float = 0.0  # 0: what the strokes ask for
    hold: float = HOLD
    paper: str = AS_DRAWN  # or as that of a `Film`
    photo: PhotoPlace = "none"

    def request(self, *, has_photo: bool) -> Film:
        """Return the film to be made; raises ExportError for values out of range."""
        return Film(
            self.format,
            size=self.size,
            seconds=self.seconds or None,
            hold=self.hold,
            paper=self.paper or None,
            photo=self.photo if has_photo else "none",
        )

    def as_text(self) -> str:
        """Return the choices to store in the settings."""
        return json.dumps(asdict(self))

    @classmethod
    def from_text(cls, text: str) -> FilmChoices:
        """Return the stored choices; those of a settings file that make no film are ignored."""
        fresh = cls()
        try:
            kept = json.loads(text)
            known = {
                one.name: kept[one.name] for one in fields(cls) if _alike(kept[one.name], getattr(fresh, one.name))
            }
            chosen = cls(**known)
            chosen.request(has_photo=True)
        except (ValueError, KeyError, TypeError, RecursionError, ExportError):
            return fresh
        return chosen


def _alike(value: Any, usual: Any) -> bool:
    return type(value) is type(usual) and not (isinstance(value, float) and not math.isfinite(value))
