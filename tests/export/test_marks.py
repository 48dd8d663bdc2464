"""Registration marks: around the drawing, the same for each pen, on page and bed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from taureau.document import MM_PER_PX
from taureau.export import Export, ExportError, Margins, composed, planned, write
from taureau.export.machines import MACHINES, plotting_seconds
from taureau.geometry import bounds

from tests.export.drawings import DRAWING
from tests.export.machines.reading import run_gcode, run_hpgl

PLOT = Export(profile="plotter", paper="a5", margins=Margins.even(15), pen_mm=0.5)
COUNT = {"corners": 4, "crosses": 8}  # marks of each pen, as strokes


@pytest.mark.parametrize("marks", ["corners", "crosses"])
@pytest.mark.parametrize("sort_travel", [False, True])
def test_each_pen_draws_the_same_marks_around_all(marks, sort_travel) -> None:
    plain = composed(DRAWING, PLOT).drawing
    marked = composed(
        DRAWING,
        Export(profile="plotter", paper="a5", margins=PLOT.margins, pen_mm=0.5, marks=marks, sort_travel=sort_travel),
    ).drawing
    boxes = [bounds(stroke.curve).grown(stroke.width / 2) for stroke in plain.strokes if stroke.opacity > 0]
    sides = np.array([(box.left, box.top, box.right, box.bottom) for box in boxes[:3]])  # without the silent layer
    inner = (*sides[:, :2].min(0), *sides[:, 2:].max(0))
    places = []
    for layer, before in zip(marked.layers[:2], plain.layers[:2], strict=True):
        own, strokes = layer.strokes[: COUNT[marks]], layer.strokes[COUNT[marks] :]
        assert len(strokes) == len(before.strokes)
        assert {(stroke.color, stroke.width) for stroke in layer.strokes} == {
            (before.strokes[0].color, layer.strokes[0].width)
        }
        points = np.concatenate([stroke.curve.points for stroke in own]) * MM_PER_PX
        places.append({tuple(point) for point in np.round(points, 3).tolist()})
        assert (points >= 0).all()
        assert (points <= [marked.width * MM_PER_PX, marked.height * MM_PER_PX]).all()
        left, top, right, bottom = (side * MM_PER_PX for side in inner)
        x, y = points.T
        assert ((x < left - 2.9) | (x > right + 2.9) | (y < top - 2.9) | (y > bottom + 2.9)).all()
    assert places[0] == places[1]
    assert marked.layers[2].strokes == plain.layers[2].strokes  # what plotters skip


def test_they_are_in_every_file_and_in_the_time(tmp_path: Path) -> None:
    times = []
    for marks in (None, "crosses"):
        export = Export(format="gcode", paper="a5", margins=PLOT.margins, pen_mm=0.5, marks=marks, layer_files=True)
        plan = planned(DRAWING, export, tmp_path / f"{marks}.gcode")
        write(plan)
        times.append(sum(plotting_seconds(plan.pen_paths, export.plotting_machine)))
    assert times[1] > times[0] + 8 * 2 * 1.6  # to lift and drop eight strokes of two pens
    plots = [run_gcode(path.read_bytes(), "z") for path in sorted(tmp_path.glob("crosses-*"))]
    first, second = ({tuple(map(tuple, line.tolist())) for line in plot.lines[:8]} for plot in plots)
    assert first == second or {frozenset(line) for line in first} == {frozenset(line) for line in second}


def test_hpgl_has_them_for_each_pen(tmp_path: Path) -> None:
    export = Export(format="hpgl", paper="a5", margins=PLOT.margins, pen_mm=0.5, marks="corners")
    write(planned(DRAWING, export, tmp_path / "a.hpgl"))
    assert run_hpgl((tmp_path / "a.hpgl").read_bytes()).pens == [1] * 6 + [2] * 5


def test_what_goes_on_after_an_interruption_counts_them() -> None:
    rest = composed(
        DRAWING, Export(profile="plotter", paper="a5", margins=PLOT.margins, marks="corners", from_stroke=7)
    )
    assert [len(layer.strokes) for layer in rest.drawing.layers[:2]] == [0, 5]


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"margins": Margins.even(2), "area": "ink"}, "need .* mm more around the drawing"),
        ({"margins": Margins.even(6), "area": "ink", "marks": "crosses"}, "need .* mm more around the drawing"),
        ({"paper": "fit", "margins": Margins(), "area": "ink"}, "need .* mm more around the drawing"),
        ({"profile": "inkscape"}, "registration marks are for G-code"),
        ({"marks": "stars"}, "one of corners, crosses"),
    ],
)
def test_no_room_for_marks_is_said(options, says) -> None:
    with pytest.raises(ExportError, match=says):
        composed(
            DRAWING,
            Export(**{"profile": "plotter", "paper": "a5", "margins": PLOT.margins, "marks": "corners"} | options),
        )


def test_marks_stay_on_the_bed() -> None:
    page = {
        "paper": (148.0, 105.0),
        "margins": Margins.even(10),
        "format": "gcode",
        "pen_mm": 0.5,
        "area": "ink",
    }
    machine = replace(MACHINES["grbl-servo"], bed=(139, 200))
    assert composed(DRAWING, Export(machine=machine, **page)).drawing.stroke_count
    with pytest.raises(ExportError, match="marks leave the bed of GRBL pen plotter"):
        composed(DRAWING, Export(machine=machine, marks="corners", **page))
