"""Outlines: what is filled is what a round pen of changing width covers."""

from __future__ import annotations

import io

import numpy as np
import pytest
import resvg_py
from PIL import Image
from taureau.geometry import Curve, Profile, SvgPathPen
from taureau.geometry.outline import outline

SIDE, SCALE = 200, 2
TAPER = Profile(((0.0, 0.1), (0.4, 1.3), (1.0, 0.0)))
SWELL = Profile(((0.0, 0.0), (0.5, 2.0), (1.0, 0.0)))
CURVES = {
    "wave": Curve([(20, 100), (60, -40), (140, 240), (180, 100)]),
    "loop": Curve([(20, 100), (300, 20), (-100, 20), (180, 100)]),
    "hairpin": Curve([(60, 150), (95, 20), (105, 20), (140, 150)]),
    "corners": Curve.from_segments(
        [
            [(20, 40), (60, 40), (120, 40), (160, 60)],
            [(160, 60), (100, 70), (60, 120), (40, 150)],
            [(40, 150), (80, 150), (120, 160), (180, 160)],
        ]
    ),
    "bare handles": Curve([(40, 100), (40, 100), (160, 100), (160, 100)]),
    "ring": Curve([(60, 100), (60, 40), (140, 40), (140, 100), (140, 160), (60, 160), (60, 100)]),
    "cusp": Curve([(30, 100), (170, 160), (30, 160), (170, 100)]),
}


def filled(curve: Curve) -> np.ndarray:
    """The share of each pixel that the outline covers, [SIDE · SCALE, SIDE · SCALE]."""
    pen = SvgPathPen(3)
    curve.draw(pen)
    size = SIDE * SCALE
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{size}" height="{size}" viewBox="0 0 {SIDE} {SIDE}">'
        f'<path d="{pen.data}Z"/></svg>'
    )
    png = bytes(resvg_py.svg_to_bytes(svg_string=svg, background="#ffffff"))
    return 1 - np.asarray(Image.open(io.BytesIO(png)).convert("L")) / 255


def covered(curve: Curve, width: float, profile: Profile | None) -> np.ndarray:
    """Where the discs of the pen, laid along the line, cover the middle of a pixel."""
    t = np.linspace(0, curve.segment_count, 1500)
    points, shares = curve.at(t), curve.shares(t)
    radii = width / 2 * (np.ones_like(shares) if profile is None else profile.at(shares))
    middle = (np.arange(SIDE * SCALE) + 0.5) / SCALE
    ink = np.zeros((SIDE * SCALE, SIDE * SCALE), dtype=bool)
    for (x, y), radius in zip(points, radii, strict=True):
        ink |= (middle[None, :] - x) ** 2 + (middle[:, None] - y) ** 2 <= radius**2
    return ink


@pytest.mark.parametrize("profile", [None, TAPER, SWELL], ids=["constant", "taper", "swell"])
@pytest.mark.parametrize("name", CURVES)
def test_it_covers_what_the_pen_covers(name, profile):
    curve = CURVES[name]
    ink, shape = covered(curve, 18, profile), filled(outline(curve, 18, profile))
    wrong = (shape > 0.99) & ~ink | (shape < 0.01) & ink
    # Where the width changes fast, offsets across the line are not the envelope of discs.
    assert wrong.sum() < 0.025 * ink.sum()


@pytest.mark.parametrize("name", CURVES)
def test_it_is_closed_and_ends_in_points_where_the_width_is_none(name):
    shape = outline(CURVES[name], 18, SWELL)
    assert np.allclose(shape.start, shape.end)
    assert np.abs(shape.points - CURVES[name].end).sum(axis=1).min() < 1e-6


def test_a_straight_line_takes_few_segments():
    assert outline(Curve.line((0, 0), (100, 0)), 4, TAPER).segment_count <= 24


def test_a_dot_is_a_disc():
    dot = Curve([(50, 50)] * 4)
    shape = filled(outline(dot, 20))
    assert shape.sum() / SCALE**2 == pytest.approx(np.pi * 100, rel=0.02)
