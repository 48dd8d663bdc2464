"""A drawing with profiles through Inkscape, where that is installed."""

from __future__ import annotations

import io
import shutil
import subprocess

import numpy as np
import pytest
import resvg_py
from PIL import Image
from taureau.document import PENS, Drawing, Layer, Stroke, drawing_to_svg, load_svg, save_svg
from taureau.geometry import Curve

INKSCAPE = shutil.which("inkscape")
pytestmark = pytest.mark.skipif(INKSCAPE is None, reason="Inkscape is not installed")
SIDE = 300


@pytest.fixture(scope="module")
def drawing() -> Drawing:
    wave = np.array([(20, 0), (120, -60), (180, 60), (280, 0)], dtype=float)
    strokes = []
    for row, (name, pen) in enumerate(PENS.items()):
        curve, width = Curve(wave + np.array([0, 40 + 44 * row])), 4 * pen.width
        strokes.append(Stroke(curve, width, profile=pen.profile(curve, width), pen=name))
    return Drawing(SIDE, SIDE, (Layer("one", tuple(strokes)),))


def run(*words: str) -> None:
    assert INKSCAPE is not None
    subprocess.run([INKSCAPE, *words], check=True, timeout=120, capture_output=True)


def test_inkscape_shows_what_is_seen_here(drawing, tmp_path):
    save_svg(drawing, tmp_path / "a.svg")
    picture = tmp_path / "a.png"
    words = ("--export-type=png", f"--export-filename={picture}", f"--export-width={SIDE}", "--export-background=white")
    run(str(tmp_path / "a.svg"), *words)
    shown = np.asarray(Image.open(picture).convert("L")).astype(int)
    png = bytes(resvg_py.svg_to_bytes(svg_string=drawing_to_svg(drawing, unit="px"), background="#ffffff"))
    seen = np.asarray(Image.open(io.BytesIO(png)).convert("L")).astype(int)
    assert (np.abs(seen - shown) > 64).mean() < 0.01


def test_what_inkscape_saves_comes_back(drawing, tmp_path):
    save_svg(drawing, tmp_path / "a.svg")
    run(str(tmp_path / "a.svg"), "--export-type=svg", f"--export-filename={tmp_path / 'b.svg'}")
    after = [*load_svg(tmp_path / "b.svg").strokes]
    assert [stroke.pen for stroke in after] == [stroke.pen for stroke in drawing.strokes]
    shares = np.linspace(0, 1, 21)
    for stroke, before in zip(after, drawing.strokes, strict=True):
        assert stroke.curve.sample() == pytest.approx(before.curve.sample(), abs=0.1)
        if before.profile is not None:
            assert stroke.profile is not None
            widths = stroke.width * stroke.profile.at(shares)
            assert widths == pytest.approx(before.width * before.profile.at(shares), abs=0.2)
