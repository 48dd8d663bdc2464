"""Whether a file is ONNX: a protobuf message whose fields are those of a model, and end where the file ends."""

from __future__ import annotations

from typing import BinaryIO

# Fields of ONNX's ModelProto and how each is written (protobuf's wire types: 0 a number, 2 a length and its bytes).
_FIELDS = {1: 0, 2: 2, 3: 2, 4: 2, 5: 0, 6: 2, 7: 2, 8: 2, 14: 2, 20: 2, 25: 2, 26: 2}
_VERSION, _GRAPH = 1, 7


def is_onnx(file: BinaryIO, size: int) -> bool:
    """Walk through the outermost fields; `size` is the file's, in bytes."""
    seen, position = set(), 0
    while position < size:
        file.seek(position)
        key = _number(file)
        if key is None or _FIELDS.get(key >> 3) != key & 7:
            return False
        value = _number(file)
        if value is None:
            return False
        seen.add(key >> 3)
        position = file.tell() + (value if key & 7 else 0)
    return position == size and {_VERSION, _GRAPH} <= seen


def _number(file: BinaryIO) -> int | None:
    """A number of up to ten bytes, seven bits in each, the lowest first; None where there is none."""
    value = 0
    for shift in range(0, 70, 7):
        byte = file.read(1)
        if not byte:
            return None
        value |= (byte[0] & 0x7F) << shift
        if byte[0] < 0x80:
            return value
    return None
