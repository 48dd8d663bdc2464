"""Names and shapes of the tensors in a pickle, read without running anything that the pickle asks for.

A pickle is a program for a small machine that may call any function by its name. The operations are looked through
first, and the names that one would call are compared with the few that rebuild tensors; then the program runs on
stand-ins, so that even a name that slipped through would call nothing. Protocol: Python's pickletools.
"""

from __future__ import annotations

import io
import pickle
import pickletools
from collections import OrderedDict
from typing import Any, BinaryIO

from taureau.weights.errors import RefusedWeightsError

MAX_BYTES = 256 << 20  # of a pickle without its tensors' data; the largest models need a few
_TENSOR_MAKERS = frozenset(
    f"torch._utils {name}"
    for name in ("_rebuild_tensor", "_rebuild_tensor_v2", "_rebuild_parameter", "_rebuild_parameter_with_state")
)
_HARMLESS = frozenset(
    (
        "collections OrderedDict",
        "torch Size",
        "torch device",
        "torch Tensor",
        "torch.nn.parameter Parameter",
        "torch.storage UntypedStorage",
        "torch.storage TypedStorage",
    )
)
_TORCH_TYPES = frozenset(
    ("float64", "float32", "float16", "bfloat16", "int64", "int32", "int16", "int8", "uint8", "bool")
)


class Shape(tuple[int, ...]):
    """A placeholder for a tensor: its shape alone."""


class _StandIn:
    """A placeholder for any other object in a pickle."""

    def __init__(self, *_: object) -> None: ...

    def __setstate__(self, _: object) -> None: ...


def tensor_shapes(file: BinaryIO) -> dict[str, tuple[int, ...]]:
    """The tensors of the one pickle that `file` goes on with, by name ("visual.proj"): of a state dict, or of one
    inside a checkpoint.

    Leaves `file` behind the pickle. Raises RefusedWeightsError where the pickle would run code, ValueError where it
    is broken.
    """
    begin = file.tell()
    _look_through(file)
    end = file.tell()
    file.seek(begin)
    try:
        content = _Reader(io.BytesIO(file.read(end - begin))).load()
    except RefusedWeightsError:
        raise
    except Exception as error:  # a pickle that is broken can make the machine fail in any way
        raise ValueError("its table of contents is broken") from error
    return _collect(content)


def _look_through(file: BinaryIO) -> None:
    """Read the pickle's opcodes to its end, rejecting those that a pickle of tensors does not need."""
    begin = file.tell()
    try:
        for count, (operation, argument, position) in enumerate(pickletools.genops(file)):
            if operation.name in ("GLOBAL", "INST"):
                _check(str(argument))
            elif operation.name in ("EXT1", "EXT2", "EXT4"):
                raise _refusal("a registered extension")
            elif operation.name in ("PUT", "BINPUT", "LONG_BINPUT") and int(str(argument)) > max(count, 256):
                raise ValueError("a note far beyond its content")  # would reserve memory for all numbers below it
            if position is not None and position - begin > MAX_BYTES:
                raise ValueError("it is far too long")
    except RefusedWeightsError:
        raise
    except Exception as error:  # pickletools says what is broken in many ways
        raise ValueError("its table of contents is broken") from error


def _check(name: str) -> None:
    """Raise unless this "module name" is one of those that tensors are made with."""
    if name in _TENSOR_MAKERS or name in _HARMLESS:
        return
    module, _, thing = name.partition(" ")
    if module == "torch" and (thing in _TORCH_TYPES or (thing.endswith("Storage") and thing.isidentifier())):
        return
    raise _refusal(name.replace(" ", "."))


def _refusal(what: str) -> RefusedWeightsError:
    shown = "".join(letter if letter.isprintable() else "?" for letter in what)[:80]
    return RefusedWeightsError(f"it is a pickle that would run code ({shown}): take the model as safetensors")


class _Reader(pickle.Unpickler):
    """Unpickles with placeholders: no global name is ever resolved."""

    def find_class(self, module: str, name: str, /) -> Any:
        _check(f"{module} {name}")
        if name == "OrderedDict":
            return OrderedDict
        if name.startswith("_rebuild_tensor"):
            return _shape_of_tensor
        if name.startswith("_rebuild_parameter"):
            return _shape_of_parameter
        return _StandIn

    def persistent_load(self, _: object, /) -> Any:
        return _StandIn()  # the data of a tensor, which lies elsewhere in the file


def _shape_of_tensor(_storage: object, _offset: object, size: Any, *_: object) -> Shape:
    return Shape(int(side) for side in size)


def _shape_of_parameter(tensor: object, *_: object) -> object:
    return tensor


def _collect(content: object) -> dict[str, tuple[int, ...]]:
    """The tensors of the first dict that has any: the content itself, or its "state_dict" or the like."""
    if not isinstance(content, dict):
        return {}
    found = {str(name): tuple(value) for name, value in content.items() if isinstance(value, Shape)}
    if found:
        return found
    inner = (content[name] for name in ("state_dict", "model", "model_state_dict") if name in content)
    return next((shapes for shapes in map(_collect, inner) if shapes), {})
