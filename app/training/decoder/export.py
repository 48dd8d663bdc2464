"""Export of the stroke decoder beside the weights whose text tower it uses, with an entry in their record."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from taureau.document.whole_file import write_whole
from taureau.perception.stroke_decoder import StrokeDecoder, packed_decoder
from taureau.perception.taureau_clip import CONFIG_FILE
from taureau.weights import STROKES_FILE

from training.encoder.export import MAX_BYTES
from training.errors import TooLargeError


def write_decoder(decoder: StrokeDecoder, folder: Path) -> int:
    """Write a decoder into a folder, and into the record of weights there; return its size in bytes.

    Raises TooLargeError before anything is replaced.
    """
    folder.mkdir(parents=True, exist_ok=True)
    packed = packed_decoder(decoder)
    record = folder / CONFIG_FILE
    if record.exists():
        config = json.loads(record.read_text(encoding="utf-8"))
        config["bytes"][STROKES_FILE] = len(packed)
        config["sha256"][STROKES_FILE] = hashlib.sha256(packed).hexdigest()
        if sum(config["bytes"].values()) > MAX_BYTES:
            raise TooLargeError(f"{config['bytes']} bytes are more than {MAX_BYTES} in all")
        write_whole(folder / STROKES_FILE, packed)
        write_whole(record, (json.dumps(config, indent=1, ensure_ascii=False) + "\n").encode())
    else:
        write_whole(folder / STROKES_FILE, packed)
    return len(packed)
