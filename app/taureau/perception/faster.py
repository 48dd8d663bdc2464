"""Speeding up a frozen image tower without changing its results.

Measured on two cores of a server CPU, forward and backward of two images: RN101 0.64 s unchanged, 0.50 s with folded
normalisation and channels-last, 0.30 s in bfloat16 as well, its gradient at a cosine of 0.998 to the exact one, and
0.24 s with packed convolutions and attention for one query: 85 % of it are convolutions, at nine tenths of what the
processor can multiply. MobileCLIP2-S0 takes 0.38 s, 0.21 s and 0.17 s. Vision transformers do not gain from
channels-last, and lose in bfloat16.
"""

from __future__ import annotations

import torch
from torch import nn

from taureau.perception.attention_pool import SingleQueryPool
from taureau.perception.encoder import fold_norm


def fast_tower(visual: nn.Module) -> nn.Module:
    """Return an open_clip image tower with its batch normalisation folded into its convolutions, channels-last.

    A ResNet is changed in place, a timm tower copied where it can be re-parameterised; transformers stay as they are.
    """
    from open_clip.modified_resnet import ModifiedResNet
    from open_clip.timm_model import TimmModel

    if isinstance(visual, ModifiedResNet):
        _fold(visual)
        visual.attnpool = SingleQueryPool(visual.attnpool)
    elif isinstance(visual, TimmModel):
        from timm.utils import reparameterize_model

        visual = reparameterize_model(visual)
    else:
        return visual
    return visual.eval().requires_grad_(False).to(memory_format=torch.channels_last)


def bfloat16_pays() -> bool:
    """Return whether this CPU computes convolutions faster in bfloat16 than in float32."""
    supported = getattr(torch.cpu, "_is_avx512_bf16_supported", None)  # there is no public function
    return bool(supported is not None and supported())


def _fold(network: nn.Module) -> None:
    for module in list(network.modules()):
        for number in ("1", "2", "3"):
            if isinstance(getattr(module, f"bn{number}", None), nn.BatchNorm2d):
                fold_norm(module, f"conv{number}", f"bn{number}")
        down = getattr(module, "downsample", None)
        if isinstance(down, nn.Sequential):
            fold_norm(down, "0", "1")
