"""The photo kept in a drawing's file: it comes back byte for byte, and nothing else passes for one."""

from __future__ import annotations

import base64
from io import BytesIO

import pytest
from PIL import Image
from taureau.document import DocumentError, Drawing, Layer, Reference, drawing_to_svg, read_svg
from taureau.document.svg.reference import MAX_REFERENCE_BYTES

from tests.session.sketches import drawing


def jpeg(color: str = "red") -> bytes:
    buffer = BytesIO()
    Image.new("RGB", (12, 8), color).save(buffer, "JPEG")
    return buffer.getvalue()


def read(tmp_path, svg: str):
    (tmp_path / "a.svg").write_text(svg, encoding="utf-8")
    content = read_svg(tmp_path / "a.svg")
    return content.drawing, content.reference


def uri(data: bytes, kind: str = "jpeg") -> str:
    return f"data:image/{kind};base64,{base64.b64encode(data).decode()}"


def with_image(href: str, *, label: str = "%reference", beside: str = "") -> str:
    ink = "http://www.inkscape.org/namespaces/inkscape"
    layer = f'<g inkscape:groupmode="layer" inkscape:label="{label}"><image href="{href}"/>{beside}</g>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="{ink}" width="9" height="9">{layer}</svg>'


@pytest.mark.parametrize("name", ["duck.jpg", "", 'a "b" <&> ü\n\x00.jpg', "x" * 500])
def test_it_comes_back_and_is_written_the_same(tmp_path, name):
    svg = drawing_to_svg(drawing(3), reference=Reference(jpeg(), name))
    back, reference = read(tmp_path, svg)
    assert reference.data == jpeg()
    assert reference.name == name.replace("\n", "").replace("\x00", "")[:200]
    assert [layer.name for layer in back.layers] == ["Drawing"]
    assert drawing_to_svg(back, reference=reference) == svg


def test_it_lies_hidden_at_the_bottom_in_a_layer_that_plotters_skip():
    svg = drawing_to_svg(drawing(1), reference=Reference(jpeg(), "a.jpg"))
    layer = svg.index('inkscape:label="%reference"')
    assert layer < svg.index('inkscape:label="1-Drawing"')
    assert 'id="reference" display="none"' in svg


def test_layers_of_that_name_that_hold_strokes_or_nothing_stay_layers(tmp_path):
    named = Drawing(9, 9, (Layer("%reference", drawing(1).layers[0].strokes), Layer("%reference")))
    svg = drawing_to_svg(named, reference=Reference(jpeg(), "a.jpg"))
    back, reference = read(tmp_path, svg)
    assert [(layer.name, len(layer.strokes)) for layer in back.layers] == [("%reference", 1), ("%reference", 0)]
    assert drawing_to_svg(back, reference=reference) == svg


@pytest.mark.parametrize(
    "svg",
    [
        with_image(uri(b"<svg/>", "svg+xml")),
        with_image(uri(b"GIF89a......", "gif")),
        with_image(uri(b"no picture at all")),
        with_image("data:image/jpeg;base64,????"),
        with_image("data:image/jpeg,%FF%D8%FF"),
        with_image(uri(jpeg() + bytes(MAX_REFERENCE_BYTES))),
        with_image("#elsewhere"),
        with_image(uri(jpeg()), label="photo"),
        with_image(uri(jpeg()), beside='<path d="M0 0L9 9" stroke="#000"/>'),
    ],
)
def test_nothing_else_passes_for_a_photo(tmp_path, svg):
    assert read(tmp_path, svg)[1] is None


def test_what_would_not_be_read_is_not_written():
    for data in (b"no picture", jpeg() + bytes(MAX_REFERENCE_BYTES)):
        with pytest.raises(DocumentError, match="save without it"):
            drawing_to_svg(drawing(1), reference=Reference(data, "a.jpg"))
