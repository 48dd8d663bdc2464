"""Flat areas of a made photo, rendered and compared with it."""

from __future__ import annotations

import io
import itertools

import numpy as np
import pytest
import resvg_py
from PIL import Image
from taureau.engine.coloring.fills import FlatFills
from taureau.geometry import SvgPathPen
from taureau.perception import find_regions, own_eye
from taureau.photo.lab import lab_of

HEIGHT, WIDTH = 160, 200


@pytest.fixture(scope="module")
def scene() -> tuple[np.ndarray, np.ndarray]:
    """A face of a clown: a disc with two eyes and a nose, on grey; the mask of the disc."""
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH]
    photo = np.full((HEIGHT, WIDTH, 3), 150, np.uint8)
    disc = np.hypot(x - 100, y - 80) < 65
    photo[disc] = (240, 205, 170)
    for middle, radius, color in (
        ((75, 60), 12, (30, 40, 120)),
        ((125, 60), 12, (30, 40, 120)),
        ((100, 95), 15, (210, 30, 30)),
    ):
        photo[np.hypot(x - middle[0], y - middle[1]) < radius] = color
    return photo, disc


@pytest.fixture(scope="module")
def fills(scene) -> FlatFills:
    photo, mask = scene
    return FlatFills(photo, find_regions(own_eye(), photo), mask, 2 * WIDTH, 2 * HEIGHT)


def rendered(areas) -> np.ndarray:
    paths = []
    for area in areas:
        pen = SvgPathPen(2)
        area.curve.draw(pen)
        paths.append(f'<path d="{pen.data}" fill="{area.color}"/>')
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="{2 * WIDTH}" height="{2 * HEIGHT}">{"".join(paths)}</svg>'
    png = resvg_py.svg_to_bytes(svg_string=svg, background="#969696")
    with Image.open(io.BytesIO(png)) as image:
        return np.asarray(image.convert("RGB").resize((WIDTH, HEIGHT), Image.Resampling.BOX))


def difference(areas, photo) -> float:
    return float(np.linalg.norm(lab_of(rendered(areas)) - lab_of(photo), axis=-1).mean())


def test_the_first_area_is_the_subject_and_the_next_are_its_parts(fills, scene) -> None:
    photo, mask = scene
    (subject,) = fills.first(1)
    covered = np.abs(rendered([subject]).astype(int) - 150).max(-1) > 10
    assert (covered & mask).sum() / (covered | mask).sum() > 0.95
    assert difference(fills.first(4), photo) < 2.5


def test_every_further_area_brings_the_colours_nearer(fills, scene) -> None:
    photo, _ = scene
    differences = [difference(fills.first(count), photo) for count in (0, 1, 2, 3, 4)]
    assert all(after < before for before, after in itertools.pairwise(differences))


def test_outlines_are_closed_and_few(fills) -> None:
    for area in fills.first(4):
        assert np.allclose(area.curve.start, area.curve.end)
        assert area.curve.segment_count <= 24


def test_more_areas_than_there_are_and_none(fills) -> None:
    assert fills.first(0) == ()
    assert len(fills.first(48)) >= 4


def test_without_a_mask_the_whole_photo_is_filled_and_without_a_subject_nothing(scene) -> None:
    photo, mask = scene
    regions = find_regions(own_eye(), photo)
    (whole,) = FlatFills(photo, regions, None, WIDTH, HEIGHT).first(1)
    low, high = whole.curve.points.min(0), whole.curve.points.max(0)
    assert np.allclose(low, 0, atol=1.5)
    assert np.allclose(high, (WIDTH, HEIGHT), atol=1.5)
    assert FlatFills(photo, regions, np.zeros_like(mask), WIDTH, HEIGHT).first(5) == ()


def test_a_hole_in_the_subject_stays_open(scene) -> None:
    photo, disc = scene
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH]
    ring = disc & (np.hypot(x - 100, y - 80) > 35)
    (area,) = FlatFills(photo, find_regions(own_eye(), photo), ring, 2 * WIDTH, 2 * HEIGHT).first(1)
    picture = rendered([area])
    assert np.abs(picture[80, 100].astype(int) - 150).max() < 5
    assert np.abs(picture[80, 48].astype(int) - 150).max() > 10
