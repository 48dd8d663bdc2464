"""What ships: the image tower and the projections in half precision, the text tower, and a record of all hashes."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from taureau.document.whole_file import write_whole
from taureau.perception.quantisation import packed_words, unpacked_words
from taureau.perception.sentences import TOKENIZER, SentenceTower
from taureau.perception.taureau_clip import CONFIG_FILE, IMAGE_FILE, TEXT_FILE
from taureau.weights import STROKES_FILE
from torch import Tensor

from training.encoder.model import PictogramModel
from training.encoder.vocabulary import small_text_tower
from training.errors import TooLargeError

LARGEST_IMAGE = 10_000_000  # bytes
LARGEST = 40_000_000  # bytes of all that ships
NAMED = ("a photo of a {}", "a {}")  # how the classes of photos are read
# What whole phases of ImageNet's list are; a breed's name alone says little to a small sentence encoder.
_KINDS = (
    (0, 6, "fish"), (7, 24, "bird"), (25, 32, "amphibian"), (33, 37, "turtle"), (38, 48, "lizard"), (52, 68, "snake"),
    (70, 78, "spider"), (80, 100, "bird"), (118, 121, "crab"), (127, 146, "bird"), (147, 148, "whale"),
    (151, 268, "dog"), (281, 285, "cat"), (286, 293, "big cat"), (294, 297, "bear"), (300, 320, "insect"),
    (321, 326, "butterfly"), (356, 361, "small furry animal"), (365, 384, "monkey"),
)  # fmt: skip


@dataclass(frozen=True)
class TextTower:
    """The text tower as it ships: three files' content."""

    weights: dict[str, Tensor]  # fp16, the word table int8
    tokenizer: str  # JSON
    config: dict[str, Any]

    @classmethod
    def from_minilm(cls, minilm: Path, sentences: Sequence[str]) -> TextTower:
        """MiniLM in its folder with the words of `sentences` and the most frequent others."""
        weights, tokenizer, config = small_text_tower(minilm, sentences)
        return cls(packed_words(weights), tokenizer, config)

    @classmethod
    def read(cls, folder: Path) -> TextTower:
        """One that was shipped there before."""
        from safetensors.torch import load_file

        config = json.loads((folder / CONFIG_FILE).read_text(encoding="utf-8"))["text"]
        return cls(
            packed_words(load_file(folder / TEXT_FILE)), (folder / TOKENIZER).read_text(encoding="utf-8"), config
        )

    def write(self, folder: Path) -> None:
        """Its weights and its tokenizer, into a folder."""
        from safetensors.torch import save

        write_whole(folder / TEXT_FILE, save(self.weights))
        write_whole(folder / TOKENIZER, self.tokenizer.encode())

    def tower(self, folder: Path) -> SentenceTower:
        """The network itself, its tokenizer read from the folder it was written to."""
        tower = SentenceTower(self.config, folder / TOKENIZER)
        tower.network.load_state_dict({key: value.float() for key, value in unpacked_words(self.weights).items()})
        return tower


def image_names() -> tuple[str, ...]:
    """The names of ImageNet's 1,000 classes, in their order."""
    from open_clip.zero_shot_metadata import IMAGENET_CLASSNAMES

    return tuple(IMAGENET_CLASSNAMES)


def class_sentences() -> list[list[str]]:
    """The sentences by which each of ImageNet's classes is placed among words; the same number for each."""
    kinds = {place: kind for first, last, kind in _KINDS for place in range(first, last + 1)}
    called = [
        f"{name}, a kind of {kinds[place]}" if place in kinds else name for place, name in enumerate(image_names())
    ]
    return [[form.format(name) for name in called] for form in NAMED]


def write_encoder(
    model: PictogramModel, text: TextTower, folder: Path, *, size: int, notes: dict[str, Any]
) -> dict[str, Any]:
    """Write all that `taureau.perception.taureau_clip` loads into a folder; `notes` are kept in its config.json.

    `size` is the side at which the tower looks, px. A decoder of strokes that lies there stays in the record. Raises
    TooLargeError before the image tower is replaced.
    """
    from safetensors.torch import save

    folder.mkdir(parents=True, exist_ok=True)
    text.write(folder)
    sentences = text.tower(folder)
    tower = {f"tower.{key}": value for key, value in model.tower.state_dict().items() if "num_batches" not in key}
    words = {f"words.{key}": value for key, value in model.words.state_dict().items()}
    with torch.no_grad():
        read = torch.stack([sentences(some) for some in class_sentences()])  # [T, 1000, W]
        named = torch.nn.functional.normalize(model.words(read), dim=-1).mean(0)
        classes = torch.nn.functional.normalize(named, dim=-1)  # [1000, D]
    state = {**tower, **words, "classes": classes, "scale": model.scale.detach().exp()}
    image = save({key: value.detach().half().contiguous() for key, value in state.items()})
    weights = save(text.weights)
    sizes = {IMAGE_FILE: len(image), TEXT_FILE: len(weights), TOKENIZER: len(text.tokenizer.encode())}
    if sizes[IMAGE_FILE] > LARGEST_IMAGE or sum(sizes.values()) > LARGEST:
        raise TooLargeError(f"{sizes} bytes are more than {LARGEST_IMAGE} for the image tower or {LARGEST} in all")
    write_whole(folder / IMAGE_FILE, image)
    if (folder / STROKES_FILE).exists():  # it reads with the same text tower, and stays
        sizes[STROKES_FILE] = (folder / STROKES_FILE).stat().st_size
    hashes = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in sizes}
    config = {
        "name": "taureau-clip", "size": size, "hidden": model.hidden, "width": model.width,
        "text": text.config, "names": image_names(), "bytes": sizes, "sha256": hashes, **notes,
    }  # fmt: skip
    write_whole(folder / CONFIG_FILE, (json.dumps(config, indent=1, ensure_ascii=False) + "\n").encode())
    return config
