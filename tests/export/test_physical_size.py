"""Every format at the size that was asked for, to 0.1 mm: by parsing, and as renderers see it."""

import io
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import numpy as np
import pypdfium2
import pytest
from PIL import Image
from taureau.export import Export, Margins, Plan, file_bytes, planned

from tests.export.drawings import DRAWING
from tests.export.reading import darkness, inked_mm, rendered, size_mm

# The ink of DRAWING at 160 mm for its 200 px, with margins of 10 mm: 0.8 mm for each px.
INK = (10 + 17 * 0.8, 10 + 17 * 0.8, 10 + 183 * 0.8, 10 + 132 * 0.8)
PAGE = (180, 140)
MARGINS = Margins.even(10)


def made(export: Export) -> tuple[bytes, Plan]:
    plan = planned(DRAWING, export, Path("out"))
    return file_bytes(plan.sheets[0].drawing, plan), plan


@pytest.mark.parametrize("profile", ["web", "inkscape", "illustrator", "plotter"])
def test_svg(profile: str) -> None:
    svg, _ = made(Export(profile=profile, size_mm=160, margins=MARGINS))  # type: ignore[arg-type]
    assert size_mm(svg) == pytest.approx(PAGE, abs=0.1)
    for dpi in (96, 254):
        picture = rendered(svg, dpi)
        if profile == "web":
            dpi = 96  # a px is a px
        height, width = picture.shape
        assert (width / dpi * 25.4, height / dpi * 25.4) == pytest.approx(PAGE, abs=0.1 + 12.7 / dpi)
        assert inked_mm(picture, dpi) == pytest.approx(INK, abs=25.4 / dpi)


@pytest.mark.parametrize(
    ("profile", "ending", "unit_mm"),
    [("web", "", 25.4 / 96), ("inkscape", "mm", 25.4 / 96), ("illustrator", "pt", 25.4 / 72)],
)
def test_units_of_the_profiles(profile: str, ending: str, unit_mm: float) -> None:
    svg, _ = made(Export(profile=profile, size_mm=160, margins=MARGINS))  # type: ignore[arg-type]
    root = ET.fromstring(svg)
    number, unit = re.fullmatch(r"([\d.]+)([a-z]*)", root.get("width", "")).groups()  # type: ignore[union-attr]
    assert unit == ending
    assert float(number) * {"": 25.4 / 96, "mm": 1, "pt": 25.4 / 72}[unit] == pytest.approx(180, abs=0.01)
    box = [float(part) for part in root.get("viewBox", "").split()]
    assert box == pytest.approx([0, 0, 180 / unit_mm, 140 / unit_mm], abs=0.01)
    first = root.find(".//{http://www.w3.org/2000/svg}path")
    assert first is not None
    x, y = (float(part) for part in first.get("d", "")[1:].split()[0].split(","))
    assert (x * unit_mm, y * unit_mm) == pytest.approx((10 + 20 * 0.8, 10 + 30 * 0.8), abs=0.01)
    assert float(first.get("stroke-width", "")) * unit_mm == pytest.approx(4 * 0.8, abs=0.01)


def test_pdf() -> None:
    data, plan = made(Export(format="pdf", size_mm=160, margins=MARGINS))
    document = pypdfium2.PdfDocument(data)
    assert len(document) == 1
    width, height = document[0].get_size()
    assert (width / 72 * 25.4, height / 72 * 25.4) == pytest.approx(PAGE, abs=0.01)
    picture = darkness(document[0].render(scale=254 / 72).to_pil())
    assert inked_mm(picture, 254) == pytest.approx(INK, abs=0.1)
    assert plan.stroke_count == 4


def test_a_pdf_is_the_picture_that_resvg_draws() -> None:
    inch = 25.4  # sides that are whole at 200 dpi, for readers round them up
    asked = {"size_mm": 7 * inch, "margins": Margins.even(0.25 * inch)}
    picture = darkness(pypdfium2.PdfDocument(made(Export("pdf", **asked))[0])[0].render(scale=200 / 72).to_pil())
    other = rendered(made(Export(**asked))[0], 200)
    assert picture.shape == other.shape == (1150, 1500)
    assert np.abs(picture - other).mean() < 0.001 < 0.05 < other.mean()


@pytest.mark.parametrize("kind", ["png", "webp"])
@pytest.mark.parametrize("dpi", [150, 254])
def test_pictures(kind: str, dpi: int) -> None:
    data, plan = made(Export(format=kind, size_mm=160, margins=MARGINS, dpi=dpi))  # type: ignore[arg-type]
    with Image.open(io.BytesIO(data)) as picture:
        assert picture.format == kind.upper()
        assert picture.mode == "RGB"
        assert picture.size == plan.composition.pixel_size
        assert [side / dpi * 25.4 for side in picture.size] == pytest.approx(PAGE, abs=0.1)
        assert inked_mm(darkness(picture), dpi) == pytest.approx(INK, abs=25.4 / dpi)
        stated = picture.info["dpi"] if kind == "png" else (picture.getexif()[282], picture.getexif()[283])
        assert [float(value) for value in stated] == pytest.approx([dpi, dpi], abs=0.02)
