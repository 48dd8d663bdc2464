"""Ways to hold a model, by what is free."""

from __future__ import annotations

import pytest
from taureau.imagine.memory import Plan, plans

GIB = 1 << 30
SIZES = {"prior": 4 * GIB, "decoder": 4 * GIB, "super res": 3 * GIB}
WHOLE = Plan("cuda", "float16")
IN_PARTS = Plan("cuda", "float16", offload=True, sliced=True)
PROCESSOR = Plan("cpu", "float32")
IN_PIECES = Plan("cpu", "float32", sliced=True)


@pytest.mark.parametrize(
    ("device", "free", "free_gpu", "wanted"),
    [
        ("cuda", 32, 16, (WHOLE, IN_PARTS, PROCESSOR, IN_PIECES)),
        ("cuda", 32, 7, (IN_PARTS, PROCESSOR, IN_PIECES)),
        ("cuda", 32, 4, (PROCESSOR, IN_PIECES)),
        ("cuda", 8, 16, (WHOLE, IN_PARTS)),
        ("cuda", 4, 4, ()),
        ("cpu", 32, 16, (PROCESSOR, IN_PIECES)),
        ("cpu", 12, 0, (IN_PIECES,)),
        ("cpu", 10, 0, ()),
    ],
)
def test_what_fits_comes_first_and_what_cannot_is_left_out(
    device: str, free: int, free_gpu: int, wanted: tuple[Plan, ...]
) -> None:
    assert plans(device, SIZES, free * GIB, free_gpu * GIB) == wanted


def test_each_way_says_what_it_is() -> None:
    assert str(WHOLE) == "in half precision"
    assert str(IN_PARTS) == "in half precision, moved to the GPU part by part, attention in pieces"
