"""What our rasteriser paints is what an SVG reader paints from the saved drawing."""

from __future__ import annotations

from io import StringIO

import numpy as np
import pytest
import torch
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from svgelements import SVG, Path
from taureau.document import Drawing, Layer, Stroke, drawing_to_svg
from taureau.geometry import Curve
from taureau.raster import coverage

from tests.document.rendering import rendered

SIZE = 96  # px

coordinates = st.floats(8, SIZE - 8)
curves = st.lists(st.tuples(coordinates, coordinates), min_size=4, max_size=4).map(Curve)


def own_rendering(drawing: Drawing) -> np.ndarray:
    """The darkness of the drawing on white, [H, W], 0 … 1."""
    strokes = list(drawing.strokes)
    points = torch.tensor(np.stack([stroke.curve.points for stroke in strokes]))[None, :, None]
    widths = torch.tensor([[stroke.width for stroke in strokes]], dtype=torch.float64)
    return coverage(points, widths, size=(SIZE, SIZE))[0].numpy()


def turn_within(curve: Curve, length: float) -> float:
    """Return the largest angle by which the curve turns within a length in px, radians."""
    steps = np.diff(curve.sample(256), axis=0)
    along = np.cumsum(np.hypot(*steps.T))
    heading = np.unwrap(np.arctan2(steps[:, 1], steps[:, 0]))
    later = np.searchsorted(along, along + length).clip(0, len(along) - 1)
    return float(np.abs(heading[later] - heading).max())


@settings(max_examples=25, deadline=None)
@given(curve=curves, width=st.floats(1.5, 12))
def test_resvg_paints_the_same(curve: Curve, width: float) -> None:
    assume(turn_within(curve, width) < 2.4)  # resvg leaves pixels white on the outside of a hairpin, ours fills them
    drawing = Drawing(SIZE, SIZE, (Layer("one", (Stroke(curve, width, "#000000"),)),))
    theirs = rendered(drawing_to_svg(drawing))
    difference = np.abs(own_rendering(drawing) - theirs)
    # resvg flattens curves and takes 16 samples a pixel: single pixels of an edge may differ by a sixth.
    assert difference.mean() < 0.004
    assert np.quantile(difference, 0.995) < 0.2


def test_a_hairpin_is_filled() -> None:
    curve, width = Curve([(8, 58), (63, 29), (8, 50), (43, 49)]), 7.0
    found = own_rendering(Drawing(SIZE, SIZE, (Layer("one", (Stroke(curve, width, "#000000"),)),)))
    centres = (np.mgrid[: SIZE * 4, : SIZE * 4] + 0.5)[::-1] / 4  # 4 × 4 samples a pixel, as x and y
    away = np.min([np.hypot(*(centres - point[:, None, None])) for point in curve.sample(400)], axis=0)
    union = (away < width / 2).reshape(SIZE, 4, SIZE, 4).mean((1, 3))
    assert np.abs(found - union).mean() < 0.001


def test_several_strokes_make_the_same_union() -> None:
    strokes = tuple(Stroke(Curve.line((10, y), (86, 96 - y)), 5.0, "#000000") for y in (12, 40, 60, 84))
    drawing = Drawing(SIZE, SIZE, (Layer("lines", strokes),))
    theirs = rendered(drawing_to_svg(drawing))
    assert np.abs(own_rendering(drawing) - theirs).mean() < 0.003


@given(curve=curves)
@settings(max_examples=25, deadline=None)
def test_svgelements_reads_the_same_curve(curve: Curve) -> None:
    drawing = Drawing(SIZE, SIZE, (Layer("one", (Stroke(curve, 2.0),)),))
    parsed = SVG.parse(StringIO(drawing_to_svg(drawing)), ppi=96)
    (path,) = [element for element in parsed.elements() if isinstance(element, Path)]
    segment = path[1]
    found = [(point.x, point.y) for point in (path[0].end, segment.control1, segment.control2, segment.end)]
    assert np.array(found) == pytest.approx(curve.points, abs=0.002)
