"""Film files as what plays them reads them: Pillow and PyAV, frame by frame."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from taureau.export import ExportError
from taureau.export.film import Film, FilmFormat, film_bytes, film_format_of, staged, write_film
from taureau.export.film.reel import moments

from tests.export.film.drawings import DRAWING, PENCILLED, a_photo, painted, pixels, unlike


@pytest.mark.parametrize("kind", ["gif", "webp"])
@pytest.mark.parametrize("photo", ["none", "beneath"])
def test_pillow_reads_the_pictures_back(kind: FilmFormat, photo: Any, tmp_path: Path) -> None:
    path = tmp_path / f"film.{kind}"
    film = Film(kind, size=200, seconds=2.0, hold=1.5, fps=10, photo=photo)
    shown = staged(DRAWING, film, a_photo())
    write_film(shown, film, path)
    with Image.open(path) as read:
        assert read.size == (200, 150)
        assert read.info["loop"] == 0
        elapsed = 0.0
        for number in range(read.n_frames):  # type: ignore[attr-defined]
            read.seek(number)
            read.load()
            time = elapsed / 1000
            assert unlike(pixels(read), painted(shown, min(time, shown.score.drawn)), by=72) < 0.01, number
            elapsed += read.info["duration"]
        assert elapsed == pytest.approx(3500, abs=10)
        assert unlike(pixels(read), painted(shown, 99), by=48) < 0.002
        assert read.info["duration"] >= 1500


def test_a_photo_that_fades_slowly_leaves_nothing_behind(tmp_path: Path) -> None:
    path = tmp_path / "film.webp"
    film = Film("webp", size=120, seconds=8.0, hold=0.0, fps=25, photo="beneath")
    shown = staged(DRAWING, film, a_photo())
    write_film(shown, film, path)
    with Image.open(path) as read:
        for number in (50, 100, 150):
            read.seek(number)
            assert unlike(pixels(read), painted(shown, number / 25), by=32) < 0.03, number


@pytest.mark.parametrize("kind", ["mp4", "webm"])
def test_pyav_reads_the_video_back(kind: FilmFormat, tmp_path: Path) -> None:
    av = pytest.importorskip("av")
    path = tmp_path / f"film.{kind}"
    film = Film(kind, size=201, seconds=1.5, hold=0.5, fps=24)
    shown = staged(DRAWING, film)
    write_film(shown, film, path)
    assert shown.size == (202, 150) or shown.size == (200, 150)  # even
    with av.open(str(path)) as read:
        assert float(read.streams.video[0].average_rate) == pytest.approx(24)
        frames = list(read.decode(video=0))
    times = moments(shown.score, 24)
    assert len(frames) == len(times) + 12
    for number in (0, 10, 20, len(frames) - 1):
        seen = pixels(frames[number].to_image())
        assert unlike(seen, painted(shown, times[min(number, len(times) - 1)]), by=72) < 0.01, number


@pytest.mark.parametrize("kind", ["svg", "json", "gif", "webp", "mp4", "webm"])
def test_the_same_film_is_the_same_bytes(kind: FilmFormat) -> None:
    if kind in ("mp4", "webm"):
        pytest.importorskip("av")
    film = Film(kind, size=120, seconds=1.0, hold=0.2)
    shown = staged(PENCILLED, film)
    assert film_bytes(shown, film) == film_bytes(shown, film)


@pytest.mark.parametrize("kind", ["gif", "webp", "mp4"])
def test_progress_rises_to_1_and_what_it_raises_leaves_nothing(kind: FilmFormat, tmp_path: Path) -> None:
    if kind == "mp4":
        pytest.importorskip("av")
    path, told = tmp_path / f"film.{kind}", list[float]()
    film = Film(kind, size=80, seconds=1.0, hold=0.2)

    def half(share: float) -> None:
        told.append(share)
        if share > 0.5:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_film(staged(DRAWING, film), film, path, half)
    assert list(tmp_path.iterdir()) == []
    told.clear()
    write_film(staged(DRAWING, film), film, path, told.append)
    assert told == sorted(told)
    assert told[-1] == 1
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"size": 8}, "from 16 to 4096 px, not 8"),
        ({"size": (100, 9000)}, "not 9000"),
        ({"seconds": 0.0}, "more than 0"),
        ({"seconds": float("nan")}, "more than 0"),
        ({"seconds": 121.0}, "at most 120"),
        ({"hold": -1.0}, "from 0 to 60"),
        ({"fps": 61.0}, "at most 60"),
        ({"paper": "red"}, "#rrggbb or none"),
        ({"paper": "none"}, "only SVG and Lottie"),
        ({"photo": "above"}, "none, beside, beneath"),
        ({"format": "avi"}, "no film format"),
        ({"format": "svg", "fps": 20.0}, "no frames"),
    ],
)
def test_what_is_out_of_range_is_refused(asked: dict[str, Any], said: str) -> None:
    with pytest.raises(ExportError, match=said):
        Film(**{"format": "gif", **asked})


def test_films_that_are_too_large_for_their_format_are_refused() -> None:
    with pytest.raises(ExportError, match="1800 frames are too many for GIF, at most 1500"):
        staged(DRAWING, Film("gif", seconds=88.0, hold=2.0))
    film = Film("gif", size=4096, seconds=10.0)
    with pytest.raises(ExportError, match="too much for a GIF"):
        film_bytes(staged(DRAWING, film), film)


def test_the_ending_names_the_format() -> None:
    assert film_format_of(Path("a.WebM")) == "webm"
    with pytest.raises(ExportError, match=r"'a.avi' names no film: end it with .svg"):
        film_format_of(Path("a.avi"))
