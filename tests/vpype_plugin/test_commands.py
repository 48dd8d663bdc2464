"""vpype with our commands: the real program, which finds them by their entry points, and what they refuse."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import numpy as np
import pytest
from taureau.jobs.settings import JobSettings
from taureau.resources import resource

vpype = pytest.importorskip("vpype")
vpype_cli = pytest.importorskip("vpype_cli")
ROOT = Path(__file__).parents[2]
CUP = str(resource("samples/cup.jpg"))
PX_PER_MM = 96 / 25.4


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    """A folder in which our entry points are, as an installation has them."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = project["entry-points"]["vpype.plugins"]
    folder = tmp_path / "site" / "taureau_plugin-1.dist-info"
    folder.mkdir(parents=True)
    (folder / "METADATA").write_text("Metadata-Version: 2.1\nName: taureau-plugin\nVersion: 1\n")
    lines = [f"{name} = {place}" for name, place in names.items()]
    (folder / "entry_points.txt").write_text("\n".join(["[vpype.plugins]", *lines, ""]))
    return folder.parent


@pytest.fixture
def execute() -> Iterator[object]:
    """vpype's pipeline in this process, with our commands."""
    from taureau.vpype_plugin import taureau_hatch, taureau_sketch

    before = dict(vpype_cli.cli.commands)
    for command in (taureau_hatch, taureau_sketch):
        vpype_cli.cli.add_command(command)
    yield vpype_cli.execute
    vpype_cli.cli.commands.clear()
    vpype_cli.cli.commands.update(before)


def test_the_real_program_draws_and_hatches(installed: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.svg"
    paths = os.pathsep.join([str(ROOT / "app"), str(installed)])
    pipeline = ["taureau_sketch", "--preset", "draft", "--strokes", "5", "--size-mm", "150", "--width", "0.5mm"]
    pipeline += ["--colors", "black,#c33", CUP, "rect", "-l", "new", "1cm", "1cm", "4cm", "4cm"]
    pipeline += ["taureau_hatch", "--spacing", "2mm", "linesort", "write", str(out)]
    done = subprocess.run(
        [sys.executable, "-c", "from vpype_cli import cli; cli()", *pipeline],
        env=os.environ | {"PYTHONPATH": paths},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    document = vpype.read_multilayer_svg(str(out), quantization=0.1)
    assert document.page_size[0] == pytest.approx(150 * PX_PER_MM, abs=0.01)
    *drawn, rectangle = document.layers.values()
    assert sum(map(len, drawn)) == 5
    for layer in drawn:
        assert layer.property("vp_color").as_hex() in ("#000000", "#cc3333")
        assert layer.property("vp_pen_width") == pytest.approx(0.5 * PX_PER_MM, abs=0.01)
        left, top, right, bottom = layer.bounds()
        assert min(left, top) >= 0
        assert max(right, bottom) <= 150 * PX_PER_MM
    assert len(rectangle) > 20  # its outline and the hatching


def test_hatching_leaves_holes_and_open_lines_alone(execute) -> None:
    lines = [
        np.array([0, 100, 100 + 100j, 100j, 0]),
        np.array([30 + 30j, 70 + 30j, 70 + 70j, 30 + 70j, 30 + 30j]),
        np.array([0, 100 + 100j]),
    ]
    document = vpype.Document()
    document.add(vpype.LineCollection(lines), 1)
    document.layers[1].set_property(vpype.METADATA_FIELD_COLOR, vpype.Color("#112233"))
    found = execute("taureau_hatch --spacing 1 --angle 30deg --replace", document).layers[1]
    assert found.property(vpype.METADATA_FIELD_COLOR) == vpype.Color("#112233")
    assert np.array_equal(found[0], lines[2])
    assert sum(abs(line[1] - line[0]) for line in list(found)[1:]) == pytest.approx(100**2 - 40**2, rel=0.02)
    crossed = execute("taureau_hatch --spacing 1 --cross", document).layers[1]
    assert sum(abs(line[1] - line[0]) for line in list(crossed)[3:]) == pytest.approx(2 * (100**2 - 40**2), rel=0.02)


def test_the_default_spacing_is_that_of_the_layers_pen(execute) -> None:
    document = vpype.Document()
    document.add(vpype.LineCollection([np.array([0, 700, 700 + 700j, 700j, 0])]), 1)
    document.layers[1].set_property(vpype.METADATA_FIELD_PEN_WIDTH, 20.0)
    found = list(execute("taureau_hatch --angle 0 --replace", document).layers[1])
    assert np.diff(sorted(line[0].imag for line in found)) == pytest.approx(70.0)


def test_a_layer_without_closed_lines_stays_as_it_is(execute) -> None:
    document = vpype.Document()
    document.add(vpype.LineCollection([np.array([0, 5 + 5j])]), 1)
    assert len(execute("taureau_hatch", document).layers[1]) == 1


@pytest.mark.parametrize(
    ("pipeline", "says"),
    [
        ("taureau_sketch no-such-file.jpg", "no-such-file.jpg"),
        (f"taureau_sketch --strokes 1000 '{CUP}'", "--strokes must be a whole number from 1 to 256"),
        (f"taureau_sketch --tone-spacing 2 '{CUP}'", "--tone-spacing is the distance of the lines of --tone"),
        (f"taureau_sketch --quantization 0 '{CUP}'", "--quantization must be more than 0"),
        ("taureau_sketch -", "there is nothing to draw"),
        ("taureau_sketch --tone wave x.jpg", "'wave' is not one of 'hatch'"),
        ("taureau_sketch --strokes many x.jpg", "'many' is not a number"),
        ("taureau_sketch", "Missing argument 'PHOTO'"),
        ("taureau_sketch --seed many x.jpg", "'many' is not a valid int"),
        ("rect 0 0 5cm 5cm taureau_hatch --spacing 0", "--spacing: lines must be more than 0 apart"),
        ("rect 0 0 5cm 5cm taureau_hatch --spacing 1e-6", "take a larger spacing"),
    ],
)
def test_bad_input_is_one_line(execute, pipeline: str, says: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        vpype_cli.cli.main(shlex.split(pipeline), prog_name="vpype")
    assert stopped.value.code == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("Error: ")
    assert says in line


def test_every_option_of_the_command_line_that_makes_lines_is_there() -> None:
    from taureau.vpype_plugin import taureau_sketch

    names = {parameter.name for parameter in taureau_sketch.params}
    assert {one.name for one in fields(JobSettings)} - {"areas"} | {"prompt", "photo", "quantization"} == names
