"""Drawings of coloured pictograms by the engine's own contour start."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from training.icons.package import Icon
from training.icons.selection import select_pictograms
from training.pictures.contour_drawings import Subject, damaged, draw_subject, pictures
from training.pictures.drawings import draw_all, subjects
from training.pictures.outlines import outline_all, outlined
from training.pictures.rendering import draw
from training.pictures.renders import Renders, unpack

from tests.training.pictogram_package import HOUSE, write_package

HOUSES = Subject(Icon(HOUSE, 0, 0, 24, 24).svg(side=400), ("house", "home"), "noto", "train")


def grey(webp: bytes) -> np.ndarray:
    with Image.open(io.BytesIO(webp)) as image:
        return np.asarray(image.convert("L")).astype(float)


def test_a_house_is_drawn_along_its_contours() -> None:
    *drawings, edges = draw_subject(HOUSES, np.random.default_rng(0))
    assert edges.style == "edge map"
    assert {one.style for one in drawings} == {"own drawing"}
    assert all(one.captions == ("house", "home") and one.split == "train" for one in [*drawings, edges])
    whole, near = grey(drawings[0].webp) < 160, grey(edges.webp) < 250
    assert whole.any()
    assert near[whole].mean() > 0.7  # nearly all its ink lies upon an edge
    assert drawings[0].strokes >= drawings[1].strokes > 1


def test_the_same_seed_draws_the_same() -> None:
    one, same, other = (draw_subject(HOUSES, np.random.default_rng(seed)) for seed in (3, 3, 4))
    assert one == same
    assert one != other


@pytest.mark.parametrize("body", ["", '<path d="M0 0"/>', "<path"])
def test_nothing_to_see_gives_no_drawing(body: str) -> None:
    assert (
        draw_subject(Subject(Icon(body, 0, 0, 24, 24).svg(side=200), ("x",), "a", "train"), np.random.default_rng(0))
        == []
    )


def test_damage_leaves_at_least_a_stroke_near_where_strokes_were() -> None:
    random = np.random.default_rng(0)
    strokes = np.stack([np.linspace((20, y), (200, y), 4) for y in (40.0, 100.0, 160.0)])
    for _ in range(50):
        left = damaged(strokes, random)
        assert 1 <= len(left) <= 6
        assert np.isfinite(left).all()
        gap = np.abs(left[:, :, None, 1] - strokes[None, None, :, 0, 1]).min(2)
        assert gap.max() < 40


def test_strokes_are_drawn_black_on_white_at_their_width() -> None:
    stroke = np.linspace((28.0, 112.0), (196.0, 112.0), 4)[None]
    thin, thick = (np.asarray(image) for image in pictures([stroke, stroke], [4.0, 8.0]))
    assert thin.shape == (96, 96)
    ink = [float((255 - image.astype(float)).sum() / 255) for image in (thin, thick)]
    assert ink[0] == pytest.approx(72 * 4 * 96 / 224, rel=0.08)
    assert ink[1] == pytest.approx(2 * ink[0], rel=0.1)


def test_all_are_drawn_and_those_to_measure_on_stay_apart(tmp_path: Path) -> None:
    selection = select_pictograms(write_package(tmp_path / "package.tgz"), 0)
    order = subjects(selection, np.random.default_rng(0))
    assert {(one.collection, one.captions[0]) for one in order} == {
        ("noto", "fish"),
        ("noto", "house"),
        ("noto", "waving hand"),
        ("twemoji", "home building"),
        ("twemoji", "fish"),
        ("fluent-emoji-flat", "fish"),
    }
    assert [one.collection for one in order if one.split != "train"] == ["fluent-emoji-flat"]
    heard: list[tuple[int, int]] = []
    count = draw_all(
        selection, tmp_path / "drawings.npz", 0, minutes=5, processes=1, report=lambda *done: heard.append(done)
    )
    packed = Renders.read(tmp_path / "drawings.npz")
    outlines = len(packed.where(style="outline"))
    assert len(packed) == count > outlines + 5 * len(order) - 5
    assert heard == [(6, 6)]
    assert draw_all(selection, tmp_path / "drawings.npz", 0, minutes=5, processes=1) == count
    assert unpack(Renders.read(tmp_path / "drawings.npz")) == unpack(packed)  # all was there already
    assert (packed.strokes[packed.where(style="own drawing")] > 0).all()


def test_outlines_are_lines_where_a_filled_shape_was() -> None:
    filled = Icon(
        '<path fill="none" d="M0 0h24v24H0z"/><g fill="#000"><circle cx="12" cy="12" r="9"/></g>', 0, 0, 24, 24
    )
    for seed in range(6):
        line = outlined(filled, np.random.default_rng(seed))
        image = draw(line.svg(side=240))
        assert image is not None
        ink = np.asarray(image.convert("L")) < 128
        assert not ink[40:56, 40:56].any()  # the middle of the disc is empty
        assert not ink[:14, :14].any()  # and the frame around the pictogram unseen
        assert 0.01 < ink.mean() < 0.2
    assert outlined(filled, np.random.default_rng(3)) == outlined(filled, np.random.default_rng(3))


def test_every_name_without_colour_has_an_outline_and_none_is_of_an_unseen_family(tmp_path: Path) -> None:
    selection = select_pictograms(write_package(tmp_path / "package.tgz"), 0)
    renders = outline_all(selection, np.random.default_rng(0), processes=1)
    assert {one.captions[0] for one in renders} == {"fish", "cat", "kitten", "cup"}
    assert {one.collection for one in renders} <= {"game-icons", "tabler", "mdi"}
    assert {(one.style, one.split) for one in renders} == {("outline", "train")}
