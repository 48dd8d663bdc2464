"""slerp and the text difference, against the formulas as they stand in the papers."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from taureau.imagine.arithmetic import changed, slerp, text_difference


def naive_slerp(a: np.ndarray, b: np.ndarray, share: float) -> np.ndarray:
    """sin((1−t)Ω)/sin Ω · a + sin(tΩ)/sin Ω · b of unit vectors; lengths in a straight line."""
    u, v = a / np.linalg.norm(a), b / np.linalg.norm(b)
    omega = np.arccos(u @ v)
    direction = (np.sin((1 - share) * omega) * u + np.sin(share * omega) * v) / np.sin(omega)
    return ((1 - share) * np.linalg.norm(a) + share * np.linalg.norm(b)) * direction


@given(st.integers(0, 10_000), st.floats(0, 1))
def test_slerp_is_the_formula(seed: int, share: float) -> None:
    a, b = np.random.default_rng(seed).normal(size=(2, 24)) * [[3.0], [0.5]]
    found = slerp(torch.tensor(a)[None], torch.tensor(b)[None], share)
    np.testing.assert_allclose(found[0].numpy(), naive_slerp(a, b, share), atol=1e-9)


def test_slerp_begins_and_ends_where_it_should() -> None:
    a, b = torch.tensor([[3.0, 4.0, 0.0]]), torch.tensor([[0.0, 0.0, 2.0]])
    torch.testing.assert_close(slerp(a, b, 0.0), a)
    torch.testing.assert_close(slerp(a, b, 1.0), b)
    assert slerp(a, b, 0.5).norm().item() == pytest.approx(3.5)


def test_slerp_of_parallel_and_opposite_vectors_is_no_division_by_zero() -> None:
    a = torch.tensor([[1.0, 2.0, -2.0]])
    torch.testing.assert_close(slerp(a, 2 * a, 0.5), 1.5 * a)
    halfway = slerp(a, -a, 0.5)
    assert halfway.norm().item() == pytest.approx(3.0)
    assert (halfway * a).sum().item() == pytest.approx(0.0, abs=1e-6)
    torch.testing.assert_close(slerp(a, -a, 1.0), -a)


def test_slerp_keeps_its_numbers() -> None:
    assert slerp(torch.ones(1, 4).half(), torch.tensor([[1.0, 0, 0, 0]]).half(), 0.3).dtype == torch.float16


def test_a_change_is_the_papers_formula() -> None:
    rng = np.random.default_rng(4)
    image, before, after = rng.normal(size=(3, 32)) * [[9.0], [2.0], [5.0]]
    difference = after / np.linalg.norm(after) - before / np.linalg.norm(before)
    difference /= np.linalg.norm(difference)
    wanted = np.linalg.norm(image) * naive_slerp(image / np.linalg.norm(image), difference, 0.3)
    found = changed(*(torch.tensor(vector)[None] for vector in (image, before, after)), 0.3)
    np.testing.assert_allclose(found[0].numpy(), wanted, atol=1e-9)


def test_a_change_by_nothing_is_none() -> None:
    image, before, after = torch.randn(3, 1, 16, generator=torch.Generator().manual_seed(1))
    torch.testing.assert_close(changed(image, before, after, 0.0), image)


def test_sentences_that_say_the_same_have_no_difference() -> None:
    with pytest.raises(ValueError, match="the same embedding"):
        text_difference(torch.ones(1, 8), 3 * torch.ones(1, 8))
