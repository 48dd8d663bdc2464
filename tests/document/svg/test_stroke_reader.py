"""What is drawn of a document, what is not, and that it is said."""

from __future__ import annotations

import numpy as np
import pytest
from taureau.document.svg.reader import svg_content

from tests.document.svg.reading import only, read


@pytest.mark.parametrize(
    ("language", "variables", "color"),
    [
        ("de", {}, "#0000ff"),
        ("en", {}, "#ff0000"),
        ("fr, EN-us", {}, "#ff0000"),
        ("de", {"LANG": "de_AT.UTF-8"}, "#ff0000"),
        ("de-AT", {"LANG": "de_AT.UTF-8"}, "#ff0000"),
        ("de-CH", {"LANG": "de_AT.UTF-8"}, "#0000ff"),
        ("en", {"LANG": "de_AT.UTF-8"}, "#0000ff"),
        ("it", {"LANG": "de_AT.UTF-8", "LANGUAGE": "fr:it"}, "#ff0000"),
        ("en", {"LANG": "C"}, "#ff0000"),
        ("", {}, "#0000ff"),
    ],
)
def test_a_switch_goes_by_the_language(
    language: str, variables: dict[str, str], color: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    line = '<path d="M0 0L1 1" stroke="{}"/>'
    choice = f'<g systemLanguage="{language}">{line.format("red")}</g><g>{line.format("blue")}</g>'
    assert only(read(f"<switch><desc/>{choice}</switch>")).color == color


def test_a_switch_skips_what_needs_more_than_svg() -> None:
    line = '<path d="M0 0L1 1" stroke="red"/>'
    assert only(read(f'<switch><foreignObject requiredFeatures="x"/><g requiredExtensions="y"/>{line}</switch>'))
    assert read(f"<switch><text>a</text>{line}</switch>").stroke_count == 0


@pytest.mark.parametrize(
    ("body", "kinds"),
    [
        ('<path d="M1 1H9" stroke="red"/>', ()),  # no area for its black fill
        ('<path d="M1 1H9V9" stroke="red"/>', ("filled areas",)),
        ('<path d="M1 1H9V9" stroke="red" fill="none"/>', ()),
        ('<text stroke="red">a</text>', ("text",)),
        ('<image href="a.png"/>', ("pictures",)),
        ('<g stroke-dasharray="4"><path d="M1 1H9" stroke="red"/></g>', ("effects such as dashes and clips",)),
        ('<style>path{clip-path:url(#c)}</style><path d="M1 1H9"/>', ("effects such as dashes and clips",)),
        ('<path d="M1 1H9" marker-end="url(#m)" stroke="red"/>', ("effects such as dashes and clips",)),
        ('<path d="M1 1H9" stroke="url(#g) red"/>', ("gradients and patterns",)),
        ('<path d="M1 1H9" stroke="red" visibility="hidden"/>', ("hidden objects",)),
        ('<path d="M1 1H9" stroke="red" display="none"/>', ("hidden objects",)),
        ('<path d="M1 1H9" stroke="red" transform="scale(1 4)"/>', ("pens that are wider one way than the other",)),
        ('<use href="a.svg#b"/>', ("parts of other files",)),
    ],
)
def test_what_was_left_out_is_named(body: str, kinds: tuple[str, ...]) -> None:
    assert svg_content(f'<svg width="9" height="9">{body}</svg>').left_out == kinds


def test_use_symbols_and_nested_sheets() -> None:
    line = '<path d="M0 0L10 10" stroke-width="1"/>'
    used = only(read(f'<defs><g id="a">{line}</g></defs><use xlink:href="#a" x="5" y="6" stroke="red"/>'))
    assert used.curve.points[[0, -1]].tolist() == [[5, 6], [15, 16]]
    symbol = f'<symbol id="a" viewBox="0 0 10 10">{line}</symbol>'
    used = only(read(f'{symbol}<use href="#a" x="5" width="20" height="20" stroke="red"/>'))
    assert used.curve.points[[0, -1]].tolist() == [[5, 0], [25, 20]]
    assert used.width == 2
    nested = f'<svg x="1" y="2" width="50%" height="30" viewBox="0 0 10 10" stroke="red">{line}</svg>'
    assert only(read(nested)).curve.points[[0, -1]].tolist() == [[11, 2], [41, 32]]


@pytest.mark.parametrize(
    ("size", "far"),
    [('width="60" height="60"', [80, 80]), ('width="60"', [80, 80]), ("", [30, 30]), ('width="auto"', [30, 30])],
)
def test_a_use_of_a_sheet_gives_its_size(size: str, far: list[float]) -> None:
    height = ' height="60"' if size == 'width="60"' else ' height="10"'
    sheet = f'<svg id="a" viewBox="0 0 10 10" width="10"{height}><path d="M0 0L10 10" stroke="red"/></svg>'
    stroke = only(read(f'<defs>{sheet}</defs><use href="#a" x="20" y="20" {size}/>'))
    assert stroke.curve.end.tolist() == far


def test_a_use_of_itself_is_not_drawn() -> None:
    body = '<g id="a"><path d="M0 0L1 1" stroke="red"/><use href="#b"/></g><g id="b"><use href="#a"/></g>'
    # Once as it stands and once as b uses it; each time the other use would never end.
    assert read(body).stroke_count == 2
    assert read('<use id="a" href="#a"/><use href="#missing"/><use/><use href="#"/>').stroke_count == 0


@pytest.mark.parametrize(
    "shape",
    [
        '<path d="M1 1L2 2" stroke="none"/>',
        '<path d="M1 1L2 2" stroke="red" stroke-width="0"/>',
        '<path d="M1 1L2 2" stroke="red" display="none"/>',
        '<g style="display:none"><path d="M1 1L2 2" stroke="red"/></g>',
        '<g visibility="hidden"><path d="M1 1L2 2" stroke="red"/></g>',
        '<defs><path d="M1 1L2 2" stroke="red"/></defs>',
        '<symbol><path d="M1 1L2 2" stroke="red"/></symbol>',
        '<clipPath><path d="M1 1L2 2" stroke="red"/></clipPath>',
        '<marker><path d="M1 1L2 2" stroke="red"/></marker>',
        '<text stroke="red">M</text>',
        '<other xmlns="urn:x"><path d="M1 1L2 2" stroke="red"/></other>',
    ],
)
def test_what_is_not_seen_is_not_read(shape: str) -> None:
    drawing = read(f'{shape}<path d="M5 5L6 6" stroke="blue"/>')
    assert only(drawing).color == "#0000ff"


def test_filled_shapes_count_only_where_nothing_has_a_stroke() -> None:
    filled = '<rect width="9" height="9" fill="#123456" fill-opacity="0.5"/><path fill="none" d="M0 0L1 1"/>'
    stroke = only(read(filled))
    assert (stroke.color, stroke.width, stroke.opacity) == ("#123456", 1, 0.5)
    assert only(read(filled + '<path stroke="red" fill="none" d="M0 0L1 1"/>')).color == "#ff0000"


@pytest.mark.parametrize(
    ("attributes", "ends"),
    [
        ("", [[20, 30], [40, 30]]),
        ('overflow="visible"', [[10, 30], [60, 30]]),
        ('style="overflow:auto"', [[10, 30], [60, 30]]),
        ('overflow="junk!"', [[20, 30], [40, 30]]),
    ],
)
def test_what_lies_outside_a_viewport_is_cut_off(attributes: str, ends: list[list[float]]) -> None:
    line = '<path d="M-5 5H20" stroke="red"/><path d="M-5 -5H20" stroke="blue" display="none"/>'
    sheet = f'<svg x="20" y="20" width="20" height="20" viewBox="0 0 10 10" {attributes}>{line}</svg>'
    symbol = f'<symbol id="s" viewBox="0 0 10 10" {attributes}>{line}</symbol>'
    for body in (sheet, f'{symbol}<use href="#s" x="20" y="20" width="20" height="20"/>'):
        assert only(read(body)).curve.points[[0, -1]] == pytest.approx(np.array(ends))


def test_what_lies_outside_two_viewports_is_cut_off_by_both() -> None:
    inner = '<svg x="5" width="10" height="10"><path d="M-50 5H50" stroke="red"/></svg>'
    stroke = only(read(f'<svg width="10" height="10">{inner}</svg>'))
    assert stroke.curve.points[[0, -1]] == pytest.approx(np.array([[5, 5], [10, 5]]))
