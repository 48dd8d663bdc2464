"""Which declaration counts, and that what is not understood leaves what lies beneath."""

from __future__ import annotations

import pytest
from taureau.document import Stroke, svg_to_drawing

LINE = 'd="M10 10L90 90"'


def strokes(body: str, attributes: str = "") -> list[Stroke]:
    return list(svg_to_drawing(f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}>{body}</svg>').strokes)


def colors(sheet: str, body: str) -> list[str]:
    return [stroke.color for stroke in strokes(f"<style>{sheet}</style>{body}")]


@pytest.mark.parametrize(
    ("sheet", "element", "color"),
    [
        (".a{stroke:red}.b{stroke:blue}", f'<path class="b a" {LINE}/>', "#0000ff"),  # the later rule
        (".b{stroke:blue}.a{stroke:red}", f'<path class="b a" {LINE}/>', "#ff0000"),
        ("#x{stroke:red}.b{stroke:blue}", f'<path id="x" class="b" {LINE}/>', "#ff0000"),  # specificity
        (".a.b{stroke:red}.b{stroke:blue}", f'<path class="b a" {LINE}/>', "#ff0000"),
        ("path{stroke:red!important}#x{stroke:blue}", f'<path id="x" {LINE}/>', "#ff0000"),
        ("path{stroke:red ! important}", f'<path style="stroke:blue" {LINE}/>', "#ff0000"),
        ("path{stroke:red!important}", f'<path style="stroke:blue!important" {LINE}/>', "#0000ff"),
        ("path{stroke:red}", f'<path stroke="blue" {LINE}/>', "#ff0000"),  # attributes are beneath
        ("*{stroke:red}", f'<path stroke="blue" {LINE}/>', "#ff0000"),
        ('path[id="x"]{stroke:red}', f'<path id="x" {LINE}/>', "#ff0000"),
        ("path[stroke-width]{stroke:red}", f'<path stroke-width="2" {LINE}/>', "#ff0000"),
        ("#g path{stroke:red}", f'<g id="g"><a><path {LINE}/></a></g>', "#ff0000"),
        ("#g>path{stroke:red}", f'<g id="g" stroke="blue"><a><path {LINE}/></a></g>', "#0000ff"),
        ("g:first-of-type path:last-child{stroke:red}", f"<g><desc/><path {LINE}/></g>", "#ff0000"),
        ("path:not(.a,.b){stroke:red}", f'<path class="c" {LINE}/>', "#ff0000"),
        (":is(path,line):nth-child(2){stroke:red}", f"<path {LINE}/>", "#ff0000"),
        ("desc + path{stroke:red}", f"<g><desc/><path {LINE}/></g>", "#ff0000"),
        ("path:hover{stroke:blue}path{stroke:red}", f"<path {LINE}/>", "#ff0000"),
        ("path::before{stroke:blue}path{stroke:red}", f"<path {LINE}/>", "#ff0000"),
        ("@media screen{path{stroke:red}}@media print{path{stroke:blue}}", f"<path {LINE}/>", "#ff0000"),
        ("@font-face{src:url(data:font/x;base64,AAAA)}path{stroke:red}", f"<path {LINE}/>", "#ff0000"),
        ("<!-- path{stroke:red} -->", f"<path {LINE}/>", "#ff0000"),
        ("svg|path{stroke:blue}path{stroke:red}", f"<path {LINE}/>", "#ff0000"),  # a prefix that is not declared
        ("@namespace s url(http://www.w3.org/2000/svg);s|path{stroke:red}", f"<path {LINE}/>", "#ff0000"),
        ("}}path{stroke:blue}path{stroke:red}", f"<path {LINE}/>", "#ff0000"),
    ],
)
def test_the_cascade(sheet: str, element: str, color: str) -> None:
    sheet = sheet.replace("<!--", "&lt;!--").replace("-->", "--&gt;").replace(">path", "&gt;path")
    assert colors(sheet, element) == [color]


@pytest.mark.parametrize(
    "value",
    ["light-dork(red, blue)", "color-mix(in srgb, red, blue)", "#12", "rgb(1,2)", "bluw", "url(", "5", "red blue", ""],
)
def test_a_value_that_is_not_understood_leaves_what_lies_beneath(value: str) -> None:
    assert [one.color for one in strokes(f'<path stroke="#b85450" style="stroke:{value}" {LINE}/>')] == ["#b85450"]
    assert colors(f"path{{stroke:#b85450;stroke:{value}}}", f"<path {LINE}/>") == ["#b85450"]
    assert [one.color for one in strokes(f'<g stroke="#b85450"><path stroke="{value}" {LINE}/></g>')] == ["#b85450"]


@pytest.mark.parametrize(
    ("name", "good", "bad"),
    [
        ("stroke-width", "3", "-1"),
        ("stroke-width", "3", "thick"),
        ("stroke-opacity", "0.5", "half"),
        ("opacity", "0.5", "1px"),
        ("visibility", "visible", "none"),
        ("transform", "translate(1,1)", "translate(1s)"),
    ],
)
def test_every_property_has_its_values(name: str, good: str, bad: str) -> None:
    stroke = f'stroke="red" {LINE}'
    expected = strokes(f'<path {name}="{good}" {stroke}/>')
    assert strokes(f'<path {name}="{good}" style="{name}:{bad}" {stroke}/>') == expected
    assert strokes(f'<path style="{name}:{good};{name}:{bad}" {stroke}/>') == expected


def test_variables_are_inherited_and_fall_back() -> None:
    sheet = ":root{--c:red;--w:7px} g{--c:blue} .v{stroke:var(--c);stroke-width:var(--w)}"
    sheet += " .f{stroke:var(--no, var(--c, lime))}"
    body = f'<path class="v" {LINE}/><g><path class="v" {LINE}/></g><path class="f" {LINE}/>'
    found = strokes(f"<style>{sheet}</style>{body}")
    assert [(one.color, one.width) for one in found] == [("#ff0000", 7), ("#0000ff", 7), ("#ff0000", 1)]


def test_a_variable_without_a_value_makes_the_property_inherit() -> None:
    body = f'<g stroke="blue"><path stroke="red" style="stroke:var(--no)" {LINE}/></g>'
    assert [one.color for one in strokes(body)] == ["#0000ff"]
    body = f'<g stroke="blue"><path stroke="red" style="--c:5;stroke:var(--c)" {LINE}/></g>'
    assert [one.color for one in strokes(body)] == ["#0000ff"]


@pytest.mark.parametrize(("word", "color"), [("inherit", "#0000ff"), ("unset", "#0000ff"), ("revert", "#0000ff")])
def test_words_of_every_property(word: str, color: str) -> None:
    assert [one.color for one in strokes(f'<g stroke="blue"><path stroke="{word}" {LINE}/></g>')] == [color]


def test_initial_values() -> None:
    body = f'<g stroke="blue" stroke-width="5"><path style="stroke-width:initial" {LINE}/></g>'
    assert [one.width for one in strokes(body)] == [1]


def test_current_color_is_that_of_the_element() -> None:
    assert [one.color for one in strokes(f'<g stroke="currentColor" color="red"><path color="blue" {LINE}/></g>')] == [
        "#0000ff"
    ]


def test_shares_of_a_width_are_of_the_sheet_around_the_shape() -> None:
    body = (
        f'<g stroke="red" stroke-width="10%"><svg viewBox="0 0 50 50" width="50" height="50"><path {LINE}/></svg></g>'
    )
    (stroke,) = strokes(body, 'width="100" height="100"')
    assert stroke.width == pytest.approx(5)
