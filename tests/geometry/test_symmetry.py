"""Symmetries: the maps are a group, and their axes are where they meet."""

from __future__ import annotations

import numpy as np
import pytest
from taureau.geometry import Affine, Symmetry

KINDS = [Symmetry(), Symmetry("vertical"), Symmetry("horizontal"), Symmetry("both"), Symmetry("radial", 5)]
POINT = np.array([7.0, 2.0])


@pytest.mark.parametrize("symmetry", KINDS, ids=str)
def test_one_map_after_another_is_one_of_them(symmetry):
    maps = symmetry.maps(3, 4)
    images = [map_.points(POINT) for map_ in maps]
    assert maps[0] == Affine()
    assert len(np.unique(np.round(images, 6), axis=0)) == len(maps)
    for one in maps:
        for other in maps:
            image = (one @ other).points(POINT)
            assert min(np.hypot(*(image - found)) for found in images) < 1e-9


@pytest.mark.parametrize("symmetry", KINDS, ids=str)
def test_axes_go_onto_axes_and_the_middle_stays(symmetry):
    for map_ in symmetry.maps(3, 4):
        assert map_.points(np.array([3.0, 4.0])) == pytest.approx([3, 4])
        for axis in symmetry.axes():
            image = map_.points(np.array([3.0, 4.0]) + axis) - (3, 4)
            assert min(np.hypot(*(image - other)) for other in symmetry.axes()) < 1e-9
