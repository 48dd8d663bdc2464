"""What a request refuses."""

from __future__ import annotations

import numpy as np
import pytest
from taureau.document import PENS
from taureau.engine.request import pen_side

from tests.engine.tiny import disc_request


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"strokes": 0}, "strokes must be from 1 to 256, not 0"),
        ({"strokes": 257}, "strokes must be from 1 to 256, not 257"),
        ({"stroke_width": 0.0}, "the stroke width must be more than 0 and no more than the photo's longer side"),
        (
            {"stroke_width": float("nan")},
            "the stroke width must be more than 0 and no more than the photo's longer side",
        ),
        ({"preset": "best"}, "unknown preset 'best'; choose one of draft, standard, fine, clipasso"),
        ({"mask": np.ones((2, 2), dtype=bool)}, "the mask must have the photo's size"),
        ({"mask": "some"}, "unknown mask 'some'; choose one of auto, none, birefnet-lite, birefnet, isnet"),
        ({"seed": -1}, "the seed must be 0 or more, not -1"),
        ({"photo": np.zeros((4, 4), dtype=np.uint8)}, "the photo must be uint8 [H, W, 3], not uint8 [4, 4]"),
    ],
)
def test_values_out_of_range_are_refused(change: dict[str, object], message: str) -> None:
    with pytest.raises(ValueError) as refused:
        disc_request(**change)
    assert str(refused.value) == message


def test_the_pen_is_a_share_of_the_longer_side_unless_given() -> None:
    assert disc_request().pen_width(192) == pytest.approx(0.006 * 192)
    assert disc_request().pen_width(150) == pytest.approx(0.006 * 150)  # around a smaller subject
    assert disc_request().pen_width(20) == pytest.approx(0.0045 * 192)
    assert disc_request(pen="brush").pen_width(192) == pytest.approx(0.006 * 192 * PENS["brush"].width)
    assert disc_request(stroke_width=3.0, pen="brush").pen_width(192) == 3.0
    assert pen_side(3000, 1000) == 3000
    assert pen_side(999, 333) == pen_side(333, 999) == 999
    assert 0.006 * pen_side(1600, 60) < 60 / 16
