"""Affine maps, with literal answers."""

import numpy as np
import pytest
from taureau.geometry import Affine, Curve


def test_matrix_letters_are_those_of_svg() -> None:
    mapped = Affine(1, 2, 3, 4, 5, 6).points(np.array([[1.0, 0.0], [0.0, 1.0], [10.0, 100.0]]))
    assert mapped.tolist() == [[6, 8], [8, 10], [315, 426]]


def test_scale_translate_and_their_product() -> None:
    point = np.array([3.0, 5.0])
    assert Affine.scale(2).points(point).tolist() == [6, 10]
    assert Affine.scale(2, -1).points(point).tolist() == [6, -5]
    assert Affine.translate(1, -1).points(point).tolist() == [4, 4]
    assert (Affine.translate(1, 2) @ Affine.scale(3)).points(point).tolist() == [10, 17]
    assert (Affine.scale(3) @ Affine.translate(1, 2)).points(point).tolist() == [12, 21]


def test_rotate_runs_clockwise_on_screen() -> None:
    mapped = Affine.rotate(90).points(np.array([[1.0, 0.0], [0.0, 1.0]]))
    np.testing.assert_allclose(mapped, [[0, 1], [-1, 0]], atol=1e-15)


def test_inverse_undoes() -> None:
    affine = Affine(2, 1, -1, 3, 7, -5)
    assert affine.determinant == 7
    back = affine.inverse() @ affine
    np.testing.assert_allclose([back.a, back.b, back.c, back.d, back.e, back.f], [1, 0, 0, 1, 0, 0], atol=1e-15)


@pytest.mark.parametrize("flat", [Affine.scale(0), Affine(1, 2, 2, 4), Affine(a=float("nan"))])
def test_a_singular_map_has_no_inverse(flat: Affine) -> None:
    with pytest.raises(ValueError, match="cannot be undone"):
        flat.inverse()


def test_mean_scale_is_the_root_of_the_areas_growth() -> None:
    assert Affine.scale(2, 8).mean_scale == 4
    assert Affine.scale(-3, 3).mean_scale == 3
    assert Affine.rotate(30).mean_scale == pytest.approx(1)


def test_a_curve_is_mapped_by_its_control_points() -> None:
    curve = Curve([[0, 0], [1, 0], [2, 1], [2, 2]])
    mapped = (Affine.translate(10, 0) @ Affine.scale(2)).curve(curve)
    assert mapped == Curve([[10, 0], [12, 0], [14, 2], [14, 4]])
    assert curve.end.tolist() == [2, 2]
