"""The CLIP for drawings that ships with the program: made by `python -m app.training.pictograms`."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from app.perception.encoder import EfficientNetLite0, Seen, builtin_encoder
from app.perception.photo_place import PhotoPlace, photo_likeness
from app.perception.sentences import TOKENIZER, SentenceTower
from app.resources import resource
from app.weights import DamagedWeightsError

TAUREAU_CLIP = "taureau-clip"
IMAGE_FILE, TEXT_FILE, CONFIG_FILE = "image.safetensors", "text.safetensors", "config.json"


class DrawingTower(nn.Module):
    """EfficientNet-Lite0 without its classes, and a projection of what it pools: images to a place among words."""

    def __init__(self, hidden: int, width: int) -> None:
        super().__init__()
        self.network = EfficientNetLite0()
        pooled = self.network.network._fc.in_features
        self.network.network._fc = nn.Identity()
        self.projection = nn.Sequential(nn.Linear(pooled, hidden), nn.GELU(), nn.Linear(hidden, width))

    def forward(self, images: Tensor) -> Tensor:
        """Images [B, 3, S, S], sRGB in 0 … 1 -> embeddings [B, width], of any length."""
        return self.place(self.network.features(images)[-1])

    def place(self, last: Tensor) -> Tensor:
        """The embeddings [B, width] of the last stage's output."""
        embeddings: Tensor = self.projection(self.network.logits(last))
        return embeddings


class TaureauClip(nn.Module):
    """Drawings, photos and words in one space.

    A drawing is placed by a tower that was trained on pictograms and drawings; a photo by the names of the ImageNet
    classes that the built-in encoder finds in it; what lies between the two by both. Images of another size than its
    own are resized to it, to a square.
    """

    name = TAUREAU_CLIP
    mean, std = EfficientNetLite0.mean, EfficientNetLite0.std
    layers = EfficientNetLite0.layers
    reads_text = True

    def __init__(
        self,
        tower: DrawingTower,
        sentences: SentenceTower,
        words: nn.Linear,  # what sentences are read as, to the common space
        photos: PhotoPlace,
        *,
        size: int,  # px
        scale: float,
    ) -> None:
        super().__init__()
        self.tower, self.sentences, self.words, self.photos = tower, sentences, words, photos
        self.size = size
        self.logit_scale = scale
        self.eval().requires_grad_(False)

    @property
    def stage_count(self) -> int:
        return len(self.layers)

    @property
    def device(self) -> torch.device:
        return self.words.weight.device

    def see(self, images: Tensor, layers: Sequence[str] = (), *, embedding: bool = False) -> Seen:
        depth = self.stage_count if embedding else 1 + max((self.layers.index(layer) for layer in layers), default=-1)
        stages = dict(zip(self.layers, self.features(images, depth), strict=False))
        place = self._place(images, stages[self.layers[-1]]) if embedding else None
        return Seen({layer: stages[layer] for layer in layers}, place)

    def features(self, images: Tensor, depth: int) -> list[Tensor]:
        if images.shape[2:] != (self.size, self.size):
            images = nn.functional.interpolate(images, size=(self.size, self.size), mode="bilinear", antialias=True)
        return self.tower.network.features(images, depth)

    @torch.no_grad()
    def read(self, sentences: Sequence[str]) -> Tensor:
        return nn.functional.normalize(self.words(self.sentences(sentences)), dim=-1)

    def _place(self, images: Tensor, last: Tensor) -> Tensor:
        drawn = nn.functional.normalize(self.tower.place(last), dim=-1)
        likeness = photo_likeness(images)[:, None]
        if not images.is_cuda and not bool((likeness > 0).any()):  # on CUDA to ask would be to wait
            return drawn
        return torch.lerp(drawn, self.photos(images), likeness)


def taureau_clip(device: str = "cpu") -> TaureauClip:
    """The one that ships, kept while its files stay; raises FileNotFoundError or DamagedWeightsError."""
    folder = resource(f"models/{TAUREAU_CLIP}")
    return _kept(folder, (folder / IMAGE_FILE).stat().st_mtime_ns, device)


@lru_cache(maxsize=2)
def _kept(folder: Path, _: int, device: str) -> TaureauClip:
    return taureau_clip_from_folder(folder, device)


def taureau_clip_from_folder(folder: Path, device: str = "cpu") -> TaureauClip:
    """One that lies in a folder; raises DamagedWeightsError where its files are not what they should be."""
    from safetensors import SafetensorError
    from safetensors.torch import load_file

    try:
        config: dict[str, Any] = json.loads((folder / CONFIG_FILE).read_text(encoding="utf-8"))
        image, text = load_file(folder / IMAGE_FILE), load_file(folder / TEXT_FILE)
        tower = DrawingTower(config["hidden"], config["width"])
        sentences = SentenceTower(config["text"], folder / TOKENIZER)
        words = nn.Linear(sentences.width, config["width"])
        counts = {key: value for key, value in tower.state_dict().items() if key.endswith("num_batches_tracked")}
        tower.load_state_dict({**_part(image, "tower."), **counts})
        words.load_state_dict(_part(image, "words."))
        sentences.network.load_state_dict(_floats(text))
        photos = PhotoPlace(builtin_encoder(device), image["classes"].float())
        scale = float(image["scale"])
        size = int(config["size"])
    except (OSError, ValueError, KeyError, TypeError, RuntimeError, SafetensorError) as error:
        raise DamagedWeightsError(f"the encoder in {folder} is damaged ({error}); install Taureau again") from error
    return TaureauClip(tower, sentences, words, photos, size=size, scale=scale).to(device)


def _part(state: Mapping[str, Tensor], prefix: str) -> dict[str, Tensor]:
    return _floats({key.removeprefix(prefix): value for key, value in state.items() if key.startswith(prefix)})


def _floats(state: Mapping[str, Tensor]) -> dict[str, Tensor]:
    return {key: value.float() if value.is_floating_point() else value for key, value in state.items()}
