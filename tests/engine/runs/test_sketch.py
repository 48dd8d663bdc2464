"""A run as its listeners see it: order, determinism, cancelling, failing."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import Future
from importlib import import_module
from pathlib import Path
from types import ModuleType

import cv2
import numpy as np
import pytest
import torch
from taureau.document import drawing_to_svg
from taureau.engine import (
    Event,
    Failed,
    Finished,
    Notice,
    Progress,
    SketchRequest,
    StageChanged,
    Started,
    SubjectFound,
)
from taureau.engine.runs import torch_import
from taureau.engine.runs.sketch import sketch
from taureau.raster import coverage, diffvg

from tests.engine.tiny import TinyEncoder, disc_photo, disc_request, kinds


def run(request: SketchRequest, cancelled: Callable[[], bool] = lambda: False, **options: object) -> list[Event]:
    return list(sketch(request, cancelled, encoder=TinyEncoder(), **options))  # type: ignore[arg-type]


def finished(events: list[Event]) -> Finished:
    assert isinstance(events[-1], Finished), events[-1]
    return events[-1]


@pytest.fixture(scope="module")
def events() -> list[Event]:
    """The events of one standard run."""
    return run(disc_request(), run="the-run")


def test_a_standard_run_tells_its_stages_in_order(events: list[Event]) -> None:
    assert kinds(events)[0] == "Started"
    assert [event.stage for event in events if isinstance(event, StageChanged)] == [
        "looking at the photo",
        "finding contours",
        "choosing strokes",
        "refining",
    ]
    assert {event.run for event in events} == {"the-run"}
    assert isinstance(events[0], Started)
    assert (events[0].device, events[0].encoder) == ("cpu", "tiny")


def test_the_first_preview_is_a_whole_drawing_and_the_last_is_the_result(events: list[Event]) -> None:
    previews = [event for event in events if isinstance(event, Progress)]
    assert previews[0].drawing.stroke_count == 6
    assert previews[-1].drawing == finished(events).drawing
    assert (previews[-1].step, previews[-1].total) == (40, 40)


def test_steps_never_go_back(events: list[Event]) -> None:
    steps = [event.step for event in events if isinstance(event, Progress)]
    assert steps == sorted(steps)


def test_refining_lowers_the_loss(events: list[Event]) -> None:
    report = finished(events).report
    assert report.start_loss is not None
    assert report.final_loss is not None
    assert report.final_loss < report.start_loss


def test_a_draft_stops_at_the_contours() -> None:
    events = run(disc_request(preset="draft"))
    assert [event.stage for event in events if isinstance(event, StageChanged)][-1] == "finding contours"
    assert finished(events).report.final_loss is None


def test_a_draft_is_drawn_without_torch(duck_photo: Path) -> None:
    code = """
import sys, taureau
drawing = taureau.sketch(sys.argv[1], preset="draft", strokes=4)
print(drawing.stroke_count, drawing.facts["encoder"], "torch" in sys.modules)
"""
    printed = subprocess.run([sys.executable, "-c", code, duck_photo], capture_output=True, text=True, timeout=120)
    assert printed.stdout == "4 taureau-eye False\n", printed.stderr


def test_the_first_strokes_of_a_standard_run_do_not_wait_for_torch(
    duck_photo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    importing: Future[ModuleType] = Future()
    monkeypatch.setattr("taureau.engine.runs.sketch.begin_import", lambda: importing)
    monkeypatch.setattr("taureau.engine.runs.sketch.might_have_gpu", lambda: False)
    seen = []
    for event in sketch(disc_request(), lambda: False, encoder=TinyEncoder()):
        seen.append(type(event))
        if isinstance(event, Progress) and not importing.done():
            importing.set_result(import_module("taureau.engine.runs.optimisation"))
    assert seen[:5] == [Started, StageChanged, StageChanged, SubjectFound, Progress]
    assert seen[-1] is Finished


def test_a_failed_import_ends_the_run_and_is_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(torch_import, "_begun", None)
    with monkeypatch.context() as broken:
        broken.setattr(torch_import, "import_module", lambda name: 1 / 0)
        assert isinstance(run(disc_request())[-1], Failed)
    assert torch_import.begin_import().result().__name__ == "taureau.engine.runs.optimisation"


def test_strokes_follow_the_disc() -> None:
    drawing = finished(run(disc_request(strokes=2, preset="draft"))).drawing
    points = np.concatenate([stroke.curve.sample(20) for stroke in drawing.strokes])
    distance = np.hypot(*(points - 96.0).T)  # from the disc's middle, in document px: the disc's radius is 64
    assert np.abs(distance - 64).max() < 4


def test_the_mask_keeps_strokes_on_the_subject() -> None:
    photo = np.concatenate([disc_photo(), disc_photo()], axis=1)
    mask = np.zeros(photo.shape[:2], dtype=bool)
    mask[:, 96:] = True
    drawing = finished(run(disc_request(photo=photo, width=192.0, height=96.0, mask=mask))).drawing
    assert min(stroke.curve.sample()[:, 0].min() for stroke in drawing.strokes) > 110  # the disc's own edge is at 112


def test_the_same_request_gives_the_same_bytes(events: list[Event]) -> None:
    again = finished(run(disc_request())).drawing
    assert drawing_to_svg(again) == drawing_to_svg(finished(events).drawing)


@pytest.mark.parametrize("start", ["contours", "random"])
def test_seeds_matter_only_to_random_starts(start: str) -> None:
    drawings = [
        list(finished(run(disc_request(start=start, seed=seed, preset="draft"))).drawing.strokes) for seed in (0, 1)
    ]
    assert (drawings[0] == drawings[1]) == (start == "contours")


def test_a_random_start_scatters_the_published_scribbles() -> None:
    drawing = finished(run(disc_request(start="random", preset="draft", strokes=9))).drawing
    assert drawing.stroke_count == 9
    # Three steps of at most ±0.05 · half the canvas in each direction; the canvas spans 1.12 of the photo's 192 px.
    reach = 0.05 * 192 * 1.12 / 2
    for stroke in drawing.strokes:
        assert np.abs(np.diff(stroke.curve.points, axis=0)).max() <= reach + 1e-6


def test_a_cancelled_run_keeps_what_it_has() -> None:
    events: list[Event] = []
    stop: list[bool] = []
    for event in sketch(disc_request(), lambda: bool(stop), encoder=TinyEncoder()):
        events.append(event)
        if isinstance(event, Progress) and event.step > 0:
            stop.append(True)
    last = finished(events)
    assert last.report.stopped
    assert last.drawing.stroke_count == 6
    assert [event.step for event in events if isinstance(event, Progress)][-1] < 40


def test_cancelled_before_the_first_stroke_there_is_nothing() -> None:
    last = finished(run(disc_request(), lambda: True))
    assert last.report.stopped
    assert last.drawing.stroke_count == 0


@pytest.mark.parametrize("stage", ["looking at the photo", "finding contours", "choosing strokes", "refining"])
def test_every_stage_ends_when_it_asks_whether_to_go_on(stage: str) -> None:
    """With the real encoder; how long a stage goes without asking is measured by `tests.benchmarks.cancelling`."""
    entered = ""
    answers: list[bool] = []

    def cancelled() -> bool:
        if entered == stage:
            answers.append(len(answers) >= 2)  # not at once, but while the stage is under way
        return bool(answers) and answers[-1]

    events = []
    for event in sketch(disc_request(strokes=16), cancelled):
        events.append(event)
        if isinstance(event, StageChanged):
            entered = event.stage
    assert finished(events).report.stopped
    assert entered == stage
    assert 1 <= answers.count(True) <= 3  # whoever called asks again, and so does the report


def test_pauses_do_not_count_as_drawing_time() -> None:
    pauses = iter([0.3])

    def paused_once() -> bool:
        time.sleep(next(pauses, 0.0))  # what the window's pause does to the drawing thread
        return False

    began = time.monotonic()
    seconds = finished(run(disc_request(preset="draft"), paused_once)).report.seconds
    assert seconds <= time.monotonic() - began - 0.29


def test_fewer_contours_than_asked_are_said() -> None:
    events = run(disc_request(strokes=200))
    notices = [event.message for event in events if isinstance(event, Notice)]
    count = finished(events).drawing.stroke_count
    assert notices == [f"This photo has contours for {count} strokes, not 200."]


def test_a_blank_photo_fails_in_one_line() -> None:
    last = run(disc_request(photo=np.full((64, 64, 3), 255, dtype=np.uint8)))[-1]
    assert isinstance(last, Failed)
    assert last.error == "There is no clear contour in this photo."


def test_memory_running_out_makes_it_work_smaller() -> None:
    sizes = []

    def greedy(points: torch.Tensor, widths: torch.Tensor, *, size: tuple[int, int]) -> torch.Tensor:
        if points.requires_grad:
            sizes.append(size[0])
            if size[0] > 100:
                raise RuntimeError("DefaultCPUAllocator: not enough memory: you tried to allocate 1 byte")
        return coverage(points, widths, size=size)

    events = run(disc_request(), coverage=greedy)
    notices = [event.message for event in events if isinstance(event, Notice)]
    assert notices == [
        "Memory ran out at 224 px; the drawing goes on at 160 px.",
        "Memory ran out at 160 px; the drawing goes on at 96 px.",
    ]
    assert set(sizes) == {224, 160, 96}
    assert finished(events).report.final_loss is not None


def test_memory_running_out_while_strokes_are_compared_keeps_the_first_ones() -> None:
    def greedy(points: torch.Tensor, widths: torch.Tensor, *, size: tuple[int, int]) -> torch.Tensor:
        if size[0] < 200:  # the exchange works at half size
            raise MemoryError
        return coverage(points, widths, size=size)

    events = run(disc_request(), coverage=greedy)
    assert [event.message for event in events if isinstance(event, Notice)] == [
        "There is too little memory to compare strokes; those found first are kept."
    ]
    assert finished(events).report.final_loss is not None


@pytest.mark.parametrize("kind", [RuntimeError, ValueError, np.linalg.LinAlgError, cv2.error])
def test_other_failures_end_the_run_in_one_line(kind: type[Exception]) -> None:
    def broken(*_: object, **__: object) -> torch.Tensor:
        raise kind("the kernel broke\nwith a long explanation")

    last = run(disc_request(), coverage=broken)[-1]
    assert isinstance(last, Failed)
    assert last.error == "The drawing engine failed: the kernel broke"


@pytest.mark.skipif(torch.cuda.is_available(), reason="there is a GPU here")
def test_a_missing_gpu_is_said() -> None:
    last = run(disc_request(device="cuda"))[-1]
    assert isinstance(last, Failed)
    assert last.error == "There is no usable NVIDIA GPU on this machine."


@pytest.mark.skipif(diffvg.available(), reason="pydiffvg is installed here")
def test_a_missing_pydiffvg_is_said() -> None:
    last = run(disc_request(rasterizer="diffvg"))[-1]
    assert isinstance(last, Failed)
    assert last.error == "pydiffvg is not installed."
    assert last.bad_input


def test_strokes_lie_in_document_coordinates_whatever_the_photos_shape() -> None:
    photo = np.full((60, 240, 3), 230, dtype=np.uint8)
    photo[20:40, 160:200] = 20
    drawing = finished(run(disc_request(photo=photo, width=2400.0, height=600.0, strokes=4))).drawing
    assert (drawing.width, drawing.height) == (2400.0, 600.0)
    points = np.concatenate([stroke.curve.sample(20) for stroke in drawing.strokes])
    assert points.min(0) == pytest.approx((1600, 200), abs=45)  # the canvas shows 12 document px as one
    assert points.max(0) == pytest.approx((2000, 400), abs=45)
