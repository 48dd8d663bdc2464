"""Arithmetic of machine code that is being written: numbers, and vectors of LANES numbers at once.

A `Value` stands for a number that is known only when the code runs. Its operators append an instruction to the block
under construction; a scalar, or a Python number, beside a vector acts on every lane. Nothing is reassociated or
contracted, so that each operation rounds as IEEE 754 says.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from llvmlite import ir

LANES = 16

FLOAT = ir.FloatType()
INT = ir.IntType(32)
POINTER = ir.PointerType()
FLOATS = ir.VectorType(FLOAT, LANES)
Number = float | int


class Value:
    """A boolean, integer, float or pointer, or a vector of LANES booleans or floats."""

    __slots__ = ("builder", "raw")

    def __init__(self, builder: ir.IRBuilder, raw: ir.Value) -> None:
        self.builder = builder
        self.raw = raw

    @property
    def type(self) -> Any:
        """LLVM's type."""
        return self.raw.type

    @property
    def is_vector(self) -> bool:
        """Whether there is one element for each lane."""
        return isinstance(self.type, ir.VectorType)

    @property
    def element(self) -> Any:
        """LLVM's type of one lane."""
        return self.type.element if self.is_vector else self.type

    def __add__(self, other: Operand) -> Value:
        return self._arithmetic("add", other)

    def __sub__(self, other: Operand) -> Value:
        return self._arithmetic("sub", other)

    def __mul__(self, other: Operand) -> Value:
        return self._arithmetic("mul", other)

    def __truediv__(self, other: Operand) -> Value:
        one, two = together(self, other)
        return one._made(self.builder.fdiv(one.raw, two.raw))

    def __floordiv__(self, other: Operand) -> Value:
        """Divide integers, rounding toward zero."""
        one, two = together(self, other)
        return one._made(self.builder.sdiv(one.raw, two.raw))

    def __mod__(self, other: Operand) -> Value:
        """Return the remainder of integers, with the sign of the dividend."""
        one, two = together(self, other)
        return one._made(self.builder.srem(one.raw, two.raw))

    def __radd__(self, other: Number) -> Value:
        return self + other

    def __rmul__(self, other: Number) -> Value:
        return self * other

    def __rsub__(self, other: Number) -> Value:
        return self.like(other) - self

    def __rtruediv__(self, other: Number) -> Value:
        return self.like(other) / self

    def __neg__(self) -> Value:
        return self._made(self.builder.fneg(self.raw))

    def __lt__(self, other: Operand) -> Value:
        return self._compare("<", other)

    def __le__(self, other: Operand) -> Value:
        return self._compare("<=", other)

    def __gt__(self, other: Operand) -> Value:
        return self._compare(">", other)

    def __ge__(self, other: Operand) -> Value:
        return self._compare(">=", other)

    def equals(self, other: Operand) -> Value:
        """Compare for equality; `==` is Python's."""
        return self._compare("==", other)

    def __and__(self, other: Value) -> Value:
        one, two = together(self, other)
        return one._made(self.builder.and_(one.raw, two.raw))

    def __or__(self, other: Value) -> Value:
        one, two = together(self, other)
        return one._made(self.builder.or_(one.raw, two.raw))

    def __invert__(self) -> Value:
        return self._made(self.builder.not_(self.raw))

    def __getitem__(self, lane: Operand) -> Value:
        """Return one lane of a vector."""
        index = lane.raw if isinstance(lane, Value) else ir.Constant(INT, lane)
        return self._made(self.builder.extract_element(self.raw, index))

    def like(self, number: Number) -> Value:
        """Return a constant of the same type."""
        return self._made(ir.Constant(self.type, number))

    def rounded_down(self) -> Value:
        """Convert a float that is not negative to an integer."""
        return self._made(self.builder.fptosi(self.raw, INT))

    def as_float(self) -> Value:
        """Convert an integer."""
        return self._made(self.builder.sitofp(self.raw, FLOAT))

    def _arithmetic(self, name: str, other: Operand) -> Value:
        one, two = together(self, other)
        prefix = "" if isinstance(one.element, ir.IntType) else "f"
        return one._made(getattr(self.builder, prefix + name)(one.raw, two.raw))

    def _compare(self, symbol: str, other: Operand) -> Value:
        one, two = together(self, other)
        compare = self.builder.icmp_signed if isinstance(one.element, ir.IntType) else self.builder.fcmp_ordered
        return one._made(compare(symbol, one.raw, two.raw))

    def _made(self, raw: ir.Value) -> Value:
        return Value(self.builder, raw)


Operand = Value | Number


def together(one: Value, other: Operand) -> tuple[Value, Value]:
    """Bring two operands to one type: numbers become constants, and a scalar beside a vector fills its lanes."""
    if not isinstance(other, Value):
        return one, one.like(other)
    if one.is_vector and not other.is_vector:
        return one, splat(other)
    if other.is_vector and not one.is_vector:
        return splat(one), other
    return one, other


def splat(scalar: Value) -> Value:
    """Return a vector of one number."""
    vector = ir.VectorType(scalar.type, LANES)
    builder = scalar.builder
    first = builder.insert_element(ir.Constant(vector, ir.Undefined), scalar.raw, ir.Constant(INT, 0))
    zeros = ir.Constant(ir.VectorType(INT, LANES), [0] * LANES)
    return Value(builder, builder.shuffle_vector(first, ir.Constant(vector, ir.Undefined), zeros))


def where(condition: Value, one: Operand, other: Operand) -> Value:
    """Return `one` where the condition holds and `other` elsewhere; at least one of them is a Value."""
    if isinstance(one, Value):
        one, other = together(one, other)
    else:
        assert isinstance(other, Value)
        other, one = together(other, one)
    if condition.is_vector and not one.is_vector:
        one, other = splat(one), splat(other)
    return Value(condition.builder, condition.builder.select(condition.raw, one.raw, other.raw))


def minimum(one: Value, other: Operand) -> Value:
    """Return the smaller operand."""
    one, other = together(one, other)
    return where(one < other, one, other)


def maximum(one: Value, other: Operand) -> Value:
    """Return the larger operand."""
    one, other = together(one, other)
    return where(one > other, one, other)


def clamp(value: Value, low: Operand, high: Operand) -> Value:
    """Return a value no less than `low` and no more than `high`."""
    return minimum(maximum(value, low), high)


def sqrt(value: Value) -> Value:
    """Return the square root."""
    return _intrinsic("sqrt", value)


def absolute(value: Value) -> Value:
    """Return |value| of floats."""
    return _intrinsic("fabs", value)


def _intrinsic(name: str, value: Value) -> Value:
    suffix = f"v{LANES}f32" if value.is_vector else "f32"
    function = declared(value.builder.module, f"llvm.{name}.{suffix}", value.type, [value.type])
    return Value(value.builder, value.builder.call(function, [value.raw]))


def declared(module: ir.Module, name: str, result: Any, arguments: Sequence[Any]) -> ir.Function:
    """Return a function of LLVM's own, declared once in a module."""
    return module.globals.get(name) or ir.Function(module, ir.FunctionType(result, arguments), name)


def lowest_bit(number: Value) -> Value:
    """Return the index of the lowest bit that is set in a number other than 0."""
    count = declared(number.builder.module, "llvm.cttz.i32", INT, [INT, ir.IntType(1)])
    return Value(number.builder, number.builder.call(count, [number.raw, ir.Constant(ir.IntType(1), 1)]))
