"""Paths that the system refuses, and disks that fill up while a run draws."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from taureau.cli import drawing_files
from taureau.document import DocumentError, Drawing, Layer, Stroke, load_svg, save_svg
from taureau.geometry import Curve

from tests.cli.program import refusal, taureau

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows refuses other names")
TOO_LONG = "x" * 300
COMMANDS = {
    "sketch": ("sketch", "PHOTO", "-o"),
    "series": ("series", "PHOTO", "-o"),
    "abstract": ("abstract", "DRAWING", "--keep", 1, "-o"),
    "prune": ("prune", "DRAWING", "PHOTO", "-o"),
    "merge": ("merge", "DRAWING", "-o"),
    "export": ("export", "DRAWING", "-o"),
    "film": ("film", "DRAWING", "-o"),
    "where": ("models", "where", "--set"),
}


@pytest.fixture
def drawing(tmp_path: Path) -> Path:
    path = tmp_path / "drawing.svg"
    save_svg(Drawing(1000, 943, (Layer("a", (Stroke(Curve.line((5, 5), (25, 25)), 1.0),)),)), path)
    return path


@pytest.mark.parametrize("command", COMMANDS)
def test_an_output_that_the_system_refuses(command: str, drawing: Path, duck_photo: Path, tmp_path: Path) -> None:
    names = {"PHOTO": duck_photo, "DRAWING": drawing}
    arguments = [names.get(str(word), word) for word in COMMANDS[command]]
    folder = tmp_path / "outputs"
    folder.mkdir()
    (folder / "loop.svg").symlink_to(folder / "loop.svg")
    (folder / "dangling.svg").symlink_to(folder / "none" / "out.svg")
    (folder / "pipe.svg").touch() if command == "where" else os.mkfifo(folder / "pipe.svg")
    before = sorted(folder.iterdir())
    for name in (f"{TOO_LONG}.svg", "loop.svg", "dangling.svg", "pipe.svg", "null\0.svg", f"{'a/' * 3000}x.svg"):
        refusal(taureau(*arguments, folder / name))
    assert sorted(folder.iterdir()) == before


def test_a_name_that_is_too_long_with_the_layers(drawing: Path, tmp_path: Path) -> None:
    for length in (252, 300):  # of a file's name at most 255 bytes are allowed
        line = refusal(taureau("export", drawing, "--layers-as-files", "-o", tmp_path / f"{'x' * (length - 4)}.svg"))
        assert "too long" in line
    assert list(tmp_path.iterdir()) == [drawing]


@pytest.mark.parametrize("name", [TOO_LONG, "loop", "pipe", "folder", "null\0"])
def test_an_input_that_the_system_refuses(name: str, drawing: Path, duck_photo: Path, tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()
    path, output = tmp_path / name, tmp_path / "out.svg"
    for arguments in (
        ("info", path),
        ("classify", path, "--labels", "a,b"),
        ("export", path, "-o", output),
        ("abstract", path, "--keep", 1, "-o", output),
        ("sketch", path, "-o", output),
        ("sketch", duck_photo, "-o", output, "--mask", path),
        ("sketch", duck_photo, "-o", output, "--onto", path),
        ("prune", drawing, path, "-o", output),
    ):
        refusal(taureau(*arguments))
    assert not output.exists()


def test_a_drawing_is_kept_where_there_is_room(
    duck_photo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    full, home = tmp_path / "full", tmp_path / "home"
    full.mkdir()
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    save = save_svg

    def save_if_there_is_room(drawing: Drawing, path: Path) -> None:
        if path.parent == full:
            raise DocumentError(f"Cannot save to '{path.name}': No space left on device; make room, then save again.")
        save(drawing, path)

    monkeypatch.setattr(drawing_files, "save_svg", save_if_there_is_room)
    result = taureau("sketch", duck_photo, "-o", full / "duck.svg", "--preset", "draft", "--strokes", 2)
    assert result.returncode == 1
    kept = home / "duck-1.svg"
    assert result.stderr.splitlines()[-1] == (
        "taureau: Cannot save to 'duck.svg': No space left on device; make room, then save again. "
        f"The drawing is kept in {kept}."
    )
    assert load_svg(kept).stroke_count == 2
