"""The plot as it is painted at a moment: only what is drawn by then, the same however it got there, in short frames."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from taureau.document import Drawing, Layer, Stroke
from taureau.export import Export, planned
from taureau.export.machines import MACHINES
from taureau.geometry import Curve
from taureau.session import Plotting
from taureau.ui.export import plot_film
from taureau.ui.export.plot_film import TRAVEL, PlotFilm

SIDE = 400  # px of the picture, of a page of 200 px
ACCENT = QColor("#00ff00")
TWO = Drawing(
    200,
    200,
    (
        Layer(
            "a",
            (
                Stroke(Curve.line([20, 40], [180, 40]), 4.0, "#141414"),
                Stroke(Curve.line([180, 160], [20, 160]), 4.0, "#aa0000"),
            ),
        ),
    ),
)


def film_of(drawing: Drawing, **changes: object) -> tuple[PlotFilm, Plotting]:
    machine = replace(MACHINES["axidraw"], **changes)  # type: ignore[arg-type]
    plan = planned(drawing, Export(profile="plotter", machine=machine), Path("a.svg"))
    plotting = Plotting.of(plan)
    assert plotting is not None
    return PlotFilm(plan, plotting), plotting


def painted(film: PlotFilm, seconds: float) -> tuple[QImage, bool]:
    image = QImage(SIDE, SIDE, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    whole = film.paint(painter, QRectF(0, 0, SIDE, SIDE), seconds, ACCENT)
    painter.end()
    return image, whole


def whole(film: PlotFilm, seconds: float) -> QImage:
    for _ in range(1000):
        image, done = painted(film, seconds)
        if done:
            return image
    raise AssertionError("never whole")


def dark(image: QImage, color: str) -> int:
    wanted = QColor(color)
    return sum(image.pixelColor(x, y) == wanted for x in range(0, SIDE, 4) for y in (80, 320))


@pytest.mark.parametrize("origin", ["top-left", "bottom-left"])
def test_what_is_drawn_by_then_and_where_the_pen_is(qapp, origin):
    film, plotting = film_of(TWO, origin=origin)
    motion = plotting.motion
    start = whole(film, 0.0)
    edge = 0 if origin == "top-left" else SIDE - 1
    assert start.pixelColor(5, edge).red() < 120  # the mark is a ring, for the pen is above the paper
    assert start.pixelColor(0, edge) == QColor("white")
    assert (dark(start, "#141414"), dark(start, "#aa0000")) == (0, 0)
    drawing = np.flatnonzero(motion.down & (motion.lines == 0))[-1]
    middle = float(motion.times[drawing : drawing + 2].mean())
    half = whole(film, middle)
    assert 30 < dark(half, "#141414") < 50
    assert half.pixelColor(200, 80) == ACCENT
    changed = motion.pen_changes[0]
    first = whole(film, changed)
    assert dark(first, "#141414") > 70
    assert dark(first, "#aa0000") == 0
    assert (film.pen_at(changed - 0.01), film.pen_at(changed + 0.01)) == (0, 1)
    end = whole(film, plotting.seconds)
    assert dark(end, "#aa0000") > 70
    between = end.pixelColor(360, 200)  # the pen was lifted
    assert QColor(TRAVEL).lightness() <= between.lightness() < QColor("white").lightness()


def test_forwards_backwards_and_in_steps_are_the_same_picture(qapp):
    film, plotting = film_of(TWO)
    times = [plotting.seconds * share for share in (0.1, 0.3, 0.45, 0.62, 0.8, 1.0)]
    forwards = [whole(film, seconds) for seconds in times]
    backwards = [whole(film, seconds) for seconds in reversed(times)][::-1]
    once = [whole(film_of(TWO)[0], seconds) for seconds in times]
    assert forwards[0] != forwards[3]
    assert backwards == once
    assert forwards == once


def test_a_long_plot_is_painted_in_parts(qapp, monkeypatch):
    """By a clock on which each stretch takes 4 ms, a frame paints three."""
    curves = tuple(Stroke(Curve.line([10, 2 * n + 5], [190, 2 * n + 5]), 1.0) for n in range(20))
    machine = MACHINES["axidraw"]
    plan = planned(Drawing(200, 200, (Layer("a", curves),)), Export(profile="plotter", machine=machine), Path("a.svg"))
    plotting = Plotting.of(plan)
    assert plotting is not None
    ticks = iter(range(10_000))
    film = PlotFilm(plan, plotting, clock=lambda: next(ticks) * 0.004)
    frames = 0
    while not painted(film, plotting.seconds)[1]:
        frames += 1
    assert 10 <= frames <= 20
    assert painted(film, plotting.seconds)[1]


def test_many_legs_are_painted_in_several_frames(qapp, monkeypatch):
    monkeypatch.setattr(plot_film, "_MOST_IN_A_FRAME", 5)
    film, plotting = film_of(TWO)
    assert not painted(film, plotting.seconds)[1]
    assert whole(film, plotting.seconds) == whole(film_of(TWO)[0], plotting.seconds)
