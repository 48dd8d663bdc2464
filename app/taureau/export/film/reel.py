"""The frames of a film in time, and as a sequence of pictures that Pillow saves."""

from __future__ import annotations

import math

from PIL import Image

from taureau.export.film.painter import Painter
from taureau.export.film.score import Score
from taureau.export.film.stage import Stage
from taureau.export.plotter import Progress


def moments(score: Score, fps: float) -> list[float]:
    """The times of the frames until the drawing is complete, s; the last one stays for the hold."""
    count = math.ceil(score.drawn * fps - 1e-9)
    return [number / fps for number in range(count)] + [score.drawn]


class Reel(Image.Image):
    """A picture of several frames, as the files that Pillow opens are; each is painted when it is sought.

    Frames can only be sought in their order, again and again the last one. With a palette they are of mode P.
    `progress` is told the share of the frames that are painted; what it raises ends the film.
    """

    def __init__(self, stage: Stage, fps: float, progress: Progress, palette: Image.Image | None = None) -> None:
        super().__init__()
        self._painter = Painter(stage)
        self._palette = palette
        self._dither = Image.Dither.NONE if stage.photo is None else Image.Dither.FLOYDSTEINBERG
        self._times = moments(stage.score, fps)
        self._progress = progress
        self._at = -1
        self._size = stage.size
        self.n_frames = len(self._times)
        self.seek(0)

    def durations(self, seconds: float, unit: float) -> list[float]:
        """How long each frame stays in a film of so many seconds, ms, in whole units of so many ms."""
        ends = [round(time * 1000 / unit) for time in (*self._times[1:], seconds)]
        last = max(ends[-1], ends[-2] + 1 if len(ends) > 1 else 1)
        ends = [*ends[:-1], last]
        return [(end - start) * unit for start, end in zip([0, *ends[:-1]], ends, strict=True)]

    def tell(self) -> int:
        return self._at

    def seek(self, frame: int) -> None:
        if frame >= self.n_frames:
            raise EOFError("no more frames")
        if frame <= self._at:  # Pillow returns to the first frame once it is done
            return
        self._at = frame
        self._painter.advance(self._times[frame])
        picture = self._painter.picture
        if self._palette is not None:
            picture = picture.quantize(palette=self._palette, dither=self._dither)
            self.palette = picture.palette
        self._mode, self.im = picture.mode, picture.im
        self._progress((frame + 1) / self.n_frames)
