"""Operations across the lanes of a vector: shuffles, sums and minima, masks as bits."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from llvmlite import ir

from taureau.raster.native.expressions import INT, LANES, Value, minimum


def shuffle(one: Value, other: Value, lanes: Sequence[int]) -> Value:
    """Return the chosen lanes of two vectors; those of `other` count from LANES."""
    order = ir.Constant(ir.VectorType(INT, LANES), list(lanes))
    return Value(one.builder, one.builder.shuffle_vector(one.raw, other.raw, order))


def preceding(vector: Value, other: Value) -> Value:
    """Return each lane's left neighbour; the first gets one of `other`."""
    return shuffle(vector, other, [LANES, *range(LANES - 1)])


def following(vector: Value, other: Value) -> Value:
    """Return each lane's right neighbour; the last gets one of `other`."""
    return shuffle(vector, other, [*range(1, LANES), LANES])


def bits(mask: Value) -> Value:
    """Return a vector of booleans as the bits of an integer."""
    packed = mask.builder.bitcast(mask.raw, ir.IntType(LANES))
    return Value(mask.builder, mask.builder.zext(packed, INT))


def anywhere(mask: Value) -> Value:
    """Return whether any lane of a mask is true."""
    return bits(mask) > 0


def folded(vector: Value, combine: Callable[[Value, Value], Value]) -> Value:
    """Combine all lanes, half with half, in an order that never changes."""
    step = LANES // 2
    while step:
        vector = combine(vector, shuffle(vector, vector, [(lane + step) % LANES for lane in range(LANES)]))
        step //= 2
    return vector[0]


def total(vector: Value) -> Value:
    """Return the sum of the lanes."""
    return folded(vector, lambda one, other: one + other)


def least(vector: Value) -> Value:
    """Return the smallest lane."""
    return folded(vector, minimum)


def totals(columns: Sequence[Value]) -> Value:
    """Return a vector whose lanes are the sums of up to LANES vectors, and 0 beyond them.

    Each round adds the halves of every group of partial sums, and packs the results of two vectors into one.
    """
    vectors = [*columns, *[columns[0].like(0.0)] * (LANES - len(columns))]
    half = LANES // 2
    while half:
        low = [group + lane for group in range(0, LANES, 2 * half) for lane in range(half)]
        high = [lane + half for lane in low]
        vectors = [_packed(one, other, low) + _packed(one, other, high) for one, other in pairs(vectors)]
        half //= 2
    return vectors[0]


def pairs(vectors: Sequence[Value]) -> Iterator[tuple[Value, Value]]:
    """Yield the vectors two by two."""
    return zip(vectors[::2], vectors[1::2], strict=True)


def _packed(one: Value, other: Value, lanes: Sequence[int]) -> Value:
    return shuffle(one, other, [*lanes, *(lane + LANES for lane in lanes)])
