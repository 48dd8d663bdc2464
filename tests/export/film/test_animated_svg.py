"""Animated SVG: in a browser at three moments, and as readers see it that know no animation."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from pathlib import Path

import numpy as np
import pytest
import resvg_py
from numpy.typing import NDArray
from PIL import Image
from taureau.document import Drawing, drawing_to_svg, svg_to_drawing
from taureau.document import read_svg as read
from taureau.export.film.animated_svg import animated_svg

from tests.export.film.drawings import DRAWING, PENCILLED, SIZE, a_photo, painted, pixels, stage, unlike

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
OPTIONS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update"),
    *("--hide-scrollbars", "--force-device-scale-factor=1"),
)
LONGEST = 120  # s that the browser may take


def at_rest(svg: str, time: float) -> str:
    """The film as it is at a time, which does not go on."""

    def later(found: re.Match[str]) -> str:
        return f"animation:{found[1]} {found[2]}s {float(found[3]) - time:.3f}s {found[4]}"

    moved = re.sub(r"animation:(\w) ([\d.]+)s ([\d.]+)s (backwards|linear)", later, svg)
    return moved.replace("<style>", "<style>*{animation-play-state:paused!important}", 1)


def photographed(svgs: list[str], folder: Path, *options: str) -> list[NDArray[np.int16]]:
    """What the browser shows of each file, [H, W, 3]."""
    assert CHROMIUM is not None
    for number, svg in enumerate(svgs):
        (folder / f"{number}.svg").write_text(svg, encoding="utf-8")
    images = "".join(f'<img src="{number}.svg" style="display:block">' for number in range(len(svgs)))
    (folder / "page.html").write_text(f"<body style='margin:0'>{images}", encoding="utf-8")
    picture = folder / "picture.png"
    window = f"--window-size={SIZE[0]},{SIZE[1] * (len(svgs) + 1)}"  # the last row may be covered
    command = [CHROMIUM, *OPTIONS, *options, f"--user-data-dir={folder / 'profile'}", window]
    page = str(folder / "page.html")
    subprocess.run([*command, f"--screenshot={picture}", page], check=True, capture_output=True, timeout=LONGEST)
    with Image.open(picture) as seen:
        return [pixels(seen.crop((0, SIZE[1] * row, SIZE[0], SIZE[1] * (row + 1)))) for row in range(len(svgs))]


@pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium")
def test_a_browser_shows_our_frames(tmp_path: Path) -> None:
    shown = stage()
    cues = shown.score.cues
    times = [(cues[index].start + cues[index].end) / 2 for index in (0, 1, 4)] + [shown.score.drawn + 1]
    seen = photographed([at_rest(animated_svg(shown), time) for time in times], tmp_path)
    for frame, time in zip(seen, times, strict=True):
        assert unlike(frame, painted(shown, time)) < 0.004, time  # edges
        assert unlike(frame, painted(shown, 0.0)) > 0.01, time


@pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium")
def test_who_wants_no_motion_sees_the_finished_drawing_at_once(tmp_path: Path) -> None:
    shown = stage()
    (seen,) = photographed([at_rest(animated_svg(shown), 0.0)], tmp_path, "--force-prefers-reduced-motion")
    assert unlike(seen, painted(shown, 99)) < 0.004


@pytest.mark.parametrize("drawing", [DRAWING, PENCILLED])
def test_readers_without_animation_see_the_finished_drawing(drawing: Drawing) -> None:
    shown = stage(drawing=drawing)
    svg = animated_svg(shown)
    with Image.open(io.BytesIO(bytes(resvg_py.svg_to_bytes(svg_string=svg)))) as seen:
        assert unlike(pixels(seen), painted(shown, 99), by=24) < 0.002
    found = svg_to_drawing(svg)
    assert [layer.name for layer in found.layers] == [layer.name for layer in shown.drawing.layers]
    assert list(found.strokes) == list(shown.drawing.strokes)
    assert found.paper == shown.drawing.paper


def test_nothing_is_reported_as_left_out(tmp_path: Path) -> None:
    path = tmp_path / "film.svg"
    path.write_text(animated_svg(stage(kept=a_photo(), photo="beneath")), encoding="utf-8")
    content = read(path)
    assert not content.left_out
    assert content.reference is not None
    assert content.reference.data.startswith(b"\xff\xd8\xff")


@pytest.mark.parametrize("drawing", [DRAWING, PENCILLED])
def test_it_is_at_most_three_times_as_large_as_the_still(drawing: Drawing) -> None:
    assert len(animated_svg(stage(drawing=drawing))) < 3 * len(drawing_to_svg(drawing))


def test_it_moves_by_css_alone_plays_once_and_stops_for_those_who_want_no_motion() -> None:
    svg = animated_svg(stage(kept=a_photo(), photo="beneath"))
    assert not re.search(r"<script|\bon\w+=|<animate|infinite|javascript:", svg)
    assert "@media (prefers-reduced-motion:reduce){*{animation:none!important}}" in svg
    assert len(re.findall(r"animation:[dap] ", svg)) == 7  # six strokes and the photo
