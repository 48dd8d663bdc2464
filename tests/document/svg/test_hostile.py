"""SVG that is broken or means harm: one line each, soon, and nothing is fetched."""

import gzip
import os
import socket
import subprocess
import sys
import tracemalloc
from pathlib import Path

import pytest
from taureau.document import DocumentError, load_svg, read_svg, svg_to_drawing
from taureau.document.svg.reader import svg_content
from taureau.document.svg.terms import MAX_BYTES

OPEN = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9" height="9">'


def svg(body: str) -> str:
    return f"{OPEN}{body}</svg>"


def path(d: str, attributes: str = "") -> str:
    return svg(f'<path stroke="red" d="{d}" {attributes}/>')


def _entity(number: int) -> str:
    return f"&l{number};"


def _use(number: int) -> str:
    return _use_of(f"l{number}")


def _use_of(name: str) -> str:
    return f'<use href="#{name}"/>'


def laughs() -> str:
    entities = "".join(f'<!ENTITY l{n} "{10 * _entity(n - 1)}">' for n in range(1, 10))
    return f'<!DOCTYPE svg [<!ENTITY l0 "lol">{entities}]><svg><desc>&l9;</desc></svg>'


def remembered(content: str) -> str:
    return f'<metadata xmlns:t="urn:taureau:drawing:1"><t:drawing>{content}</t:drawing></metadata>'


def doubled_by_use() -> str:
    groups = "".join(f'<g id="l{n}">{2 * _use(n - 1)}</g>' for n in range(1, 16))
    return svg(f'<path id="l0" stroke="red" d="M0 0L1 1"/>{groups}')


def laughs_by_use() -> str:
    groups = "".join(f'<g id="l{n}">{10 * _use(n - 1)}</g>' for n in range(1, 30))
    return svg(f'<path id="l0" stroke="red" d="M0 0L1 1"/>{groups}')


HOSTILE = {
    "billion laughs": (laughs, "declares XML entities"),
    "external entity": (
        lambda: '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg><desc>&x;</desc></svg>',
        "declares XML entities",
    ),
    "external parameter entity": (
        lambda: '<!DOCTYPE svg [<!ENTITY % x SYSTEM "http://127.0.0.1:9/x"> %x;]><svg/>',
        "declares XML entities",
    ),
    "laughs by use": (laughs_by_use, "draws more than 100,000 elements"),
    "an entity in an entity": (
        lambda: '<!DOCTYPE svg [<!ENTITY a "x"><!ENTITY b "&a;&a;">]><svg><desc>&b;</desc></svg>',
        "declares XML entities that are nested",
    ),
    "a long entity": (lambda: f'<!DOCTYPE svg [<!ENTITY a "{"x" * 2000}">]><svg/>', "too long or too many"),
    "a thousand entities": (
        lambda: "<!DOCTYPE svg [" + "".join(f"<!ENTITY a{n} 'x'>" for n in range(1000)) + "]><svg/>",
        "too long or too many",
    ),
    "an entity put in for ever": (
        lambda: f'<!DOCTYPE svg [<!ENTITY a "{"x" * 1000}">]><svg><desc>{"&a;" * 2_000_000}</desc></svg>',
        "too long or too many",
    ),
    "an entity that is not declared": (lambda: "<svg><desc>&bull-9;</desc></svg>", "the entity 'bull-9' without"),
    "a document type without end": (lambda: "<!DOCTYPE svg [<!-- " + "<svg>" * 100_000, "declares XML entities"),
    "doubled by use": (doubled_by_use, "draws more than 100,000"),
    "repeated by use": (
        lambda: svg(f'<g id="a">{"<path/>" * 200}</g>{_use_of("a") * 200}'),
        "repeats more than 20,000 elements",
    ),
    "nested 100,000 deep": (
        lambda: "<svg>" + "<g>" * 100_000 + "</g>" * 100_000 + "</svg>",
        "nests more than 100",
    ),
    "nested 100,000 deep by use": (
        lambda: svg("".join(f'<g id="g{n}"><use href="#g{n + 1}"/></g>' for n in range(30_000))),
        "nests more than 100",
    ),
    "a million elements": (lambda: svg("<g/>" * 1_000_000), "has more than 100,000 elements"),
    "a million segments": (lambda: path("M0 0" + "h1" * 1_000_000), "more than 100,000 curve segments"),
    "a million closings": (lambda: path("M0 0" + "l1 1z" * 1_000_000), "more than 100,000 curve segments"),
    "a million moves": (lambda: path("M0 0" * 1_000_000), "more than 100,000 curve segments"),
    "a million corners": (
        lambda: svg(f'<polygon stroke="red" points="{"1 " * 2_000_000}"/>'),
        "more than 100,000 curve segments",
    ),
    "many segments in many paths": (
        lambda: svg(f'<path stroke="red" d="M0 0{"h1" * 900}"/>' * 150),
        "more than 100,000 curve segments",
    ),
    "an infinite number": (lambda: path("M1e999 0L1 1"), "a number that is too large"),
    "a huge number": (lambda: path("M1e30 0L1 1"), "a number that is too large"),
    "a huge scale": (
        lambda: path("M1 1L2 2", 'transform="scale(1e300) scale(1e300)"'),
        "a number that is too large",
    ),
    "an endless turn": (lambda: path("M1 1L2 2", 'transform="rotate(1e999)"'), "a number that is too large"),
    "an endless skew": (
        lambda: path("M1 1L2 2", 'transform="skewX(1e999) skewY(1e999)"'),
        "a number that is too large",
    ),
    "a huge width": (lambda: path("M1 1L2 2", 'stroke-width="1e12"'), "a number that is too large"),
    "a huge sheet": (lambda: '<svg width="1e999" height="9"/>', "sheet is too large"),
    "a huge viewBox": (lambda: '<svg viewBox="0 0 1e12 1e12"/>', "sheet is too large"),
    "a tiny viewBox": (
        lambda: '<svg width="9" height="9" viewBox="0 0 1e-300 1e-300"><path stroke="red" d="M1 1L2 2"/></svg>',
        "a number that is too large",
    ),
    "a long transform": (
        lambda: path("M1 1L2 2", f'transform="{"matrix(" * 10_000}"'),
        "a transform that is too long",
    ),
    "cut off": (lambda: path("M1 1L2 2")[:-9], "is damaged or cut off"),
    "cut off in a tag": (lambda: "<svg", "is damaged or cut off"),
    "empty": (lambda: b"", "The file is empty"),
    "blank": (lambda: " \n\t ", "The file is empty"),
    "a photo": (lambda: b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40, "The file is not an SVG"),
    "text": (lambda: "Le Taureau", "The file is not an SVG"),
    "another XML": (lambda: "<html><svg/></html>", "XML but not SVG: it begins with <html>"),
    "another svg": (lambda: '<svg xmlns="urn:other"/>', "XML but not SVG"),
    "10 MB of noise": (lambda: bytes(range(256)) * 40_000, "The file is not an SVG"),
    "10 MB of brackets": (lambda: b"<" * 10_000_000, "The file is not an SVG"),
    "10 MB in one tag": (lambda: b"<svg " + b"a" * 10_000_000, "is damaged or cut off"),
    "too large": (lambda: b"<svg>" + b" " * MAX_BYTES, "larger than 32 MB"),
    "gzip bomb": (lambda: gzip.compress(b"<svg>" + b" " * (4 * MAX_BYTES), 1), "larger than 32 MB"),
    "cut off gzip": (lambda: gzip.compress(b"<svg/>" * 99)[:-20], "compressed SVG is cut off"),
    "broken gzip": (lambda: b"\x1f\x8b" + b"x" * 99, "compressed SVG is damaged"),
}


def never(*_: object, **__: object) -> None:
    raise AssertionError("the reader opened something")


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_are_refused_in_one_line(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    make, message = HOSTILE[name]
    data = make()
    with pytest.raises(DocumentError):
        svg_to_drawing("")  # whatever the reader imports is imported by now
    monkeypatch.setattr(socket, "socket", never)
    monkeypatch.setattr("builtins.open", never)
    with pytest.raises(DocumentError) as refusal:
        svg_to_drawing(data)
    assert message in str(refusal.value)
    assert "\n" not in str(refusal.value)
    assert len(str(refusal.value)) < 200


@pytest.mark.parametrize(
    ("outside", "left_out"),
    [
        ('<use xlink:href="http://127.0.0.1:9/a.svg#a"/>', ("parts of other files",)),
        ('<image href="file:///etc/passwd"/>', ("pictures",)),
        ('<script href="//x.org/a.js"/>', ()),
        ('<linearGradient id="g" href="other.svg#g"/>', ()),
        ('<style>@import url("http://127.0.0.1:9/a.css"); path{stroke:red}</style>', ("style sheets of other files",)),
        ('<image href="file:///etc/passwd" display="none"/>', ("hidden objects",)),
    ],
)
def test_what_lies_outside_is_left_out_and_named(
    outside: str, left_out: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.svg"
    file.write_text(svg(f'{outside}<path stroke="red" d="M0 0L1 1"/>'))
    read_svg(file)  # whatever the reader imports is imported by now
    data = file.read_bytes()
    monkeypatch.setattr(socket, "socket", never)
    monkeypatch.setattr("builtins.open", never)
    content = svg_content(data)
    assert content.left_out == left_out
    assert [stroke.color for stroke in content.drawing.strokes] == ["#ff0000"]


@pytest.mark.parametrize(
    ("selector", "body"),
    [
        ("a " + "g " * 20 + "path", "<g>" * 90 + "<path/>" * 99 + "</g>" * 90),
        ("x~path~path~path~path~a", "<path/>" * 500 + "<a/>" * 500),
        ("path:nth-last-of-type(3)", "<path/>" * 9000),
        ("g:has(a)", "<g><path/>" * 90 + "<path/>" * 60_000 + "</g>" * 90),
        ("[a]{stroke:red}" * 3000 + "[a]", "<path/>" * 9000),
    ],
    ids=["within", "siblings", "of type", "has", "all"],
)
def test_style_sheets_that_take_too_long_are_refused(selector: str, body: str) -> None:
    with pytest.raises(DocumentError, match="style sheet takes too long"):
        svg_to_drawing(svg(f"<style>{selector}{{stroke:red}}</style>{body}"))


@pytest.mark.parametrize(
    "sheet",
    [
        "/*" * 200_000,
        ".a," * 200_000 + "b{stroke:lime}",
        ":not(" * 300 + "a" + ")" * 300 + "{stroke:lime}",
        "".join(f".a{n}{{stroke:lime}}" for n in range(9000)),
        "(" * 100_000,
        "@media screen{" * 500,
        "path{stroke:" + "(" * 5000,
        "path{stroke-width:1e999}",
    ],
    ids=lambda sheet: sheet[:20],
)
def test_hostile_style_sheets_are_left_out(sheet: str) -> None:
    (stroke,) = svg_to_drawing(svg(f'<style>{sheet}</style><path class="b" stroke="red" d="M0 0L1 1"/>')).strokes
    assert (stroke.color, stroke.width) == ("#ff0000", 1)


def test_variables_that_grow_or_go_round_are_nothing() -> None:
    grown = ";".join(f"--v{n}:var(--v{n + 1}) var(--v{n + 1})" for n in range(60))
    sheet = (
        f"<style>:root{{{grown};--v60:red;--a:var(--b);--b:var(--a)}} path{{stroke:var(--v0);fill:var(--a)}}</style>"
    )
    assert svg_content(svg(f'{sheet}<g stroke="blue"><path d="M0 0L1 1"/></g>')).left_out == ()


@pytest.mark.parametrize(
    "body",
    [
        f'<path stroke="red" d="M0 0L{"," * 5_000_000}"/>',
        f'<path stroke="red" d="M{"1" * 5_000_000}"/>',
        f'<polyline stroke="red" points="{"1" * 5_000_000}"/>',
        f"<style>{'/*' * 2_500_000}</style>",
        f"<style>{'a' * 5_000_000}</style>",
        f"<style>{'a{' * 2_500_000}</style>",
        f"<style>{'.a,' * 500_000}b{{stroke:red}}</style>",
        f'<path stroke="rgb({"1" * 5_000_000}" d="M0 0L1 1" class="{"a " * 500_000}"/>',
        f'<path stroke="red" stroke-width="{"1" * 5_000_000}" d="M0 0L1 1"/>',
        f'<g viewBox="{"1 " * 2_500_000}" style="{"stroke:red;" * 300_000}"/>',
        f'<path stroke="red" transform="{"matrix(" * 1000}" d="M0 0L1 1"/>' * 500,
        f'<path stroke="red" d="{"z" * 700_000}"/>',
        f'<path stroke="red" d="M0 0{"l1 1z" * 40_000}"/>',
    ],
    ids=lambda body: body[:30],
)
def test_long_attributes_take_no_longer_than_they_are_long(body: str) -> None:
    svg_to_drawing(svg(body))


def test_deep_metadata_is_no_trouble() -> None:
    facts = "[" * 1_000_000
    assert svg_to_drawing(svg(remembered(f"<t:facts>{facts}</t:facts>"))).facts == {}


@pytest.mark.parametrize("facts", ["", "junk", "[1]", '{"a": 1, "b": {"c": "d"}}', "null"])
def test_facts_that_make_no_sense_are_none(facts: str) -> None:
    assert svg_to_drawing(svg(remembered(f"<t:facts>{facts}</t:facts>"))).facts == {}


@pytest.mark.parametrize("gain", ["", "x", "nan", "1e999"])
def test_gains_that_make_no_sense_are_none(gain: str) -> None:
    own = f'<t:drawing xmlns:t="urn:taureau:drawing:1"><t:gain stroke="a">{gain}</t:gain></t:drawing>'
    (stroke,) = svg_to_drawing(svg(f'<metadata>{own}</metadata><path id="a" stroke="red" d="M0 0L1 1"/>')).strokes
    assert stroke.gain is None


def test_a_bomb_takes_little_memory() -> None:
    bomb = gzip.compress(bytes(20 * MAX_BYTES), 1)
    tracemalloc.start()
    try:
        with pytest.raises(DocumentError):
            svg_to_drawing(bomb)
        assert tracemalloc.get_traced_memory()[1] < 3 * MAX_BYTES
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(("name", "reason"), [("missing.svg", "no such file"), ("folder", "not a file"), ("a\0b", "")])
def test_files_that_cannot_be_opened_are_named(tmp_path: Path, name: str, reason: str) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(DocumentError, match=r"^Cannot open '[^']+': ") as refusal:
        load_svg(os.path.join(tmp_path, name))
    assert reason in str(refusal.value)
    assert "\n" not in str(refusal.value)


def test_a_broken_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "bull\n.svg").write_bytes(b"<svg")
    with pytest.raises(DocumentError, match=r"^Cannot open 'bull .svg': The SVG is damaged or cut off"):
        load_svg(tmp_path / "bull\n.svg")


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.svg")
    with pytest.raises(DocumentError, match="not a file"):
        load_svg(tmp_path / "pipe.svg")


def test_importing_loads_neither_parsers_nor_pictures() -> None:
    code = (
        "import sys, taureau.document, taureau.geometry\n"
        "slow = {'svgelements', 'defusedxml', 'PIL', 'torch', 'PySide6'} & set(sys.modules)\n"
        "sys.exit(str(slow) if slow else 0)"
    )
    root = Path(__file__).resolve().parents[3]
    subprocess.run([sys.executable, "-c", code], cwd=root, check=True, timeout=60)
