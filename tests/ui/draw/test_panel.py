"""The left panel: its values, its keys, its one button."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractSlider, QAbstractSpinBox, QLabel
from taureau.session import Choices

from tests.session.sketches import drawing

LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier


def type_into(field, text: str) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field.lineEdit(), text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def test_untouched_it_asks_for_the_defaults(window):
    assert window.ask_panel.choices == Choices()


def test_the_button_says_what_it_will_do_or_what_is_missing(window, qtbot, open_in_window, photo_file):
    panel = window.ask_panel
    assert (panel.button.text(), panel.button.isEnabled()) == ("Draw", False)
    assert panel.button.toolTip() == "Open a photo first, or type what to draw"
    open_in_window(photo_file)
    assert panel.button.isEnabled()
    qtbot.mouseClick(panel.draw.amount.button("number"), LEFT)
    assert panel.button.text() == "Draw 16 strokes"
    type_into(panel.draw.strokes.field, "1")
    assert panel.button.text() == "Draw 1 stroke"


def test_the_picture_is_drawn_as_line_art_or_as_a_photo_where_that_is_chosen(with_photo, sketch, qtbot):
    panel = with_photo.ask_panel
    assert panel.choices.mode == "auto"
    qtbot.mouseClick(panel.draw.mode.button("photo"), LEFT)
    assert panel.choices.mode == "photo"
    qtbot.mouseClick(panel.draw.mode.button("lines"), LEFT)
    qtbot.mouseClick(panel.button, LEFT)
    qtbot.waitUntil(lambda: len(sketch.requests) == 1)
    assert sketch.requests[0].mode == "lines"
    sketch.go_on()
    qtbot.waitUntil(lambda: not with_photo.session.run.active)
    assert panel.draw.mode.value == "lines"  # for the next run too


def test_words_alone_are_no_picture(window):
    window.ask_panel.draw.mode.choose("lines")
    window.session.source.set_words("a cat")
    assert not window.ask_panel.draw.mode.isVisible()
    assert window.ask_panel.choices.request(None).mode == "auto"


@pytest.mark.parametrize(("typed", "strokes"), [("40", 40), ("200", 200), ("256", 256)])
def test_strokes_beyond_the_slider_can_be_typed(window, qtbot, typed, strokes):
    qtbot.mouseClick(window.ask_panel.draw.amount.button("number"), LEFT)
    row = window.ask_panel.draw.strokes
    type_into(row.field, typed)
    assert window.ask_panel.choices.strokes == strokes
    assert row.slider.value() == min(strokes, 64)


def test_the_number_of_strokes_is_found_unless_it_is_given(window, qtbot):
    draw, choices = window.ask_panel.draw, lambda: window.ask_panel.choices
    assert (draw.detail.isVisible(), draw.strokes.isVisible()) == (True, False)
    draw.detail.slider.setFocus()
    QTest.keyClick(draw.detail.slider, Qt.Key.Key_Home)
    assert (choices().strokes, choices().detail) == (None, 0.0)
    QTest.keyClick(draw.detail.slider, Qt.Key.Key_End)
    assert choices().detail == 1.0
    qtbot.mouseDClick(draw.detail.slider, LEFT, pos=QPoint(5, 5))
    assert choices().detail == 0.5
    qtbot.mouseClick(draw.fold, LEFT)
    type_into(draw.limit, "24")
    assert choices().limit == 24
    qtbot.mouseClick(draw.amount.button("number"), LEFT)
    assert (draw.detail.isVisible(), draw.strokes.isVisible(), draw.limit.isVisible()) == (False, True, False)
    assert choices().strokes == 16


def test_slider_and_field_move_together_and_a_double_click_resets(window, qtbot):
    row = window.ask_panel.draw.line_width
    row.slider.setFocus()
    QTest.keyClick(row.slider, Qt.Key.Key_End)
    assert row.field.value() == 5.0
    QTest.keyClick(row.slider, Qt.Key.Key_Left)
    assert window.ask_panel.choices.width == pytest.approx(4.9)
    qtbot.mouseDClick(row.slider, LEFT, pos=QPoint(5, 5))
    assert window.ask_panel.choices.width == pytest.approx(0.6)


def name_of(panel, text: str) -> QLabel:
    return next(label for label in panel.findChildren(QLabel) if label.text() == text)


@pytest.mark.parametrize("way", ["double-click", "key"])
@pytest.mark.parametrize(
    ("field", "name", "default"), [("seed", "Seed", 0), ("limit", "At most, strokes", 64), ("tries", "Seeds tried", 3)]
)
def test_every_number_goes_back(window, qtbot, field, name, default, way):
    draw = window.ask_panel.draw
    if field == "tries":
        draw.preset.choose("fine")
    qtbot.mouseClick(draw.fold, LEFT)
    control = getattr(draw, field)
    type_into(control, "5")
    assert control.value() == 5
    if way == "key":
        QTest.keyClick(control, Qt.Key.Key_Backspace, CTRL)
    else:
        qtbot.mouseDClick(name_of(draw, name), LEFT)
    assert control.value() == default


@pytest.mark.parametrize("way", ["double-click", "key"])
def test_every_choice_goes_back(window, qtbot, way):
    panel = window.ask_panel
    qtbot.mouseClick(panel.draw.fold, LEFT)
    for row, name, other in (
        (panel.draw.start, "Start", "random"),
        (panel.draw.device, "Device", "cpu"),
        (panel.draw.amount, "Strokes", "number"),
        (panel.draw.line_width, "Line width", 3.0),
    ):
        before = row.value
        (row.set_value if name == "Line width" else row.choose)(other)
        assert row.value != before
        if way == "double-click":
            qtbot.mouseDClick(name_of(panel, name), LEFT)
        else:
            QTest.keyClick(row.field if name == "Line width" else row.button(other), Qt.Key.Key_Backspace, CTRL)
        assert row.value == before


@pytest.mark.parametrize("way", ["double-click", "key"])
def test_the_encoder_goes_back_to_automatic(window, qtbot, way):
    draw = window.ask_panel.draw
    draw.preset.choose("fine")
    qtbot.mouseClick(draw.fold, LEFT)
    draw.encoder.choose("vit-b-32")
    assert draw.choices().encoder == "vit-b-32"
    if way == "double-click":
        qtbot.mouseDClick(name_of(draw, "Encoder"), LEFT)
    else:
        QTest.keyClick(draw.encoder.list, Qt.Key.Key_Backspace, CTRL)
    assert draw.choices().encoder == Choices().encoder


def test_words_go_away_by_a_double_click_on_their_name(window, qtbot):
    QTest.keyClicks(window.ask_panel.source.words.field, "a sad camel")
    assert window.session.source.words == "a sad camel"
    qtbot.mouseDClick(name_of(window.ask_panel.source, "Words"), LEFT)
    assert (window.session.source.words, window.ask_panel.source.words.field.text()) == ("", "")


def test_each_choice_can_be_clicked(window, qtbot):
    panel = window.ask_panel
    qtbot.mouseClick(panel.draw.preset.button("draft"), LEFT)
    qtbot.mouseClick(panel.source.subject.button("none"), LEFT)
    assert (panel.choices.preset, panel.choices.mask) == ("draft", "none")


def test_rare_values_are_folded_away_and_come_out(window, qtbot):
    draw = window.ask_panel.draw
    assert not draw.seed.isVisible()
    qtbot.mouseClick(draw.fold, LEFT)
    assert draw.seed.isVisible()
    qtbot.mouseClick(draw.start.button("random"), LEFT)
    type_into(draw.seed, "41")
    qtbot.mouseClick(draw.device.button("cpu"), LEFT)
    choices = window.ask_panel.choices
    assert (choices.start, choices.seed, choices.device) == ("random", 41, "cpu")
    qtbot.mouseClick(draw.dice, LEFT)
    assert window.ask_panel.choices.seed != 41


def test_a_narrow_window_shows_every_control_whole(with_photo, qtbot):
    with_photo.resize(1024, 640)
    qtbot.waitUntil(lambda: with_photo.width() == 1024)
    panel = with_photo.ask_panel
    for widget in (panel.button, panel.draw.detail.field, panel.source.subject.button("none")):
        right = widget.mapTo(panel, widget.rect().bottomRight())
        assert panel.rect().contains(right)
        assert right.x() <= panel.width() - 8


def test_what_is_unfolded_comes_into_sight_in_a_low_window(with_photo, qtbot):
    with_photo.resize(1024, 600)
    draw = with_photo.ask_panel.draw
    qtbot.mouseClick(draw.fold, LEFT)
    qtbot.waitUntil(lambda: draw.seed.visibleRegion().boundingRect().height() == draw.seed.height())


def test_every_control_has_a_name_and_a_tooltip(with_photo, qtbot):
    qtbot.mouseClick(with_photo.ask_panel.draw.fold, LEFT)
    nameless = [
        widget
        for kind in (QAbstractButton, QAbstractSlider, QAbstractSpinBox)
        for widget in with_photo.findChildren(kind)
        if widget.isVisible()
        and not widget.objectName().startswith("qt_")
        and not ((widget.accessibleName() or getattr(widget, "text", str)()) and widget.toolTip())
    ]
    assert nameless == []


def test_tab_reaches_every_control_of_the_panel(with_photo, qtbot):
    panel = with_photo.ask_panel
    draw = panel.draw
    wanted = {draw.detail.field, draw.detail.slider, draw.line_width.field, draw.fold, panel.button}
    with_photo.activateWindow()
    qtbot.waitUntil(with_photo.isActiveWindow)
    reached = set()
    for _ in range(40):
        QTest.keyClick(with_photo.focusWidget() or with_photo, Qt.Key.Key_Tab)
        reached.add(with_photo.focusWidget())
    assert wanted <= reached


def test_with_clip_the_number_is_given_unless_it_is_to_be_found(with_photo):
    draw = with_photo.ask_panel.draw
    assert draw.choices().strokes is None
    draw.preset.choose("fine")
    assert (draw.choices().strokes, draw.choices().seeds) == (16, 3)
    draw.amount.choose("automatic")
    assert draw.detail.isVisible()
    assert (draw.choices().strokes, draw.choices().seeds) == (None, None)  # what grows is one drawing
    draw.preset.choose("clipasso")  # as published: a given number, all at once
    assert not draw.amount.isVisible()
    assert draw.choices().strokes == 16
    draw.preset.choose("standard")
    assert draw.choices().strokes is None
    draw.preset.choose("fine")
    assert draw.choices().strokes is None  # remembered


@pytest.mark.parametrize(("preset", "goes_on"), [("draft", True), ("fine", True), ("clipasso", False)])
def test_drawing_on_is_offered_where_the_preset_can(with_photo, preset, goes_on):
    with_photo.session.sheet.replace(drawing(5), "draw 5 strokes")
    with_photo.ask_panel.draw.preset.choose(preset)
    assert with_photo.session.draw.command.continuable == goes_on


def test_the_pen_is_part_of_the_choices(window):
    window.ask_panel.draw.pen.actions_by_pen["brush"].trigger()
    assert window.ask_panel.choices.pen == "brush"
    assert replace(window.ask_panel.choices, words="a cat", strokes=16).request(None).pen == "brush"
    assert "Brush pen" in window.ask_panel.draw.pen.button.toolTip()
