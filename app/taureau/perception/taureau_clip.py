"""The bundled CLIP for drawings, made by `python -m training.pictograms`."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from functools import cache, partial
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors import SafetensorError
from torch import Tensor, nn

from taureau.perception.encoder import EfficientNetLite0, Encoding, builtin_encoder
from taureau.perception.photo_embedding import PhotoEmbedder, photo_cues
from taureau.perception.quantisation import unpacked_words
from taureau.perception.relations import Relations, beside, places, relations_from_file
from taureau.perception.sentences import TOKENIZER, SentenceTower
from taureau.perception.unfilled import unfilled
from taureau.weights import OWN_CLIP, DamagedWeightsError

_UNREADABLE = (OSError, ValueError, KeyError, TypeError, RuntimeError, SafetensorError)
IMAGE_FILE, TEXT_FILE, CONFIG_FILE = "image.safetensors", "text.safetensors", "config.json"
RELATIONS_FILE = "relations.safetensors"


class DrawingTower(nn.Module):
    """EfficientNet-Lite0 without its classifier, and a projection of its pooled features to the text space."""

    def __init__(self, hidden: int, width: int, *, pretrained: bool = True) -> None:
        """It begins with ImageNet's weights, or with an unfilled network if not `pretrained`."""
        super().__init__()
        self.network = EfficientNetLite0(pretrained=pretrained)
        pooled = self.network.network._fc.in_features
        self.network.network._fc = nn.Identity()
        self.projection = nn.Sequential(nn.Linear(pooled, hidden), nn.GELU(), nn.Linear(hidden, width))

    def forward(self, images: Tensor) -> Tensor:
        """Images [B, 3, S, S], sRGB in 0 … 1 -> embeddings [B, width], not normalised."""
        return self.embed(self.network.features(images)[-1])

    def embed(self, last: Tensor) -> Tensor:
        """Return the embeddings [B, width] of the last stage's output."""
        embeddings: Tensor = self.projection(self.network.logits(last))
        return embeddings


class TaureauClip(nn.Module):
    """Embeds drawings, photos and sentences in one space.

    A drawing is embedded by a tower that was trained on pictograms and drawings, a photo by the names of the ImageNet
    classes that the built-in encoder finds in it. Images in between are interpolated, and so are shaded subjects before
    a plain background, as far as that encoder is certain of the class. Images are resized to a square of `size`.
    """

    name = OWN_CLIP
    mean, std = EfficientNetLite0.mean, EfficientNetLite0.std
    layers = EfficientNetLite0.layers
    reads_text = True

    def __init__(
        self,
        tower: DrawingTower,
        sentences: Callable[[], SentenceTower],  # called at the first `encode_text`
        words: nn.Linear,  # from sentence embeddings to the common space
        photos: PhotoEmbedder,
        names: Sequence[str],  # of the classes in `photos`
        relations: Relations | None = None,
        *,
        size: int,  # px
        scale: float,
    ) -> None:
        super().__init__()
        self.tower, self.words, self.photos, self.relations = tower, words, photos, relations
        self._sentences = cache(sentences)
        self.names = tuple(names)
        self.size = size
        self.logit_scale = scale
        self.eval().requires_grad_(False)

    @property
    def stage_count(self) -> int:
        return len(self.layers)

    @property
    def device(self) -> torch.device:
        return self.words.weight.device

    def encode_image(self, images: Tensor, layers: Sequence[str] = (), *, embedding: bool = False) -> Encoding:
        depth = self.stage_count if embedding else 1 + max((self.layers.index(layer) for layer in layers), default=-1)
        stages = dict(zip(self.layers, self.features(images, depth), strict=False))
        found = self._embedding(images, stages[self.layers[-1]]) if embedding else None
        return Encoding({layer: stages[layer] for layer in layers}, found)

    def features(self, images: Tensor, depth: int) -> list[Tensor]:
        if images.shape[2:] != (self.size, self.size):
            images = nn.functional.interpolate(images, size=(self.size, self.size), mode="bilinear", antialias=True)
        return self.tower.network.features(images, depth)

    @property
    def sentences(self) -> SentenceTower:
        """The text tower, loaded on first use."""
        return self._sentences().to(self.device)

    @property
    def class_directions(self) -> Tensor:
        """The unit embeddings of the classes that `names` names, [K, D]."""
        more = 0 if self.relations is None else self.relations.width
        return nn.functional.pad(self.photos.directions, (0, more))

    @torch.no_grad()
    def encode_text(self, sentences: Sequence[str]) -> Tensor:
        read = self.sentences(sentences)
        named = nn.functional.normalize(self.words(read), dim=-1)
        return named if self.relations is None else beside(named, self.relations.of_sentences(read))

    def prepare(self, photo: NDArray[np.uint8]) -> Tensor:
        """Return the central square of a photo [H, W, 3] at the classifier's size, [1, 3, 224, 224], 0 … 1.

        The classifier was trained on such squares: it classifies squeezed or padded photos less well.
        """
        height, width = photo.shape[:2]
        side = min(height, width)
        top, left = (height - side) // 2, (width - side) // 2
        square = np.array(photo[top : top + side, left : left + side])  # a writable copy: torch warns otherwise
        images = torch.from_numpy(square).permute(2, 0, 1)[None].float().div(255).to(self.device)
        size = (EfficientNetLite0.size,) * 2
        return nn.functional.interpolate(images, size=size, mode="bilinear", antialias=True).clamp(0, 1)

    def _embedding(self, images: Tensor, last: Tensor) -> Tensor:
        pooled = self.tower.network.logits(last)
        drawn = nn.functional.normalize(self.tower.projection(pooled), dim=-1)
        likeness, shading = photo_cues(images)
        if not images.is_cuda and not bool((likeness + shading > 0).any()):  # on CUDA the test would synchronise
            return drawn if self.relations is None else beside(drawn, self.relations.of_images(places(last, pooled)))
        seen, certainty = self.photos(images)
        share = torch.maximum(likeness, shading * certainty)
        named = torch.lerp(drawn, seen, share[:, None])
        if self.relations is None:
            return named
        length = named.norm(dim=-1, keepdim=True)
        return length * beside(named / length, (1 - likeness[:, None]) * self.relations.of_images(places(last, pooled)))


def taureau_clip_from_folder(folder: Path, device: str = "cpu") -> TaureauClip:
    """Load a CLIP from a folder; raises DamagedWeightsError."""
    from safetensors.torch import load_file

    try:
        config: dict[str, Any] = json.loads((folder / CONFIG_FILE).read_text(encoding="utf-8"))
        image = load_file(folder / IMAGE_FILE)
        with unfilled():
            tower = DrawingTower(config["hidden"], config["width"], pretrained=False)
            words = nn.Linear(config["text"]["hidden_size"], config["width"])
        counts = {key: value for key, value in tower.state_dict().items() if key.endswith("num_batches_tracked")}
        tower.load_state_dict({**_part(image, "tower."), **counts}, assign=True)
        tower.network.folded()
        words.load_state_dict(_part(image, "words."), assign=True)
        photos = PhotoEmbedder(partial(builtin_encoder, device), image["classes"].float())
        scale = float(image["scale"])
        size, names = int(config["size"]), [str(name) for name in config["names"]]
        more = folder / RELATIONS_FILE
        relations = relations_from_file(more) if more.exists() else None
    except _UNREADABLE as error:
        raise _damaged(folder, error) from error
    own = TaureauClip(tower, lambda: sentence_tower(folder), words, photos, names, relations, size=size, scale=scale)
    return own.to(device)


def sentence_tower(folder: Path) -> SentenceTower:
    """Load the text tower alone from a CLIP's folder; raises DamagedWeightsError."""
    from safetensors.torch import load_file

    try:
        config = json.loads((folder / CONFIG_FILE).read_text(encoding="utf-8"))["text"]
        with unfilled():
            tower = SentenceTower(config, folder / TOKENIZER)
        tower.network.load_state_dict(_floats(unpacked_words(load_file(folder / TEXT_FILE))), assign=True)
    except _UNREADABLE as error:
        raise _damaged(folder, error) from error
    return tower


def _damaged(folder: Path, error: Exception) -> DamagedWeightsError:
    return DamagedWeightsError(f"the encoder in {folder} is damaged ({error}); install Taureau again")


def _part(state: Mapping[str, Tensor], prefix: str) -> dict[str, Tensor]:
    return _floats({key.removeprefix(prefix): value for key, value in state.items() if key.startswith(prefix)})


def _floats(state: Mapping[str, Tensor]) -> dict[str, Tensor]:
    return {key: value.float() if value.is_floating_point() else value for key, value in state.items()}
