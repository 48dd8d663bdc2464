"""Drawing on: more strokes into a drawing, and the photo that this needs."""

from __future__ import annotations

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from taureau.document import save_svg

from tests.session.sketches import drawing, photo_pixels
from tests.ui.strokes.test_strokes import click_stroke
from tests.ui.timeline.test_run import name_the_file
from tests.ui.timeline.test_sequence import grown  # noqa: F401 - a fixture

LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier


def test_more_is_drawn_into_the_drawing_with_frozen_strokes_held(grown, sketch, qtbot):  # noqa: F811
    panel, session = grown.ask_panel, grown.session
    assert (panel.button.text(), panel.start_over.isVisible()) == ("Continue", True)
    click_stroke(grown, 3)
    QTest.keyClick(grown, Qt.Key.Key_F)
    before = session.sheet.drawing
    qtbot.mouseClick(panel.button, LEFT)
    qtbot.waitUntil(lambda: not session.run.active)
    request = sketch.requests[-1]
    assert (request.drawing, request.frozen, request.detail) == (before, {3}, 0.5)
    assert session.sheet.drawing.stroke_count == 32
    assert grown.verbs.undo.text() == "&Undo draw 16 more strokes"
    QTest.keyClick(grown, Qt.Key.Key_Z, CTRL)
    assert session.sheet.drawing is before


def test_what_was_taken_out_is_not_drawn_again_unless_it_was_brought_back(grown, sketch, qtbot):  # noqa: F811
    session = grown.session
    for place in (2, 7):
        gone = list(session.sheet.drawing.strokes)[place]
        click_stroke(grown, place)
        QTest.keyClick(grown, Qt.Key.Key_Delete)
    QTest.keyClick(grown, Qt.Key.Key_Z, CTRL)
    qtbot.mouseClick(grown.ask_panel.button, LEFT)
    qtbot.waitUntil(lambda: not session.run.active)
    [refused] = sketch.requests[-1].refused
    assert refused is not gone


def test_of_a_number_so_many_more_are_drawn(grown, sketch, qtbot):  # noqa: F811
    qtbot.mouseClick(grown.ask_panel.draw.amount.button("number"), LEFT)
    assert grown.ask_panel.button.text() == "Draw 16 more strokes"
    QTest.keyClick(grown, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: not grown.session.run.active)
    assert (sketch.requests[-1].strokes, sketch.requests[-1].detail) == (16, None)


def test_draw_anew_begins_with_an_empty_sheet(grown, sketch, qtbot):  # noqa: F811
    qtbot.mouseClick(grown.ask_panel.start_over, LEFT)
    qtbot.waitUntil(lambda: not grown.session.run.active)
    assert sketch.requests[-1].drawing is None
    assert grown.session.sheet.drawing.stroke_count == 16
    assert grown.session.sheet.undo_stack.count() == 2


@pytest.fixture
def from_file(window, open_in_window, tmp_path):
    """A window with a drawing of 240 × 160 px and no photo."""
    save_svg(drawing(6, 240, 160), tmp_path / "waves.svg")
    open_in_window(tmp_path / "waves.svg")
    return window


def test_a_drawing_without_its_photo_asks_for_it_and_is_drawn_on(from_file, sketch, qtbot, tmp_path, photo_file):
    panel, session = from_file.ask_panel, from_file.session
    assert (panel.button.text(), panel.button.isEnabled()) == ("Continue", False)
    assert "photo is needed" in panel.button.toolTip()
    qtbot.mouseClick(panel.beneath, LEFT)
    name_the_file(qtbot, photo_file)
    qtbot.waitUntil(lambda: session.source.photo is not None)
    assert session.sheet.drawing.stroke_count == 6
    assert not session.file.modified
    assert from_file.view_bar.photo.value() == 25
    qtbot.waitUntil(lambda: panel.button.isEnabled() and not panel.beneath.isVisible())
    sketch.go_on()
    qtbot.mouseClick(panel.button, LEFT)
    qtbot.waitUntil(lambda: not session.run.active)
    request = sketch.requests[-1]
    assert (request.width, request.height, request.stroke_width) == (240, 160, None)
    assert session.file.path == tmp_path / "waves.svg"
    qtbot.mouseClick(panel.start_over, LEFT)
    qtbot.waitUntil(lambda: not session.run.active)
    assert (session.sheet.drawing.width, session.sheet.drawing.height) == (240, 160)  # the sheet stays as it is


def test_a_photo_of_other_proportions_is_refused_in_one_line(from_file, qtbot, tmp_path):
    Image.fromarray(photo_pixels(100, 80)).save(tmp_path / "other.png")
    qtbot.mouseClick(from_file.ask_panel.beneath, LEFT)
    name_the_file(qtbot, tmp_path / "other.png")
    qtbot.waitUntil(lambda: from_file.message_line.message is not None)
    assert "proportions" in from_file.message_line.message.text
    assert from_file.session.source.photo is None
    assert from_file.session.sheet.drawing.stroke_count == 6
