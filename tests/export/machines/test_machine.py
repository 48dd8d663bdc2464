"""Machines and their files: what is taken, and what is refused in one line."""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path

import pytest
from taureau.export import ExportError, Margins, proposed_paper
from taureau.export.machines import MACHINES, load_machine
from taureau.export.proposals import reached


def test_a_file_changes_a_known_machine(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(
        'like = "grbl-servo"\nname = "Mine"\nbed = [420, 297.5]\norigin = "top-left"\ndraw_speed = 40\n'
        'lift = """\nM3 S250\nG4 P{lift_seconds}"""\nhead = "G21 {{x}} F{draw_feed} {travel_feed:.1f}"\n'
    )
    machine = load_machine(path)
    assert (machine.name, machine.bed, machine.origin, machine.draw_speed) == ("Mine", (420, 297.5), "top-left", 40)
    assert machine.text("lift") == "M3 S250\nG4 P0.25"
    assert machine.text("head") == "G21 {x} F2400 6000.0"
    assert machine.drop == MACHINES["grbl-servo"].drop


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("", "must say which machine it is like"),
        ('like = "toaster"', "must say which machine it is like"),
        ("like = 3", "must say which machine it is like"),
        ("like = ", "is no machine file"),
        ("\xff", "is no machine file"),
        ("a=" + "[" * 5000, "is no machine file"),
        ("speed = 5", "unknown field 'speed'"),
        ("draw_sped = 5", "did you mean draw_speed?"),
        ('draw_speed = "fast"', "draw_speed must be a number, not 'fast'"),
        ("draw_speed = true", "draw_speed must be a number"),
        ("draw_speed = nan", "draw_speed must be more than 0"),
        ("travel_speed = inf", "travel_speed must be more than 0"),
        ("draw_speed = -1", "draw_speed must be more than 0.009 and at most 10000"),
        ("draw_acceleration = 0", "draw_acceleration must be more than 0"),
        (f"draw_speed = 1{'0' * 400}", "draw_speed must be more than 0"),
        ("lift_seconds = -1", "lift_seconds must be at least 0"),
        ("tolerance = 0", "tolerance must be more than"),
        ("bed = [0, 0]", "bed must be more than 0"),
        ("bed = [nan, 10]", "bed must be more than 0"),
        ("bed = 300", "bed must be two lengths in mm"),
        ("bed = [1, 2, 3]", "bed must be two lengths in mm"),
        ('bed = ["a", "b"]', "bed must be a number, not 'a'"),
        ('origin = "middle"', "origin must be one of top-left, bottom-left"),
        ("language = []", "language must be one of"),
        ("holders = 0", "holders must be a whole number"),
        ("holders = 1.5", "holders must be a whole number"),
        ('name = "a\\nb"', "name must be one line"),
        ("lift = 5", "the template lift must be text"),
        ('lift = "G0 Z{height}"', "the template lift has an unknown field 'height'"),
        ('lift = "{pen}"', "the template lift has an unknown field 'pen'"),
        ('lift = "{}"', "the template lift has an unknown field ''"),
        ('head = "{draw_speed.__class__}"', "unknown field 'draw_speed.__class__'"),
        ('head = "{draw_speed!r}"', "formats draw_speed as no number is"),
        ('head = "{draw_speed:999999999f}"', "formats draw_speed as no number is"),
        ('pen = "{name:>99999}"', "formats name as no number is"),
        ('foot = "{draw_speed"', "the template foot cannot be read"),
        ('foot = "}"', "the template foot cannot be read"),
    ],
)
def test_files_that_are_refused(content: str, says: str, tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    heading = "" if content == "" or content.startswith(("like", "a=", "\xff")) else 'like = "grbl-servo"\n'
    path.write_bytes((heading + content).encode("latin-1"))
    with pytest.raises(ExportError) as refused:
        load_machine(path)
    assert says in str(refused.value)
    assert "mine.toml" in str(refused.value)
    assert "\n" not in str(refused.value)


def test_files_that_are_not_there_or_too_large(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="cannot be read: No such file"):
        load_machine(tmp_path / "none.toml")
    with pytest.raises(ExportError, match="cannot be read"):
        load_machine(tmp_path)
    (tmp_path / "big.toml").write_text("# " + "x" * 100_000)
    with pytest.raises(ExportError, match="cannot be read: it is larger"):
        load_machine(tmp_path / "big.toml")


def test_numbers_in_python_are_checked_as_well() -> None:
    for wrong in (math.nan, math.inf, 0, -3, "9", None):
        with pytest.raises(ExportError, match="draw_speed must be"):
            replace(MACHINES["axidraw"], draw_speed=wrong)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "paper"),
    [("axidraw", "a4"), ("grbl-3018", "a5"), ("grbl-servo", "a4"), ("grbl-laser", "a5"), ("hp-7475a", "a4")],
)
def test_the_proposed_page_is_one_that_the_machine_reaches(name: str, paper: str) -> None:
    assert proposed_paper(MACHINES[name]) == paper
    assert reached(paper, MACHINES[name], Margins.even(15), wide=True)  # type: ignore[arg-type]
    assert proposed_paper(None) == "a4"
