"""A plot in time: it agrees with the times that are told, with the lines, and with motion worked out by hand."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from taureau.document import Drawing, Layer
from taureau.export.machines import (
    MACHINES,
    Line,
    Machine,
    Motion,
    PenPath,
    motion,
    on_page,
    pen_figures,
    pen_paths,
    plotting_seconds,
)

from tests.export.drawings import DRAWING
from tests.export.machines.test_programs import scribbles

PAIR = Drawing(
    400, 300, tuple(Layer(name, tuple(scribbles(9, seed=seed).strokes)) for name, seed in (("a", 3), ("b", 4)))
)


def moved(drawing: Drawing, machine: Machine) -> tuple[tuple[PenPath, ...], Motion]:
    paths = pen_paths(drawing, machine, bounded=False)
    return paths, motion(paths, machine)


@pytest.mark.parametrize("name", sorted(MACHINES))
def test_it_takes_the_time_that_is_told_and_draws_the_lines(name: str) -> None:
    machine = MACHINES[name]
    paths, plot = moved(PAIR, machine)
    times = plotting_seconds(paths, machine)
    assert plot.seconds == pytest.approx(sum(times))
    assert plot.pen_changes == pytest.approx([times[0]])
    assert (np.diff(plot.times) >= 0).all()
    assert sorted(set(plot.lines.tolist())) == list(range(PAIR.stroke_count))
    for number, line in enumerate(line for path in paths for line in path.lines):
        legs = np.flatnonzero(plot.down & (plot.lines == number))
        drawn = np.concatenate([plot.points[legs], plot.points[legs[-1:] + 1]])
        once = np.concatenate([[True], np.any(np.diff(line.points, axis=0) != 0, axis=1)])
        assert np.array_equal(drawn[1:], line.points[once])  # after the leg that drops the pen


def test_the_pen_moves_as_a_trapezoid_of_speed() -> None:
    machine = replace(
        MACHINES["axidraw"],
        draw_speed=50,
        travel_speed=100,
        draw_acceleration=500,
        travel_acceleration=1000,
        lift_seconds=0.3,
        drop_seconds=0.2,
    )
    plot = motion((PenPath(Layer("a"), 1, (Line(1, np.array([[0.0, 100.0], [100.0, 100.0]])),)),), machine)
    assert plot.seconds == pytest.approx(1.1 + 0.2 + 2.1 + 0.3)

    def place(seconds: float) -> tuple[float, float, bool]:
        at = plot.at(seconds)
        return (*at.point, bool(plot.down[at.leg]))

    assert place(-1) == (0, 0, False)
    assert place(0.1) == pytest.approx((0, 5, False))  # at speed: half of 0.1 s · 100 mm/s
    assert place(0.6) == pytest.approx((0, 55, False))
    assert place(1.05) == pytest.approx((0, 100 - 1.25, False))  # braking, 0.05 s before it stands
    assert place(1.2) == pytest.approx((0, 100, True))  # the pen is being dropped
    assert place(1.3 + 0.05) == pytest.approx((0.625, 100, True))
    assert place(1.3 + 1.1) == pytest.approx((2.5 + 50, 100, True))
    assert place(3.5) == pytest.approx((100, 100, False))
    assert place(99) == pytest.approx((100, 100, False))


def test_the_pen_never_jumps() -> None:
    machine = MACHINES["grbl-servo"]
    _, plot = moved(PAIR, machine)
    step = 0.01
    places = np.array([plot.at(seconds).point for seconds in np.arange(0, plot.seconds, step)])
    fastest = np.hypot(*np.diff(places, axis=0).T).max() / step
    assert 0.9 * machine.travel_speed < fastest <= machine.travel_speed * 1.001


def test_the_figures_of_each_pen() -> None:
    machine = MACHINES["axidraw"]
    paths, plot = moved(DRAWING, machine)
    first, second = pen_figures(paths, plot)
    assert (first.name, first.color, first.pen_downs) == ("Lines", "#141414", 2)
    assert (second.name, second.pen_downs) == ("Shade", 1)
    assert second.drawn == pytest.approx(160 * 25.4 / 96, abs=0.01)
    assert second.travelled == pytest.approx(110 * 25.4 / 96, abs=0.01)  # from the red line's end at (180, 20)
    assert (first.seconds, second.seconds) == pytest.approx(plotting_seconds(paths, machine))


@pytest.mark.parametrize("name", ["axidraw", "grbl-servo", "hp-7475a"])
def test_places_on_the_page_are_those_of_the_strokes(name: str) -> None:
    machine = MACHINES[name]
    paths, _ = moved(PAIR, machine)
    lines = [line for path in paths for line in path.lines]
    for line, stroke in zip(lines, PAIR.strokes, strict=True):
        ends = on_page(line.points, machine, PAIR.height)[[0, -1]]
        assert np.abs(ends - [stroke.curve.start, stroke.curve.end]).max() <= machine.grid / 2 * 96 / 25.4 + 1e-9


def test_dots_are_dropped_and_lifted() -> None:
    machine = MACHINES["axidraw"]
    dots = tuple(Line(n, np.array([[10.0 * n, 5.0]] * 2)) for n in (1, 2))
    plot = motion((PenPath(Layer("a"), 1, dots),), machine)
    assert plot.lines.tolist() == [0, 0, 0, 1, 1, 1]
    assert np.diff(plot.times)[[1, 2]] == pytest.approx([machine.drop_seconds, machine.lift_seconds])
    assert plot.points[:, 0].tolist() == [0, 10, 10, 10, 20, 20, 20]
