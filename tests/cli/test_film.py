"""`taureau film`: what it writes, what it says, what it refuses."""

from __future__ import annotations

import errno
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image
from taureau.document import Drawing, Reference, drawing_to_svg, load_svg
from taureau.photo import jpeg_bytes

from tests.cli.program import command, refusal, taureau, taureau_on_terminal
from tests.export.film.drawings import DRAWING, a_photo


@pytest.fixture
def drawing(tmp_path: Path) -> Path:
    path = tmp_path / "bull.svg"
    path.write_text(drawing_to_svg(DRAWING), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("ending", "options", "said"),
    [
        ("svg", [], "200 × 150 px, 8.3 s"),
        ("svg", ["--size", 400, "--seconds", 4, "--hold", 0], "400 × 300 px, 4.0 s"),
        ("json", ["--paper", "none", "--fps", 24], "200 × 150 px, 8.3 s"),
        ("gif", ["--size", "160x90", "--seconds", 1, "--hold", 0.5, "--fps", 10], "160 × 90 px, 1.5 s"),
        ("webp", ["--size", 120, "--seconds", 1, "--paper", "#FFEEDD"], "120 × 90 px, 3.0 s"),
    ],
)
def test_a_film_of_each_kind(ending: str, options: list[object], said: str, drawing: Path, tmp_path: Path) -> None:
    output = tmp_path / f"film.{ending}"
    result = taureau("film", drawing, "-o", output, *options)
    assert (result.returncode, result.stdout) == (0, f"{output}: 6 strokes, {said}\n")
    assert result.stderr == ("" if ending in ("svg", "json") else "making a film of 6 strokes\n")
    match ending:
        case "svg":
            assert load_svg(output).stroke_count == 6
        case "json":
            assert json.loads(output.read_text())["layers"]
        case _:
            with Image.open(output) as film:
                assert film.is_animated  # type: ignore[attr-defined]


@pytest.mark.parametrize("kind", ["mp4", "webm"])
def test_a_video(kind: str, drawing: Path, tmp_path: Path) -> None:
    av = pytest.importorskip("av")
    output = tmp_path / f"film.{kind}"
    result = taureau("film", drawing, "-o", output, "--size", 128, "--seconds", 0.5, "--hold", 0)
    assert (result.returncode, result.stdout) == (0, f"{output}: 6 strokes, 128 × 96 px, 0.5 s\n")
    with av.open(str(output)) as film:
        assert len(list(film.decode(video=0))) == 16


def test_without_pyav_it_says_what_to_install(drawing: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "av", None)
    said = refusal(taureau("film", drawing, "-o", tmp_path / "film.mp4"))
    assert said == (
        "MP4 and WebM need PyAV: install it by `pip install 'taureau[film]'`, or name the film .webp or .gif"
    )
    assert list(tmp_path.iterdir()) == [drawing]


def test_a_bundle_without_pyav_does_not_send_one_to_pip(
    drawing: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "av", None)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    said = refusal(taureau("film", drawing, "-o", tmp_path / "film.mp4"))
    assert "it is not in this bundle" in said
    assert "install it by" not in said


def test_the_photo_is_the_one_in_the_drawing_or_the_one_that_is_named(drawing: Path, tmp_path: Path) -> None:
    output, photo = tmp_path / "film.svg", tmp_path / "photo.jpg"
    photo.write_bytes(jpeg_bytes(a_photo()))
    assert "name it by --photo-file" in refusal(taureau("film", drawing, "-o", output, "--photo", "beside"))
    assert "--photo beside or beneath" in refusal(taureau("film", drawing, "-o", output, "--photo-file", photo))
    missing = taureau("film", drawing, "-o", output, "--photo", "beside", "--photo-file", tmp_path / "no.jpg")
    assert "no.jpg" in refusal(missing)
    named = taureau("film", drawing, "-o", output, "--photo", "beside", "--photo-file", photo)
    assert named.stdout == f"{output}: 6 strokes, 406 × 150 px, 8.3 s\n"
    kept = drawing_to_svg(DRAWING, reference=Reference(photo.read_bytes(), "photo.jpg"))
    drawing.write_text(kept, encoding="utf-8")
    assert taureau("film", drawing, "-o", output, "--photo", "beneath").returncode == 0
    assert "data:image/jpeg" in output.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["-o", "film.avi"], "'film.avi' names no film: end it with .svg, .gif, .webp, .mp4, .webm or .json (Lottie)"),
        (["-o", "film.gif", "--size", 8], "a side of a film must be from 16 to 4096 px, not 8"),
        (["-o", "film.gif", "--size", "100x5000"], "a side of a film must be from 16 to 4096 px, not 5000"),
        (["-o", "film.gif", "--size", "big"], "--size must be a number of px, or width and height as in 1920x1080"),
        (["-o", "film.gif", "--seconds", "nan"], "the seconds must be more than 0"),
        (["-o", "film.gif", "--seconds", 1000], "the seconds must be more than 0 and at most 120, not 1000"),
        (["-o", "film.gif", "--hold", -1], "the hold must be from 0 to 60 s, not -1"),
        (["-o", "film.gif", "--fps", 100], "the frames per second must be more than 0 and at most 60, not 100"),
        (["-o", "film.svg", "--fps", 10], "an animated SVG has no frames"),
        (["-o", "film.gif", "--paper", "none"], "only SVG and Lottie can be without paper"),
        (["-o", "film.gif", "--paper", "teal"], "the paper must be #rrggbb or none, not 'teal'"),
        (["-o", "nowhere/film.gif"], "there is no folder nowhere"),
        (["-o", "."], "names no film"),
        (["-o", "bull.svg"], "the film would overwrite the drawing: choose another name for it"),
        (["-o", "folder.gif"], "folder.gif cannot be written: it is not a file"),
    ],
)
def test_what_cannot_be_done_is_refused_in_one_line(
    options: list[object], said: str, drawing: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "folder.gif").mkdir()
    monkeypatch.chdir(tmp_path)
    before = drawing.read_bytes()
    assert said in refusal(taureau("film", "bull.svg", *options))
    assert sorted(tmp_path.iterdir()) == [drawing, tmp_path / "folder.gif"]
    assert drawing.read_bytes() == before


def test_an_empty_drawing_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "empty.svg"
    path.write_text(drawing_to_svg(Drawing(100, 100)), encoding="utf-8")
    assert "there is nothing to film" in refusal(taureau("film", path, "-o", tmp_path / "film.gif"))
    assert list(tmp_path.iterdir()) == [path]


def test_a_full_disk_leaves_the_old_film(drawing: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    output = tmp_path / "film.svg"
    output.write_text("the old one", encoding="utf-8")

    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    assert "No space left on device; make room" in refusal(taureau("film", drawing, "-o", output))
    assert output.read_text(encoding="utf-8") == "the old one"
    assert sorted(tmp_path.iterdir()) == [drawing, output]


def test_a_terminal_shows_how_far_it_is(drawing: Path, tmp_path: Path) -> None:
    seen = taureau_on_terminal("film", drawing, "-o", tmp_path / "film.gif", "--size", 64, "--seconds", 1)
    assert "making a film of 6 strokes" in seen
    assert "%" in seen


def test_ctrl_c_leaves_no_half_of_a_film(drawing: Path, tmp_path: Path) -> None:
    output = tmp_path / "film.webp"
    options = ["--size", "1600", "--seconds", "60"]
    piped = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    with subprocess.Popen(command("film", drawing, "-o", output, *options), **piped) as process:
        try:
            assert process.stderr.readline() == "making a film of 6 strokes\n"
            process.send_signal(signal.SIGINT)
            out, err = process.communicate(timeout=60)
        finally:
            process.kill()
    assert (process.returncode, out) == (130, "")
    assert err.endswith("taureau: stopped; nothing was saved\n")  # the first line again, if the signal met its flush
    assert list(tmp_path.iterdir()) == [drawing]
