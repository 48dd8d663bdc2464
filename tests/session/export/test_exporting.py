"""What would be exported, as the choices and the drawing change; and that it is written."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from dataclasses import replace

import pytest
from taureau.document import Unit, load_svg
from taureau.session import ExportChoices, Exporting, MachineChoices, Preferences, Runner, Session, measures, named

from tests.export.drawings import DRAWING
from tests.session.sketches import SteppedSketch


@pytest.fixture
def session(loop) -> Iterator[Session]:
    session = Session(Runner(SteppedSketch(steps=1)))
    session.heard = []
    session.notified.connect(session.heard.append)
    yield session
    assert session.close()


@pytest.fixture
def exporting(session, qtbot) -> Iterator[Exporting]:
    session.sheet.replace(DRAWING, "open")
    exporting = Exporting(session, Preferences())
    with qtbot.waitSignal(exporting.changed, timeout=60_000):
        exporting.watch(True)
    yield exporting
    exporting.close()


@pytest.fixture
def wait(loop, qtbot):
    def until_done(work):
        task = asyncio.ensure_future(work)
        qtbot.waitUntil(task.done, timeout=60_000)
        return task.result()

    return until_done


def choose(exporting: Exporting, qtbot, **chosen) -> None:
    with qtbot.waitSignal(exporting.changed, timeout=60_000):
        exporting.choose(replace(exporting.choices, **chosen))


def test_the_plan_follows_choices_and_drawing(exporting, session, qtbot, tmp_path):
    choose(exporting, qtbot, side="longer", size_mm=120.0, path=tmp_path / "a.svg")
    assert measures(exporting.plan, Unit.MM) == "120.0 × 90.0 mm, 4 strokes"
    choose(exporting, qtbot, format="png", dpi=254.0, path=tmp_path / "a.png")
    assert measures(exporting.plan, Unit.MM) == "120.0 × 90.0 mm, 1200 × 900 px, 4 strokes"
    with qtbot.waitSignal(exporting.changed, timeout=60_000):
        session.sheet.replace(replace(DRAWING, layers=DRAWING.layers[:1]), "fewer")
    assert exporting.plan.stroke_count == 2


def test_only_selected_strokes(exporting, session, qtbot, tmp_path):
    choose(exporting, qtbot, selected=True)
    assert exporting.problem == "There is nothing to export: no visible stroke is chosen."
    with qtbot.waitSignal(exporting.changed, timeout=60_000):
        session.selection.marks.select([next(session.sheet.drawing.strokes)])
        session.selection.changed.emit()
    assert exporting.plan.stroke_count == 1
    assert not exporting.problem


def test_writing_says_what_was_written_and_leaves_the_drawing_unsaved(exporting, session, qtbot, wait, tmp_path):
    choose(exporting, qtbot, profile="plotter", layer_files=True, path=tmp_path / "a.svg")
    assert named(exporting.plan) == "3 files"
    assert wait(exporting.write())
    assert session.heard[-1].text == "Exported 3 files: 52.9 × 39.7 mm, 4 strokes."
    assert session.heard[-1].kind == "notice"
    assert load_svg(tmp_path / "a-1-141414-1.06-mm.svg").stroke_count == 2
    assert session.file.modified
    assert session.file.path is None


def test_where_only_some_strokes_are_shown_all_are_written(exporting, session, qtbot, wait, tmp_path):
    choose(exporting, qtbot, path=tmp_path / "a.svg")
    session.sheet.show_first(1)
    assert wait(exporting.write())
    assert load_svg(tmp_path / "a.svg").stroke_count == 4
    assert session.heard[-1].advice == "These are all strokes, not only the 1 shown."


def test_a_failure_is_said_in_place(exporting, session, qtbot, wait, tmp_path):
    choose(exporting, qtbot, path=tmp_path / "nowhere" / "a.svg")
    assert not wait(exporting.write())
    assert exporting.problem.startswith("Cannot save to")
    assert not session.heard
    choose(exporting, qtbot, format="pdf", path=tmp_path / "a.pdf")
    assert not exporting.problem
    assert wait(exporting.write())


def test_the_drawing_itself_is_spared(exporting, session, qtbot, wait, tmp_path):
    assert wait(session.file.save(tmp_path / "a.svg"))
    choose(exporting, qtbot, path=tmp_path / "a.svg")
    assert exporting.problem == "a.svg is the drawing itself: choose another name."[:1].upper() + exporting.problem[1:]
    assert "is the drawing itself" in exporting.problem
    assert not wait(exporting.write())


def test_without_a_drawing(session, qtbot):
    exporting = Exporting(session, Preferences())
    exporting.watch(True)
    assert exporting.problem == "There is no drawing to export yet: draw one first."
    exporting.close()


def test_nobody_watches_nobody_thinks(exporting, qtbot):
    exporting.watch(False)
    with qtbot.assertNotEmitted(exporting.changed, wait=100):
        exporting.choose(replace(exporting.choices, size_mm=99.0))


def test_choices_are_remembered_as_far_as_they_make_sense():
    choices = ExportChoices(format="png", side="height", size_mm=77.5, transparent=True, paper="a3")
    assert ExportChoices.from_text(choices.as_text()) == choices
    machine = MachineChoices("file", "/plotters/mine.toml", 420.0, 297.0, "top-left", 0.05)
    choices = ExportChoices(format="gcode", paper="custom", page_width_mm=300.0, machine=machine, from_stroke=7)
    assert ExportChoices.from_text(choices.as_text()) == replace(choices, from_stroke=1)  # which belongs to one drawing
    for table in ('"toaster"', "[]", '{"name": "toaster", "bed_width_mm": "x", "origin": 3, "file": 1}'):
        assert ExportChoices.from_text(f'{{"machine": {table}}}') == ExportChoices()
    for text in ("", "[]", "{", "null", '{"format": "gif", "size_mm": "x", "dpi": NaN, "pens": 1, "side": []}'):
        assert ExportChoices.from_text(text) == ExportChoices()
    assert ExportChoices.from_text(json.dumps({"paper": "a4", "profile": "laser"})).paper == "a4"
