"""The run that joins the lines of a drawing, along what its photo shows."""

from __future__ import annotations

import numpy as np
from taureau.document import Drawing, Layer, Stroke, joinable
from taureau.engine import Failed, LinesJoined, OneLineRequest, SketchRequest, StageChanged, Started
from taureau.engine.runs.joined_lines import contours_of, joined_lines
from taureau.geometry import Curve
from taureau.photo import load_photo


def lines(width: float, height: float) -> Drawing:
    """Two lines far apart."""
    strokes = (Curve.line((10, 10), (10, height - 10)), Curve.line((width - 10, 10), (width - 10, height - 10)))
    return Drawing(width, height, (Layer("Lines", tuple(Stroke(curve, 2.0) for curve in strokes)),))


def source_of(path, width: float, height: float) -> SketchRequest:
    photo = load_photo(path)
    return SketchRequest(photo.pixels, width, height)


def test_contours_lie_where_the_photo_has_them_under_the_drawing(duck_photo) -> None:
    photo = load_photo(duck_photo)
    whole = source_of(duck_photo, photo.width, photo.height)
    large = np.concatenate(contours_of(whole, lines(photo.width, photo.height)))
    small = np.concatenate(contours_of(whole, lines(photo.width / 4, photo.height / 4)))
    assert np.allclose(large, 4 * small)
    assert large.min() > -5
    assert (large.max(0) < (photo.width + 5, photo.height + 5)).all()
    assert np.ptp(large, axis=0).min() > 0.3 * min(photo.width, photo.height)


def test_the_last_event_has_the_line_and_the_contours(duck_photo) -> None:
    request = OneLineRequest(lines(200, 150), 0.0, source=source_of(duck_photo, 200, 150))
    events = list(joined_lines(request, lambda: False, run="joining"))
    assert [type(event) for event in events] == [Started, StageChanged, LinesJoined]
    assert {event.run for event in events} == {"joining"}
    assert len(joinable(events[-1].drawing)) == 1
    again = list(
        joined_lines(OneLineRequest(request.drawing, 0.0, 1, request.source, events[-1].contours), lambda: False)
    )
    assert [type(event) for event in again] == [Started, LinesJoined]
    assert again[-1].drawing == events[-1].drawing


def test_without_a_photo_nothing_is_looked_at() -> None:
    events = list(joined_lines(OneLineRequest(lines(200, 150), 100.0, 2), lambda: False))
    assert [type(event) for event in events] == [Started, LinesJoined]
    assert (len(joinable(events[-1].drawing)), events[-1].contours) == (2, ())


def test_cancelled_it_says_nothing_more() -> None:
    events = list(joined_lines(OneLineRequest(lines(200, 150), 50.0), lambda: True))
    assert [type(event) for event in events] == [Started]


def test_a_failure_is_its_end() -> None:
    events = list(joined_lines(OneLineRequest(Drawing(10, 10), 50.0), lambda: False))
    assert isinstance(events[-1], Failed)
    assert "nothing to join" in events[-1].error
