"""Faster forms of parts of an image tower give what the plain ones give."""

from __future__ import annotations

import pytest
import torch
from open_clip.modified_resnet import AttentionPool2d
from taureau.perception.attention_pool import SingleQueryPool
from taureau.perception.packed_convolution import PackedConvolution, packed
from torch import Tensor, nn

on_x86 = pytest.mark.skipif(
    not torch.backends.cpu.get_cpu_capability().startswith("AVX"), reason="convolutions are packed on x86 alone"
)


def forward_and_backward(module: nn.Module, images: Tensor) -> tuple[Tensor, Tensor]:
    """A module's output, and the gradient by its input of a fixed weighting of the output."""
    leaf = images.clone().requires_grad_()
    output = module(leaf)
    weighting = torch.linspace(-1, 1, output.numel()).view(output.shape)
    (gradient,) = torch.autograd.grad((output.float() * weighting).sum(), leaf)
    return output.detach(), gradient


def test_pool_with_one_query_equals_the_one_in_which_all_positions_attend() -> None:
    torch.manual_seed(0)
    plain = AttentionPool2d(3, 32, num_heads=4, output_dim=8).requires_grad_(False).eval()
    for projection in (plain.q_proj, plain.k_proj):
        nn.init.normal_(projection.weight)  # scores far apart, of which the softmax is not flat
    images = torch.randn(2, 32, 3, 3)
    expected, by_images = forward_and_backward(plain, images)
    output, gradient = forward_and_backward(SingleQueryPool(plain), images)
    torch.testing.assert_close(output, expected, atol=1e-5, rtol=1e-5)
    torch.testing.assert_close(gradient, by_images, atol=1e-5, rtol=1e-5)


@on_x86
@pytest.mark.parametrize(("channels", "kernel", "bias"), [((24, 40), 3, True), ((40, 24), 1, False)])
@pytest.mark.parametrize("dtype", [torch.float32, torch.bfloat16])
def test_packed_convolution_equals_the_plain_one(
    channels: tuple[int, int], kernel: int, bias: bool, dtype: torch.dtype
) -> None:
    torch.manual_seed(0)
    plain = nn.Conv2d(*channels, kernel, padding=kernel // 2, bias=bias).requires_grad_(False).to(dtype)
    plain.to(memory_format=torch.channels_last)
    fast = PackedConvolution(plain)
    tolerance = 1e-5 if dtype == torch.float32 else 2e-2
    for count, side in ((1, 7), (3, 7), (2, 12)):  # a layout serves one size and any number of images
        images = torch.randn(count, channels[0], side, side, dtype=dtype).to(memory_format=torch.channels_last)
        for found, expected in zip(
            forward_and_backward(fast, images), forward_and_backward(plain, images), strict=True
        ):
            torch.testing.assert_close(found, expected, atol=tolerance, rtol=tolerance)


@on_x86
def test_what_cannot_be_packed_stays() -> None:
    convolutions = {
        "packed": nn.Conv2d(8, 8, 3, padding=1),
        "strided": nn.Conv2d(8, 8, 3, stride=2, padding=1),
        "depthwise": nn.Conv2d(8, 8, 3, padding=1, groups=8),
        "shrinking": nn.Conv2d(8, 8, 3),
        "dilated": nn.Conv2d(8, 8, 3, padding=1, dilation=2),
        "even": nn.Conv2d(8, 8, 2, padding=1),
    }
    network = packed(nn.ModuleDict(convolutions))
    assert [name for name, part in network.named_children() if isinstance(part, PackedConvolution)] == ["packed"]
