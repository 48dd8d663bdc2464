"""The mailbox keeps the order, and of the previews the latest."""

from __future__ import annotations

from taureau.engine import Progress, StageChanged, StrokeAdded
from taureau.session.run.mailbox import Mailbox

from tests.session.sketches import drawing


def progress(step: int, run: str = "a") -> Progress:
    return Progress(run, step, 10, {"total": 1.0}, drawing(1))


def test_of_several_previews_only_the_latest_stays():
    box = Mailbox()
    for step in range(5):
        box.put(progress(step))
    assert [event.step for event in box.take()] == [4]


def test_everything_else_keeps_its_order_and_the_preview_its_place():
    box = Mailbox()
    first, second = StageChanged("a", "first"), StageChanged("a", "second")
    for event in (progress(0), first, progress(1), second):
        box.put(event)
    kinds = [event if isinstance(event, StageChanged) else event.step for event in box.take()]
    assert kinds == [first, 1, second]


def test_no_added_stroke_is_lost_among_the_previews():
    box = Mailbox()
    [stroke] = drawing(1).strokes
    for number in range(1, 6):
        box.put(StrokeAdded("a", number, stroke, 0.1, 0.01))
        box.put(progress(number))
    events = box.take()
    assert [event.number for event in events if isinstance(event, StrokeAdded)] == [1, 2, 3, 4, 5]
    assert isinstance(events[-1], Progress)


def test_a_preview_does_not_displace_that_of_another_run():
    box = Mailbox()
    box.put(progress(1, "a"))
    box.put(progress(2, "b"))
    assert [event.run for event in box.take()] == ["a", "b"]


def test_the_reader_is_called_once_until_it_has_read():
    box = Mailbox()
    assert [box.put(progress(step)) for step in range(3)] == [True, False, False]
    box.take()
    assert box.put(progress(3)) is True
    assert len(box.take()) == 1
    assert box.take() == []
