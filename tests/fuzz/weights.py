"""Mutated weights: `python -m tests.fuzz.weights [MINUTES [SEED]]`; exits with 1 where one was not refused in order."""

from __future__ import annotations

import io
import pickle
import sys
import tempfile
from pathlib import Path

import torch
from taureau.weights import WeightsError
from taureau.weights.content import content_of
from taureau.weights.model import FORMATS

from tests.fuzz.mutating import arguments, fuzz
from tests.weights.little import SAFE, TENSORS


def main() -> int:
    minutes, seed = arguments()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "weights"

        def read(data: bytes) -> None:
            path.write_bytes(data)
            for wanted in FORMATS:
                try:
                    content_of(path, wanted)
                except WeightsError:
                    if wanted == FORMATS[-1]:
                        raise

        return int(fuzz(read, WeightsError, _seeds(), minutes, seed) > 0)


def _seeds() -> list[bytes]:
    """Small files of every format that is read."""
    found = [SAFE, b'{"a": [1, 2.5, null, true, "\\u00e9"], "b": {}}', b"#version: 0.2\ni n\nt h\n"]
    for new in (True, False):
        buffer = io.BytesIO()
        torch.save({"epoch": 3, "state_dict": TENSORS}, buffer, _use_new_zipfile_serialization=new)
        found.append(buffer.getvalue())
    value = {"a": [1, 2**70, 1.5, None, (1, 2, 3, 4), {2: 3}]}
    found += [pickle.dumps(value, protocol) for protocol in range(2, 6)]
    # An ONNX file: ir_version 8, producer "torch", an empty graph, an opset.
    found.append(bytes([0x08, 8, 0x12, 5]) + b"torch" + bytes([0x3A, 0, 0x42, 2, 0x10, 17]))
    return found


if __name__ == "__main__":
    sys.exit(main())
