"""The eye as an ONNX graph: its weights in half precision, its output as probabilities."""

from __future__ import annotations

from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from taureau.perception.eye import CHANNELS, STRIDE
from torch import Tensor, nn

from training.eye.network import SKIPS, Block, Convolution, EyeNetwork

_OPSET, _IR_VERSION = 17, 8  # read by onnxruntime from 1.13 on


def graph_of(eye: EyeNetwork) -> bytes:
    """Return an ONNX file that computes the probabilities of a network without normalisation.

    Input `images` [B, 3, H, W] in 0 … 1, sides multiples of 32; output `maps` [B, C, H/2, W/2]. Raises ValueError where
    normalisation is not folded in.
    """
    builder = _Builder()
    images = builder.node("Mul", "images", builder.number(255 / 128))
    images = builder.node("Sub", images, builder.number(127 / 128))
    logits = _decoded(builder, eye, images, _stages(builder, eye, images))
    builder.node("Sigmoid", logits, output="maps")
    whole: list[str | int | None] = ["batch", 3, "height", "width"]
    half: list[str | int | None] = ["batch", len(CHANNELS), "half height", "half width"]
    graph = helper.make_graph(
        builder.nodes,
        "eye",
        [helper.make_tensor_value_info("images", TensorProto.FLOAT, whole)],
        [helper.make_tensor_value_info("maps", TensorProto.FLOAT, half)],
        builder.weights,
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", _OPSET)], ir_version=_IR_VERSION)
    model.producer_name = "taureau"
    onnx.checker.check_model(model, full_check=True)
    packed: bytes = model.SerializeToString(deterministic=True)
    return packed


def _stages(builder: _Builder, eye: EyeNetwork, images: str) -> list[str]:
    x, outputs = builder.convolution(eye.trunk.stem, images), []
    for stage in eye.trunk.stages:
        for block in stage.children():
            assert isinstance(block, Block)
            before, x = x, builder.convolutions(block.layers, x)
            if block.adds:
                x = builder.node("Add", before, x)
        outputs.append(x)
    return outputs


def _decoded(builder: _Builder, eye: EyeNetwork, images: str, stages: list[str]) -> str:
    decoder, deepest = eye.decoder, stages[-1]
    whole = builder.plain(decoder.whole, builder.node("GlobalAveragePool", deepest))
    x = builder.node("Add", builder.convolution(decoder.deep, deepest), whole)
    doubled = builder.array(np.array([1, 1, 2, 2], dtype=np.float32))
    for step in reversed(range(len(SKIPS))):
        lateral = decoder.laterals[step]
        assert isinstance(lateral, Convolution)
        fine = builder.convolution(lateral, stages[SKIPS[step]])
        x = builder.node("Resize", x, "", doubled, mode="linear", coordinate_transformation_mode="half_pixel")
        parts = [fine, x] if step else [fine, x, _unshuffled(builder, images)]
        x = builder.convolutions(decoder.ups[step], builder.node("Concat", *parts, axis=1))
    return builder.plain(decoder.heads, x)


def _unshuffled(builder: _Builder, images: str) -> str:
    """Return torch's `pixel_unshuffle`, which has the channel before the place in its order, and ONNX behind."""
    blocks = builder.node("SpaceToDepth", images, blocksize=STRIDE)
    order = np.arange(3 * STRIDE**2).reshape(STRIDE**2, 3).T.ravel()
    return builder.node("Gather", blocks, builder.array(order), axis=1)


class _Builder:
    """Nodes and weights so far; values are named by numbers."""

    def __init__(self) -> None:
        self.nodes: list[Any] = []
        self.weights: list[Any] = []

    def node(self, kind: str, *inputs: str, output: str = "", **attributes: Any) -> str:
        """Add a node and return the name of its output."""
        output = output or f"v{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, list(inputs), [output], **attributes))
        return output

    def array(self, values: np.ndarray) -> str:
        name = f"w{len(self.weights)}"
        self.weights.append(numpy_helper.from_array(values, name))
        return name

    def number(self, value: float) -> str:
        return self.array(np.array(value, dtype=np.float32))

    def half(self, values: Tensor) -> str:
        """Add weights in half precision, which a session expands once, when it is made."""
        return self.node("Cast", self.array(values.detach().half().numpy()), to=TensorProto.FLOAT)

    def convolutions(self, layers: nn.Module, x: str) -> str:
        """Add all convolutions of a module, one after another."""
        for layer in layers.modules():
            if isinstance(layer, Convolution):
                x = self.convolution(layer, x)
        return x

    def convolution(self, layer: Convolution, x: str) -> str:
        """Add a convolution with its padding and activation."""
        padding, _, norm, activation = layer
        if not isinstance(norm, nn.Identity):
            raise ValueError("normalisation must be folded into the convolutions first")
        pads = list(padding.padding) if isinstance(padding, nn.ZeroPad2d) else None  # left, right, top, bottom
        x = self.plain(layer.convolution, x, None if pads is None else [pads[2], pads[0], pads[3], pads[1]])
        if isinstance(activation, nn.ReLU6):
            return self.node("Clip", x, self.number(0), self.number(6))
        return self.node("Relu", x) if isinstance(activation, nn.ReLU) else x

    def plain(self, layer: nn.Conv2d, x: str, pads: list[int] | None = None) -> str:
        """Add a convolution; `pads` are above, left, below and right, its own by default."""
        assert layer.bias is not None
        return self.node(
            "Conv",
            x,
            self.half(layer.weight),
            self.half(layer.bias),
            strides=list(layer.stride),
            group=layer.groups,
            pads=pads if pads is not None else [*map(int, layer.padding), *map(int, layer.padding)],
        )
