"""The arithmetic, memory and control flow of compiled programs, against NumPy and Python."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from taureau.raster.native import expressions as e
from taureau.raster.native import lanes
from taureau.raster.native.expressions import FLOAT, INT, LANES, POINTER, Value
from taureau.raster.native.program import Function, Memory, Program

Body = Callable[[Function, Value, Value], Value]
vectors = st.lists(st.floats(-1e3, 1e3, width=32), min_size=LANES, max_size=LANES)


def run(body: Body, one: list[float], other: list[float]) -> np.ndarray:
    """What a body makes of two vectors, compiled."""
    program = Program()
    code = program.entry("body", [POINTER] * 3)
    first, second, result = (Memory(address, FLOAT) for address in code.arguments)
    result[0] = body(code, first.vector(0), second.vector(0))
    code.give()
    arrays = [np.array(values, dtype=np.float32) for values in (one, other, [0.0] * LANES)]
    program.compiled()["body"](*(array.ctypes.data for array in arrays))
    return arrays[2]


@settings(max_examples=8)
@given(vectors, vectors)
def test_arithmetic_rounds_as_numpy_does(one: list[float], other: list[float]) -> None:
    def body(code: Function, x: Value, y: Value) -> Value:
        chosen = e.where((x < y) & ~(x.equals(0.0)) | (y >= 2.0), x * y - 0.1, 3.0 - x)
        return e.sqrt(e.absolute(chosen)) / e.clamp(y, 0.5, 7.0) + e.minimum(x, y) * e.maximum(x, 1.5)

    x, y = np.array(one, dtype=np.float32), np.array(other, dtype=np.float32)
    number = np.float32
    chosen = np.where((x < y) & (x != 0) | (y >= 2), x * y - number(0.1), number(3) - x)
    expected = np.sqrt(np.abs(chosen)) / np.clip(y, number(0.5), number(7))
    expected = expected + np.minimum(x, y) * np.maximum(x, number(1.5))
    np.testing.assert_array_equal(run(body, one, other), expected)


@settings(max_examples=8)
@given(vectors, vectors)
def test_sums_and_minima_across_lanes(one: list[float], other: list[float]) -> None:
    def body(code: Function, x: Value, y: Value) -> Value:
        columns = [x, y, x * 2.0, code.floats(0.0) + lanes.least(x), code.floats(0.0) + lanes.total(y)]
        return lanes.totals(columns)

    x, y = np.array(one, dtype=np.float64), np.array(other, dtype=np.float64)
    found = run(body, one, other)
    expected = [x.sum(), y.sum(), 2 * x.sum(), LANES * x.min(), LANES * y.sum()]
    np.testing.assert_allclose(found[:5], expected, rtol=1e-5, atol=1e-2)
    assert not found[5:].any()


def test_neighbours() -> None:
    numbers, others = [float(lane) for lane in range(LANES)], [-1.0] * LANES
    before = run(lambda code, x, y: lanes.preceding(x, y), numbers, others)
    after = run(lambda code, x, y: lanes.following(x, y), numbers, others)
    assert before.tolist() == [-1.0, *numbers[:-1]]
    assert after.tolist() == [*numbers[1:], -1.0]


def called(body: Callable[[Function, Value, Value], Value], one: int, other: int) -> int:
    """What a body makes of two integers, compiled."""
    program = Program()
    code = program.entry("body", [INT, INT], INT)
    code.give(body(code, *code.arguments))
    return int(program.compiled()["body"](one, other))


@pytest.mark.parametrize(("first", "end"), [(0, 0), (2, 7), (-3, 4), (5, 1)])
def test_a_loop_visits_each_integer(first: int, end: int) -> None:
    def body(code: Function, start: Value, stop: Value) -> Value:
        seen = code.variable(code.integer(0))
        with code.each(start, stop, 2) as i:
            seen.now = seen.now * 10 + i + 4
        return seen.now

    expected = 0
    for i in range(first, end, 2):
        expected = expected * 10 + i + 4
    assert called(body, first, end) == expected


def test_bits_are_visited_from_the_lowest() -> None:
    def body(code: Function, number: Value, limit: Value) -> Value:
        seen = code.variable(code.integer(0))
        with code.each_bit(number) as bit, code.when(bit < limit):
            seen.now = seen.now * 100 + bit
        return seen.now

    assert called(body, 0b1001000100110, 11) == 1020509
    assert called(body, 0, 11) == 0


def test_integers_divide_toward_zero() -> None:
    assert called(lambda code, a, b: a // b * 100 + a % b, 29, 8) == 305


def test_a_function_calls_another() -> None:
    program = Program()
    inner = program.function("twice", [INT], INT)
    inner.give(inner.arguments[0] * 2)
    outer = program.entry("outer", [INT], INT)
    outer.give(inner(outer.builder, outer.arguments[0]) + 1)
    assert program.compiled()["outer"](20) == 41


def test_the_rasteriser_is_compiled_without_torch() -> None:
    """So it can be while torch is imported."""
    program = (
        "import sys; from taureau.raster.native import passes; passes.compiled(); sys.exit('torch' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], timeout=120).returncode == 0
