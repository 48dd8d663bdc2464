"""Programs carried out by another interpreter draw the drawing, to 0.05 mm, and never leave the bed."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from taureau.document import MM_PER_PX, Drawing, Layer, Stroke
from taureau.export import Export, ExportError, Margins, Plan, file_bytes, planned
from taureau.export.machines import MACHINES, Machine
from taureau.geometry import Curve

from tests.export.drawings import DRAWING
from tests.export.machines.reading import Plot, run_gcode, run_hpgl

READERS: dict[str, Callable[[bytes], Plot]] = {
    "grbl-3018": lambda data: run_gcode(data, "z"),
    "grbl-servo": lambda data: run_gcode(data, "servo"),
    "grbl-laser": lambda data: run_gcode(data, "laser"),
    "hp-7475a": run_hpgl,
}
NAMES = sorted(READERS)


def scribbles(count: int = 40, seed: int = 5) -> Drawing:
    """Curly strokes of two pens over the whole sheet, a dot and an area."""
    dice = random.Random(seed)
    strokes = [
        Stroke(
            Curve([[dice.uniform(0, 400), dice.uniform(0, 300)] for _ in range(7)]),
            2.0,
            "#aa0000" if number % 3 == 0 else "#141414",
        )
        for number in range(count)
    ]
    strokes.append(Stroke(Curve.line([70, 70], [70, 70]), 2.0))
    strokes.append(replace(strokes[0], filled=True))
    return Drawing(400, 300, (Layer("a", tuple(strokes)),))


def plan_of(name: str, drawing: Drawing | None = None, **asked: object) -> Plan:
    machine = MACHINES[name]
    settings = {"paper": "a5", "margins": Margins.even(15), "pen_mm": 0.5, **asked}
    export = Export(format=machine.language, machine=settings.pop("machine", machine), **settings)  # type: ignore[arg-type]
    return planned(drawing or scribbles(), export, Path("plot"))


def wanted(plan: Plan, machine: Machine) -> list[NDArray[np.float64]]:
    """The strokes of a plan as dense lines in the machine's coordinates."""
    lines = []
    for stroke in plan.composition.drawing.strokes:
        x, y = stroke.curve.sample(400).T * MM_PER_PX
        if machine.origin == "bottom-left":
            y = plan.composition.height_mm - y
        lines.append(np.stack([x, y], axis=1) - machine.inset)
    return lines


def distance(points: NDArray[np.float64], line: NDArray[np.float64]) -> float:
    """The largest distance of points to a polyline."""
    start, leg = line[:-1], np.diff(line, axis=0)
    square = np.maximum((leg**2).sum(1), 1e-18)
    along = np.clip(((points[:, None] - start) * leg).sum(-1) / square, 0, 1)
    return float(np.linalg.norm(points[:, None] - (start + along[..., None] * leg), axis=-1).min(1).max())


def assert_drawn(lines: Sequence[NDArray[np.float64]], strokes: Sequence[NDArray[np.float64]]) -> None:
    assert len(lines) == len(strokes)
    for line, stroke in zip(lines, strokes, strict=True):
        assert np.abs(line[[0, -1]] - stroke[[0, -1]]).max() < 0.05
        assert distance(line, stroke) < 0.05
        assert distance(stroke[::8], line) < 0.05


@pytest.mark.parametrize("origin", ["top-left", "bottom-left"])
@pytest.mark.parametrize("name", NAMES)
def test_the_program_draws_the_drawing_and_keeps_to_the_bed(name: str, origin: str) -> None:
    machine = replace(MACHINES[name], origin=origin)  # type: ignore[arg-type]
    plan = plan_of(name, machine=machine, sort_travel=True)
    plot = READERS[name](file_bytes(plan.sheets[0].drawing, plan))
    assert len(plot.lines) == 41  # without the area
    assert_drawn(plot.lines, wanted(plan, machine))
    been = np.array(plot.been)
    assert been.min() >= 0
    assert (been <= machine.bed).all()


def test_the_tolerance_is_kept_and_fewer_lines_do_with_a_greater_one() -> None:
    sizes = []
    for tolerance in (0.005, 0.05, 0.5):
        machine = replace(MACHINES["grbl-servo"], tolerance=tolerance)
        plan = plan_of("grbl-servo", machine=machine)
        lines = READERS["grbl-servo"](file_bytes(plan.sheets[0].drawing, plan)).lines
        for line, stroke in zip(lines, wanted(plan, machine), strict=True):
            assert distance(stroke[::8], line) < tolerance + 0.002
        sizes.append(sum(map(len, lines)))
    assert sizes[0] > 2 * sizes[1] > 4 * sizes[2]


def test_a_pause_between_pens_or_a_change_by_the_machine() -> None:
    plan = plan_of("grbl-servo")
    plot = READERS["grbl-servo"](file_bytes(plan.sheets[0].drawing, plan))
    assert plot.pauses == 1
    assert [word for word in plot.comments if word.startswith("pen")] == [
        "pen 1: #aa0000 0.5 mm",
        "pen 2: #141414 0.5 mm",
    ]
    assert [word for word in plot.comments if word.startswith("stroke")] == [f"stroke {n}" for n in range(1, 42)]
    plan = plan_of("hp-7475a")
    plot = run_hpgl(file_bytes(plan.sheets[0].drawing, plan))
    assert plot.pens == [1] * 14 + [2] * 27


@pytest.mark.parametrize("name", ["grbl-3018", "hp-7475a"])
def test_a_file_for_each_pen(name: str) -> None:
    whole = plan_of(name)
    plan = plan_of(name, layer_files=True)
    plots = [READERS[name](file_bytes(sheet.drawing, plan)) for sheet in plan.sheets]
    assert [sheet.path.name for sheet in plan.sheets] == ["plot-1-aa0000-0.5-mm", "plot-2-141414-0.5-mm"]
    assert [plot.pauses for plot in plots] == [0, 0]
    assert_drawn([line for plot in plots for line in plot.lines], wanted(whole, MACHINES[name]))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("first", [2, 15, 41])
def test_a_plot_goes_on_from_a_stroke(name: str, first: int) -> None:
    whole, rest = plan_of(name, sort_travel=True), plan_of(name, sort_travel=True, from_stroke=first)
    plot, later = (READERS[name](file_bytes(plan.sheets[0].drawing, plan)) for plan in (whole, rest))
    assert len(later.lines) == 42 - first
    assert all(np.array_equal(one, other) for one, other in zip(later.lines, plot.lines[first - 1 :], strict=True))
    assert later.pens == plot.pens[first - 1 :]  # each from its own holder
    if name != "hp-7475a":
        assert f"; stroke {first}\n".encode() in file_bytes(rest.sheets[0].drawing, rest)
    with pytest.raises(ExportError, match="has only 41 strokes"):
        plan_of(name, from_stroke=42)


def test_layers_that_plotters_skip_are_skipped() -> None:
    plan = plan_of("grbl-3018", DRAWING, pens=False, layer_files=True)
    assert [sheet.path.name for sheet in plan.sheets] == ["plot-1-Lines", "plot-2-Shade"]


def test_names_of_layers_are_no_commands() -> None:
    evil = Layer("a\nG0 X999 Y999;SP9;(é", scribbles().layers[0].strokes[:2])
    plan = plan_of("grbl-3018", Drawing(400, 300, (evil,)), pens=False)
    plot = READERS["grbl-3018"](file_bytes(plan.sheets[0].drawing, plan))
    assert "pen 1: a G0 X999 Y999 SP9" in plot.comments
    assert max(max(place) for place in plot.been) < 300


def test_sorting_starts_where_the_machine_does() -> None:
    corners = tuple(Stroke(Curve.line([200, y], [201, y]), 1.0) for y in (10, 290))
    drawing = Drawing(400, 300, (Layer("a", corners),))
    for origin, first in (("top-left", 10), ("bottom-left", 290)):
        machine = replace(MACHINES["grbl-servo"], origin=origin)  # type: ignore[arg-type]
        plan = plan_of("grbl-servo", drawing, machine=machine, sort_travel=True, paper="fit", margins=Margins())
        assert next(plan.composition.drawing.strokes).curve.start[1] == pytest.approx(first)


def test_what_leaves_the_bed_is_refused() -> None:
    small = replace(MACHINES["grbl-3018"], bed=(100, 180))
    with pytest.raises(ExportError, match=r"41 strokes leave the bed of 5 × 5 mm of GRBL 3018"):
        plan_of("grbl-3018", machine=replace(small, bed=(5, 5)))
    far = Stroke(Curve.line([10, 10], [500, 10]), 1.0)
    drawing = Drawing(400, 300, (Layer("a", (far, *scribbles().layers[0].strokes)),))
    for machine in (small, replace(MACHINES["grbl-3018"], bed=(200, 150))):
        with pytest.raises(ExportError, match=r"strokes? leaves? the bed"):
            plan_of("grbl-3018", drawing, machine=machine)
    with pytest.raises(ExportError, match="leave the bed"):
        planned(scribbles(), Export(profile="plotter", paper="a3", machine=MACHINES["axidraw"]), Path("a.svg"))
    assert planned(scribbles(), Export(profile="plotter", paper="a3"), Path("a.svg")).stroke_count == 41


def test_the_page_is_turned_to_be_reached() -> None:
    tall = Drawing(300, 400, (Layer("a", (Stroke(Curve.line([0, 0], [300, 400]), 1.0),)),))
    plan = plan_of("grbl-3018", tall, paper="a5")
    assert plan.composition.width_mm == pytest.approx(210)  # high, it would need 195 mm of the bed's 180
    plan = plan_of("grbl-3018", tall, paper="a5", machine=replace(MACHINES["grbl-3018"], bed=(300, 218)))
    assert plan.composition.width_mm == pytest.approx(148)
    plan = plan_of("grbl-3018", tall, paper="a4", machine=replace(MACHINES["grbl-3018"], bed=(300, 218)))
    assert plan.composition.width_mm == pytest.approx(297)


def test_more_pens_than_the_machine_holds() -> None:
    strokes = tuple(Stroke(Curve.line([n, 0], [n, 90]), 1.0, f"#00000{n}") for n in range(7))
    drawing = Drawing(90, 90, (Layer("a", strokes),))
    with pytest.raises(ExportError, match="has 7 pens, and HP 7475A holds 6"):
        plan_of("hp-7475a", drawing)
    assert len(plan_of("hp-7475a", drawing, layer_files=True).sheets) == 7


def test_nothing_to_plot() -> None:
    area = Stroke(Curve.line([5, 5], [80, 80]), 1.0, filled=True)
    with pytest.raises(ExportError, match="nothing to plot"):
        plan_of("grbl-3018", Drawing(90, 90, (Layer("a", (area,)),)))


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ({"format": "gcode", "machine": MACHINES["hp-7475a"]}, "HP 7475A reads HPGL"),
        ({"format": "hpgl", "machine": MACHINES["axidraw"]}, "AxiDraw V3 reads SVG"),
        ({"format": "pdf", "machine": MACHINES["axidraw"]}, "a machine and a stroke to start from are for"),
        ({"from_stroke": 2}, "a machine and a stroke to start from are for"),
        ({"format": "gcode", "from_stroke": 0}, "numbered from 1"),
        ({"format": "gcode", "hidden": True}, "hidden layers"),
        ({"format": "gcode", "with_paper": True}, "a plotter draws lines"),
        ({"format": "hpgl", "dpi": 300}, "a resolution is for PNG"),
    ],
)
def test_requests_that_make_no_sense(asked: dict[str, object], says: str) -> None:
    with pytest.raises(ExportError, match=says):
        Export(**asked)  # type: ignore[arg-type]
