"""The drawing on its page: sizes, margins, what is left out, what is refused."""

import math
from dataclasses import replace

import pytest
from taureau.document import MM_PER_PX, Drawing, Layer, Stroke, bare, in_look, rounded
from taureau.export import Export, ExportError, Margins, Paper, composed, paper_of
from taureau.geometry import Curve, bounds

from tests.export.drawings import ARCH, DRAWING, LINE


def size(export: Export, drawing: Drawing = DRAWING) -> tuple[float, float]:
    composition = composed(drawing, export)
    return composition.width_mm, composition.height_mm


def test_without_a_size_a_drawing_keeps_its_own() -> None:
    assert size(Export()) == pytest.approx((200 * MM_PER_PX, 150 * MM_PER_PX), abs=1e-3)
    kept = composed(DRAWING, Export()).drawing.layers
    assert kept == rounded(bare(replace(DRAWING, layers=DRAWING.layers[:2] + DRAWING.layers[3:]))).layers


@pytest.mark.parametrize(
    ("export", "wanted"),
    [
        (Export(size_mm=120), (120, 90)),
        (Export(size_mm=120, side="width"), (120, 90)),
        (Export(size_mm=120, side="height"), (160, 120)),
        (Export(size_mm=120, margins=Margins.even(10)), (140, 110)),
        (Export(size_mm=120, margins=Margins(1, 2, 3, 4)), (126, 94)),
        (Export(size_mm=120, profile="illustrator"), (120, 90)),
        (Export(size_px=960, profile="web"), (254, 190.5)),
        (Export(format="png", size_px=600), (50.8, 38.1)),
        (Export(format="png", size_px=600, dpi=600), (25.4, 19.05)),
        (Export(format="png", size_px=600, size_mm=100), (100, 75)),
        (Export(paper="a4"), (297, 210)),
        (Export(paper="a4", orientation="portrait"), (210, 297)),
        (Export(paper="a3", size_mm=50), (420, 297)),
        (Export(paper="letter"), (279.4, 215.9)),
        (Export(paper="legal"), (355.6, 215.9)),
        (Export(paper="tabloid", orientation="portrait"), (279.4, 431.8)),
        (Export(paper="a6"), (148, 105)),
        (Export(paper="a2"), (594, 420)),
        (Export(paper="a1", orientation="portrait"), (594, 841)),
        (Export(paper=(100, 300)), (100, 300)),
        (Export(paper=(100, 300), orientation="landscape"), (300, 100)),
        (Export(paper="a5", orientation="landscape"), (210, 148)),
    ],
)
def test_the_page_measures_what_was_asked_for(export: Export, wanted: tuple[float, float]) -> None:
    assert size(export) == pytest.approx(wanted, abs=2e-3)


def test_the_picture_is_centred_and_fills_what_the_margins_leave() -> None:
    composition = composed(DRAWING, Export(paper="a4", margins=Margins(10, 20, 30, 40)))
    free, picture = composition.free, composition.picture
    assert (free.left * MM_PER_PX, free.top * MM_PER_PX) == pytest.approx((40, 10))
    assert (free.width * MM_PER_PX, free.height * MM_PER_PX) == pytest.approx((237, 170))
    assert picture.center == pytest.approx(free.center)
    assert picture.height == pytest.approx(free.height)
    assert picture.width / picture.height == pytest.approx(200 / 150)
    arch = next(composition.drawing.strokes)
    grown = picture.width / 200
    assert arch.width == pytest.approx(4 * grown, abs=1e-3)
    assert arch.curve.start == pytest.approx((picture.left + 20 * grown, picture.top + 30 * grown), abs=1e-3)


def test_a_crop_measures_the_ink_and_the_pen() -> None:
    for export in (Export(area="ink", size_mm=100), Export(area="ink", size_mm=100, pen_mm=2)):
        composition = composed(DRAWING, export)
        boxes = [bounds(stroke.curve).grown(stroke.width / 2) for stroke in composition.drawing.strokes]
        assert max(box.right for box in boxes) - min(box.left for box in boxes) == pytest.approx(
            100 / MM_PER_PX, abs=0.01
        )
        assert min(box.top for box in boxes) == pytest.approx(0, abs=0.01)
        assert max(box.bottom for box in boxes) == pytest.approx(composition.drawing.height, abs=0.01)


def test_a_selection_is_measured_by_its_ink() -> None:
    composition = composed(DRAWING, Export(selection=frozenset({1})))
    assert [layer.name for layer in composition.drawing.layers] == ["Lines"]
    assert composition.drawing.stroke_count == 1
    assert (composition.drawing.width, composition.drawing.height) == pytest.approx((166, 6))
    assert [stroke.color for stroke in composition.drawing.strokes] == ["#aa0000"]


def test_hidden_layers_stay_behind_or_stay_hidden() -> None:
    assert [layer.name for layer in composed(DRAWING, Export()).drawing.layers] == ["Lines", "Shade", "%reference"]
    kept = composed(DRAWING, Export(hidden=True)).drawing.layers
    assert [(layer.name, layer.visible) for layer in kept][2] == ("Draft", False)


def test_a_pen_of_one_width() -> None:
    drawing = composed(DRAWING, Export(size_mm=300, pen_mm=0.5)).drawing
    assert {round(stroke.width * MM_PER_PX, 3) for stroke in drawing.strokes} == {0.5}


def test_a_look_changes_the_pens_and_leaves_the_lines() -> None:
    drawn, looked = (composed(DRAWING, Export(look=look)).drawing for look in ("ink", "marker"))
    assert [stroke.curve for stroke in looked.strokes] == [stroke.curve for stroke in drawn.strokes]
    assert looked == rounded(in_look(drawn, "marker"))
    assert looked != drawn


def test_the_drawing_alone_is_exported() -> None:
    drawing = composed(DRAWING, Export()).drawing
    assert not drawing.facts
    assert all(stroke.gain is None for stroke in drawing.strokes)


def test_rounding_is_already_done() -> None:
    coarse = composed(DRAWING, Export(size_mm=77, decimals=0)).drawing
    assert all(float(value).is_integer() for stroke in coarse.strokes for value in stroke.curve.points.flat)


def test_strokes_that_leave_the_page_are_counted() -> None:
    far = Stroke(Curve.line([0, 0], [300, 0]), 1.0)
    drawing = Drawing(200, 100, (Layer("a", (far, Stroke(LINE, 1.0))),))
    assert composed(drawing, Export()).over_the_edge == 1
    assert composed(drawing, Export(area="ink")).over_the_edge == 0


def test_a_dot_and_an_empty_drawing() -> None:
    dot = Drawing(100, 100, (Layer("a", (Stroke(Curve.line([50, 50], [50, 50]), 4.0),)),))
    assert size(Export(area="ink", pen_mm=1), dot) == pytest.approx((1, 1), abs=1e-3)
    assert size(Export(area="ink", size_mm=20), dot) == pytest.approx((20, 20), abs=1e-3)
    assert size(Export(size_mm=50), Drawing(100, 50)) == pytest.approx((50, 25), abs=1e-3)


@pytest.mark.parametrize(
    ("export", "says"),
    [
        (Export(paper="a4", size_mm=290, margins=Margins.even(10)), "too large, for the page leaves 277.0 × 190.0 mm"),
        (Export(paper="a5", margins=Margins.even(80)), "the margins leave no room"),
        (Export(selection=frozenset()), "no visible stroke is chosen"),
        (Export(selection=frozenset({3})), "no visible stroke is chosen"),
        (Export(area="ink", size_mm=3, pen_mm=4), "too wide for this size"),
        (
            Export(profile="plotter", paper="a4", pen_mm=210),
            "the pen of 210.0 mm is wider than the page of 297.0 × 210",
        ),
    ],
)
def test_what_has_no_room_is_refused(export: Export, says: str) -> None:
    with pytest.raises(ExportError, match=says):
        composed(DRAWING, export)


def test_ink_that_is_not_there_and_numbers_that_no_file_holds() -> None:
    with pytest.raises(ExportError, match="no visible stroke"):
        composed(Drawing(10, 10), Export(area="ink"))
    wild = replace(DRAWING, layers=(Layer("a", (Stroke(ARCH, math.nan),)),))
    with pytest.raises(ExportError, match="a stroke's width is nan"):
        composed(wild, Export())


@pytest.mark.parametrize(
    ("text", "paper"),
    [
        ("a3", "a3"),
        ("Letter", "letter"),
        ("200x300", (200, 300)),
        ("8.5 x 11 in", (215.9, 279.4)),
        ("50×40mm", (50, 40)),
    ],
)
def test_pages_by_name_and_by_size(text: str, paper: Paper) -> None:
    named = paper_of(text)
    assert named == (paper if isinstance(paper, str) else pytest.approx(paper))


@pytest.mark.parametrize("text", ["a7", "", "200", "200x", "-1x5", "nanxnan", "1e3x5", "9x9furlongs", "1x" * 99])
def test_pages_that_are_none(text: str) -> None:
    with pytest.raises(ExportError, match="a page is one of fit, a6"):
        paper_of(text)


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ({"size_mm": 0}, "The size must be more than 0"),
        ({"size_mm": math.nan}, "The size must be more than 0"),
        ({"pen_mm": -1}, "The pen's width must be"),
        ({"dpi": 1e6, "format": "png"}, "The resolution must be"),
        ({"margins": Margins.even(-1)}, "a margin must be"),
        ({"margins": Margins.even(math.inf)}, "a margin must be"),
        ({"paper": (0, 100)}, "a page's sides must be more than 0"),
        ({"paper": (100, math.nan)}, "a page's sides must be more than 0"),
        ({"decimals": 9}, "the decimals must be from 0 to 6"),
        ({"look": "crayon"}, "there is no look 'crayon': choose ink"),
        ({"size_px": 100}, "a size in px is for PNG, WebP"),
        ({"size_px": 100, "format": "png", "paper": "a4"}, "for a page that fits"),
        ({"size_px": 100, "format": "png", "size_mm": 9, "dpi": 9}, "two make the third"),
        ({"size_px": 100, "profile": "web", "size_mm": 9}, "not both"),
        ({"dpi": 300}, "a resolution is for PNG and WebP"),
        ({"transparent": True}, "only PNG and WebP"),
        ({"sort_travel": True}, "for the plotter profile"),
        ({"sort_travel": True, "profile": "plotter", "format": "pdf"}, "for the plotter profile"),
        ({"hidden": True, "format": "pdf"}, "hidden layers can only be kept"),
        ({"hidden": True, "layer_files": True}, "no place for hidden ones"),
    ],
)
def test_requests_that_make_no_sense(asked: dict[str, object], says: str) -> None:
    with pytest.raises(ExportError, match=says):
        Export(**asked)  # type: ignore[arg-type]
