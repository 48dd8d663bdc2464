"""`--one-line`, `--pen-downs` and `--flow`: the pen goes down once, in every file, and what is refused."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from taureau.document import Drawing, Layer, Stroke, drawing_to_svg, joinable, load_svg
from taureau.geometry import Curve
from taureau.resources import resource

from tests.cli.program import refusal, taureau
from tests.export.machines.reading import run_gcode, run_hpgl

CUP = Path(str(resource("samples/cup.jpg")))
DRAFT = ["--preset", "draft", "--strokes", "6"]


@pytest.fixture
def drawing(tmp_path: Path) -> Path:
    """Three strokes by two pens, and tone beneath them."""
    dice = np.random.default_rng(1)
    strokes = [Stroke(Curve(dice.uniform(20, 180, (4, 2))), 2.0, color) for color in ("#141414", "#aa0000", "#141414")]
    tone = Layer("Tone", (Stroke(Curve.line([5, 5], [9, 9]), 1.0),), locked=True, ground=True)
    path = tmp_path / "bull.svg"
    path.write_text(drawing_to_svg(Drawing(200, 200, (tone, Layer("Lines", tuple(strokes))))), encoding="utf-8")
    return path


def test_a_photo_is_drawn_without_lifting_the_pen(tmp_path: Path) -> None:
    out = tmp_path / "cup.svg"
    done = taureau("sketch", CUP, "-o", out, *DRAFT, "--one-line", "--tone", "hatch")
    assert done.returncode == 0, done.stderr
    assert "6 strokes as 1 line in" in done.stdout
    drawing = load_svg(out)
    assert drawing.line_count == 1
    assert drawing.facts["one-line"] == "50:1"
    assert drawing.layers[0].name == "Tone"
    (line,) = drawing.lines
    drawn = line.curve.sample(32)
    assert drawn.min() >= 0
    assert (drawn.max(0) <= (drawing.width, drawing.height)).all()


def test_few_lines_of_a_photo(tmp_path: Path) -> None:
    out = tmp_path / "cup.svg"
    done = taureau("sketch", CUP, "-o", out, *DRAFT, "--pen-downs", "3", "--flow", "0")
    assert done.returncode == 0, done.stderr
    assert 1 <= load_svg(out).line_count <= 3


def test_the_pen_goes_down_once_in_every_file(drawing: Path, tmp_path: Path) -> None:
    plain = tmp_path / "plain.svg"
    content = load_svg(drawing)
    plain.write_text(drawing_to_svg(Drawing(200, 200, content.layers[1:])), encoding="utf-8")
    for name, options in (("a.svg", []), ("b.svg", ["--profile", "plotter", "--sort-travel"]), ("c.pdf", [])):
        done = taureau("export", plain, "-o", tmp_path / name, "--one-line", *options)
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout.startswith(f"{tmp_path / name}: 1 stroke, ")
    for name in ("a.svg", "b.svg"):
        assert (tmp_path / name).read_text(encoding="utf-8").count("<path") == 1
        assert load_svg(tmp_path / name).stroke_count == 1
    for name, read in (("d.gcode", lambda data: run_gcode(data, "z")), ("e.hpgl", run_hpgl)):
        done = taureau("export", plain, "-o", tmp_path / name, "--one-line", "--flow", "100")
        assert done.returncode == 0, done.stderr
        assert len(read((tmp_path / name).read_bytes()).lines) == 1


def test_what_is_not_joined_is_said(drawing: Path, tmp_path: Path) -> None:
    done = taureau("export", drawing, "-o", tmp_path / "out.svg", "--pen-downs", "2")
    assert done.returncode == 0
    assert done.stderr == "taureau: 1 stroke of tone, of areas or locked is not joined\n"
    joined = load_svg(tmp_path / "out.svg")
    assert len(joinable(joined)) <= 2
    assert {stroke.color for stroke in joinable(joined)} < {"#141414", "#aa0000"}


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--one-line", "--flow", "101"], "--flow must be a number from 0 to 100, not 101"),
        (["--one-line", "--flow", "nan"], "not nan"),
        (["--pen-downs", "0"], "--pen-downs must be a whole number from 1 to 1000, not 0"),
        (["--flow", "20"], "--flow is that of the lines of --pen-downs: give both, or leave it out"),
        (["--one-line", "--pen-downs", "2"], "not allowed with argument --one-line"),
    ],
)
def test_what_is_refused(drawing: Path, tmp_path: Path, options: list[str], words: str) -> None:
    assert words in refusal(taureau("export", drawing, "-o", tmp_path / "out.svg", *options))
    assert words in refusal(taureau("sketch", CUP, "-o", tmp_path / "out.svg", *options))
    assert not (tmp_path / "out.svg").exists()


def test_nothing_to_join(drawing: Path, tmp_path: Path) -> None:
    tone = tmp_path / "tone.svg"
    tone.write_text(drawing_to_svg(Drawing(200, 200, load_svg(drawing).layers[:1])), encoding="utf-8")
    assert "nothing to join" in refusal(taureau("export", tone, "-o", tmp_path / "out.svg", "--one-line"))
    assert "--strokes numbers" in refusal(
        taureau("export", drawing, "-o", tmp_path / "out.svg", "--one-line", "--strokes", "1-3")
    )
