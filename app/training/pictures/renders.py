"""Small pictures with captions, packed into one npz file."""

from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

SIDE = 96  # px
STYLES = (
    "line",
    "solid",
    "duotone",
    "coloured pictogram",
    "monochrome emoji",
    "coloured emoji",
    "own drawing",
    "edge map",
    "outline",
)
SPLITS = ("train", "family", "name")  # training; held-out family; name held out in every style
_FORMAT = 1
_QUALITY = 45  # of lossy WebP


class BrokenRendersError(Exception):
    """A packed file is missing or damaged; the message says what to do."""


@dataclass(frozen=True)
class Render:
    """One picture with its labels."""

    webp: bytes
    captions: tuple[str, ...]  # its name, then synonyms
    collection: str  # prefix of its set
    style: str  # of STYLES
    split: str  # of SPLITS
    strokes: int = 0  # of a drawing by strokes


class Renders:
    """A packed file in memory; pictures are decoded on demand.

    The npz holds: `format` (1), `side` (px); `webp` [bytes], the concatenated pictures, and `webp_end` [N]; `names`,
    `collections`, `styles` and `splits`, each UTF-8 lines; `caption` [K], indices of names, of which picture i has
    those from `caption_end[i - 1]` to `caption_end[i]`; `collection`, `style`, `split` and `strokes` [N].
    """

    def __init__(self, arrays: dict[str, NDArray[np.generic]]) -> None:
        self.names = _lines(arrays["names"])
        self.collections = _lines(arrays["collections"])
        self.styles = _lines(arrays["styles"])
        self.splits = _lines(arrays["splits"])
        self.collection = arrays["collection"]  # [N], indices of `collections`
        self.style = arrays["style"]  # [N], indices of `styles`
        self.split = arrays["split"]  # [N], indices of `splits`
        self.strokes = arrays["strokes"]  # [N]
        self.name = arrays["caption"][np.r_[0, arrays["caption_end"][:-1]].astype(np.int64)]  # [N], the first caption
        self._webp = arrays["webp"].tobytes()
        self._webp_end = arrays["webp_end"]
        self._caption = arrays["caption"]
        self._caption_end = arrays["caption_end"]

    @classmethod
    def read(cls, path: Path) -> Renders:
        """Read a packed file; raises `BrokenRendersError`."""
        try:
            with path.open("rb") as file, np.load(file, allow_pickle=False) as packed:
                if int(packed["format"]) != _FORMAT:
                    raise BrokenRendersError(f"{path} is of another version; render it again")
                return cls({name: packed[name] for name in packed.files})
        except FileNotFoundError:
            raise BrokenRendersError(f"{path} does not exist; render the pictograms first") from None
        except (KeyError, ValueError, OSError, EOFError, zipfile.BadZipFile) as error:
            raise BrokenRendersError(f"{path} cannot be read ({error}); render it again") from error

    def __len__(self) -> int:
        return len(self._webp_end)

    def image(self, index: int) -> NDArray[np.uint8]:
        """Return a picture [SIDE, SIDE, 3], sRGB on white."""
        start = int(self._webp_end[index - 1]) if index else 0
        with Image.open(io.BytesIO(self._webp[start : int(self._webp_end[index])])) as image:
            return np.asarray(image.convert("RGB"))

    def captions(self, index: int) -> list[str]:
        """Return the name of a picture, then its synonyms."""
        start = int(self._caption_end[index - 1]) if index else 0
        return [self.names[number] for number in self._caption[start : int(self._caption_end[index])]]

    def where(self, *, split: str | None = None, style: str | None = None) -> NDArray[np.intp]:
        """The numbers of the pictures of a split and a style."""
        chosen = np.ones(len(self), dtype=bool)
        if split is not None:
            chosen &= self.split == self.splits.index(split)
        if style is not None:
            chosen &= self.style == self.styles.index(style)
        return np.flatnonzero(chosen)


def pack(path: Path, renders: Sequence[Render]) -> None:
    """Write the file, whole or not at all."""
    names = {name: index for index, name in enumerate(dict.fromkeys(name for one in renders for name in one.captions))}
    collections = {name: index for index, name in enumerate(dict.fromkeys(one.collection for one in renders))}
    part = path.with_name(path.name + ".part")
    with part.open("wb") as file:
        np.savez_compressed(
            file,
            format=np.array(_FORMAT),
            side=np.array(SIDE),
            webp=np.frombuffer(b"".join(one.webp for one in renders), dtype=np.uint8),
            webp_end=np.cumsum([len(one.webp) for one in renders], dtype=np.int64),
            names=_bytes(names),
            collections=_bytes(collections),
            styles=_bytes(STYLES),
            splits=_bytes(SPLITS),
            caption=np.array([names[name] for one in renders for name in one.captions], dtype=np.int32),
            caption_end=np.cumsum([len(one.captions) for one in renders], dtype=np.int64),
            collection=np.array([collections[one.collection] for one in renders], dtype=np.int16),
            style=np.array([STYLES.index(one.style) for one in renders], dtype=np.int8),
            split=np.array([SPLITS.index(one.split) for one in renders], dtype=np.int8),
            strokes=np.array([one.strokes for one in renders], dtype=np.int16),
        )
    os.replace(part, path)


def unpack(packed: Renders) -> list[Render]:
    """Return the renders of a packed file, to be extended."""
    ends = packed._webp_end
    return [
        Render(
            packed._webp[int(ends[index - 1]) if index else 0 : int(ends[index])],
            tuple(packed.captions(index)),
            packed.collections[packed.collection[index]],
            packed.styles[packed.style[index]],
            packed.splits[packed.split[index]],
            int(packed.strokes[index]),
        )
        for index in range(len(packed))
    ]


def encode(image: Image.Image) -> bytes:
    """Return a picture as lossy WebP."""
    held = io.BytesIO()
    image.save(held, "WEBP", quality=_QUALITY, method=4)
    return held.getvalue()


def _bytes(lines: Iterable[str]) -> NDArray[np.uint8]:
    return np.frombuffer("\n".join(lines).encode(), dtype=np.uint8)


def _lines(packed: NDArray[np.generic]) -> list[str]:
    return packed.tobytes().decode().split("\n")
