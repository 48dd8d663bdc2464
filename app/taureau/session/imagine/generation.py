"""A generated picture, and a generation: the pictures of one request."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from taureau.document import Drawing, save_svg
from taureau.export import Export, format_of, planned, write
from taureau.imagine import Agreement, GenerationProgress
from taureau.imagine.picture_file import save_picture


@dataclass(frozen=True, eq=False)
class Picture:
    """A generated picture or drawing, or the drawing or photo taken from the sheet."""

    number: int  # shown in the window
    pixels: NDArray[np.uint8]  # [H, W, 3], sRGB
    image: QImage
    facts: dict[str, str]  # how it was made; empty if it is from the sheet
    agreement: Agreement | None = None  # how much it shows of each thing in its sentence
    name: str = ""  # if it is from the sheet or a file
    drawing: Drawing | None = None  # that the pixels show, in strokes


@dataclass(eq=False)
class Generation:
    """The pictures of one request."""

    title: str  # "a red fox", "Variations of 3"
    parents: tuple[Picture, ...]
    depth: int  # in the family tree, 0 …
    expected: int  # pictures
    run: str = ""
    pictures: list[Picture] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)  # of its pictures as they were made, discarded ones too
    active: bool = False  # waiting or being made
    begun: bool = False  # the drawing thread has started it
    stopping: bool = False  # asked to stop, not ended yet
    failed: bool = False
    stage: str = ""  # of the work, in words
    progress: GenerationProgress | None = None  # the latest
    progress_time: float = 0.0  # s, monotonic clock, at the latest progress
    environment: str = ""  # model, device and memory, in words

    @property
    def awaited(self) -> int:
        """The number of pictures still to come."""
        return self.expected - len(self.numbers) if self.active else 0

    @property
    def share(self) -> float:
        """Fraction completed, 0 … 1."""
        return self.progress.share if self.progress else 0.0

    @property
    def remaining(self) -> float | None:
        """Estimated seconds left; None while no estimate exists."""
        if self.progress is None or self.progress.remaining is None:
            return None
        return max(0.0, self.progress.remaining - (time.monotonic() - self.progress_time))

    @property
    def share_of_next(self) -> float:
        """Fraction completed of the picture that is being made, 0 … 1."""
        return min(1.0, max(0.0, self.share * self.expected - len(self.numbers)))

    def set_progress(self, progress: GenerationProgress) -> None:
        """Note the progress after a step."""
        self.stage, self.progress, self.progress_time = progress.stage, progress, time.monotonic()

    def put(self, picture: Picture) -> None:
        """Insert a picture in the order of the numbers."""
        self.pictures.append(picture)
        self.pictures.sort(key=lambda one: one.number)


def save(picture: Picture, path: Path) -> None:
    """Write a drawing as an SVG, or in the format that the name says; a picture as a PNG with how it was made.

    Raises DocumentError, and ExportError for a drawing in another format than SVG.
    """
    if picture.drawing is None:
        save_picture(picture.pixels, path, picture.facts)
    elif path.suffix.lower() == ".svg":
        save_svg(picture.drawing, path)
    else:
        write(planned(picture.drawing, Export(format=format_of(path)), path))
