"""Little models, and a catalogue of them."""

from __future__ import annotations

import hashlib
import json
import warnings
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import save
from torch import nn

TENSORS = {"visual.conv1.weight": torch.arange(24.0).reshape(2, 3, 2, 2), "visual.proj": torch.ones(2, 5)}
SHAPES = {name: list(tensor.shape) for name, tensor in TENSORS.items()}
SAFE = save(TENSORS)  # 216 bytes and a header
PADDED = save({**TENSORS, "padding": torch.zeros(1_000_000)})  # 4 MB, several chunks


class LittleCatalogue:
    """A catalogue file to which models are added, and the environment in which it is in use."""

    def __init__(self, path: Path, models: Path, config: Path) -> None:
        self.path, self.models = path, models
        self.environment = {
            "TAUREAU_CATALOGUE": str(path),
            "TAUREAU_MODELS": str(models),
            "XDG_CONFIG_HOME": str(config),
            "NO_PROXY": "127.0.0.1",
        }
        self.entries: list[dict[str, Any]] = []
        self._write()

    def add(self, model_id: str, files: list[dict[str, Any]], **more: Any) -> None:
        """One more model; `more` are fields of the catalogue."""
        entry: dict[str, Any] = {
            "id": model_id, "name": f"Little {model_id}", "purpose": "Tests.", "kind": "encoder", "licence": "MIT",
            "terms": "Free to use.", "source": "https://example.org/little", "about_mb": None, "files": files,
        }  # fmt: skip
        self.entries.append(entry | more)
        self._write()

    def add_encoder(self, model_id: str = "little", **file: Any) -> None:
        """An encoder of one safetensors file, recognised by its tensors."""
        self.add(model_id, [one_file(**file)], tensors=SHAPES)

    def _write(self) -> None:
        self.path.write_text(json.dumps({"models": self.entries}))


def one_file(name: str = "little.safetensors", **more: Any) -> dict[str, Any]:
    """A file as a catalogue has it."""
    return {"name": name, "format": "safetensors", "url": "http://127.0.0.1:9/none", "sha256": None} | more


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def save_torchscript(path: Path, seed: int = 0) -> None:
    """A TorchScript archive, as OpenAI's models are."""
    torch.manual_seed(seed)
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", ".*torch.jit.*", FutureWarning)  # torch makes no new ones; old ones go round
        torch.jit.save(torch.jit.trace(nn.Linear(3, 2), torch.ones(1, 3)), path)
