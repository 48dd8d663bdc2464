"""Export of the eye: weights in half precision, the graph made of them, and a record of the training."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from taureau.document.whole_file import write_whole
from taureau.perception.eye import CHANNELS, CONFIG_FILE, GRAPH_FILE
from taureau.weights.builtin import OWN_EYE

from training.errors import TooLargeError
from training.eye.graph import graph_of
from training.eye.network import EyeNetwork, folded

WEIGHTS_FILE = "eye.safetensors"
LARGEST = 10_000_000  # bytes of each file


def ship(eye: EyeNetwork, folder: Path, *, side: int, notes: dict[str, Any]) -> int:
    """Write weights, graph and config.json as `taureau.perception.eye` loads them; returns the bytes of the weights.

    `side` is the longer side of its input, px; `notes` are added to config.json. Raises TooLargeError before anything
    is written.
    """
    from safetensors.torch import save

    plain = folded(eye)
    packed = save({key: value.half().contiguous() for key, value in plain.state_dict().items()})
    if len(packed) > LARGEST:
        raise TooLargeError(f"{len(packed)} bytes are more than {LARGEST}")
    folder.mkdir(parents=True, exist_ok=True)
    write_whole(folder / WEIGHTS_FILE, packed)
    _record(folder, {"name": OWN_EYE, "side": side, "channels": CHANNELS, **notes}, plain)
    return len(packed)


def convert(folder: Path) -> int:
    """Write the graph of shipped weights again; returns its size in bytes. Raises FileNotFoundError."""
    config = json.loads((folder / CONFIG_FILE).read_text(encoding="utf-8"))
    return _record(folder, config, shipped_network(folder))


def shipped_network(folder: Path) -> EyeNetwork:
    """Return the network with the weights in a folder. Raises FileNotFoundError."""
    from safetensors.torch import load_file

    eye = EyeNetwork()
    eye.load_state_dict({key: value.float() for key, value in load_file(folder / WEIGHTS_FILE).items()})
    return eye.eval().requires_grad_(False)


def _record(folder: Path, config: dict[str, Any], plain: EyeNetwork) -> int:
    """Write the graph, and config.json with the size and hash of both files; returns the size of the graph."""
    graph = graph_of(plain)
    write_whole(folder / GRAPH_FILE, graph)
    contents = {name: (folder / name).read_bytes() for name in (WEIGHTS_FILE, GRAPH_FILE)}
    recorded = {
        **config,
        "bytes": {name: len(content) for name, content in contents.items()},
        "sha256": {name: hashlib.sha256(content).hexdigest() for name, content in contents.items()},
    }
    write_whole(folder / CONFIG_FILE, (json.dumps(recorded, indent=1, ensure_ascii=False) + "\n").encode())
    return len(graph)
