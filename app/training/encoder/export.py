"""Export: the image tower and projections in half precision, the text tower, and a record of all hashes."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from taureau.document.whole_file import write_whole
from taureau.perception.quantisation import packed_words, unpacked_words
from taureau.perception.relations import Relations, packed_relations
from taureau.perception.sentences import TOKENIZER, SentenceTower
from taureau.perception.taureau_clip import CONFIG_FILE, IMAGE_FILE, RELATIONS_FILE, TEXT_FILE
from taureau.weights import NAMES_FILE, STROKES_FILE
from torch import Tensor, nn

from training.encoder.model import PictogramModel
from training.encoder.vocabulary import small_text_tower
from training.errors import TooLargeError

MAX_IMAGE_BYTES = 10_000_000
MAX_BYTES = 52_000_000  # of all files, the stroke decoder included
TEMPLATES = ("a photo of a {}", "a {}")  # of the classes of photos
# What whole phases of ImageNet's list are; a breed's name alone says little to a small sentence encoder.
_KINDS = (
    (0, 6, "fish"), (7, 24, "bird"), (25, 32, "amphibian"), (33, 37, "turtle"), (38, 48, "lizard"), (52, 68, "snake"),
    (70, 78, "spider"), (80, 100, "bird"), (118, 121, "crab"), (127, 146, "bird"), (147, 148, "whale"),
    (151, 268, "dog"), (281, 285, "cat"), (286, 293, "big cat"), (294, 297, "bear"), (300, 320, "insect"),
    (321, 326, "butterfly"), (356, 361, "small furry animal"), (365, 384, "monkey"),
)  # fmt: skip


@dataclass(frozen=True)
class TextTower:
    """The exported text tower: the contents of three files."""

    weights: dict[str, Tensor]  # fp16, the word table int8
    tokenizer: str  # JSON
    config: dict[str, Any]

    @classmethod
    def from_minilm(cls, minilm: Path, sentences: Sequence[str]) -> TextTower:
        """Reduce MiniLM in a folder to the tokens of `sentences` and the most frequent others."""
        weights, tokenizer, config = small_text_tower(minilm, sentences)
        return cls(packed_words(weights), tokenizer, config)

    @classmethod
    def read(cls, folder: Path) -> TextTower:
        """Read an exported tower."""
        from safetensors.torch import load_file

        config = json.loads((folder / CONFIG_FILE).read_text(encoding="utf-8"))["text"]
        return cls(
            packed_words(load_file(folder / TEXT_FILE)), (folder / TOKENIZER).read_text(encoding="utf-8"), config
        )

    def write(self, folder: Path) -> None:
        """Write weights and tokenizer into a folder."""
        from safetensors.torch import save

        write_whole(folder / TEXT_FILE, save(self.weights))
        write_whole(folder / TOKENIZER, self.tokenizer.encode())

    def tower(self, folder: Path) -> SentenceTower:
        """Return the network, with its tokenizer read from the folder it was written to."""
        tower = SentenceTower(self.config, folder / TOKENIZER)
        tower.network.load_state_dict({key: value.float() for key, value in unpacked_words(self.weights).items()})
        return tower


def image_names() -> tuple[str, ...]:
    """Return the names of ImageNet's 1,000 classes in their order."""
    from open_clip.zero_shot_metadata import IMAGENET_CLASSNAMES

    return tuple(IMAGENET_CLASSNAMES)


def class_sentences() -> list[list[str]]:
    """Return sentences for each of ImageNet's classes, [templates][classes]."""
    kinds = {number: kind for first, last, kind in _KINDS for number in range(first, last + 1)}
    called = [
        f"{name}, a kind of {kinds[number]}" if number in kinds else name for number, name in enumerate(image_names())
    ]
    return [[form.format(name) for name in called] for form in TEMPLATES]


def write_encoder(
    model: PictogramModel, text: TextTower, folder: Path, *, size: int, notes: dict[str, Any]
) -> dict[str, Any]:
    """Write the files that `taureau.perception.taureau_clip` loads; return the config, which includes `notes`.

    `size`: side of the input image, px. A stroke decoder in the folder stays in the record. Raises TooLargeError
    before the image tower is replaced.
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
    if sizes[IMAGE_FILE] > MAX_IMAGE_BYTES or sum(sizes.values()) > MAX_BYTES:
        raise TooLargeError(f"{sizes} bytes are more than {MAX_IMAGE_BYTES} for the image tower or {MAX_BYTES} in all")
    write_whole(folder / IMAGE_FILE, image)
    (folder / RELATIONS_FILE).unlink(missing_ok=True)  # it belongs to the image tower that was there
    for name in (STROKES_FILE, NAMES_FILE):  # they use the same text tower
        if (folder / name).exists():
            sizes[name] = (folder / name).stat().st_size
    hashes = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in sizes}
    config = {
        "name": "taureau-clip", "size": size, "hidden": model.hidden, "width": model.width,
        "text": text.config, "names": image_names(), "bytes": sizes, "sha256": hashes, **notes,
    }  # fmt: skip
    write_whole(folder / CONFIG_FILE, (json.dumps(config, indent=1, ensure_ascii=False) + "\n").encode())
    return config


def write_relations(relations: Relations, folder: Path) -> int:
    """Write what tells exchanged words apart beside the tower it was trained with; return its size in bytes."""
    return write_beside(packed_relations(relations), RELATIONS_FILE, folder)


def write_projection(projection: nn.Module, record: Mapping[str, Any], weights: Path, into: Path) -> int:
    """Write an image tower with another projection, and `record` of its training; return its size in bytes.

    All else of the files in `weights` stays as it is; they are copied where `into` is another folder.
    """
    from safetensors.torch import load_file, save

    if into != weights:
        shutil.copytree(weights, into, dirs_exist_ok=True)
    state = load_file(weights / IMAGE_FILE)
    state |= {f"tower.projection.{key}": value.half() for key, value in projection.state_dict().items()}
    config = json.loads((into / CONFIG_FILE).read_text(encoding="utf-8"))
    config["drawings"] = {**record, "from": config["sha256"][IMAGE_FILE]}
    write_whole(into / CONFIG_FILE, (json.dumps(config, indent=1, ensure_ascii=False) + "\n").encode())
    return write_beside(save(state), IMAGE_FILE, into)


def write_beside(packed: bytes, name: str, folder: Path) -> int:
    """Write a file into a folder of weights and into the record there; return its size in bytes.

    Raises TooLargeError before anything is replaced.
    """
    folder.mkdir(parents=True, exist_ok=True)
    record = folder / CONFIG_FILE
    if record.exists():
        config = json.loads(record.read_text(encoding="utf-8"))
        config["bytes"][name] = len(packed)
        config["sha256"][name] = hashlib.sha256(packed).hexdigest()
        if sum(config["bytes"].values()) > MAX_BYTES:
            raise TooLargeError(f"{config['bytes']} bytes are more than {MAX_BYTES} in all")
        write_whole(folder / name, packed)
        write_whole(record, (json.dumps(config, indent=1, ensure_ascii=False) + "\n").encode())
    else:
        write_whole(folder / name, packed)
    return len(packed)
