"""Films in preparation: what they are of, their writing in a thread, and its end before the end."""

from __future__ import annotations

import asyncio
import json
import threading
from dataclasses import replace

import pytest
from taureau.document import Drawing, save_svg
from taureau.session import FilmChoices, Filming, Runner, Session
from taureau.session.film import filming as module

from tests.export.film.drawings import DRAWING
from tests.session.sketches import SteppedSketch


@pytest.fixture
def filming(loop, tmp_path):
    session = Session(Runner(SteppedSketch(steps=4)))
    session.sheet.set_drawing(DRAWING)
    filming = Filming(session)
    filming.choose(FilmChoices("gif", size=64, seconds=0.5, hold=0.0), tmp_path / "film.gif")
    filming.watch(True)
    yield filming
    filming.close()
    assert session.close()


def done(qtbot, work):
    task = asyncio.ensure_future(work)
    qtbot.waitUntil(task.done, timeout=60_000)
    return task.result()


def test_it_follows_choices_and_drawing(filming, qtbot, tmp_path):
    assert filming.stage.size == (64, 48)
    before = filming.stage
    filming.choose(FilmChoices("webp", size=100), tmp_path / "film.webp")
    qtbot.waitUntil(lambda: filming.stage is not before)
    assert filming.stage.size == (100, 75)
    filming._session.sheet.set_drawing(Drawing(10, 10))
    qtbot.waitUntil(lambda: filming.stage is None)
    assert filming.problem == "There is nothing to film: the drawing has no visible stroke."
    filming._session.sheet.set_drawing(None)
    qtbot.waitUntil(lambda: filming.problem == "There is no drawing to film yet: draw one first.")


def test_another_name_lays_out_nothing_again(filming, qtbot, tmp_path):
    before = filming.stage
    with qtbot.waitSignal(filming.changed):
        filming.choose(filming.choices, tmp_path / "other.gif")
    assert filming.stage is before


def test_it_writes_and_tells_how_far_it_is(filming, qtbot, tmp_path):
    told, said = [], []
    filming.progressed.connect(told.append)
    filming._session.notified.connect(said.append)
    assert done(qtbot, filming.write())
    assert (tmp_path / "film.gif").read_bytes().startswith(b"GIF89a")
    assert told == sorted(told)
    assert [message.text for message in said] == ["Exported film.gif: 64 × 48 px, 0.5 s."]
    assert not filming.writing


def test_a_cancelled_film_leaves_nothing(filming, qtbot, tmp_path, monkeypatch):
    began, plain = threading.Event(), module.write_film

    def slowly(stage, film, path, progress):
        def told(share: float) -> None:
            began.set()
            assert cancelled.wait(60)
            progress(share)

        plain(stage, film, path, told)

    cancelled = threading.Event()
    monkeypatch.setattr(module, "write_film", slowly)
    task = asyncio.ensure_future(filming.write())
    qtbot.waitUntil(began.is_set, timeout=60_000)
    assert filming.writing
    filming.cancel()
    cancelled.set()
    qtbot.waitUntil(task.done, timeout=60_000)
    assert task.result() is False
    assert (filming.writing, filming.problem) == (False, "")
    assert filming.stage is not None
    assert list(tmp_path.iterdir()) == []


def test_what_goes_wrong_is_said_in_a_sentence(filming, qtbot, tmp_path):
    filming.choose(filming.choices, tmp_path / "nowhere" / "film.gif")
    assert not done(qtbot, filming.write())
    assert filming.problem.startswith("Cannot save to ")
    assert filming.problem.endswith("No such file or directory; choose another name or folder.")


def test_the_drawing_itself_is_not_overwritten(filming, qtbot, tmp_path):
    own = tmp_path / "bull.svg"
    save_svg(DRAWING, own)
    task = asyncio.ensure_future(filming._session.file.open(own))
    qtbot.waitUntil(task.done)
    filming.choose(FilmChoices("svg"), own)
    qtbot.waitUntil(lambda: filming.problem == "Bull.svg is the drawing itself: choose another name.")


def test_choices_are_kept_and_damaged_ones_ignored():
    chosen = FilmChoices("webm", size=1080, seconds=5.0, hold=1.0, paper="#c4c4c0", photo="beneath")
    assert FilmChoices.from_text(chosen.as_text()) == chosen
    kept = json.loads(chosen.as_text())
    for damaged in ("", "[]", "{}", json.dumps({**kept, "size": 7})):
        assert FilmChoices.from_text(damaged) == FilmChoices()
    assert FilmChoices.from_text(json.dumps({**kept, "hold": "long"})) == replace(chosen, hold=FilmChoices().hold)
