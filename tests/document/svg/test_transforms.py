"""Transforms of SVG and CSS."""

from __future__ import annotations

import numpy as np
import pytest

from tests.document.svg.reading import only, read


@pytest.mark.parametrize(
    ("transform", "point"),
    [
        ("translate(3)", [4, 2]),
        ("translate(3,4)", [4, 6]),
        ("scale(2)", [2, 4]),
        ("scale(2 -1)", [2, -2]),
        ("rotate(90)", [-2, 1]),
        ("rotate(90 1 1)", [0, 1]),
        ("skewX(45)", [3, 2]),
        ("skewY(45)", [1, 3]),
        ("matrix(1 2 3 4 5 6)", [12, 16]),
        ("translate(1,1) scale(2),translate(1 0)", [5, 5]),
        ("rotate(0.25turn)", [-2, 1]),
        ("rotate(100grad)", [-2, 1]),
        ("rotate(1.5707963267948966rad)", [-2, 1]),
        ("rotate(90deg, 1px, 1px)", [0, 1]),
        ("translateX(3px) translateY(1in)", [4, 98]),
        ("translate(50%, 10%)", [51, 12]),
        ("scaleX(3) scaleY(200%)", [3, 4]),
        ("skew(45deg)", [3, 2]),
        ("none", [1, 2]),
        ("rotate(1px)", [1, 2]),
        ("translate(1deg)", [1, 2]),
        ("scale(1px)", [1, 2]),
        ("nonsense(1)", [1, 2]),
        ("scale(2) nonsense", [1, 2]),
        ("", [1, 2]),
    ],
)
def test_transforms(transform: str, point: list[float]) -> None:
    stroke = only(read(f'<path transform="{transform}" stroke="red" d="M1 2L9 9"/>'))
    np.testing.assert_allclose(stroke.curve.start, point, atol=1e-12)


@pytest.mark.parametrize(
    ("style", "center"),
    [
        ("transform-origin:50px 50px;transform:rotate(180deg)", [65, 70]),
        ("transform-origin:center;transform:rotate(0.5turn)", [65, 70]),
        ("transform-origin:50%;transform:rotate(0.5turn)", [65, 70]),
        ("transform-origin:left top;transform:scale(2)", [70, 60]),
        ("transform-origin:bottom;transform:scaleY(2)", [35, -40]),
        ("transform-origin:top right 5px;transform:scaleX(2)", [-30, 30]),
        ("transform-origin:nowhere;transform:scale(2)", [70, 60]),
        ("transform-box:fill-box;transform-origin:center;transform:rotate(0.5turn)", [35, 30]),
        ("transform-box:fill-box;transform-origin:0 0;transform:scale(2)", [40, 40]),
        ("transform-box:fill-box;transform:translate(100%,50%)", [45, 40]),
    ],
)
def test_transform_origins_and_boxes(style: str, center: list[float]) -> None:
    body = f'<g style="{style}"><rect x="30" y="20" width="10" height="20" stroke="red"/></g>'
    points = only(read(body)).curve.points
    np.testing.assert_allclose((points.min(0) + points.max(0)) / 2, center, atol=1e-9)


def test_a_transform_origin_is_an_attribute_too() -> None:
    stroke = only(read('<path d="M20 50H80" transform="rotate(90)" transform-origin="50 50" stroke="red"/>'))
    np.testing.assert_allclose(stroke.curve.points[[0, -1]], [[50, 20], [50, 80]], atol=1e-9)


def test_transforms_nest_and_widths_grow_with_them() -> None:
    body = '<g transform="translate(10 0)"><g transform="scale(2 8)">{}</g></g>'
    stroke = only(read(body.format('<path stroke="red" stroke-width="3" d="M1 1L2 2"/>')))
    assert stroke.curve.start.tolist() == [12, 8]
    assert stroke.width == 12
    thin = '<path stroke="red" stroke-width="3" vector-effect="non-scaling-stroke" d="M1 1L2 2"/>'
    assert only(read(body.format(thin))).width == 3
