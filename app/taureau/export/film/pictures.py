"""GIF and WebP, written by Pillow; both play again and again."""

from __future__ import annotations

import io

from PIL import Image

from taureau.export.errors import ExportError
from taureau.export.film.painter import Painter
from taureau.export.film.reel import Reel, moments
from taureau.export.film.stage import Stage
from taureau.export.plotter import Progress
from taureau.wording import said

_GIF_UNIT = 10.0  # ms, in which a GIF counts
_MOMENTS, _FADING = 3, 9  # of the film, from which its palette is taken; more while a photo fades
_GIF_PIXELS = 500_000_000  # of all frames, which Pillow holds in memory
_EXACT = {"lossless": True, "quality": 20, "method": 1, "kmin": 60, "kmax": 120}  # of a WebP: small, as little changes
# A photo that fades changes everywhere, by less than a lossy encoder minds from one picture to the next: all are whole.
_FADING_PHOTO = {"quality": 75, "method": 1, "kmin": 0, "kmax": 1}


def gif_bytes(stage: Stage, fps: float, progress: Progress) -> bytes:
    """The film as a GIF with one palette; raises ExportError for one that is too large."""
    count, (width, height) = len(moments(stage.score, fps)), stage.size
    if count * width * height > _GIF_PIXELS:
        raise ExportError(
            said(
                "{count} frames of {width} × {height} px are too much for a GIF: make it smaller, or take MP4",
                count=count,
                width=width,
                height=height,
            )
        )
    reel = Reel(stage, fps, progress, _palette(stage))
    buffer = io.BytesIO()
    durations = reel.durations(stage.score.seconds, _GIF_UNIT)
    reel.save(buffer, "GIF", save_all=True, duration=durations, loop=0, optimize=False)
    return buffer.getvalue()


def webp_bytes(stage: Stage, fps: float, progress: Progress) -> bytes:
    """The film as an animated WebP."""
    reel = Reel(stage, fps, progress)
    buffer = io.BytesIO()
    durations, coding = reel.durations(stage.score.seconds, 1.0), _FADING_PHOTO if stage.photo_fades else _EXACT
    reel.save(buffer, "WEBP", save_all=True, duration=durations, loop=0, **coding)
    return buffer.getvalue()


def _palette(stage: Stage) -> Image.Image:
    """A picture with the colours of the film, taken from moments of it."""
    painter, (width, height) = Painter(stage), stage.size
    count = _FADING if stage.photo_fades else _MOMENTS
    together = Image.new("RGB", (width, count * height))
    for number in range(count):
        painter.advance(stage.score.drawn * number / (count - 1))
        together.paste(painter.picture, (0, number * height))
    return together.quantize(256, Image.Quantize.MEDIANCUT)
