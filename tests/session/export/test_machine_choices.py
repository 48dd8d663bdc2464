"""The machine that is chosen, its changes, and the page and pen that are proposed for it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from taureau.document import Unit
from taureau.export import ExportError
from taureau.export.machines import MACHINES
from taureau.session import ExportChoices, MachineChoices, way_text

GCODE = ExportChoices(format="gcode")


def test_the_usual_machine_of_a_format_and_any_for_an_svg() -> None:
    usual = MachineChoices()
    assert usual.machine("gcode") == MACHINES["grbl-3018"]
    assert usual.machine("hpgl") == MACHINES["hp-7475a"]
    assert usual.machine("svg") is None
    assert MachineChoices("axidraw").machine("svg") == MACHINES["axidraw"]
    assert MachineChoices("axidraw").machine("hpgl") == MACHINES["hp-7475a"]  # which it cannot be


def test_what_is_changed_of_a_machine() -> None:
    chosen = MachineChoices("grbl-servo", bed_width_mm=420.0, origin="top-left", tolerance_mm=0.1)
    expected = replace(MACHINES["grbl-servo"], bed=(420.0, 220.0), origin="top-left", tolerance=0.1)
    assert chosen.machine("gcode") == expected
    assert chosen.base("gcode") == MACHINES["grbl-servo"]


def test_a_machine_file(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text('like = "grbl-servo"\nname = "Mine"\nbed = [500, 400]\n')
    chosen = MachineChoices("file", str(path), bed_height_mm=300.0)
    machine = chosen.machine("gcode")
    assert machine is not None
    assert (machine.name, machine.bed) == ("Mine", (500, 300))
    with pytest.raises(ExportError, match="Mine reads GCODE"):
        ExportChoices(format="hpgl", machine=chosen).request(frozenset())
    path.unlink()
    with pytest.raises(ExportError, match="cannot be read: No such file"):
        ExportChoices(format="gcode", machine=chosen).request(frozenset())


def test_the_request_of_a_plotter_and_of_what_is_none() -> None:
    choices = replace(GCODE, machine=MachineChoices("grbl-laser"), from_stroke=4, layer_files=True, look="pencil")
    request = choices.request(frozenset())
    assert request.machine == MACHINES["grbl-laser"]
    assert (request.from_stroke, request.layer_files, request.look) == (4, True, "ink")
    request = replace(choices, format="pdf").request(frozenset())
    assert (request.machine, request.from_stroke, request.look) == (None, 1, "pencil")
    page = replace(choices, paper="custom", page_width_mm=120.0, page_height_mm=80.0)
    assert page.request(frozenset()).paper == (120, 80)


def proposed(choices: ExportChoices) -> tuple[str, float, float]:
    return choices.paper, choices.margin_mm, choices.pen_mm


def test_page_and_pen_are_proposed_for_the_machine_until_the_user_changes_them() -> None:
    plain = ExportChoices()
    plotter = replace(plain, profile="plotter").with_proposals(plain)
    assert proposed(plotter) == ("a4", 15, 0.5)
    small = replace(plotter, format="gcode", machine=MachineChoices("grbl-3018")).with_proposals(plotter)
    assert proposed(small) == ("a5", 15, 0.5)
    large = replace(small, machine=MachineChoices("grbl-3018", bed_height_mm=220.0)).with_proposals(small)
    assert proposed(large) == ("a4", 15, 0.5)
    assert proposed(replace(large, format="pdf").with_proposals(large)) == ("fit", 0, 0)
    own = replace(large, pen_mm=0.8)
    assert proposed(replace(own, format="pdf").with_proposals(own)) == ("a4", 15, 0.8)
    missing = replace(plain, format="gcode", machine=MachineChoices("file", "/none.toml")).with_proposals(plain)
    assert proposed(missing) == ("a4", 15, 0.5)


def test_long_ways() -> None:
    assert [way_text(3214.0, unit) for unit in Unit] == ["3.21 m", "10.5 ft", "3.21 m", "3.21 m"]
