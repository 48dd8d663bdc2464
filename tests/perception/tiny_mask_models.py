"""Tiny ONNX files with the signature of the catalogue's mask models."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper, numpy_helper

from tests.weights.little import LittleCatalogue, one_file

SIDE = 64  # px of what the tiny models are shown
ISNET = {"side": SIDE, "mean": [0.5, 0.5, 0.5], "std": [1, 1, 1]}
BIREFNET = {"side": SIDE, "mean": [0.485, 0.456, 0.406], "std": [0.229, 0.224, 0.225], "sigmoid": True}


def mask_catalogue(folder: Path, monkeypatch: pytest.MonkeyPatch) -> LittleCatalogue:
    """Put a catalogue with isnet and birefnet into use; neither is installed."""
    made = LittleCatalogue(folder / "catalogue.json", folder / "models", folder / "config")
    for name, value in made.environment.items():
        monkeypatch.setenv(name, value)
    for model_id, signature in (("isnet", ISNET), ("birefnet", BIREFNET)):
        made.add(model_id, [one_file(f"{model_id}.onnx", format="onnx")], kind="mask", mask=signature)
    return made


def save_mask_model(path: Path, *, side: int | str = SIDE, logits: bool = False, channels: int = 3) -> Path:
    """Write a network whose subject is what is dark: [1, channels, side, side] -> [1, 1, side, side].

    Shown a photo as IS-Net is, it answers 0 … 1; with `logits`, shown one as BiRefNet is, it answers logits.
    """
    weight = np.full((1, channels, 1, 1), -(8.0 if logits else 4.0) / channels, dtype=np.float32)
    bias = np.array([0.0 if logits else 0.5], dtype=np.float32)
    nodes = [helper.make_node("Conv", ["image", "weight", "bias"], ["level"])]
    if not logits:
        nodes.append(helper.make_node("Clip", ["level", "low", "high"], ["subject"]))
    answer = helper.make_tensor_value_info("level" if logits else "subject", TensorProto.FLOAT, [1, 1, side, side])
    constants = {"weight": weight, "bias": bias, "low": np.float32(0), "high": np.float32(1)}
    graph = helper.make_graph(
        nodes,
        "tiny",
        [helper.make_tensor_value_info("image", TensorProto.FLOAT, [1, channels, side, side])],
        [answer],
        [numpy_helper.from_array(np.asarray(value), name) for name, value in constants.items()],
    )
    opset = [helper.make_opsetid("", 17)]
    onnx.save(helper.make_model(graph, opset_imports=opset, ir_version=8), path)
    return path
