"""The extension for Inkscape, run by Inkscape's own inkex and looked at by Inkscape itself, where it is installed."""

from __future__ import annotations

import base64
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.program import MAIN

ROOT = Path(__file__).resolve().parents[1]
EXTENSION = ROOT / "packaging" / "inkscape" / "taureau_draw.py"
INKEX = Path("/usr/share/inkscape/extensions")
PYTHON = Path("/usr/bin/python3")  # Debian's, for which inkex is installed


def _runs_inkex() -> bool:
    if shutil.which("inkscape") is None or not INKEX.is_dir() or not PYTHON.exists():
        return False
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(INKEX)}
    return subprocess.run([PYTHON, "-c", "import inkex"], env=environment, capture_output=True).returncode == 0


pytestmark = pytest.mark.skipif(not _runs_inkex(), reason="Inkscape and its inkex are not installed")


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """The program as it is installed: one file that can be run."""
    script = tmp_path / "bin" / "taureau"
    script.parent.mkdir()
    app = ROOT / "app"
    script.write_text(f'#!/bin/sh\nPYTHONPATH="{app}" exec "{sys.executable}" "{MAIN}" "$@"\n')
    script.chmod(0o755)
    return script


def draw(document: Path, program: Path, *options: str) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": f"{program.parent}:/usr/bin:/bin", "PYTHONPATH": str(INKEX), "HOME": str(document.parent)}
    command = [str(PYTHON), str(EXTENSION), "--preset=draft", *options, str(document)]
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120)


def page(tmp_path: Path, link: str) -> Path:
    path = tmp_path / "page.svg"
    path.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="200mm" '
        'height="150mm" viewBox="0 0 200 150"><g transform="translate(5 5)">'
        f'<image id="photo" x="10" y="20" width="150" height="100" xlink:href="{link}"/></g></svg>'
    )
    return path


def boxes(document: Path) -> dict[str, tuple[float, float, float, float]]:
    """The boxes (left, top, width, height) of all objects, px, as Inkscape sees them."""
    done = subprocess.run(["inkscape", "--query-all", str(document)], capture_output=True, text=True, timeout=120)
    rows = [line.split(",") for line in done.stdout.splitlines()]
    return {name: tuple(map(float, numbers)) for name, *numbers in rows if len(numbers) == 4}  # type: ignore[misc]


@pytest.mark.parametrize("embedded", [False, True], ids=["linked", "embedded"])
def test_the_drawing_lies_over_the_photo_on_a_layer_of_its_own(embedded: bool, tmp_path: Path, program: Path):
    photo = ROOT / "resources" / "samples" / "cup.jpg"
    link = f"data:image/jpeg;base64,{base64.b64encode(photo.read_bytes()).decode()}" if embedded else str(photo)
    done = draw(page(tmp_path, link), program, "--id=photo", "--strokes=5", "--pen=brush")
    assert done.returncode == 0, done.stderr
    (tmp_path / "drawn.svg").write_text(done.stdout)
    seen = boxes(tmp_path / "drawn.svg")
    strokes = [box for name, box in seen.items() if "-stroke" in name]
    left, top, width, height = seen["photo"]
    assert len(strokes) == 5
    edge = 0.02 * width  # lines are wider than their curves
    for x, y, across, down in strokes:
        assert left - edge <= x
        assert top - edge <= y
        assert x + across <= left + width + edge
        assert y + down <= top + height + edge
    assert max(across for _, _, across, _ in strokes) > 0.3 * width
    assert 'inkscape:groupmode="layer"' in done.stdout or ':groupmode="layer"' in done.stdout


@pytest.mark.parametrize(
    ("link", "options", "said"),
    [
        ("/nowhere/photo.jpg", ["--id=photo"], "/nowhere/photo.jpg is gone: link or embed the photo again."),
        ("https://example.org/photo.jpg", ["--id=photo"], "is not on this machine: embed the photo first."),
        ("/nowhere/photo.jpg", [], "Select a photo, then draw it."),
    ],
    ids=["gone", "elsewhere", "nothing selected"],
)
def test_what_cannot_be_drawn_is_said_in_one_line(
    link: str, options: list[str], said: str, tmp_path: Path, program: Path
):
    assert said in draw(page(tmp_path, link), program, *options).stderr


def test_what_taureau_refuses_is_said_as_taureau_says_it(tmp_path: Path, program: Path):
    (tmp_path / "text.jpg").write_text("no photo")
    done = draw(page(tmp_path, str(tmp_path / "text.jpg")), program, "--id=photo")
    assert "is not a photo: choose a JPEG" in done.stderr
