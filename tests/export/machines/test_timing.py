"""The time that is told: against a simulation in small steps, and against what can be worked out by hand."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from taureau.document import Drawing, Layer, Stroke
from taureau.export.machines import MACHINES, Line, PenPath, duration_text, pen_paths, plotting_seconds
from taureau.geometry import Affine, Curve

from tests.export.drawings import DRAWING
from tests.export.machines.simulation import simulated_seconds
from tests.export.machines.test_programs import scribbles


@pytest.mark.parametrize("name", sorted(MACHINES))
@pytest.mark.parametrize("scale", [0.3, 1.2])
def test_the_estimate_is_within_five_percent_of_a_simulation(name: str, scale: float) -> None:
    machine = MACHINES[name]
    drawing = scribbles(12, seed=8).transformed(Affine.scale(scale))
    two = replace(drawing, layers=(*drawing.layers, Layer("b", tuple(scribbles(3).strokes))))
    paths = pen_paths(two, machine, bounded=False)
    told, simulated = plotting_seconds(paths, machine), simulated_seconds(paths, machine)
    assert len(told) == len(simulated) == 2
    assert told == pytest.approx(simulated, rel=0.05)
    drawn = [len(path.lines) * (machine.lift_seconds + machine.drop_seconds) for path in paths]
    moving = np.subtract(simulated, drawn)
    assert np.subtract(told, drawn) == pytest.approx(moving, rel=0.05)  # the pen's lifts do not hide the motion


def test_straight_lines_by_hand() -> None:
    machine = replace(
        MACHINES["axidraw"],
        draw_speed=50,
        travel_speed=100,
        draw_acceleration=500,
        travel_acceleration=1000,
        lift_seconds=0.3,
        drop_seconds=0.2,
    )
    line = Line(1, np.array([[0.0, 100.0], [60.0, 100.0], [100.0, 100.0]]))
    travel = 100 / 100 + 100 / 1000  # a trapezoid takes length / speed + speed / acceleration
    drawn = 100 / 50 + 50 / 500
    assert plotting_seconds((PenPath(Layer("a"), 1, (line,)),), machine) == pytest.approx([travel + drawn + 0.5])
    short = Line(1, np.array([[0.0, 0.0], [2.0, 0.0]]))  # too short to reach the speed: a triangle
    (time,) = plotting_seconds((PenPath(Layer("a"), 1, (short,)),), machine)
    assert time == pytest.approx(2 * (2 / 500) ** 0.5 + 0.5)


def test_corners_and_what_comes_ahead_cost_time() -> None:
    machine = replace(MACHINES["axidraw"], lift_seconds=0, drop_seconds=0)

    def time(*points: tuple[float, float]) -> float:
        return plotting_seconds((PenPath(Layer("a"), 1, (Line(1, np.array(points)),)),), machine)[0]

    straight = time((0, 0), (50, 0), (100, 0))
    gentle, right, back = (
        time((0, 0), (50, 0), (99, 10)),
        time((0, 0), (50, 0), (50, 50)),
        time((0, 0), (50, 0), (0, 0)),
    )
    assert straight < gentle < right < back
    assert back == pytest.approx(2 * time((0, 0), (50, 0)))
    pieces = [(x / 100, 0.0) for x in range(10_001)]
    assert time(*pieces) == pytest.approx(straight)  # many small pieces are one line


def test_a_dot_takes_a_lift_and_a_drop() -> None:
    machine = MACHINES["axidraw"]
    dot = Drawing(50, 50, (Layer("a", (Stroke(Curve.line([0, 0], [0, 0]), 1.0),)),))
    assert plotting_seconds(pen_paths(dot, machine), machine) == pytest.approx(
        [machine.lift_seconds + machine.drop_seconds]
    )


def test_each_pen_is_told() -> None:
    machine = MACHINES["axidraw"]
    paths = pen_paths(DRAWING, machine)
    assert [path.layer.name for path in paths] == ["Lines", "Shade", "Draft"][:2]
    assert len(plotting_seconds(paths, machine)) == 2


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0.2, "1 s"),
        (59.4, "59 s"),
        (59.6, "1 min 0 s"),
        (750, "12 min 30 s"),
        (3599.7, "1 h 0 min"),
        (7500, "2 h 5 min"),
    ],
)
def test_durations(seconds: float, text: str) -> None:
    assert duration_text(seconds) == text
