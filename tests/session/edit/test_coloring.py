"""Colours from the photo, live: waiting for what is not known, steps of undo, and drags."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image
from taureau.document import INK, Drawing, Layer, Stroke, ground_count
from taureau.geometry import Curve
from taureau.session import Coloring, MaskPainting, Runner, Session, Subject
from taureau.session.run.engine_loader import engine_sketch


@pytest.fixture
def sketch():
    """The engine itself: the eye is in the box."""
    return engine_sketch


@pytest.fixture
def session(loop, sketch):
    session = Session(Runner(sketch))
    session.heard = []
    session.notified.connect(session.heard.append)
    yield session
    assert session.close()


@pytest.fixture
def coloring(session, tmp_path, await_) -> Coloring:
    """The colours of a red disc on blue, with a line on each."""
    y, x = np.mgrid[0:96, 0:128]
    pixels = np.full((96, 128, 3), (30, 50, 160), np.uint8)
    pixels[np.hypot(x - 64, y - 48) < 34] = (190, 40, 30)
    path = tmp_path / "disc.png"
    Image.fromarray(pixels).save(path)
    assert await_(session.file.open(path))
    lines = [Curve.line((64, 30), (64, 60)), Curve.line((10, 5), (10, 90))]
    session.sheet.replace(Drawing(128, 96, (Layer("strokes", tuple(Stroke(line, 2.0) for line in lines)),)), "draw")
    subject = Subject(session)
    return Coloring(session, subject, MaskPainting(session, subject))


def colors(session) -> list[str]:
    return [stroke.color for stroke in session.sheet.drawing.strokes if not stroke.filled]


def is_red(color: str) -> bool:
    red, green, blue = bytes.fromhex(color[1:])
    return red > 2 * max(green, blue)


def test_lines_take_the_photos_colours_once_it_is_looked_at(session, coloring, qtbot) -> None:
    assert coloring.available
    coloring.set_pens(2)
    qtbot.waitUntil(lambda: not coloring.waiting, timeout=30_000)
    first, second = colors(session)
    assert is_red(first)
    assert not is_red(second)
    assert coloring.pens == 2
    coloring.set_pens(0)
    assert colors(session) == [INK, INK]
    assert coloring.pens == 0


def test_a_drag_is_one_step_that_undo_takes_back(session, coloring, qtbot) -> None:
    steps = session.sheet.undo_stack.count()
    coloring.hold()
    for count in (1, 2, 3):
        coloring.set_areas(count)
        qtbot.waitUntil(lambda: not coloring.waiting, timeout=30_000)
    coloring.release()
    assert coloring.areas == ground_count(session.sheet.drawing, "Colours") >= 1
    assert is_red(session.sheet.drawing.layers[0].strokes[0].color)
    assert session.sheet.undo_stack.count() == steps + 1
    session.sheet.undo_stack.undo()
    assert coloring.areas == 0
    assert colors(session) == [INK, INK]


def test_pens_at_hand_and_a_selection(session, coloring, qtbot) -> None:
    session.selection.select([1])
    coloring.set_pens(("#00ff00", "#0000ff"))
    qtbot.waitUntil(lambda: not coloring.waiting, timeout=30_000)
    assert colors(session) == [INK, "#0000ff"]


def test_nothing_is_done_without_a_photo_or_a_drawing(session, coloring) -> None:
    session.sheet.replace(None, "begin anew")
    assert not coloring.available
    coloring.set_areas(3)
    coloring.set_pens(3)
    assert not coloring.waiting
    assert session.sheet.drawing is None


def test_another_photo_ends_the_wait(session, coloring, await_, photo_file) -> None:
    coloring.set_areas(3)
    assert coloring.waiting
    assert await_(session.file.open(photo_file))
    assert not coloring.waiting


def test_tone_comes_and_goes_under_the_lines(session, coloring, qtbot) -> None:
    coloring.set_tone("hatch", 1)
    qtbot.waitUntil(lambda: not coloring.waiting, timeout=30_000)
    assert not coloring.toned  # a flat disc has no dark part
    assert colors(session) == [INK, INK]
    coloring.set_tone(None)
    assert not coloring.toned
