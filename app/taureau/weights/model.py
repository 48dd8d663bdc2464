"""The catalogue's entry of a model."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["encoder", "mask", "imagine"]
Format = Literal["safetensors", "torch", "torchscript", "onnx", "json", "text"]
KINDS: tuple[Kind, ...] = ("encoder", "mask", "imagine")
FORMATS: tuple[Format, ...] = ("safetensors", "torch", "torchscript", "onnx", "json", "text")


RECORD = "record.json"  # the program's own file in a model's folder
PART = ".part"  # ends the name of a file that is not complete yet
_FILE_NAME = re.compile(r"(?:[A-Za-z0-9_][A-Za-z0-9_.+-]{0,99}/){0,4}[A-Za-z0-9_][A-Za-z0-9_.+-]{0,99}")


def check_file_name(name: object) -> str:
    """Return the name of a file in a model's folder; raises ValueError for one that could be anything else.

    Letters, digits and _.+- are allowed, and / between up to five folders.
    """
    if not isinstance(name, str) or not _FILE_NAME.fullmatch(name) or name.endswith("."):
        raise ValueError(f"{name!r:.80} is no place in a model's folder")
    if name.lower() == RECORD or name.lower().endswith((PART, f"{PART}.json")):
        raise ValueError(f"{name!r} is a name that the program uses itself")
    return name


@dataclass(frozen=True)
class WeightsFile:
    """One published file of a model."""

    name: str  # its place in the model's folder, with / between folders
    url: str
    format: Format
    size: int | None = None  # bytes; None: not known before the first import or fetch
    sha256: str | None = None  # likewise
    md5: str | None = None  # likewise
    listed: bool = False  # whether size and hashes are from others' lists: one who trusts another file may take it
    about_mb: int | None = None  # roughly, where the size is not known
    others: tuple[WeightsFile, ...] = ()  # where the same weights are too, perhaps in another format; tried in turn

    @property
    def sources(self) -> tuple[WeightsFile, ...]:
        return (self, *self.others)


@dataclass(frozen=True)
class MaskSignature:
    """What a mask model wants to be shown, and how its answer is meant."""

    side: int  # px: a photo is squeezed into a square of this size
    mean: tuple[float, float, float]  # of red, green, blue in 0 … 1, subtracted …
    std: tuple[float, float, float]  # … before they are divided by this
    sigmoid: bool = False  # whether the answer is logits, not 0 … 1


@dataclass(frozen=True)
class Model:
    """A model that Taureau can use."""

    id: str
    name: str  # for people
    purpose: str  # one sentence
    kind: Kind
    licence: str
    terms: str  # what the licence asks of the user, in one sentence
    source: str  # the page that presents it; of a folder that comes built in, the file in it
    about_mb: int | None  # size of the download, roughly
    files: tuple[WeightsFile, ...] = ()  # none: it comes with the installation
    architecture: str | None = None  # open_clip's name, of an encoder
    pretrained: str | None = None  # open_clip's tag
    quick_gelu: bool = False  # whether it was trained with OpenAI's approximation of GELU
    reads_text: bool = False  # whether it can be asked with words
    pipeline: str | None = None  # diffusers' class, of a folder in its layout
    embedding_width: int | None = None  # numbers in CLIP's embedding as it paints it, of a model that imagines
    mask: MaskSignature | None = None  # of a mask model that can be used
    tensors: Mapping[str, tuple[int, ...]] = field(default_factory=dict)  # shapes by which its weights are recognised

    @property
    def built_in(self) -> bool:
        return not self.files

    @property
    def is_folder(self) -> bool:
        return len(self.files) > 1
