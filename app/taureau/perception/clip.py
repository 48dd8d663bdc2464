"""CLIP (arXiv 2103.00020) as an encoder, by open_clip's networks."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image
from torch import Tensor, nn

from taureau.perception.encoder import Encoding
from taureau.perception.faster import bfloat16_pays, fast_tower
from taureau.perception.packed_convolution import packed

_RESNET = ("stem", "layer1", "layer2", "layer3", "layer4")


class ClipEncoder(nn.Module):
    """One of open_clip's models, frozen.

    Layers are `stem`, `layer1` … `layer4` of a ResNet, `block1` … of a vision transformer, `stage1` … of a tower from
    timm. Images of another size than its own are resized to it, to a square. With `half`, the image tower computes in
    half precision where that is faster (`faster.py`); results are float32 all the same.
    """

    layers: tuple[str, ...]
    tower: Any  # open_clip's ModifiedResNet, VisionTransformer or TimmModel
    _mean: Tensor  # [3, 1, 1]
    _std: Tensor

    def __init__(
        self,
        model: Any,  # open_clip.CLIP or CustomTextCLIP
        name: str,
        *,
        mean: tuple[float, float, float],
        std: tuple[float, float, float],
        interpolation: str = "bicubic",
        reads_text: bool = True,
        half: bool = False,
        device: str = "cpu",
    ) -> None:
        super().__init__()
        from open_clip.modified_resnet import ModifiedResNet
        from open_clip.timm_model import TimmModel
        from open_clip.transformer import VisionTransformer

        model = model.eval().requires_grad_(False)
        visual = model.visual
        self.name = name
        self.mean, self.std = mean, std
        self.reads_text = reads_text
        self.logit_scale = float(model.logit_scale.detach().exp())
        side = visual.image_size
        self.size: int = side if isinstance(side, int) else side[0]
        self._filter = Image.Resampling.BICUBIC if interpolation == "bicubic" else Image.Resampling.BILINEAR
        self.is_transformer = isinstance(visual, VisionTransformer)
        self._is_resnet = isinstance(visual, ModifiedResNet)
        if self._is_resnet:
            self.layers = _RESNET
        elif isinstance(visual, TimmModel):
            self.layers = tuple(f"stage{index + 1}" for index in range(len(visual.trunk.feature_info)))
        else:
            self.layers = tuple(f"block{index + 1}" for index in range(len(visual.transformer.resblocks)))
        # bfloat16 has the range of float32: in float16 small gradients of a mean would underflow.
        self._autocast = half and device.startswith("cuda") and torch.cuda.is_bf16_supported()
        self._reduced = half and device == "cpu" and not self.is_transformer and bfloat16_pays()
        self.tower = model.visual = fast_tower(visual)
        if self._reduced:
            self.tower.bfloat16()
        if device == "cpu" and not self.is_transformer:
            packed(self.tower)
        self.model = model
        self.register_buffer("_mean", torch.tensor(mean)[:, None, None], persistent=False)
        self.register_buffer("_std", torch.tensor(std)[:, None, None], persistent=False)
        self.to(device)

    @property
    def stage_count(self) -> int:
        return len(self.layers)

    @property
    def device(self) -> torch.device:
        return self._mean.device

    def encode_image(self, images: Tensor, layers: Sequence[str] = (), *, embedding: bool = False) -> Encoding:
        wanted = sorted(self.layers.index(layer) for layer in layers)
        inputs = self.normalised(images)
        if self._reduced:
            inputs = inputs.bfloat16()
        if not self.is_transformer:
            inputs = inputs.contiguous(memory_format=torch.channels_last)
        with self._precision():
            if not wanted:
                return Encoding({}, self.tower(inputs).float() if embedding else None)
            # open_clip 3.3's ResNet inverts stop_early: request its last layer to run all of it.
            indices = [*wanted, 4] if self._is_resnet and embedding and wanted[-1] < 4 else wanted
            found = self.tower.forward_intermediates(
                inputs,
                indices=indices,
                stop_early=not embedding and not self._is_resnet,
                intermediates_only=not embedding,
            )
        by_index = dict(zip(indices, found["image_intermediates"], strict=True))
        features = {self.layers[index]: by_index[index].float() for index in wanted}
        return Encoding(features, found["image_features"].float() if embedding else None)

    def features(self, images: Tensor, depth: int) -> list[Tensor]:
        return list(self.encode_image(images, self.layers[:depth]).features.values())

    @torch.no_grad()
    def encode_text(self, sentences: Sequence[str]) -> Tensor:
        if not self.reads_text:
            raise ValueError(f"the encoder {self.name} does not read text")
        from open_clip.tokenizer import SimpleTokenizer

        text = getattr(self.model, "text", self.model)  # a tower of its own, or part of the model
        tokens = SimpleTokenizer(context_length=text.context_length)(list(sentences)).to(self.device)
        embeddings: Tensor = self.model.encode_text(tokens, normalize=True).float()
        return embeddings

    def normalised(self, images: Tensor) -> Tensor:
        """Images [B, 3, H, W] as the network was trained to see them, [B, 3, size, size]."""
        if images.shape[2:] != (self.size, self.size):
            images = torch.nn.functional.interpolate(
                images, size=(self.size, self.size), mode="bilinear", antialias=True, align_corners=False
            )
        return (images - self._mean) / self._std

    def prepare(self, photo: NDArray[np.uint8]) -> Tensor:
        """A photo [H, W, 3] as CLIP prepares it: shorter side to `size`, middle square; [1, 3, size, size], 0 … 1."""
        height, width = photo.shape[:2]
        shorter = min(height, width)
        size = int(self.size * width / shorter), int(self.size * height / shorter)
        left, top = round((size[0] - self.size) / 2), round((size[1] - self.size) / 2)
        resized = Image.fromarray(photo).resize(size, self._filter)
        square = np.array(resized.crop((left, top, left + self.size, top + self.size)))
        return torch.from_numpy(square).permute(2, 0, 1)[None].float().div(255).to(self.device)

    def _precision(self) -> AbstractContextManager[object]:
        return torch.autocast("cuda", dtype=torch.bfloat16) if self._autocast else nullcontext()
