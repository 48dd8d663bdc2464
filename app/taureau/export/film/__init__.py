"""Films of how a drawing is made: animated SVG, GIF, WebP, MP4, WebM and Lottie, from one score."""

from taureau.export.film.files import check_encoder, film_bytes, write_film
from taureau.export.film.request import (
    FILM_FORMATS,
    HOLD,
    LINES,
    MAX_FPS,
    MAX_HOLD,
    MAX_PX,
    MAX_SECONDS,
    MIN_PX,
    NO_PAPER,
    PHOTO_PLACES,
    VIDEOS,
    Film,
    FilmFormat,
    PhotoPlace,
    film_format_of,
)
from taureau.export.film.score import Cue, Score, fades, score_of
from taureau.export.film.stage import Stage, staged

__all__ = [
    "FILM_FORMATS",
    "HOLD",
    "LINES",
    "MAX_FPS",
    "MAX_HOLD",
    "MAX_PX",
    "MAX_SECONDS",
    "MIN_PX",
    "NO_PAPER",
    "PHOTO_PLACES",
    "VIDEOS",
    "Cue",
    "Film",
    "FilmFormat",
    "PhotoPlace",
    "Score",
    "Stage",
    "check_encoder",
    "fades",
    "film_bytes",
    "film_format_of",
    "score_of",
    "staged",
    "write_film",
]
