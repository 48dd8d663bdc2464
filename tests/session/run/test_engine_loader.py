"""The real engine behind one call: it draws, and weighs what it has drawn."""

from __future__ import annotations

from taureau.document import prefix
from taureau.engine import (
    Finished,
    RegionsFound,
    RegionsRequest,
    SketchRequest,
    StrokeAdded,
    StrokeCostRequest,
    StrokeCosts,
)
from taureau.photo import load_photo
from taureau.session import engine_sketch


def test_what_is_asked_decides_who_answers(duck_photo):
    photo = load_photo(duck_photo).pixels[::3, ::3]
    height, width = photo.shape[:2]
    asked = SketchRequest(photo, width, height, strokes=6, detail=0.0, preset="draft")
    events = list(engine_sketch(asked, lambda: False, run="a"))
    assert isinstance(events[-1], Finished)
    assert any(isinstance(event, StrokeAdded) for event in events)
    few = prefix(events[-1].drawing, 3)
    weighed = list(engine_sketch(StrokeCostRequest(photo, few), lambda: False, run="b"))[-1]
    assert isinstance(weighed, StrokeCosts)
    assert (weighed.run, len(weighed.costs)) == ("b", 3)
    divided = list(engine_sketch(RegionsRequest(photo), lambda: False, run="c"))[-1]
    assert isinstance(divided, RegionsFound)
    assert divided.run == "c"
