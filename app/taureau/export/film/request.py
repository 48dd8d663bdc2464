"""The request of a film, for the command line and the window."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from taureau.export.errors import ExportError
from taureau.wording import said, tr_noop

FilmFormat = Literal["svg", "gif", "webp", "mp4", "webm", "json"]
PhotoPlace = Literal["none", "beside", "beneath"]  # beneath: under the drawing, fading while it is made
FILM_FORMATS: tuple[FilmFormat, ...] = get_args(FilmFormat)
PHOTO_PLACES: tuple[PhotoPlace, ...] = get_args(PhotoPlace)
LINES: tuple[FilmFormat, ...] = ("svg", "json")  # the others are made of pictures
VIDEOS: tuple[FilmFormat, ...] = ("mp4", "webm")

MIN_PX, MAX_PX = 16, 4096  # of a side
MAX_SECONDS = 120.0
MAX_HOLD = 60.0
MAX_FPS = 60.0
MAX_FRAMES = {"gif": 1500, "webp": 3000}  # that players of the format still take
HOLD = 2.0
NO_PAPER = "none"
_SIZE = {"svg": None, "json": None, "gif": 480, "webp": 720, "mp4": 1080, "webm": 1080}  # px, where none is given
_FPS = {"svg": 30.0, "json": 60.0, "gif": 20.0, "webp": 25.0, "mp4": 30.0, "webm": 30.0}
_COLOR = re.compile(r"#[0-9a-f]{6}")


@dataclass(frozen=True)
class Film:
    """What film to make; raises ExportError for values that are out of range or contradict each other."""

    format: FilmFormat
    size: int | tuple[int, int] | None = None  # px: of the longer side, or width and height; None: usual ones
    seconds: float | None = None  # from the first stroke to the last; None: what the lines ask for
    hold: float = HOLD  # s that the finished drawing stays at the end
    fps: float | None = None  # frames a second; None: the usual ones of the format
    paper: str | None = None  # "#rrggbb", or NO_PAPER; None: that of the drawing, or else white
    photo: PhotoPlace = "none"

    @property
    def frames_per_second(self) -> float:
        return _FPS[self.format] if self.fps is None else self.fps

    @property
    def pixels(self) -> int | tuple[int, int] | None:
        """The size in px; None for that of the drawing."""
        return _SIZE[self.format] if self.size is None else self.size

    def __post_init__(self) -> None:
        if self.format not in FILM_FORMATS:
            raise ExportError(f"there is no film format {self.format!r}: choose {', '.join(FILM_FORMATS)}")
        if self.photo not in PHOTO_PLACES:
            raise ExportError(f"a photo is {', '.join(PHOTO_PLACES)}, not {self.photo!r}")
        for side in (self.size,) if isinstance(self.size, int) else self.size or ():
            if not MIN_PX <= side <= MAX_PX:
                raise ExportError(f"a side of a film must be from {MIN_PX} to {MAX_PX} px, not {side}")
        for name, value, most in (
            ("the seconds", self.seconds, MAX_SECONDS),
            ("the frames per second", self.fps, MAX_FPS),
        ):
            if value is not None and not 0 < value <= most:
                raise ExportError(f"{name} must be more than 0 and at most {most:g}, not {value:g}")
        if not (math.isfinite(self.hold) and 0 <= self.hold <= MAX_HOLD):
            raise ExportError(f"the hold must be from 0 to {MAX_HOLD:g} s, not {self.hold:g}")
        self._check_paper()
        if self.fps is not None and self.format == "svg":
            raise ExportError("an animated SVG has no frames: leave the frames per second out")

    def _check_paper(self) -> None:
        if self.paper is None or _COLOR.fullmatch(self.paper):
            return
        if self.paper != NO_PAPER:
            raise ExportError(f"the paper must be #rrggbb or {NO_PAPER}, not {self.paper[:40]!r}")
        if self.format not in LINES:
            raise ExportError(tr_noop("only SVG and Lottie can be without paper: leave it out"))

    def check_frames(self, seconds: float) -> None:
        """Raise ExportError for a film that has more frames than its format is good for."""
        frames = round(seconds * self.frames_per_second)
        most = MAX_FRAMES.get(self.format)
        if most is not None and frames > most:
            raise ExportError(
                said(
                    "{frames} frames are too many for {format}, at most {most}: take fewer a second, or MP4 or WebM",
                    frames=frames,
                    format=self.format.upper(),
                    most=most,
                )
            )


def film_format_of(path: Path) -> FilmFormat:
    """Return the format given by a file's suffix; raises ExportError for an unknown one."""
    suffix = path.suffix.lower().removeprefix(".")
    for known in FILM_FORMATS:
        if suffix == known:
            return known
    raise ExportError(
        said("'{name}' names no film: end it with .svg, .gif, .webp, .mp4, .webm or .json (Lottie)", name=path.name)
    )
