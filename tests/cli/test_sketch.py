"""`sketch` on real photos."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image
from taureau.document import load_svg

from tests.cli.program import taureau, taureau_on_terminal, taureau_process


def draw(photo: Path, output: Path, *options: object) -> subprocess.CompletedProcess[str]:
    result = taureau("sketch", photo, "-o", output, *options)
    assert result.returncode == 0, result.stderr
    return result


def test_a_photo_becomes_a_drawing(duck_photo: Path, tmp_path: Path) -> None:
    result = draw(duck_photo, tmp_path / "duck.svg")
    drawing = load_svg(tmp_path / "duck.svg")
    assert (drawing.width, drawing.height) == (1000, 943)
    assert drawing.stroke_count == 16
    assert drawing.facts["photo"] == "duck.jpg"
    summary = re.fullmatch(r"(.*): 16 strokes in \d+\.\d s\n", result.stdout)
    assert summary is not None
    assert summary[1] == str(tmp_path / "duck.svg")
    lines = result.stderr.splitlines()
    assert lines[:4] == ["looking at the photo", "finding contours", "choosing strokes", "refining"]
    assert re.fullmatch(r"refining: step \d+ of \d+", lines[-1])


def test_the_same_request_gives_the_same_bytes(duck_photo: Path, tmp_path: Path) -> None:
    """In a process of its own and in one that has drawn before."""
    first, second = tmp_path / "first.svg", tmp_path / "second.svg"
    draw(duck_photo, first, "--strokes", 5)
    assert taureau_process("sketch", duck_photo, "-o", second, "--strokes", 5).returncode == 0
    assert first.read_bytes() == second.read_bytes()


def test_size_and_pen_in_millimetres(duck_photo: Path, tmp_path: Path) -> None:
    output = tmp_path / "duck.svg"
    result = draw(duck_photo, output, "--preset", "draft", "--size-mm", 200, "--width", "0.5mm", "--json")
    text = output.read_text()
    size = re.search(r'width="([\d.]+)mm" height="([\d.]+)mm"', text)
    assert size is not None
    assert (float(size[1]), float(size[2])) == pytest.approx((200, 188.6), abs=0.001)
    width = float(re.search(r'stroke-width="([\d.]+)"', text)[1])  # type: ignore[index]
    assert width == pytest.approx(0.5 * 96 / 25.4, abs=0.001)
    summary = json.loads(result.stdout)
    assert summary["strokes"] == 16
    assert summary["width_mm"] == pytest.approx(200)
    assert summary["stopped"] is False


@pytest.mark.parametrize(("given", "width"), [("3", 3.0), ("3px", 3.0), ("2%", 20.0)])
def test_pens_in_pixels_and_percent(duck_photo: Path, tmp_path: Path, given: str, width: float) -> None:
    draw(duck_photo, tmp_path / "duck.svg", "--preset", "draft", "--strokes", 3, "--width", given)
    assert {stroke.width for stroke in load_svg(tmp_path / "duck.svg").strokes} == {width}


def test_a_mask_from_a_file_keeps_to_it(tmp_path: Path) -> None:
    photo = np.full((200, 400, 3), 240, dtype=np.uint8)
    for middle in (100, 300):
        cv2.circle(photo, (middle, 100), 60, (30, 30, 90), -1, cv2.LINE_AA)
    mask = np.zeros((200, 400), dtype=np.uint8)
    mask[:, 200:] = 255
    Image.fromarray(photo).save(tmp_path / "two.png")
    Image.fromarray(mask).save(tmp_path / "mask.png")
    draw(
        tmp_path / "two.png", tmp_path / "one.svg", "--preset", "draft", "--strokes", 4, "--mask", tmp_path / "mask.png"
    )
    points = np.concatenate([stroke.curve.sample() for stroke in load_svg(tmp_path / "one.svg").strokes])
    assert points.min(0) == pytest.approx((240, 40), abs=5)
    assert points.max(0) == pytest.approx((360, 160), abs=5)


@pytest.mark.parametrize("size", [(12_000, 800), (40, 40), (40, 600)])
def test_odd_sizes_come_back_in_their_own_coordinates(tmp_path: Path, size: tuple[int, int]) -> None:
    width, height = size
    photo = np.full((height, width, 3), 235, dtype=np.uint8)
    photo[height // 4 : height * 3 // 4, width // 4 : width * 3 // 4] = (150, 20, 40)
    Image.fromarray(photo).save(tmp_path / "block.png")
    draw(tmp_path / "block.png", tmp_path / "block.svg", "--strokes", 4, "--preset", "draft", "--mask", "none")
    drawing = load_svg(tmp_path / "block.svg")
    assert (drawing.width, drawing.height) == size
    points = np.concatenate([stroke.curve.sample() for stroke in drawing.strokes])
    slack = 0.06 * max(size)
    assert points.min(0) == pytest.approx((width / 4, height / 4), abs=slack)
    assert points.max(0) == pytest.approx((width * 3 / 4, height * 3 / 4), abs=slack)


def test_a_terminal_sees_a_bar(duck_photo: Path, tmp_path: Path) -> None:
    """Stage, steps and remaining time on one line that is wiped at the end."""
    seen = taureau_on_terminal("sketch", duck_photo, "-o", tmp_path / "duck.svg", "--strokes", "4")
    bars = [part for part in seen.split("\r") if part.startswith("refining")]
    assert any(re.search(r"\d+%.*\d+/\d+ 00:0\d left", bar) for bar in bars), bars[-3:]


def test_a_terminal_is_not_told_of_an_end_that_nobody_knows(duck_photo: Path, tmp_path: Path) -> None:
    seen = taureau_on_terminal("sketch", duck_photo, "-o", tmp_path / "duck.svg", "--strokes", "auto:6")
    growing = [part.strip() for part in seen.split("\r") if part.startswith("drawing ") and "so far" in part]
    assert any(re.fullmatch(r"drawing +\d so far", bar) for bar in growing), growing
    assert "/0" not in seen


def test_info_tells_what_a_drawing_holds(duck_photo: Path, tmp_path: Path) -> None:
    draw(duck_photo, tmp_path / "duck.svg", "--preset", "draft", "--strokes", 7, "--seed", 3)
    told = json.loads(taureau("info", tmp_path / "duck.svg", "--json").stdout)
    assert told["strokes"] == 7
    assert told["facts"]["seed"] == "3"
    assert told["width_mm"] == pytest.approx(1000 * 25.4 / 96, abs=0.001)
    plain = taureau("info", tmp_path / "duck.svg").stdout.splitlines()
    assert plain[0] == "7 strokes in 1 layer, 264.583 × 249.502 mm"
    assert "seed: 3" in plain
