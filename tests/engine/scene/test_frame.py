"""The square on the photo, and the way there and back."""

from __future__ import annotations

import numpy as np
import pytest
from taureau.engine.scene.frame import Frame


def frame() -> Frame:
    mask = np.zeros((60, 100), dtype=bool)
    mask[20:40, 50:90] = True
    return Frame.around(mask, 224, margin=0.05)


def test_the_subjects_middle_is_the_canvass_middle() -> None:
    assert frame().to_canvas.points(np.array([70.0, 30.0])) == pytest.approx([112, 112])


def test_the_longer_side_and_its_margins_fill_the_canvas() -> None:
    left, right = frame().to_canvas.points(np.array([[50.0, 30.0], [90.0, 30.0]]))
    assert right[0] - left[0] == pytest.approx(224 / 1.1)


def test_a_crop_shows_what_lies_there() -> None:
    image = np.zeros((60, 100, 3), dtype=np.uint8)
    image[20:40, 50:70] = (255, 0, 0)
    image[20:40, 70:90] = (0, 0, 255)
    crop = frame().crop(image)
    assert crop.shape == (224, 224, 3)
    assert crop[112, 100].tolist() == [255, 0, 0]
    assert crop[112, 124].tolist() == [0, 0, 255]


@pytest.mark.parametrize("oversampling", [1, 2])
def test_what_lies_off_the_photo_is_known(oversampling: int) -> None:
    inside = frame().inside((60, 100), oversampling=oversampling)
    assert inside.shape == (224 * oversampling, 224 * oversampling)
    # The square is 44 photo px wide, from x 48 to 92 and from y 8 to 52: all of it on the photo.
    assert inside.all()
    tall = Frame.around(np.ones((10, 40), dtype=bool), 224, margin=0.0).inside((10, 40), oversampling=oversampling)
    assert tall.mean() == pytest.approx(0.25)
    assert tall[112 * oversampling].all()
    assert not tall[0].any()
