"""Looking ahead: a run takes what was seen, and draws the same."""

from __future__ import annotations

from dataclasses import replace
from threading import Event as Signal
from threading import Thread

import numpy as np
import pytest
from taureau.cancellation import CancelledError
from taureau.document import drawing_to_svg
from taureau.engine import Finished, SketchRequest
from taureau.engine.runs import contour_strategy
from taureau.engine.runs.first_look import LooksAhead
from taureau.engine.runs.sketch import sketch
from taureau.perception import own_eye

from tests.engine.tiny import disc_request


def draft() -> SketchRequest:
    return replace(disc_request(), preset="draft")


def svg(request: SketchRequest) -> str:
    *_, last = sketch(request, lambda: False)
    assert isinstance(last, Finished), last
    return drawing_to_svg(last.drawing)


def nothing() -> None:
    """Let the work go on."""


@pytest.mark.parametrize("detail", [None, 0.5])
def test_a_run_draws_the_same_from_what_was_seen_ahead(detail: float | None, monkeypatch: pytest.MonkeyPatch) -> None:
    request = replace(draft(), detail=detail)
    looks = LooksAhead()
    monkeypatch.setattr(contour_strategy, "LOOKS", looks)
    alone = svg(request)
    looks.look_ahead(own_eye(), request, nothing)
    assert looks.look(own_eye(), request, nothing).candidates is not None
    assert svg(request) == svg(request) == alone


def test_another_photo_mask_or_mode_is_looked_at_anew() -> None:
    looks, request = LooksAhead(), draft()
    looks.look_ahead(own_eye(), request, nothing)
    assert request.photo is not None
    others = [{"photo": np.array(request.photo)}, {"mask": "auto"}, {"mode": "photo"}]
    for other in others:
        assert looks.look(own_eye(), replace(request, **other), nothing).candidates is None  # type: ignore[arg-type]


def test_a_run_waits_for_a_look_under_way_and_looks_itself_where_that_stops() -> None:
    looks, request = LooksAhead(), draft()
    begun, stop = Signal(), Signal()

    def held() -> None:
        begun.set()
        stop.wait(60)
        raise CancelledError

    def ahead() -> None:
        with pytest.raises(CancelledError):
            looks.look_ahead(own_eye(), request, held)

    thread = Thread(target=ahead)
    thread.start()
    assert begun.wait(60)
    seen = looks.look(own_eye(), request, stop.set)  # the first checkpoint of the run that waits
    thread.join(60)
    assert seen.candidates is None
