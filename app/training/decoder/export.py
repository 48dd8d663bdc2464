"""Export of the stroke decoder beside the weights whose text tower it uses, with an entry in their record."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

from taureau.document.whole_file import write_whole
from taureau.perception.sentence_prior import packed_names
from taureau.perception.stroke_decoder import StrokeDecoder, packed_decoder
from taureau.perception.taureau_clip import CONFIG_FILE
from taureau.weights import NAMES_FILE, STROKES_FILE
from torch import Tensor

from training.encoder.export import MAX_BYTES
from training.errors import TooLargeError


def write_decoder(decoder: StrokeDecoder, folder: Path) -> int:
    """Write a decoder into a folder, and into the record of weights there; return its size in bytes.

    Raises TooLargeError before anything is replaced.
    """
    return _write(packed_decoder(decoder), STROKES_FILE, folder)


def write_names(names: Sequence[tuple[str, int]], sentences: Tensor, folder: Path) -> int:
    """Write names, each with its number of drawings, and their embeddings [N, W] likewise."""
    return _write(packed_names(names, sentences), NAMES_FILE, folder)


def _write(packed: bytes, name: str, folder: Path) -> int:
    folder.mkdir(parents=True, exist_ok=True)
    record = folder / CONFIG_FILE
    if record.exists():
        config = json.loads(record.read_text(encoding="utf-8"))
        config["bytes"][name] = len(packed)
        config["sha256"][name] = hashlib.sha256(packed).hexdigest()
        if sum(config["bytes"].values()) > MAX_BYTES:
            raise TooLargeError(f"{config['bytes']} bytes are more than {MAX_BYTES} in all")
        write_whole(folder / name, packed)
        write_whole(record, (json.dumps(config, indent=1, ensure_ascii=False) + "\n").encode())
    else:
        write_whole(folder / name, packed)
    return len(packed)
