"""The format and tensors of a weights file, read from its bytes; nothing in it is executed."""

from __future__ import annotations

import io
import lzma
import stat
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from taureau.small_files import LIMIT, json_value
from taureau.weights import pickles
from taureau.weights.errors import RefusedWeightsError, WeightsError
from taureau.weights.model import Format
from taureau.weights.onnx import Inputs, read_onnx
from taureau.weights.transfer import storage_error

SUFFIXES: dict[Format, str] = {"safetensors": ".safetensors", "torch": ".pt", "torchscript": ".pt", "onnx": ".onnx"}
_HEADER_LIMIT = 8 << 20  # bytes of the header of safetensors; the largest models need one
TEXT_LIMIT = 32 << 20  # bytes of a text file, such as the merges of a tokenizer
_CONTENTS_LIMIT = 4 << 20  # bytes of the table of contents of a zip archive
_ZIP_END = b"PK\x05\x06"
_MAX_SIDES = 64  # dimensions of a tensor, as in NumPy
_OLD_TORCH_PICKLES = 5  # a mark, a version, the system, the tensors, the names of their data
_PICKLE = b"\x80"


_DAMAGES = (  # what is raised for files that are broken, or use what no weights use
    ValueError,
    LookupError,
    TypeError,
    ArithmeticError,
    RecursionError,
    MemoryError,
    EOFError,
    NotImplementedError,
    RuntimeError,
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
)


@dataclass(frozen=True)
class Content:
    """A file's format, and its tensors or inputs where the header lists them."""

    format: Format
    tensors: Mapping[str, tuple[int, ...]] = field(default_factory=dict)  # name -> shape
    inputs: Inputs = field(default_factory=dict)  # of the graph in an ONNX file


def content_of(path: Path, wanted: Format) -> Content:
    """What the file holds; `wanted` is what it should be, and tells text from text.

    Raises RefusedWeightsError where it is nothing that Taureau loads or would run code, StorageError where it cannot
    be read.
    """
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):  # reading a pipe might never end
            raise RefusedWeightsError(f"{path.name} is not a file")
        with open(path, "rb") as file:
            return _identify(file, found.st_size, wanted)
    except OSError as error:
        if error.errno is None:  # not the system's: bzip2 raises it for bad data
            raise _damaged(path, error) from error
        raise storage_error(error, path) from error
    except WeightsError as error:
        raise RefusedWeightsError(f"{path.name} is refused: {error}") from None
    except _DAMAGES as error:
        raise _damaged(path, error) from error


def _damaged(path: Path, error: Exception) -> RefusedWeightsError:
    return RefusedWeightsError(f"{path.name} is refused: it is damaged or cut off ({error}); get it again")


def _identify(file: BinaryIO, size: int, wanted: Format) -> Content:
    head = file.read(1024)
    file.seek(0)
    if not head:
        raise RefusedWeightsError("it is empty; get it again")
    if head.startswith(b"PK\x03\x04"):
        _check_table_of_contents(file, size)
        return _zip(file)
    if head.startswith(_PICKLE) and 2 <= head[1] <= 5:
        return _old_torch(file, size)
    if head[8:9] == b"{" and int.from_bytes(head[:8], "little") <= _HEADER_LIMIT:
        return Content("safetensors", _safetensors(file, size))
    if head.lstrip()[:1] == b"<":
        raise RefusedWeightsError("it is a web page or XML, not weights; a sign-in page may have come in its place")
    if head.startswith(b"version https://git-lfs"):
        raise RefusedWeightsError("it is a Git LFS pointer, not the file itself: run `git lfs pull`, then import again")
    if wanted == "json" and head.lstrip()[:1] in (b"{", b"["):
        json_value(_bounded(file, LIMIT))
        return Content("json")
    if wanted == "text" and b"\0" not in head:
        _bounded(file, TEXT_LIMIT).decode("utf-8")
        return Content("text")
    if (inputs := read_onnx(file, size)) is not None:
        return Content("onnx", inputs=inputs)
    raise RefusedWeightsError("it is no weights: safetensors, torch's .pt or .bin, and ONNX are what can be used")


def _safetensors(file: BinaryIO, size: int) -> dict[str, tuple[int, ...]]:
    """The tensors in the header; raises ValueError if the data does not end at the end of the file."""
    length = int.from_bytes(file.read(8), "little")
    table = json_value(file.read(length))
    if not isinstance(table, dict):
        raise ValueError("its header is no table")
    table.pop("__metadata__", None)
    end = max((_whole_numbers(entry["data_offsets"])[1] for entry in table.values()), default=0)
    if 8 + length + end != size:
        raise ValueError(f"{size} bytes instead of {8 + length + end}")
    return {name: _whole_numbers(entry["shape"]) for name, entry in table.items()}


def _whole_numbers(values: object) -> tuple[int, ...]:
    """Return a list of a file as numbers from 0 on; raises ValueError where it is anything else."""
    if not isinstance(values, list) or len(values) > _MAX_SIDES or not all(type(v) is int and v >= 0 for v in values):
        raise ValueError("its header has something else in place of whole numbers")
    return tuple(values)


def _bounded(file: BinaryIO, limit: int) -> bytes:
    data = file.read(limit + 1)
    if len(data) > limit:
        raise ValueError(f"more than {limit >> 20} MB of text")
    return data


def _check_table_of_contents(file: BinaryIO, size: int) -> None:
    """Raise ValueError where the table of contents of a zip archive is far longer than that of any model.

    The archive ends with a record of the table's place; everything between that place and the end is read at once.
    """
    file.seek(max(0, size - (1 << 16) - 22))  # a comment of up to 64 kB may follow the record
    ending = file.read()
    record = ending.rfind(_ZIP_END)
    length = int.from_bytes(ending[record + 12 : record + 16], "little")
    if length == 0xFFFFFFFF:  # a larger archive has a longer record before that one
        longer = ending.rfind(b"PK\x06\x06", 0, record)
        length = int.from_bytes(ending[longer + 40 : longer + 48], "little") if longer >= 0 else size
    if record >= 0 and length > _CONTENTS_LIMIT:
        raise ValueError("its table of contents is far too long")
    file.seek(0)


def _zip(file: BinaryIO) -> Content:
    """Read a torch archive, a folder with data.pkl; TorchScript archives contain code as well."""
    with zipfile.ZipFile(file) as archive:
        members = {name.partition("/")[2]: name for name in archive.namelist()}
        if "data.pkl" not in members:
            raise RefusedWeightsError("it is a zip archive without weights: unpack it, and import what is in it")
        if "constants.pkl" in members or any(name.startswith("code/") for name in members):
            return Content("torchscript")
        if archive.getinfo(members["data.pkl"]).file_size > pickles.MAX_BYTES:
            raise ValueError("its table of contents is far too long")
        with archive.open(members["data.pkl"]) as table:
            return Content("torch", _some(pickles.tensor_shapes(io.BytesIO(table.read(pickles.MAX_BYTES)))))


def _old_torch(file: BinaryIO, size: int) -> Content:
    """Read the format of torch before 1.6, several pickles followed by data; any other pickle is checked too."""
    found: dict[str, tuple[int, ...]] = {}
    for _ in range(_OLD_TORCH_PICKLES):
        if file.tell() < size:
            found |= pickles.tensor_shapes(file)
    return Content("torch", _some(found))


def _some(tensors: dict[str, tuple[int, ...]]) -> dict[str, tuple[int, ...]]:
    if not tensors:
        raise RefusedWeightsError("there are no named tensors in it: what is wanted is a state dict")
    return tensors
