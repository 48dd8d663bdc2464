"""What was imagined: a picture, and the pictures of one request."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from taureau.imagine import Agreement, GenerationProgress


@dataclass(frozen=True, eq=False)
class Picture:
    """One picture."""

    number: int  # by which the window calls it
    pixels: NDArray[np.uint8]  # [H, W, 3], sRGB
    image: QImage
    facts: dict[str, str]  # how it was made; empty of one that came from the sheet
    agreement: Agreement | None = None  # how far it shows the things of its sentence
    name: str = ""  # of one that came from the sheet


@dataclass(eq=False)
class Generation:
    """The pictures of one request."""

    title: str  # "a red fox", "Variations of 3"
    parents: tuple[Picture, ...]
    depth: int  # of its place in the family tree, 0 …
    expected: int  # pictures
    run: str = ""
    pictures: list[Picture] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)  # of its pictures as they came, those that were discarded too
    active: bool = False  # it waits or is made
    begun: bool = False  # its turn has come
    stopping: bool = False  # it was asked to end
    failed: bool = False
    stage: str = ""  # what is done for it now
    progress: GenerationProgress | None = None  # the latest
    heard_at: float = 0.0  # when it came, by the monotonic clock
    held: str = ""  # model, device and memory, for people

    @property
    def awaited(self) -> int:
        """Pictures that are still to come."""
        return self.expected - len(self.numbers) if self.active else 0

    @property
    def share(self) -> float:
        """Of it that is done, 0 … 1."""
        return self.progress.share if self.progress else 0.0

    @property
    def remaining(self) -> float | None:
        """Seconds that are left, as measured at the last step and less since; None while nobody knows."""
        if self.progress is None or self.progress.remaining is None:
            return None
        return max(0.0, self.progress.remaining - (time.monotonic() - self.heard_at))

    @property
    def share_of_next(self) -> float:
        """Of the picture that is being made, 0 … 1."""
        return min(1.0, max(0.0, self.share * self.expected - len(self.numbers)))

    def hear(self, progress: GenerationProgress) -> None:
        """A step is done."""
        self.stage, self.progress, self.heard_at = progress.stage, progress, time.monotonic()

    def put(self, picture: Picture) -> None:
        """Into its place among those that are there."""
        self.pictures.append(picture)
        self.pictures.sort(key=lambda one: one.number)
