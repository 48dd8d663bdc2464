"""Colours and paints as CSS writes them."""

from __future__ import annotations

import pytest
from taureau.document.svg.color import Color, Paint, color_of, paint_of


@pytest.mark.parametrize(
    ("text", "color", "alpha"),
    [
        ("#f00", "#ff0000", 1),
        ("#F008", "#ff0000", 8 / 15),
        ("#ff000080", "#ff0000", 128 / 255),
        ("RebeccaPurple", "#663399", 1),
        ("darkgrey", "#a9a9a9", 1),
        ("transparent", "#000000", 0),
        ("rgb(255 0 0 / 50%)", "#ff0000", 0.5),
        ("rgba(255,0,0,.5)", "#ff0000", 0.5),
        ("rgb(100%, 0%, 0%)", "#ff0000", 1),
        ("rgb(12.7, 0, 300)", "#0d00ff", 1),
        ("rgb(10%,1e999%,30%)", "#1aff4d", 1),  # without end is all there is
        ("rgb(-1e999,0,0)", "#000000", 1),
        ("hsl(0deg 100% 50%)", "#ff0000", 1),
        ("hsl(120deg,100%,50%)", "#00ff00", 1),
        ("hsl(0.5turn 100% 50%)", "#00ffff", 1),
        ("hsl(-120 100% 50% / 0.25)", "#0000ff", 0.25),
        ("hwb(120 0% 0%)", "#00ff00", 1),
        ("hwb(0 50% 50%)", "#808080", 1),
        ("lab(54.2917 80.8125 69.8851)", "#ff0000", 1),
        ("oklab(0.62796 0.22486 0.12585)", "#ff0000", 1),
        ("oklch(0.62796 0.25768 29.23)", "#ff0000", 1),
        ("color(srgb 1 0 0)", "#ff0000", 1),
        ("color(srgb-linear 0.2140 0.2140 0.2140)", "#808080", 1),
        ("color(display-p3 1 0 0)", "#ff0000", 1),
        ("color(xyz 0.9505 1 1.089)", "#ffffff", 1),
        ("light-dark(#6c8ebf, #5c79a3)", "#6c8ebf", 1),
    ],
)
def test_colors(text: str, color: str, alpha: float) -> None:
    found = color_of(text)
    assert found is not None
    channels = zip(bytes.fromhex(found.hex[1:]), bytes.fromhex(color[1:]), strict=True)
    assert all(abs(one - other) <= 1 for one, other in channels), found
    assert found.alpha == pytest.approx(alpha, abs=1e-6)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "none",
            "currentColor",
            "blurple",
            "#12345",
            "#ggg",
            "rgb()",
            "rgb(1)",
            "rgb(red)",
            "color()",
        ),
        *("hsl(1s 1% 1%)", "device-cmyk(0 0 0 1)", "((((", "rgb(1 2 3 / x)", "color(--mine 1 1 1)"),
        *("lab(1e999 0 0)", "red;", "rgb(" + "1" * 300, "light-dark(" * 30, "\\", '"'),
    ],
)
def test_what_is_no_color(text: str) -> None:
    assert color_of(text) is None


@pytest.mark.parametrize(
    ("text", "paint"),
    [
        ("none", Paint()),
        ("context-stroke", Paint()),
        ("currentColor", Paint(current=True)),
        ("#ff0000 icc-color(#CMYK, 0, 1, 1, 0)", Paint(Color("#ff0000", 1.0))),
        ("url(#g)", Paint(server="g")),
        ("url( '#g' ) none", Paint(server="g")),
        ('url("#g") red', Paint(Color("#ff0000", 1.0), server="g")),
        ("url(#g) currentColor", Paint(current=True, server="g")),
    ],
)
def test_paints(text: str, paint: Paint) -> None:
    assert paint_of(text) == paint


@pytest.mark.parametrize("text", ["", "url(#g) blurple", "url(", "red icc-color(x)", "url(#a) url(#b) x"])
def test_what_is_no_paint(text: str) -> None:
    assert paint_of(text) is None
