"""The format and tensors of a weights file, read from its bytes; nothing in it is executed."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from taureau.weights import pickles
from taureau.weights.errors import RefusedWeightsError, WeightsError
from taureau.weights.model import Format
from taureau.weights.onnx import Inputs, read_onnx
from taureau.weights.transfer import storage_error

SUFFIXES: dict[Format, str] = {"safetensors": ".safetensors", "torch": ".pt", "torchscript": ".pt", "onnx": ".onnx"}
_HEADER_LIMIT = 100 << 20  # bytes, as the format itself has it
_OLD_TORCH_PICKLES = 5  # a mark, a version, the system, the tensors, the names of their data
_PICKLE = b"\x80"


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
        with open(path, "rb") as file:
            return _identify(file, path.stat().st_size, wanted)
    except OSError as error:
        raise storage_error(error, path) from error
    except WeightsError as error:
        raise RefusedWeightsError(f"{path.name} is refused: {error}") from None
    except (ValueError, KeyError, TypeError, RecursionError, zipfile.BadZipFile, EOFError) as error:
        raise RefusedWeightsError(
            f"{path.name} is refused: it is damaged or cut off ({error}); get it again"
        ) from error


def _identify(file: BinaryIO, size: int, wanted: Format) -> Content:
    head = file.read(1024)
    file.seek(0)
    if not head:
        raise RefusedWeightsError("it is empty; get it again")
    if head.startswith(b"PK\x03\x04"):
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
        json.load(file)
        return Content("json")
    if wanted == "text" and b"\0" not in head:
        file.read().decode("utf-8")
        return Content("text")
    if (inputs := read_onnx(file, size)) is not None:
        return Content("onnx", inputs=inputs)
    raise RefusedWeightsError("it is no weights: safetensors, torch's .pt or .bin, and ONNX are what can be used")


def _safetensors(file: BinaryIO, size: int) -> dict[str, tuple[int, ...]]:
    """The tensors in the header; raises ValueError if the data does not end at the end of the file."""
    length = int.from_bytes(file.read(8), "little")
    table = json.loads(file.read(length))
    table.pop("__metadata__", None)
    end = max((entry["data_offsets"][1] for entry in table.values()), default=0)
    if 8 + length + end != size:
        raise ValueError(f"{size} bytes instead of {8 + length + end}")
    return {name: tuple(map(int, entry["shape"])) for name, entry in table.items()}


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
            return Content("torch", _some(pickles.tensor_shapes(io.BytesIO(table.read()))))


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
