"""The files themselves: whole, the same each time, a file for each layer when asked."""

import io
import os
import re
import zlib
from base64 import a85decode
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from taureau.document import Drawing, Layer, load_svg
from taureau.export import Export, ExportError, Margins, file_bytes, format_of, picture_file, planned, write

from tests.export.drawings import ARCH, DRAWING
from tests.export.reading import darkness


@pytest.mark.parametrize("kind", ["svg", "pdf", "png", "webp"])
def test_the_same_request_gives_the_same_bytes(kind: str) -> None:
    export = Export(format=kind, paper="a5", margins=Margins.even(5))  # type: ignore[arg-type]
    plan = planned(DRAWING, export, Path("bull"))
    assert file_bytes(plan.sheets[0].drawing, plan) == file_bytes(plan.sheets[0].drawing, plan)


def test_curves_of_a_pdf_stay_cubics() -> None:
    plan = planned(DRAWING, Export(format="pdf"), Path("bull.pdf"))
    data = file_bytes(plan.sheets[0].drawing, plan)
    packed = re.search(rb"stream\n(.*?)~>endstream", data, re.DOTALL)
    assert packed is not None
    page = zlib.decompress(a85decode(packed[1])).decode()
    assert (
        len(re.findall(r" c\b", page))
        == sum(stroke.curve.segment_count for stroke in plan.sheets[0].drawing.strokes)
        == 4
    )
    assert not re.search(r" l\b", page)
    assert "1 J" in page  # round caps
    assert "1 j" in page
    (x, y), *_ = ARCH.points.tolist()
    assert f"{x:g} {y:g} m" in page
    assert b"/CA .5" in data  # the opacity
    assert b"2000" in re.search(rb"/CreationDate \((.*?)\)", data)[1]  # type: ignore[index]


@pytest.mark.parametrize("kind", ["png", "webp"])
def test_paper_or_none(kind: str) -> None:
    for transparent, corner in ((True, (0, 0)), (False, (255, 255))):
        export = Export(format=kind, dpi=96, transparent=transparent)  # type: ignore[arg-type]
        plan = planned(DRAWING, export, Path("bull"))
        with Image.open(io.BytesIO(file_bytes(plan.sheets[0].drawing, plan))) as picture:
            alpha = picture.convert("RGBA").getpixel((0, 0))[3]
            assert (alpha, picture.convert("RGBA").getpixel((0, 0))[0] if alpha else 255)[0] == corner[0]
            red = picture.convert("RGBA").getpixel((100, 20))
            assert red[0] > 1.5 * red[1] or red[3] == pytest.approx(128, abs=2)


def test_bands_leave_no_seams(monkeypatch: pytest.MonkeyPatch) -> None:
    plan = planned(DRAWING, Export(format="png", dpi=300), Path("bull"))
    pictures = []
    for band in (10_000, 10**9):
        monkeypatch.setattr(picture_file, "_BAND", band)
        pictures.append(darkness(Image.open(io.BytesIO(file_bytes(plan.sheets[0].drawing, plan)))))
    assert pictures[0].max() > 0.5
    difference = np.abs(pictures[0] - pictures[1])
    assert difference.max() < 0.3  # one sample of an edge's four; a row too many or too few would differ by all
    assert difference.mean() < 0.002


def test_a_file_for_each_layer_on_the_same_page(tmp_path: Path) -> None:
    plan = planned(DRAWING, Export(layer_files=True, size_mm=100), tmp_path / "bull.svg")
    write(plan)
    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == ["bull-1-Lines.svg", "bull-2-Shade.svg", "bull-3-reference.svg"]
    whole = planned(DRAWING, Export(size_mm=100), tmp_path / "whole.svg").sheets[0].drawing
    for name, layer in zip(names, whole.layers, strict=True):
        read = load_svg(tmp_path / name)
        assert (read.width, read.height) == (whole.width, whole.height)
        assert list(read.strokes) == list(layer.strokes)
    assert plan.stroke_count == 4


def test_names_of_layers_are_made_fit_for_files(tmp_path: Path) -> None:
    layers = tuple(Layer(name, DRAWING.layers[0].strokes) for name in ("../../etc", "", "Späte Linien / 2", "x" * 300))
    plan = planned(Drawing(10, 10, layers), Export(layer_files=True), tmp_path / "a.svg")
    assert [sheet.path.parent for sheet in plan.sheets] == [tmp_path] * 4
    assert [sheet.path.name for sheet in plan.sheets][:3] == ["a-1-etc.svg", "a-2.svg", "a-3-Späte-Linien-2.svg"]
    write(plan)


def test_layers_without_strokes_make_no_files() -> None:
    with pytest.raises(ExportError, match="no visible layer has a stroke"):
        planned(Drawing(10, 10, (Layer("a"),)), Export(layer_files=True), Path("a.svg"))


@pytest.mark.parametrize(
    ("export", "says"),
    [
        (Export(format="png", size_mm=5000), "pixels is too large"),
        (Export(format="webp", size_mm=1400, side="width", area="ink", selection=frozenset({1})), "at most 16383"),
        (Export(format="pdf", size_mm=5100), "at most 5080 mm"),
    ],
)
def test_what_a_format_cannot_hold(export: Export, says: str, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=says):
        write(planned(DRAWING, export, tmp_path / "bull"))
    assert not list(tmp_path.iterdir())


def test_a_disk_that_fails_leaves_what_was_there(tmp_path: Path) -> None:
    (tmp_path / "bull-2-Shade.svg").mkdir()
    with pytest.raises(ExportError, match=r"is not a file; choose another name\. Written before: bull-1-Lines\.svg\."):
        write(planned(DRAWING, Export(layer_files=True), tmp_path / "bull.svg"))
    assert not [name for name in os.listdir(tmp_path) if name.endswith(".part")]


def test_the_format_is_in_the_name() -> None:
    assert [format_of(Path(name)) for name in ("a.svg", "b.PDF", "c.x.png", "d.webp")] == ["svg", "pdf", "png", "webp"]
    for name in ("a", "a.jpg", "svg"):
        with pytest.raises(ExportError, match=r"names no format: end it with"):
            format_of(Path(name))
