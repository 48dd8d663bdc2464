"""What a plotter gets: a layer for each pen, numbers that its programs read, a short way between strokes."""

import random
import re
from collections.abc import Sequence
from xml.etree import ElementTree as ET

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from taureau.document import Drawing, Layer, Stroke
from taureau.export import Export, composed
from taureau.export.svg_file import svg_bytes
from taureau.export.travel import travel
from taureau.geometry import Curve

from tests.export.drawings import DRAWING

LABEL = "{http://www.inkscape.org/namespaces/inkscape}label"
PLOTTER = Export(profile="plotter", size_mm=200)


def labels(svg: bytes) -> list[str]:
    return [group.get(LABEL, "") for group in ET.fromstring(svg) if group.tag.endswith("}g")]


def vpype_layers(svg: bytes) -> list[int]:
    """The layer that each top-level group goes to by vpype's documented rule: the first digits in its label."""
    return [int(re.search(r"\d+", label)[0]) for label in labels(svg)]  # type: ignore[index]


def scattered(count: int, seed: int) -> tuple[Stroke, ...]:
    dice = random.Random(seed)
    points = ([dice.uniform(0, 500), dice.uniform(0, 500)] for _ in range(2 * count))
    return tuple(Stroke(Curve.line(start, end), 1.0) for start, end in zip(points, points, strict=False))


def identity(stroke: Stroke) -> frozenset[bytes]:
    """The stroke whichever way it is drawn."""
    return frozenset({stroke.curve.points.tobytes(), stroke.curve.reversed().points.tobytes()})


def test_a_layer_for_each_pen_in_the_order_of_need() -> None:
    svg = svg_bytes(composed(DRAWING, PLOTTER).drawing, PLOTTER)
    assert labels(svg) == ["1-#141414 4 mm", "2-#aa0000 6 mm", "%3-reference"]
    assert [len(layer.strokes) for layer in composed(DRAWING, PLOTTER).drawing.layers] == [2, 1, 1]


def test_the_drawings_own_layers_when_preferred() -> None:
    export = Export(profile="plotter", pens=False)
    svg = svg_bytes(composed(DRAWING, export).drawing, export)
    assert labels(svg) == ["1-Lines", "2-Shade", "%3-reference"]


def test_one_pen_for_all_makes_a_layer_for_each_colour() -> None:
    export = Export(profile="plotter", pen_mm=0.3)
    names = [layer.name for layer in composed(DRAWING, export).drawing.layers]
    assert names == ["#141414 0.3 mm", "#aa0000 0.3 mm", "%3-reference"]


@given(st.lists(st.sampled_from(["a", "3-b", "%7 c", "%", "2", "12 monkeys"]), min_size=1, max_size=6))
def test_numbers_are_unique_whatever_layers_are_called(names: list[str]) -> None:
    stroke = Stroke(Curve.line([1, 1], [9, 9]), 1.0)
    drawing = Drawing(10, 10, tuple(Layer(name, (stroke,)) for name in names))
    for export in (PLOTTER, Export(profile="plotter", pens=False)):
        numbers = vpype_layers(svg_bytes(composed(drawing, export).drawing, export))
        assert len(set(numbers)) == len(numbers)
        assert numbers == sorted(numbers)


def strokes_of(drawing: Drawing) -> Sequence[Sequence[Stroke]]:
    return [layer.strokes for layer in drawing.layers]


@given(st.integers(1, 60), st.integers(0, 10**6))
@settings(max_examples=30, deadline=None)
def test_sorting_keeps_every_stroke_in_its_layer_and_never_travels_further(count: int, seed: int) -> None:
    strokes = scattered(count, seed)
    drawing = Drawing(500, 500, (Layer("a", strokes[::2]), Layer("b", strokes[1::2]), Layer("%c", strokes[:3])))
    plain = composed(drawing, Export(profile="plotter", pens=False)).drawing
    short = composed(drawing, Export(profile="plotter", pens=False, sort_travel=True)).drawing
    for before, after in zip(strokes_of(plain), strokes_of(short), strict=True):
        assert sorted(map(hash, map(identity, before))) == sorted(map(hash, map(identity, after)))
    assert strokes_of(plain)[2] == strokes_of(short)[2]
    assert travel(strokes_of(short)[0], np.zeros(2)) <= travel(strokes_of(plain)[0], np.zeros(2))


def test_sorting_saves_most_of_the_way() -> None:
    strokes = scattered(200, 1)
    drawing = Drawing(500, 500, (Layer("a", strokes),))
    short = composed(drawing, Export(profile="plotter", sort_travel=True)).drawing.layers[0].strokes
    assert travel(short, np.zeros(2)) < 0.2 * travel(strokes, np.zeros(2))


def test_a_line_drawn_backwards_is_turned_round() -> None:
    away = Stroke(Curve.line([100, 0], [10, 0]), 1.0)
    drawing = Drawing(200, 100, (Layer("a", (away,)),))
    (short,) = composed(drawing, Export(profile="plotter", sort_travel=True)).drawing.strokes
    assert tuple(short.curve.start) == (10, 0)


def test_vpype_reads_the_layers_as_layers(tmp_path) -> None:
    vpype = pytest.importorskip("vpype")
    path = tmp_path / "plot.svg"
    path.write_bytes(svg_bytes(composed(DRAWING, PLOTTER).drawing, PLOTTER))
    document = vpype.read_multilayer_svg(str(path), quantization=0.1)
    assert {number: len(layer) for number, layer in document.layers.items()} == {1: 2, 2: 1, 3: 1}
    assert document.page_size == pytest.approx((200 / 25.4 * 96, 150 / 25.4 * 96), abs=0.01)


def test_what_cannot_be_seen_is_not_plotted() -> None:
    lines = tuple(
        Stroke(Curve.line([10, y], [90, y]), 1.0, opacity=opacity) for y, opacity in ((10, 0), (20, 1e-4), (30, 0.5))
    )
    area = Stroke(Curve.line([10, 50], [90, 50]), 1.0, filled=True)
    drawing = Drawing(100, 100, (Layer("a", (*lines, area)),))
    composition = composed(drawing, PLOTTER)
    assert [stroke.opacity for stroke in composition.drawing.strokes] == [0.5]
    assert (composition.unseen, composition.areas) == (2, 1)
    assert composed(drawing, Export()).drawing.stroke_count == 4


def test_progress_of_sorting_is_told() -> None:
    told: list[float] = []
    composed(
        Drawing(500, 500, (Layer("a", scattered(200, 2)),)), Export(profile="plotter", sort_travel=True), told.append
    )
    assert told == sorted(told)
    assert (told[0], told[-1]) == (0, 1)
