"""ONNX files: whether a file is one, and the inputs of its graph; nothing in it is executed.

An ONNX file is a protobuf message. Its fields are walked through by their lengths; the weights are passed over.
Field numbers: https://github.com/onnx/onnx/blob/main/onnx/onnx.proto.
"""

from __future__ import annotations

import mmap
from collections.abc import Iterator, Mapping
from typing import BinaryIO, NamedTuple

from taureau.weights.errors import RefusedWeightsError

_MOST_FIELDS = 1_000_000  # in one file, ten times as many as a large network has
_NUMBER, _EIGHT_BYTES, _LENGTH, _FOUR_BYTES = 0, 1, 2, 5  # protobuf's wire types
# Fields of ModelProto and how each is written.
_OUTERMOST = {1: 0, 2: 2, 3: 2, 4: 2, 5: 0, 6: 2, 7: 2, 8: 2, 14: 2, 20: 2, 25: 2, 26: 2}
_VERSION, _GRAPH = 1, 7
_INSIDE: Mapping[str, Mapping[int, str]] = {  # the messages in which tensors can be, by message and field
    "model": {_GRAPH: "graph", 20: "training", 25: "function"},
    "graph": {1: "node", 5: "tensor", 15: "sparse tensor"},
    "node": {5: "attribute"},
    "attribute": {5: "tensor", 6: "graph", 10: "tensor", 11: "graph", 22: "sparse tensor", 23: "sparse tensor"},
    "sparse tensor": {1: "tensor", 2: "tensor"},
    "function": {7: "node", 11: "attribute"},
    "training": {1: "graph", 2: "graph"},
    "tensor": {},
}
_INITIALIZER, _INPUT = 5, 11  # of a graph
_TENSOR_NAME, _EXTERNAL_DATA, _DATA_LOCATION = 8, 13, 14  # of a tensor

Inputs = Mapping[str, tuple[int, ...]]  # name -> shape, 0 where a side is free


class _Field(NamedTuple):
    number: int
    wire: int
    value: int  # a number itself; of anything else where its content begins
    end: int  # where the field ends


def read_onnx(file: BinaryIO, size: int) -> Inputs | None:
    """Return the inputs of the graph in a file of `size` bytes; None where it is not ONNX.

    Raises RefusedWeightsError where weights are in other files, ValueError where the file is damaged.
    """
    with mmap.mmap(file.fileno(), size, access=mmap.ACCESS_READ) as data:
        reader = _Reader(data)
        if not _is_onnx(reader, size):
            return None
        reader.check_tensors(size)
        return reader.inputs(size)


def _is_onnx(reader: _Reader, size: int) -> bool:
    """Return whether the outermost fields are those of a model, and end where the file ends."""
    seen = set()
    try:
        for field in reader.fields(0, size):
            if _OUTERMOST.get(field.number) != field.wire:
                return False
            seen.add(field.number)
    except ValueError:
        return False
    return {_VERSION, _GRAPH} <= seen


class _Reader:
    """Walks through a message; the number of fields it reads in all is bounded."""

    def __init__(self, data: mmap.mmap) -> None:
        self._data = data
        self._left = _MOST_FIELDS

    def fields(self, begin: int, end: int) -> Iterator[_Field]:
        """Yield the fields of the message in these bytes; raises ValueError where it is damaged."""
        position = begin
        while position < end:
            self._left -= 1
            if self._left < 0:
                raise ValueError(f"more than {_MOST_FIELDS} fields")
            key, position = self._number(position)
            number, wire = key >> 3, key & 7
            value = position
            if wire == _NUMBER:
                value, position = self._number(position)
            elif wire == _LENGTH:
                length, value = self._number(position)
                position = value + length
            elif wire in (_EIGHT_BYTES, _FOUR_BYTES):
                position += 8 if wire == _EIGHT_BYTES else 4
            else:
                raise ValueError(f"a field of the unknown type {wire}")
            if position > end:
                raise ValueError("a field that is longer than what holds it")
            yield _Field(number, wire, value, position)

    def check_tensors(self, size: int) -> None:
        """Raise RefusedWeightsError where the data of a tensor, at any depth, is in another file."""
        waiting = [("model", 0, size)]
        while waiting:
            kind, begin, end = waiting.pop()
            inside = _INSIDE[kind]
            for field in self.fields(begin, end):
                if kind == "tensor" and (
                    field.number == _EXTERNAL_DATA or (field.number == _DATA_LOCATION and field.value)
                ):
                    raise RefusedWeightsError("its weights are in other files: take it as one file")
                if field.wire == _LENGTH and field.number in inside:
                    waiting.append((inside[field.number], field.value, field.end))

    def inputs(self, size: int) -> Inputs:
        """Return the inputs that the graph has no values for."""
        found: dict[str, tuple[int, ...]] = {}
        known = set()
        for _, begin, end in self._inside(0, size, _GRAPH):
            for number, start, stop in self._inside(begin, end, _INPUT, _INITIALIZER):
                if number == _INITIALIZER:
                    known.update(self._texts(start, stop, _TENSOR_NAME))
                else:
                    (name, *_) = (*self._texts(start, stop, 1), "")
                    found[name] = self._shape(start, stop)
        return {name: shape for name, shape in found.items() if name not in known}

    def _shape(self, begin: int, end: int) -> tuple[int, ...]:
        """Return the shape in a ValueInfoProto: type (2), tensor_type (1), shape (2), dim (1), dim_value (1)."""
        places = [(begin, end)]
        for number in (2, 1, 2, 1):
            places = [(start, stop) for place in places for _, start, stop in self._inside(*place, number)]
        return tuple(
            next((field.value for field in self.fields(*place) if field.number == 1 and field.wire == _NUMBER), 0)
            for place in places
        )

    def _inside(self, begin: int, end: int, *numbers: int) -> Iterator[tuple[int, int, int]]:
        """Yield the messages in these fields: number, begin, end."""
        for field in self.fields(begin, end):
            if field.number in numbers and field.wire == _LENGTH:
                yield field.number, field.value, field.end

    def _texts(self, begin: int, end: int, number: int) -> list[str]:
        return [self._data[start:stop].decode("utf-8") for _, start, stop in self._inside(begin, end, number)]

    def _number(self, position: int) -> tuple[int, int]:
        """Return a number of up to ten bytes, seven bits in each, the lowest first, and where it ends."""
        data, value = self._data, 0
        for shift in range(0, 70, 7):
            if position >= len(data):
                break
            byte = data[position]
            position += 1
            value |= (byte & 0x7F) << shift
            if byte < 0x80:
                return value, position
        raise ValueError("a number without an end")
