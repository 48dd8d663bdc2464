"""Bad input: one line that says what to do, exit code 2, no traceback, nothing half written."""

from __future__ import annotations

import os
import struct
import subprocess
import zlib
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from taureau.document import load_svg

from tests.cli.program import refusal, taureau

BOMB = """<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>
<svg xmlns="http://www.w3.org/2000/svg"><text>&b;</text></svg>"""


def png_of(width: int, height: int) -> bytes:
    """A PNG that says it is so large, and holds next to nothing: a bomb."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    pixels = zlib.compress(bytes(1_000_000))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def make_bad_photo(kind: str, folder: Path) -> Path:
    path = folder / f"{kind}.png"
    good = folder / "good.jpg"
    Image.effect_noise((200, 100), 50).convert("RGB").save(good)
    match kind:
        case "empty":
            path.write_bytes(b"")
        case "corrupt":
            path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4)
        case "cut off":
            path.write_bytes(good.read_bytes()[:2000])
        case "not a photo":
            path.write_text("Dear diary, today I drew a bull.")
        case "1 by 1":
            Image.new("RGB", (1, 1)).save(path)
        case "too wide":
            path.write_bytes(png_of(60_000, 60_000))
        case "hostile svg":
            path.write_text(BOMB)
        case "a folder":
            path.mkdir()
    return path


@pytest.mark.parametrize(
    "kind", ["empty", "corrupt", "cut off", "not a photo", "1 by 1", "too wide", "hostile svg", "a folder", "missing"]
)
def test_bad_photos(kind: str, tmp_path: Path) -> None:
    photo, output = make_bad_photo(kind, tmp_path), tmp_path / "out.svg"
    line = refusal(taureau("sketch", photo, "-o", output))
    assert photo.name in line
    assert ":" in line.replace(str(photo), "")  # what is wrong: what to do
    assert not output.exists()
    assert not list(tmp_path.glob("*.part*"))


def test_a_strip_60_000_px_wide_is_drawn(tmp_path: Path) -> None:
    strip = Image.new("L", (60_000, 700), 255)
    strip.paste(0, (20_000, 200, 40_000, 500))
    strip.save(tmp_path / "strip.png")
    result = taureau("sketch", tmp_path / "strip.png", "-o", tmp_path / "strip.svg", "--mask", "none")
    assert result.returncode == 0, result
    points = np.concatenate([stroke.curve.sample() for stroke in load_svg(tmp_path / "strip.svg").strokes])
    assert points.min(0) == pytest.approx((20_000, 200), abs=400)
    assert points.max(0) == pytest.approx((40_000, 500), abs=400)


@pytest.mark.parametrize(
    ("options", "line"),
    [
        (["--strokes", "0"], "strokes must be from 1 to 256, not 0"),
        (["--strokes", "1000"], "--strokes must be a whole number from 1 to 256, or auto, or auto:MAX, not 1000"),
        (
            ["--width", "thick"],
            "--width must be a number more than 0 with px, % or mm behind it, such as 1.2%, not 'thick'",
        ),
        (["--width", "0"], "--width must be a number more than 0 with px, % or mm behind it, such as 1.2%, not '0'"),
        (["--width", "101%"], "the stroke width must be more than 0 and no more than the photo's longer side"),
        (["--size-mm", "-3"], "--size-mm must be a number more than 0, at most 100000, not -3"),
        (["--seed", "-1"], "--seed must be a whole number from 0 to 9223372036854775807, not -1"),
    ],
)
def test_values_out_of_range(options: list[str], line: str, duck_photo: Path, tmp_path: Path) -> None:
    assert refusal(taureau("sketch", duck_photo, "-o", tmp_path / "out.svg", *options)) == line
    assert not list(tmp_path.iterdir())


def test_an_output_that_cannot_be_written(duck_photo: Path, tmp_path: Path) -> None:
    missing = tmp_path / "nowhere" / "out.svg"
    assert refusal(taureau("sketch", duck_photo, "-o", missing)).startswith(f"there is no folder {missing.parent}: ")
    assert refusal(taureau("sketch", duck_photo, "-o", tmp_path)).startswith(f"{tmp_path} is a folder: ")
    assert "cannot be written" in refusal(taureau("sketch", duck_photo, "-o", "/proc/out.svg"))


def test_the_photo_is_not_overwritten(tmp_path: Path) -> None:
    photo = tmp_path / "photo.jpg"
    Image.effect_noise((100, 100), 50).save(photo)
    before = photo.read_bytes()
    line = refusal(taureau("sketch", photo, "-o", photo))
    assert line == "the drawing would overwrite the photo: choose another name for it"
    assert photo.read_bytes() == before


def test_a_mask_that_marks_nothing(duck_photo: Path, tmp_path: Path) -> None:
    Image.new("L", (1000, 943)).save(tmp_path / "black.png")
    line = refusal(taureau("sketch", duck_photo, "-o", tmp_path / "out.svg", "--mask", tmp_path / "black.png"))
    assert "marks nothing" in line


def test_a_blank_photo_has_nothing_to_draw(tmp_path: Path) -> None:
    Image.new("RGB", (100, 100), "white").save(tmp_path / "blank.png")
    result = taureau("sketch", tmp_path / "blank.png", "-o", tmp_path / "out.svg")
    assert result.returncode == 2
    assert result.stderr.splitlines()[-1].startswith("taureau: There is no clear contour in this photo.")
    assert not (tmp_path / "out.svg").exists()


@pytest.mark.parametrize("content", [BOMB, "", "<svg", "<html/>", "<g>" * 100_000, "M 0 0 L 1 1"])
def test_hostile_and_broken_svg(content: str, tmp_path: Path) -> None:
    (tmp_path / "drawing.svg").write_text(content)
    assert "drawing.svg" in refusal(taureau("info", tmp_path / "drawing.svg"))


def test_a_picture_that_was_not_imagined_has_nothing_to_tell(tmp_path: Path) -> None:
    Image.new("RGB", (10_000, 9_500)).save(tmp_path / "large.png")  # of such a size Pillow warns
    assert "large.png does not record how Taureau generated it" in refusal(taureau("info", tmp_path / "large.png"))


def test_wrong_words_get_one_line(duck_photo: Path) -> None:
    assert "'many' is not a number" in refusal(taureau("sketch", "--strokes", "many"))
    assert "required: -o/--output; see `taureau sketch --help`" in refusal(taureau("sketch", duck_photo))
    assert "unrecognized arguments: --foo" in refusal(taureau("--foo", "sketch", duck_photo, "-o", "a.svg"))
    assert "neither a command nor a file nonsense" in refusal(taureau("nonsense"))
    assert "is no command" in refusal(taureau(duck_photo, "--foo"))
    assert "choose another" in refusal(taureau("models", "where", "--set", duck_photo / "models"))


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no /dev/full here")
def test_a_full_disk_leaves_nothing_half_written(duck_photo: Path, tmp_path: Path) -> None:
    full = tmp_path / "full.svg"
    full.symlink_to("/dev/full")
    line = refusal_after_looking(taureau("sketch", duck_photo, "-o", full, "--preset", "draft"))
    assert "it is not a file" in line


def refusal_after_looking(result: subprocess.CompletedProcess[str]) -> str:
    assert result.returncode == 2, result
    assert "Traceback" not in result.stderr
    return result.stderr.splitlines()[-1]


def test_words_that_are_no_characters(duck_photo: Path, tmp_path: Path) -> None:
    for arguments in (
        ("sketch", "--prompt", "caf\udce9", "-o", tmp_path / "out.svg"),
        ("classify", duck_photo, "--labels", "caf\udce9,dog"),
        ("classify", duck_photo, "--labels", "cat,dog", "--template", "caf\udce9 {}"),
        ("imagine", "caf\udce9", "-o", tmp_path / "out"),
        ("steer", duck_photo, "--from", "a", "--to", "\udce9", "-o", tmp_path / "out"),
    ):
        assert "are not UTF-8" in refusal(taureau(*arguments))
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "error",
    [
        MemoryError(),
        OSError(12, "Cannot allocate memory", "lib.so"),
        ImportError("lib.so: failed to map segment from shared object"),
        OSError("lib.so: cannot allocate memory in static TLS block"),
    ],
)
def test_too_little_memory_to_load_torch(
    error: Exception, duck_photo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(chosen: object) -> int:
        raise error

    monkeypatch.setattr("taureau.cli.sketch.sketch", fail)
    result = taureau("sketch", duck_photo, "-o", tmp_path / "out.svg")
    assert (result.returncode, result.stderr.count("\n")) == (1, 1)
    assert "there is too little memory" in result.stderr
