"""Clicks on the sheet that add what is under them to the mask, its outline, and a hidden photo meanwhile."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest

from tests.ui.sheets import ALT, CTRL, LEFT, click, drag

DISC, GROUND = (60, 40), (6, 40)  # px of the sheet


@pytest.fixture
def clicking(with_photo, qtbot):
    """The window with a photo of a disc, before it is looked at, with the tool that is clicked."""
    qtbot.mouseClick(with_photo.ask_panel.source.subject.button("brush"), LEFT)
    return with_photo


@pytest.fixture
def known(clicking, sketch, qtbot):
    """The same after it was looked at, with an empty mask."""
    sketch.go_on()
    qtbot.waitUntil(lambda: clicking.subject.regions is not None and clicking.subject.automatic is not None)
    qtbot.waitUntil(lambda: not clicking.subject.dividing and not clicking.subject.looking)
    qtbot.mouseClick(clicking.ask_panel.source.brush.clear, LEFT)
    return clicking


def masked(window, point: tuple[int, int]) -> bool:
    return bool(window.painting.mask[point[1], point[0]])


def color_at(window, point: tuple[float, float]) -> QColor:
    picture = window.canvas.grab().toImage()
    return picture.pixelColor(window.canvas.view.to_canvas(QPointF(*point)).toPoint() * picture.devicePixelRatio())


def test_a_click_adds_what_is_under_it_and_alt_takes_it_away(known):
    click(known, *DISC)
    assert masked(known, DISC)
    assert not masked(known, GROUND)
    assert known.painting.mask.mean() == pytest.approx(np.pi * (80 / 3) ** 2 / (120 * 80), abs=0.02)
    click(known, *DISC, ALT)
    assert not known.painting.mask.any()
    known.ask_panel.source.brush.mode.choose("take")
    click(known, *DISC, ALT)
    assert masked(known, DISC)
    click(known, *DISC)
    assert not known.painting.mask.any()


def test_each_click_is_one_step_that_can_be_undone(known):
    steps = known.painting.undo_stack.count()
    click(known, *DISC)
    click(known, *DISC)  # changes nothing
    assert known.painting.undo_stack.count() == steps + 1
    assert known.verbs.undo.text() == "&Undo add to the subject"
    click(known, *DISC, ALT)
    assert known.verbs.undo.text() == "&Undo take from the subject"
    QTest.keyClick(known, Qt.Key.Key_Z, CTRL)
    assert masked(known, DISC)
    QTest.keyClick(known, Qt.Key.Key_Z, CTRL)
    assert not known.painting.mask.any()
    assert not known.session.file.modified


def test_a_drag_is_no_click_and_the_brush_stays(known, qtbot):
    drag(known, DISC, (90, 40))
    assert not known.painting.mask.any()
    assert not known.ask_panel.source.brush.width_row.isVisible()
    qtbot.mouseClick(known.ask_panel.source.brush.tool.button("brush"), LEFT)
    assert known.ask_panel.source.brush.width_row.isVisible()
    drag(known, (6, 10), (6, 70))
    assert masked(known, GROUND)
    assert not masked(known, DISC)


def test_a_click_before_the_photo_is_looked_at_counts_as_soon_as_it_is(clicking, sketch, qtbot):
    assert clicking.ask_panel.source.brush.finding.isVisible()
    click(clicking, *GROUND)
    click(clicking, *DISC, ALT)
    assert not clicking.painting.mask.any()
    sketch.go_on()
    qtbot.waitUntil(lambda: masked(clicking, GROUND))
    qtbot.waitUntil(lambda: not masked(clicking, DISC))
    assert clicking.painting.undo_stack.count() == 2
    qtbot.waitUntil(lambda: not clicking.ask_panel.source.brush.finding.isVisible())


def test_a_run_takes_what_was_clicked_and_the_tool_comes_back_after_it(known, sketch, qtbot):
    click(known, *DISC)
    qtbot.mouseClick(known.ask_panel.button, LEFT)
    qtbot.waitUntil(lambda: len(sketch.requests) == 1)
    assert sketch.requests[0].mask[40, 60]
    assert not known.masking.up
    qtbot.waitUntil(lambda: not known.session.run.active)
    qtbot.mouseClick(known.ask_panel.source.brush.tool.button("click"), LEFT)
    assert known.masking.up
    click(known, *DISC, ALT)
    assert not known.painting.mask.any()


def test_a_run_that_begins_first_drops_the_clicks_that_wait(clicking, sketch, qtbot):
    click(clicking, *DISC)
    clicking.ask_panel.source.subject.choose("auto")
    qtbot.mouseClick(clicking.ask_panel.button, LEFT)
    assert not clicking.subject.dividing
    sketch.go_on()
    qtbot.waitUntil(lambda: len(sketch.requests) == 1 and not clicking.session.run.active)
    assert not clicking.painting.undo_stack.canUndo()
    qtbot.mouseClick(clicking.ask_panel.source.subject.button("brush"), LEFT)
    qtbot.waitUntil(lambda: clicking.subject.regions is not None)


def test_another_photo_has_other_regions(known, open_in_window, photo_file):
    open_in_window(photo_file)
    assert known.subject.regions is None
    assert not known.masking.up


def test_a_hidden_photo_is_shown_faintly_while_its_mask_is_made(known, qtbot):
    known.view_bar.photo.setValue(0)
    assert known.view_bar.photo.value() == 0
    click(known, *DISC)
    on_disc = color_at(known, DISC)
    known.ask_panel.source.subject.choose("none")
    paper = color_at(known, DISC)
    assert on_disc.lightness() < paper.lightness() - 40


def outline_changes(window, before: QImage, at: QPoint, *, light: bool) -> bool:
    """Whether a line darker than paper, or lighter than the photo, passes near a point."""
    shown = window.canvas.grab().toImage()
    around = [(at.x(), at.y() + step) for step in range(-5, 6)]
    changes = [shown.pixelColor(*place).lightness() - before.pixelColor(*place).lightness() for place in around]
    return min(changes) < -40 if light else max(changes) > 40


@pytest.mark.parametrize("light", [True, False])
def test_the_outline_is_shown_as_soon_as_the_mask_is_known_until_strokes_come(with_photo, sketch, qtbot, light):
    edge = (60, 40 + 80 / 3 - 0.5)
    sketch.looks = True
    with_photo.canvas.set_photo_opacity(0.0 if light else 1.0)
    before = with_photo.canvas.grab().toImage()
    at = with_photo.canvas.view.to_canvas(QPointF(*edge)).toPoint()
    qtbot.mouseClick(with_photo.ask_panel.button, LEFT)
    qtbot.waitUntil(lambda: with_photo.subject.looked is not None)
    assert outline_changes(with_photo, before, at, light=light)
    sketch.go_on(1)
    qtbot.waitUntil(lambda: with_photo.session.sheet.preview is not None)
    with_photo.canvas.set_drawing(None)  # no strokes upon it
    with_photo.canvas.set_photo_opacity(0.0 if light else 1.0)
    assert with_photo.canvas.grab().toImage().pixelColor(at) == before.pixelColor(at)
    with_photo.verbs.mask.setChecked(True)
    assert outline_changes(with_photo, before, at, light=light)


def test_what_is_drawn_whole_has_no_outline(with_photo, sketch, qtbot):
    sketch.go_on()
    with_photo.subject.find()
    qtbot.waitUntil(lambda: with_photo.subject.looked is not None)
    outlined = with_photo.canvas.grab().toImage()
    with_photo.ask_panel.source.subject.choose("none")
    assert with_photo.canvas.grab().toImage() != outlined
