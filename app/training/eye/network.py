"""The eye's network, before training and in its form for inference, with its normalisation folded in."""

from __future__ import annotations

import copy
from collections.abc import Sequence

import torch
from taureau.perception.encoder import EfficientNetLite0
from taureau.perception.eye import CHANNELS, STRIDE
from torch import Tensor, nn
from torch.nn import functional
from torch.nn.utils.fusion import fuse_conv_bn_eval

STAGES = (  # EfficientNet-Lite0's: kernel, stride, expansion, channels, blocks
    (3, 1, 1, 16, 1), (3, 2, 6, 24, 2), (5, 2, 6, 40, 2), (3, 2, 6, 80, 3), (5, 1, 6, 112, 3), (5, 2, 6, 192, 4),
)  # fmt: skip
SKIPS = (0, 1, 2, 4)  # stages connected to the decoder, at strides 2, 4, 8 and 16
_FROZEN = 2  # number of frozen trunk stages


class Convolution(nn.Sequential):
    """A convolution with TensorFlow's "same" padding, optional batch normalisation, and an activation."""

    def __init__(
        self,
        inputs: int,
        outputs: int,
        kernel: int = 1,
        *,
        stride: int = 1,
        groups: int = 1,
        norm: bool,
        act: nn.Module,
    ) -> None:
        odd = (kernel - stride) % 2  # the odd pixel of padding is right and below
        pad = (kernel - stride) // 2
        super().__init__(
            nn.ZeroPad2d((pad, pad + odd, pad, pad + odd)) if stride > 1 else nn.Identity(),
            nn.Conv2d(inputs, outputs, kernel, stride, 0 if stride > 1 else kernel // 2, groups=groups, bias=not norm),
            nn.BatchNorm2d(outputs) if norm else nn.Identity(),
            act,
        )

    @property
    def convolution(self) -> nn.Conv2d:
        return self[1]  # type: ignore[return-value]


class Block(nn.Module):
    """Inverted residual block (Sandler et al., arXiv 1801.04381)."""

    def __init__(self, inputs: int, outputs: int, kernel: int, stride: int, expansion: int) -> None:
        super().__init__()
        wide = inputs * expansion
        layers = [] if expansion == 1 else [Convolution(inputs, wide, norm=False, act=nn.ReLU6(inplace=True))]
        layers.append(
            Convolution(wide, wide, kernel, stride=stride, groups=wide, norm=False, act=nn.ReLU6(inplace=True))
        )
        layers.append(Convolution(wide, outputs, norm=False, act=nn.Identity()))
        self.layers = nn.Sequential(*layers)
        self.adds = stride == 1 and inputs == outputs

    def forward(self, x: Tensor) -> Tensor:
        out: Tensor = self.layers(x)
        return x + out if self.adds else out


class Trunk(nn.Module):
    """EfficientNet-Lite0 (Tan & Le, arXiv 1905.11946, the Lite variant) up to stride 32, without its last stage.

    Normalisation is folded into the convolutions.
    """

    def __init__(self) -> None:
        super().__init__()
        self.stem = Convolution(3, 32, 3, stride=2, norm=False, act=nn.ReLU6(inplace=True))
        stages, inputs = [], 32
        for kernel, stride, expansion, outputs, blocks in STAGES:
            stage: list[nn.Module] = []
            for index in range(blocks):
                stage.append(Block(inputs, outputs, kernel, stride if index == 0 else 1, expansion))
                inputs = outputs
            stages.append(nn.Sequential(*stage))
        self.stages = nn.ModuleList(stages)

    def forward(self, images: Tensor) -> list[Tensor]:
        """The outputs of all stages for images [B, 3, H, W] normalised to (byte − 127) / 128."""
        x, outputs = self.stem(images), []
        for stage in self.stages:
            x = stage(x)
            outputs.append(x)
        return outputs


class Decoder(nn.Module):
    """Upsampling path to stride 2 with skip connections (U-Net, arXiv 1505.04597)."""

    def __init__(self, *, norm: bool, channels: int = len(CHANNELS)) -> None:
        super().__init__()
        self.norm = norm
        deepest = STAGES[-1][3]
        self.deep, self.whole = self._layer(deepest, 96), nn.Conv2d(deepest, 96, 1)
        self.laterals = nn.ModuleList(
            self._layer(STAGES[stage][3], width) for stage, width in zip(SKIPS, (16, 24, 32, 48), strict=True)
        )
        self.ups = nn.ModuleList(
            [
                nn.Sequential(self._layer(16 + 32 + 12, 32), self._separable(32, 32), self._separable(32, 24)),
                self._separable(24 + 48, 32),
                self._separable(32 + 64, 48),
                self._separable(48 + 96, 64),
            ]
        )
        self.heads = nn.Conv2d(24, channels, 1)

    def forward(self, images: Tensor, stages: Sequence[Tensor]) -> Tensor:
        """Logits [B, C, H/2, W/2] from the trunk's stages and the images themselves [B, 3, H, W]."""
        deepest = stages[-1]
        x = self.deep(deepest) + self.whole(deepest.mean((2, 3), keepdim=True))
        for step in reversed(range(len(SKIPS))):
            fine = self.laterals[step](stages[SKIPS[step]])
            x = functional.interpolate(x, size=fine.shape[2:], mode="bilinear", align_corners=False)
            parts = [fine, x] if step else [fine, x, functional.pixel_unshuffle(images, STRIDE)]
            x = self.ups[step](torch.cat(parts, dim=1))
        logits: Tensor = self.heads(x)
        return logits

    def _layer(self, inputs: int, outputs: int, kernel: int = 1, groups: int = 1) -> Convolution:
        return Convolution(inputs, outputs, kernel, groups=groups, norm=self.norm, act=nn.ReLU(inplace=True))

    def _separable(self, inputs: int, outputs: int) -> nn.Sequential:
        return nn.Sequential(self._layer(inputs, inputs, 3, groups=inputs), self._layer(inputs, outputs))


class EyeNetwork(nn.Module):
    """Trunk and decoder. Trained with batch normalisation in the decoder, exported without."""

    def __init__(self, *, norm: bool = False, side: int = 320) -> None:
        super().__init__()
        self.side = side  # px, longer side of the input
        self.trunk, self.decoder = Trunk(), Decoder(norm=norm)

    def forward(self, images: Tensor) -> Tensor:
        """Images [B, 3, H, W], sRGB in 0 … 1, sides multiples of 32 -> logits [B, C, H/2, W/2]."""
        normal = images * (255 / 128) - 127 / 128
        logits: Tensor = self.decoder(normal, self.trunk(normal))
        return logits


def untaught_eye(seed: int, side: int) -> EyeNetwork:
    """An eye with an ImageNet trunk and a randomly initialised decoder."""
    state = torch.get_rng_state()
    torch.manual_seed(seed)
    eye = EyeNetwork(norm=True, side=side)
    torch.set_rng_state(state)
    _load_imagenet(eye.trunk)
    _freeze(eye.trunk)
    if eye.decoder.heads.bias is not None:
        nn.init.constant_(eye.decoder.heads.bias, -2.0)  # most pixels are negative
    return eye


def folded(eye: EyeNetwork) -> EyeNetwork:
    """An equivalent copy without batch normalisation."""
    plain = EyeNetwork(norm=False, side=eye.side).eval()
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
