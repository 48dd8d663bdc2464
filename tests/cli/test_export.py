"""`taureau export`, the real program: what it writes, what it says, what it refuses."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PIL import Image
from taureau.document import MM_PER_PX, Drawing, Layer, Stroke, drawing_to_svg, load_svg
from taureau.geometry import Affine, Curve

from tests.cli.program import refusal, taureau
from tests.cli.test_bad_input import BOMB
from tests.export.drawings import DRAWING


@pytest.fixture
def drawing(tmp_path: Path) -> Path:
    path = tmp_path / "bull.svg"
    path.write_text(drawing_to_svg(DRAWING), encoding="utf-8")
    return path


def test_a_plotters_svg(drawing: Path, tmp_path: Path) -> None:
    output = tmp_path / "plot.svg"
    options = ["--profile", "plotter", "--size-mm", 120, "--margin-mm", "10,5,10,5", "--sort-travel", "--pen-mm", 0.5]
    result = taureau("export", drawing, "-o", output, *options)
    assert (result.returncode, result.stderr) == (0, "")
    size, time = result.stdout.splitlines()
    assert size == f"{output}: 4 strokes, 130.0 × 110.0 mm"
    assert re.fullmatch(r"about \d+ s with 2 pens on AxiDraw V3: #141414 0.5 mm \d+ s, #aa0000 0.5 mm \d+ s", time)
    read = load_svg(output)
    assert (read.width * MM_PER_PX, read.height * MM_PER_PX) == pytest.approx((130, 110), abs=0.01)
    assert [layer.name for layer in read.layers] == ["#141414 0.5 mm", "#aa0000 0.5 mm", "%3-reference"]
    assert {round(stroke.width * MM_PER_PX, 3) for stroke in read.strokes} == {0.5}


def test_a_plotters_page_and_pen_are_proposed_whatever_the_photo_measured(tmp_path: Path) -> None:
    for scale in (0.2, 1, 15):
        path, output = tmp_path / "bull.svg", tmp_path / "plot.svg"
        path.write_text(drawing_to_svg(DRAWING.transformed(Affine.scale(scale))), encoding="utf-8")
        result = taureau("export", path, "-o", output, "--profile", "plotter")
        assert (result.returncode, result.stderr) == (0, "")
        read = load_svg(output)
        assert (read.width * MM_PER_PX, read.height * MM_PER_PX) == pytest.approx((297, 210), abs=0.01)
        arch = next(read.strokes).curve  # 200 × 150 px fill 240 × 180 mm of 267 × 180
        assert (arch.start[0] * MM_PER_PX, arch.end[0] * MM_PER_PX) == pytest.approx((52.5, 244.5), abs=0.01)
        assert {round(stroke.width * MM_PER_PX, 3) for stroke in read.strokes} == {0.5}


@pytest.mark.parametrize(
    ("options", "size", "widths"),
    [
        (["--size-mm", 200], (200, 150), {0.5}),
        (["--page", "fit"], (52.92, 39.69), {0.5}),
        (["--page", "a3", "--pen-mm", "drawn"], (420, 297), {7.12, 10.68, 1.78}),
        (["--page", "8x10in", "--margin-mm", 0, "--pen-mm", 0.3], (203.2, 254), {0.3}),
        (["--orientation", "portrait"], (210, 297), {0.5}),
    ],
)
def test_what_is_named_replaces_what_is_proposed(
    options: list[object], size: tuple[float, float], widths: set[float], drawing: Path, tmp_path: Path
) -> None:
    result = taureau("export", drawing, "-o", tmp_path / "plot.svg", "--profile", "plotter", *options)
    assert (result.returncode, result.stderr) == (0, "")
    read = load_svg(tmp_path / "plot.svg")
    assert (read.width * MM_PER_PX, read.height * MM_PER_PX) == pytest.approx(size, abs=0.01)
    assert {round(stroke.width * MM_PER_PX, 2) for stroke in read.strokes} == widths


def test_the_format_follows_the_name_or_is_named(drawing: Path, tmp_path: Path) -> None:
    assert taureau("export", drawing, "-o", tmp_path / "a.pdf", "--page", "a4").returncode == 0
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF-")
    result = taureau("export", drawing, "-o", tmp_path / "a.bin", "--format", "webp", "--size-px", 400, "--transparent")
    assert result.stdout == f"{tmp_path / 'a.bin'}: 4 strokes, 400 × 300 px, 33.9 × 25.4 mm\n"
    with Image.open(tmp_path / "a.bin") as picture:
        assert (picture.format, picture.size, picture.mode) == ("WEBP", (400, 300), "RGBA")


def test_some_strokes_and_layers_as_files(drawing: Path, tmp_path: Path) -> None:
    output = tmp_path / "some.svg"
    result = taureau("export", drawing, "-o", output, "--strokes", "1,3-4", "--layers-as-files", "--crop")
    assert result.returncode == 0, result.stderr
    assert re.findall(r"some-(\S+).svg: (\d) stroke,", result.stdout) == [("1-Lines", "1"), ("2-Shade", "1")]
    assert not output.exists()


def test_strokes_that_leave_the_page_are_told_of(tmp_path: Path) -> None:
    path = tmp_path / "far.svg"
    path.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90">'
        '<path d="M5 5 L99 5" stroke="#000" fill="none"/></svg>'
    )
    result = taureau("export", path, "-o", tmp_path / "out.svg")
    assert result.returncode == 0
    assert result.stderr == "taureau: 1 stroke runs over the edge of the page\n"


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["-o", "OUT.jpg"], "names no format: end it with .svg, .pdf, .png, .webp, .gcode or .hpgl"),
        (["-o", "OUT.pdf", "--profile", "web"], "--profile is for SVG"),
        (["-o", "OUT.svg", "--keep-layers"], "--keep-layers is for --profile plotter"),
        (["-o", "OUT.svg", "--size-mm", "-3"], "The size must be more than 0"),
        (["-o", "OUT.svg", "--size-mm", "nan"], "The size must be more than 0"),
        (["-o", "OUT.svg", "--margin-mm", "1,2"], "--margin-mm must be one number, or four"),
        (["-o", "OUT.svg", "--margin-mm", "inf"], "--margin-mm must be one number, or four"),
        (["-o", "OUT.svg", "--strokes", "4-2"], "--strokes must be numbers from 1 on"),
        (["-o", "OUT.svg", "--strokes", "all"], "--strokes must be numbers from 1 on"),
        (["-o", "OUT.svg", "--strokes", "50"], "--strokes names number 50"),
        (["-o", "OUT.svg", "--page", "a5", "--size-mm", "400"], "too large, for the page leaves 210.0 × 148.0 mm"),
        (["-o", "OUT.svg", "--page", "a9"], "a page is one of fit, a6"),
        (["-o", "OUT.svg", "--page", "0x50"], "a page's sides must be more than 0"),
        (["-o", "OUT.svg", "--pen-mm", "wide"], "a width in mm, or drawn, not 'wide'"),
        (["-o", "OUT.svg", "--profile", "plotter", "--pen-mm", "300"], "is wider than the page of 297.0 × 210.0 mm"),
        (["-o", "OUT.svg", "--profile", "plotter", "--pen-mm", "nan"], "The pen's width must be more than 0"),
        (["-o", "OUT.svg", "--dpi", "300"], "a resolution is for PNG and WebP"),
        (["-o", "OUT.png", "--size-mm", "9000"], "is too large; at most 100 million"),
        (["-o", "OUT.pdf", "--size-mm", "9000"], "at most 5080 mm"),
        (["-o", "nowhere/OUT.svg"], "Cannot save to"),
        (["-o", "bull.svg"], "would overwrite the drawing"),
    ],
)
def test_bad_input_is_one_line_and_writes_nothing(options: list[str], says: str, drawing: Path, tmp_path: Path) -> None:
    before = drawing.read_bytes()
    placed = [str(tmp_path / word) if "OUT" in word or word == "bull.svg" else word for word in options]
    assert says in refusal(taureau("export", drawing, *placed))
    assert [path.name for path in tmp_path.iterdir()] == ["bull.svg"]
    assert drawing.read_bytes() == before


@pytest.mark.parametrize("content", [BOMB, "", "<svg", "<g>" * 100_000])
def test_hostile_and_broken_drawings_are_refused(content: str, tmp_path: Path) -> None:
    (tmp_path / "drawing.svg").write_text(content)
    assert "drawing.svg" in refusal(taureau("export", tmp_path / "drawing.svg", "-o", tmp_path / "out.pdf"))
    assert not (tmp_path / "out.pdf").exists()


@pytest.mark.parametrize(("option", "painted"), [((), True), (("--no-paper",), False), (("--paper",), True)])
def test_chalk_on_black_keeps_its_paper_unless_told(tmp_path: Path, option: tuple[str, ...], painted: bool) -> None:
    path, output = tmp_path / "board.svg", tmp_path / "out.svg"
    line = Stroke(Curve.line((5, 5), (80, 80)), 3.0, "#f4f1e8")
    path.write_text(drawing_to_svg(Drawing(90, 90, (Layer("a", (line,)),), paper="#23282b")), encoding="utf-8")
    result = taureau("export", path, "-o", output, *option)
    assert (result.returncode, result.stderr) == (0, "")
    assert ("<rect" in output.read_text(encoding="utf-8")) is painted
