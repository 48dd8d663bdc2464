"""Paper below the lines of an SVG or PDF: where ink would vanish, or as it is asked for."""

from __future__ import annotations

import io
import re
import zlib
from base64 import a85decode
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import resvg_py
from PIL import Image
from taureau.document import CHALK, Drawing, Layer, Stroke, load_svg, read_svg, save_svg
from taureau.export import Export, ExportError, file_bytes, planned

from tests.export.drawings import ARCH, DRAWING

BOARD = "#23282b"
CHALKED = Drawing(200, 150, (Layer("Lines", (Stroke(ARCH, 4.0, CHALK),)),), paper=BOARD)
PROFILES = ["web", "inkscape", "illustrator"]


def corner(svg: bytes) -> tuple[int, ...]:
    png = resvg_py.svg_to_bytes(svg_string=svg.decode(), background="#ffffff", dpi=96, skip_system_fonts=True)
    return Image.open(io.BytesIO(png)).convert("RGB").getpixel((2, 2))


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize(
    ("drawing", "with_paper", "painted"),
    [
        (CHALKED, None, BOARD),
        (CHALKED, True, BOARD),
        (CHALKED, False, None),
        (DRAWING, None, None),
        (DRAWING, True, "#ffffff"),
        (replace(DRAWING, paper="#f3e6c8"), None, None),
        (replace(DRAWING, paper="#f3e6c8"), True, "#f3e6c8"),
    ],
)
def test_paper_is_in_an_svg_where_ink_would_vanish_or_as_asked(profile, drawing, with_paper, painted):
    plan = planned(drawing, Export(profile=profile, with_paper=with_paper), Path("a.svg"))
    assert plan.painted == painted
    expected = painted or "#ffffff"
    assert corner(file_bytes(plan.sheets[0].drawing, plan)) == tuple(bytes.fromhex(expected[1:]))


@pytest.mark.parametrize("profile", PROFILES)
def test_painted_paper_is_read_back_as_paper_and_nothing_is_left_out(tmp_path, profile):
    plan = planned(CHALKED, Export(profile=profile), tmp_path / "a.svg")
    (tmp_path / "a.svg").write_bytes(file_bytes(plan.sheets[0].drawing, plan))
    content = read_svg(tmp_path / "a.svg")
    assert (content.drawing.paper, content.left_out, content.drawing.stroke_count) == (BOARD, (), 1)
    save_svg(content.drawing, tmp_path / "b.svg")
    assert load_svg(tmp_path / "b.svg") == content.drawing


def test_paper_is_in_a_pdf():
    for with_paper, there in ((None, True), (False, False)):
        plan = planned(CHALKED, Export(format="pdf", with_paper=with_paper), Path("a.pdf"))
        packed = re.search(rb"stream\n(.*?)~>endstream", file_bytes(plan.sheets[0].drawing, plan), re.DOTALL)
        page = zlib.decompress(a85decode(packed[1])).decode()
        found = re.search(r"([\d.]+) ([\d.]+) ([\d.]+) rg", page)
        assert bool(re.search(r" re f", page)) is there
        if there:
            expected = np.array(list(bytes.fromhex(BOARD[1:]))) / 255
            assert [float(part) for part in found.groups()] == pytest.approx(expected, abs=0.001)


@pytest.mark.parametrize("kind", ["png", "webp"])
def test_a_picture_can_be_without_paper_by_either_word(kind):
    assert planned(CHALKED, Export(format=kind), Path("a")).painted == BOARD
    assert planned(CHALKED, Export(format=kind, with_paper=False), Path("a")).painted is None
    assert planned(CHALKED, Export(format=kind, transparent=True), Path("a")).painted is None
    with pytest.raises(ExportError, match="leave the paper out"):
        Export(format=kind, transparent=True, with_paper=True)


def test_a_plotter_gets_no_paper():
    assert planned(CHALKED, Export(profile="plotter"), Path("a.svg")).painted is None
    with pytest.raises(ExportError, match="plotter"):
        Export(profile="plotter", with_paper=True)
