"""Plotters in the export dialog: machines and their files, what a plot takes, and watching it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit
from taureau.document import Layer, Stroke, Unit
from taureau.geometry import Curve
from taureau.session.preferences import UNIT

from tests.export.drawings import DRAWING
from tests.ui.export.handling import LEFT, called_up, choose, type_into


@pytest.fixture
def dialog(opened, qtbot):
    dialog = opened.pages.export
    choose(dialog.settings.format, "gcode")
    wait_for(dialog, qtbot, lambda plan: plan.export.format == "gcode")
    return dialog


def wait_for(dialog, qtbot, condition) -> None:
    qtbot.waitUntil(lambda: dialog.exporting.plan is not None and condition(dialog.exporting.plan), timeout=60_000)


def choose_machine(dialog, name: str) -> None:
    box = dialog.settings.strokes.machine.machine
    box.setCurrentIndex(box.findData(name))


def test_gcode_from_choosing_the_machine_to_the_file(dialog, qtbot, tmp_path):
    machine, page = dialog.settings.strokes.machine, dialog.settings.page
    names = [machine.machine.itemText(place) for place in range(machine.machine.count())]
    assert names == ["GRBL 3018", "GRBL pen plotter with a servo", "GRBL 3018 with a laser"]
    assert (machine.bed_width.text(), machine.bed_height.text()) == ("300.0 mm", "180.0 mm")
    assert page.paper.currentText() == "A5"  # A4 does not fit
    choose_machine(dialog, "grbl-servo")
    assert (machine.bed_width.text(), machine.bed_height.text()) == ("310.0 mm", "220.0 mm")
    assert page.paper.currentText() == "A4"
    assert (dialog.name.text(), dialog.ending.text()) == ("bull", ".gcode")
    QTest.mouseClick(dialog.export, LEFT)
    qtbot.waitUntil(lambda: not dialog.isVisible(), timeout=60_000)
    program = (tmp_path / "bull.gcode").read_text()
    assert program.count("M0 ; insert pen") == 1
    assert "M3 S700" in program


def test_a_small_dialog_cuts_nothing_off(dialog, qtbot):
    dialog.resize(1, 1)
    qtbot.waitUntil(lambda: dialog.plot.isVisible() and dialog.width() == dialog.minimumWidth(), timeout=60_000)
    settings = dialog.settings
    right = settings.mapTo(dialog, settings.rect().topRight()).x()
    assert dialog.plot.width() >= dialog.plot.minimumSizeHint().width()
    assert right < dialog.width()


def test_bed_origin_and_tolerance_are_the_machines_until_they_are_changed(dialog, qtbot):
    machine = dialog.settings.strokes.machine
    assert dialog.settings.choices(Path()).machine.bed_width_mm == 0
    type_into(machine.bed_height, "220")
    chosen = dialog.settings.choices(Path()).machine
    assert (chosen.name, chosen.bed_width_mm, chosen.bed_height_mm) == ("grbl-3018", 0, 220)
    assert not machine.origin.isVisible()
    QTest.mouseClick(dialog.settings.strokes.details.heading, LEFT)
    choose(machine.origin, "top-left")
    type_into(machine.tolerance, "0.1")
    wait_for(dialog, qtbot, lambda plan: plan.export.plotting_machine.tolerance == 0.1)
    told = dialog.exporting.plan.export.plotting_machine
    assert (told.origin, told.bed) == ("top-left", (300, 220))
    choose_machine(dialog, "grbl-laser")
    chosen = dialog.settings.choices(Path()).machine
    assert (chosen.bed_height_mm, chosen.origin, chosen.tolerance_mm) == (0, "machine", 0)
    choose(dialog.settings.format, "svg")
    choose(dialog.settings.profile, "plotter")
    choose_machine(dialog, "")
    assert not machine.bed_width.isVisible()
    assert not machine.origin.isEnabled()


def test_a_machine_file_of_ones_own_and_one_that_is_gone(dialog, opened, qtbot, tmp_path):
    path = tmp_path / "mine.toml"
    path.write_text('like = "grbl-servo"\nname = "Mine"\nbed = [500, 400]\n')
    machine = dialog.settings.strokes.machine
    QTest.mouseClick(machine.file, LEFT)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QFileDialog), timeout=60_000)
    field = QApplication.activeModalWidget().findChild(QLineEdit)
    field.setText(str(path))
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: machine.machine.currentText() == "Mine", timeout=60_000)
    assert machine.bed_width.text() == "500.0 mm"
    wait_for(dialog, qtbot, lambda plan: plan.export.plotting_machine.name == "Mine")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    path.unlink()
    called_up_with_problem(opened, qtbot, "mine.toml cannot be read: No such file")
    assert machine.machine.currentText() == "mine.toml"
    choose_machine(dialog, "grbl-servo")
    qtbot.waitUntil(dialog.export.isEnabled, timeout=60_000)


def called_up_with_problem(window, qtbot, problem: str) -> None:
    window.verbs.export.trigger()
    dialog = window.pages.export
    qtbot.waitUntil(lambda: problem in dialog.problem.text(), timeout=60_000)
    assert dialog.problem.isVisible()
    assert not dialog.export.isEnabled()


def test_what_leaves_the_bed_is_said_beside_the_button(dialog, qtbot):
    page = dialog.settings.page
    page.paper.setCurrentIndex(page.paper.findData("a3"))
    qtbot.waitUntil(lambda: "leave the bed of 300 × 180 mm of GRBL 3018" in dialog.problem.text(), timeout=60_000)
    assert not dialog.export.isEnabled()
    assert not dialog.plot.isVisible()
    picture = dialog.preview.grab().toImage()
    white, shaded = (sum(counts) for counts in zip(*beyond_the_bed(picture), strict=True))
    assert 0.3 < white / (white + shaded) < 0.5  # 300 × 180 of 420 × 297 mm
    page.paper.setCurrentIndex(page.paper.findData("custom"))
    type_into(page.width_field, "8 in")
    type_into(page.height_field, "5 in")
    qtbot.waitUntil(dialog.export.isEnabled, timeout=60_000)
    assert dialog.summary.text().startswith("203.2 × 127.0 mm")


def beyond_the_bed(picture):
    """For every fourth row of a picture, how many of its pixels are paper, and how many shaded paper."""
    for y in range(0, picture.height(), 4):
        row = [picture.pixelColor(x, y) for x in range(0, picture.width(), 4)]
        shaded = [color for color in row if color.red() > 230 and 180 < color.blue() < 230]
        yield row.count(QColor("white")), len(shaded)


def test_marks_are_in_the_plot_and_in_its_time(dialog, qtbot):
    before = dialog.exporting.plotting
    QTest.mouseClick(dialog.settings.strokes.details.heading, LEFT)
    choose(dialog.settings.strokes.marks, "crosses")
    wait_for(dialog, qtbot, lambda plan: plan.export.marks == "crosses")
    assert dialog.exporting.plotting.pen_downs > before.pen_downs
    choose(dialog.settings.format, "pdf")  # which has none, and nothing to say against
    wait_for(dialog, qtbot, lambda plan: plan.export.format == "pdf")


def test_areas_are_hatched_where_there_are_some(dialog, opened, qtbot):
    strokes, session = dialog.settings.strokes, opened.session
    assert not strokes.hatch.isVisible()
    area = Stroke(Curve([[20, 130], [20, 30], [150, 30], [20, 130]]), 1.0, "#2244aa", filled=True)
    session.sheet.replace(replace(DRAWING, layers=(Layer("Colours", (area,)), *DRAWING.layers)), "fill")
    qtbot.waitUntil(strokes.hatch.isVisible, timeout=60_000)
    wait_for(dialog, qtbot, lambda plan: len(plan.pen_paths) == 2)
    QTest.mouseClick(strokes.hatch, LEFT, pos=QPoint(8, strokes.hatch.height() // 2))
    wait_for(dialog, qtbot, lambda plan: len(plan.pen_paths) == 3)
    assert strokes.spacing.text() == "by the pen"
    lines = dialog.exporting.plotting.pen_downs
    type_into(strokes.spacing, "5")
    wait_for(dialog, qtbot, lambda plan: plan.export.hatch_spacing_mm == 5)
    assert dialog.exporting.plotting.pen_downs < lines
    session.sheet.replace(DRAWING, "no fill")
    qtbot.waitUntil(lambda: not strokes.hatch.isVisible(), timeout=60_000)
    wait_for(dialog, qtbot, lambda plan: not plan.export.hatch_fills)


def test_a_file_for_each_pen_is_one_choice_in_two_places(dialog, qtbot):
    strokes = dialog.settings.strokes
    choose(strokes.files, "each")
    assert strokes.layer_files.isChecked()
    qtbot.waitUntil(lambda: dialog.summary.text().startswith("2 files"), timeout=60_000)
    QTest.mouseClick(dialog.reset, LEFT)
    assert strokes.files.value == "one"


def test_resuming_is_not_remembered(dialog, opened, qtbot):
    dialog.settings.strokes.from_stroke.setValue(3)
    wait_for(dialog, qtbot, lambda plan: sum(len(path.lines) for path in plan.pen_paths) == 1)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    called_up(opened, qtbot)
    assert dialog.settings.format.value == "gcode"
    assert dialog.settings.strokes.from_stroke.value() == 1


def test_time_pens_and_lengths_are_told(dialog, opened, qtbot):
    qtbot.waitUntil(dialog.plot.isVisible, timeout=60_000)
    plotting = dialog.exporting.plotting
    assert dialog.plot.time.text().startswith("About ")
    assert dialog.plot.figures.text().startswith("3 pen-downs  ·  ")
    assert dialog.plot.figures.text().count(" m ") == 2
    named = [row[1].text() for row in dialog.plot.pens.rows if row[1].isVisible()]
    assert named == [pen.name for pen in plotting.pens] == ["#141414 0.5 mm", "#aa0000 0.5 mm"]
    opened.preferences.set_value(UNIT, Unit.INCH.value)
    assert " ft " in dialog.plot.figures.text()
    choose(dialog.settings.format, "pdf")
    qtbot.waitUntil(lambda: not dialog.plot.isVisible(), timeout=60_000)


def test_watching_playing_scrubbing_and_the_change_of_pens(dialog, qtbot):
    plot, playback, preview = dialog.plot, dialog.playback, dialog.preview
    qtbot.waitUntil(plot.isVisible, timeout=60_000)
    assert len(plot.scrub.marks) == 1
    resting = preview.grab().toImage()
    QTest.mouseClick(plot.play, LEFT)
    assert playback.playing
    assert plot.play.text() == "Pause"
    qtbot.waitUntil(lambda: playback.seconds > 0.5, timeout=60_000)
    QTest.mouseClick(plot.play, LEFT)
    assert not playback.playing
    assert preview.grab().toImage() != resting
    QTest.mouseClick(plot.scrub, LEFT, pos=QPoint(plot.scrub.width() // 2, plot.scrub.height() // 2))
    assert playback.seconds == pytest.approx(playback.duration / 2, abs=playback.duration / 20)
    playback.play()
    middle = QPoint(plot.scrub.width() // 2, plot.scrub.height() // 2)
    QTest.mousePress(plot.scrub, LEFT, pos=middle)
    assert not playback.playing  # while it is dragged
    QTest.mouseMove(plot.scrub, QPoint(plot.scrub.width() // 4, middle.y()))
    QTest.mouseRelease(plot.scrub, LEFT, pos=QPoint(plot.scrub.width() // 4, middle.y()))
    assert playback.playing
    playback.pause()
    playback.seek(playback.duration / 2)
    plot.scrub.setFocus()
    before = playback.seconds
    QTest.keyClick(plot.scrub, Qt.Key.Key_Right)
    assert playback.seconds == pytest.approx(before + 1, abs=0.11)
    plot.speed.setCurrentIndex(0)
    assert playback.speed == 1
    assert plot.clock.text().endswith(f"/ 0:{round(playback.duration):02d}")
    type_into(dialog.settings.strokes.pen, "0.8")
    qtbot.waitUntil(lambda: playback.at_rest, timeout=60_000)
