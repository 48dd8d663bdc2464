"""Requests that mean nothing."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from taureau.imagine import (
    Blend,
    Change,
    ImagineRequest,
    Variation,
    What,
    Words,
)

from tests.imagine.runs import CUBES


@pytest.mark.parametrize(
    ("what", "more", "says"),
    [
        (Words("  "), {}, "write what the picture is to show"),
        (Words("a cat", "cubist"), {}, "unknown style 'cubist'; choose one of as-typed"),
        (CUBES, {"count": 0}, "from 1 to 64, not 0"),
        (CUBES, {"seed": -1}, "the seed must be from 0 to"),
        (CUBES, {"steps": 1}, "the steps must be from 2 to 200"),
        (CUBES, {"guidance": 0.5}, "the guidance must be from 1 to 30"),
        (Blend(np.zeros((2, 2, 3), np.uint8), np.zeros((2, 2, 3), np.uint8)), {"count": 1}, "from 2 to 64"),
        (Variation(np.zeros((2, 2), np.uint8)), {}, "uint8 [H, W, 3]"),
        (Variation(np.zeros((2, 2, 3), np.uint8)), {}, "is empty, of one colour"),
        (Change(np.zeros((2, 2, 3), np.uint8), "a cat", " "), {}, "needs two sentences"),
        (Change(np.zeros((2, 2, 3), np.uint8), "a cat", "a  cat"), {}, "are the same"),
        (Change(np.zeros((2, 2, 3), np.uint8), "a cat", "a lion", 1.5), {}, "theta must be from 0 to 1"),
    ],
)
def test_a_request_that_means_nothing_is_refused(what: What, more: dict[str, Any], says: str) -> None:
    with pytest.raises(ValueError) as caught:
        ImagineRequest(what, **more)
    assert says in str(caught.value)
