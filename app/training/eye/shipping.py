"""Export of the eye: weights in half precision, and a record of the training."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from taureau.document.whole_file import write_whole
from taureau.perception.eye import CHANNELS, CONFIG_FILE, EYE_FILE, Eye
from taureau.weights.builtin import OWN_EYE

from training.errors import TooLargeError
from training.eye.network import folded

LARGEST = 10_000_000  # bytes


def ship(eye: Eye, folder: Path, *, side: int, notes: dict[str, Any]) -> int:
    """Write weights and config.json as `taureau.perception.eye` loads them; returns the size of the weights in bytes.

    `side` is the longer side of its input, px; `notes` are added to config.json. Raises TooLargeError before anything
    is written.
    """
    from safetensors.torch import save

    packed = save({key: value.half().contiguous() for key, value in folded(eye).state_dict().items()})
    if len(packed) > LARGEST:
        raise TooLargeError(f"{len(packed)} bytes are more than {LARGEST}")
    folder.mkdir(parents=True, exist_ok=True)
    write_whole(folder / EYE_FILE, packed)
    config = {
        "name": OWN_EYE, "side": side, "channels": CHANNELS, "bytes": {EYE_FILE: len(packed)},
        "sha256": {EYE_FILE: hashlib.sha256(packed).hexdigest()}, **notes,
    }  # fmt: skip
    write_whole(folder / CONFIG_FILE, (json.dumps(config, indent=1, ensure_ascii=False) + "\n").encode())
    return len(packed)
