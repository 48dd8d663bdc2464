"""The eye before training, and the inference form with batch normalisation folded into its convolutions."""

from __future__ import annotations

import copy

import torch
from taureau.perception.encoder import EfficientNetLite0
from taureau.perception.eye import Convolution, Eye, Trunk
from torch import nn
from torch.nn.utils.fusion import fuse_conv_bn_eval

_FROZEN = 2  # number of frozen trunk stages


def untaught_eye(seed: int, side: int) -> Eye:
    """An eye with an ImageNet trunk and a randomly initialised decoder."""
    state = torch.get_rng_state()
    torch.manual_seed(seed)
    eye = Eye(norm=True, side=side)
    torch.set_rng_state(state)
    _load_imagenet(eye.trunk)
    _freeze(eye.trunk)
    if eye.decoder.heads.bias is not None:
        nn.init.constant_(eye.decoder.heads.bias, -2.0)  # most pixels are negative
    return eye


def folded(eye: Eye) -> Eye:
    """An equivalent copy without batch normalisation."""
    plain = Eye(norm=False, side=eye.side).eval()
    taught = copy.deepcopy(eye).eval()
    for layer in taught.modules():
        if isinstance(layer, Convolution) and isinstance(layer[2], nn.BatchNorm2d):
            layer[1], layer[2] = fuse_conv_bn_eval(layer.convolution, layer[2]), nn.Identity()
    plain.load_state_dict(taught.state_dict())
    return plain.requires_grad_(False)


def _freeze(trunk: Trunk) -> None:
    """Freeze the finest stages and all depthwise convolutions.

    Their backward pass is the most expensive part: this halves the time of a step on a CPU in bfloat16.
    """
    for part in (trunk.stem, *trunk.stages[:_FROZEN]):
        part.requires_grad_(False)
    for layer in trunk.modules():
        if isinstance(layer, Convolution) and layer.convolution.groups > 1:
            layer.requires_grad_(False)


def _load_imagenet(trunk: Trunk) -> None:
    """Copy the ImageNet weights: the trunk's convolutions have the same order as the package's."""
    network = EfficientNetLite0().network
    pairs = [(network._conv_stem, network._bn0)]
    for block in network._blocks:
        if hasattr(block, "_expand_conv"):
            pairs.append((block._expand_conv, block._bn0))
        pairs += [(block._depthwise_conv, block._bn1), (block._project_conv, block._bn2)]
    ours = [layer.convolution for layer in trunk.modules() if isinstance(layer, Convolution)]
    for mine, (convolution, norm) in zip(ours, pairs, strict=False):  # the package has one more stage
        fused = fuse_conv_bn_eval(convolution, norm)
        mine.load_state_dict({"weight": fused.weight, "bias": fused.bias})
