"""The runner with sketches that stand still until the test lets them go on."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from taureau.engine import Event, Failed, Finished, Progress, StageChanged, Started
from taureau.session.run.runner import Ended, Runner

from tests.session.sketches import SteppedSketch, request


class Listener:
    """A runner with everything it said."""

    def __init__(self, sketch: SteppedSketch) -> None:
        self.sketch = sketch
        self.runner = Runner(sketch)
        self.events: list[Event] = []
        self.runner.arrived.connect(self.events.append)

    def kinds(self) -> list[type]:
        return [type(event) for event in self.events]

    def last_step(self) -> int:
        return max((event.step for event in self.events if isinstance(event, Progress)), default=0)


@pytest.fixture
def listeners(qapp) -> Iterator[list[Listener]]:
    made: list[Listener] = []
    yield made
    for listener in made:
        listener.sketch.go_on()
        assert listener.runner.close()


@pytest.fixture
def listen(listeners):
    def make(**options) -> Listener:
        listeners.append(Listener(SteppedSketch(**options)))
        return listeners[-1]

    return make


def test_a_run_says_everything_in_order_and_ends(listen, qtbot):
    listener = listen(steps=3)
    run = listener.runner.start(request())
    for step in (1, 2, 3):
        listener.sketch.go_on(1)
        qtbot.waitUntil(lambda step=step: listener.last_step() == step)
    qtbot.waitUntil(lambda: not listener.runner.running)
    assert listener.kinds() == [Started, StageChanged, Progress, Progress, Progress, Finished, Ended]
    assert {event.run for event in listener.events} == {run}


def test_a_slow_reader_gets_the_latest_preview_and_loses_nothing_else(listen, qtbot):
    listener = listen(steps=200)
    listener.sketch.go_on()
    listener.runner.start(request())
    assert listener.sketch.ended.wait(5)  # the whole run, while this thread turns no event loop
    qtbot.waitUntil(lambda: not listener.runner.running)
    assert listener.kinds() == [Started, StageChanged, Progress, Finished, Ended]
    assert listener.last_step() == 200


def test_paused_it_stands_still_and_resumed_it_goes_on(listen, qtbot):
    listener = listen(steps=50)
    listener.runner.start(request())
    listener.sketch.go_on(1)
    qtbot.waitUntil(lambda: listener.last_step() == 1)
    listener.runner.pause()
    listener.sketch.go_on()
    qtbot.wait(60)  # time in which it would have ended
    asked = listener.sketch.asked
    qtbot.wait(60)
    assert listener.sketch.asked == asked
    assert listener.runner.running
    assert Finished not in listener.kinds()
    listener.runner.resume()
    qtbot.waitUntil(lambda: not listener.runner.running)
    assert Finished in listener.kinds()


def test_stopped_and_kept_it_ends_with_the_best_so_far(listen, qtbot):
    listener = listen(steps=50)
    listener.runner.start(request())
    listener.sketch.go_on(2)
    qtbot.waitUntil(lambda: listener.last_step() == 2)
    listener.runner.stop_and_keep()
    qtbot.waitUntil(lambda: not listener.runner.running)
    finished = next(event for event in listener.events if isinstance(event, Finished))
    assert finished.report.stopped
    assert finished.drawing.stroke_count == 4


@pytest.mark.parametrize("verb", ["stop_and_keep", "discard"])
def test_a_paused_run_can_be_stopped(listen, qtbot, verb):
    listener = listen(steps=50)
    listener.runner.start(request())
    listener.sketch.go_on(1)
    qtbot.waitUntil(lambda: listener.last_step() == 1)
    listener.runner.pause()
    getattr(listener.runner, verb)()
    assert listener.sketch.ended.wait(2)


def test_discarded_it_is_silent_at_once(listen, qtbot):
    listener = listen(steps=50)
    listener.runner.start(request())
    listener.sketch.go_on(1)
    qtbot.waitUntil(lambda: listener.last_step() == 1)
    listener.runner.discard()
    assert not listener.runner.running
    heard = len(listener.events)
    assert listener.sketch.ended.wait(2)
    qtbot.wait(20)
    assert len(listener.events) == heard


def test_of_an_older_run_nothing_is_heard(listen, qtbot):
    listener = listen(steps=2)
    old = listener.runner.start(request())
    qtbot.waitUntil(lambda: len(listener.events) == 2)
    listener.sketch.go_on()
    new = listener.runner.start(request())
    qtbot.waitUntil(lambda: not listener.runner.running)
    after = [event.run for event in listener.events[2:]]
    assert old != new
    assert set(after) == {new}


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (RuntimeError("CUDA out of memory\nmore lines"), "CUDA out of memory"),
        (ValueError(), "ValueError"),
        (MemoryError(), "memory"),
    ],
)
def test_an_exception_becomes_failed_and_the_next_run_works(listen, qtbot, error, said, caplog):
    listener = listen(steps=3, fails=error, fails_at=2)
    listener.sketch.go_on()
    listener.runner.start(request())
    qtbot.waitUntil(lambda: not listener.runner.running)
    failed = next(event for event in listener.events if isinstance(event, Failed))
    assert said in failed.error
    assert "\n" not in failed.error
    assert failed.what_to_do
    assert listener.kinds()[-1] is Ended
    listener.sketch._fails = None
    listener.events.clear()
    listener.runner.start(request())
    qtbot.waitUntil(lambda: not listener.runner.running)
    assert Finished in listener.kinds()


def test_closing_ends_a_paused_run_and_its_thread(qapp, qtbot):
    sketch = SteppedSketch(steps=50)
    runner = Runner(sketch)
    runner.start(request())
    qtbot.waitUntil(lambda: sketch.asked > 0)
    runner.pause()
    assert runner.close()
    assert sketch.ended.is_set()
    assert runner.close()  # closing twice is harmless


def test_closing_says_when_the_thread_does_not_answer(listen, qtbot, caplog):
    from threading import Event as Flag

    release, inside = Flag(), Flag()

    def stubborn(request, cancelled, *, run=""):
        inside.set()
        release.wait(5)
        yield from ()

    runner = Runner(stubborn)
    runner.start(request())
    assert inside.wait(2)
    assert not runner.close(patience=30)
    release.set()
    assert runner.close()


def test_a_run_that_is_started_goes_before_those_that_are_queued(listen, qtbot):
    listener = listen(steps=2)
    runner, order, postponed = listener.runner, [], []
    runner.postponed.connect(postponed.append)
    for said in (runner.arrived, runner.queued_arrived):
        said.connect(lambda event: order.append(event.run) if isinstance(event, Ended) else None)
    first, second = runner.queue(request()), runner.queue(request())
    soon = runner.queue(request(), soon=True)
    drawn = runner.start(request())
    assert runner.executing == first
    assert postponed == [first]
    listener.sketch.go_on()
    qtbot.waitUntil(lambda: len(order) == 4)
    assert order == [first, drawn, soon, second]
    assert runner.executing == ""


def test_a_run_that_waits_ends_at_once(listen, qtbot):
    listener = listen(steps=2)
    runner, told = listener.runner, []
    runner.queued_arrived.connect(told.append)
    first, second = runner.queue(request()), runner.queue(request())
    drawn = runner.start(request())
    runner.stop(second)
    runner.stop_and_keep()
    assert [event for event in told if event.run == second] == [Ended(second)]
    assert listener.events == [Ended(drawn)]
    assert not runner.running
    listener.sketch.go_on()
    qtbot.waitUntil(lambda: Ended(first) in told)
    assert [one.strokes for one in listener.sketch.requests] == [4]


def test_a_run_in_the_background_makes_way_for_any_other(listen, qtbot):
    listener = listen(steps=50)
    queued: list[Event] = []
    listener.runner.queued_arrived.connect(queued.append)
    postponed: list[str] = []
    listener.runner.postponed.connect(postponed.append)
    first = listener.runner.queue(request(), background=True)
    qtbot.waitUntil(lambda: Started in map(type, queued))
    second = listener.runner.queue(request(), background=True)
    soon = listener.runner.queue(request(), soon=True)
    current = listener.runner.start(request())
    assert postponed == []  # it need not wait for a whole drawing
    listener.sketch.go_on()
    qtbot.waitUntil(lambda: Ended(second) in queued, timeout=20_000)
    assert [event.run for event in queued if isinstance(event, Ended)] == [first, soon, second]
    whole = [event.run for event in queued if isinstance(event, Finished) and not event.report.stopped]
    assert whole == [soon, second]
    ends = [event.run for event in listener.events if isinstance(event, Ended)]
    assert ends == [current]
