"""Training from exported weights, when no checkpoint was kept."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from safetensors import SafetensorError
from taureau.perception.taureau_clip import CONFIG_FILE, IMAGE_FILE
from torch import Tensor

from training.errors import WarmStartError

_UNREADABLE = (OSError, ValueError, KeyError, TypeError, SafetensorError)


@dataclass(frozen=True, eq=False)
class WarmStart:
    """Exported weights with their training record."""

    state: dict[str, Tensor]  # of a PictogramModel, without counters, float32
    facts: dict[str, Any]  # `sha256` of the image file, and `training` from config.json

    @classmethod
    def read(cls, folder: Path) -> WarmStart:
        """Read exported weights; raises WarmStartError."""
        from safetensors.torch import load

        try:
            content = (folder / IMAGE_FILE).read_bytes()
            kept = {key: value.float() for key, value in load(content).items()}
            record = json.loads((folder / CONFIG_FILE).read_text(encoding="utf-8"))["training"]
            kept["scale"] = kept["scale"].log()
            del kept["classes"]
        except _UNREADABLE as error:
            raise WarmStartError(f"{folder} holds no weights to start from ({error})") from error
        return cls(kept, {"sha256": hashlib.sha256(content).hexdigest(), "training": record})


def phases(training: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the training records from the first to this one, each started from the exported weights before."""
    found = [training]
    while "from" in found[0]:
        found.insert(0, found[0]["from"]["training"])
    return found
