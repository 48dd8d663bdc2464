"""L*a*b* values: known colours, and OpenCV's conversion beside ours."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from taureau.photo.lab import hex_of, lab_of, lab_of_hex


@pytest.mark.parametrize(
    ("color", "lab"),
    [
        ((255, 255, 255), (100, 0, 0)),
        ((0, 0, 0), (0, 0, 0)),
        ((255, 0, 0), (53.24, 80.09, 67.20)),
        ((0, 255, 0), (87.74, -86.18, 83.18)),
        ((0, 0, 255), (32.30, 79.20, -107.86)),
        ((119, 119, 119), (50.03, 0, 0)),
    ],
)
def test_known_colours(color: tuple[int, int, int], lab: tuple[float, float, float]) -> None:
    assert lab_of(np.array([[color]], dtype=np.uint8))[0, 0] == pytest.approx(lab, abs=0.05)


def test_it_is_as_opencv_has_it() -> None:
    photo = np.random.default_rng(0).integers(0, 256, (40, 50, 3)).astype(np.uint8)
    theirs = cv2.cvtColor(photo.astype(np.float32) / 255, cv2.COLOR_RGB2LAB)
    assert np.abs(lab_of(photo) - theirs).max() < 1  # it interpolates between the entries of a table


@pytest.mark.parametrize("color", ["#000000", "#ffffff", "#ff0000", "#1e8a2e", "#7d22a8", "#808080"])
def test_colours_come_back_from_lab(color) -> None:
    assert hex_of(lab_of_hex(color)) == color


def test_colours_out_of_gamut_are_clipped_and_no_colour_is_refused() -> None:
    assert hex_of(np.array([90.0, 120.0, -120.0])).startswith("#ff")
    with pytest.raises(ValueError, match="#rrggbb"):
        lab_of_hex("#fff0")
