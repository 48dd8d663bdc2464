"""Names and shapes of the tensors in a pickle, read without running anything that the pickle asks for.

A pickle is a program for a small machine that may call any function by its name. Here it runs on a machine of our own,
which knows no function at all: it compares the names with the few that rebuild tensors, keeps shapes in place of
tensors, and is bounded in bytes and operations. Nothing nested is ever hashed, compared or walked through, each of
which takes exponential time on a tuple of itself. Protocol: Python's pickletools.
"""

from __future__ import annotations

import io
import pickletools
from typing import Any, BinaryIO

from taureau.weights.errors import RefusedWeightsError

MAX_BYTES = 16 << 20  # of a pickle without its tensors' data; the largest models need a few
_MAX_OPERATIONS = 600_000  # thousands of tensors take some twenty each
_MAX_SIDES = 64  # dimensions of a tensor, as in NumPy
_TENSOR_MAKERS = frozenset(("torch._utils _rebuild_tensor", "torch._utils _rebuild_tensor_v2"))
_PARAMETER_MAKERS = frozenset(("torch._utils _rebuild_parameter", "torch._utils _rebuild_parameter_with_state"))
_ORDERED_DICT, _SIZE = "collections OrderedDict", "torch Size"
_HARMLESS = frozenset(
    (
        _ORDERED_DICT,
        _SIZE,
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
_WRAPPERS = ("state_dict", "model", "model_state_dict")  # names of the state dict in a checkpoint
_PLAIN_KEYS = (str, bytes, int, float, type(None))
_EXTENSIONS = frozenset(("EXT1", "EXT2", "EXT4"))
_CONSTANTS: dict[str, object] = {"NONE": None, "NEWTRUE": True, "NEWFALSE": False}
_TUPLES = {"TUPLE1": 1, "TUPLE2": 2, "TUPLE3": 3}
_NOTHING = object()  # ends the stack of a MARK, and stands for every object that is no tensor


class Shape(tuple[int, ...]):
    """A placeholder for a tensor: its shape alone."""


class _Name(str):
    """A global name that was checked, such as "torch._utils _rebuild_tensor_v2"."""


def tensor_shapes(file: BinaryIO) -> dict[str, tuple[int, ...]]:
    """The tensors of the one pickle that `file` goes on with, by name ("visual.proj"): of a state dict, or of one
    inside a checkpoint.

    Leaves `file` behind the pickle. Raises RefusedWeightsError where the pickle would run code, ValueError where it
    is broken or would take too much work.
    """
    begin = file.tell()
    data = io.BytesIO(file.read(MAX_BYTES))
    try:
        content = _Machine().run(data)
    except RefusedWeightsError:
        raise
    except Exception as error:  # pickletools says what is broken in many ways, and so does a stack that is empty
        raise ValueError("its table of contents is broken") from error
    file.seek(begin + data.tell())
    return _collect(content)


class _Machine:
    """Executes pickle operations on placeholders."""

    def __init__(self) -> None:
        self._stack: list[Any] = []
        self._below: list[list[Any]] = []  # the stacks below the marks
        self._memo: dict[int, Any] = {}
        self._left = _MAX_OPERATIONS

    def run(self, data: BinaryIO) -> object:
        for operation, argument, _ in pickletools.genops(data):
            self._charge(1)
            if operation.name == "STOP":
                break
            self._execute(operation.name, argument)
        return self._stack.pop()

    def _charge(self, work: int) -> None:
        self._left -= work
        if self._left < 0:
            raise ValueError("too many operations")

    def _execute(self, name: str, argument: Any) -> None:
        stack = self._stack
        match name:
            case "PROTO" | "FRAME":
                pass
            case "MARK":
                self._below.append(stack)
                self._stack = []
            case "POP":
                stack.pop() if stack else self._pop_mark()
            case "POP_MARK":
                self._pop_mark()
            case "PUT" | "BINPUT" | "LONG_BINPUT":
                self._memo[int(argument)] = stack[-1]
            case "MEMOIZE":
                self._memo[len(self._memo)] = stack[-1]
            case "GET" | "BINGET" | "LONG_BINGET":
                stack.append(self._memo[int(argument)])
            case "GLOBAL":
                stack.append(_checked(str(argument)))
            case "STACK_GLOBAL":
                thing, module = stack.pop(), stack.pop()
                stack.append(_checked(f"{module} {thing}"))
            case "INST":
                _checked(str(argument))
                self._replace_mark(_NOTHING)
            case "OBJ":
                self._replace_mark(_NOTHING)
            case "REDUCE":
                arguments, function = stack.pop(), stack.pop()
                stack.append(self._called(function, arguments))
            case "NEWOBJ":
                stack[-2:] = [_NOTHING]
            case "NEWOBJ_EX":
                stack[-3:] = [_NOTHING]
            case "BUILD":
                stack.pop()
            case "PERSID":
                stack.append(_NOTHING)  # the data of a tensor, which lies elsewhere in the file
            case "BINPERSID":
                stack[-1] = _NOTHING
            case _ if name in _CONSTANTS:
                stack.append(_CONSTANTS[name])
            case _ if name in _EXTENSIONS:
                raise _refusal("a registered extension")
            case _ if argument is not None:  # a number, text or bytes
                stack.append(argument)
            case _:
                self._build(name)

    def _build(self, name: str) -> None:
        """Execute an operation that makes or fills a tuple, list, dict or set."""
        stack = self._stack
        match name:
            case "EMPTY_TUPLE":
                stack.append(())
            case "TUPLE1" | "TUPLE2" | "TUPLE3":
                count = _TUPLES[name]
                stack[-count:] = [tuple(stack[-count:])]
            case "TUPLE":
                self._replace_mark(tuple(stack))
            case "EMPTY_LIST":
                stack.append([])
            case "LIST":
                self._replace_mark(list(stack))
            case "APPEND":
                item = stack.pop()
                _append(stack[-1], [item])
            case "APPENDS":
                items = self._pop_mark()
                _append(self._stack[-1], items)
            case "EMPTY_DICT":
                stack.append({})
            case "DICT":
                self._replace_mark(_filled(stack))
            case "SETITEM":
                pair = stack[-2:]
                del stack[-2:]
                _fill(stack[-1], pair)
            case "SETITEMS":
                items = self._pop_mark()
                _fill(self._stack[-1], items)
            case "EMPTY_SET":
                stack.append(_NOTHING)
            case "ADDITEMS":
                _check_keys(self._pop_mark())
            case "FROZENSET":
                _check_keys(stack)
                self._replace_mark(_NOTHING)
            case _:
                raise ValueError(f"{name} is not needed for tensors")

    def _pop_mark(self) -> list[Any]:
        """Remove the last mark and return what is above it."""
        above, self._stack = self._stack, self._below.pop()
        return above

    def _replace_mark(self, value: object) -> None:
        self._pop_mark()
        self._stack.append(value)

    def _called(self, function: object, arguments: Any) -> object:
        """Return a placeholder for what a function that was checked returns."""
        if not isinstance(function, _Name) or not isinstance(arguments, tuple):
            raise ValueError("it calls what is no function")
        if function in _TENSOR_MAKERS:
            return _shape(arguments[2])
        if function in _PARAMETER_MAKERS or function == _SIZE:
            return arguments[0]
        if function != _ORDERED_DICT:
            return _NOTHING
        pairs = arguments[0] if arguments else ()  # Python 2 hands over the items
        self._charge(len(pairs))
        return _filled([part for first, second in pairs for part in (first, second)])


def _filled(items: list[Any]) -> dict[Any, Any]:
    made: dict[Any, Any] = {}
    _fill(made, items)
    return made


def _append(target: object, items: list[Any]) -> None:
    if isinstance(target, list):
        target.extend(items)


def _fill(target: object, items: list[Any]) -> None:
    """Add keys and values in turn to a dict; raises ValueError for a key that may be nested."""
    keys, values = items[::2], items[1::2]
    _check_keys(keys)
    if isinstance(target, dict):
        target.update(zip(keys, values, strict=True))


def _check_keys(keys: list[Any]) -> None:
    if not all(isinstance(key, _PLAIN_KEYS) for key in keys):
        raise ValueError("a key is neither a name nor a number")


def _checked(name: str) -> _Name:
    """Return this "module name"; raises RefusedWeightsError unless it is one of those that tensors are made with."""
    module, _, thing = name.partition(" ")
    of_torch = module == "torch" and (thing in _TORCH_TYPES or (thing.endswith("Storage") and thing.isidentifier()))
    if of_torch or name in _TENSOR_MAKERS or name in _PARAMETER_MAKERS or name in _HARMLESS:
        return _Name(name)
    raise _refusal(name.replace(" ", "."))


def _refusal(what: str) -> RefusedWeightsError:
    shown = "".join(letter if letter.isprintable() else "?" for letter in what[:80])
    return RefusedWeightsError(f"it is a pickle that would run code ({shown}): take the model as safetensors")


def _shape(size: Any) -> Shape:
    if not isinstance(size, (tuple, list)) or len(size) > _MAX_SIDES or not all(type(side) is int for side in size):
        raise ValueError("a tensor without a shape")
    return Shape(size)


def _collect(content: object, *, inside: bool = False) -> dict[str, tuple[int, ...]]:
    """The tensors of the first dict that has any: the content itself, or its "state_dict" or the like."""
    if not isinstance(content, dict):
        return {}
    found = {str(name): tuple(value) for name, value in content.items() if isinstance(value, Shape)}
    if found or inside:
        return found
    inner = (content[name] for name in _WRAPPERS if name in content)
    return next((shapes for shapes in (_collect(one, inside=True) for one in inner) if shapes), {})
