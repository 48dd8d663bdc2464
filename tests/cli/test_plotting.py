"""`taureau export` for plotters, the real program: G-code, HPGL, machines, and what is refused."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pytest
from taureau.document import Drawing, Layer, Stroke, drawing_to_svg
from taureau.geometry import Curve

from tests.cli.program import refusal, taureau
from tests.export.drawings import DRAWING
from tests.export.machines.reading import run_gcode, run_hpgl

MACHINE = """like = "grbl-servo"
name = "Mine"
bed = [250, 200]
draw_speed = 20
lift = "G0 Z2"
drop = "G1 Z-1 F200"
"""


@pytest.fixture
def drawing(tmp_path: Path) -> Path:
    path = tmp_path / "bull.svg"
    path.write_text(drawing_to_svg(DRAWING), encoding="utf-8")
    return path


def test_g_code_on_a_page_that_the_machine_reaches(drawing: Path, tmp_path: Path) -> None:
    result = taureau("export", drawing, "-o", tmp_path / "bull.gcode", "--sort-travel")
    assert (result.returncode, result.stderr) == (0, "")
    size, time = result.stdout.splitlines()
    assert size == f"{tmp_path / 'bull.gcode'}: 4 strokes, 210.0 × 148.0 mm"
    assert re.match(r"about (\d+ min )?\d+ s with 2 pens on GRBL 3018: #141414 0.5 mm ", time)
    plot = run_gcode((tmp_path / "bull.gcode").read_bytes(), "z")
    assert (len(plot.lines), plot.pauses) == (3, 1)  # without the layer that plotters skip
    assert (np.array(plot.been) <= (300, 180)).all()


def test_hpgl_with_a_file_for_each_pen(drawing: Path, tmp_path: Path) -> None:
    result = taureau("export", drawing, "-o", tmp_path / "bull.hpgl", "--layers-as-files", "--page", "a5")
    assert (result.returncode, result.stderr) == (0, "")
    assert "with 2 pens on HP 7475A" in result.stdout
    plots = [run_hpgl(path.read_bytes()) for path in sorted(tmp_path.glob("*.hpgl"))]
    assert [plot.pens for plot in plots] == [[1, 1], [1]]


def test_a_machine_file_bed_and_origin(drawing: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text(MACHINE)
    common = ["--machine-file", tmp_path / "mine.toml", "--size-mm", 100]
    plots = []
    for origin in ("top-left", "bottom-left"):
        output = tmp_path / f"{origin}.gcode"
        result = taureau("export", drawing, "-o", output, *common, "--origin", origin, "--tolerance-mm", 0.1)
        assert (result.returncode, result.stderr) == (0, "")
        assert "on Mine" in result.stdout
        plots.append(run_gcode(output.read_bytes(), "z"))
    for above, below in zip(plots[0].lines, plots[1].lines, strict=True):
        assert np.abs(above + below * [-1, 1] - [0, 75]).max() < 0.003
    says = refusal(taureau("export", drawing, "-o", tmp_path / "a.gcode", *common, "--bed", "80x60"))
    assert "leave the bed of 80 × 60 mm of Mine" in says


def test_a_plot_that_goes_on(drawing: Path, tmp_path: Path) -> None:
    result = taureau("export", drawing, "-o", tmp_path / "rest.gcode", "--from-stroke", 3)
    assert result.returncode == 0, result.stderr
    assert run_gcode((tmp_path / "rest.gcode").read_bytes(), "z").comments[-2:] == ["pen 2: #aa0000 0.5 mm", "stroke 3"]


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["-o", "OUT.gcode", "--bed", "0x0"], "bed must be more than 0"),
        (["-o", "OUT.gcode", "--bed", "large"], "--bed must be a size as in 300x218"),
        (["-o", "OUT.gcode", "--bed", "nanxnan"], "--bed must be a size as in 300x218"),
        (["-o", "OUT.gcode", "--bed", "50x50"], "leave the bed of 50 × 50 mm"),
        (["-o", "OUT.svg", "--profile", "plotter", "--bed", "50x50"], "leave the bed of 50 × 50 mm of AxiDraw V3"),
        (["-o", "OUT.gcode", "--pen-mm", "200"], "is wider than the page"),
        (["-o", "OUT.gcode", "--hatch-fills"], "there is nothing to hatch"),
        (["-o", "OUT.gcode", "--hatch-spacing-mm", "2"], "choose both"),
        (
            ["-o", "OUT.gcode", "--marks", "corners", "--crop", "--margin-mm", "0"],
            "need 3.5 mm more around the drawing",
        ),
        (["-o", "OUT.gcode", "--pen-mm", "nan"], "The pen's width must be more than 0"),
        (["-o", "OUT.gcode", "--tolerance-mm", "nan"], "tolerance must be more than"),
        (["-o", "OUT.gcode", "--tolerance-mm", "0"], "tolerance must be more than"),
        (["-o", "OUT.gcode", "--from-stroke", "9"], "the plot has only 3 strokes"),
        (["-o", "OUT.gcode", "--from-stroke", "0"], "numbered from 1"),
        (["-o", "OUT.gcode", "--from-stroke", "two"], "invalid int value"),
        (["-o", "OUT.gcode", "--origin", "middle"], "invalid choice: 'middle'"),
        (["-o", "OUT.gcode", "--machine", "hp-7475a"], "HP 7475A reads HPGL"),
        (["-o", "OUT.gcode", "--profile", "plotter"], "--profile is for SVG"),
        (["-o", "OUT.gcode", "--machine-file", "none.toml"], "cannot be read: No such file"),
        (["-o", "OUT.gcode", "--machine", "axidraw", "--machine-file", "none.toml"], "not allowed with"),
        (["-o", "OUT.svg", "--marks", "corners"], "registration marks are for G-code, HPGL"),
        (["-o", "OUT.gcode", "--marks", "stars"], "invalid choice: 'stars'"),
        (["-o", "OUT.pdf", "--bed", "300x200"], "a machine and a stroke to start from are for"),
        (["-o", "OUT.svg", "--from-stroke", "2"], "a machine and a stroke to start from are for"),
    ],
)
def test_bad_input_is_one_line_and_writes_nothing(options: list[str], says: str, drawing: Path, tmp_path: Path) -> None:
    placed = [str(tmp_path / word) if "OUT" in word else word for word in options]
    assert says in refusal(taureau("export", drawing, *placed))
    assert [path.name for path in tmp_path.iterdir()] == ["bull.svg"]


@pytest.mark.parametrize(
    "wrong", ['draw_speed = "fast"', 'lift = "Z{up}"', "bed = [0, 100]", "draw_speed = nan", "draw_speed = 1e-9"]
)
def test_machine_files_are_checked(wrong: str, drawing: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text(f'like = "grbl-3018"\n{wrong}\n')
    says = refusal(taureau("export", drawing, "-o", tmp_path / "a.gcode", "--machine-file", tmp_path / "mine.toml"))
    assert "mine.toml: " in says
    assert not (tmp_path / "a.gcode").exists()


def test_strokes_beside_the_sheet_are_not_written(tmp_path: Path) -> None:
    path = tmp_path / "far.svg"
    far = Stroke(Curve.line([10, 10], [-900, 10]), 1.0)
    path.write_text(drawing_to_svg(Drawing(90, 90, (Layer("a", (far,)),))), encoding="utf-8")
    says = refusal(taureau("export", path, "-o", tmp_path / "a.gcode"))
    assert "1 stroke leaves the bed of 300 × 180 mm of GRBL 3018" in says
    assert not (tmp_path / "a.gcode").exists()


def test_numbers_that_are_none_do_not_reach_a_machine(tmp_path: Path) -> None:
    (tmp_path / "nan.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90"><path d="MNaN 5 L9 nan" stroke="#000"/></svg>'
    )
    says = refusal(taureau("export", tmp_path / "nan.svg", "-o", tmp_path / "a.gcode"))
    assert "nan.svg" in says
    assert not (tmp_path / "a.gcode").exists()


def test_ctrl_c_while_strokes_are_sorted_leaves_no_file(drawing: Path, tmp_path: Path, monkeypatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("taureau.export.travel.improving.LocalSearch.shake", interrupted)
    result = taureau("export", drawing, "-o", tmp_path / "a.gcode", "--sort-travel")
    assert (result.returncode, result.stdout) == (130, "")
    assert result.stderr == "taureau: stopped; nothing was saved\n"
    assert [path.name for path in tmp_path.iterdir()] == ["bull.svg"]


def test_marks_for_several_pens(drawing: Path, tmp_path: Path) -> None:
    result = taureau("export", drawing, "-o", tmp_path / "a.gcode", "--marks", "crosses")
    assert (result.returncode, result.stderr) == (0, "")
    assert len(run_gcode((tmp_path / "a.gcode").read_bytes(), "z").lines) == 3 + 2 * 8


def test_fills_of_another_programs_svg_are_hatched(tmp_path: Path) -> None:
    (tmp_path / "flat.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90"><circle cx="45" cy="45" r="30"/></svg>'
    )
    result = taureau("export", tmp_path / "flat.svg", "-o", tmp_path / "a.gcode", "--hatch-fills", "--sort-travel")
    assert (result.returncode, result.stderr) == (0, "")
    assert len(run_gcode((tmp_path / "a.gcode").read_bytes(), "z").lines) > 20
    says = refusal(taureau("export", tmp_path / "flat.svg", "-o", tmp_path / "b.svg", "--hatch-fills"))
    assert "hatching of areas is for G-code, HPGL and the plotter profile" in says
