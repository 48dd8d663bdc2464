"""Where drawings are written: nothing else is overwritten, and what cannot be is said before any work."""

from __future__ import annotations

from pathlib import Path

from taureau.document import Drawing, Layer, Stroke, save_svg
from taureau.geometry import Curve

from tests.cli.program import refusal, taureau


def test_a_drawing_goes_into_an_svg_of_its_own(duck_photo: Path, tmp_path: Path) -> None:
    whole, photo = tmp_path / "whole.svg", tmp_path / "photo.jpg"
    strokes = tuple(Stroke(Curve.line((x, 5), (x, 25)), 1.0) for x in (5, 15, 25))
    save_svg(Drawing(40, 30, (Layer("a", strokes),)), whole)
    photo.write_bytes(duck_photo.read_bytes())
    before = whole.read_bytes(), photo.read_bytes()
    for command in (
        ("sketch", duck_photo),
        ("abstract", whole, "--keep", 2),
        ("merge", whole),
        ("prune", whole, duck_photo),
    ):
        assert "does not end with .svg" in refusal(taureau(*command, "-o", photo))
        if whole in command:
            assert refusal(taureau(*command, "-o", whole)).startswith("the drawing would overwrite the drawing: ")
    assert "name the file to write with -o" in refusal(taureau("prune", whole, "missing.jpg"))
    assert "has only 3 strokes" in refusal(taureau("abstract", whole, "--keep", 99, "-o", tmp_path / "a.svg"))
    assert "has only 3 strokes" in refusal(taureau("export", whole, "--strokes", "1,99", "-o", tmp_path / "a.pdf"))
    assert "is a file: name a folder" in refusal(taureau("series", duck_photo, "-o", whole))
    assert (whole.read_bytes(), photo.read_bytes()) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["photo.jpg", "whole.svg"]


def test_an_svg_without_a_line_is_told_of(tmp_path: Path) -> None:
    empty = tmp_path / "empty.svg"
    empty.write_text('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="bull" stroke="red"/></svg>')
    assert "no line could be read" in taureau("info", empty).stderr
    assert "no line could be read" in refusal(taureau("export", empty, "-o", tmp_path / "empty.pdf"))
    assert not (tmp_path / "empty.pdf").exists()
