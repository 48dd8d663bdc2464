"""Line art is recognised, and followed along the middle of its lines."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray
from taureau.engine import Finished, SketchRequest
from taureau.engine.runs.sketch import sketch
from taureau.engine.scene.edges import centre_lines, trace_edges
from taureau.engine.scene.line_art import find_line_art, trace_ink
from taureau.engine.scene.subject import subject_of
from taureau.perception import own_eye
from taureau.photo import load_photo

PAPER, INK = (248, 246, 240), (30, 30, 34)
PAIRS = [(PAPER, INK), ((20, 40, 30), (230, 240, 235)), ((240, 230, 200), (120, 20, 30))]


def drawing(paper: tuple[int, int, int] = PAPER, ink: tuple[int, int, int] = INK) -> NDArray[np.uint8]:
    """A circle and a bar, drawn with a pen of 5 px: [300, 400, 3]."""
    sheet = np.full((300, 400, 3), paper, dtype=np.uint8)
    cv2.circle(sheet, (150, 130), 90, ink, 5, cv2.LINE_AA)
    cv2.line(sheet, (40, 260), (360, 260), ink, 5, cv2.LINE_AA)
    return sheet


@pytest.mark.parametrize(
    ("paper", "ink"), [(PAPER, INK), ((20, 40, 30), (230, 240, 235)), ((240, 230, 200), (120, 20, 30))]
)
def test_pen_on_paper_and_chalk_on_a_board_are_line_art(paper: tuple[int, int, int], ink: tuple[int, int, int]) -> None:
    found = find_line_art(drawing(paper, ink))
    assert found is not None
    assert 4 <= found.width <= 7
    ring = np.hypot(*(np.mgrid[:300, :400] - np.array([[[130]], [[150]]])))
    assert found.ink[np.abs(ring - 90) < 1].min() > 0.9
    assert found.ink[np.abs(ring - 70) < 5].max() == 0


def test_an_unevenly_lit_scan_is_line_art() -> None:
    light = np.linspace(0.55, 1.0, 400)[None, :, None]
    assert find_line_art((drawing() * light).astype(np.uint8)) is not None


def test_photos_and_filled_shapes_are_not(duck_photo: Path) -> None:
    for path in sorted(duck_photo.parent.glob("*.jpg")):
        assert find_line_art(load_photo(path).pixels) is None, path.name
    disc = np.full((300, 400, 3), 255, dtype=np.uint8)
    cv2.circle(disc, (200, 150), 60, (0, 0, 0), -1, cv2.LINE_AA)
    assert find_line_art(disc) is None
    assert find_line_art(np.full((300, 400, 3), 255, dtype=np.uint8)) is None


def test_a_line_has_one_ridge_in_its_middle() -> None:
    ink = np.zeros((80, 120), dtype=np.float32)
    ink[37:44, 10:110] = 1  # its middle at 40.5
    edges = centre_lines(ink, width=7)
    (line,) = trace_edges(edges, edges.strength, low=0.2, high=0.5)
    assert np.abs(line[5:-5, 1] - 40.5).max() < 0.3  # the ends are round
    assert np.ptp(line[:, 0]) > 85


def test_each_line_is_drawn_once() -> None:
    request = SketchRequest(drawing(), 400.0, 300.0, strokes=12, preset="draft")
    last = list(sketch(request, lambda: False))[-1]
    assert isinstance(last, Finished)
    points = np.concatenate(
        [
            stroke.curve.sample(40) if hasattr(stroke.curve, "sample") else stroke.curve.points
            for stroke in last.drawing.strokes
        ]
    )
    ring = np.abs(np.hypot(points[:, 0] - 150, points[:, 1] - 130) - 90)
    assert (np.minimum(ring, np.abs(points[:, 1] - 260)) < 5).all()


def test_lines_are_followed_on_request_alone() -> None:
    with_shape = drawing()
    cv2.circle(with_shape, (320, 90), 45, INK, -1, cv2.LINE_AA)
    assert find_line_art(with_shape) is None
    assert trace_ink(with_shape).ink.max() == 1


@pytest.mark.parametrize("value", [0, 255])
def test_lines_on_transparent_ground_are_followed_whatever_their_colour(value: int) -> None:
    lines = np.abs(drawing().astype(int) - PAPER).max(2)
    alpha = np.minimum(lines * 255 // lines.max(), 255).astype(np.uint8)
    photo = np.full((300, 400, 3), value, dtype=np.uint8)
    found = subject_of(own_eye(), photo, "auto", alpha=alpha)
    assert found.line_art is not None
    assert 4 <= found.line_art.width <= 7
    assert subject_of(own_eye(), photo, "auto", "photo", alpha).line_art is None


def test_line_art_within_bars_is_recognised_and_its_bars_have_no_ink() -> None:
    barred = cv2.copyMakeBorder(drawing(), 60, 60, 0, 0, cv2.BORDER_CONSTANT, value=(0, 0, 0))
    found = subject_of(own_eye(), barred, "auto").line_art
    assert found is not None
    assert not found.ink[:60].any()
    assert not found.ink[-60:].any()
    assert found.ink[60:-60].max() == 1
