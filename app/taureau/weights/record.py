"""The record of an installed model: a small file beside its weights."""

from __future__ import annotations

import contextlib
import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from taureau.small_files import read_json
from taureau.weights.errors import DamagedWeightsError, StorageError
from taureau.weights.folder import write_text
from taureau.weights.model import FORMATS, RECORD, Format, check_file_name

NAME = RECORD
_SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True)
class Kept:
    """A file as it was when it was stored."""

    format: Format
    size: int  # bytes
    sha256: str
    checked_ns: int  # the file's time of change when its hash was last compared


Record = Mapping[str, Kept]  # name in the model's folder -> the file


def read_record(folder: Path) -> Record | None:
    """The record in a model's folder; None if there is none. Raises DamagedWeightsError if it is invalid."""
    path = folder / NAME
    try:
        written: Any = read_json(path)
        found = {check_file_name(name): Kept(**entry) for name, entry in written["files"].items()}
        if not found or not all(map(_is_valid, found.values())):
            raise ValueError("it lacks something")
        return found
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise DamagedWeightsError(
            f"{path} is broken: import the model again, or `taureau models remove {folder.name}`"
        ) from error


def _is_valid(kept: Kept) -> bool:
    numbers = (kept.size, kept.checked_ns)
    hashed = isinstance(kept.sha256, str) and _SHA256.fullmatch(kept.sha256) is not None
    return kept.format in FORMATS and hashed and all(type(number) is int for number in numbers)


def write_record(folder: Path, record: Record) -> None:
    """Write the record; raises StorageError."""
    entries = {name: asdict(kept) for name, kept in record.items()}
    write_text(folder / NAME, json.dumps({"files": entries}, indent=1))


def note_record(folder: Path, record: Record) -> None:
    """Write the record if possible; weights on a read-only disk are still usable."""
    with contextlib.suppress(StorageError):
        write_record(folder, record)
