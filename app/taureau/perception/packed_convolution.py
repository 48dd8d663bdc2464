"""Frozen convolutions on x86 processors whose weights are laid out for oneDNN once, not in every call."""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor, nn
from torch.autograd.function import once_differentiable

_BATCH = 2  # images for which weights are laid out; a constant, so that no call depends on the calls before it


def packed(network: nn.Module) -> nn.Module:
    """Replace the convolutions of a frozen network that can be packed, in place; changes no value. Returns it."""
    available = torch.backends.mkldnn.is_available()  # type: ignore[no-untyped-call]
    if available and torch.backends.cpu.get_cpu_capability().startswith("AVX"):
        for parent in list(network.modules()):
            for name, child in list(parent.named_children()):
                if isinstance(child, nn.Conv2d) and _can_be_packed(child):
                    setattr(parent, name, PackedConvolution(child))
    return network


class PackedConvolution(nn.Module):
    """A dense convolution of stride 1 that is differentiable by its input alone.

    oneDNN reads weights in blocks, which torch makes anew in each forward and backward pass: a fifth of RN101's time
    for one image. The gradient by the input is a convolution as well, with the kernel reversed. A layout serves one
    size of input, and is kept for each size that is seen.
    """

    def __init__(self, plain: nn.Conv2d) -> None:
        super().__init__()
        self.weight, self.bias = plain.weight, plain.bias
        self._padding = [int(pixels) for pixels in plain.padding]
        self._layouts: dict[tuple[int, ...], tuple[Tensor, Tensor]] = {}

    def forward(self, images: Tensor) -> Tensor:
        size = tuple(images.shape[2:])
        if size not in self._layouts:
            reversed_kernel = self.weight.flip(2, 3).transpose(0, 1)
            self._layouts[size] = self._layout(self.weight, size), self._layout(reversed_kernel, size)
        forward, backward = self._layouts[size]
        result: Tensor = _Convolution.apply(images, forward, backward, self.bias, self._padding)
        return result

    @torch.no_grad()
    def _layout(self, weight: Tensor, size: tuple[int, ...]) -> Tensor:
        """Return a kernel [O, I, K, K] in oneDNN's layout for inputs of a size."""
        weight = weight.contiguous(memory_format=torch.channels_last)
        shape = [_BATCH, weight.shape[1], *size]
        layout: Tensor = torch.ops.mkldnn._reorder_convolution_weight(weight, self._padding, [1, 1], [1, 1], 1, shape)
        return layout


class _Convolution(torch.autograd.Function):
    """A convolution that keeps the size of its input."""

    @staticmethod
    def forward(
        ctx: Any, images: Tensor, forward: Tensor, backward: Tensor, bias: Tensor | None, padding: list[int]
    ) -> Tensor:
        ctx.backward_layout, ctx.padding = backward, padding
        return _convolved(images, forward, bias, padding)

    @staticmethod
    @once_differentiable
    def backward(ctx: Any, gradient: Tensor) -> tuple[Tensor | None, ...]:
        gradient = gradient.contiguous(memory_format=torch.channels_last)
        return _convolved(gradient, ctx.backward_layout, None, ctx.padding), None, None, None, None


def _convolved(images: Tensor, layout: Tensor, bias: Tensor | None, padding: list[int]) -> Tensor:
    result: Tensor = torch.ops.mkldnn._convolution_pointwise(
        images, layout, bias, padding, [1, 1], [1, 1], 1, "none", [], ""
    )
    return result


def _can_be_packed(plain: nn.Conv2d) -> bool:
    """Return whether a convolution is dense, of stride 1, and keeps the size of its input."""
    height, width = plain.kernel_size
    return (
        plain.groups == 1
        and plain.stride == (1, 1)
        and plain.dilation == (1, 1)
        and plain.padding == (height // 2, width // 2)
        and height % 2 == width % 2 == 1
        and plain.padding_mode == "zeros"
    )
