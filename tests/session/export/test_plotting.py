"""The plot of what is exported: worked out in a thread, cancelled by the next change, as the command line says it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace

import pytest
from taureau.document import Drawing, Layer, Stroke
from taureau.export.machines import MACHINES, plotting_seconds
from taureau.geometry import Curve
from taureau.session import ExportChoices, Exporting, MachineChoices, Preferences
from taureau.session.export import planner

from tests.export.drawings import DRAWING
from tests.session.export.test_exporting import choose

A4 = ExportChoices(format="gcode", paper="a4", margin_mm=15.0, pen_mm=0.5, machine=MachineChoices("grbl-servo"))


@pytest.fixture
def exporting(session, qtbot) -> Iterator[Exporting]:
    session.sheet.replace(DRAWING, "open")
    exporting = Exporting(session, Preferences())
    exporting.choices = A4
    with qtbot.waitSignal(exporting.changed, timeout=60_000):
        exporting.watch(True)
    yield exporting
    exporting.close()


def test_what_each_pen_takes(exporting, qtbot):
    plot, plan = exporting.plotting, exporting.plan
    assert [pen.name for pen in plot.pens] == ["#141414 0.5 mm", "#aa0000 0.5 mm"]
    assert [pen.pen_downs for pen in plot.pens] == [2, 1]
    assert [pen.seconds for pen in plot.pens] == pytest.approx(plotting_seconds(plan.pen_paths, plot.machine))
    assert plot.seconds == pytest.approx(sum(pen.seconds for pen in plot.pens))
    assert plot.pen_downs == 3
    assert plot.drawn > 300
    assert plot.travelled > 100
    choose(exporting, qtbot, format="pdf")
    assert exporting.plotting is None
    assert exporting.plan is not None
    choose(exporting, qtbot, format="svg", profile="plotter", machine=MachineChoices())
    assert exporting.plotting.machine == MACHINES["axidraw"]


def test_what_does_not_fit_is_said_as_the_command_line_says_it(exporting, qtbot):
    choose(exporting, qtbot, paper="a3")
    assert exporting.problem.startswith("3 strokes leave the bed of 310 × 220 mm of GRBL pen plotter")
    assert exporting.plan is exporting.plotting is None
    choose(exporting, qtbot, machine=MachineChoices("grbl-servo", bed_width_mm=420.0, bed_height_mm=297.0))
    assert exporting.problem == ""
    choose(exporting, qtbot, from_stroke=9)
    assert exporting.problem == "The plot has only 3 strokes: it cannot start from number 9."


def test_more_pens_than_the_machine_holds_are_said_before_writing(exporting, session, qtbot):
    strokes = tuple(Stroke(Curve.line([10 * n, 0], [10 * n, 90]), 1.0, f"#00000{n}") for n in range(7))
    choose(exporting, qtbot, format="hpgl", machine=MachineChoices())
    with qtbot.waitSignal(exporting.changed, timeout=60_000):
        session.sheet.replace(Drawing(90, 90, (Layer("a", strokes),)), "pens")
    assert exporting.problem.startswith("The drawing has 7 pens, and HP 7475A holds 6")
    choose(exporting, qtbot, layer_files=True)
    assert len(exporting.plan.sheets) == 7


def test_the_next_change_cancels_the_order_of_strokes(exporting, qtbot, monkeypatch):
    """The thread is held in the middle of one plan until another is asked for, and gives the first one up."""
    real, began, go_on = planner.planned, threading.Event(), threading.Event()
    given_up: list[str] = []

    def held(drawing, export, path, progress):
        if export.pen_mm == 0.7:
            progress(0.5)
            began.set()
            assert go_on.wait(60)
            try:
                progress(0.6)
            except Exception as error:
                given_up.append(type(error).__name__)
                raise
        return real(drawing, export, path, progress)

    monkeypatch.setattr(planner, "planned", held)
    shares: list[float] = []
    exporting.advanced.connect(shares.append)
    exporting.choose(replace(A4, pen_mm=0.7))
    qtbot.waitUntil(began.is_set, timeout=60_000)
    qtbot.waitUntil(lambda: shares == [0.5], timeout=60_000)  # the window's thread went on
    assert exporting.plan.export.pen_mm == 0.5  # the last plan, until there is another
    exporting.choose(replace(A4, pen_mm=0.9))
    qtbot.wait(1)
    exporting._update_plan()  # as the timer does
    go_on.set()
    qtbot.waitUntil(lambda: exporting.plan.export.pen_mm == 0.9, timeout=60_000)
    assert given_up == ["CancelledError"]


def test_writing_waits_for_the_plan(exporting, qtbot, await_, tmp_path):
    exporting.choose(replace(A4, path=tmp_path / "a.gcode", sort_travel=True))
    assert await_(exporting.write())
    assert (tmp_path / "a.gcode").read_text().startswith("G21")


def test_its_thread_ends_with_it(session, qtbot):
    session.sheet.replace(DRAWING, "open")
    exporting = Exporting(session, Preferences())
    with qtbot.waitSignal(exporting.changed, timeout=60_000):
        exporting.watch(True)
    exporting.close()
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("taureau-planner")]
