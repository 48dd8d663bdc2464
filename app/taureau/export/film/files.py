"""Making a film and writing its file."""

from __future__ import annotations

from pathlib import Path

from taureau.document import DocumentError, write_whole
from taureau.export.errors import ExportError
from taureau.export.film.animated_svg import animated_svg
from taureau.export.film.lottie import lottie_bytes
from taureau.export.film.request import VIDEOS, Film
from taureau.export.film.stage import Stage
from taureau.export.film.video import encoder_of, video_bytes
from taureau.export.plotter import Progress


def film_bytes(stage: Stage, film: Film, progress: Progress = lambda share: None) -> bytes:
    """Return the film's file, the same for the same stage; raises ExportError.

    `progress` is told the share that is done, 0 … 1; what it raises ends the work.
    """
    fps = film.frames_per_second
    match film.format:
        case "svg":
            return animated_svg(stage).encode("utf-8")
        case "json":
            return lottie_bytes(stage, fps)
        case "mp4" | "webm":
            return video_bytes(stage, film.format, fps, progress)
        case "gif" | "webp":
            from taureau.export.film.pictures import gif_bytes, webp_bytes  # they load Pillow

            return (gif_bytes if film.format == "gif" else webp_bytes)(stage, fps, progress)


def write_film(stage: Stage, film: Film, path: Path, progress: Progress = lambda share: None) -> None:
    """Make a film and write it in one step; raises ExportError, the old file untouched.

    `progress` is that of `film_bytes`.
    """
    data = film_bytes(stage, film, progress)
    try:
        write_whole(path, data)
    except DocumentError as error:
        raise ExportError(str(error)) from error


def check_encoder(film: Film) -> None:
    """Raise ExportError, before any work, where the film needs an encoder that is not installed."""
    if film.format in VIDEOS:
        encoder_of(film.format)
