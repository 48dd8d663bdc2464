"""The run that finds the regions of a photo."""

from __future__ import annotations

import numpy as np
from taureau.engine import Failed, RegionsFound, RegionsRequest, StageChanged, Started
from taureau.engine.runs.photo_regions import photo_regions

from tests.engine.tiny import disc_photo


def test_its_last_event_has_the_regions_of_the_photo() -> None:
    events = list(photo_regions(RegionsRequest(disc_photo()), lambda: False, run="regions"))
    assert [type(event) for event in events] == [Started, StageChanged, RegionsFound]
    assert {event.run for event in events} == {"regions"}
    height, width = disc_photo().shape[:2]
    found = events[-1].regions
    assert abs(found.labels.shape[0] * width - found.labels.shape[1] * height) < max(height, width)


def test_cancelled_it_says_nothing_more() -> None:
    events = list(photo_regions(RegionsRequest(disc_photo()), lambda: True))
    assert [type(event) for event in events] == [Started, StageChanged]


def test_a_failure_is_its_end() -> None:
    events = list(photo_regions(RegionsRequest(np.zeros((0, 0, 3), np.uint8)), lambda: False))
    assert isinstance(events[-1], Failed)
    assert events[-1].what_to_do
