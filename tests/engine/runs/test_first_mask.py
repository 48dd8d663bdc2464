"""A look before anything is drawn finds what a run finds."""

from __future__ import annotations

import numpy as np
from taureau.engine import Failed, Finished, MaskRequest, StageChanged, Started, SubjectFound
from taureau.engine.runs.first_mask import first_mask
from taureau.engine.runs.sketch import sketch

from tests.engine.tiny import disc_photo, disc_request


def test_mask_and_saliency_are_those_of_a_run() -> None:
    events = list(first_mask(MaskRequest(disc_photo()), lambda: False, run="look"))
    assert [type(event) for event in events] == [Started, StageChanged, SubjectFound]
    assert {event.run for event in events} == {"look"}
    seen = events[-1]
    assert isinstance(seen, SubjectFound)
    request = disc_request(mask="auto", preset="draft")
    drawn = list(sketch(request, lambda: False))
    assert isinstance(drawn[-1], Finished)
    (in_the_run,) = (event for event in drawn if isinstance(event, SubjectFound))
    assert seen.mask is not None
    assert in_the_run.mask is not None
    assert np.array_equal(seen.mask, in_the_run.mask)
    assert np.array_equal(seen.saliency, in_the_run.saliency)
    assert seen.starts.shape == (0, 2)


def test_cancelled_it_says_nothing_more() -> None:
    events = list(first_mask(MaskRequest(disc_photo()), lambda: True))
    assert [type(event) for event in events] == [Started, StageChanged]


def test_a_failure_is_its_end() -> None:
    events = list(first_mask(MaskRequest(np.zeros((0, 0, 3), np.uint8)), lambda: False))
    assert isinstance(events[-1], Failed)
    assert events[-1].what_to_do
