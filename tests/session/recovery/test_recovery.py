"""What is unsaved is kept, and what a crash has left is offered, restored or thrown away."""

from __future__ import annotations

import errno
import json
import os
import time

import pytest
from taureau.document import load_svg, rounded, save_svg
from taureau.session import Choices, Persistence, Runner, Session
from taureau.session.recovery.snapshot import ABOUT, Slot

from tests.session.core.test_session import finish
from tests.session.sketches import SteppedSketch, drawing


@pytest.fixture(autouse=True)
def soon(monkeypatch):
    """Nothing is waited for that need not be."""
    monkeypatch.setattr("taureau.session.recovery.recovery.DELAY", 50)


@pytest.fixture
def persistence(session, state):
    persistence = Persistence(session, state)
    yield persistence
    persistence.close()


def kept(state):
    """What lies in the one place, once it does."""
    found = list((state / "recovery").glob(f"*/{ABOUT}")) if state.exists() else []
    return json.loads(found[0].read_text()) if found else None


def crash(persistence) -> None:
    """End without clearing away, as the system ends a process: its locks go, its files stay."""
    persistence.recovery._timer.stop()
    persistence.writer.close()
    persistence.recovery._slot._lock.release()


@pytest.fixture
def next_start(loop, state, qtbot):
    """Another session, later, that has looked around."""
    begun = []

    def begin() -> tuple[Session, Persistence]:
        session = Session(Runner(SteppedSketch()))
        session.heard = []
        session.notified.connect(session.heard.append)
        persistence = Persistence(session, state)
        begun.append((session, persistence))
        looked = []
        persistence.recovery.find(looked.append)
        qtbot.waitUntil(lambda: bool(looked))
        session.broken = looked[0]
        return session, persistence

    yield begin
    for session, persistence in begun:
        session.sheet.undo_stack.setClean()
        persistence.close()
        session.close()


def crashed(session, persistence, sketch, qtbot, state) -> None:
    finish(session, sketch, qtbot)
    qtbot.waitUntil(lambda: kept(state) is not None)
    crash(persistence)


def test_nothing_is_kept_of_what_is_saved(with_photo, persistence, sketch, qtbot, state, await_, tmp_path):
    finish(with_photo, sketch, qtbot)
    qtbot.waitUntil(lambda: kept(state) is not None)
    assert await_(with_photo.file.save(tmp_path / "a.svg"))
    qtbot.waitUntil(lambda: kept(state) is None)


def test_a_drawing_comes_back_with_photo_and_name(
    with_photo, persistence, sketch, qtbot, state, next_start, photo_file
):
    crashed(with_photo, persistence, sketch, qtbot, state)
    later, offers = next_start()
    (offer,) = offers.recovery.offers
    assert (offer.name, offer.running) == ("disc.svg", False)
    assert abs(offer.when.timestamp() - time.time()) < 60
    offers.recovery.restore(offer)
    assert later.sheet.drawing == rounded(with_photo.sheet.drawing)
    assert (later.source.photo.name, later.source.photo.width, later.source.photo.height) == ("disc.png", 120, 80)
    assert later.source.path == photo_file
    assert later.file.modified
    assert later.run.can_continue
    assert later.sheet.undo_stack.undoText() == "restore the drawing"
    assert offers.recovery.offers == []


def test_what_was_restored_is_not_lost_by_another_crash(with_photo, persistence, sketch, qtbot, state, next_start):
    crashed(with_photo, persistence, sketch, qtbot, state)
    _, second = next_start()
    second.recovery.restore(second.recovery.offers[0])
    crash(second)  # at once, before anything new is written
    _, third = next_start()
    assert third.recovery.offers[0].drawing == rounded(with_photo.sheet.drawing)


def test_a_run_and_the_drawing_before_it_come_back(with_photo, persistence, sketch, qtbot, state, next_start):
    finish(with_photo, sketch, qtbot, strokes=7)
    sketch._free, sketch._permits = False, 0
    with_photo.run.draw(Choices(strokes=3))
    sketch.go_on(1)
    qtbot.waitUntil(lambda: (kept(state) or {}).get("running", False))
    crash(persistence)
    later, offers = next_start()
    (offer,) = offers.recovery.offers
    assert offer.running
    assert offer.shown.stroke_count == 3
    offers.recovery.restore(offer)
    assert later.sheet.drawing == rounded(with_photo.sheet.preview)
    later.sheet.undo_stack.undo()
    assert later.sheet.drawing == rounded(with_photo.sheet.drawing)


def test_a_restored_drawing_knows_its_file_and_how_it_was(
    with_photo, persistence, sketch, qtbot, state, await_, next_start, tmp_path
):
    from taureau.session import OvertakenError

    path = tmp_path / "a.svg"
    finish(with_photo, sketch, qtbot)
    assert await_(with_photo.file.save(path))
    with_photo.sheet.replace(drawing(2), "edit")
    qtbot.waitUntil(lambda: kept(state) is not None)
    crash(persistence)
    later, offers = next_start()
    offers.recovery.restore(offers.recovery.offers[0])
    assert later.file.path == path
    assert later.sheet.drawing.stroke_count == 2
    later.sheet.undo_stack.undo()
    assert later.sheet.drawing.stroke_count == 4  # as the file has it
    assert not later.file.modified
    later.sheet.undo_stack.redo()
    save_svg(drawing(9), path)
    with pytest.raises(OvertakenError):
        await_(later.file.save(path))


def test_what_living_sessions_keep_is_left_alone(with_photo, persistence, sketch, qtbot, state, next_start):
    finish(with_photo, sketch, qtbot)
    qtbot.waitUntil(lambda: kept(state) is not None)
    _, other = next_start()
    assert other.recovery.offers == []
    assert kept(state) is not None


def test_what_one_start_offers_another_does_not(with_photo, persistence, sketch, qtbot, state, next_start):
    crashed(with_photo, persistence, sketch, qtbot, state)
    _, first = next_start()
    _, second = next_start()
    assert (len(first.recovery.offers), len(second.recovery.offers)) == (1, 0)
    first.recovery.put_off()
    _, third = next_start()
    assert len(third.recovery.offers) == 1


def test_several_crashes_are_all_offered_latest_first(with_photo, persistence, sketch, qtbot, state, next_start):
    crashed(with_photo, persistence, sketch, qtbot, state)
    later, second = next_start()
    second.recovery.put_off()
    later.sheet.replace(drawing(9), "edit")
    qtbot.waitUntil(lambda: len(list(state.glob(f"recovery/*/{ABOUT}"))) == 2)
    crash(second)
    _, third = next_start()
    assert [offer.shown.stroke_count for offer in third.recovery.offers] == [9, 4]


def test_discarded_it_can_be_brought_back_until_the_end(with_photo, persistence, sketch, qtbot, state, next_start):
    crashed(with_photo, persistence, sketch, qtbot, state)
    _, later = next_start()
    later.recovery.discard(later.recovery.offers[0])
    assert later.recovery.offers == []
    later.recovery.bring_back()
    assert len(later.recovery.offers) == 1
    later.recovery.discard(later.recovery.offers[0])
    later.close()
    assert list((state / "recovery").iterdir()) == []


@pytest.mark.parametrize(
    "harm",
    [
        lambda place: (place / ABOUT).write_bytes(b"\xff\x00garbage"),
        lambda place: (place / ABOUT).write_text("[]"),
        lambda place: (place / ABOUT).write_text("[" * 20000),
        lambda place: (place / ABOUT).write_text(json.dumps(json.loads((place / ABOUT).read_text()) | {"time": "now"})),
        lambda place: (place / ABOUT).write_text(json.dumps(json.loads((place / ABOUT).read_text()) | {"drawing": 7})),
        lambda place: (place / ABOUT).write_text(json.dumps(json.loads((place / ABOUT).read_text()) | {"version": 9})),
        lambda place: next(place.glob("drawing-*.svg")).write_bytes(b"<svg"),
        lambda place: next(place.glob("drawing-*.svg")).unlink(),
    ],
)
def test_what_is_damaged_is_set_aside(with_photo, persistence, sketch, qtbot, state, next_start, harm):
    crashed(with_photo, persistence, sketch, qtbot, state)
    (place,) = (state / "recovery").iterdir()
    harm(place)
    later, offers = next_start()
    assert offers.recovery.offers == []
    (message,) = later.broken
    assert message.text == "A recovery copy of a drawing was damaged."
    (aside,) = (state / "recovery").iterdir()
    assert ".broken-" in aside.name
    assert str(aside) in message.advice
    again, offers = next_start()
    assert (offers.recovery.offers, again.broken) == ([], [])


def test_a_damaged_photo_is_left_out(with_photo, persistence, sketch, qtbot, state, next_start):
    crashed(with_photo, persistence, sketch, qtbot, state)
    next(state.glob("recovery/*/photo-*.jpg")).write_bytes(b"no photo")
    later, offers = next_start()
    offers.recovery.restore(offers.recovery.offers[0])
    assert later.source.photo is None
    assert later.sheet.drawing.stroke_count == 4


def test_a_full_disk_is_said_once_and_what_was_kept_stays(
    with_photo, persistence, sketch, qtbot, state, monkeypatch, next_start
):
    finish(with_photo, sketch, qtbot)
    qtbot.waitUntil(lambda: kept(state) is not None)
    sync, asked = os.fsync, []

    def full(descriptor: int) -> None:
        asked.append(descriptor)
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with_photo.sheet.replace(drawing(9), "edit")
    qtbot.waitUntil(lambda: len(asked) >= 2)
    told = [message for message in with_photo.heard if "No recovery copy" in message.text]
    assert len(told) == 1
    assert "No space left" in told[0].advice
    place = next((state / "recovery").glob("*"))
    assert load_svg(place / kept(state)["drawing"]).stroke_count == 4
    monkeypatch.setattr(os, "fsync", sync)
    qtbot.waitUntil(lambda: load_svg(place / kept(state)["drawing"]).stroke_count == 9)
    assert sorted(file.suffix for file in place.iterdir() if file.name != "lock") == [".jpg", ".json", ".svg"]


def test_a_folder_that_cannot_be_written_is_said(session, loop, tmp_path, qtbot):
    (tmp_path / "blocked").write_text("a file where the folder should be")
    persistence = Persistence(session, tmp_path / "blocked")
    session.sheet.replace(drawing(2), "edit")
    qtbot.waitUntil(lambda: any("No recovery copy" in message.text for message in session.heard))
    persistence.close()


def test_a_place_just_moved_into_is_not_cleared_away(state, loop, next_start):
    place = state / "recovery" / "young"
    place.mkdir(parents=True)
    next_start()
    assert place.exists()
    os.utime(place, (time.time() - 3600,) * 2)
    next_start()
    assert not place.exists()


def test_an_empty_slot_has_nothing_to_clear(tmp_path):
    Slot(tmp_path / "none", None).clear()
    assert not (tmp_path / "none").exists()
