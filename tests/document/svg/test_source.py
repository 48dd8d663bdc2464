"""Encodings, entities, namespaces, and whether a file is an SVG at all."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from taureau.document import is_svg, load_svg, svg_to_drawing

from tests.document.svg.reading import only


def test_a_plain_file_in_other_encodings(tmp_path: Path) -> None:
    line = '<path stroke="red" d="M1 1L2 2"/>'
    text = f'<?xml version="1.0" encoding="{{}}"?><svg width="9" height="9"><g id="é"/>{line}</svg>'
    for encoding in ("utf-8", "utf-16", "latin-1"):
        data = text.format(encoding).encode(encoding)
        assert svg_to_drawing(data).stroke_count == 1
        assert svg_to_drawing(data.decode(encoding)).stroke_count == 1
        (tmp_path / "a.svgz").write_bytes(gzip.compress(data))
        assert load_svg(tmp_path / "a.svgz").stroke_count == 1


@pytest.mark.parametrize("name", ["GBK", "gb18030", "Shift_JIS", "EUC-KR", "Big5", "KOI8-R", "UTF-16LE"])
def test_encodings_of_the_web(name: str) -> None:
    word = {"KOI8-R": "бык", "EUC-KR": "황소", "Shift_JIS": "おうし"}.get(name, "公牛")
    layer = f'<g xmlns:i="http://www.inkscape.org/namespaces/inkscape" i:groupmode="layer" i:label="{word}"/>'
    text = f'<?xml version="1.0" encoding="{name}"?><svg width="9" height="9">{layer}</svg>'
    assert [one.name for one in svg_to_drawing(text.encode(name.lower())).layers] == [word]


@pytest.mark.parametrize(
    "data",
    [
        b'\n \xef\xbb\xbf <?xml version="1.0"?><svg><path stroke="red" d="M1 1L2 2"/></svg>',
        b'<?xml version="1.0" encoding="utf-16"?><svg><path stroke="red" d="M1 1L2 2"/></svg>',  # as .NET writes it
        b'<?xml version="1.0" encoding="klingon"?><svg><path stroke="red" d="M1 1L2 2"/></svg>',
        b'<svg><title>caf\xe9 \x01 &#x1f; & co</title><path stroke="red" d="M1 1L2 2"/></svg>',
        b'<svg><title>a&nbsp;b &LT; &hearts;</title><path stroke="red" d="M1 1L2 2"/></svg>\0\0',
        b'<svg><style><![CDATA[/* & &foo; */ path{stroke:red}]]></style><!-- &bar; --><path d="M1 1L2 2"/></svg>',
        b'<svg><g inkscape:label="a" x:y="b"><path stroke="red" d="M1 1L2 2"/></g></svg>',
        b'<svg:svg xmlns:svg="http://www.w3.org/2000/svg"><svg:path stroke="red" d="M1 1L2 2"/></svg:svg>',
        b'<!-- <svg a:b=""> --><svg b=">"><path a:b="c" stroke="red" d="M1 1L2 2"/></svg>',
        b'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "a.dtd"><svg><path stroke="red" d="M1 1L2 2"/></svg>',
        b"<!DOCTYPE svg [<!ATTLIST svg a CDATA #FIXED 'x>'>]><svg><path stroke='red' d='M1 1H2'/></svg>",
        b"<!DOCTYPE svg [<!ENTITY p \"<path stroke='red' d='M1 1H2'/>\">]><svg>&p;</svg>",
        b"<!DOCTYPE svg [<!ENTITY s 'stroke:red;font:\"a\"'>]><svg><path style=\"&s;\" d='M1 1L2 2'/></svg>",
    ],
)
def test_what_other_parsers_call_damaged(data: bytes) -> None:
    assert only(svg_to_drawing(data)).color == "#ff0000"
    assert is_svg(data)


def test_an_undeclared_xlink_is_a_reference() -> None:
    body = '<defs><path id="a" d="M1 1L9 9" stroke="red"/></defs><use xlink:href="#a"/>'
    assert only(svg_to_drawing(f"<svg>{body}</svg>")).color == "#ff0000"


@pytest.mark.parametrize(
    "data", [b"", b"\x1f\x8bxx", b"<html><svg/></html>", b"GIF89a<svg>", b"<!-- <svg> -->", b"a <svg/>"]
)
def test_what_is_no_svg(data: bytes) -> None:
    assert not is_svg(data)
    assert not is_svg(gzip.compress(data))
